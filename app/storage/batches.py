import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, text, true, update
from sqlalchemy.orm import Session, aliased

from app.domain.outcome import Tally
from app.models import EmailSyncBatch, EmailSyncJob
from app.models.email_sync_job import LIVE, MAILBOX_CHANGED
from app.storage.clock import after, now

# From the second lost lease on, a batch is worked on one mail at a time, so that a mail that kills its worker is found out.
SUSPECT_AFTER_LOST_LEASES = 2
# And the mail that was alone at hand both times is it. Once would not do: any worker may be killed at any time.
CONVICTED_AFTER_LOST_LEASES = 4


@dataclass(frozen=True, slots=True)
class Claim:
    """A batch leased to this worker: the ids to fetch now, and the fence to show when their outcomes are written."""

    batch_id: uuid.UUID
    job_id: uuid.UUID
    user_id: uuid.UUID
    lease_token: uuid.UUID
    message_ids: tuple[str, ...]
    received_since: datetime | None


@dataclass(frozen=True, slots=True)
class Granted:
    """A batch that may be worked on now, and how many of its ids."""

    batch_id: uuid.UUID
    job_id: uuid.UUID
    user_id: uuid.UUID
    ids: int


def add_all(session: Session, job: EmailSyncJob, ids: Sequence[str], *, first_seq: int, size: int) -> int:
    """Cut `ids` into ready batches of `size`, in their order; returns how many."""
    cuts = [list(ids[start : start + size]) for start in range(0, len(ids), size)]
    session.add_all(
        EmailSyncBatch(job_id=job.id, user_id=job.user_id, seq=first_seq + n, message_ids=cut, pending_ids=cut)
        for n, cut in enumerate(cuts)
    )
    session.flush()
    return len(cuts)


def listed_ids(session: Session, job_id: uuid.UUID) -> tuple[set[str], int]:
    """Every id that is in a batch of this job, and the next free seq."""
    rows = session.execute(select(EmailSyncBatch.message_ids, EmailSyncBatch.seq).where(EmailSyncBatch.job_id == job_id)).all()
    return {message_id for ids, _ in rows for message_id in ids}, max((seq for _, seq in rows), default=-1) + 1


def claim(session: Session, batch_id: uuid.UUID, lease_seconds: float) -> Claim | None:
    """Lease a queued batch of a live job. None when there is nothing to do: done, leased to another, not granted, job over."""
    token = uuid.uuid4()
    row = session.execute(
        update(EmailSyncBatch)
        .where(
            EmailSyncBatch.id == batch_id,
            EmailSyncBatch.status == "queued",
            EmailSyncBatch.job_id == EmailSyncJob.id,
            EmailSyncJob.status == "processing",
        )
        .values(status="running", lease_token=token, lease_expires_at=after(lease_seconds), updated_at=now())
        .returning(
            EmailSyncBatch.job_id,
            EmailSyncBatch.user_id,
            EmailSyncBatch.pending_ids,
            EmailSyncBatch.lost_leases,
            EmailSyncJob.requested_since,
        )
    ).one_or_none()
    if row is None:
        return None
    ids = row.pending_ids[:1] if row.lost_leases >= SUSPECT_AFTER_LOST_LEASES else row.pending_ids
    return Claim(batch_id, row.job_id, row.user_id, token, tuple(ids), row.requested_since)


def lock_leased(session: Session, claim: Claim) -> EmailSyncBatch | None:
    """The claimed batch, locked; None when nothing may be written any more.

    That is so when the lease ran out, when another worker holds it now, and when the user has connected another mailbox: it
    may have been that one which was asked for the ids.
    """
    elsewhere = select(EmailSyncJob.id).where(EmailSyncJob.id == claim.job_id, EmailSyncJob.failure_code == MAILBOX_CHANGED)
    return session.scalar(
        select(EmailSyncBatch)
        .where(
            EmailSyncBatch.id == claim.batch_id,
            EmailSyncBatch.lease_token == claim.lease_token,
            EmailSyncBatch.lease_expires_at > now(),
            ~elsewhere.exists(),
        )
        .with_for_update()
    )


def settle(batch: EmailSyncBatch, *, pending: list[str], tally: Tally) -> None:
    """Move ids from pending to their outcomes and let go of the lease."""
    batch.pending_ids = pending
    for outcome in _COUNTS:
        column = f"{outcome}_count"
        setattr(batch, column, getattr(batch, column) + getattr(tally, outcome))
    batch.status = "ready" if pending else "done"
    batch.lease_token = None
    batch.lease_expires_at = None
    batch.rung_at = None


def put_off(session: Session, batch: EmailSyncBatch, seconds: float) -> None:
    """Not to be granted again before `seconds` from now."""
    session.flush()
    session.execute(update(EmailSyncBatch).where(EmailSyncBatch.id == batch.id).values(not_before=after(seconds)))


def finish(session: Session, batch: EmailSyncBatch) -> None:
    session.flush()
    session.execute(update(EmailSyncBatch).where(EmailSyncBatch.id == batch.id).values(finished_at=now()))


def next_ready(session: Session, *, limit: int, per_job: int) -> list[Granted]:
    """The next due batches: at most `per_job` of each live job, newest mail first; jobs in turn, incremental before initial.

    Walks the live jobs and, for each, the partial index of its ready batches: idle users cost nothing.
    """
    batch = aliased(EmailSyncBatch)
    due = (
        select(batch.id, func.cardinality(batch.pending_ids).label("ids"), batch.lost_leases)
        .where(
            batch.job_id == EmailSyncJob.id, batch.status == "ready", (batch.not_before.is_(None)) | (batch.not_before <= now())
        )
        .order_by(batch.seq)
        .limit(per_job)
        .lateral()
    )
    statement = (
        select(due.c.id, EmailSyncJob.id, EmailSyncJob.user_id, due.c.ids, due.c.lost_leases)
        .select_from(EmailSyncJob)
        .join(due, true())
        .where(
            text("email_sync_jobs." + LIVE),
            EmailSyncJob.status == "processing",
            EmailSyncJob.paused_at.is_(None),
            (EmailSyncJob.resume_at.is_(None)) | (EmailSyncJob.resume_at <= now()),
        )
        .order_by(EmailSyncJob.kind == "initial", EmailSyncJob.last_granted_at.asc().nulls_first(), EmailSyncJob.id)
        .limit(limit)
    )
    return [
        Granted(batch_id, job_id, user_id, 1 if lost >= SUSPECT_AFTER_LOST_LEASES else ids)
        for batch_id, job_id, user_id, ids, lost in session.execute(statement)
    ]


def mark_queued(session: Session, chosen: Sequence[Granted]) -> list[Granted]:
    """Queue what was chosen and return it, less the batches of jobs that failed or were put off since, seen under their lock."""
    live = set(
        session.scalars(
            update(EmailSyncJob)
            .where(
                EmailSyncJob.id.in_(sorted({one.job_id for one in chosen})),
                EmailSyncJob.status == "processing",
                EmailSyncJob.paused_at.is_(None),
                (EmailSyncJob.resume_at.is_(None)) | (EmailSyncJob.resume_at <= now()),
            )
            .values(last_granted_at=now(), waiting_quota=False, resume_at=None)
            .returning(EmailSyncJob.id)
        )
    )
    granted = [one for one in chosen if one.job_id in live]
    ids = [one.batch_id for one in granted]
    session.execute(update(EmailSyncBatch).where(EmailSyncBatch.id.in_(ids)).values(status="queued", rung_at=now()))
    return granted


def take_silent(session: Session, *, older_than_seconds: float, limit: int) -> list[uuid.UUID]:
    """Queued batches whose doorbell nobody answered; marked as rung now."""
    silent = (
        select(EmailSyncBatch.id)
        .where(EmailSyncBatch.status == "queued", EmailSyncBatch.rung_at < after(-older_than_seconds))
        .order_by(EmailSyncBatch.rung_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    statement = update(EmailSyncBatch).where(EmailSyncBatch.id.in_(silent)).values(rung_at=now()).returning(EmailSyncBatch.id)
    return list(session.scalars(statement))


def lock_expired(session: Session, *, limit: int) -> list[EmailSyncBatch]:
    """Running batches whose lease ran out: their worker is dead or too slow."""
    return list(
        session.scalars(
            select(EmailSyncBatch)
            .where(EmailSyncBatch.status == "running", EmailSyncBatch.lease_expires_at < now())
            .order_by(EmailSyncBatch.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
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


def settled_lately(session: Session, job_ids: Sequence[uuid.UUID], *, window_seconds: float) -> dict[uuid.UUID, int]:
    """Mails of batches finished within the window, by job."""
    statement = select(EmailSyncBatch.job_id, func.sum(func.cardinality(EmailSyncBatch.message_ids))).where(
        EmailSyncBatch.job_id.in_(job_ids), EmailSyncBatch.finished_at > after(-window_seconds)
    )
    return {job_id: int(mails) for job_id, mails in session.execute(statement.group_by(EmailSyncBatch.job_id))}
