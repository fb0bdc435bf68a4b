"""Who an ID token says somebody is, and only if Google says it, to us, now."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from google.auth import crypt, jwt

from app.errors import SignInRefused, TransientFault
from app.gmail.oauth import SCOPES, Attempt, authorization_url, verified_claims
from app.gmail.transport import Answer
from tests.unit.gmail.wire import settings

GOOGLE = rsa.generate_private_key(public_exponent=65537, key_size=2048)
SOMEBODY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


@dataclass
class Certificates:
    """The wire: what is answered for the certificates."""

    body: bytes
    status: int = 200

    def send(self, method: str, url: str, *, headers: Mapping[str, str], body: bytes | None, seconds: float) -> Answer:
        return Answer(self.status, {}, self.body)


def certificate(key: rsa.RSAPrivateKey) -> str:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "test")])
    now = datetime.now(UTC)
    builder = x509.CertificateBuilder(name, name, key.public_key(), 1)
    dated = builder.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
    return dated.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM).decode()


PUBLISHED = Certificates(json.dumps({"k1": certificate(GOOGLE)}).encode())


def token(signed_by: rsa.RSAPrivateKey = GOOGLE, key_id: str = "k1", **changes: Any) -> str:
    now = int(datetime.now(UTC).timestamp())
    claims = {"iss": "https://accounts.google.com", "aud": "fincoach", "sub": "1", "iat": now, "exp": now + 60, **changes}
    pem = signed_by.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.TraditionalOpenSSL, serialization.NoEncryption()
    )
    signer = crypt.RSASigner.from_string(pem, key_id)  # type: ignore[no-untyped-call]  # google-auth says nothing of its types
    signed: bytes = jwt.encode(signer, {name: value for name, value in claims.items() if value is not None})  # type: ignore[no-untyped-call]  # same
    return signed.decode()


def claims_of(id_token: str, wire: Certificates = PUBLISHED) -> Mapping[str, Any]:
    return verified_claims(settings(google_client_id="fincoach"), id_token, wire)


@pytest.mark.parametrize("issuer", ["https://accounts.google.com", "accounts.google.com"])
def test_an_identity_by_google_for_us(issuer: str) -> None:
    assert claims_of(token(iss=issuer, email="asha@gmail.com"))["email"] == "asha@gmail.com"


def unsigned() -> str:
    head, claims, _ = token().split(".")
    return f"{head}.{claims}."


LONG_AGO = int(datetime.now(UTC).timestamp()) - 7200


@pytest.mark.parametrize(
    "id_token",
    [
        token(iss="https://evil.example"),
        token(iss=None),
        token(aud="another-client"),
        token(aud=None),
        token(sub=""),
        token(iat=LONG_AGO, exp=LONG_AGO + 60),
        token(exp=None),
        token(signed_by=SOMEBODY),
        token(key_id="k2"),
        unsigned(),
        "not a token",
        "",
        "a.b.c",
    ],
    ids=[
        "issuer",
        "no-issuer",
        "audience",
        "no-audience",
        "no-subject",
        "expired",
        "no-expiry",
        "signature",
        "key",
        "unsigned",
        "text",
        "empty",
        "dots",
    ],
)
def test_any_other_is_refused_without_being_quoted(id_token: str) -> None:
    with pytest.raises(SignInRefused) as raised:
        claims_of(id_token)
    assert raised.value.code == "identity_refused"
    assert raised.value.__cause__ is None
    assert not id_token or id_token not in str(raised.value)


@pytest.mark.parametrize("wire", [Certificates(b"", 503), Certificates(b"<html>", 404)])
def test_certificates_that_cannot_be_had_are_nobodys_fault(wire: Certificates) -> None:
    with pytest.raises(TransientFault):
        claims_of(token(), wire)


def test_certificates_that_are_none_prove_nothing() -> None:
    for body in (b"<html>", b"[]", b"{}", b'{"k1": "nonsense"}'):
        with pytest.raises(SignInRefused):
            claims_of(token(), Certificates(body))


def test_the_address_carries_the_hash_of_the_verifier_and_never_the_verifier() -> None:
    attempt = Attempt("the-state", "the-nonce", "a-verifier-of-more-than-forty-three-characters-0")
    url = authorization_url(settings(google_client_id="fincoach"), attempt, gmail=True, consent=True, hint="asha@gmail.com")
    asked = {name: value[0] for name, value in parse_qs(urlsplit(url).query).items()}
    assert attempt.verifier not in url
    assert (asked["state"], asked["nonce"], asked["login_hint"]) == ("the-state", "the-nonce", "asha@gmail.com")
    assert (asked["prompt"], asked["scope"].split()) == ("consent", list(SCOPES))
    assert attempt.verifier not in repr(attempt)
