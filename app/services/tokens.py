"""A connection's tokens: encrypted at rest, refreshed once under the connection's row lock."""

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from app.config import get_settings
from app.db import transaction
from app.errors import GrantRevoked
from app.gmail.credentials import refresh_access_token
from app.models import GmailConnection
from app.services.cipher import decrypt, encrypt
from app.storage import connections

# A token about to expire is not worth starting a batch with.
_SPARE = timedelta(seconds=90)


@dataclass(slots=True)
class DatabaseTokens:
    """The TokenSource of one user's mailbox. `known` is their connection when it was read a moment ago, with something else."""

    user_id: uuid.UUID
    known: GmailConnection | None = None

    def access_token(self) -> str:
        """The stored token while it holds, else a new one. Raises GrantRevoked when the connection is not active."""
        connection = self.known
        if connection is None:
            with transaction() as session:
                connection = connections.get(session, self.user_id)
        return _still_good(connection, rejected=None) or self.refresh(rejected="")

    def refresh(self, rejected: str) -> str:
        """A newer token than `rejected`.

        The one place where a transaction is open across the network: the row lock makes every other worker of this user wait
        for the same answer instead of asking Google again. The call is bounded by GMAIL_TIMEOUT_SECONDS.
        """
        settings = get_settings()
        with transaction() as session:
            connection = connections.lock(session, self.user_id)
            stored = _still_good(connection, rejected=rejected)
            if stored is not None or connection is None:
                return stored or ""
            fresh = refresh_access_token(decrypt(self.user_id, connection.refresh_token_encrypted), settings)
            connection.access_token_encrypted = encrypt(self.user_id, fresh.token)
            connection.access_token_expires_at = fresh.expires_at
            if fresh.refresh_token_rotated is not None:
                connection.refresh_token_encrypted = encrypt(self.user_id, fresh.refresh_token_rotated)
            return fresh.token


def _still_good(connection: GmailConnection | None, *, rejected: str | None) -> str | None:
    if connection is None or connection.state != "active":
        raise GrantRevoked("not connected")
    if connection.access_token_encrypted is None or connection.access_token_expires_at is None:
        return None
    token = decrypt(connection.user_id, connection.access_token_encrypted)
    fresh = connection.access_token_expires_at - _SPARE > datetime.now(UTC)
    return token if fresh and token != rejected else None
