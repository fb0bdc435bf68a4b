"""Signing in with Google: the address people are sent to, and what the code they come back with stands for.

Google's own libraries do the protocol: google-auth-oauthlib's Flow the code and PKCE, google-auth the ID token.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from google.auth.exceptions import GoogleAuthError
from google.oauth2 import id_token
from google_auth_oauthlib.flow import Flow
from oauthlib.oauth2.rfc6749.errors import OAuth2Error
from requests.exceptions import RequestException

from app.config import Settings
from app.errors import ConfigurationError, SignInRefused, TransientFault
from app.gmail.credentials import ASSUMED_LIFE, AccessToken, TokenRequest
from app.gmail.transport import PooledTransport, Transport

GMAIL_READONLY = "https://www.googleapis.com/auth/gmail.readonly"
IDENTITY = ("openid", "https://www.googleapis.com/auth/userinfo.email")
SCOPES = (*IDENTITY, GMAIL_READONLY)
ISSUERS = frozenset({"accounts.google.com", "https://accounts.google.com"})
_CLOCK_SKEW_SECONDS = 10
# Refusals of our client, not of the person's code.
_OUR_FAULT = frozenset({"invalid_client", "unauthorized_client", "redirect_uri_mismatch", "deleted_client", "disabled_client"})


@dataclass(frozen=True, slots=True)
class Attempt:
    """One trip to Google and back: what the address carries, and what must fit when the person is back.

    `verifier` is PKCE's secret; its SHA-256 travels, so whoever picks up the code alone cannot redeem it.
    """

    state: str = field(repr=False)
    nonce: str = field(repr=False)
    verifier: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who somebody is (`subject`: Google's number of the account, the same for ever) and what they granted.

    `access` opens the mailbox from now on; its scopes are those granted. `refresh_token` is None when Google gave one before and
    was not asked to show the consent page again.
    """

    subject: str
    email: str
    email_verified: bool
    access: AccessToken
    refresh_token: str | None = field(repr=False)


def authorization_url(settings: Settings, attempt: Attempt, *, gmail: bool, consent: bool, hint: str | None) -> str:
    """Where to send the person. `gmail`: ask for their mailbox, not only who they are. `consent`: show the consent page even to
    those who have granted all before."""
    asked = {"state": attempt.state, "nonce": attempt.nonce, "access_type": "offline", "include_granted_scopes": "false"}
    if consent:
        asked["prompt"] = "consent"
    if hint:
        asked["login_hint"] = hint
    url, _ = _flow(settings, attempt, SCOPES if gmail else IDENTITY).authorization_url(**asked)
    return str(url)


def redeem(settings: Settings, attempt: Attempt, code: str, transport: Transport | None = None) -> SignedIn:
    """Exchange the code, and verify who came back.

    Raises SignInRefused (`code_refused`, `identity_refused`), ConfigurationError when Google refuses our client, and
    TransientFault.
    """
    given = _exchange(settings, attempt, code)
    claims = verified_claims(settings, str(given.get("id_token", "")), transport or PooledTransport())
    if claims.get("nonce") != attempt.nonce:
        raise SignInRefused("the identity was made for another sign-in", code="identity_refused")
    return SignedIn(
        subject=str(claims["sub"]),
        email=str(claims.get("email", "")).lower(),
        email_verified=claims.get("email_verified") is True,
        access=_access_token(given),
        refresh_token=given.get("refresh_token") or None,
    )


def _access_token(given: Mapping[str, Any]) -> AccessToken:
    ends = given.get("expires_at")
    return AccessToken(
        token=str(given["access_token"]),
        expires_at=datetime.fromtimestamp(float(ends), UTC) if ends else datetime.now(UTC) + ASSUMED_LIFE,
        scopes=tuple(map(str, given.get("scope") or ())),
    )


def _exchange(settings: Settings, attempt: Attempt, code: str) -> Mapping[str, Any]:
    # No scopes here: what came back is compared by us, and the library would refuse an unticked one with a warning.
    flow = _flow(settings, attempt, None)
    # Neither a proxy nor a password of the environment: the same wire as for every other call.
    flow.oauth2session.trust_env = False
    try:
        given = flow.fetch_token(code=code, include_client_id=True, timeout=settings.gmail_timeout_seconds)
    except OAuth2Error as error:
        # Without the cause, here and below: the libraries' messages quote what they were given.
        raise _refusal(str(error.error or "")) from None
    except RequestException:
        raise TransientFault("connection") from None
    except (ValueError, TypeError, AttributeError):
        raise TransientFault("bad_token_answer") from None
    return dict(given)


def _refusal(error: str) -> SignInRefused | ConfigurationError | TransientFault:
    if error == "invalid_grant":
        return SignInRefused(
            "Google does not take this code: it was used already, has expired or is not ours", code="code_refused"
        )
    if error in _OUR_FAULT:
        return ConfigurationError(f"Google refuses GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET or GOOGLE_REDIRECT_URI ({error})")
    return TransientFault("bad_token_answer")


def verified_claims(settings: Settings, token: str, transport: Transport) -> Mapping[str, Any]:
    """What an ID token says, once it is shown to be signed by a published key, for our client, in time and by Google.

    Raises SignInRefused (`identity_refused`) and TransientFault.
    """
    wire = TokenRequest(transport, settings.gmail_timeout_seconds)
    try:
        claims: Mapping[str, Any] = id_token.verify_token(
            token,
            wire,
            audience=settings.google_client_id,
            certs_url=settings.google_certs_url,
            clock_skew_in_seconds=_CLOCK_SKEW_SECONDS,
        )
    except (GoogleAuthError, ValueError, KeyError, TypeError, AttributeError):
        raise SignInRefused("the identity is not signed by Google for us, or has expired", code="identity_refused") from None
    if claims.get("iss") not in ISSUERS or not claims.get("sub"):
        raise SignInRefused("the identity was issued by somebody else", code="identity_refused")
    return claims


def _flow(settings: Settings, attempt: Attempt, scopes: tuple[str, ...] | None) -> Flow:
    client = {
        "client_id": settings.google_client_id,
        "client_secret": settings.google_client_secret.get_secret_value(),
        "auth_uri": settings.google_auth_url,
        "token_uri": settings.google_token_url,
    }
    if not client["auth_uri"].startswith("https://") or not client["token_uri"].startswith("https://"):
        # oauthlib insists on https, and only this variable says otherwise. Google's own addresses are https: this is a sandbox.
        os.environ["OAUTHLIB_INSECURE_TRANSPORT"] = "1"
    return Flow.from_client_config(
        {"web": client},
        scopes,
        state=attempt.state,
        redirect_uri=settings.google_redirect_uri,
        code_verifier=attempt.verifier,
    )
