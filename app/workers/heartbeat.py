"""Celery's signals that tell `services.liveness` of this worker, or of this Beat. Loaded with the tasks."""

import threading
import time
from pathlib import Path
from typing import Any

import structlog
from celery.signals import after_task_publish, beat_init, task_prerun, worker_ready, worker_shutting_down
from celery.utils.nodenames import gethostname
from celery.worker import state

from app.config import get_settings
from app.errors import AppError
from app.services import liveness
from app.workers.email_tasks import process_email_batch

log = structlog.get_logger()

_stopping = threading.Event()
_rang = threading.Event()
_teller = liveness.BatchTeller()


@worker_ready.connect
def _start(sender: Any, **_: object) -> None:
    """After the pool was forked: a thread of the main process, so that a database that hangs does not hold up Celery's loop."""
    places = liveness.Places(sender.pool.num_processes, get_settings().batch_hard_limit_seconds + liveness.LOOK_EVERY_SECONDS)
    threading.Thread(target=_keep_looking, args=(str(sender.hostname), places), name="heartbeat", daemon=True).start()


def _keep_looking(worker: str, places: liveness.Places) -> None:
    while True:
        _look_in(worker, places)
        if _stopping.wait(liveness.LOOK_EVERY_SECONDS):
            break
    try:
        liveness.leave(worker)
    except AppError as error:
        log.warning("heartbeat_failed", code=error.code)


def _look_in(worker: str, places: liveness.Places) -> None:
    """Not while nothing is done here: who is asked for this worker's life hears that it has not looked in."""
    # Not by their ids: a listing that goes on is rung by the same one again.
    if places.all_stuck(list(state.requests.values()), time.monotonic()):
        log.error("worker_stuck", places=places.count)
        return
    try:
        liveness.look_in(worker)
    except AppError as error:
        log.warning("heartbeat_failed", code=error.code)


@worker_shutting_down.connect
def _stop(**_: object) -> None:
    _stopping.set()


@task_prerun.connect(sender=process_email_batch)
def _took_batch(task: Any, **_: object) -> None:
    _teller.took_batch(str(task.request.hostname))


@beat_init.connect
def _start_beat(sender: Any, **_: object) -> None:
    """A thread again: Beat must ring while the database is away."""
    schedule = Path(sender.schedule_filename)

    def note_ring(**_: object) -> None:
        liveness.note_ring(schedule)
        _rang.set()

    after_task_publish.connect(note_ring, weak=False)
    threading.Thread(target=_keep_telling, args=(gethostname(),), name="heartbeat", daemon=True).start()


def _keep_telling(host: str) -> None:
    while _rang.wait():
        _rang.clear()
        try:
            liveness.beat_rang(host)
        except AppError as error:
            log.warning("heartbeat_failed", code=error.code)
        time.sleep(liveness.TELL_EVERY_SECONDS)
