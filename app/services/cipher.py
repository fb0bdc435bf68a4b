"""Secrets at rest: `key id : Fernet(user's id + secret)`.

The key id tells a process that was started with the wrong keys (a fault of ours: nobody has to reconnect) from a ciphertext
that was tampered with (that connection is lost). The user's id inside keeps a ciphertext from opening in another row.
"""

import uuid
from functools import cache
from hashlib import sha256

from cryptography.fernet import Fernet, InvalidToken

from app.config import get_settings
from app.errors import ConfigurationError, GrantRevoked

KEY_ID_LENGTH = 8
_UUID_BYTES = 16


def encrypt(user_id: uuid.UUID, secret: str) -> bytes:
    """With the first key of TOKEN_ENCRYPTION_KEYS. Raises ConfigurationError when there is none."""
    key_id = primary_key_id()
    return key_id.encode() + b":" + _ring()[key_id].encrypt(user_id.bytes + secret.encode())


def decrypt(user_id: uuid.UUID, stored: bytes | None) -> str:
    """Raises ConfigurationError when the key is not among ours, GrantRevoked (`token_unreadable`) for what is not a ciphertext
    of this user."""
    key_id, colon, sealed = (stored or b"").partition(b":")
    if not colon or len(key_id) != KEY_ID_LENGTH:
        raise GrantRevoked("token_unreadable")
    key = _ring().get(key_id.decode("latin-1"))
    if key is None:
        raise ConfigurationError(
            f"TOKEN_ENCRYPTION_KEYS lacks the key {key_id.decode('latin-1')!r}, which a stored token was encrypted with"
        )
    try:
        opened = key.decrypt(sealed)
        owner, secret = uuid.UUID(bytes=opened[:_UUID_BYTES]), opened[_UUID_BYTES:].decode()
    except (InvalidToken, ValueError):
        raise GrantRevoked("token_unreadable") from None
    if owner != user_id:
        raise GrantRevoked("token_unreadable")
    return secret


def primary_key_id() -> str:
    """The id of the key that encrypts. Raises ConfigurationError without one."""
    ring = _ring()
    if not ring:
        raise ConfigurationError("TOKEN_ENCRYPTION_KEYS must hold one or more Fernet keys, separated by commas")
    return next(iter(ring))


def key_ids() -> tuple[str, ...]:
    """Of all keys, newest first."""
    return tuple(_ring())


def _ring() -> dict[str, Fernet]:
    return _ring_of(get_settings().token_keys)


@cache
def _ring_of(keys: tuple[str, ...]) -> dict[str, Fernet]:
    return {sha256(key.encode()).hexdigest()[:KEY_ID_LENGTH]: Fernet(key) for key in keys}
