import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import orjson
from sqlalchemy import Interval, and_, bindparam, func, or_, select, text, update
from sqlalchemy.orm import Session

from app.domain.outcome import Tally
from app.models import EmailSyncBatch, EmailSyncJob
from app.models.email_sync_batch import REMEMBERS
from app.models.email_sync_job import DISCONNECTED, LIVE_STATUSES, MAILBOX_CHANGED
from app.storage.clock import after, now, this_moment
from app.storage.turns import FIRST_BATCHES, is_fresh

# From the second lost lease on, a batch is worked on one mail at a time, so that a mail that kills its worker is found out.
SUSPECT_AFTER_LOST_LEASES = 2
# And the mail that was alone at hand both times is it. Once would not do: any worker may be killed at any time.
CONVICTED_AFTER_LOST_LEASES = 4


@dataclass(frozen=True, slots=True)
class Claim:
    """A batch leased to this worker: the ids to fetch now, and the fence to show when their outcomes are written.

    `fresh`: its person has begun just now and waits for it.
    """

    batch_id: uuid.UUID
    job_id: uuid.UUID
    user_id: uuid.UUID
    lease_token: uuid.UUID
    message_ids: tuple[str, ...]
    received_since: datetime | None
    spoiled_answers: int = 0
    kind: str = "initial"
    fresh: bool = False
    request_id: str | None = None


_ADD = text(
    "INSERT INTO email_sync_batches (job_id, user_id, seq, message_ids, pending_ids, lowest_id, highest_id)"
    " SELECT CAST(:job_id AS uuid), CAST(:user_id AS uuid), :first_seq + cut.n, cut.ids, cut.ids, lowest, highest"
    " FROM (SELECT (row_number() OVER ()) - 1 AS n, ARRAY(SELECT json_array_elements_text(value)) AS ids"
    " FROM json_array_elements(:cuts)) AS cut,"
    ' LATERAL (SELECT min(id COLLATE "C") AS lowest, max(id COLLATE "C") AS highest FROM unnest(cut.ids) AS id) AS ends'
)


def add_all(session: Session, job: EmailSyncJob, ids: Sequence[str], *, first_seq: int, size: int) -> int:
    """Cut `ids` into ready batches of `size`, in their order; returns how many."""
    cuts = [ids[start : start + size] for start in range(0, len(ids), size)]
    if cuts:
        values = {"job_id": job.id, "user_id": job.user_id, "first_seq": first_seq, "cuts": orjson.dumps(cuts).decode()}
        session.execute(_ADD, values)
    return len(cuts)


def listed_among(session: Session, job_id: uuid.UUID, ids: Sequence[str]) -> set[str]:
    """Those of `ids` that are in a batch of this job.

    Only batches between whose lowest and highest id one of these can be are opened. Gmail's ids grow with time and are listed
    newest first, so that is the neighbour or two; in any other order it is more of them, and as right. A batch of before
    migration 050 does not say.
    """
    if not ids:
        return set()
    near = and_(EmailSyncBatch.lowest_id <= max(ids), EmailSyncBatch.highest_id >= min(ids))
    may_hold = or_(EmailSyncBatch.lowest_id.is_(None), near)
    found = session.scalars(select(EmailSyncBatch.message_ids).where(EmailSyncBatch.job_id == job_id, may_hold))
    return {message_id for batch in found for message_id in batch}.intersection(ids)


def next_seq(session: Session, job_id: uuid.UUID) -> int:
    last = session.scalar(select(func.max(EmailSyncBatch.seq)).where(EmailSyncBatch.job_id == job_id))
    return 0 if last is None else last + 1


def claim(session: Session, batch_id: uuid.UUID, lease_seconds: float) -> Claim | None:
    """Lease a queued batch of a live job. None when there is nothing to do: done, leased to another, not granted, job over."""
    token = uuid.uuid4()
    values = {"this": batch_id, "token": token, "lease": timedelta(seconds=lease_seconds)}
    row = session.execute(_CLAIM, values).one_or_none()
    if row is None:
        return None
    ids = tuple(row.pending_ids[: row.granted_ids])
    since, spoiled = row.requested_since, row.spoiled_answers
    return Claim(batch_id, row.job_id, row.user_id, token, ids, since, spoiled, row.kind, row.fresh, row.request_id)


# Made once, like the next: every batch runs them.
_CLAIM = (
    update(EmailSyncBatch)
    .where(
        EmailSyncBatch.id == bindparam("this"),
        EmailSyncBatch.status == "queued",
        EmailSyncBatch.job_id == EmailSyncJob.id,
        EmailSyncJob.status == "processing",
    )
    .values(
        status="running",
        lease_token=bindparam("token"),
        lease_expires_at=now() + bindparam("lease", type_=Interval),
        updated_at=now(),
    )
    .returning(
        EmailSyncBatch.job_id,
        EmailSyncBatch.user_id,
        EmailSyncBatch.pending_ids,
        EmailSyncBatch.granted_ids,
        EmailSyncBatch.spoiled_answers,
        EmailSyncJob.requested_since,
        EmailSyncJob.kind,
        and_(EmailSyncBatch.seq < FIRST_BATCHES, is_fresh()).label("fresh"),
        EmailSyncJob.request_id,
    )
    .execution_options(synchronize_session=False)
)


def lock_leased(session: Session, claim: Claim) -> EmailSyncBatch | None:
    """The claimed batch, locked; None when nothing may be written any more.

    That is so when the lease ran out, when another worker holds it now, when the user has connected another mailbox (it may
    have been that one which was asked for the ids), and when they have disconnected: nothing of theirs is written after that.
    """
    return session.scalar(_LOCK_LEASED, {"this": claim.batch_id, "token": claim.lease_token})


_UNWANTED = select(EmailSyncJob.id).where(
    EmailSyncJob.id == EmailSyncBatch.job_id, EmailSyncJob.failure_code.in_((MAILBOX_CHANGED, DISCONNECTED))
)
_LOCK_LEASED = (
    select(EmailSyncBatch)
    .where(
        EmailSyncBatch.id == bindparam("this"),
        EmailSyncBatch.lease_token == bindparam("token"),
        EmailSyncBatch.lease_expires_at > now(),
        ~_UNWANTED.exists(),
    )
    .with_for_update(of=EmailSyncBatch)
)


def settle(batch: EmailSyncBatch, *, pending: list[str], tally: Tally) -> None:
    """Move ids from pending to their outcomes and let go of the lease."""
    batch.pending_ids = pending
    for outcome in _COUNTS:
        column = f"{outcome}_count"
        setattr(batch, column, getattr(batch, column) + getattr(tally, outcome))
    batch.status = "ready" if pending else "done"
    batch.finished_at = None if pending else now()
    batch.lease_token = None
    batch.lease_expires_at = None
    batch.rung_at = None


def put_off(batch: EmailSyncBatch, seconds: float) -> None:
    """Not to be granted again before `seconds` from now."""
    batch.not_before = after(seconds)


def lock_expired(session: Session, *, limit: int) -> list[EmailSyncBatch]:
    """Running batches whose lease ran out: their worker is dead or too slow. Each with its job, or neither: a tick waits for
    nobody who holds one of them."""
    return list(
        session.scalars(
            select(EmailSyncBatch)
            .join(EmailSyncJob, EmailSyncJob.id == EmailSyncBatch.job_id)
            .where(EmailSyncBatch.status == "running", EmailSyncBatch.lease_expires_at < now())
            .limit(limit)
            .with_for_update(skip_locked=True, key_share=True, of=[EmailSyncBatch, EmailSyncJob])
        )
    )


def recall(session: Session, job_id: uuid.UUID) -> list[uuid.UUID]:
    """Take back what was queued for a job that cannot go on; returns the batches, whose grants are to be ended."""
    statement = (
        update(EmailSyncBatch)
        .where(EmailSyncBatch.job_id == job_id, EmailSyncBatch.status == "queued")
        .values(status="ready", rung_at=None)
    )
    return list(session.scalars(statement.returning(EmailSyncBatch.id)))


_COUNTS = ("stored", "duplicate", "notice", "gone", "unparsed", "failed")


def tallies(session: Session, job_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, Tally]:
    """The outcomes of each of these jobs so far; a job without a batch is not in the answer."""
    counts = [func.sum(getattr(EmailSyncBatch, f"{name}_count")) for name in _COUNTS]
    statement = select(EmailSyncBatch.job_id, *counts).where(EmailSyncBatch.job_id.in_(job_ids))
    return {row[0]: Tally(*map(int, row[1:])) for row in session.execute(statement.group_by(EmailSyncBatch.job_id))}


def forget_ids(session: Session, *, older_than_seconds: float, limit: int) -> int:
    """Batches done long ago, of ended jobs, keep their counts alone. Returns how many forgot."""
    ended = select(EmailSyncJob.id).where(EmailSyncJob.id == EmailSyncBatch.job_id, EmailSyncJob.status.not_in(LIVE_STATUSES))
    old = (
        select(EmailSyncBatch.id)
        .where(text(REMEMBERS), EmailSyncBatch.finished_at < this_moment(-older_than_seconds), ended.exists())
        .order_by(EmailSyncBatch.finished_at)
        .limit(limit)
        .with_for_update(skip_locked=True, of=EmailSyncBatch)
    )
    forget = (
        update(EmailSyncBatch)
        .where(EmailSyncBatch.id.in_(old))
        .values(message_ids=[], lowest_id=None, highest_id=None, tries={})
        .returning(EmailSyncBatch.id)
    )
    return len(session.scalars(forget.execution_options(synchronize_session=False)).all())


def of_job(session: Session, job_id: uuid.UUID, *, most: int) -> Sequence[EmailSyncBatch]:
    """The first of a job's batches, newest mail first."""
    statement = select(EmailSyncBatch).where(EmailSyncBatch.job_id == job_id).order_by(EmailSyncBatch.seq).limit(most)
    return session.scalars(statement).all()


def count_of_job(session: Session, job_id: uuid.UUID) -> int:
    return session.scalar(select(func.count()).select_from(EmailSyncBatch).where(EmailSyncBatch.job_id == job_id)) or 0


def settled_lately(session: Session, job_ids: Sequence[uuid.UUID], *, window_seconds: float) -> dict[uuid.UUID, int]:
    """Mails of batches finished within the window, by job."""
    statement = select(EmailSyncBatch.job_id, func.sum(func.cardinality(EmailSyncBatch.message_ids))).where(
        EmailSyncBatch.job_id.in_(job_ids), EmailSyncBatch.finished_at > after(-window_seconds)
    )
    return {job_id: int(mails) for job_id, mails in session.execute(statement.group_by(EmailSyncBatch.job_id))}
