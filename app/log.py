"""Structured logs: one JSON line an event, names and ids only. A token, subject or address that comes here is hidden."""

import logging
import sys

import structlog

from app.redaction import redact

# The name of a request's id in a line, in a Celery message and in a job's row.
REQUEST_ID = "request_id"


def configure_logging(level: str) -> None:
    """Send structlog and the libraries' own logging through one JSON line format to standard error."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                redact,
                structlog.processors.JSONRenderer(),
            ],
        )
    )
    logging.basicConfig(level=level, handlers=[handler], force=True)
    # These tell every request's address, and an address can hold a person's search.
    # Celery tells of each task when it comes and when it goes; a tick a second makes that two lines a second.
    # The OAuth libraries would write whole tokens at DEBUG.
    for noisy in (
        *("urllib3", "googleapiclient", "google", "requests_oauthlib", "oauthlib"),
        *("uvicorn.access", "celery.app.trace", "celery.worker.strategy"),
    ):
        logging.getLogger(noisy).setLevel(logging.WARNING)


def request_id() -> str | None:
    """The id of the request, or of the task, that all this is done for."""
    found = structlog.contextvars.get_contextvars().get(REQUEST_ID)
    return None if found is None else str(found)
