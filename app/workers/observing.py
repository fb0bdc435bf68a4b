"""Celery's signals that make a worker's work seen: counts, the ids in its log lines, traces and faults. Loaded with the tasks.

A request's id comes with the message and is bound around the task, so every line of it, down to the libraries', has the id that
the API answered with. A batch is rung by the dispatcher, for many requests at once: its request's id is in its job's row.
"""

import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import structlog
from billiard.process import current_process
from celery.signals import (
    task_failure,
    task_postrun,
    task_prerun,
    worker_init,
    worker_process_init,
    worker_process_shutdown,
    worker_shutdown,
)

from app import __version__, metrics, telemetry
from app.config import get_settings
from app.log import REQUEST_ID

log = structlog.get_logger()

_folders: list[str] = []
_spans: dict[str, ExitStack] = {}


@worker_init.connect
def _begin_to_count(**_: object) -> None:
    """Before the fork. Without an address nobody could ask, and each process counts for itself."""
    address = get_settings().worker_metrics_address
    if not address:
        return
    folder = tempfile.mkdtemp(prefix="fincoach-metrics-")
    _folders.append(folder)
    metrics.share(Path(folder), _place)
    host, port = address.rsplit(":", 1)
    try:
        metrics.serve(host, int(port))
    except OSError as error:
        # A second worker of this machine, or a port of somebody else's: no reason not to work.
        log.warning("metrics_not_served", address=address, error=error.strerror)


def _place() -> object:
    """Which of the pool a process is. It stays when a child is replaced, so files do not pile up and counts go on."""
    return getattr(current_process(), "index", "main")


@worker_shutdown.connect
def _end_counting(**_: object) -> None:
    telemetry.stop()
    while _folders:
        shutil.rmtree(_folders.pop(), ignore_errors=True)


@worker_process_init.connect
def _start_child(**_: object) -> None:
    settings = get_settings()
    telemetry.start(
        service="fincoach-worker",
        version=__version__,
        traces_endpoint=settings.traces_endpoint,
        sentry_dsn=settings.sentry_dsn.get_secret_value(),
    )


@worker_process_shutdown.connect
def _end_child(**_: object) -> None:
    telemetry.stop()


@task_prerun.connect
def _begin(task_id: str, task: Any, **_: object) -> None:
    request_id = task.request.get(REQUEST_ID) or task_id
    structlog.contextvars.bind_contextvars(task=task.name.rpartition(".")[2], task_id=task_id, request_id=request_id)
    span = _spans[task_id] = ExitStack()
    carried = {name: str(task.request.get(name)) for name in telemetry.TRACE_HEADERS if task.request.get(name)}
    span.enter_context(telemetry.span(task.name.rpartition(".")[2], parent=carried, request_id=request_id))


@task_failure.connect
def _tell(exception: BaseException, task_id: str, sender: Any, **_: object) -> None:
    telemetry.capture(exception, task=str(sender.name), task_id=task_id)


@task_postrun.connect
def _end(task_id: str, **_: object) -> None:
    structlog.contextvars.clear_contextvars()
    if span := _spans.pop(task_id, None):
        span.close()
