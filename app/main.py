"""create_app(): routers, error handlers, health and documentation pages."""

import os
from pathlib import Path
from typing import Any

import structlog
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute
from starlette.types import ASGIApp

import app.celery_app  # noqa: F401  the Celery that app.queue rings through
from app import __version__, metrics, routes, telemetry
from app.config import get_settings
from app.log import configure_logging
from app.pages import docs, site
from app.routes import events, health, ops, problems, shields
from app.services.gauges import StateGauges

log = structlog.get_logger()

DESCRIPTION = """Turns a person's Gmail into their bank transactions.

1. A person signs in at `/api/v1/auth/google/login` and grants their mailbox: six months of mail are imported by themselves.
   A backend with a service key may also create a user and start an import:
2. `POST /api/v1/email-sync/start/{user_id}`: in batches of 100 mails.
3. Watch `GET /api/v1/email-sync/status/{user_id}`; after that the mailbox is kept current every half hour.

Errors are `application/problem+json` with a stable `code`."""


class _Api(FastAPI):
    def build_middleware_stack(self) -> ASGIApp:
        """The shields stand outside of everything, the answer to an unforeseen error included."""
        return shields.put_up(super().build_middleware_stack(), get_settings())


def create_app() -> FastAPI:
    """The ASGI application. Raises ConfigurationError for settings that cannot work."""
    configure_logging(get_settings().log_level)
    _start_telemetry()
    if get_settings().metrics_folder:
        metrics.share(Path(get_settings().metrics_folder), os.getpid)
    if get_settings().open_to_loopback:
        log.warning("open_to_loopback", meaning="callers on this machine need no key and may do everything")
    if get_settings().app_env == "development":
        log.warning(
            "development_values",
            settings=get_settings().development_values(),
            meaning="anybody can read them in the repository: for this machine alone, and APP_ENV=production refuses them",
        )
    app = _Api(
        title="FinCoach Sync",
        version=__version__,
        description=DESCRIPTION,
        docs_url=None,
        redoc_url=None,
        generate_unique_id_function=_operation_id,
    )
    app.state.feed = events.make_feed()
    app.state.gauges = StateGauges()
    problems.add_handlers(app)
    app.include_router(routes.api)
    app.include_router(health.router)
    app.include_router(ops.scraped)
    app.include_router(docs.router)
    app.include_router(site.router)
    docs.mount_static(app)
    site.mount_static(app)
    app.openapi = lambda: _openapi(app)  # type: ignore[method-assign]
    return app


def _start_telemetry() -> None:
    settings = get_settings()
    dsn = settings.sentry_dsn.get_secret_value()
    telemetry.start(service="fincoach-api", version=__version__, traces_endpoint=settings.traces_endpoint, sentry_dsn=dsn)


def _operation_id(route: APIRoute) -> str:
    return route.name


def _openapi(app: FastAPI) -> dict[str, Any]:
    """FastAPI's own document, with our problem details where it would describe its own validation errors."""
    if app.openapi_schema is None:
        schema = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
        schemas = schema["components"]["schemas"]
        for name in ("HTTPValidationError", "ValidationError"):
            schemas.pop(name, None)
        problem = problems.Problem.model_json_schema(ref_template="#/components/schemas/{model}")
        schemas.update(problem.pop("$defs"))
        schemas["Problem"] = problem
        app.openapi_schema = schema
    return app.openapi_schema
