import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Uuid, bindparam, cast, delete, func, select, text, true, update
from sqlalchemy.dialects.postgresql import ARRAY, insert
from sqlalchemy.orm import Session, aliased
from sqlalchemy.sql.elements import ColumnElement

from app.domain.outcome import Tally
from app.domain.priority import Priority
from app.log import request_id
from app.models import EmailSyncJob, GmailConnection
from app.models.email_sync_job import LIVE, LIVE_REPARSE, LIVE_STATUSES, LIVE_SYNC
from app.storage.clock import after, now, this_moment
from app.storage.keyset import newest_first

ERROR_LOG_LENGTH = 50
_PRIORITY = {
    "initial": Priority.INTERACTIVE,
    "incremental": Priority.INCREMENTAL,
    "retry": Priority.INCREMENTAL,
    "reparse": Priority.IMPORT,
}


def add_unless_live(session: Session, *, user_id: uuid.UUID, kind: str, **values: object) -> EmailSyncJob | None:
    """A new job, or None when this user has a live one: the partial unique index decides, so two clicks make one job.

    A re-read and a sync do not exclude each other.
    """
    statement = (
        insert(EmailSyncJob)
        .values(
            id=uuid.uuid4(),
            user_id=user_id,
            task_id=uuid.uuid4(),
            request_id=request_id(),
            rung_at=now(),
            kind=kind,
            mailbox=select(GmailConnection.mailbox).where(GmailConnection.user_id == user_id).scalar_subquery(),
            priority=_PRIORITY[kind],
            **values,
        )
        .on_conflict_do_nothing(index_elements=["user_id"], index_where=text(LIVE_REPARSE if kind == "reparse" else LIVE_SYNC))
        .returning(EmailSyncJob)
    )
    return session.scalar(statement)


def add_listed(session: Session, user_id: uuid.UUID, *, kind: str, total: int) -> EmailSyncJob | None:
    """A job that knows its mails already: a `retry` or a `reparse`. None while another of its sort is live."""
    values = {"status": "processing", "total_emails": total, "started_at": now(), "listed_at": now()}
    return add_unless_live(session, user_id=user_id, kind=kind, **values)


def live(session: Session, user_id: uuid.UUID) -> EmailSyncJob | None:
    """The live sync. A re-read is none."""
    return session.scalar(select(EmailSyncJob).where(EmailSyncJob.user_id == user_id, text(LIVE_SYNC)))


def latest(session: Session, user_id: uuid.UUID) -> EmailSyncJob | None:
    """The job a person means by «the sync»: the newest one that is no re-read."""
    return _newest(session, user_id, EmailSyncJob.kind != "reparse")


def latest_reparse(session: Session, user_id: uuid.UUID) -> EmailSyncJob | None:
    return _newest(session, user_id, EmailSyncJob.kind == "reparse")


def _newest(session: Session, user_id: uuid.UUID, which: ColumnElement[bool]) -> EmailSyncJob | None:
    statement = select(EmailSyncJob).where(EmailSyncJob.user_id == user_id, which)
    return session.scalar(statement.order_by(EmailSyncJob.created_at.desc(), EmailSyncJob.id.desc()).limit(1))


def latest_of(session: Session, user_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, EmailSyncJob]:
    """`latest` for many users; one step into the index for each."""
    wanted = func.unnest(cast(list(user_ids), ARRAY(Uuid))).table_valued("user_id", name="wanted").render_derived()
    newest = (
        select(EmailSyncJob)
        .where(EmailSyncJob.user_id == wanted.c.user_id, EmailSyncJob.kind != "reparse")
        .order_by(EmailSyncJob.created_at.desc(), EmailSyncJob.id.desc())
        .limit(1)
        .lateral()
    )
    job = aliased(EmailSyncJob, newest)
    return {one.user_id: one for one in session.scalars(select(job).select_from(wanted).join(newest, true()))}


def find(session: Session, job_id: uuid.UUID) -> EmailSyncJob | None:
    return session.get(EmailSyncJob, job_id)


def lock(session: Session, job_id: uuid.UUID) -> EmailSyncJob:
    """The job, locked until the transaction ends and read anew."""
    return session.scalars(_LOCK, {"this": job_id}).one()


_LOCK = (
    select(EmailSyncJob)
    .where(EmailSyncJob.id == bindparam("this"))
    .with_for_update(key_share=True)
    .execution_options(populate_existing=True)
)


def lock_live(session: Session, user_id: uuid.UUID) -> list[EmailSyncJob]:
    """The user's live sync and live re-read, as far as there are such, locked until the transaction ends."""
    statement = select(EmailSyncJob).where(EmailSyncJob.user_id == user_id, text(LIVE)).order_by(EmailSyncJob.id)
    return list(session.scalars(statement.with_for_update(key_share=True)))


def put_off(session: Session, job: EmailSyncJob, seconds: float, *, waiting_quota: bool) -> None:
    """Nothing of this job is granted or rung before `seconds` from now; one that is over waits for nothing."""
    if job.status in LIVE_STATUSES:
        write(session, job, resume_at=after(seconds), waiting_quota=waiting_quota)


def pause(session: Session, job: EmailSyncJob) -> None:
    """A listing at work loses its lease: its next page is not written, and is listed again after the pause."""
    write(session, job, paused_at=now(), lease_token=None, lease_expires_at=None)


def resume(session: Session, job: EmailSyncJob) -> None:
    write(session, job, paused_at=None, rung_at=None)


def count(job: EmailSyncJob, tally: Tally, *, transactions: int) -> None:
    """Add what one batch settled. Progress is told once the total is known, so it never falls."""
    job.imported_emails += tally.imported
    job.skipped_emails += tally.skipped
    job.failed_emails += tally.not_read
    job.processed_emails += tally.total
    job.parsed_transactions += transactions
    if job.listed_at is not None and job.total_emails:
        # Rounded down: nothing is complete that is not.
        job.progress_percentage = (10_000 * job.processed_emails // job.total_emails) / 100


def complete(session: Session, job: EmailSyncJob) -> None:
    write(session, job, status="completed", progress_percentage=100.0, completed_at=now(), resume_at=None, waiting_quota=False)


def applied(session: Session, job: EmailSyncJob) -> None:
    write(session, job, applied_at=func.coalesce(EmailSyncJob.applied_at, now()))


def fail(session: Session, job: EmailSyncJob, code: str) -> None:
    write(
        session,
        job,
        status="failed",
        failure_code=code,
        completed_at=now(),
        resume_at=None,
        waiting_quota=False,
        lease_token=None,
        lease_expires_at=None,
    )


def log_errors(job: EmailSyncJob, entries: Sequence[dict[str, Any]]) -> None:
    """Keep the last 50 entries and count them all. A new list is assigned: an append in place would never be saved."""
    job.error_log = [*job.error_log, *entries][-ERROR_LOG_LENGTH:]
    job.error_count += len(entries)


def write(session: Session, job: EmailSyncJob, **values: object) -> None:
    """Write values that need the database's clock, and read the row anew."""
    session.flush()
    session.execute(update(EmailSyncJob).where(EmailSyncJob.id == job.id).values(**values, updated_at=now()))
    session.refresh(job)


@dataclass(frozen=True, slots=True)
class Which:
    """Of which kind and in which state; None is no condition."""

    kind: str | None = None
    status: str | None = None

    def conditions(self) -> list[ColumnElement[bool]]:
        asked = ((EmailSyncJob.kind, self.kind), (EmailSyncJob.status, self.status))
        return [column == value for column, value in asked if value is not None]


ALL = Which()


def page(
    session: Session, user_id: uuid.UUID, which: Which, *, before: tuple[datetime, uuid.UUID] | None, limit: int
) -> list[EmailSyncJob]:
    """Newest first by (created_at, id), strictly after the key `before`."""
    statement = select(EmailSyncJob).where(EmailSyncJob.user_id == user_id, *which.conditions())
    return list(session.scalars(newest_first(statement, EmailSyncJob, before=before, limit=limit)))


def count_of_user(session: Session, user_id: uuid.UUID, which: Which = ALL) -> int:
    counted = select(func.count()).select_from(EmailSyncJob).where(EmailSyncJob.user_id == user_id, *which.conditions())
    return session.scalar(counted) or 0


def totals(session: Session) -> tuple[dict[str, int], tuple[int, int, int]]:
    """Jobs by status, and over all jobs the mails processed, transactions stored, mails failed."""
    by_status = session.execute(select(EmailSyncJob.status, func.count()).group_by(EmailSyncJob.status)).all()
    columns = (EmailSyncJob.processed_emails, EmailSyncJob.parsed_transactions, EmailSyncJob.failed_emails)
    sums = session.execute(select(*(func.coalesce(func.sum(column), 0) for column in columns))).one()
    return {row[0]: row[1] for row in by_status}, (int(sums[0]), int(sums[1]), int(sums[2]))


def forget_old(session: Session, *, older_than_seconds: float, limit: int) -> int:
    """Jobs ended long ago go, with their batches; a person's latest stays, for it is their state. Returns how many went."""
    newer = aliased(EmailSyncJob)
    is_newer = select(newer.id).where(
        newer.user_id == EmailSyncJob.user_id, newer.kind != "reparse", newer.created_at > EmailSyncJob.created_at
    )
    old = (
        select(EmailSyncJob.id)
        .where(
            EmailSyncJob.created_at < this_moment(-older_than_seconds),
            EmailSyncJob.status.not_in(LIVE_STATUSES),
            is_newer.exists(),
        )
        .limit(limit)
    )
    return len(session.scalars(delete(EmailSyncJob).where(EmailSyncJob.id.in_(old)).returning(EmailSyncJob.id)).all())
