# One image for the API, the worker, beat and the sandbox of the demo; what it runs is the command's business.
# The base is an argument, so that a mirror or another Debian can stand in for it.
ARG PYTHON_IMAGE=python:3.13-slim-bookworm

FROM ${PYTHON_IMAGE} AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
COPY requirements.txt /build/
# Every package is a wheel whose hash stands in requirements.txt: nothing is compiled, and nothing else can come in.
RUN python -m venv /opt/venv \
 && /opt/venv/bin/pip install --quiet --require-hashes --only-binary :all: --requirement /build/requirements.txt \
 && /opt/venv/bin/pip uninstall --quiet --yes pip
COPY alembic.ini test_celery_task.py *_entrypoint.sh /srv/fincoach/
COPY alembic /srv/fincoach/alembic
COPY app /srv/fincoach/app
COPY sandbox /srv/fincoach/sandbox
COPY container /srv/fincoach/container
# The root file system is read-only where this runs: byte code is made now or never.
RUN chmod -R a+rX /srv/fincoach \
 && chmod a+x /srv/fincoach/*_entrypoint.sh /srv/fincoach/container/*.sh \
 && /opt/venv/bin/python -m compileall -q -j 2 /srv/fincoach/app /srv/fincoach/sandbox /srv/fincoach/alembic

FROM ${PYTHON_IMAGE}
RUN apt-get update -qq \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends netcat-openbsd tini >/dev/null \
 && rm -rf /var/lib/apt/lists/* \
 && groupadd --system --gid 10001 fincoach \
 && useradd --system --uid 10001 --gid 10001 --home-dir /nonexistent --shell /usr/sbin/nologin fincoach \
 && install -d -o fincoach -g fincoach /var/lib/sandbox
COPY --from=build /opt/venv /opt/venv
COPY --from=build /srv/fincoach /srv/fincoach
ENV PATH=/opt/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 HOME=/tmp
WORKDIR /srv/fincoach
USER 10001:10001
EXPOSE 8000
# Python asks, for the image has no other tool to. A worker and beat have health checks of their own in docker-compose.yml.
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=3 \
  CMD ["python", "-m", "app", "api-alive"]
ENTRYPOINT ["tini", "--"]
CMD ["container/api_entrypoint.sh"]
