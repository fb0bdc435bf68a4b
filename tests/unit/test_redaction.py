"""No secret, no subject and no address gets into a log, however it comes there; ids and codes do."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from app.log import configure_logging
from app.redaction import HIDDEN, hide, redact

TOKENS = [
    "ya29.a0AfB_byC1234567890-x", "1//0gLongRefreshToken_abc-def", "4/0AfJohXabcdefghijk", "fcs_Zm9vYmFyYmF6cXV4",
    "whsec_MfKQ9r8GKYqrTwjU/D8ILP+o=", "gAAAAABlabcdefghijklmnopqrstuvwxyz==", "eyJhbGciOi.eyJzdWIiOiIx.c2ln",
    "asha.verma+bank@mail.example.co.in",
]  # fmt: skip


@pytest.mark.parametrize("secret", TOKENS)
@pytest.mark.parametrize("around", ["{}", "got {} from Google", '{{"x": "{}"}}', "https://x.example/?a={}&b=1", "({})"])
def test_what_looks_like_a_secret_is_hidden(secret: str, around: str) -> None:
    said = hide(around.format(secret))
    assert secret not in said
    assert HIDDEN in said


@pytest.mark.parametrize(
    "text",
    [
        "Authorization: Bearer abc.def-123", "refresh_token=whatever&x=1", '"client_secret": "hunter2"', "Cookie: session=abc",
        "code=x&code_verifier=abc&nonce=abc", "csrf_token: abc", "Subject: Your card 4821 was used", "postgresql://fincoach:hunter2@db:5432/x",
    ],
)  # fmt: skip
def test_what_is_named_a_secret_is_hidden(text: str) -> None:
    assert not any(word in hide(text) for word in ("abc", "whatever", "hunter2", "4821"))


@pytest.mark.parametrize(
    "text",
    [
        "507b47fb-3b82-4c71-9228-80dbc5c0bf4f",
        "18f2a9c3d4e5b601",
        "lease_lost",
        "token_http_429",
        "sqlstate 23505 uq_users_email",
        "needs_reconnect",
        "celery@worker-1.example",
    ],
)
def test_ids_and_codes_stay(text: str) -> None:
    assert hide(text) == text


def test_fields_are_hidden_by_their_name_at_any_depth() -> None:
    event = {
        "event": "x",
        "job_id": "a",
        "n": 3,
        "deep": [{"refresh_token": "abc", "subject": "Hi", "code": "gone"}],
        "email": "x",
    }
    assert redact(None, "", event) == {
        "event": "x", "job_id": "a", "n": 3, "email": HIDDEN,
        "deep": [{"refresh_token": HIDDEN, "subject": HIDDEN, "code": "gone"}],
    }  # fmt: skip


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """What the process writes to standard error, from ours and from the libraries' loggers."""
    written = io.StringIO()
    monkeypatch.setattr("sys.stderr", written)
    root = logging.getLogger()
    before = root.handlers[:], root.level
    configure_logging("DEBUG")
    yield written
    structlog.reset_defaults()
    root.handlers[:], root.level = before


def test_every_way_into_the_log_is_guarded(lines: io.StringIO) -> None:
    try:
        int(TOKENS[0])  # the error quotes it
    except ValueError:
        logging.getLogger("some.library").exception("failed for %s", TOKENS[6])
        structlog.get_logger().error("failed", detail=f"token {TOKENS[1]}", exc_info=True)
    structlog.get_logger().info("asked", authorization="Bearer x", headers={"Cookie": "y"}, user_id="42")
    said = lines.getvalue()
    assert not any(secret in said for secret in TOKENS)
    events = [json.loads(line) for line in said.splitlines()]
    assert [one["event"] for one in events] == [f"failed for {HIDDEN}", "failed", "asked"]
    assert (events[2]["user_id"], events[2]["authorization"], events[2]["headers"]) == ("42", HIDDEN, {"Cookie": HIDDEN})
    assert "Traceback" in events[1]["exception"]
