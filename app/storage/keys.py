import uuid
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from app.models import ServiceKey
from app.storage.clock import now


def add(session: Session, *, name: str, secret_sha256: bytes, scopes: Sequence[str], expires_at: datetime | None) -> ServiceKey:
    key = ServiceKey(name=name, secret_sha256=secret_sha256, scopes=list(scopes), expires_at=expires_at)
    session.add(key)
    session.flush()
    session.refresh(key)
    return key


def find_valid(session: Session, secret_sha256: bytes) -> ServiceKey | None:
    """The key with this hash, unless it is revoked or has expired."""
    return session.scalar(
        select(ServiceKey).where(
            ServiceKey.secret_sha256 == secret_sha256,
            ServiceKey.revoked_at.is_(None),
            or_(ServiceKey.expires_at.is_(None), ServiceKey.expires_at > now()),
        )
    )


def all_keys(session: Session) -> list[ServiceKey]:
    return list(session.scalars(select(ServiceKey).order_by(ServiceKey.created_at)))


def revoke(session: Session, key_id: uuid.UUID) -> bool:
    statement = update(ServiceKey).where(ServiceKey.id == key_id, ServiceKey.revoked_at.is_(None)).values(revoked_at=now())
    return session.scalar(statement.returning(ServiceKey.id)) is not None
