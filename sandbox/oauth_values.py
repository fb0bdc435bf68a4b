"""What signing in is made of: clients, consents, refusals, and what a request brings along."""

from base64 import b64decode
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import parse_qs, urlsplit

from sandbox.wire import Answer, Request, as_json

Form = dict[str, str]
_LOOPBACK = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Client:
    """A client that was registered: its secret and redirect URIs are held to. Of all others every secret is taken."""

    client_id: str
    name: str
    secret: str | None = None
    redirect_uris: tuple[str, ...] = ()

    def allows(self, redirect_uri: str) -> bool:
        """As Google: exactly one of those registered; without any, https anywhere and http on this machine."""
        return redirect_uri in self.redirect_uris if self.redirect_uris else is_redirect_uri(redirect_uri)


def is_redirect_uri(text: str) -> bool:
    """May Google send anybody there: https anywhere, http on this machine alone."""
    try:
        where = urlsplit(text)
    except ValueError:
        return False
    if where.fragment or not text.isprintable() or " " in text:
        return False
    return bool(where.hostname) and (where.scheme == "https" or (where.scheme == "http" and where.hostname in _LOOPBACK))


@dataclass(frozen=True, slots=True)
class Consent:
    """What a code stands for until it is exchanged. `until` is in sandbox time."""

    email: str
    client_id: str
    redirect_uri: str
    scopes: tuple[str, ...]
    challenge: str
    method: str
    nonce: str
    offline: bool
    until: float


@dataclass
class Refusal(Exception):
    error: str
    description: str = "Bad Request"
    status: int = 400

    def answer(self) -> Answer:
        return as_json({"error": self.error, "error_description": self.description}, self.status)


def form_of(request: Request) -> Form:
    """Query and form body as one: the last value of a name counts."""
    both = parse_qs(request.query, keep_blank_values=True) | parse_qs(
        request.body.decode("utf-8", "replace"), keep_blank_values=True
    )
    return {name: values[-1] for name, values in both.items()}


def bearer(request: Request) -> str:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def subject(email: str) -> str:
    """Google's number of an account: 21 digits, the same for ever."""
    return f"1{int(sha256(email.lower().encode()).hexdigest(), 16) % 10**20:020d}"


def basic(request: Request) -> tuple[str, str] | None:
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        client_id, _, secret = b64decode(given).decode().partition(":")
    except ValueError:
        raise Refusal("invalid_client", "Unauthorized", 401) from None
    return client_id, secret
