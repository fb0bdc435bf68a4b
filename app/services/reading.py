"""From what was fetched to what will be written: each id gets an outcome, or comes back later."""

from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Self

import structlog
from celery.exceptions import SoftTimeLimitExceeded

from app.domain.outcome import Outcome
from app.domain.reading import Reading, Verdict
from app.domain.transaction import Transaction
from app.gmail.port import Fetched, FetchedMail
from app.parsing import READER_VERSION, enrich, money_sender, owner_name, parse
from app.storage.outcomes import OUTSIDE_WINDOW, Settled
from app.storage.transactions import NewTransaction

log = structlog.get_logger()

# The table keeps four decimals: what is smaller would be rounded to nothing, which it refuses.
_SMALLEST = Decimal("0.0001")
_BIGGEST = Decimal(10) ** 15


_NOT_THEIRS = ("throttled", "stopped", "unasked")


@dataclass(frozen=True, slots=True)
class Results:
    """Of the ids of one batch: what is settled (a mail with transactions counts as stored until the insert says duplicate),
    and which had a fault of their own, that counts (id -> code). All others come back as they were: Gmail asked to wait, time was
    up, or (`spoiled`) an answer was lost that they shared with others."""

    settled: Sequence[Settled]
    transactions: Sequence[NewTransaction]
    faulty: dict[str, str]
    spoiled: bool = False


Read = tuple[Settled, list[NewTransaction]]


class ReadAhead:
    """Reads each mail that arrives in a thread of its own, while the caller waits for the next to come over the wire.

    For what a person waits for: after the last answer a quarter is left to read. For all else it would gain nothing, since other
    mailboxes have work for every core.
    """

    def __init__(self, since: datetime | None) -> None:
        self._begun: list[Future[dict[str, Read]]] = []
        self._since = since
        self._thread = ThreadPoolExecutor(1, "read-ahead")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        # Each mail is bounded in time, and what was not begun is not wanted any more.
        self._thread.shutdown(cancel_futures=True)

    def take(self, mails: Sequence[FetchedMail]) -> None:
        # With the ids that the task's log lines carry.
        self._begun.append(self._thread.submit(copy_context().run, _read_each, mails, self._since))

    def read(self) -> dict[str, Read]:
        """What was taken, by id, once all of it is read."""
        return {message_id: one for some in self._begun for message_id, one in some.result().items()}


def read_all(
    ids: Sequence[str], fetched: Fetched, since: datetime | None, read: Mapping[str, Read] = MappingProxyType({})
) -> Results:
    """`read` are those that are read already."""
    settled: list[Settled] = []
    transactions: list[NewTransaction] = []
    faulty: dict[str, str] = {}
    # A round that got anywhere gets on, so the mails it had no time for are not at fault.
    got_on = any(fault.code != "late" for fault in fetched.faults.values()) or bool(fetched.mails)
    for message_id in ids:
        if message_id in fetched.mails:
            one, new = read.get(message_id) or _read(fetched.mails[message_id], since)
            settled.append(one)
            transactions += new
            continue
        fault = fetched.faults[message_id]
        if fault.code == "gone":
            settled.append(Settled(message_id, Outcome.GONE, fault.code))
        elif fault.shared or fault.code in _NOT_THEIRS or (fault.code == "late" and got_on):
            continue
        elif fault.retryable:
            faulty[message_id] = fault.detail
        else:
            settled.append(Settled(message_id, Outcome.FAILED, fault.detail))
    return Results(settled, transactions, faulty, spoiled=any(fault.shared for fault in fetched.faults.values()))


def _read_each(mails: Sequence[FetchedMail], since: datetime | None) -> dict[str, Read]:
    return {mail.message_id: _read(mail, since) for mail in mails}


def _read(mail: FetchedMail, since: datetime | None) -> Read:
    # Gmail now and then lists mail from before the moment asked for.
    if since is not None and mail.received_at < since:
        return Settled(mail.message_id, Outcome.NOTICE, OUTSIDE_WINDOW), []
    try:
        reading = parse(mail.mail)
        new = new_transactions(mail, reading)
    except SoftTimeLimitExceeded:
        raise  # the task's time is up, wherever it was: nothing is wrong with this mail
    except Exception as error:  # noqa: BLE001  one bad mail never fails its batch; it ends as failed, and is listed
        log.warning("reader_failed", message_id=mail.message_id, error=type(error).__name__)
        return Settled(mail.message_id, Outcome.FAILED, "reader_error"), []
    outcome = {Verdict.TRANSACTION: Outcome.STORED, Verdict.NOTICE: Outcome.NOTICE, Verdict.UNPARSED: Outcome.UNPARSED}
    reason = None if new else reading.reason
    sender = money_sender(mail.mail, reading)
    return Settled(mail.message_id, outcome[reading.verdict], reason, reading.issuer, READER_VERSION, sender), new


def new_transactions(mail: FetchedMail, reading: Reading) -> list[NewTransaction]:
    owner = owner_name(mail.mail)
    return [
        NewTransaction(
            message_id=mail.message_id,
            line=line,
            received_at=mail.received_at,
            transaction=_storable(transaction),
            issuer=reading.issuer,
            format=reading.format,
            reader_version=READER_VERSION,
            confidence=reading.confidence,
            enrichment=enrich(transaction, issuer=reading.issuer, owner=owner, pocket=reading.pocket),
        )
        for line, transaction in enumerate(reading.transactions, start=1)
    ]


def _storable(transaction: Transaction) -> Transaction:
    """Raises ValueError for what the table would refuse: better one mail failed than its whole batch."""
    texts = (transaction.counterparty or "", transaction.reference or "", transaction.account_last4 or "")
    if not _SMALLEST <= transaction.amount < _BIGGEST or len(transaction.currency) != 3:
        raise ValueError("amount or currency out of range")
    if any(len(text) > limit or "\0" in text for text, limit in zip(texts, (300, 100, 4), strict=True)):
        raise ValueError("text out of range")
    return transaction
