"""Reading again, after the reader has learned something: look at what would change, then apply it.

    start      a job of kind `reparse` over ids that have their outcome   (API, CLI)
    propose    each batch writes what the reader says now, beside the rows (process_email_batch, by sync)
    report     new, changed and gone transactions, computed against the rows as they are
    apply      the rows become what was proposed; no mail is fetched again

It runs through the dispatcher like any job, so quota, leases and retries hold. See docs/decisions/009.
"""

import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sqlalchemy.orm import Session

from app import queue
from app.config import get_settings
from app.db import after_commit, transaction
from app.domain.change import Change
from app.domain.outcome import Outcome
from app.errors import Conflict, NotFound
from app.models import EmailSyncJob
from app.parsing import READER_VERSION
from app.services import endings
from app.services.connections import require_active
from app.services.transactions import Facts, facts
from app.storage import batches, jobs, outcomes, rereads, users
from app.storage.outcomes import Settled
from app.storage.transactions import NewTransaction

Scope = Literal["all", "unparsed"]


@dataclass(frozen=True, slots=True)
class Started:
    """`created` is false when a re-read was live already: this is that one."""

    job_id: uuid.UUID
    total_emails: int
    created: bool


@dataclass(frozen=True, slots=True)
class ChangeShown:
    """One transaction that is `new`, `gone`, or `changed` in `fields`."""

    change: str
    message_id: str
    line: int
    fields: tuple[str, ...]
    before: Facts | None
    after: Facts | None


@dataclass(frozen=True, slots=True)
class Report:
    """`counts` has `new`, `changed` and `gone`; `changes` only the first of them."""

    job: EmailSyncJob
    counts: dict[str, int]
    changes: Sequence[ChangeShown]


@dataclass(frozen=True, slots=True)
class Applied:
    job_id: uuid.UUID
    counts: dict[str, int]


def start(user_id: uuid.UUID, scope: Scope = "all") -> Started:
    """Make a job that reads the user's unparsed mails again, and with `all` everything an older reader settled.

    Raises NotFound (`user_not_found`) and Conflict (`not_connected`, `needs_reconnect`).
    """
    with transaction() as session:
        require_active(session, user_id)
        ids = outcomes.rereadable_ids(session, user_id, READER_VERSION, unparsed_only=scope == "unparsed")
        job = jobs.add_listed(session, user_id, kind="reparse", total=len(ids))
        if job is None:
            return _live(session, user_id)
        rereads.forget(session, user_id)
        batches.add_all(session, job, ids, first_seq=0, size=get_settings().emails_per_batch)
        endings.complete_if_settled(session, job)
        after_commit(session, queue.ring_dispatch)
        return Started(job.id, job.total_emails, created=True)


def _live(session: Session, user_id: uuid.UUID) -> Started:
    job = _latest(session, user_id)
    return Started(job.id, job.total_emails, created=False)


def _latest(session: Session, user_id: uuid.UUID) -> EmailSyncJob:
    job = jobs.latest_reparse(session, user_id)
    if job is not None:
        return job
    if users.get(session, user_id) is None:
        raise NotFound(f"no user {user_id}", code="user_not_found")
    raise NotFound("nothing was read again for this user yet", code="reparse_not_found")


def propose(session: Session, claim: batches.Claim, settled: Sequence[Settled], new: Sequence[NewTransaction]) -> list[Settled]:
    """Keep what a batch's mails say now. A mail that changes nothing counts as a duplicate: all its transactions are there."""
    rereads.add(session, claim.user_id, claim.job_id, settled, new)
    ids = [one.message_id for one in settled]
    changing = {one.message_id for one in rereads.changes_of(session, claim.user_id, claim.job_id, ids)}
    return [
        replace(one, outcome=Outcome.DUPLICATE) if one.outcome is Outcome.STORED and one.message_id not in changing else one
        for one in settled
    ]


def latest(user_id: uuid.UUID) -> EmailSyncJob:
    """The job of the user's latest re-read. Raises NotFound (`user_not_found`, `reparse_not_found`)."""
    with transaction() as session:
        return _latest(session, user_id)


def report(user_id: uuid.UUID, *, limit: int) -> Report:
    """The user's latest re-read. Raises NotFound (`user_not_found`, `reparse_not_found`)."""
    with transaction() as session:
        job = _latest(session, user_id)
        changes = rereads.changes_of(session, user_id, job.id)
    return Report(job, _counts(changes), [_shown(one) for one in changes[:limit]])


def _shown(change: Change) -> ChangeShown:
    fields = dict.fromkeys("occurred_at" if name.startswith("occurred") else name for name in change.fields)
    before, after = (facts(row) if row else None for row in (change.before, change.after))
    return ChangeShown(change.what, change.message_id, change.line, tuple(fields), before, after)


def _counts(changes: Sequence[Change]) -> dict[str, int]:
    counted = Counter(one.what for one in changes)
    return {what: counted[what] for what in ("new", "changed", "gone")}


def apply(user_id: uuid.UUID) -> Applied:
    """Make the user's transactions what the latest re-read says. Again, it changes nothing.

    Raises NotFound (`user_not_found`, `reparse_not_found`) and Conflict (`reparse_not_ready`) while it runs or after it failed.
    """
    with transaction() as session:
        job = jobs.lock(session, _latest(session, user_id).id)
        if job.status != "completed":
            raise Conflict(f"the re-read is {job.status}", code="reparse_not_ready")
        counts = _counts(rereads.changes_of(session, user_id, job.id))
        job.parsed_transactions += rereads.apply(session, user_id, job.id)
        jobs.applied(session, job)
        return Applied(job.id, counts)
