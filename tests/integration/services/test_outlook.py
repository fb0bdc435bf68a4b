"""When nobody is granted anything, every job's status says so and until when, not only that of the job which met it."""

import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import literal, select

from app.config import Settings
from app.db import transaction
from app.services import control, progress, sync
from app.storage import jobs, quota
from tests.integration.services.facts import job_of, run
from tests.integration.services.scripted_gmail import ScriptedGmail

PACIFIC = ZoneInfo("America/Los_Angeles")


@pytest.fixture
def importing(person: uuid.UUID, gmail: ScriptedGmail) -> uuid.UUID:
    gmail.fill(payments=20)
    sync.start(person, 6)
    sync.list_mailbox(person, 6)
    assert (progress.status(person).phase, progress.status(person).resume_at) == ("fetching", None)
    return person


def stop_day(seconds: float) -> None:
    with transaction() as session:
        quota.stop_day(session, "project_stopped", seconds)


def midnight() -> datetime:
    today = datetime.now(PACIFIC).date()
    return datetime.combine(today + timedelta(days=1), datetime.min.time(), PACIFIC)


def test_a_stopped_day_is_told_to_all(importing: uuid.UUID) -> None:
    stop_day(600)
    status = progress.status(importing)
    assert status.phase == "waiting_quota"
    assert status.resume_at is not None
    until_then = min(600.0, (midnight() - datetime.now(UTC)).total_seconds())
    assert abs((status.resume_at - datetime.now(UTC)).total_seconds() - until_then) < 5
    assert status.eta is not None
    assert status.eta.low > until_then - 5
    stop_day(-1)
    assert progress.status(importing).phase == "fetching"


def test_a_stop_ends_with_googles_day(importing: uuid.UUID) -> None:
    stop_day(3 * 86_400)
    assert progress.status(importing).resume_at == midnight()


def test_a_job_that_must_wait_longer_says_so(importing: uuid.UUID) -> None:
    stop_day(60)
    run("UPDATE email_sync_jobs SET waiting_quota = true, resume_at = now() + interval '3 days'")
    assert progress.status(importing).resume_at == job_of(importing)["resume_at"]


def test_a_day_that_is_spent_is_told_to_all(importing: uuid.UUID, app_settings: Callable[..., Settings]) -> None:
    app_settings(GMAIL_TARIFF="2026")
    run("UPDATE quota_days SET units = 80000000 - 500")  # one HTTP batch of 25 fits
    assert progress.status(importing).phase == "fetching"
    run("UPDATE quota_days SET units = 80000000 - 499")
    status = progress.status(importing)
    assert (status.phase, status.resume_at) == ("waiting_quota", midnight())


def test_what_is_over_or_paused_waits_for_nothing(importing: uuid.UUID) -> None:
    job_id = job_of(importing)["id"]
    control.pause(job_id)
    stop_day(600)
    assert progress.status(importing).phase == "paused"
    control.cancel(job_id)
    with transaction() as session:
        jobs.put_off(session, jobs.lock(session, job_id), 60, waiting_quota=True)
    status = progress.status(importing)
    assert (status.phase, status.resume_at, status.job.waiting_quota) == ("cancelled", None, False)


@pytest.mark.parametrize(
    ("moment", "next_day"),
    [
        ("2026-03-07 23:59:59-08", "2026-03-08 00:00-08"),
        ("2026-03-08 00:00:00-08", "2026-03-09 00:00-07"),  # 23 hours
        ("2026-03-08 23:59:59-07", "2026-03-09 00:00-07"),
        ("2026-11-01 00:30:00-07", "2026-11-02 00:00-08"),  # 25 hours
        ("2026-11-01 23:59:59-08", "2026-11-02 00:00-08"),
        ("2026-12-31 23:59:59-08", "2027-01-01 00:00-08"),
    ],
)
def test_googles_day_ends_at_midnight_in_california(database_url: str, moment: str, next_day: str) -> None:
    with transaction() as session:
        ends = session.scalar(select(quota.day_after(literal(datetime.fromisoformat(moment)))))
    assert ends == datetime.fromisoformat(next_day)
