"""Secrets at rest under a new key, while everything runs: batch by batch, each row locked.

TOKEN_ENCRYPTION_KEYS=new,old everywhere · rotate · TOKEN_ENCRYPTION_KEYS=new everywhere
"""

import time
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.db import transaction
from app.errors import GrantRevoked
from app.models import GmailConnection, TokenRevocation, Webhook
from app.services.cipher import decrypt, encrypt, primary_key_id
from app.services.revoking import UNREADABLE
from app.storage import connections, revocations, sealed, webhooks
from app.storage.sealed import Kind

BATCH = 100
_PAUSE_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Rotated:
    """Connections, grants still to be ended and webhooks. `unreadable` were tampered with: such people must connect again, such
    webhooks are disabled; `left` were locked all the time, by a refresh that hangs."""

    rotated: int
    unreadable: int
    left: int


def rotate(patience_seconds: float) -> Rotated:
    """Raises ConfigurationError for a secret under a key that is not among ours: nothing is changed in its batch."""
    give_up = time.monotonic() + patience_seconds
    rotated = unreadable = 0
    while True:
        done = [_rotate_batch(kind) for kind in sealed.KINDS]
        rotated += sum(taken - lost for taken, lost in done)
        unreadable += sum(lost for _, lost in done)
        if any(taken for taken, _ in done):
            continue
        with transaction() as session:
            left = sealed.count_under_other_keys(session, primary_key_id())
        if not left or time.monotonic() > give_up:
            return Rotated(rotated, unreadable, left)
        time.sleep(_PAUSE_SECONDS)


def _rotate_batch(kind: Kind) -> tuple[int, int]:
    """How many rows were taken, and how many of them could not be read."""
    with transaction() as session:
        batch = sealed.lock_under_other_keys(session, kind, primary_key_id(), limit=BATCH)
        lost = [row for row in batch if not _reencrypt(kind, row)]
        for row in lost:
            # Nothing of it can be used, and nothing under the old key may stay.
            _give_up(session, row)
        return len(batch), len(lost)


def _reencrypt(kind: Kind, row: object) -> bool:
    owner = kind.owner_of(row)
    try:
        for column in kind.columns:
            stored = getattr(row, column)
            if stored is not None:
                setattr(row, column, encrypt(owner, decrypt(owner, stored)))
    except GrantRevoked:
        return False
    return True


def _give_up(session: Session, row: object) -> None:
    match row:
        case GmailConnection():
            row.refresh_token_encrypted = row.access_token_encrypted = None
            session.flush()
            connections.needs_reconnect(session, row.user_id, UNREADABLE)
        case TokenRevocation():
            revocations.end(session, row.id, UNREADABLE)
        case Webhook():
            row.secret_encrypted = None
            session.flush()
            webhooks.disable(session, row.id, "secret_unreadable")
