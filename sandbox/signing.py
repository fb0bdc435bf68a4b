"""Signed identities, RS256: Google's keys as this host would publish them, and the tokens they vouch for.

Times in tokens are the wall's, whatever the sandbox's clock says: whoever verifies them has a clock of their own.
"""

import time
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from hashlib import sha256
from typing import Any

import orjson
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.x509.oid import NameOID

ISSUER = "https://accounts.google.com"
LIFETIME = 3600
Json = dict[str, Any]


def unpadded(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def _number(value: int) -> str:
    return unpadded(value.to_bytes((value.bit_length() + 7) // 8, "big"))


@dataclass(frozen=True)
class Key:
    private: rsa.RSAPrivateKey

    @classmethod
    def fresh(cls) -> "Key":
        return cls(rsa.generate_private_key(public_exponent=65537, key_size=2048))

    @cached_property
    def id(self) -> str:
        encoded = self.private.public_key().public_bytes(
            serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
        )
        return sha256(encoded).hexdigest()[:40]

    def jwk(self) -> Json:
        numbers = self.private.public_key().public_numbers()
        return {"kty": "RSA", "use": "sig", "alg": "RS256", "kid": self.id, "n": _number(numbers.n), "e": _number(numbers.e)}

    @cached_property
    def certificate(self) -> str:
        """PEM, signed by itself."""
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "federated-signon.system.gserviceaccount.com")])
        now = datetime.now(UTC)
        builder = x509.CertificateBuilder(name, name, self.private.public_key(), x509.random_serial_number())
        dated = builder.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=3650))
        return dated.sign(self.private, hashes.SHA256()).public_bytes(serialization.Encoding.PEM).decode()

    def sign(self, claims: Mapping[str, Any]) -> str:
        head = unpadded(orjson.dumps({"alg": "RS256", "kid": self.id, "typ": "JWT"}))
        signed = f"{head}.{unpadded(orjson.dumps(dict(claims)))}"
        return f"{signed}.{unpadded(self.private.sign(signed.encode(), padding.PKCS1v15(), hashes.SHA256()))}"


class Signer:
    """The newest key signs; the one before it stays published, as tokens it signed are still about."""

    def __init__(self) -> None:
        self._keys: list[Key] = []

    @property
    def keys(self) -> list[Key]:
        """Newest first. Made when first asked for: a sandbox nobody signs in to needs none."""
        if not self._keys:
            self._keys = [Key.fresh()]
        return self._keys

    def rotate(self) -> None:
        self._keys = [Key.fresh(), *self._keys[:1]]

    def identity(self, claims: Mapping[str, Any]) -> str:
        """An ID token: `claims` besides issuer and times."""
        now = int(time.time())
        return self.keys[0].sign({"iss": ISSUER, **claims, "iat": now, "exp": now + LIFETIME})

    def key_set(self) -> Json:
        return {"keys": [key.jwk() for key in self.keys]}

    def certificates(self) -> Json:
        return {key.id: key.certificate for key in self.keys}


def half_hash(token: str) -> str:
    """`at_hash`: binds an access token to the identity it came with."""
    return unpadded(sha256(token.encode()).digest()[:16])
