"""How well mail is read: by sender, without a word of any mail; and on demand one unread mail with its person taken out."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from app.db import transaction
from app.domain.outcome import Tally
from app.errors import NotFound
from app.parsing import READER_VERSION, parse
from app.parsing.redact import Redacted, redact
from app.services.refetch import fetch_again
from app.storage import coverage, users
from app.storage.coverage import Sender, Unparsed


@dataclass(frozen=True, slots=True)
class Coverage:
    """`share_read`: of the mails that tell of money that moved, those read; None when there are none."""

    reader_version: int
    tally: Tally
    share_read: float | None
    senders: Sequence[Sender]
    unparsed: Sequence[Unparsed]


@dataclass(frozen=True, slots=True)
class Sample:
    """One unparsed mail for a bug report, whose it is, and what the reader says of it now."""

    user_id: uuid.UUID
    mail: Redacted
    issuer: str | None
    outcome: str
    reason: str | None
    reader_version: int


def report(user_id: uuid.UUID | None, *, limit: int) -> Coverage:
    """Over all users, or of one. Raises NotFound (`user_not_found`)."""
    with transaction() as session:
        if user_id is not None and users.get(session, user_id) is None:
            raise NotFound(f"no user {user_id}", code="user_not_found")
        tally = Tally(**coverage.totals(session, user_id))
        senders = coverage.senders(session, user_id, limit)
        unparsed = coverage.unparsed(session, user_id, limit)
    return Coverage(READER_VERSION, tally, share_read(tally.imported, tally.unparsed), senders, unparsed)


def share_read(read: int, unparsed: int) -> float | None:
    return round(read / (read + unparsed), 4) if read + unparsed else None


def sample(*, user_id: uuid.UUID | None = None, issuer: str | None = None, sender_domain: str | None = None) -> Sample:
    """The newest unparsed mail of that sender, fetched for this answer and redacted.

    Raises NotFound (`no_unparsed_mail`) and what `fetch_again` raises.
    """
    with transaction() as session:
        found = coverage.newest_unparsed(session, user_id=user_id, issuer=issuer, sender_domain=sender_domain)
    if found is None:
        raise NotFound("no unparsed mail of that sender in a connected mailbox", code="no_unparsed_mail")
    mail = fetch_again(*found).mail
    reading = parse(mail)
    return Sample(found[0], redact(mail), reading.issuer, str(reading.verdict), reading.reason, READER_VERSION)
