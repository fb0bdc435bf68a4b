"""Faults on demand: a small table of what can go wrong, and a book of what shall.

Where a kind takes hold:

    call   one call (a part of a batch, a single call, a whole batch or token request) is answered by the fault
    part   a batch's answer loses or repeats the part
    wire   the HTTP answer is altered on its way out

A new kind is one entry in CALLS, PARTS or WIRES.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from sandbox.errors import GoogleError
from sandbox.slots import seeded
from sandbox.wire import Answer, as_json


@dataclass(frozen=True, slots=True)
class Fault:
    """`method` is an API method's name, `batch`, `token`, or `*`; `user` and `message_id` narrow it further.

    It strikes with `probability`, drawn by `seed`, at most `count` times (None: always). `seconds` is for `delay`.
    """

    kind: str
    method: str = "*"
    user: str | None = None
    message_id: str | None = None
    status: int | None = None
    reason: str | None = None
    retry_after: int | None = None
    probability: float = 1.0
    count: int | None = None
    seconds: float = 1.0
    seed: int = 0

    def concerns(self, method: str, user: str | None, message_id: str | None) -> bool:
        return (
            self.method in ("*", method)
            and (self.user is None or self.user == user)
            and (self.message_id is None or self.message_id == message_id)
        )


@dataclass(frozen=True, slots=True)
class Delivery:
    """An answer on its way out: after `delay` seconds it is sent, or the connection is reset instead."""

    answer: Answer
    delay: float = 0.0
    reset: bool = False


_REASONS = {400: "failedPrecondition", 401: "authError", 403: "userRateLimitExceeded", 404: "notFound", 429: "rateLimitExceeded"}


def _status(fault: Fault) -> Answer:
    status = fault.status or 503
    if fault.method == "token":
        return as_json({"error": fault.reason or "internal_failure", "error_description": "Injected."}, status)
    reason = fault.reason or _REASONS.get(status, "backendError")
    return GoogleError(status, _message(status), reason, fault.retry_after).answer()


def _message(status: int) -> str:
    return {404: "Requested entity was not found.", 503: "The service is currently unavailable."}.get(status, "Backend Error")


def _throttle(fault: Fault) -> Answer:
    status = fault.status or 429
    message = (
        "User-rate limit exceeded."
        if fault.retry_after is None
        else f"User-rate limit exceeded.  Retry after {fault.retry_after} s"
    )
    return GoogleError(status, message, fault.reason or _REASONS[status], fault.retry_after).answer()


def _page(fault: Fault, out: Delivery) -> Delivery:
    page = b"<!DOCTYPE html><html><title>Sorry...</title><p>We're sorry, our systems are busy. Please try again later."
    return replace(out, answer=Answer(fault.status or 200, page, b"text/html; charset=UTF-8"))


def _half(_: Fault, out: Delivery) -> Delivery:
    return replace(out, answer=replace(out.answer, body=out.answer.body[: len(out.answer.body) // 2]))


CALLS: dict[str, Callable[[Fault], Answer]] = {"status": _status, "message_status": _status, "throttle": _throttle}
# How many times a part appears in the batch's answer.
PARTS: dict[str, int] = {"drop_part": 0, "double_part": 2}
WIRES: dict[str, Callable[[Fault, Delivery], Delivery]] = {
    "delay": lambda fault, out: replace(out, delay=out.delay + fault.seconds),
    "reset": lambda _, out: replace(out, reset=True),
    "html": _page,
    "truncate": _half,
    "truncate_batch": _half,
}
KINDS = (*CALLS, *PARTS, *WIRES)


class _Standing:
    """A fault in the book, with its own dice and count."""

    __slots__ = ("dice", "fault", "hits")

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        self.hits = 0
        self.dice: random.Random = seeded(fault.seed)

    def strikes(self) -> bool:
        if self.fault.count is not None and self.hits >= self.fault.count:
            return False
        if self.fault.probability < 1.0 and self.dice.random() >= self.fault.probability:
            return False
        self.hits += 1
        return True


class FaultBook:
    def __init__(self) -> None:
        self._standing: list[_Standing] = []

    def add(self, described: dict[str, Any]) -> Fault:
        """Raises ValueError for a kind or a field it does not know."""
        unknown = set(described) - {field.name for field in fields(Fault)}
        if unknown or described.get("kind") not in KINDS:
            raise ValueError(f"kinds: {', '.join(KINDS)}; fields: {', '.join(field.name for field in fields(Fault))}")
        fault = Fault(**described)
        if fault.kind == "truncate_batch":
            fault = replace(fault, method="batch")
        self._standing.append(_Standing(fault))
        return fault

    def clear(self) -> None:
        self._standing.clear()

    def listed(self) -> list[dict[str, Any]]:
        return [{**asdict(one.fault), "hits": one.hits} for one in self._standing]

    def call(self, method: str, user: str | None, message_id: str | None = None) -> Answer | None:
        """What answers this call instead of the API, if anything does."""
        for fault in self._striking(CALLS, method, user, message_id):
            return CALLS[fault.kind](fault)
        return None

    def times(self, user: str | None) -> int:
        """How often the next part stands in a batch's answer: 1 when all is well."""
        for fault in self._striking(PARTS, "batch", user, None):
            return PARTS[fault.kind]
        return 1

    def wire(self, out: Delivery, method: str, user: str | None) -> Delivery:
        for fault in self._striking(WIRES, method, user, None):
            out = WIRES[fault.kind](fault, out)
        return out

    def _striking(self, kinds: dict[str, Any], method: str, user: str | None, message_id: str | None) -> Iterator[Fault]:
        for one in self._standing:
            fault = one.fault
            if fault.kind in kinds and fault.concerns(method, user, message_id) and one.strikes():
                yield fault
