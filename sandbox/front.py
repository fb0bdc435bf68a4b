"""Google's addresses beside the API: signing in, keys, Pub/Sub; and this host's own front door."""

from collections.abc import Callable

from sandbox.consent import ConsentPages
from sandbox.errors import no_page
from sandbox.oauth import OAuth
from sandbox.pages import redirect
from sandbox.pubsub_rest import PubSubRest
from sandbox.wire import Answer, Request

Handler = Callable[[Request, float], Answer]
_PUBSUB = "/v1/projects/"
# By path: the word that faults use for it. Google has had several addresses for most.
_NAMES = {
    **dict.fromkeys(("/token", "/oauth2/v4/token", "/o/oauth2/token"), "token"),
    **dict.fromkeys(("/revoke", "/o/oauth2/revoke"), "revoke"),
    **dict.fromkeys(("/v1/userinfo", "/oauth2/v3/userinfo", "/oauth2/v2/userinfo", "/oauth2/v1/userinfo"), "userinfo"),
    **dict.fromkeys(("/tokeninfo", "/oauth2/v3/tokeninfo", "/oauth2/v1/tokeninfo"), "tokeninfo"),
    "/oauth2/v3/certs": "certs",
    "/oauth2/v1/certs": "certificates",
    "/.well-known/openid-configuration": "openid-configuration",
    **dict.fromkeys(("/o/oauth2/v2/auth", "/o/oauth2/auth"), "auth"),
    "/o/oauth2/v2/auth/account": "account",
    "/o/oauth2/v2/auth/decision": "decision",
    "/": "door",
    "/favicon.ico": "icon",
}
NAMES = frozenset((*_NAMES.values(), "pubsub"))


class Front:
    def __init__(self, oauth: OAuth, pubsub: PubSubRest) -> None:
        pages = ConsentPages(oauth)
        self._pubsub = pubsub
        self._handlers: dict[tuple[str, str], Handler] = {
            ("POST", "token"): oauth.token,
            ("POST", "revoke"): oauth.revoke,
            ("GET", "revoke"): oauth.revoke,
            ("GET", "userinfo"): oauth.userinfo,
            ("POST", "userinfo"): oauth.userinfo,
            ("GET", "tokeninfo"): oauth.tokeninfo,
            ("POST", "tokeninfo"): oauth.tokeninfo,
            ("GET", "certs"): oauth.keys,
            ("GET", "certificates"): oauth.certificates,
            ("GET", "openid-configuration"): oauth.configuration,
            ("GET", "auth"): pages.begin,
            ("POST", "account"): pages.choose,
            ("POST", "decision"): pages.decide,
            ("GET", "door"): lambda *_: redirect("/sandbox/"),
            ("GET", "icon"): lambda *_: redirect("/sandbox/static/mark.svg"),
        }

    @staticmethod
    def name(path: str) -> str | None:
        """What a path outside of the API is called, or None."""
        return "pubsub" if path.startswith(_PUBSUB) else _NAMES.get(path)

    def answer(self, name: str, request: Request, now: float) -> Answer:
        if name == "pubsub":
            return self._pubsub.answer(request)
        handler = self._handlers.get((request.method, name))
        return handler(request, now) if handler else no_page(request.path)
