"""A connection's tokens: encrypted at rest, refreshed once under the connection's row lock."""

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from app.config import get_settings
from app.db import transaction
from app.errors import ConfigurationError, GrantRevoked
from app.gmail.credentials import refresh_access_token
from app.models import GmailConnection
from app.storage import connections

# A token about to expire is not worth starting a batch with.
_SPARE = timedelta(seconds=90)


def cipher() -> MultiFernet:
    """Encrypts with the first key of TOKEN_ENCRYPTION_KEYS, decrypts with any. Raises ConfigurationError without a good key."""
    return _cipher(get_settings().token_encryption_keys.get_secret_value())


@cache
def _cipher(setting: str) -> MultiFernet:
    keys = [key.strip() for key in setting.split(",") if key.strip()]
    try:
        return MultiFernet([Fernet(key) for key in keys])
    except ValueError:
        raise ConfigurationError("TOKEN_ENCRYPTION_KEYS must hold one or more Fernet keys, separated by commas") from None


def encrypt(token: str) -> bytes:
    return cipher().encrypt(token.encode())


def decrypt(encrypted: bytes | None) -> str:
    """Raises GrantRevoked (`token_unreadable`)."""
    try:
        return cipher().decrypt(encrypted or b"").decode()
    except InvalidToken:
        raise GrantRevoked("token_unreadable") from None


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
            fresh = refresh_access_token(decrypt(connection.refresh_token_encrypted), settings)
            connection.access_token_encrypted = encrypt(fresh.token)
            connection.access_token_expires_at = fresh.expires_at
            if fresh.refresh_token_rotated is not None:
                connection.refresh_token_encrypted = encrypt(fresh.refresh_token_rotated)
            return fresh.token


def _still_good(connection: GmailConnection | None, *, rejected: str | None) -> str | None:
    if connection is None or connection.state != "active":
        raise GrantRevoked("not connected")
    if connection.access_token_encrypted is None or connection.access_token_expires_at is None:
        return None
    token = decrypt(connection.access_token_encrypted)
    fresh = connection.access_token_expires_at - _SPARE > datetime.now(UTC)
    return token if fresh and token != rejected else None
