"""Whose mailbox is being listed: each listing is leased to one worker, and begun by a bell that may have to be rung again."""

import uuid

from sqlalchemy import ColumnElement, func, or_, select, text, update
from sqlalchemy.orm import Session

from app.models import EmailSyncJob
from app.models.email_sync_job import LIVE
from app.storage import jobs
from app.storage.clock import after, now


def claim(session: Session, user_id: uuid.UUID, lease_seconds: float, *, kind: str = "initial") -> EmailSyncJob | None:
    """Lease the listing of the user's live job of this kind; None when it is listed, leased to another, or not due yet."""
    statement = (
        update(EmailSyncJob)
        .where(
            EmailSyncJob.user_id == user_id,
            text(LIVE),
            EmailSyncJob.kind == kind,
            EmailSyncJob.listed_at.is_(None),
            EmailSyncJob.paused_at.is_(None),
            or_(EmailSyncJob.lease_expires_at.is_(None), EmailSyncJob.lease_expires_at < now()),
            or_(EmailSyncJob.resume_at.is_(None), EmailSyncJob.resume_at <= now()),
        )
        .values(
            status="processing",
            lease_token=uuid.uuid4(),
            lease_expires_at=after(lease_seconds),
            resume_at=None,
            waiting_quota=False,
            started_at=func.coalesce(EmailSyncJob.started_at, now()),
        )
        .returning(EmailSyncJob)
    )
    return session.scalar(statement)


def end_lost_lease(session: Session, user_id: uuid.UUID, *, kind: str) -> EmailSyncJob | None:
    """The user's live job of this kind if whoever listed it let its lease run out: their worker is dead or too slow."""
    statement = (
        update(EmailSyncJob)
        .where(
            EmailSyncJob.user_id == user_id,
            text(LIVE),
            EmailSyncJob.kind == kind,
            EmailSyncJob.listed_at.is_(None),
            EmailSyncJob.lease_expires_at < now(),
        )
        .values(lease_token=None, lease_expires_at=None)
        .returning(EmailSyncJob)
    )
    return session.scalar(statement)


def lock_leased(session: Session, job_id: uuid.UUID, lease_token: uuid.UUID | None) -> EmailSyncJob | None:
    """The job whose listing this worker leased, locked; None when the lease ran out or the job is over."""
    return session.scalar(
        select(EmailSyncJob)
        .where(
            EmailSyncJob.id == job_id,
            EmailSyncJob.lease_token == lease_token,
            EmailSyncJob.lease_expires_at > now(),
            text(LIVE),
        )
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )


def extend_lease(session: Session, job: EmailSyncJob, lease_seconds: float) -> None:
    jobs.write(session, job, lease_expires_at=after(lease_seconds))


def end_lease(session: Session, job: EmailSyncJob) -> None:
    jobs.write(session, job, lease_token=None, lease_expires_at=None)


def set_aside(session: Session, job: EmailSyncJob) -> None:
    """Nobody has been rung for what is left of it."""
    jobs.write(session, job, lease_token=None, lease_expires_at=None, rung_at=None)


def listed(session: Session, job: EmailSyncJob) -> None:
    jobs.write(session, job, listed_at=now(), list_page_token=None, lease_token=None, lease_expires_at=None)


def some_unbegun(session: Session) -> bool:
    """Is there an import of which nothing is listed yet, and that nothing holds up?"""
    due = (
        text(LIVE),
        EmailSyncJob.listed_at.is_(None),
        EmailSyncJob.status == "pending",
        EmailSyncJob.paused_at.is_(None),
        EmailSyncJob.resume_at.is_(None),
    )
    return session.scalar(select(EmailSyncJob.id).where(*due).limit(1)) is not None


def take_unlisted(session: Session, *, silent_seconds: float, limit: int) -> list[EmailSyncJob]:
    """Live jobs that are due for listing and that nobody was rung for lately; marked as rung now. Not those set aside."""
    silent = or_(
        EmailSyncJob.rung_at.is_(None) & EmailSyncJob.list_page_token.is_(None),
        EmailSyncJob.rung_at < after(-silent_seconds),
        EmailSyncJob.rung_at < EmailSyncJob.resume_at,
    )
    return _take(session, silent, limit)


def take_set_aside(session: Session, *, limit: int) -> list[EmailSyncJob]:
    """Live jobs of which a part is listed and that let others go first; marked as rung now."""
    return _take(session, EmailSyncJob.rung_at.is_(None) & EmailSyncJob.list_page_token.is_not(None), limit)


def _take(session: Session, unrung: ColumnElement[bool], limit: int) -> list[EmailSyncJob]:
    due = (
        select(EmailSyncJob.id)
        .where(
            text(LIVE),
            EmailSyncJob.listed_at.is_(None),
            EmailSyncJob.paused_at.is_(None),
            or_(EmailSyncJob.lease_expires_at.is_(None), EmailSyncJob.lease_expires_at < now()),
            or_(EmailSyncJob.resume_at.is_(None), EmailSyncJob.resume_at <= now()),
            unrung,
        )
        .order_by(EmailSyncJob.created_at)
        .limit(limit)
        .with_for_update(skip_locked=True, key_share=True)
    )
    statement = update(EmailSyncJob).where(EmailSyncJob.id.in_(due)).values(rung_at=now()).returning(EmailSyncJob)
    return list(session.scalars(statement))
