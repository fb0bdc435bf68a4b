"""Starting an import: the row first, then the bell; one live job a user."""

import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest

from app.errors import Conflict, NotFound
from app.services import sync, users
from tests.integration.services.conftest import Bells
from tests.integration.services.facts import job_of, only, run


def test_the_row_is_there_before_the_bell(person: uuid.UUID, bells: Bells) -> None:
    started = sync.start(person, 6)
    job = job_of(person)
    assert (job["id"], job["status"], job["kind"], job["months"]) == (started.job_id, "pending", "initial", 6)
    assert bells.take("fetch_user_emails_initial") == [(str(person), 6)]
    assert 179.9 < (job["created_at"] - job["requested_since"]).total_seconds() / 86400 < 180.1


def test_a_second_start_answers_the_same_job(person: uuid.UUID, bells: Bells) -> None:
    first = sync.start(person, 6)
    second = sync.start(person, 3)
    assert (second.job_id, second.task_id, second.months, second.created) == (first.job_id, first.task_id, 6, False)
    assert len(bells.take("fetch_user_emails_initial")) == 1


def test_many_clicks_at_once_make_one_job_and_one_bell(person: uuid.UUID, bells: Bells) -> None:
    with ThreadPoolExecutor(8) as pool:
        started = list(pool.map(lambda _: sync.start(person, 6), range(16)))
    assert len({one.job_id for one in started}) == 1
    assert [one.created for one in started].count(True) == 1
    assert only("SELECT count(*) AS n FROM email_sync_jobs")["n"] == 1
    assert len(bells.take("fetch_user_emails_initial")) == 1


def test_an_unknown_user(person: uuid.UUID) -> None:
    with pytest.raises(NotFound) as caught:
        sync.start(uuid.uuid4(), 6)
    assert caught.value.code == "user_not_found"


def test_a_user_without_a_mailbox(person: uuid.UUID) -> None:
    with pytest.raises(Conflict) as caught:
        sync.start(users.create("new@example.com").id, 6)
    assert caught.value.code == "not_connected"


def test_a_user_whose_grant_is_gone(person: uuid.UUID) -> None:
    run("UPDATE gmail_connections SET state = 'needs_reconnect', state_reason = 'revoked'")
    with pytest.raises(Conflict) as caught:
        sync.start(person, 6)
    assert caught.value.code == "needs_reconnect"
