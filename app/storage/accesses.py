"""The access record: added to, read, and forgotten after its time."""

import uuid
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import delete, select, text
from sqlalchemy.orm import Session

from app.models import AccessRecord
from app.storage.clock import after
from app.storage.keyset import newest_first

# Whose it is, by what the request named; nothing is added for what is not there.
_OWNERS = {
    "user_id": "SELECT id FROM users WHERE id = :named",
    "job_id": "SELECT user_id FROM email_sync_jobs WHERE id = :named",
    "transaction_id": "SELECT user_id FROM transactions WHERE id = :named",
}
NAMES = tuple(_OWNERS)
_ADD = (
    "INSERT INTO access_records (user_id, actor, key_id, method, route, status, request_id)"
    " SELECT users.id, :actor, :key_id, :method, :route, :status, :request_id FROM users WHERE users.id = ({owner}) FOR KEY SHARE"
)
_ADD_BY = {name: text(_ADD.format(owner=owner)) for name, owner in _OWNERS.items()}


@dataclass(frozen=True, slots=True)
class Access:
    """`actor` is `key`, `person` or `local`; `route` is the template, without the ids of the request."""

    actor: str
    key_id: uuid.UUID | None
    method: str
    route: str
    status: int
    request_id: str


def add(session: Session, access: Access, *, name: str, named: uuid.UUID) -> None:
    """`named` is the id that the request gave under `name`, one of NAMES."""
    session.execute(_ADD_BY[name], {**asdict(access), "named": named})


def page(
    session: Session, user_id: uuid.UUID, *, before: tuple[datetime, uuid.UUID] | None, limit: int
) -> Sequence[AccessRecord]:
    """Newest first by (created_at, id), strictly after the key `before`."""
    statement = select(AccessRecord).where(AccessRecord.user_id == user_id)
    return session.scalars(newest_first(statement, AccessRecord, before=before, limit=limit)).all()


def allow_forgetting(session: Session) -> None:
    """For this transaction; see the trigger of the table."""
    session.execute(text("SET LOCAL fincoach.may_forget = 'on'"))


def forget_old(session: Session, *, older_than_seconds: float, limit: int) -> int:
    """Returns how many were forgotten."""
    allow_forgetting(session)
    old = select(AccessRecord.id).where(AccessRecord.created_at < after(-older_than_seconds)).limit(limit)
    return len(session.scalars(delete(AccessRecord).where(AccessRecord.id.in_(old)).returning(AccessRecord.id)).all())
