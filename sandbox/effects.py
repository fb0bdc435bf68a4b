"""What faults do: the answers they give instead of the API, and what they make of parts and of whole answers."""

import re
import zlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any

import orjson

from sandbox.delivery import Delivery
from sandbox.errors import GoogleError
from sandbox.fault import Fault, Piece
from sandbox.wire import Answer, as_json

_REASONS = {400: "failedPrecondition", 401: "authError", 403: "userRateLimitExceeded", 404: "notFound", 429: "rateLimitExceeded"}
_ID = re.compile(r"[0-9a-f]{1,16}")
_MESSAGES = {
    400: "Precondition check failed.",
    404: "Requested entity was not found.",
    503: "The service is currently unavailable.",
}


def status(fault: Fault) -> Answer:
    status = fault.status or 503
    if fault.method == "token":
        return as_json({"error": fault.reason or "internal_failure", "error_description": "Injected."}, status)
    message = _MESSAGES.get(status, "Backend Error")
    return GoogleError(status, message, fault.reason or _REASONS.get(status, "backendError"), fault.retry_after).answer()


def throttle(fault: Fault) -> Answer:
    status, seconds = fault.status or 429, fault.retry_after
    told = seconds is not None and fault.where != "header"
    message = f"User-rate limit exceeded.  Retry after {_wall_in(seconds or 0)}" if told else "User-rate limit exceeded."
    header = seconds if fault.where != "message" else None
    return GoogleError(status, message, fault.reason or _REASONS.get(status, "rateLimitExceeded"), header).answer()


def _wall_in(seconds: int) -> str:
    """A moment of the wall's clock, as Gmail's messages name it: the client has no other."""
    then = datetime.now(UTC) + timedelta(seconds=seconds)
    return then.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def crowded(_: Fault) -> Answer:
    return GoogleError(429, "Too many concurrent requests for user.", "rateLimitExceeded").answer()


def stopped(_: Fault) -> Answer:
    return GoogleError(403, "Daily Limit Exceeded", "dailyLimitExceeded").answer()


def forbidden(fault: Fault) -> Answer:
    return GoogleError(403, "The caller does not have permission", fault.reason or "domainPolicy").answer()


def invalid_grant(_: Fault) -> Answer:
    return as_json({"error": "invalid_grant", "error_description": "Token has been expired or revoked."}, 400)


def torn_part(_: Fault, pieces: list[Piece]) -> list[Piece]:
    return [replace(one, answer=replace(one.answer, body=one.answer.body[: len(one.answer.body) // 2])) for one in pieces]


def wrong_id(_: Fault, pieces: list[Piece]) -> list[Piece]:
    return [replace(one, answer=_renamed(one.answer)) for one in pieces]


def _renamed(answer: Answer) -> Answer:
    """The same message under a neighbour's id."""
    value = _json(answer) if answer.status == 200 else None
    own = str(value.get("id", "")) if isinstance(value, dict) else ""
    if not isinstance(value, dict) or not _ID.fullmatch(own):
        return answer
    return replace(answer, body=orjson.dumps(value | {"id": f"{int(own, 16) ^ 1:016x}"}))


def _json(answer: Answer) -> Any:
    """What is in it; None for nothing that can be read: another fault may have been here before."""
    try:
        return orjson.loads(answer.body)
    except orjson.JSONDecodeError:
        return None


def wrong_label(_: Fault, pieces: list[Piece]) -> list[Piece]:
    return [replace(one, content_id=f"{one.content_id}-of-another") for one in pieces]


def told_twice(_: Fault, out: Delivery) -> Delivery:
    value = _json(out.answer)
    if not isinstance(value, dict) or "history" not in value:
        return out
    value["history"] = [one for record in value["history"] for one in (record, record)]
    return replace(out, answer=as_json(value))


def page(fault: Fault, out: Delivery) -> Delivery:
    page = b"<!DOCTYPE html><html><title>Sorry...</title><p>We're sorry, our systems are busy. Please try again later."
    return replace(out, answer=Answer(fault.status or 200, page, b"text/html; charset=UTF-8"))


def half(_: Fault, out: Delivery) -> Delivery:
    return replace(out, answer=replace(out.answer, body=out.answer.body[: len(out.answer.body) // 2]))


def cut(_: Fault, out: Delivery) -> Delivery:
    return replace(out, cut=len(out.answer.body) // 2)


def bomb(fault: Fault, out: Delivery) -> Delivery:
    return replace(out, answer=replace(out.answer, body=_blanks(fault.megabytes)), encoded=True)


@lru_cache(maxsize=2)
def _blanks(megabytes: int) -> bytes:
    """So many megabytes of spaces, a thousandth of it in gzip: JSON may begin with as many."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join((*(packer.compress(b" " * 1_000_000) for _ in range(megabytes)), packer.flush()))
