import json
from datetime import UTC, datetime
from typing import Any

import pytest

from app.errors import (
    GmailError,
    GmailRefused,
    GrantRevoked,
    HistoryExpired,
    MailboxGone,
    ProjectStopped,
    Throttled,
    TransientFault,
)
from app.gmail.faults import MAX_RETRY_AFTER_SECONDS, Kind, Verdict, classify, verdict_on
from tests.unit.gmail.wire import CROWDED, error_body

NOW = datetime(2026, 11, 1, 12, 0, 0, tzinfo=UTC)
QUOTA = "Quota exceeded for quota metric 'Queries' and limit 'Queries per minute per user' of service 'gmail.googleapis.com'"


@pytest.mark.parametrize(
    ("status", "body", "kind", "detail"),
    [
        (429, error_body(429, "rateLimitExceeded", QUOTA), Kind.THROTTLED, "http_429"),
        (403, error_body(403, "rateLimitExceeded", QUOTA), Kind.THROTTLED, "http_403"),
        (403, error_body(403, "userRateLimitExceeded"), Kind.THROTTLED, "http_403"),
        (403, error_body(403, "quotaExceeded"), Kind.THROTTLED, "http_403"),
        (403, error_body(403, status="RESOURCE_EXHAUSTED"), Kind.THROTTLED, "http_403"),
        (429, b"", Kind.THROTTLED, "http_429"),
        (429, b"<html>slow down</html>", Kind.THROTTLED, "http_429"),
        (429, error_body(429, "rateLimitExceeded", CROWDED), Kind.CROWDED, "concurrency"),
        (429, error_body(429, None, CROWDED), Kind.CROWDED, "concurrency"),
        (403, error_body(403, "dailyLimitExceeded", status="RESOURCE_EXHAUSTED"), Kind.PROJECT_STOPPED, "daily_limit"),
        (429, error_body(429, "rateLimitExceeded", "… limit 'Queries per day' of …"), Kind.PROJECT_STOPPED, "daily_limit"),
        (403, error_body(403, "accessNotConfigured"), Kind.PROJECT_STOPPED, "access_not_configured"),
        (403, error_body(403, "insufficientPermissions", status="PERMISSION_DENIED"), Kind.REVOKED, "insufficient_permissions"),
        (403, error_body(403, "domainPolicy"), Kind.REVOKED, "domain_policy"),
        (403, error_body(403, details=[{"reason": "ACCESS_TOKEN_SCOPE_INSUFFICIENT"}]), Kind.REVOKED, "insufficient_permissions"),
        (403, error_body(403, "somethingNew"), Kind.REFUSED, "http_403"),
        (403, b"<html>captcha</html>", Kind.TRANSIENT, "http_403"),
        (401, error_body(401, "authError"), Kind.UNAUTHORISED, "http_401"),
        (401, b"", Kind.UNAUTHORISED, "http_401"),
        (404, error_body(404, "notFound"), Kind.GONE, "http_404"),
        (404, error_body(404), Kind.GONE, "http_404"),
        (404, b"<html>no such page</html>", Kind.TRANSIENT, "http_404"),
        (400, error_body(400, "failedPrecondition"), Kind.TRANSIENT, "http_400"),
        (400, error_body(400, status="FAILED_PRECONDITION"), Kind.TRANSIENT, "http_400"),
        (400, error_body(400, "failedPrecondition", "Mail service not enabled"), Kind.MAILBOX_GONE, "mail_not_enabled"),
        (400, error_body(400, "invalidArgument"), Kind.REFUSED, "http_400"),
        (
            400,
            error_body(400, None, "Inner request count exceeds the limit. Received: 250, Limit: 100"),
            Kind.TOO_MANY_PARTS,
            "too_many_parts",
        ),
        (500, error_body(500, "backendError"), Kind.TRANSIENT, "http_500"),
        (503, b"", Kind.TRANSIENT, "http_503"),
        (503, error_body(503, "rateLimitExceeded"), Kind.TRANSIENT, "http_503"),
        (408, b"", Kind.TRANSIENT, "http_408"),
        (302, b"", Kind.TRANSIENT, "http_302"),
        (418, b"", Kind.REFUSED, "http_418"),
    ],
)
def test_the_table(status: int, body: bytes, kind: Kind, detail: str) -> None:
    verdict = classify(status, {}, body)
    assert (verdict.kind, verdict.detail) == (kind, detail)


@pytest.mark.parametrize(
    "value",
    [None, [], "error", 7, {}, {"error": "no"}, {"error": {"errors": "x", "details": 3}}, {"error": {"errors": [None, 3, "a"]}}],
)
def test_error_bodies_of_any_shape_are_survived(value: Any) -> None:
    assert classify(500, {}, json.dumps(value).encode()).kind is Kind.TRANSIENT
    assert classify(429, {}, json.dumps(value).encode()).kind is Kind.THROTTLED


@pytest.mark.parametrize(
    ("header", "text", "seconds"),
    [
        ("30", "", 30.0),
        ("0", "", 0.0),
        ("2.5", "", 2.5),
        ("-4", "", 0.0),
        ("86400", "", 900.0),
        ("inf", "", 900.0),
        ("nan", "", None),
        ("", "", None),
        ("soon", "", None),
        ("Sun, 01 Nov 2026 12:01:00 GMT", "", 60.0),
        ("Sun, 01 Nov 2026 11:00:00 GMT", "", 0.0),
        ("Sun, 01 Nov 2026 12:01:00 -0000", "", 60.0),
        ("Sun, 01 Nov 2026 12:01:00 +99999999999999999999", "", None),
        ("Sun, 01 Nov 99999 12:01:00 GMT", "", None),
        ("", "User-rate limit exceeded.  Retry after 2026-11-01T12:00:45.123Z", 45.123),
        ("", "User-rate limit exceeded.  Retry after 2026-11-01T12:00:45Z (Mail sending)", 45.0),
        ("", "Retry after 2026-99-99T12:00:45Z", None),
        ("7", "Retry after 2026-11-01T12:00:45Z", 7.0),
    ],
)
def test_retry_after_in_header_or_message(header: str, text: str, seconds: float | None) -> None:
    verdict = classify(429, {"retry-after": header}, error_body(429, "rateLimitExceeded", text), NOW)
    assert verdict.retry_after_seconds == (None if seconds is None else pytest.approx(seconds))


@pytest.mark.parametrize(
    ("date", "seconds"),
    [("Thu, 01 Jan 2099 00:00:00 GMT", 40), ("Thu, 01 Jan 2099 00:01:00 GMT", 0), ("soon", MAX_RETRY_AFTER_SECONDS)],
)
@pytest.mark.parametrize("where", ["header", "message"])
def test_a_moment_to_wait_for_is_by_the_clock_of_who_names_it(date: str, seconds: float, where: str) -> None:
    """Ours may be hours off."""
    wait = {"retry-after": "Thu, 01 Jan 2099 00:00:40 GMT"} if where == "header" else {}
    message = "Retry after 2099-01-01T00:00:40.000Z" if where == "message" else ""
    verdict = classify(429, {"date": date, **wait}, error_body(429, "rateLimitExceeded", message))
    assert verdict.retry_after_seconds == seconds


def test_a_wait_is_kept_only_where_waiting_helps() -> None:
    assert classify(500, {"retry-after": "30"}, b"").retry_after_seconds is None


@pytest.mark.parametrize(
    ("kind", "error", "code", "retryable"),
    [
        (Kind.GONE, GmailRefused, "gone", False),
        (Kind.THROTTLED, Throttled, "throttled", True),
        (Kind.CROWDED, Throttled, "throttled", True),
        (Kind.TOO_MANY_PARTS, GmailRefused, "refused", False),
        (Kind.UNAUTHORISED, GrantRevoked, "stopped", True),
        (Kind.REVOKED, GrantRevoked, "stopped", True),
        (Kind.PROJECT_STOPPED, ProjectStopped, "stopped", True),
        (Kind.MAILBOX_GONE, MailboxGone, "stopped", True),
        (Kind.REFUSED, GmailRefused, "refused", False),
        (Kind.UNREADABLE, GmailRefused, "unreadable", False),
        (Kind.TRANSIENT, TransientFault, "transient", True),
    ],
)
def test_every_kind_has_its_error_and_its_fault(kind: Kind, error: type[GmailError], code: str, *, retryable: bool) -> None:
    verdict = Verdict(kind, "http_0")
    assert type(verdict.as_error()) is error
    assert (verdict.as_fault().code, verdict.as_fault().retryable, verdict.as_fault().detail) == (code, retryable, "http_0")


@pytest.mark.parametrize(
    ("error", "kind", "detail"),
    [
        (Throttled("http_429", retry_after_seconds=3), Kind.THROTTLED, "http_429"),
        (TransientFault("timeout"), Kind.TRANSIENT, "timeout"),
        (GrantRevoked("revoked"), Kind.REVOKED, "revoked"),
        (ProjectStopped(), Kind.PROJECT_STOPPED, "project_stopped"),
        (MailboxGone(), Kind.MAILBOX_GONE, "mailbox_gone"),
        (HistoryExpired(), Kind.REFUSED, "history_expired"),
    ],
)
def test_an_error_raised_elsewhere_is_a_verdict_too(error: GmailError, kind: Kind, detail: str) -> None:
    verdict = verdict_on(error)
    assert (verdict.kind, verdict.detail) == (kind, detail)
    assert verdict.retry_after_seconds == getattr(error, "retry_after_seconds", None)
