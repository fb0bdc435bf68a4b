"""How well mail is read: what is counted, what is remembered of senders, and a sample on demand."""

import uuid

import pytest

from app.db import transaction
from app.domain.category import CATEGORIES
from app.domain.mail import Mail
from app.domain.outcome import Outcome
from app.errors import DatabaseFault, MailGone, NotFound
from app.services import coverage, sync
from app.storage import outcomes
from tests.integration.services.conftest import Bells, answer_bells, new_person
from tests.integration.services.facts import rows, run
from tests.integration.services.scripted_gmail import ScriptedGmail


def unread() -> Mail:
    """Looks like a payment from an issuer we know, in words nobody has described."""
    return Mail(
        {"from": ("HDFC Bank <alerts@hdfcbank.net>",), "subject": ("Account update",), "to": ("Asha Verma <asha@example.com>",)},
        "Ref 77881 Asha Verma Rs.512.00 moved.",
        None,
    )


def newsletter() -> Mail:
    return Mail(
        {"from": ("Knitting Weekly <hello@knitting-weekly.example>",), "subject": ("Patterns",)}, "Ten new patterns.", None
    )


@pytest.fixture
def imported(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> uuid.UUID:
    """Four payments, a letter of a friend, a newsletter, and two mails that were not read."""
    gmail.fill(payments=4, letters=1)
    gmail.mails |= {"news00000": newsletter(), "unr00000": unread(), "unr00001": unread()}
    sync.start(person, 6)
    answer_bells(bells)
    # Whether the reader understands these two is not the matter here.
    run(
        "UPDATE email_outcomes SET outcome = 'unparsed', reason = 'not_enough_evidence', issuer = 'hdfc',"
        " sender_domain = 'hdfcbank.net' WHERE message_id LIKE 'unr%'"
    )
    run("DELETE FROM transactions WHERE message_id LIKE 'unr%'")
    return person


def test_shares_and_heaps(imported: uuid.UUID) -> None:
    other = new_person("ravi@example.com")
    run(
        "INSERT INTO email_outcomes (user_id, message_id, outcome, reason, issuer, sender_domain) VALUES"
        " (:u, 'x1', 'unparsed', 'not_enough_evidence', 'hdfc', 'hdfcbank.net'),"
        " (:u, 'x2', 'unparsed', 'no_amount', NULL, 'smallbank.example')",
        u=other,
    )
    found = coverage.report(None, limit=10)
    assert (found.tally.imported, found.tally.unparsed, found.tally.notice, found.share_read) == (4, 4, 2, 0.5)
    assert [(one.issuer, one.sender_domain, one.read, one.unparsed) for one in found.senders] == [
        ("hdfc", "hdfcbank.net", 4, 3),
        (None, "smallbank.example", 0, 1),
    ]
    assert [(one.sender_domain, one.reason, one.mails, one.users) for one in found.unparsed] == [
        ("hdfcbank.net", "not_enough_evidence", 3, 2),
        ("smallbank.example", "no_amount", 1, 1),
    ]
    mine = coverage.report(other, limit=10)
    assert (mine.tally.total, mine.share_read) == (2, 0.0)
    assert len(coverage.report(None, limit=1).senders) == 1


def test_friends_and_newsletters_are_not_remembered(imported: uuid.UUID) -> None:
    kept = {row["message_id"]: row["sender_domain"] for row in rows("SELECT message_id, sender_domain FROM email_outcomes")}
    assert (kept["let00000"], kept["news00000"], kept["pay00000"]) == (None, None, "hdfcbank.net")
    assert not rows("SELECT 1 FROM email_outcomes o WHERE o::text LIKE '%knitting%' OR o::text LIKE '%example.org%'")


def test_the_table_refuses_to_remember_them(person: uuid.UUID) -> None:
    kept = [outcomes.Settled("a", Outcome.NOTICE, "no_payment", sender_domain="friend.example")]
    with pytest.raises(DatabaseFault, match="ck_email_outcomes_sender_domain"), transaction() as session:
        outcomes.record(session, user_id=person, batch_id=uuid.uuid4(), settled=kept)


def test_before_anything_was_read_there_is_no_share(person: uuid.UUID) -> None:
    found = coverage.report(person, limit=10)
    assert (found.tally.total, found.share_read, found.senders, found.unparsed) == (0, None, [], [])
    with pytest.raises(NotFound):
        coverage.report(uuid.uuid4(), limit=10)


def test_a_sample_is_fetched_and_redacted(imported: uuid.UUID, gmail: ScriptedGmail) -> None:
    gmail.fetched.clear()
    told = coverage.sample(sender_domain="hdfcbank.net")
    assert gmail.fetched == ["unr00001"]
    assert told.mail.lines == (("Ref 11111 Xxxx Xxxxx Rs.111.11 moved.",),)
    assert (told.mail.sender, told.mail.subject) == ("hdfcbank.net", "Account update")
    assert told.user_id == imported
    assert coverage.sample(issuer="hdfc", user_id=imported).mail == told.mail


def test_a_sample_of_nobody_or_of_a_mail_that_has_gone(imported: uuid.UUID, gmail: ScriptedGmail) -> None:
    with pytest.raises(NotFound) as caught:
        coverage.sample(sender_domain="other.example")
    assert caught.value.code == "no_unparsed_mail"
    del gmail.mails["unr00001"]
    with pytest.raises(MailGone):
        coverage.sample(sender_domain="hdfcbank.net")
    run("UPDATE gmail_connections SET state = 'disconnected'")
    with pytest.raises(NotFound):
        coverage.sample(sender_domain="hdfcbank.net")


def test_the_categories_of_the_table_are_those_of_the_code(person: uuid.UUID) -> None:
    stored = {(row["slug"], row["name"], row["parent_slug"]) for row in rows("SELECT * FROM categories")}
    assert stored == {(one.slug, one.name, one.parent) for one in CATEGORIES}
