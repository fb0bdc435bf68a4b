"""`python -m app reparse` and `coverage`: what they print, and that nothing changes before --apply."""

import io
import uuid

import pytest
from rich.console import Console

from app.errors import Conflict, GrantRevoked, NotFound
from app.local.reading_tables import TooSlow, reread, show_coverage, show_sample
from app.services import sync
from tests.integration.services.conftest import Bells, answer_bells
from tests.integration.services.facts import only, run
from tests.integration.services.scripted_gmail import ScriptedGmail


@pytest.fixture
def console() -> Console:
    return Console(file=io.StringIO(), width=200)


def printed(console: Console) -> str:
    assert isinstance(console.file, io.StringIO)
    text = console.file.getvalue()
    console.file.seek(0)
    console.file.truncate()
    return text


@pytest.fixture
def missed(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> uuid.UUID:
    """Two payments, one of which an older reader did not understand."""
    gmail.fill(payments=2)
    sync.start(person, 6)
    answer_bells(bells)
    run("DELETE FROM transactions WHERE message_id = 'pay00000'")
    run("UPDATE transactions SET counterparty = 'SHOP'")
    run("UPDATE email_outcomes SET reader_version = 0")
    run("UPDATE email_outcomes SET outcome = 'unparsed', reason = 'no_amount' WHERE message_id = 'pay00000'")
    return person


def test_it_reads_shows_and_waits_for_the_word(missed: uuid.UUID, bells: Bells, console: Console) -> None:
    def work(_: float) -> None:
        answer_bells(bells)

    reread(str(missed), console, apply=False, scope="all", wait_seconds=5, sleep=work)
    text = printed(console)
    assert "2 mails read again: 1 new, 1 changed, 0 gone; 0 still unread" in text
    assert all(word in text for word in ("new", "pay00000#1", "debit 1.00 INR", "changed", "counterparty SHOP 2", "--apply"))
    assert only("SELECT count(*) AS n FROM transactions")["n"] == 1
    # What was shown is what is applied: nothing is read a second time.
    reread("asha@example.com", console, apply=True, scope="all", wait_seconds=0)
    assert "applied: 1 new, 1 changed, 0 gone" in printed(console)
    assert only("SELECT count(*) AS n FROM email_sync_jobs WHERE kind = 'reparse'")["n"] == 1
    assert only("SELECT count(*) AS n FROM transactions")["n"] == 2


def test_apply_alone_reads_first(missed: uuid.UUID, bells: Bells, console: Console) -> None:
    reread(str(missed), console, apply=True, scope="unparsed", wait_seconds=5, sleep=lambda _: answer_bells(bells))
    assert "applied: 1 new, 0 changed, 0 gone" in printed(console)


def test_without_workers_it_says_so(missed: uuid.UUID, console: Console) -> None:
    with pytest.raises(TooSlow, match="0 of 2 mails after 1 s"):
        reread(str(missed), console, apply=False, scope="all", wait_seconds=1, sleep=lambda _: None)


def test_a_re_read_that_cannot_go_on_says_why(missed: uuid.UUID, gmail: ScriptedGmail, bells: Bells, console: Console) -> None:
    gmail.stopped = GrantRevoked("invalid_grant")
    with pytest.raises(Conflict, match="needs_reconnect"):
        reread(str(missed), console, apply=True, scope="all", wait_seconds=5, sleep=lambda _: answer_bells(bells))
    assert only("SELECT count(*) AS n FROM transactions")["n"] == 1


def test_nobody(person: uuid.UUID, console: Console) -> None:
    for user in ("nobody@example.com", str(uuid.uuid4())):
        with pytest.raises(NotFound):
            reread(user, console, apply=False, scope="all", wait_seconds=0)


def test_coverage_as_a_table_and_a_sample(missed: uuid.UUID, console: Console) -> None:
    show_coverage(None, console, limit=10)
    text = printed(console)
    assert "2 mails; 1 read, 1 unparsed, 0 notices; share read 50.0%" in text
    assert all(word in text for word in ("hdfcbank.net", "hdfc", "no_amount"))
    show_sample("hdfcbank.net", "asha@example.com", console)
    text = printed(console)
    assert "From: hdfcbank.net" in text
    assert "Rs.1.11 has been debited from account 1111 to VPA xxxx@xxxx " in text
    assert "now: transaction (None)" in text
