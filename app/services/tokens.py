"""A connection's tokens: encrypted at rest, refreshed by whoever needs one first, stored only for the grant they came of."""

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from app.config import get_settings
from app.db import transaction
from app.errors import GrantRevoked
from app.gmail.credentials import AccessToken, refresh_access_token
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
        return _still_good(_active(connection), rejected=None) or self.refresh(rejected="")

    def refresh(self, rejected: str) -> str:
        """A newer token than `rejected`. Nothing is open or locked while Google is asked: others of this user may ask at the same
        moment, and each gets a token that holds.

        What Google says counts if the refresh token that was sent is still theirs; else the one they have now is tried.
        """
        while True:
            with transaction() as session:
                connection = _active(connections.get(session, self.user_id))
            stored = _still_good(connection, rejected=rejected)
            if stored is not None:
                return stored
            sent = decrypt(self.user_id, connection.refresh_token_encrypted)
            try:
                fresh = refresh_access_token(sent, get_settings())
            except GrantRevoked:
                if self._keep(sent, None):
                    raise
            else:
                if self._keep(sent, fresh):
                    return fresh.token

    def _keep(self, sent: str, fresh: AccessToken | None) -> bool:
        """Store what came for the refresh token `sent`; False, and nothing is stored, when theirs is another by now.

        Raises GrantRevoked when they have left meanwhile.
        """
        with transaction() as session:
            connection = _active(connections.lock(session, self.user_id))
            if decrypt(self.user_id, connection.refresh_token_encrypted) != sent:
                return False
            if fresh is not None:
                connection.access_token_encrypted = encrypt(self.user_id, fresh.token)
                connection.access_token_expires_at = fresh.expires_at
                if fresh.refresh_token_rotated is not None:
                    connection.refresh_token_encrypted = encrypt(self.user_id, fresh.refresh_token_rotated)
            return True


def _active(connection: GmailConnection | None) -> GmailConnection:
    if connection is None or connection.state != "active":
        raise GrantRevoked("not connected")
    return connection


def _still_good(connection: GmailConnection, *, rejected: str | None) -> str | None:
    if connection.access_token_encrypted is None or connection.access_token_expires_at is None:
        return None
    token = decrypt(connection.user_id, connection.access_token_encrypted)
    fresh = connection.access_token_expires_at - _SPARE > datetime.now(UTC)
    return token if fresh and token != rejected else None
