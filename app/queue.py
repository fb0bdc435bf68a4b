"""The doorbell: publish a task by its name, after the commit that made it worth doing. The only way to ring.

A message carries ids and nothing else. Ringing may fail: the row is there, and the sweeper rings again.
"""

import uuid
from typing import Any

import structlog
from celery import current_app
from celery.result import denied_join_result
from kombu.exceptions import OperationalError
from redis.exceptions import RedisError

log = structlog.get_logger()

TASKS = "app.workers.email_tasks"
# The dispatcher must not wait in line behind the batches that it fills the line with.
_DISPATCH = {"queue": "celery_dispatch", "expires": 30}


def ring_initial(user_id: uuid.UUID, months: int, task_id: uuid.UUID) -> None:
    """The Celery id is the one the API answered with, also when it is rung again."""
    _ring("fetch_user_emails_initial", str(user_id), months, task_id=str(task_id))


def ring_incremental(user_id: uuid.UUID) -> None:
    _ring("fetch_user_emails_incremental", str(user_id))


def ring_batch(batch_id: uuid.UUID) -> None:
    _ring("process_email_batch", str(batch_id))


def ring_dispatch() -> None:
    _ring("dispatch_batches", **_DISPATCH)


def _ring(name: str, *args: object, **options: Any) -> None:
    try:
        # Who rings does not wait for the result; without saying so, the backend would be asked to listen for it first.
        with denied_join_result():
            # No retry here: a person may be waiting for the answer, and the sweeper is the retry.
            current_app.send_task(f"{TASKS}.{name}", args=args, retry=False, **options)
    except (OperationalError, RedisError, OSError) as error:
        log.warning("ring_failed", task=name, error=type(error).__name__)
