"""People's browser sessions: a secret in a cookie, its hash in the database, an end when idle and an end in any case."""

import hashlib
import hmac
import secrets
import uuid
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.orm import Session

from app.config import get_settings
from app.db import transaction
from app.storage import browser_sessions

_LONGEST_SECRET = 100


@dataclass(frozen=True, slots=True)
class PersonSession:
    """A session that holds. `csrf_token` goes with every request that changes something: a page of another site can make a
    browser send the cookie, but cannot read this."""

    user_id: uuid.UUID
    expires_at: datetime
    csrf_token: str = field(repr=False)

    def takes(self, csrf_token: str) -> bool:
        return hmac.compare_digest(self.csrf_token.encode(), csrf_token.encode())


def begin(session: Session, user_id: uuid.UUID) -> str:
    """Sign this user in, in the caller's transaction; returns the secret for the cookie."""
    secret = secrets.token_urlsafe(32)
    seconds = get_settings().session_max_hours * 3600.0
    browser_sessions.add(session, user_id=user_id, secret_sha256=_hash(secret), max_seconds=seconds)
    return secret


def check(secret: str) -> PersonSession | None:
    """The session behind a cookie, None when it is over or was never one."""
    if not secret or len(secret) > _LONGEST_SECRET:
        return None
    hashed = _hash(secret)
    with transaction() as session:
        found = browser_sessions.find_valid(session, hashed, idle_seconds=get_settings().session_idle_hours * 3600.0)
        if found is None:
            return None
        browser_sessions.note_use(session, hashed)
    return PersonSession(found[0], found[1], _csrf_token(secret))


def end(secret: str) -> None:
    """Sign out; of a session that is over already, nothing is left to end."""
    with transaction() as session:
        browser_sessions.end(session, _hash(secret))


def _hash(secret: str) -> bytes:
    return hashlib.sha256(secret.encode()).digest()


def _csrf_token(secret: str) -> str:
    """Made from the secret, which nobody else knows: there is nothing to store, and it ends with the session."""
    return hmac.new(secret.encode(), b"csrf", hashlib.sha256).hexdigest()
