"""The pages between a client and its code: who are you, and what may it see?

GET auth ──► choose an account ──► tick what is granted ──► back to the client with a code
                 └─ skipped for a login_hint    └─ skipped where all was granted before and `prompt` does not ask again
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any
from urllib.parse import parse_qs, urlencode

from sandbox.grants import EMAIL, GMAIL_SCOPES, PROFILE, scopes_of
from sandbox.oauth import OAuth
from sandbox.oauth_values import Client, Consent, form_of
from sandbox.pages import Markup, fill, page, redirect
from sandbox.signing import ISSUER
from sandbox.wire import Answer, Request

_CODE_LIFE = 600.0
_SIGN_IN = ("openid", EMAIL, PROFILE)
_SHOWN_ACCOUNTS = 6


class Blocked(Exception):
    """The request is so wrong that nobody can be sent back to."""

    def __init__(self, error: str, detail: str) -> None:
        super().__init__(detail)
        self.error = error


@dataclass(frozen=True, slots=True)
class Asked:
    """A valid authorization request. `query` is the request itself, for the next page."""

    client: Client
    redirect_uri: str
    scopes: tuple[str, ...]
    prompt: frozenset[str]
    given: dict[str, str]
    query: str

    def back(self, **values: str) -> Answer:
        state = {"state": self.given["state"]} if "state" in self.given else {}
        joint = "&" if "?" in self.redirect_uri else "?"
        return redirect(f"{self.redirect_uri}{joint}{urlencode({**state, 'iss': ISSUER, **values})}")


class ConsentPages:
    def __init__(self, oauth: OAuth) -> None:
        self._oauth = oauth

    def begin(self, request: Request, now: float) -> Answer:
        """GET of the authorization endpoint."""
        return self._guarded(request.query, lambda asked: self._begin(asked, now))

    def choose(self, request: Request, now: float) -> Answer:
        """POST of the chosen account."""
        form = form_of(request)
        return self._guarded(form.get("request", ""), lambda asked: self._chosen(asked, form.get("account", "").strip(), now))

    def decide(self, request: Request, now: float) -> Answer:
        """POST of what was ticked, by one of two buttons."""
        form = parse_qs(request.body.decode("utf-8", "replace"))
        return self._guarded(form.get("request", [""])[-1], lambda asked: self._decide(asked, form, now))

    def _guarded(self, query: str, go_on: Any) -> Answer:
        try:
            return go_on(self._asked(query))  # type: ignore[no-any-return]  # each gives an Answer
        except Blocked as blocked:
            return page("blocked.html", 400, error=blocked.error, detail=str(blocked))

    def _asked(self, query: str) -> Asked:
        given = {name: values[-1] for name, values in parse_qs(query).items()}
        if "client_id" not in given:
            raise Blocked("invalid_request", "Missing required parameter: client_id")
        client, target = self._oauth.client(given["client_id"]), given.get("redirect_uri", "")
        if not client.allows(target):
            raise Blocked("redirect_uri_mismatch", f"The redirect URI in the request, {target or '(none)'}, is not allowed.")
        if given.get("response_type") != "code":
            raise Blocked("unsupported_response_type", "The sandbox answers response_type=code.")
        scopes = scopes_of(given.get("scope", ""))
        unknown = [one for one in scopes if one not in GMAIL_SCOPES and one not in _SIGN_IN]
        if unknown or not scopes:
            raise Blocked("invalid_scope", f"Some requested scopes were invalid: {', '.join(unknown) or '(none given)'}")
        if given.get("code_challenge_method", "plain") not in ("plain", "S256"):
            raise Blocked("invalid_request", "Invalid code_challenge_method.")
        return Asked(client, target, scopes, frozenset(given.get("prompt", "").split()), given, query)

    def _begin(self, asked: Asked, now: float) -> Answer:
        hint = self._oauth.world.spelt(asked.given.get("login_hint", ""))
        if "none" in asked.prompt:
            return self._silently(asked, hint or "", now)
        if hint and "select_account" not in asked.prompt:
            return self._chosen(asked, hint, now)
        return self._accounts(asked, hint or "", "")

    def _silently(self, asked: Asked, email: str, now: float) -> Answer:
        if set(asked.scopes) <= self._oauth.grants.consented(email, asked.client.client_id):
            return self._code(asked, email, asked.scopes, now)
        return asked.back(error="interaction_required")

    def _accounts(self, asked: Asked, typed: str, complaint: str) -> Answer:
        addresses = islice(self._oauth.world.addresses(), _SHOWN_ACCOUNTS)
        rows = Markup("".join(self._account(asked, address) for address in addresses))
        warning = fill("complaint.html", text=complaint) if complaint else Markup()
        return page("accounts.html", client=asked.client.name, request=asked.query, accounts=rows, typed=typed, complaint=warning)

    def _account(self, asked: Asked, address: str) -> Markup:
        persona = self._oauth.world.persona(address)
        name = persona.name if persona else address
        return fill("account.html", request=asked.query, address=address, name=name, initial=name[:1].upper(), hue=_hue(address))

    def _chosen(self, asked: Asked, typed: str, now: float) -> Answer:
        email = self._oauth.world.spelt(typed)
        if email is None:
            return self._accounts(asked, typed, "There is no mailbox of that address in this sandbox.")
        before = self._oauth.grants.consented(email, asked.client.client_id)
        if set(asked.scopes) <= before and "consent" not in asked.prompt:
            return self._code(asked, email, asked.scopes, now)
        boxes = Markup("".join(fill("box.html", scope=one, text=GMAIL_SCOPES[one]) for one in _mail_scopes(asked.scopes)))
        return page(
            "consent.html", client=asked.client.name, request=asked.query, account=email, initial=email[:1].upper(),
            hue=_hue(email), boxes=boxes, signing_in=_signing_in(asked.scopes), testing=self._testing(),
        )  # fmt: skip

    def _testing(self) -> Markup:
        return fill("testing.html") if self._oauth.grants.policy.testing else Markup()

    def _decide(self, asked: Asked, form: dict[str, list[str]], now: float) -> Answer:
        typed, ticked = form.get("account", [""])[-1], set(form.get("scope", []))
        email = self._oauth.world.spelt(typed)
        if email is None:
            return self._accounts(asked, typed, "There is no mailbox of that address in this sandbox.")
        if form.get("decision", [""])[-1] != "allow":
            return asked.back(error="access_denied")
        granted = tuple(one for one in asked.scopes if one in _SIGN_IN or one in ticked)
        return self._code(asked, email, granted, now) if granted else asked.back(error="access_denied")

    def _code(self, asked: Asked, email: str, scopes: tuple[str, ...], now: float) -> Answer:
        """Back with a code. A refresh token comes with it the first time, or when `prompt` asked for consent again."""
        given, client_id = asked.given, asked.client.client_id
        before = self._oauth.grants.consented(email, client_id)
        if given.get("include_granted_scopes") == "true":
            scopes = (*scopes, *sorted(before - set(scopes)))
        offline = given.get("access_type") == "offline" and (not before or "consent" in asked.prompt)
        method = given.get("code_challenge_method", "plain")
        challenge, nonce = given.get("code_challenge", ""), given.get("nonce", "")
        until = now + _CODE_LIFE
        consent = Consent(email, client_id, asked.redirect_uri, scopes, challenge, method, nonce, offline, until)
        code = self._oauth.new_code(consent)
        return asked.back(code=code, scope=" ".join(scopes), authuser="0", prompt="consent")


def _mail_scopes(scopes: Iterable[str]) -> list[str]:
    return [one for one in scopes if one in GMAIL_SCOPES]


def _signing_in(scopes: tuple[str, ...]) -> str:
    told = [word for scope, word in ((PROFILE, "your name"), (EMAIL, "your email address")) if scope in scopes]
    return f"It will also be told {' and '.join(told)}." if told else "It will be told nothing else about you."


def _hue(address: str) -> str:
    """One of six colours for somebody's initial."""
    return str(sum(address.encode()) % 6)
