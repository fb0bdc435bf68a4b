"""The book of faults: what shall go wrong, where, for whom, how often and how long. What can go wrong is in `catalogue`."""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

from sandbox.catalogue import KINDS
from sandbox.delivery import Delivery
from sandbox.described import read
from sandbox.fault import Fault, Piece, Plan, Scene
from sandbox.slots import seeded, seeded_hash
from sandbox.wire import Answer


class _Standing:
    """A fault in the book, with its own dice and counts."""

    __slots__ = ("_dice", "fault", "hits", "kind", "met", "until")

    def __init__(self, fault: Fault, now: float) -> None:
        self.fault = fault
        self.kind = KINDS[fault.kind]
        self.hits = 0
        self.met = 0
        self.until = None if fault.duration is None else now + fault.duration
        self._dice: dict[str | None, random.Random] = {}

    def dice(self, user: str | None) -> random.Random:
        """Everybody's own: what happens to one user does not hang on when others happen to call."""
        found = self._dice.get(user)
        if found is None:
            found = self._dice[user] = seeded(seeded_hash(f"{self.fault.seed}/{user or ''}"))
        return found

    def over(self, now: float) -> bool:
        spent = self.fault.count is not None and self.hits >= self.fault.count
        return spent or (self.until is not None and now >= self.until)

    def strikes(self, now: float, user: str | None) -> bool:
        """The dice are thrown for every call it concerns, spared or not, so that a run repeats."""
        fault = self.fault
        hit = fault.probability >= 1.0 or self.dice(user).random() < fault.probability
        self.met += 1
        if not hit or self.met <= fault.after or self.over(now):
            return False
        self.hits += 1
        return True


class FaultBook:
    """`clock` gives epoch seconds of sandbox time: a duration ends by it. `methods` are the names of all that can be called."""

    def __init__(self, clock: Callable[[], float], methods: frozenset[str]) -> None:
        self._clock = clock
        self._methods = methods
        self._standing: list[_Standing] = []

    def __bool__(self) -> bool:
        """Is there anything to ask for? The way past an empty book has to be short."""
        return bool(self._standing)

    def add(self, described: dict[str, Any]) -> Fault:
        """Raises ValueError for a kind or a field it does not know, and for a scope in which it could never strike."""
        fault = self._read(described)
        self._standing.append(_Standing(fault, self._clock()))
        return fault

    def add_all(self, described: Iterable[dict[str, Any]]) -> None:
        """All of them or none."""
        faults = [self._read(one) for one in described]
        now = self._clock()
        self._standing += [_Standing(fault, now) for fault in faults]

    def _read(self, described: dict[str, Any]) -> Fault:
        fault = read(described)
        if fault.method != "*" and fault.method not in self._methods:
            raise ValueError(f"method {fault.method} is none of {', '.join(sorted(self._methods))}")
        return fault

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

    def call(self, scene: Scene) -> Answer | None:
        """What answers this call instead of the API, if anything does."""
        for one in self._striking("call", scene):
            return one.kind.call(one.fault)
        return None

    def too_many(self, parts: int, user: str | None) -> int | None:
        """The limit that a batch of so many parts breaks, if there is one."""
        for one in self._standing:
            concerned = one.kind.where == "batch" and one.fault.concerns(Scene(("batch",), user))
            if concerned and parts > one.fault.limit and one.strikes(self._clock(), user):
                return one.fault.limit
        return None

    def early(self, scene: Scene) -> float:
        """How many seconds before its epoch `after:` this search begins."""
        return max((one.fault.seconds for one in self._striking("search", scene)), default=0.0)

    def parts(self, pieces: Sequence[Piece], user: str | None) -> list[Piece]:
        """A batch's answers as they are to be written."""
        kept: list[Piece] = []
        for piece in pieces:
            mine = [piece]
            for one in self._striking("part", piece.scene):
                mine = one.kind.part(one.fault, mine)
            kept += mine
        for one in self._striking("parts", Scene(("batch",), user)):
            one.dice(user).shuffle(kept)
        return kept

    def wire(self, out: Delivery, scene: Scene) -> Delivery:
        for one in self._striking("wire", scene):
            out = one.kind.wire(one.fault, out)
        return out

    def push(self, plan: Plan, user: str) -> Plan:
        for one in self._striking("push", Scene(("push",), user)):
            plan = one.kind.push(one.fault, plan)
        return plan

    def _striking(self, where: str, scene: Scene) -> Iterator[_Standing]:
        now = self._clock()
        for one in self._standing:
            if one.kind.where == where and one.fault.concerns(scene) and one.strikes(now, scene.user):
                yield one
