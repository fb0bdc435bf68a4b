"""Every secret at rest: which rows hold one, and for whose eyes it is encrypted."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from app.models import GmailConnection, TokenRevocation, Webhook


@dataclass(frozen=True, slots=True)
class Kind:
    """Rows of `model` hold secrets in `columns`; each is encrypted for the id in the column `owner`."""

    model: type[GmailConnection | TokenRevocation | Webhook]
    columns: tuple[str, ...]
    owner: str

    def owner_of(self, row: object) -> uuid.UUID:
        owner: uuid.UUID = getattr(row, self.owner)
        return owner

    def under_other_keys(self, key_id: str) -> ColumnElement[bool]:
        prefix = f"{key_id}:".encode()
        return or_(*(func.substring(getattr(self.model, column), 1, len(prefix)) != prefix for column in self.columns))


CONNECTIONS = Kind(GmailConnection, ("refresh_token_encrypted", "access_token_encrypted"), "user_id")
REVOCATIONS = Kind(TokenRevocation, ("token_encrypted",), "id")
WEBHOOKS = Kind(Webhook, ("secret_encrypted",), "id")
KINDS = (CONNECTIONS, REVOCATIONS, WEBHOOKS)


def lock_under_other_keys(session: Session, kind: Kind, key_id: str, *, limit: int) -> Sequence[object]:
    """Rows whose secrets were not encrypted with this key, locked; without those that somebody else has locked now."""
    statement = select(kind.model).where(kind.under_other_keys(key_id)).order_by(kind.model.id).limit(limit)
    return session.scalars(statement.with_for_update(skip_locked=True, key_share=True)).all()


def count_under_other_keys(session: Session, key_id: str) -> int:
    """Of all kinds."""
    counts = (select(func.count()).select_from(kind.model).where(kind.under_other_keys(key_id)) for kind in KINDS)
    return sum(session.scalar(one) or 0 for one in counts)
