"""Reading ahead: what is read while more is on the wire is what would have been read after it."""

from datetime import UTC, datetime, timedelta

from app.domain.mail import Mail
from app.domain.outcome import Outcome
from app.gmail.port import Fetched, FetchedMail, FetchFault
from app.services.reading import ReadAhead, read_all

NOW = datetime.now(UTC)
PAYMENT = (
    "Dear Customer, Rs.250.00 has been debited from account 4821 to VPA shop@okaxis SHOP on 10-04-26. "
    "Your UPI transaction reference number is 610000000250."
)


def mail(message_id: str, text: str, *, age: timedelta = timedelta(hours=1)) -> FetchedMail:
    headers = {"from": ("HDFC Bank InstaAlerts <alerts@hdfcbank.net>",), "subject": ("You have done a UPI txn. Check details!",)}
    received_at = NOW - age
    return FetchedMail(message_id, received_at, Mail(headers=headers, text=text, html=None, received_at=received_at))


def test_read_ahead_or_afterwards_is_the_same() -> None:
    mails = {one.message_id: one for one in (mail("a", PAYMENT), mail("b", "See you on Sunday."), mail("c", PAYMENT))}
    mails["old"] = mail("old", PAYMENT, age=timedelta(days=9))
    fetched = Fetched(mails, {"lost": FetchFault("gone", False, "http_404")})
    ids, since = [*mails, "lost"], NOW - timedelta(days=7)
    with ReadAhead(since) as ahead:
        for one in ("a", "b", "old"):
            ahead.take(mails[one])
        results = read_all(ids, fetched, since, ahead.begun)
    assert results == read_all(ids, fetched, since)
    outcomes = {one.message_id: one.outcome for one in results.settled}
    assert (outcomes["a"], outcomes["c"], outcomes["old"]) == (Outcome.STORED, Outcome.STORED, Outcome.NOTICE)


def test_it_is_read_without_anybody_asking_for_it() -> None:
    with ReadAhead(None) as ahead:
        ahead.take(mail("a", PAYMENT))
        settled, transactions = ahead.begun["a"].result(timeout=30)
    assert (settled.outcome, len(transactions)) == (Outcome.STORED, 1)
