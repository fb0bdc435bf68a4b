"""Celery: broker, limits, routes and the beat table. A number that differs from Celery's own has its reason beside it."""

import gc
import signal
from typing import Any

from billiard.process import current_process
from celery import Celery
from celery.schedules import crontab
from celery.signals import setup_logging, worker_init, worker_process_init
from kombu import Queue

from app import broker, failpoints
from app.config import Settings, get_settings
from app.db import abandon_engine
from app.log import configure_logging

TASKS = "app.workers.email_tasks"
# Taken from in turn: a thousand mailboxes to list do not hold up the batches of the first, a newcomer's first batches do not wait
# behind the others', nor their first page behind the last pages of others, and the ticks behind none of them.
QUEUES = tuple(Queue(name) for name in ("celery", "celery_first", "celery_listing", "celery_pages", "celery_dispatch"))
ROUTES = {
    f"{TASKS}.fetch_user_emails_initial": {"queue": "celery_listing"},
    f"{TASKS}.fetch_user_emails_incremental": {"queue": "celery_listing"},
    f"{TASKS}.dispatch_batches": {"queue": "celery_dispatch"},
    f"{TASKS}.requeue_stalled": {"queue": "celery_dispatch"},
    f"{TASKS}.deliver_webhooks": {"queue": "celery_dispatch"},
}


def make_celery(settings: Settings) -> Celery:
    broker.use_for_redis()
    app = Celery("fincoach", broker=settings.celery_broker_url, backend=settings.celery_result_backend)
    app.conf.update(
        include=[TASKS, "app.workers.heartbeat", "app.workers.observing"],
        accept_content=["json"],
        task_serializer="json",
        result_serializer="json",
        # A message is a doorbell: acknowledged after the work, given back when the worker dies, one at a time per process.
        task_acks_late=True,
        task_reject_on_worker_lost=True,
        worker_prefetch_multiplier=1,
        # Only fetch_user_emails_initial keeps a result, for an hour.
        task_ignore_result=True,
        result_expires=3600,
        # soft < hard < lease < visibility: no task outlives its lease, and Redis gives nothing out again while it may be running.
        task_soft_time_limit=settings.batch_soft_limit_seconds,
        task_time_limit=settings.batch_hard_limit_seconds,
        # On SIGTERM finish the batch at hand; a batch takes a few seconds.
        worker_soft_shutdown_timeout=settings.batch_soft_limit_seconds,
        # Redis may be away for as long as it likes.
        broker_connection_retry_on_startup=True,
        broker_connection_max_retries=None,
        broker_transport_options=_transport(settings),
        # The result backend must not make the API wait when Redis is gone: it is a convenience.
        result_backend_transport_options={"retry_policy": {"max_retries": 1}},
        redis_socket_timeout=10,
        redis_socket_connect_timeout=5,
        worker_hijack_root_logger=False,
        # Most of a batch's time is waiting for Gmail; see docs/decisions/012 for why these are processes and how many.
        worker_concurrency=settings.worker_concurrency,
        # A child is replaced before a leak could matter, and after a mail that made it large (kilobytes).
        worker_max_tasks_per_child=2000,
        worker_max_memory_per_child=200_000,
        timezone="UTC",
        task_default_queue="celery",
        task_queues=QUEUES,
        task_routes=ROUTES,
        beat_schedule=_beat_table(settings),
        beat_max_loop_interval=1,
    )
    return app


def _transport(settings: Settings) -> dict[str, object]:
    """How Redis is spoken to, by who rings and by who works."""
    return {
        "visibility_timeout": settings.visibility_timeout_seconds,
        # Look for unacknowledged messages every 10 s instead of every hundred polls: measured 20 s against 100 s.
        "unacked_restore_interval": 10,
        "unacked_restore_throttle": 1,
        # Who rings tries once and lets go, a person may be waiting: the sweeper is the retry. A worker waits for Redis by
        # broker_connection_max_retries.
        "max_retries": 0,
        # A silent Redis must not hold a request of the API or a worker either; its answers come in milliseconds.
        "socket_timeout": 3,
        "socket_connect_timeout": 2,
        "socket_keepalive": True,
        "health_check_interval": 10,
    }


def _beat_table(settings: Settings) -> dict[str, dict[str, object]]:
    """What Beat rings. Each entry expires, so that an absence leaves no pile to work off: sixty ticks are done in a second.
    None does so within a minute: Beat writes the moment down by its own clock, and a worker's may be ahead of it.
    """
    return {
        "dispatch": {"task": f"{TASKS}.dispatch_batches", "schedule": 1.0, "options": {"expires": 60}},
        "requeue-stalled": {"task": f"{TASKS}.requeue_stalled", "schedule": 60.0, "options": {"expires": 600}},
        "finish-leaving": {"task": f"{TASKS}.finish_leaving", "schedule": 60.0, "options": {"expires": 600}},
        "deliver-webhooks": {"task": f"{TASKS}.deliver_webhooks", "schedule": 5.0, "options": {"expires": 60}},
        "forget-old-accesses": {
            "task": f"{TASKS}.forget_old_accesses",
            "schedule": 3600.0,
            "options": {"expires": 600},
        },
        "forget-old-jobs": {"task": f"{TASKS}.forget_old_jobs", "schedule": 3600.0, "options": {"expires": 600}},
        "incremental": {
            "task": f"{TASKS}.schedule_incremental_sync",
            "schedule": crontab(minute=f"*/{settings.sync_interval_minutes}"),
            "options": {"expires": 600},
        },
    }


# So many children share what costs the parent two seconds to make; fewer find out sooner by themselves what they need of it.
_MANY_CHILDREN = 4


@worker_init.connect
def _before_the_fork(sender: Any, **_: object) -> None:
    """What every child needs is made once, and left alone by the collector: its pages stay shared."""
    from app.gmail.discovery import describe  # noqa: PLC0415  neither Beat nor the API has a use for Google's libraries here
    from app.parsing.ready import make_ready  # noqa: PLC0415  nor for all formats compiled

    describe(get_settings().gmail_api_root)
    children = sender.concurrency
    if not isinstance(children, int) or children >= _MANY_CHILDREN:  # it may be "auto"
        make_ready()
    gc.collect()
    gc.freeze()
    # A batch makes tens of thousands of objects, and next to no cycles: to look for those less often halves what it costs.
    gc.set_threshold(20_000, 20, 20)


@worker_process_init.connect
def _start_child(**_: object) -> None:
    abandon_engine()
    if hasattr(current_process(), "index"):  # a pool of threads has no children, and says it has started one all the same
        # Who asks the whole group to stop, as systemd does, is answered by the main process, which waits for the batches at hand.
        # Whom it wants gone at once it kills.
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    failpoints.arm(get_settings().failpoints)


@setup_logging.connect
def _use_our_logging(**_: object) -> None:
    configure_logging(get_settings().log_level)


celery_app = make_celery(get_settings())
# app.queue rings through Celery's current app, which is per thread unless one is the default.
celery_app.set_default()
