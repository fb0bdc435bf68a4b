"""What Gmail's refusals mean, in one table for single calls and for the parts of a batch.

Google says the same thing in several places (`errors[].reason`, `details[].reason`, `status`, the message) and leaves any of
them out at times: the first place that says something known decides, then the HTTP status alone.
"""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from enum import StrEnum
from typing import Any

import orjson

from app.errors import GmailError, GmailRefused, GrantRevoked, MailboxGone, ProjectStopped, Throttled, TransientFault
from app.gmail.port import FetchFault

MAX_RETRY_AFTER_SECONDS = 900.0


class Kind(StrEnum):
    GONE = "gone"
    THROTTLED = "throttled"
    CROWDED = "crowded"  # refused for running at once: costs no quota, a smaller batch may pass
    TOO_MANY_PARTS = "too_many_parts"  # the whole batch refused for its size
    UNAUTHORISED = "unauthorised"
    REVOKED = "revoked"
    PROJECT_STOPPED = "project_stopped"
    MAILBOX_GONE = "mailbox_gone"
    REFUSED = "refused"
    UNREADABLE = "unreadable"
    TRANSIENT = "transient"


_STOPS = {
    Kind.UNAUTHORISED: GrantRevoked,
    Kind.REVOKED: GrantRevoked,
    Kind.PROJECT_STOPPED: ProjectStopped,
    Kind.MAILBOX_GONE: MailboxGone,
}
_ERRORS: Mapping[Kind, type[GmailError]] = {
    **_STOPS,
    Kind.THROTTLED: Throttled,
    Kind.CROWDED: Throttled,
    Kind.TRANSIENT: TransientFault,
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """`detail` is a short code; Google's own message is never kept, it may quote what was asked. `of_whole`: said of a whole
    batch, or by its silence about one part, and not of one mail."""

    kind: Kind
    detail: str
    retry_after_seconds: float | None = None
    of_whole: bool = False

    @property
    def stops_all(self) -> bool:
        return self.kind in _STOPS

    def as_error(self) -> GmailError:
        error = _ERRORS.get(self.kind, GmailRefused)
        if error is Throttled:
            return Throttled(self.detail, retry_after_seconds=self.retry_after_seconds)
        return error(self.detail)

    def as_fault(self, *, alone: bool = True) -> FetchFault:
        """`alone`: nothing else was asked for with it."""
        if self.stops_all:
            return FetchFault("stopped", retryable=True, detail=self.detail)
        if self.kind is Kind.CROWDED:
            return FetchFault("throttled", retryable=True, detail=self.detail)
        if self.kind is Kind.TOO_MANY_PARTS:
            return FetchFault("refused", retryable=False, detail=self.detail)
        # A batch refused for what one of its mails may be is asked in smaller ones before any is given up.
        shared = self.of_whole and not alone and self.kind in {Kind.TRANSIENT, Kind.REFUSED}
        kind = Kind.TRANSIENT if shared else self.kind
        return FetchFault(kind.value, kind in {Kind.THROTTLED, Kind.TRANSIENT}, self.detail, shared)


_KINDS: Mapping[type[GmailError], Kind] = {
    GrantRevoked: Kind.REVOKED,
    ProjectStopped: Kind.PROJECT_STOPPED,
    MailboxGone: Kind.MAILBOX_GONE,
    Throttled: Kind.THROTTLED,
    TransientFault: Kind.TRANSIENT,
}


def verdict_on(error: GmailError) -> Verdict:
    """The other way round: an error already raised, by the wire or by the source of tokens, as a verdict on what was asked."""
    wait = error.retry_after_seconds if isinstance(error, Throttled) else None
    return Verdict(_KINDS.get(type(error), Kind.REFUSED), error.detail or error.code, wait)


_REASONS: Mapping[str, tuple[Kind, str | None]] = {
    "rateLimitExceeded": (Kind.THROTTLED, None),
    "userRateLimitExceeded": (Kind.THROTTLED, None),
    "quotaExceeded": (Kind.THROTTLED, None),
    "RATE_LIMIT_EXCEEDED": (Kind.THROTTLED, None),
    "RESOURCE_EXHAUSTED": (Kind.THROTTLED, None),
    "dailyLimitExceeded": (Kind.PROJECT_STOPPED, "daily_limit"),
    "accessNotConfigured": (Kind.PROJECT_STOPPED, "access_not_configured"),
    "SERVICE_DISABLED": (Kind.PROJECT_STOPPED, "access_not_configured"),
    "insufficientPermissions": (Kind.REVOKED, "insufficient_permissions"),
    "ACCESS_TOKEN_SCOPE_INSUFFICIENT": (Kind.REVOKED, "insufficient_permissions"),
    "domainPolicy": (Kind.REVOKED, "domain_policy"),
    "failedPrecondition": (Kind.TRANSIENT, None),
    "FAILED_PRECONDITION": (Kind.TRANSIENT, None),
    "backendError": (Kind.TRANSIENT, None),
}
# Read off the message, because the reason beside it says less or something else.
_PHRASES: tuple[tuple[str, Kind, str], ...] = (
    ("concurrent requests for user", Kind.CROWDED, "concurrency"),
    ("Inner request count exceeds", Kind.TOO_MANY_PARTS, "too_many_parts"),
    ("Mail service not enabled", Kind.MAILBOX_GONE, "mail_not_enabled"),
    ("limit 'Queries per day'", Kind.PROJECT_STOPPED, "daily_limit"),
)
_RETRY_AFTER_IN_MESSAGE = re.compile(r"Retry after (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z)", re.IGNORECASE)


def classify(status: int, headers: Mapping[str, str], body: bytes, now: datetime | None = None) -> Verdict:
    """The meaning of an answer that is not 200. `headers` have lower-case names. A moment to wait for is by the clock of whoever
    answers, which is the one to subtract: ours may be wrong."""
    error = _error_of(body)
    message = str(error.get("message", ""))
    kind, detail = _kind_of(status, error, message)
    wait = _retry_after(headers.get("retry-after", ""), message, now or _moment(headers.get("date", "")) or datetime.now(UTC))
    return Verdict(kind, detail or f"http_{status}", wait if kind in {Kind.THROTTLED, Kind.CROWDED} else None)


def _kind_of(status: int, error: Mapping[str, Any], message: str) -> tuple[Kind, str | None]:
    if status == 401:
        return Kind.UNAUTHORISED, None
    if status in {400, 403, 429}:
        for phrase, kind, detail in _PHRASES:
            if phrase in message:
                return kind, detail
        for reason in _reasons_of(error):
            if reason in _REASONS:
                return _REASONS[reason]
    return _kind_of_status(status, explained=bool(error)), None


def _kind_of_status(status: int, *, explained: bool) -> Kind:
    if status == 429:
        return Kind.THROTTLED
    # Without Google's error body these come from something in between, and say nothing about the mail or the grant.
    if status == 408 or (status in {403, 404} and not explained):
        return Kind.TRANSIENT
    if status == 404:
        return Kind.GONE
    return Kind.REFUSED if 400 <= status < 500 else Kind.TRANSIENT


def _error_of(body: bytes) -> Mapping[str, Any]:
    try:
        error = orjson.loads(body)["error"]
    except (ValueError, LookupError, TypeError):
        return {}
    return error if isinstance(error, dict) else {}


def _reasons_of(error: Mapping[str, Any]) -> Iterator[str]:
    for place in ("errors", "details"):
        items = error.get(place)
        for item in items if isinstance(items, list) else ():
            if isinstance(item, dict):
                yield str(item.get("reason"))
    yield str(error.get("status"))


def _retry_after(header: str, message: str, now: datetime) -> float | None:
    seconds = _seconds_of(header, now)
    if seconds is None and (found := _RETRY_AFTER_IN_MESSAGE.search(message)):
        seconds = _until(found[1], now)
    return None if seconds is None else min(max(seconds, 0.0), MAX_RETRY_AFTER_SECONDS)


def _seconds_of(header: str, now: datetime) -> float | None:
    """Retry-After as seconds or as an HTTP date."""
    try:
        seconds = float(header)
    except ValueError:
        pass
    else:
        return None if math.isnan(seconds) else seconds
    moment = _moment(header)
    return None if moment is None else (moment - now).total_seconds()


def _moment(date: str) -> datetime | None:
    """Of an HTTP date."""
    try:
        moment = parsedate_to_datetime(date)
    except (ValueError, OverflowError):  # the latter of a time zone with twenty digits
        return None
    return moment.replace(tzinfo=moment.tzinfo or UTC)


def _until(moment: str, now: datetime) -> float | None:
    try:
        return (datetime.fromisoformat(moment) - now).total_seconds()
    except ValueError:
        return None
