"""Why a stored transaction reads as it does: fetched for the answer, by granted units, and stored nowhere."""

import uuid
from collections.abc import Callable

import pytest

from app.config import Settings
from app.errors import Conflict, GmailRefused, GrantRevoked, MailGone, NotFound, ProjectStopped, Throttled, TransientFault
from app.gmail.port import FetchFault
from app.services import explanations, sync
from tests.integration.services.conftest import Bells, answer_bells
from tests.integration.services.facts import only, rows, run
from tests.integration.services.scripted_gmail import ScriptedGmail, letter


@pytest.fixture
def stored(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> uuid.UUID:
    """The id of one imported transaction."""
    gmail.fill(payments=1)
    sync.start(person, 6)
    answer_bells(bells)
    gmail.calls.clear()
    found: uuid.UUID = only("SELECT id FROM transactions")["id"]
    return found


def test_the_words_that_decided_are_quoted(stored: uuid.UUID, gmail: ScriptedGmail) -> None:
    run("DELETE FROM quota_grants")
    why = explanations.why(stored)
    quotes = {piece.field: piece.quote for piece in why.evidence}
    assert (quotes["amount"], quotes["counterparty"], quotes["account_last4"]) == ("Rs.1.00", "SHOP 1", "4821")
    assert (quotes["occurred_at"], quotes["reference"]) == ("10-04-26", "610000000001")
    text = gmail.mails["pay00000"].text or ""
    assert all(piece.quote in text for piece in why.evidence if piece.quote)
    assert (why.unchanged, why.now.issuer, why.now.outcome) == (True, "hdfc", "transaction")
    assert why.now.format_version is not None
    assert {piece.field: piece.confidence for piece in why.evidence}["amount"] == 1.0
    assert gmail.calls == ["fetch", "close"]
    # The units of one get, granted and ended.
    grant = only("SELECT units, batch_id, ended_at FROM quota_grants")
    assert (grant["units"], grant["batch_id"], grant["ended_at"] is not None) == (1, None, True)


def test_a_mail_that_reads_otherwise_now(stored: uuid.UUID, gmail: ScriptedGmail) -> None:
    run("UPDATE transactions SET amount = 7")
    assert explanations.why(stored).unchanged is False
    gmail.mails["pay00000"] = letter()
    why = explanations.why(stored)
    assert (why.unchanged, why.now.outcome, why.evidence) == (False, "notice", [])


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (FetchFault("gone", False, "http_404"), MailGone),
        (FetchFault("throttled", True, "http_429"), Throttled),
        (FetchFault("transient", True, "http_503"), TransientFault),
        (FetchFault("unreadable", False, "malformed"), GmailRefused),
    ],
)
def test_what_gmail_says_has_a_type(stored: uuid.UUID, gmail: ScriptedGmail, fault: FetchFault, error: type[Exception]) -> None:
    gmail.faults["pay00000"] = [fault]
    with pytest.raises(error):
        explanations.why(stored)


def test_a_revoked_grant_is_remembered_and_not_asked_again(stored: uuid.UUID, gmail: ScriptedGmail) -> None:
    gmail.stopped = GrantRevoked("invalid_grant")
    for calls in (2, 2):
        with pytest.raises(Conflict) as caught:
            explanations.why(stored)
        assert caught.value.code == "needs_reconnect"
        assert len(gmail.calls) == calls
    assert only("SELECT state FROM gmail_connections")["state"] == "needs_reconnect"


def test_a_day_used_up_stops_everybody(stored: uuid.UUID, gmail: ScriptedGmail) -> None:
    gmail.stopped = ProjectStopped("daily")
    with pytest.raises(ProjectStopped):
        explanations.why(stored)
    assert only("SELECT stopped_reason FROM quota_days WHERE stopped_reason IS NOT NULL")
    with pytest.raises(Throttled):
        explanations.why(stored)


def test_without_a_mailbox(stored: uuid.UUID, gmail: ScriptedGmail) -> None:
    run("DELETE FROM gmail_connections")
    with pytest.raises(Conflict) as caught:
        explanations.why(stored)
    assert (caught.value.code, gmail.calls) == ("not_connected", [])


def test_quota_used_up_asks_nobody(stored: uuid.UUID, gmail: ScriptedGmail, app_settings: Callable[..., Settings]) -> None:
    run("INSERT INTO quota_grants (user_id, mailbox, units) SELECT user_id, mailbox, 6000 FROM gmail_connections")
    app_settings(GMAIL_TARIFF="2026")
    with pytest.raises(Throttled) as caught:
        explanations.why(stored)
    assert caught.value.retry_after_seconds is not None
    assert gmail.calls == []


def test_nothing_of_the_mail_is_stored(stored: uuid.UUID) -> None:
    explanations.why(stored)
    names = [row["tablename"] for row in rows("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")]
    assert names
    for name in names:
        assert not rows(f"SELECT 1 FROM {name} t WHERE t::text LIKE '%Dear Customer%'"), name


def test_no_such_transaction(person: uuid.UUID) -> None:
    with pytest.raises(NotFound):
        explanations.why(uuid.uuid4())
