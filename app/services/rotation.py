"""Tokens under a new key, while everything runs: batch by batch, each connection under its row lock.

TOKEN_ENCRYPTION_KEYS=new,old everywhere · rotate · TOKEN_ENCRYPTION_KEYS=new everywhere
"""

import time
from dataclasses import dataclass

from app.db import transaction
from app.errors import GrantRevoked
from app.models import GmailConnection
from app.services.cipher import decrypt, encrypt, primary_key_id
from app.storage import connections

BATCH = 100
_PAUSE_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Rotated:
    """`unreadable` were tampered with and must be connected again; `left` were locked all the time, by a refresh that hangs."""

    rotated: int
    unreadable: int
    left: int


def rotate(patience_seconds: float) -> Rotated:
    """Raises ConfigurationError when a token was encrypted with a key that is not among ours: nothing is changed in its batch."""
    give_up = time.monotonic() + patience_seconds
    rotated = unreadable = 0
    while True:
        taken, lost = _rotate_batch()
        rotated += taken - lost
        unreadable += lost
        if taken:
            continue
        with transaction() as session:
            left = connections.count_under_other_keys(session, primary_key_id())
        if not left or time.monotonic() > give_up:
            return Rotated(rotated, unreadable, left)
        time.sleep(_PAUSE_SECONDS)


def _rotate_batch() -> tuple[int, int]:
    """How many connections were taken, and how many of them could not be read."""
    with transaction() as session:
        batch = connections.lock_under_other_keys(session, primary_key_id(), limit=BATCH)
        lost = [connection for connection in batch if not _reencrypt(connection)]
        for connection in lost:
            # Nothing of it can be used, and nothing under the old key may stay.
            connection.refresh_token_encrypted = connection.access_token_encrypted = None
            session.flush()
            connections.needs_reconnect(session, connection.user_id, "token_unreadable")
        return len(batch), len(lost)


def _reencrypt(connection: GmailConnection) -> bool:
    try:
        for column in ("refresh_token_encrypted", "access_token_encrypted"):
            stored = getattr(connection, column)
            if stored is not None:
                setattr(connection, column, encrypt(connection.user_id, decrypt(connection.user_id, stored)))
    except GrantRevoked:
        return False
    return True
