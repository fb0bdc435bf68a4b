"""Celery's signals that tell `services.liveness` of this worker. Loaded with the tasks."""

import threading
from typing import Any

import structlog
from celery.signals import task_prerun, worker_ready, worker_shutting_down

from app.errors import AppError
from app.services import liveness
from app.workers.email_tasks import process_email_batch

log = structlog.get_logger()

_stopping = threading.Event()
_teller = liveness.BatchTeller()


@worker_ready.connect
def _start(sender: Any, **_: object) -> None:
    """After the pool was forked: a thread of the main process, so that a database that hangs does not hold up Celery's loop."""
    threading.Thread(target=_keep_looking, args=(str(sender.hostname),), name="heartbeat", daemon=True).start()


def _keep_looking(worker: str) -> None:
    while True:
        try:
            liveness.look_in(worker)
        except AppError as error:
            log.warning("heartbeat_failed", code=error.code)
        if _stopping.wait(liveness.LOOK_EVERY_SECONDS):
            break
    try:
        liveness.leave(worker)
    except AppError as error:
        log.warning("heartbeat_failed", code=error.code)


@worker_shutting_down.connect
def _stop(**_: object) -> None:
    _stopping.set()


@task_prerun.connect(sender=process_email_batch)
def _took_batch(task: Any, **_: object) -> None:
    _teller.took_batch(str(task.request.hostname))
