"""Google's sign-in service, but for its pages: tokens, revocation, who somebody is, and the published keys."""

import secrets
from dataclasses import dataclass, field
from hashlib import sha256
from hmac import compare_digest
from typing import Any, NoReturn

from sandbox.grants import EMAIL, PROFILE, SCRIPT, Access, Grants, scopes_of
from sandbox.oauth_values import Client, Consent, Form, Refusal, basic, bearer, form_of, subject
from sandbox.signing import ISSUER, Signer, half_hash, unpadded
from sandbox.wire import Answer, Request, as_json
from sandbox.world import World

_MOST_CODES = 1000
_CALLER = (b"www-authenticate", b'Bearer realm="https://accounts.google.com/", error="invalid_token"')


@dataclass
class OAuth:
    """`clients` are the registered ones, by id."""

    world: World
    grants: Grants
    signer: Signer
    clients: dict[str, Client] = field(default_factory=dict)
    _codes: dict[str, Consent] = field(default_factory=dict)

    def client(self, client_id: str) -> Client:
        return self.clients.get(client_id) or Client(client_id, client_id.partition(".")[0][:40] or "an application")

    def new_code(self, consent: Consent) -> str:
        code = f"4/0A{secrets.token_urlsafe(52)}"
        if len(self._codes) >= _MOST_CODES:
            # Codes nobody came for: the oldest first.
            del self._codes[next(iter(self._codes))]
        self._codes[code] = consent
        return code

    def token(self, request: Request, now: float) -> Answer:
        """POST /token with a form body."""
        form = form_of(request)
        try:
            exchange = {"authorization_code": self._by_code, "refresh_token": self._by_refresh}.get(
                form.get("grant_type", ""), _no_exchange
            )
            return _unstored(exchange(form, self._client_of(request, form), now))
        except Refusal as refusal:
            return refusal.answer()

    def _client_of(self, request: Request, form: Form) -> str:
        """The client's id, its secret checked if it has one. Both come in the form or by Basic; a script may leave them out."""
        client_id, secret = basic(request) or (form.get("client_id", ""), form.get("client_secret", ""))
        known = self.clients.get(client_id)
        if known and known.secret is not None and not compare_digest(known.secret.encode(), secret.encode()):
            raise Refusal("invalid_client", "Unauthorized", 401)
        return client_id or SCRIPT

    def user_of(self, request: Request) -> str | None:
        """Whose refresh token comes with a request to the token endpoint, if it holds."""
        form = form_of(request)
        held = self.grants.holding(form.get("refresh_token", ""), form.get("client_id", ""))
        return held.email if held else None

    def _by_code(self, form: Form, client_id: str, now: float) -> dict[str, Any]:
        consent = self._codes.pop(form.get("code", ""), None)
        if consent is None or consent.until <= now:
            raise Refusal("invalid_grant", "Bad Request" if form.get("code", "").startswith("4/") else "Malformed auth code.")
        if consent.client_id != client_id:
            raise Refusal("unauthorized_client", "Unauthorized", 401)
        if consent.redirect_uri != form.get("redirect_uri", ""):
            raise Refusal("redirect_uri_mismatch")
        _prove(consent, form.get("code_verifier", ""))
        refresh = self.grants.grant(consent.email, client_id, consent.scopes, offline=consent.offline)
        token, access = self.grants.new_access(consent.email, client_id, consent.scopes)
        return self._given(token, access, client_id, consent.scopes, refresh, consent.nonce)

    def _by_refresh(self, form: Form, client_id: str, _: float) -> dict[str, Any]:
        refresh_token = form.get("refresh_token", "")
        held = self.grants.holding(refresh_token, client_id)
        if held is None:
            raise Refusal("invalid_grant", "Token has been expired or revoked.")
        scopes = scopes_of(form.get("scope", "")) or held.scopes
        if not set(scopes) <= set(held.scopes):
            raise Refusal("invalid_scope")
        token, access = self.grants.new_access(held.email, held.client_id, scopes)
        return self._given(token, access, client_id, scopes, self.grants.rotated(refresh_token), "")

    def _given(
        self, token: str, access: Access, client_id: str, scopes: tuple[str, ...], refresh: str | None, nonce: str
    ) -> dict[str, Any]:
        seconds = self.grants.policy.access_token_seconds
        given = {"access_token": token, "expires_in": seconds, "scope": " ".join(scopes), "token_type": "Bearer"}
        if refresh is not None:
            given["refresh_token"] = refresh
        if "openid" in scopes:
            extra = {"nonce": nonce} if nonce else {}
            claims = self.person(access.email, access.scopes) | extra
            given["id_token"] = self.signer.identity({"azp": client_id, "aud": client_id, "at_hash": half_hash(token), **claims})
        return given

    def person(self, email: str, scopes: frozenset[str]) -> dict[str, Any]:
        """As much of somebody as the scopes show."""
        shown: dict[str, Any] = {"sub": subject(email)}
        if EMAIL in scopes:
            shown |= {"email": email, "email_verified": True}
        persona = self.world.persona(email)
        if PROFILE in scopes and persona is not None:
            first, _, last = persona.name.partition(" ")
            shown |= {"name": persona.name, "given_name": first, "family_name": last}
        return shown

    def revoke(self, request: Request, _: float) -> Answer:
        """An access or a refresh token ends the whole grant."""
        token = form_of(request).get("token", "")
        return as_json({}) if self.grants.end(token) else Refusal("invalid_token", "Token expired or revoked").answer()

    def userinfo(self, request: Request, now: float) -> Answer:
        access = self.grants.access(bearer(request), now)
        if access is None:
            refused = Refusal("invalid_request", "Invalid Credentials", 401).answer()
            return Answer(401, refused.body, headers=(_CALLER,))
        return as_json(self.person(access.email, access.scopes))

    def tokeninfo(self, request: Request, now: float) -> Answer:
        access = self.grants.access(form_of(request).get("access_token", ""), now)
        if access is None:
            return Refusal("invalid_token", "Invalid Value").answer()
        left = 3599 if access.expires_at is None else int(access.expires_at - now)
        told = {"azp": access.client_id, "aud": access.client_id, "scope": " ".join(sorted(access.scopes))}
        return as_json(told | self.person(access.email, access.scopes) | {"expires_in": str(left), "access_type": "offline"})

    def keys(self, _: Request, __: float) -> Answer:
        return as_json(self.signer.key_set())

    def certificates(self, _: Request, __: float) -> Answer:
        return as_json(self.signer.certificates())

    def configuration(self, request: Request, _: float) -> Answer:
        """OpenID's discovery document: Google's, with the endpoints on this host. Tokens name Google as their issuer."""
        root = f"http://{request.headers.get('host', 'localhost')}"
        return as_json(
            {
                "issuer": ISSUER,
                "authorization_endpoint": f"{root}/o/oauth2/v2/auth",
                "token_endpoint": f"{root}/token",
                "userinfo_endpoint": f"{root}/v1/userinfo",
                "revocation_endpoint": f"{root}/revoke",
                "jwks_uri": f"{root}/oauth2/v3/certs",
                "response_types_supported": ["code"],
                "response_modes_supported": ["query"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256"],
                "scopes_supported": ["openid", "email", "profile"],
                "token_endpoint_auth_methods_supported": ["client_secret_post", "client_secret_basic"],
                "claims_supported": _CLAIMS,
                "code_challenge_methods_supported": ["plain", "S256"],
                "grant_types_supported": ["authorization_code", "refresh_token"],
            }
        )


_CLAIMS = ["aud", "email", "email_verified", "exp", "family_name", "given_name", "iat", "iss", "name", "sub"]


def _no_exchange(form: Form, _: str, __: float) -> NoReturn:
    raise Refusal("unsupported_grant_type", f"Invalid grant_type: {form.get('grant_type', '')}")


def _prove(consent: Consent, verifier: str) -> None:
    """PKCE: whoever began the consent is who comes with its code."""
    if not consent.challenge:
        return
    if not verifier:
        raise Refusal("invalid_grant", "Missing code verifier.")
    shown = unpadded(sha256(verifier.encode()).digest()) if consent.method == "S256" else verifier
    if not compare_digest(shown.encode(), consent.challenge.encode()):
        raise Refusal("invalid_grant", "Invalid code verifier.")


def _unstored(value: dict[str, Any]) -> Answer:
    return Answer(200, as_json(value).body, headers=((b"cache-control", b"no-cache, no-store, max-age=0, must-revalidate"),))
