"""What others know the tasks by, and the numbers that must stand in their order."""

import gc
from dataclasses import dataclass
from inspect import signature
from typing import Any

import pytest
from celery.signals import worker_init

from app import queue
from app.celery_app import celery_app, make_celery
from app.config import Settings
from app.workers import email_tasks

NAMES = {
    "fetch_user_emails_initial": "(user_id: str, months: int = 6)",
    "fetch_user_emails_incremental": "(user_id: str)",
    "schedule_incremental_sync": "()",
    "process_email_batch": "(batch_id: str)",
    "dispatch_batches": "()",
    "requeue_stalled": "()",
    "finish_leaving": "()",
    "deliver_webhooks": "()",
    "forget_old_accesses": "()",
    "forget_old_jobs": "()",
}


def test_the_tasks_have_the_names_and_arguments_others_ring_them_by() -> None:
    ours = {name for name in celery_app.tasks if not name.startswith("celery.")}
    assert ours == {f"app.workers.email_tasks.{name}" for name in NAMES}
    for name, arguments in NAMES.items():
        run = getattr(email_tasks, name).run
        assert str(signature(run)).partition(" -> ")[0] == arguments


def test_the_default_queue_is_celery_and_the_others_begin_with_it() -> None:
    assert celery_app.conf.task_default_queue == "celery"
    names = [one.name for one in celery_app.conf.task_queues]
    assert "celery" in names
    assert all(name.startswith("celery") for name in names)
    routed = {route["queue"] for route in celery_app.conf.task_routes.values()} | {queue._DISPATCH["queue"]}
    assert routed <= set(names), "a queue that no worker listens to swallows what is rung"


def test_only_the_initial_import_keeps_a_result_and_for_an_hour() -> None:
    keeping = [name for name in NAMES if not getattr(email_tasks, name).ignore_result]
    assert keeping == ["fetch_user_emails_initial"]
    assert celery_app.conf.result_expires == 3600


def test_every_half_hour_is_every_half_hour() -> None:
    """In the first implementation «every 30 minutes» ran every 2."""
    entry = celery_app.conf.beat_schedule["incremental"]
    schedule: Any = entry["schedule"]
    assert entry["task"] == "app.workers.email_tasks.schedule_incremental_sync"
    assert sorted(schedule.minute) == [0, 30]
    assert sorted(schedule.hour) == list(range(24))
    assert (len(schedule.day_of_week), len(schedule.day_of_month), len(schedule.month_of_year)) == (7, 31, 12)


def test_every_beat_rings_a_task_there_is_and_no_pile_is_left_by_an_absence() -> None:
    """Nor is anything late for a worker whose clock is ahead of Beat's: it reads there until when a message holds."""
    for entry in celery_app.conf.beat_schedule.values():
        assert entry["task"].rpartition(".")[2] in NAMES
        assert 60 <= entry["options"]["expires"] <= 600


def test_soft_hard_lease_visibility_stand_in_their_order() -> None:
    settings = Settings(_env_file=None)
    conf = make_celery(settings).conf
    celery_app.set_current()
    visibility = conf.broker_transport_options["visibility_timeout"]
    assert conf.task_soft_time_limit < conf.task_time_limit < settings.lease_seconds < visibility
    assert settings.lease_seconds + 1 <= 45, "a killed worker's batch goes on within 45 s"


@dataclass(eq=False)
class Worker:
    """What Celery's signal tells of a worker that begins."""

    concurrency: int | str


@pytest.mark.parametrize(("children", "times"), [(2, 0), (16, 1), ("auto", 1)])
def test_many_children_share_the_compiled_formats_and_few_make_what_they_need(
    children: int | str, times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The making itself takes seconds, and has a test of its own."""
    made: list[bool] = []
    monkeypatch.setattr("app.parsing.ready.make_ready", lambda: made.append(True))
    threshold = gc.get_threshold()
    try:
        worker_init.send(sender=Worker(children))
        assert len(made) == times
        assert gc.get_freeze_count() > 0
        assert gc.get_threshold() > threshold
    finally:
        gc.unfreeze()
        gc.set_threshold(*threshold)
