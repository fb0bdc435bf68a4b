"""Whatever is thrown at the pages and the control routes, they answer: never a traceback, never a 5xx."""

import json
from typing import Any
from urllib.parse import urlencode

from hypothesis import given, settings
from hypothesis import strategies as some

from sandbox.control import Control
from sandbox.front import _NAMES
from sandbox.wire import Request
from tests.unit.sandbox.house import ADDRESS, house

SANDBOX = house()
CONTROL = Control(SANDBOX.service)
WORDS = some.sampled_from(
    (
        "", "app", "code", ADDRESS, f"sandbox-{ADDRESS}", f"sandbox-refresh-{ADDRESS}", "http://localhost/cb", "https://[",
        "openid", "https://www.googleapis.com/auth/gmail.readonly", "S256", "none", "refresh_token", "authorization_code",
        "4/0Ax", "allow", "\x00",
    )
)  # fmt: skip
TEXT = WORDS | some.text(max_size=20)
NAMES = some.sampled_from(
    (
        "client_id", "client_secret", "redirect_uri", "response_type", "scope", "state", "prompt", "login_hint", "access_type",
        "nonce", "code", "code_verifier", "code_challenge", "code_challenge_method", "grant_type", "refresh_token",
        "token", "access_token", "account", "decision", "request",
    )
)  # fmt: skip
SOUND = {
    "client_id": "app", "redirect_uri": "http://localhost/cb", "response_type": "code", "scope": "openid email",
    "account": ADDRESS, "grant_type": "refresh_token", "refresh_token": f"sandbox-refresh-{ADDRESS}",
}  # fmt: skip
SOUND["request"] = urlencode(SOUND)
# Mostly sound, with a few things changed: pure noise does not get far.
CHANGES = some.dictionaries(NAMES, TEXT, max_size=3)
FORMS = CHANGES | CHANGES.map(lambda changes: SOUND | changes)
JSON: some.SearchStrategy[Any] = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats(allow_nan=False) | TEXT,
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)
# What can grow without bound, or takes a mail for every number, is asked for in small numbers elsewhere.
FIELDS = some.sampled_from(
    (
        "kind", "method", "user", "part", "probability", "count", "duration", "status", "where", "advance",
        "rate", "seconds", "jitter", "name", "testing", "access_token_seconds", "client_id", "redirect_uris",
        "topic", "subscription", "endpoint", "raw", "expected", "labels", "from", "subject", "text", "restore", "email", "ackIds",
        "messages", "pushConfig", "maxMessages", "ackDeadlineSeconds",
    )
)  # fmt: skip
BODIES = some.dictionaries(FIELDS, JSON, max_size=6).map(lambda value: json.dumps(value).encode()) | some.binary(max_size=40)


@settings(max_examples=400, derandomize=True)
@given(
    some.sampled_from(sorted(_NAMES)),
    some.sampled_from(("GET", "POST", "PUT")),
    FORMS,
    FORMS,
    some.binary(max_size=30),
    some.sampled_from(("", "Bearer x", "Basic YTpi", "Basic //", "Basic \xff")),
)
def test_pages(path: str, method: str, query: dict[str, str], form: dict[str, str], junk: bytes, authorization: str) -> None:
    encoded = urlencode(form, errors="surrogatepass").encode() + b"&" + junk
    headers = {"authorization": authorization} if authorization else {}
    request = Request(method, path, urlencode(query, errors="surrogatepass"), headers, encoded)
    name = SANDBOX.service.page_name(path)
    assert name is not None
    assert SANDBOX.service.page(name, request).status < 500
    SANDBOX.service.user_of(request)


PATHS = some.sampled_from(
    [f"/sandbox/{name}" for _, name in CONTROL._fixed if name != "oauth/rotate-keys"]
    + [
        f"/sandbox/mailboxes/{ADDRESS}/{what}"
        for what in ("ledger", "messages", "expire-history", "revoke", "messages/18c0", "messages/x")
    ]
)


@settings(max_examples=400, derandomize=True)
@given(PATHS, some.sampled_from(("GET", "POST", "DELETE")), BODIES, FORMS)
def test_control_routes(path: str, method: str, body: bytes, query: dict[str, str]) -> None:
    request = Request(method, path, urlencode(query, errors="surrogatepass"), {"host": "localhost"}, body)
    answer = CONTROL.answer(request, "127.0.0.1")
    assert answer.status < 500
    if answer.status >= 400:
        assert set(json.loads(answer.body)) == {"error"}


_SUBSCRIPTION = [f"subscriptions/s{verb}" for verb in ("", ":pull", ":acknowledge", ":modifyAckDeadline")]


@settings(max_examples=400, derandomize=True)
@given(
    some.sampled_from(("topics", "topics/t", "topics/t:publish", "subscriptions", *_SUBSCRIPTION)),
    some.sampled_from(("GET", "PUT", "POST", "DELETE")),
    BODIES | FORMS.map(lambda form: json.dumps({**form, "topic": "projects/p/topics/t"}).encode()),
)
def test_pubsub(path: str, method: str, body: bytes) -> None:
    assert SANDBOX.service.pubsub_rest.answer(Request(method, f"/v1/projects/p/{path}", "", {}, body)).status < 500
