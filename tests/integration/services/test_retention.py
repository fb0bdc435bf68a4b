"""What is old goes some at a time, and nothing that somebody still needs."""

import uuid
from collections.abc import Callable

import pytest

from app.config import Settings
from app.services import progress, retention, sync
from tests.integration.services.conftest import Bells, answer_bells, new_person
from tests.integration.services.facts import only, rows, run
from tests.integration.services.scripted_gmail import ScriptedGmail


def imported(person: uuid.UUID, bells: Bells) -> uuid.UUID:
    job_id = sync.start(person, 6).job_id
    answer_bells(bells)
    return job_id


def let_days_pass(days: int) -> None:
    run("UPDATE email_sync_batches SET finished_at = finished_at - make_interval(days => :d)", d=days)
    run("UPDATE email_sync_jobs SET created_at = created_at - make_interval(days => :d)", d=days)


def test_ids_go_and_counts_stay(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=15, letters=6)
    imported(person, bells)
    before = progress.status(person)
    let_days_pass(29)
    assert retention.forget_old()["batches"] == 0
    let_days_pass(2)
    assert retention.forget_old() == {"batches": 3, "jobs": 0, "deliveries": 0, "days": 0}
    assert {tuple(row["message_ids"]) for row in rows("SELECT message_ids FROM email_sync_batches")} == {()}
    assert rows("SELECT 1 FROM email_sync_batches WHERE lowest_id IS NOT NULL OR highest_id IS NOT NULL") == []
    assert progress.status(person).tally == before.tally
    assert only("SELECT count(*) AS n FROM email_outcomes")["n"] == 21
    assert retention.forget_old()["batches"] == 0


def test_ids_of_a_live_job_are_needed(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=15)
    imported(person, bells)
    run("UPDATE email_sync_jobs SET status = 'processing'")
    let_days_pass(400)
    assert retention.forget_old() == {"batches": 0, "jobs": 0, "deliveries": 0, "days": 0}


def test_old_jobs_go_but_for_the_latest_of_each(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=3)
    other = new_person("ravi@example.com")
    old = imported(person, bells)
    only_one = imported(other, bells)
    let_days_pass(366)
    newest = imported(person, bells)
    assert retention.forget_old()["jobs"] == 1
    assert {row["id"] for row in rows("SELECT id FROM email_sync_jobs")} == {only_one, newest}
    assert old not in {row["job_id"] for row in rows("SELECT job_id FROM email_sync_batches")}
    assert only("SELECT count(*) AS n FROM transactions")["n"] == 6, "what was imported stays"
    gmail.fetched.clear()
    imported(person, bells)
    assert gmail.fetched == [], "and is not fetched again"


def test_settings_decide(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells, app_settings: Callable[..., Settings]) -> None:
    app_settings(JOB_DAYS="2", BATCH_ID_DAYS="1")
    gmail.fill(payments=1)
    imported(person, bells)
    imported(person, bells)
    run("INSERT INTO quota_days (day, units) VALUES (current_date - 4, 7)")
    let_days_pass(3)
    assert retention.forget_old() == {"batches": 1, "jobs": 1, "deliveries": 0, "days": 1}


def test_it_ends_in_time_and_the_next_hour_goes_on(
    person: uuid.UUID, gmail: ScriptedGmail, bells: Bells, monkeypatch: pytest.MonkeyPatch
) -> None:
    gmail.fill(payments=35)
    imported(person, bells)
    let_days_pass(31)
    # Lots of two: thousands of batches would be needed else.
    monkeypatch.setattr(retention, "_AT_ONCE", 2)
    assert [retention.forget_old(seconds=0)["batches"] for _ in range(3)] == [2, 2, 0]
