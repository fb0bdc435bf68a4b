"""The estimate before a start: ids are counted, nothing is fetched, and the quota's books know of it."""

import uuid

import pytest

from app.errors import Conflict, GrantRevoked, NotFound
from app.services import estimate, sync, users
from tests.integration.services.conftest import Bells, answer_bells
from tests.integration.services.facts import only
from tests.integration.services.scripted_gmail import ScriptedGmail, payment


def test_it_counts_what_an_import_would_fetch(person: uuid.UUID, gmail: ScriptedGmail) -> None:
    gmail.fill(payments=60)
    told = estimate.estimate(person, 6)
    assert (told.mails, told.known_mails, told.complete) == (60, 0, True)
    assert told.units == 1 + 3 * 5 + 60  # tariff `none`: one unit a mail; three pages
    assert told.seconds == 12  # six batches of ten, two seconds each
    assert gmail.fetched == []
    assert only("SELECT count(*) AS n FROM email_sync_jobs")["n"] == 0
    assert only("SELECT sum(units) AS n FROM quota_grants")["n"] == 3 * 5


def test_what_is_settled_costs_nothing(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=20)
    sync.start(person, 6)
    answer_bells(bells)
    gmail.deliver("new", payment(99))
    told = estimate.estimate(person, 6)
    assert (told.mails, told.known_mails, told.units) == (21, 20, 1 + 5 + 1)


def test_a_huge_mailbox_is_told_as_at_least(person: uuid.UUID, gmail: ScriptedGmail) -> None:
    gmail.fill(payments=45)
    gmail.page_size = 1
    told = estimate.estimate(person, 6)
    assert (told.mails, told.complete) == (estimate.MOST_PAGES, False)


def test_a_grant_that_is_gone_is_remembered(person: uuid.UUID, gmail: ScriptedGmail) -> None:
    """Whoever is told to connect again finds the connection saying so."""
    gmail.raises["list_ids"] = [GrantRevoked("revoked")]
    with pytest.raises(Conflict) as caught:
        estimate.estimate(person, 6)
    assert caught.value.code == "needs_reconnect"
    connection = only("SELECT state, state_reason FROM gmail_connections")
    assert (connection["state"], connection["state_reason"]) == ("needs_reconnect", "revoked")


def test_nobody_and_nowhere(person: uuid.UUID) -> None:
    with pytest.raises(NotFound):
        estimate.estimate(uuid.uuid4(), 6)
    with pytest.raises(Conflict) as caught:
        estimate.estimate(users.create("new@example.com").id, 6)
    assert caught.value.code == "not_connected"
