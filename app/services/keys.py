"""Service keys: what a backend shows to call the API. The secret is shown once; only its hash is kept."""

import hashlib
import secrets
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from app.db import transaction
from app.errors import BadRequest, NotFound, Unauthorized
from app.models import ServiceKey
from app.storage import keys

SCOPES = (
    "sync:read",
    "sync:write",
    "users:read",
    "users:write",
    "transactions:read",
    "transactions:write",
    "access:read",
    "webhooks:write",
    "admin",
)
_PREFIX = "fcs_"


@dataclass(frozen=True, slots=True)
class KeyInfo:
    """What may be told of a key."""

    id: uuid.UUID
    name: str
    scopes: tuple[str, ...]
    expires_at: datetime | None
    revoked_at: datetime | None
    created_at: datetime


def create(name: str, scopes: Sequence[str], days: int | None = 365) -> tuple[KeyInfo, str]:
    """A new key and its secret. Raises BadRequest (`unknown_scope`)."""
    unknown = sorted(set(scopes) - set(SCOPES))
    if unknown or not scopes:
        raise BadRequest(
            f"unknown scope {', '.join(unknown) or '(none given)'}; known: {', '.join(SCOPES)}", code="unknown_scope"
        )
    secret = _PREFIX + secrets.token_urlsafe(32)
    expires_at = datetime.now(UTC) + timedelta(days=days) if days is not None else None
    with transaction() as session:
        key = keys.add(session, name=name, secret_sha256=_hash(secret), scopes=sorted(set(scopes)), expires_at=expires_at)
        return _info(key), secret


def check(secret: str) -> KeyInfo:
    """The key behind a secret. Raises Unauthorized (`invalid_key`)."""
    with transaction() as session:
        key = keys.find_valid(session, _hash(secret))
    if key is None:
        raise Unauthorized("unknown, expired or revoked", code="invalid_key")
    return _info(key)


def all_keys() -> list[KeyInfo]:
    with transaction() as session:
        return [_info(key) for key in keys.all_keys(session)]


def revoke(key_id: uuid.UUID) -> None:
    """Raises NotFound (`key_not_found`)."""
    with transaction() as session:
        if not keys.revoke(session, key_id):
            raise NotFound(f"no valid key {key_id}", code="key_not_found")


def _hash(secret: str) -> bytes:
    return hashlib.sha256(secret.encode()).digest()


def _info(key: ServiceKey) -> KeyInfo:
    return KeyInfo(key.id, key.name, tuple(key.scopes), key.expires_at, key.revoked_at, key.created_at)
