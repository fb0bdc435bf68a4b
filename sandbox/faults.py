"""The book of faults: what shall go wrong, where, for whom, how often and how long. What can go wrong is in `catalogue`."""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, fields, replace
from typing import Any

from sandbox.catalogue import KINDS
from sandbox.delivery import Delivery
from sandbox.fault import Fault, Piece, Plan
from sandbox.slots import seeded
from sandbox.wire import Answer

_NAMES = tuple(field.name for field in fields(Fault))
_TYPES: dict[str, tuple[type, ...]] = {
    **dict.fromkeys(("kind", "method", "user", "message_id", "reason", "where"), (str,)),
    **dict.fromkeys(("part", "status", "retry_after", "count", "after", "seed", "megabytes", "limit"), (int,)),
    **dict.fromkeys(("probability", "duration", "seconds"), (int, float)),
}


class _Standing:
    """A fault in the book, with its own dice and counts."""

    __slots__ = ("dice", "fault", "hits", "kind", "met", "until")

    def __init__(self, fault: Fault, now: float) -> None:
        self.fault = fault
        self.kind = KINDS[fault.kind]
        self.hits = 0
        self.met = 0
        self.until = None if fault.duration is None else now + fault.duration
        self.dice: random.Random = seeded(fault.seed)

    def over(self, now: float) -> bool:
        spent = self.fault.count is not None and self.hits >= self.fault.count
        return spent or (self.until is not None and now >= self.until)

    def strikes(self, now: float) -> bool:
        """The dice are thrown for every call it concerns, spared or not, so that a run repeats."""
        fault = self.fault
        hit = fault.probability >= 1.0 or self.dice.random() < fault.probability
        self.met += 1
        if not hit or self.met <= fault.after or self.over(now):
            return False
        self.hits += 1
        return True


class FaultBook:
    """`clock` gives epoch seconds of sandbox time: a duration ends by it."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._standing: list[_Standing] = []

    def __bool__(self) -> bool:
        """Is there anything to ask for? The way past an empty book has to be short."""
        return bool(self._standing)

    def add(self, described: dict[str, Any]) -> Fault:
        """Raises ValueError for a kind or a field it does not know."""
        fault = _read(described)
        self._standing.append(_Standing(fault, self._clock()))
        return fault

    def add_all(self, described: Iterable[dict[str, Any]]) -> None:
        """All of them or none."""
        faults = [_read(one) for one in described]
        now = self._clock()
        self._standing += [_Standing(fault, now) for fault in faults]

    def clear(self) -> None:
        self._standing.clear()

    def listed(self) -> list[dict[str, Any]]:
        now = self._clock()
        return [
            {
                **{name: value for name, value in asdict(one.fault).items() if value is not None},
                "hits": one.hits,
                "over": one.over(now),
            }
            for one in self._standing
        ]

    def call(self, method: str, user: str | None, message_id: str | None = None, part: int | None = None) -> Answer | None:
        """What answers this call instead of the API, if anything does."""
        for one in self._striking("call", method, user, message_id, part):
            return one.kind.call(one.fault)
        return None

    def too_many(self, parts: int, user: str | None) -> int | None:
        """The limit that a batch of so many parts breaks, if there is one."""
        for one in self._standing:
            concerned = one.kind.where == "batch" and one.fault.concerns("batch", user, None, None)
            if concerned and parts > one.fault.limit and one.strikes(self._clock()):
                return one.fault.limit
        return None

    def parts(self, pieces: Sequence[Piece], user: str | None) -> list[Piece]:
        """A batch's answers as they are to be written."""
        kept: list[Piece] = []
        for place, piece in enumerate(pieces):
            mine = [piece]
            for one in self._striking("part", "batch", user, piece.message_id, place):
                mine = one.kind.part(one.fault, mine)
            kept += mine
        for one in self._striking("parts", "batch", user, None, None):
            one.dice.shuffle(kept)
        return kept

    def wire(self, out: Delivery, method: str, user: str | None) -> Delivery:
        for one in self._striking("wire", method, user, None, None):
            out = one.kind.wire(one.fault, out)
        return out

    def push(self, plan: Plan, user: str) -> Plan:
        for one in self._striking("push", "push", user, None, None):
            plan = one.kind.push(one.fault, plan)
        return plan

    def _striking(
        self, where: str, method: str, user: str | None, message_id: str | None, part: int | None
    ) -> Iterator[_Standing]:
        now = self._clock()
        for one in self._standing:
            if one.kind.where == where and one.fault.concerns(method, user, message_id, part) and one.strikes(now):
                yield one


def _read(described: dict[str, Any]) -> Fault:
    kind = KINDS.get(str(described.get("kind")))
    if kind is None:
        raise ValueError(f"kind is one of {', '.join(KINDS)}")
    for name, value in described.items():
        if name not in _TYPES:
            raise ValueError(f"a fault has {', '.join(_NAMES)}")
        if value is not None and (isinstance(value, bool) or not isinstance(value, _TYPES[name])):
            raise ValueError(f"{name} is not {' or '.join(one.__name__ for one in _TYPES[name])}")
    fault = Fault(**{name: value for name, value in described.items() if value is not None})
    _within(fault)
    return fault if "method" in described else replace(fault, method=kind.method)


def _within(fault: Fault) -> None:
    if not 0 <= fault.probability <= 1:
        raise ValueError("probability is between 0 and 1")
    if fault.where not in ("header", "message", "both"):
        raise ValueError("where is header, message or both")
    if not 0 <= fault.seconds <= 3600 or not 1 <= fault.megabytes <= 4096:
        raise ValueError("seconds is at most 3600, megabytes at most 4096")
    if not 1 <= fault.limit <= 100:
        raise ValueError("limit is between 1 and 100")
    if fault.status is not None and not 200 <= fault.status <= 599:
        raise ValueError("status is between 200 and 599")
