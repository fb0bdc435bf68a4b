"""Who is told of events, and what each is still to be told."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, any_, case, delete, exists, func, insert, literal, null, select, update
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session

from app.models import Webhook, WebhookDelivery
from app.storage.clock import after, now, this_moment
from app.storage.keyset import newest_first

ERASED = "user.erased"
# Of somebody who was erased nothing stays once it was told, or cannot be.
_KEPT = case((WebhookDelivery.event == ERASED, literal({}, JSONB)), else_=WebhookDelivery.payload)

_DUE = (WebhookDelivery.state == "pending", WebhookDelivery.due_at <= this_moment())
_AWAKE = (Webhook.state == "active", Webhook.resume_at <= this_moment())


@dataclass(frozen=True, slots=True)
class Due:
    """`attempts` counts this one; `failures` is how often in a row its webhook took nothing before."""

    id: uuid.UUID
    webhook_id: uuid.UUID
    event: str
    payload: dict[str, Any]
    created_at: datetime
    attempts: int
    failures: int
    url: str
    secret_encrypted: bytes | None


def tell(session: Session, event: str, payload: dict[str, Any], *, user_id: uuid.UUID | None) -> None:
    """To every active webhook that asked for this event, once the caller's transaction commits."""
    columns = (WebhookDelivery.webhook_id, WebhookDelivery.user_id, WebhookDelivery.event, WebhookDelivery.payload)
    asked = select(Webhook.id, literal(user_id, Webhook.id.type), literal(event), literal(payload, JSONB)).where(
        Webhook.state == "active", literal(event) == any_(Webhook.events)
    )
    session.execute(insert(WebhookDelivery).from_select(columns, asked))


def tell_one(session: Session, webhook_id: uuid.UUID, event: str, payload: dict[str, Any]) -> WebhookDelivery:
    delivery = WebhookDelivery(webhook_id=webhook_id, event=event, payload=payload)
    session.add(delivery)
    session.flush()
    session.refresh(delivery)
    return delivery


def with_due(session: Session) -> Sequence[uuid.UUID]:
    """Webhooks that are not resting and are to be told something now."""
    due = exists().where(WebhookDelivery.webhook_id == Webhook.id, *_DUE)
    return session.scalars(select(Webhook.id).where(*_AWAKE, due).order_by(Webhook.id)).all()


def take_due(session: Session, webhook_id: uuid.UUID, *, again_seconds: float) -> Due | None:
    """The one that is due for longest, unless the webhook rests; put off, so that nobody else sends it meanwhile."""
    due = (
        select(WebhookDelivery.id)
        .join(Webhook)
        .where(WebhookDelivery.webhook_id == webhook_id, *_DUE, *_AWAKE)
        .order_by(WebhookDelivery.due_at)
        .limit(1)
        .with_for_update(skip_locked=True, of=WebhookDelivery)
    )
    taken = session.execute(
        update(WebhookDelivery)
        .where(WebhookDelivery.id == due.scalar_subquery(), WebhookDelivery.webhook_id == Webhook.id)
        .values(due_at=after(again_seconds), attempts=WebhookDelivery.attempts + 1)
        .returning(
            WebhookDelivery.id,
            WebhookDelivery.webhook_id,
            WebhookDelivery.event,
            WebhookDelivery.payload,
            WebhookDelivery.created_at,
            WebhookDelivery.attempts,
            Webhook.failures,
            Webhook.url,
            Webhook.secret_encrypted,
        )
        .execution_options(synchronize_session=False)
    )
    row = taken.one_or_none()
    return Due(*row) if row is not None else None


def delivered(session: Session, due: Due, result: str) -> None:
    well = {"failures": 0, "failing_since": null(), "resume_at": now()}
    # The webhook before its deliveries, here and below: so nobody waits for one another.
    session.execute(update(Webhook).where(Webhook.id == due.webhook_id, Webhook.failures > 0).values(well))
    _end(session, due.id, "delivered", result)


def not_delivered(session: Session, due: Due, result: str, *, again_seconds: float | None, rest_seconds: float) -> None:
    """Try this one again after `again_seconds`, or give it up with None; leave its webhook alone for `rest_seconds`."""
    session.execute(
        update(Webhook)
        .where(Webhook.id == due.webhook_id)
        .values(
            # Several sent at once fail together: that is one failure.
            failures=case((Webhook.failures == due.failures, due.failures + 1), else_=Webhook.failures),
            failing_since=func.coalesce(Webhook.failing_since, now()),
            resume_at=func.greatest(Webhook.resume_at, after(rest_seconds)),
        )
    )
    if again_seconds is None:
        _end(session, due.id, "failed", result)
    else:
        session.execute(
            update(WebhookDelivery)
            .where(WebhookDelivery.id == due.id, WebhookDelivery.state == "pending")
            .values(due_at=after(again_seconds), last_result=result)
        )


def _end(session: Session, delivery_id: uuid.UUID, state: str, result: str) -> None:
    session.execute(
        update(WebhookDelivery)
        .where(WebhookDelivery.id == delivery_id, WebhookDelivery.state == "pending")
        .values(state=state, last_result=result, ended_at=now(), payload=_KEPT)
    )


def disable(session: Session, webhook_id: uuid.UUID, reason: str, *, failing_for_seconds: float | None = None) -> bool:
    """Nothing is sent there any more, and what was to be is given up. With `failing_for_seconds` only if it fails for so long."""
    statement = update(Webhook).where(Webhook.id == webhook_id, Webhook.state == "active")
    if failing_for_seconds is not None:
        statement = statement.where(Webhook.failing_since < after(-failing_for_seconds))
    done = session.execute(statement.values(state="disabled", state_reason=reason).returning(Webhook.id)).one_or_none()
    if done is None:
        return False
    session.execute(
        update(WebhookDelivery)
        .where(WebhookDelivery.webhook_id == webhook_id, WebhookDelivery.state == "pending")
        .values(state="failed", last_result="webhook_disabled", ended_at=now(), payload=_KEPT)
    )
    return True


def enable(session: Session, webhook_id: uuid.UUID) -> None:
    anew = {"state": "active", "state_reason": None, "failures": 0, "failing_since": None, "resume_at": now()}
    session.execute(update(Webhook).where(Webhook.id == webhook_id).values(anew))


def add(session: Session, webhook_id: uuid.UUID, *, url: str, events: Sequence[str], secret_encrypted: bytes) -> Webhook:
    webhook = Webhook(id=webhook_id, url=url, events=list(events), secret_encrypted=secret_encrypted)
    session.add(webhook)
    session.flush()
    session.refresh(webhook)
    return webhook


def find(session: Session, webhook_id: uuid.UUID) -> Webhook | None:
    return session.scalar(select(Webhook).where(Webhook.id == webhook_id).execution_options(populate_existing=True))


def all_webhooks(session: Session) -> Sequence[Webhook]:
    return session.scalars(select(Webhook).order_by(Webhook.created_at, Webhook.id)).all()


def count(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Webhook)) or 0


def remove(session: Session, webhook_id: uuid.UUID) -> bool:
    return session.execute(delete(Webhook).where(Webhook.id == webhook_id).returning(Webhook.id)).one_or_none() is not None


def page(
    session: Session, webhook_id: uuid.UUID, *, before: tuple[datetime, uuid.UUID] | None, limit: int
) -> Sequence[WebhookDelivery]:
    """Newest first by (created_at, id), strictly after the key `before`."""
    statement = select(WebhookDelivery).where(WebhookDelivery.webhook_id == webhook_id)
    return session.scalars(newest_first(statement, WebhookDelivery, before=before, limit=limit)).all()


def forget_old(session: Session, *, older_than_seconds: float, limit: int) -> int:
    """Of what has ended; returns how many."""
    old = (
        select(WebhookDelivery.id)
        .where(and_(WebhookDelivery.state != "pending", WebhookDelivery.created_at < after(-older_than_seconds)))
        .limit(limit)
    )
    return len(session.scalars(delete(WebhookDelivery).where(WebhookDelivery.id.in_(old)).returning(WebhookDelivery.id)).all())
