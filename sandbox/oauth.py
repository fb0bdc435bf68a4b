"""Google's token endpoint, as far as a client with a refresh token sees it."""

import secrets
from urllib.parse import parse_qs

from sandbox.wire import Answer, as_json
from sandbox.world import World

LIFETIME = 3599
SCOPE = "openid https://www.googleapis.com/auth/userinfo.email https://www.googleapis.com/auth/gmail.readonly"
_REFRESH = "sandbox-refresh-"
_ACCESS = "sandbox-"


class Tokens:
    """`sandbox-refresh-<address>` is the grant of every mailbox, `sandbox-<address>` an access token that never expires."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._issued: dict[str, tuple[str, float]] = {}
        self._revoked: set[str] = set()

    def owner(self, token: str, now: float) -> str | None:
        """Whose mailbox an access token opens, or None."""
        issued = self._issued.get(token)
        if issued is not None:
            return issued[0] if issued[1] > now else None
        return self._granted(token.removeprefix(_ACCESS)) if token.startswith(_ACCESS) else None

    def _granted(self, address: str) -> str | None:
        return address if address in self._world and address not in self._revoked else None

    def _grant_of(self, refresh_token: str) -> str | None:
        return self._granted(refresh_token.removeprefix(_REFRESH)) if refresh_token.startswith(_REFRESH) else None

    def issue(self, body: bytes, now: float) -> Answer:
        """POST /token with a form body."""
        form = {name: values[-1] for name, values in parse_qs(body.decode("utf-8", "replace")).items()}
        if form.get("grant_type") != "refresh_token":
            return _refusal("unsupported_grant_type", f"Invalid grant_type: {form.get('grant_type', '')}")
        address = self._grant_of(form.get("refresh_token", ""))
        if address is None:
            return _refusal("invalid_grant", "Token has been expired or revoked.")
        token = "ya29.a0" + secrets.token_urlsafe(60)
        self._forget_expired(now)
        self._issued[token] = (address, now + LIFETIME)
        return as_json({"access_token": token, "expires_in": LIFETIME, "scope": SCOPE, "token_type": "Bearer"})

    def revoke_token(self, body: bytes, query: str, now: float) -> Answer:
        """POST /revoke: an access or a refresh token ends the whole grant."""
        form = parse_qs(query) | parse_qs(body.decode("utf-8", "replace"))
        token = form.get("token", [""])[-1]
        address = self._grant_of(token) or self.owner(token, now)
        if address is None:
            return _refusal("invalid_token", "Token expired or revoked")
        self.revoke(address)
        return as_json({})

    def revoke(self, address: str) -> None:
        self._revoked.add(address)
        self._issued = {token: issued for token, issued in self._issued.items() if issued[0] != address}

    def restore(self, address: str) -> None:
        self._revoked.discard(address)

    def _forget_expired(self, now: float) -> None:
        if len(self._issued) > 10_000:
            self._issued = {token: issued for token, issued in self._issued.items() if issued[1] > now}


def _refusal(error: str, description: str) -> Answer:
    return as_json({"error": error, "error_description": description}, 400)
