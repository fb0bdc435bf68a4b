"""A row that somebody holds, for however long, holds up its own job and nobody else's."""

import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import text

from app.config import Settings
from app.db import transaction
from app.services import dispatch, sync
from app.storage import jobs, quota, turns
from tests.integration.services.conftest import Bells, granted, new_person
from tests.integration.services.facts import job_of, only, rows, run
from tests.integration.services.scripted_gmail import ScriptedGmail


@pytest.fixture
def other(person: uuid.UUID, gmail: ScriptedGmail) -> uuid.UUID:
    """Beside `person`; both mailboxes are listed, in two batches each."""
    gmail.fill(payments=20)
    other = new_person("ravi@example.com")
    for user in (person, other):
        sync.start(user, 6)
        sync.list_mailbox(user, 6)
    return other


@contextmanager
def ticks_at_once() -> Iterator[None]:
    """A tick that waits would be told so after three seconds."""
    started = time.monotonic()
    yield
    assert time.monotonic() - started < 2


def granted_to(bells: Bells) -> list[uuid.UUID]:
    return [only("SELECT user_id FROM email_sync_batches WHERE id = :b", b=one)["user_id"] for one in granted(bells)]


def test_a_job_that_is_held_has_its_turn_later(person: uuid.UUID, other: uuid.UUID, bells: Bells) -> None:
    bells.rung.clear()
    with transaction() as session, ticks_at_once():
        jobs.lock(session, job_of(person)["id"])
        dispatch.dispatch()
        assert granted_to(bells) == [other]
    assert only("SELECT count(*) AS n FROM quota_grants WHERE batch_id IS NOT NULL")["n"] == 1
    dispatch.dispatch()
    assert granted_to(bells) == [person]


def test_two_jobs_of_one_person_are_locked_in_any_order(person: uuid.UUID, other: uuid.UUID, bells: Bells) -> None:
    """Whoever connects another mailbox holds one and asks for the other; the tick may have chosen them the other way round."""
    bells.rung.clear()
    first, second = (job_of(user)["id"] for user in (person, other))
    with transaction() as session, ticks_at_once():
        jobs.lock(session, second)
        dispatch.dispatch()
        assert granted_to(bells) == [person]
        jobs.lock(session, first)


@pytest.mark.parametrize("held", ["email_sync_jobs", "email_sync_batches"])
def test_a_batch_of_a_dead_worker_is_taken_back_when_nobody_holds_it_or_its_job(
    person: uuid.UUID, other: uuid.UUID, bells: Bells, held: str
) -> None:
    dispatch.dispatch()
    run(
        "UPDATE email_sync_batches SET status = 'running', lease_token = gen_random_uuid(),"
        " lease_expires_at = now() - interval '1 second' WHERE status = 'queued'"
    )
    with transaction() as session, ticks_at_once():
        of_person = "user_id = :u" + (" AND status = 'running'" if held == "email_sync_batches" else "")
        session.execute(text(f"SELECT 1 FROM {held} WHERE {of_person} FOR UPDATE"), {"u": person})
        dispatch.dispatch()
        (waits,) = rows("SELECT user_id FROM email_sync_batches WHERE status = 'running'")
        assert waits["user_id"] == person
    dispatch.dispatch()
    assert rows("SELECT user_id FROM email_sync_batches WHERE status = 'running'") == []


def test_a_job_that_is_held_is_put_off_later(
    person: uuid.UUID, other: uuid.UUID, bells: Bells, app_settings: Callable[..., Settings]
) -> None:
    app_settings(GMAIL_TARIFF="2026")
    run("DELETE FROM quota_grants")
    run(
        "INSERT INTO quota_grants (id, user_id, mailbox, units, ended_at)"
        " SELECT gen_random_uuid(), user_id, mailbox, 6000, now() FROM gmail_connections"
    )
    with transaction() as session, ticks_at_once():
        jobs.lock(session, job_of(person)["id"])
        dispatch.dispatch()
    assert (job_of(person)["waiting_quota"], job_of(other)["waiting_quota"]) == (False, True)
    dispatch.dispatch()
    assert job_of(person)["waiting_quota"] is True


def test_a_job_that_is_over_is_not_put_off(person: uuid.UUID, other: uuid.UUID) -> None:
    run("UPDATE email_sync_jobs SET status = 'failed', failure_code = 'cancelled' WHERE user_id = :u", u=person)
    with transaction() as session:
        for user in (person, other):
            turns.put_off(session, job_of(user)["id"], 60)
    assert (job_of(person)["resume_at"], job_of(person)["waiting_quota"]) == (None, False)
    assert job_of(other)["waiting_quota"] is True


def test_old_grants_of_somebody_who_is_being_erased_are_forgotten_later(person: uuid.UUID, other: uuid.UUID) -> None:
    run("UPDATE quota_grants SET ended_at = now() - interval '61 seconds'")
    with transaction() as session, ticks_at_once():
        session.execute(text("SELECT 1 FROM quota_grants WHERE user_id = :u FOR UPDATE"), {"u": person})
        open_books()
        assert {one["user_id"] for one in rows("SELECT user_id FROM quota_grants")} == {person}
    open_books()
    assert rows("SELECT user_id FROM quota_grants") == []


def open_books() -> None:
    with transaction() as session:
        quota.lock(session)
        quota.open_books(session)
