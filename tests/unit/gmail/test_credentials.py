import logging
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs

import pytest

from app.errors import GmailError, GrantRevoked, ProjectStopped, Throttled, TransientFault
from app.gmail.credentials import AccessToken, refresh_access_token
from app.gmail.transport import Answer
from tests.unit.gmail.wire import Reply, ScriptedTransport, json_answer, settings

SCOPES = "openid https://www.googleapis.com/auth/gmail.readonly"
GRANTED = {"access_token": "fresh", "expires_in": 3599, "scope": SCOPES, "token_type": "Bearer"}


def refresh(*replies: Reply) -> tuple[AccessToken, ScriptedTransport]:
    wire = ScriptedTransport(*replies)
    return refresh_access_token("kept", settings(google_client_id="client", google_client_secret="secret"), wire), wire


def test_a_refresh_token_buys_an_access_token() -> None:
    token, wire = refresh(json_answer(GRANTED))
    assert (token.token, token.scopes, token.refresh_token_rotated) == ("fresh", tuple(SCOPES.split()), None)
    assert timedelta(minutes=59) < token.expires_at - datetime.now(UTC) < timedelta(hours=1)
    sent = wire.sent[0]
    assert (sent.method, sent.url) == ("POST", "http://gmail.test/token")
    assert parse_qs((sent.body or b"").decode()) == {
        "grant_type": ["refresh_token"],
        "client_id": ["client"],
        "client_secret": ["secret"],
        "refresh_token": ["kept"],
    }


def test_a_rotated_refresh_token_is_handed_on() -> None:
    assert refresh(json_answer({**GRANTED, "refresh_token": "newer"}))[0].refresh_token_rotated == "newer"
    assert refresh(json_answer({**GRANTED, "refresh_token": "kept"}))[0].refresh_token_rotated is None


def test_without_a_lifetime_a_short_one_is_assumed() -> None:
    token, _ = refresh(json_answer({"access_token": "fresh"}))
    assert timedelta(0) < token.expires_at - datetime.now(UTC) <= timedelta(minutes=10)
    assert token.scopes == ()


@pytest.mark.parametrize(
    ("said", "detail"),
    [
        ({"error_description": "Token has been expired or revoked."}, "expired_or_revoked"),
        ({"error_description": "Token has been revoked."}, "revoked"),
        ({"error_description": "The user changed the password"}, "password_changed"),
        ({"error_description": "Account has been deleted"}, "account_deleted"),
        ({"error_description": "Token expired: the app is in testing"}, "expired"),
        ({"error_description": "reauth related error", "error_subtype": "invalid_rapt"}, "invalid_rapt"),
        ({"error_description": "Bad Request", "error_subtype": "expired_test_grant"}, "expired_test_grant"),
        ({"error_description": "Token has been revoked.", "error_subtype": "<not a code>"}, "revoked"),
        ({"error_description": "Bad Request"}, "invalid_grant"),
        ({}, "invalid_grant"),
    ],
)
def test_a_lost_grant_says_why(said: dict[str, str], detail: str) -> None:
    with pytest.raises(GrantRevoked) as raised:
        refresh(json_answer({"error": "invalid_grant", **said}, 400))
    assert (raised.value.code, raised.value.detail) == ("needs_reconnect", detail)


@pytest.mark.parametrize(
    ("answer", "error", "detail"),
    [
        (json_answer({"error": "unauthorized_client"}, 401), GrantRevoked, "unauthorized_client"),
        (json_answer({"error": "admin_policy_enforced"}, 400), GrantRevoked, "admin_policy_enforced"),
        (json_answer({"error": "invalid_client"}, 401), ProjectStopped, "invalid_client"),
        (json_answer({"error": "temporarily_unavailable"}, 400), TransientFault, "token_http_400"),
        (json_answer({"error": "internal_failure"}, 500), TransientFault, "token_http_500"),
        (Answer(503, {}, b""), TransientFault, "token_http_503"),
        (Answer(429, {"retry-after": "4"}, b""), Throttled, "token_http_429"),
        (Answer(400, {}, b"<html>"), TransientFault, "token_http_400"),
        (Answer(400, {}, b"[]"), TransientFault, "token_http_400"),
        (Answer(302, {}, b""), TransientFault, "token_http_302"),
        (Answer(200, {}, b"<html>"), TransientFault, "bad_token_answer"),
        (Answer(200, {}, b"\xff\xfe"), TransientFault, "bad_token_answer"),
        (Answer(200, {}, b"[]"), TransientFault, "bad_token_answer"),
        (Answer(200, {}, b"{}"), TransientFault, "bad_token_answer"),
        (Answer(200, {}, b"{", torn="connection"), TransientFault, "connection"),
        (json_answer({**GRANTED, "access_token": 7}), TransientFault, "bad_token_answer"),
        (json_answer({**GRANTED, "expires_in": "soon"}), TransientFault, "bad_token_answer"),
        (json_answer({**GRANTED, "expires_in": []}), TransientFault, "bad_token_answer"),
        (json_answer({**GRANTED, "expires_in": 10**20}), TransientFault, "bad_token_answer"),
        (TransientFault("timeout"), TransientFault, "timeout"),
    ],
)
def test_refusals_and_nonsense_of_the_token_endpoint(answer: Reply, error: type[GmailError], detail: str) -> None:
    with pytest.raises(error) as raised:
        refresh(answer)
    assert type(raised.value) is error
    assert raised.value.detail == detail


def test_one_refresh_is_one_trip() -> None:
    wire = ScriptedTransport(Answer(503, {}, b""))
    with pytest.raises(TransientFault):
        refresh_access_token("kept", settings(), wire)
    assert len(wire.sent) == 1


def test_tokens_show_in_no_repr_error_or_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    token, _ = refresh(json_answer({**GRANTED, "access_token": "canary", "refresh_token": "canary"}))
    assert "canary" not in repr(token)
    with pytest.raises(TransientFault) as raised:
        refresh(json_answer({"canary": "canary"}))
    assert "canary" not in repr(raised.value)
    assert raised.value.__cause__ is None
    assert "canary" not in caplog.text
