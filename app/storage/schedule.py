"""Which mailboxes are due for a look, and which of them rest."""

import uuid

from sqlalchemy import func, select, text, true, update
from sqlalchemy.orm import Session

from app.models import EmailSyncJob, GmailConnection
from app.models.email_sync_job import LIVE
from app.storage.clock import after, now, this_moment


def look_soon(session: Session, user_id: uuid.UUID) -> None:
    session.execute(
        update(GmailConnection)
        .where(GmailConnection.user_id == user_id, GmailConnection.state == "active")
        .values(next_sync_at=now())
    )


def take_due(session: Session, *, limit: int, again_seconds: float) -> list[uuid.UUID]:
    """Users whose mailbox is due, each put off a little so that a second ring within that time finds nothing."""
    due = (
        select(GmailConnection.id)
        .where(GmailConnection.state == "active", GmailConnection.next_sync_at <= this_moment())
        .order_by(GmailConnection.next_sync_at)
        .limit(limit)
        .with_for_update(skip_locked=True, key_share=True)
    )
    statement = (
        update(GmailConnection)
        .where(GmailConnection.id.in_(due))
        .values(next_sync_at=after(again_seconds))
        .returning(GmailConnection.user_id)
    )
    return list(session.scalars(statement))


def spread_overdue(session: Session, *, older_than_seconds: float, over_seconds: float, limit: int) -> int:
    """Mailboxes long overdue, up to `limit`, are spread at random over the time to come; one that is locked just now is left for
    later. Returns how many."""
    overdue = (
        select(GmailConnection.id)
        .where(GmailConnection.state == "active", GmailConnection.next_sync_at < this_moment(-older_than_seconds))
        .limit(limit)
        .with_for_update(skip_locked=True, key_share=True)
    )
    statement = (
        update(GmailConnection)
        .where(GmailConnection.id.in_(overdue))
        .values(next_sync_at=now() + func.random() * func.make_interval(0, 0, 0, 0, 0, 0, over_seconds))
        .returning(GmailConnection.id)
    )
    return len(session.scalars(statement).all())


def count_scheduled(session: Session) -> int:
    """Mailboxes that are looked at. From the index alone: a tenth of a second for a million."""
    return session.scalar(select(func.count()).where(GmailConnection.state == "active")) or 0


def rest_mailbox(session: Session, user_id: uuid.UUID, seconds: float) -> None:
    """Gmail counts by mailbox: when it asks one user to wait, the jobs and looks of all who have connected the same one wait.

    Rows that others have locked are passed over: whoever is at work on them hears it from Gmail.
    """
    mailbox = select(GmailConnection.mailbox).where(GmailConnection.user_id == user_id).scalar_subquery()
    sharing = select(GmailConnection.user_id).where(GmailConnection.mailbox == mailbox, GmailConnection.user_id != user_id)
    until = this_moment(seconds)
    live = (
        select(EmailSyncJob.id)
        .where(EmailSyncJob.user_id.in_(sharing), text(LIVE), func.coalesce(EmailSyncJob.resume_at < until, true()))
        .with_for_update(skip_locked=True, key_share=True)
    )
    session.execute(
        update(EmailSyncJob)
        .where(EmailSyncJob.id.in_(live))
        .values(resume_at=until, waiting_quota=True, updated_at=now())
        .execution_options(synchronize_session=False)
    )
    scheduled = (
        select(GmailConnection.id)
        .where(GmailConnection.user_id.in_(sharing), GmailConnection.state == "active", GmailConnection.next_sync_at < until)
        .with_for_update(skip_locked=True, key_share=True)
    )
    session.execute(
        update(GmailConnection)
        .where(GmailConnection.id.in_(scheduled))
        .values(next_sync_at=until)
        .execution_options(synchronize_session=False)
    )
