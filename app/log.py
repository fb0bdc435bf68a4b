"""Structured logs: one JSON line an event, names and ids only. A token, subject or address that comes here is hidden."""

import logging
import sys

import structlog

from app.redaction import redact

# The name of a request's id in a line, in a Celery message and in a job's row.
REQUEST_ID = "request_id"


_SHARED: list[structlog.typing.Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]
# A tick a second would be two lines a second, of Beat and of a worker that comes too late to some.
_TICKS = {"celery.beat": "Scheduler: Sending due task", "celery.worker.request": "Discarding revoked task"}


def configure_logging(level: str) -> None:
    """Send structlog and the libraries' own logging through one JSON line format to standard error."""
    structlog.configure(
        processors=[*_SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(json_lines())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    # uvicorn has put up handlers of its own, which write plain text.
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access"):
        logging.getLogger(name).handlers.clear()
        logging.getLogger(name).propagate = True
    # These tell every request's address, and an address can hold a person's search.
    # Celery tells of each task when it comes and when it goes; a tick a second makes that two lines a second.
    # The OAuth libraries would write whole tokens at DEBUG.
    for noisy in (
        *("urllib3", "googleapiclient", "google", "requests_oauthlib", "oauthlib"),
        *("uvicorn.access", "celery.app.trace", "celery.worker.strategy"),
    ):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    for name in _TICKS:
        logging.getLogger(name).addFilter(_is_no_tick)


def json_lines() -> logging.Formatter:
    """The one format; container/uvicorn_logs.json names it for the process that only starts those of the API."""
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=_SHARED,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,
            redact,
            structlog.processors.JSONRenderer(),
        ],
    )


def _is_no_tick(record: logging.LogRecord) -> bool:
    return not str(record.msg).startswith(_TICKS[record.name])


def request_id() -> str | None:
    """The id of the request, or of the task, that all this is done for."""
    found = structlog.contextvars.get_contextvars().get(REQUEST_ID)
    return None if found is None else str(found)
