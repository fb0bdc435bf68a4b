"""Where access tokens come from, and how one is fetched for a refresh token."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

import google.auth.transport
import orjson
from google.auth.exceptions import GoogleAuthError
from google.oauth2.credentials import Credentials

from app.config import Settings
from app.errors import GmailError, GrantRevoked, ProjectStopped, Throttled, TransientFault
from app.gmail.faults import Kind, classify
from app.gmail.transport import Answer, PooledTransport, Transport

# Google always says how long a token holds. Should it not, a short guess costs a refresh; a long one is healed by the 401.
ASSUMED_LIFE = timedelta(minutes=10)


class TokenSource(Protocol):
    """One connection's tokens. The services keep them in the database, so that a refresh is stored once, under a row lock."""

    def access_token(self) -> str:
        """A token that should still hold. May raise GrantRevoked or TransientFault."""
        ...

    def refresh(self, rejected: str) -> str:
        """A newer token than the one Gmail rejected; another worker may have stored it already."""
        ...


@dataclass(frozen=True, slots=True)
class AccessToken:
    """`expires_at` is aware. `scopes` is what was granted, empty when Google did not say; a person may have unticked Gmail.

    `refresh_token_rotated` is the refresh token to keep from now on, or None when the old one stays.
    """

    token: str = field(repr=False)
    expires_at: datetime
    scopes: tuple[str, ...]
    refresh_token_rotated: str | None = field(default=None, repr=False)


def refresh_access_token(refresh_token: str, settings: Settings, transport: Transport | None = None) -> AccessToken:
    """One trip to the token endpoint. Raises GrantRevoked (detail: the cause), ProjectStopped, Throttled or TransientFault."""
    credentials = Credentials(  # type: ignore[no-untyped-call]  # google-auth says nothing of its types here and below
        token=None,
        refresh_token=refresh_token,
        token_uri=settings.google_token_url,
        client_id=settings.google_client_id,
        client_secret=settings.google_client_secret.get_secret_value(),
    )
    wire = TokenRequest(transport or PooledTransport(), settings.gmail_timeout_seconds)
    try:
        credentials.refresh(wire)  # type: ignore[no-untyped-call]
        return _as_access_token(credentials, wire.scopes, refresh_token)
    except (GoogleAuthError, ValueError, TypeError, LookupError, AttributeError, OverflowError):
        # Raised without the cause: the library's message quotes the answer it could not read.
        raise TransientFault("bad_token_answer") from None


def _as_access_token(credentials: Credentials, scopes: tuple[str, ...], sent: str) -> AccessToken:
    token, expiry, rotated = credentials.token, credentials.expiry, str(credentials.refresh_token)
    if not isinstance(token, str) or not token:
        raise TransientFault("bad_token_answer")
    return AccessToken(
        token=token,
        expires_at=expiry.replace(tzinfo=UTC) if expiry else datetime.now(UTC) + ASSUMED_LIFE,
        scopes=scopes,
        refresh_token_rotated=rotated if rotated != sent else None,
    )


class TokenRequest(google.auth.transport.Request):
    """google-auth's idea of a transport, over ours. Refusals are raised here: the library would sleep and retry on them."""

    def __init__(self, transport: Transport, seconds: float) -> None:
        self._transport = transport
        self._seconds = seconds
        self.scopes: tuple[str, ...] = ()  # the library drops them unless they were asked for, and asking can be refused

    def __call__(
        self,
        url: str,
        method: str = "GET",
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        timeout: float | None = None,
        **_: object,
    ) -> "_TokenResponse":
        seconds = self._seconds if timeout is None else min(timeout, self._seconds)
        answer = self._transport.send(method, url, headers=headers or {}, body=body, seconds=seconds)
        if answer.status != 200:
            raise refusal_of_token(answer)
        if answer.torn:
            raise TransientFault(answer.torn)
        self.scopes = tuple(str(_json_object(answer.body).get("scope", "")).split())
        return _TokenResponse(answer)


@dataclass(frozen=True, slots=True)
class _TokenResponse:
    _answer: Answer

    @property
    def status(self) -> int:
        return self._answer.status

    @property
    def headers(self) -> Mapping[str, str]:
        return self._answer.headers

    @property
    def data(self) -> bytes:
        return self._answer.body


# The client's own identity was refused: every connection would be, so nobody is to be asked to reconnect.
_OUR_FAULT = frozenset({"invalid_client", "deleted_client", "disabled_client", "org_internal", "unsupported_grant_type"})
_THEIR_FAULT = frozenset({"invalid_grant", "unauthorized_client", "admin_policy_enforced", "access_denied", "invalid_scope"})
# Google explains invalid_grant in prose, if at all.
_CAUSES: tuple[tuple[str, str], ...] = (
    ("expired or revoked", "expired_or_revoked"),
    ("revoked", "revoked"),
    ("password", "password_changed"),
    ("deleted", "account_deleted"),
    ("disabled", "account_disabled"),
    ("expired", "expired"),
)
_SHORT_CODE = re.compile(r"[a-z0-9_]{1,40}")


def refusal_of_token(answer: Answer) -> GmailError:
    """What a token endpoint's refusal means."""
    said = _json_object(answer.body)
    error = str(said.get("error", ""))
    if error in _THEIR_FAULT:
        return GrantRevoked(_cause(said) if error == "invalid_grant" else error)
    if error in _OUR_FAULT:
        return ProjectStopped(error)
    verdict = classify(answer.status, answer.headers, answer.body)
    if verdict.kind is Kind.THROTTLED:
        return Throttled("token_http_429", retry_after_seconds=verdict.retry_after_seconds)
    return TransientFault(f"token_http_{answer.status}")


def _cause(said: Mapping[str, Any]) -> str:
    subtype = str(said.get("error_subtype", ""))
    if _SHORT_CODE.fullmatch(subtype):
        return subtype
    description = str(said.get("error_description", "")).lower()
    return next((cause for phrase, cause in _CAUSES if phrase in description), "invalid_grant")


def _json_object(body: bytes) -> Mapping[str, Any]:
    try:
        said = orjson.loads(body)
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}
