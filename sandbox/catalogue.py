"""Everything that can go wrong, and what the client sees of it. The table in the README is made from this.

Where a kind takes hold:

    batch  a whole batch is refused for its size
    call   one call (a part of a batch, a single call, a whole batch or token request) is answered by the fault
    part   one part of a batch's answer is lost, repeated or spoiled; `parts`: all of them
    wire   the HTTP answer is altered on its way out
    push   a notification

A new kind is one entry in KINDS.
"""

import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache

import orjson

from sandbox.delivery import Delivery
from sandbox.errors import GoogleError, not_found, unauthenticated
from sandbox.fault import Fault, Kind, Piece
from sandbox.wire import Answer, as_json

_REASONS = {400: "failedPrecondition", 401: "authError", 403: "userRateLimitExceeded", 404: "notFound", 429: "rateLimitExceeded"}
_MESSAGES = {
    400: "Precondition check failed.",
    404: "Requested entity was not found.",
    503: "The service is currently unavailable.",
}


def _status(fault: Fault) -> Answer:
    status = fault.status or 503
    if fault.method == "token":
        return as_json({"error": fault.reason or "internal_failure", "error_description": "Injected."}, status)
    message = _MESSAGES.get(status, "Backend Error")
    return GoogleError(status, message, fault.reason or _REASONS.get(status, "backendError"), fault.retry_after).answer()


def _throttle(fault: Fault) -> Answer:
    status, seconds = fault.status or 429, fault.retry_after
    told = seconds is not None and fault.where != "header"
    message = f"User-rate limit exceeded.  Retry after {_wall_in(seconds or 0)}" if told else "User-rate limit exceeded."
    header = seconds if fault.where != "message" else None
    return GoogleError(status, message, fault.reason or _REASONS.get(status, "rateLimitExceeded"), header).answer()


def _wall_in(seconds: int) -> str:
    """A moment of the wall's clock, as Gmail's messages name it: the client has no other."""
    then = datetime.now(UTC) + timedelta(seconds=seconds)
    return then.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _crowded(_: Fault) -> Answer:
    return GoogleError(429, "Too many concurrent requests for user.", "rateLimitExceeded").answer()


def _stopped(_: Fault) -> Answer:
    return GoogleError(403, "Daily Limit Exceeded", "dailyLimitExceeded").answer()


def _forbidden(fault: Fault) -> Answer:
    return GoogleError(403, "The caller does not have permission", fault.reason or "domainPolicy").answer()


def _invalid_grant(_: Fault) -> Answer:
    return as_json({"error": "invalid_grant", "error_description": "Token has been expired or revoked."}, 400)


def _torn_part(_: Fault, pieces: list[Piece]) -> list[Piece]:
    return [replace(one, answer=replace(one.answer, body=one.answer.body[: len(one.answer.body) // 2])) for one in pieces]


def _wrong_id(_: Fault, pieces: list[Piece]) -> list[Piece]:
    return [replace(one, answer=_renamed(one.answer)) for one in pieces]


def _renamed(answer: Answer) -> Answer:
    """The same message under a neighbour's id."""
    value = orjson.loads(answer.body) if answer.status == 200 else None
    if not isinstance(value, dict) or "id" not in value:
        return answer
    return replace(answer, body=orjson.dumps(value | {"id": f"{int(value['id'], 16) ^ 1:016x}"}))


def _wrong_label(_: Fault, pieces: list[Piece]) -> list[Piece]:
    return [replace(one, content_id=f"{one.content_id}-of-another") for one in pieces]


def _told_twice(_: Fault, out: Delivery) -> Delivery:
    try:
        value = orjson.loads(out.answer.body)
    except orjson.JSONDecodeError:
        return out  # another fault was here before
    if "history" not in value:
        return out
    value["history"] = [one for record in value["history"] for one in (record, record)]
    return replace(out, answer=as_json(value))


def _page(fault: Fault, out: Delivery) -> Delivery:
    page = b"<!DOCTYPE html><html><title>Sorry...</title><p>We're sorry, our systems are busy. Please try again later."
    return replace(out, answer=Answer(fault.status or 200, page, b"text/html; charset=UTF-8"))


def _half(_: Fault, out: Delivery) -> Delivery:
    return replace(out, answer=replace(out.answer, body=out.answer.body[: len(out.answer.body) // 2]))


def _cut(_: Fault, out: Delivery) -> Delivery:
    return replace(out, cut=len(out.answer.body) // 2)


def _bomb(fault: Fault, out: Delivery) -> Delivery:
    return replace(out, answer=replace(out.answer, body=_blanks(fault.megabytes)), encoded=True)


@lru_cache(maxsize=2)
def _blanks(megabytes: int) -> bytes:
    """So many megabytes of spaces, a thousandth of it in gzip: JSON may begin with as many."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join((*(packer.compress(b" " * 1_000_000) for _ in range(megabytes)), packer.flush()))


KINDS: dict[str, Kind] = {
    "status": Kind(
        "call",
        "the call fails with a status: `status` 503 unless said, `reason` Google's word for it",
        "that status, Google's error body, Retry-After if `retry_after` is given",
        options=("status", "reason", "retry_after"),
        call=_status,
    ),
    "throttle": Kind(
        "call",
        "the user is over a rate limit: `status` 429 or 403; `retry_after` seconds told by header, message or both (`where`)",
        "429 or 403, reason `rateLimitExceeded` or `userRateLimitExceeded`",
        options=("status", "reason", "retry_after", "where"),
        call=_throttle,
    ),
    "concurrency": Kind(
        "call",
        "too much of the user's runs at once",
        "429 `rateLimitExceeded`, “Too many concurrent requests for user.”",
        call=_crowded,
    ),
    "daily_limit": Kind(
        "call",
        "the project has spent its day",
        "403 `dailyLimitExceeded`",
        call=_stopped,
    ),
    "forbidden": Kind(
        "call",
        "the account may not be read: `reason` domainPolicy, accessNotConfigured, insufficientPermissions …",
        "403 with that reason",
        options=("reason",),
        call=_forbidden,
    ),
    "unauthorized": Kind(
        "call",
        "the access token is refused, also in the midst of a batch",
        "401 `authError`",
        call=lambda _: unauthenticated(present=True).answer(),
    ),
    "gone": Kind(
        "call",
        "the message has gone",
        "404 `notFound`",
        "messages.get",
        call=lambda _: not_found().answer(),
    ),
    "history_expired": Kind(
        "call",
        "the cursor is too old; `count` 2 for a second time after the resync",
        "404 `notFound` on history.list",
        "history.list",
        call=lambda _: not_found().answer(),
    ),
    "double_history": Kind(
        "wire",
        "every record of a page of history comes twice",
        "the same message added twice",
        "history.list",
        wire=_told_twice,
    ),
    "invalid_grant": Kind(
        "call",
        "the refresh token is refused; `after` for some time into a job",
        "400 `invalid_grant` of the token endpoint",
        "token",
        call=_invalid_grant,
    ),
    "batch_limit": Kind(
        "batch",
        "batches of more than `limit` parts, 50 unless said, are refused: some accounts are limited so",
        "400 `badRequest`, “Inner request count exceeds the limit. Received: 100, Limit: 50”",
        "batch",
        options=("limit",),
    ),
    "drop_part": Kind("part", "a part of the batch's answer is missing", "no such Content-ID", "batch", part=lambda *_: []),
    "double_part": Kind("part", "a part comes twice", "two parts of one Content-ID", "batch", part=lambda _, pieces: pieces * 2),
    "truncate_part": Kind("part", "a part's body ends halfway", "a part whose body is not JSON", "batch", part=_torn_part),
    "wrong_id": Kind(
        "part", "a part holds a message that was not asked for", "200, with another `id` in the body", "batch", part=_wrong_id
    ),
    "wrong_content_id": Kind(
        "part", "a part is labelled with a Content-ID nobody sent", "a part that answers no request", "batch", part=_wrong_label
    ),
    "reorder_parts": Kind("parts", "the parts come in any order", "all parts, shuffled", "batch"),
    "delay": Kind(
        "wire",
        "the answer is late by `seconds`",
        "the answer, then",
        options=("seconds",),
        wire=lambda fault, out: replace(out, delay=out.delay + fault.seconds),
    ),
    "hang": Kind("wire", "no answer ever comes", "a read time-out", wire=lambda _, out: replace(out, hang=True)),
    "reset": Kind("wire", "the connection is reset", "ECONNRESET, no answer", wire=lambda _, out: replace(out, reset=True)),
    "cut": Kind("wire", "the connection ends halfway through the body", "fewer bytes than Content-Length says", wire=_cut),
    "truncate": Kind("wire", "the body ends halfway, and says so", "half of the body, a Content-Length that fits", wire=_half),
    "drip": Kind(
        "wire",
        "one byte of the body every `seconds`",
        "an answer that never seems to end",
        options=("seconds",),
        wire=lambda fault, out: replace(out, drip=fault.seconds),
    ),
    "html": Kind("wire", "a page for people", "`status` 200 unless said, text/html", options=("status",), wire=_page),
    "gzip_bomb": Kind(
        "wire",
        "the body inflates to so many `megabytes`, 64 unless said",
        "200, Content-Encoding gzip though nobody asked, a thousand times its length in blanks",
        options=("megabytes",),
        wire=_bomb,
    ),
    "late_push": Kind(
        "push",
        "a notification is late by `seconds`",
        "the push, then",
        "push",
        options=("seconds",),
        push=lambda fault, plan: replace(plan, delay=plan.delay + fault.seconds),
    ),
    "double_push": Kind(
        "push",
        "a notification is sent twice",
        "two pushes of one messageId",
        "push",
        push=lambda _, plan: replace(plan, times=plan.times * 2),
    ),
    "drop_push": Kind("push", "a notification is lost", "nothing", "push", push=lambda _, plan: replace(plan, times=0)),
}


def table() -> Iterator[str]:
    """The catalogue as rows of Markdown."""
    yield "| kind | strikes | what happens | what the client sees |"
    yield "|---|---|---|---|"
    for name, kind in KINDS.items():
        scope = kind.method if kind.method != "*" else {"call": "any call", "wire": "any answer"}[kind.where]
        yield f"| `{name}` | {scope} | {kind.about} | {kind.seen} |"
