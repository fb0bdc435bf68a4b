"""What is fetched of all live syncs until one of them is done: they take turns, by class and within it. Pure."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import accumulate

from app.domain.priority import Priority
from app.services.budget import shares

# Less than a mail: what is left of a sum of shares.
_NOTHING = 0.01
_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Turn:
    """A live sync in the round: mails left, when it was granted its last batch, and its class. An import is INTERACTIVE for the
    `first` of them only, then it goes on as IMPORT."""

    left: int
    granted_at: datetime | None
    priority: Priority = Priority.IMPORT
    first: int = 0

    def parts(self) -> dict[Priority, int]:
        """What is left, by the class it is fetched in."""
        if self.priority is not Priority.INTERACTIVE:
            return {self.priority: self.left}
        first = min(self.first, self.left)
        return {Priority.INTERACTIVE: first, Priority.IMPORT: self.left - first}


class Round:
    """The live syncs that take turns, put in order once: a thousand of them are told of each other at every look.

    `at_once` is how many mailboxes that spend the whole of their minute spend the project's: without it nobody is behind.
    """

    def __init__(self, turns: Iterable[Turn], mails_per_batch: int, at_once: float | None = None) -> None:
        every = list(turns)
        self._at_once = at_once
        self._all = sum(one.left for one in every)
        self._mails: dict[Priority, float] = dict.fromkeys(Priority, 0)
        self._rest = 0
        lefts: dict[Priority, list[tuple[datetime, int]]] = {priority: [] for priority in Priority}
        for one in every:
            for priority, left in self._parts(one).items():
                self._count(one, priority, left)
                lefts[priority].append((one.granted_at or _NEVER, left))
        self._peers = {priority: _Peers(sorted(some), mails_per_batch) for priority, some in lefts.items()}
        behind, others = len(lefts[Priority.BEHIND]), len(lefts[Priority.IMPORT])
        self._behind = _Behind(behind / at_once if at_once else 0.0, behind / (behind + others or 1))

    def _parts(self, one: Turn) -> dict[Priority, int]:
        """As ready.py tells who is behind."""
        late = self._at_once is not None and 0 < self._all <= one.left * self._at_once
        return {Priority.BEHIND: one.left} if late and one.priority is Priority.IMPORT else one.parts()

    def shared_mails(self, mine: Turn) -> int:
        """What is fetched of all of them until this one of them is done, class by class as it goes through them."""
        waiting = self._without(mine)
        fetched = 0.0
        for priority, left in self._parts(mine).items():
            if left:
                wanted = self._peers[priority].served_with(left, mine.granted_at or _NEVER)
                fetched += waiting.until_served(priority, wanted)
                waiting.mails[priority] -= wanted - left  # what the others of the class had of it they no longer wait for
        return round(fetched)

    def _count(self, one: Turn, priority: Priority, left: int) -> None:
        if _is_rest(one, priority):
            self._rest += left
        else:
            self._mails[priority] += left

    def _without(self, mine: Turn) -> "_Waiting":
        waiting = _Waiting(dict(self._mails), self._rest, self._behind)
        for priority, left in self._parts(mine).items():
            if _is_rest(mine, priority):
                waiting.rest -= left
            else:
                waiting.mails[priority] -= left
        return waiting


def _is_rest(one: Turn, priority: Priority) -> bool:
    return one.priority is Priority.INTERACTIVE and priority is Priority.IMPORT


class _Peers:
    """The syncs of one class: (when they had their last turn, mails left), the longest ago first."""

    def __init__(self, peers: Sequence[tuple[datetime, int]], mails_per_batch: int) -> None:
        self._granted_at = [at for at, _ in peers]
        self._lefts = [left for _, left in peers]
        self._size = mails_per_batch
        self._sums: dict[int, list[int]] = {}

    def served_with(self, left: int, granted_at: datetime) -> int:
        """Mails of the class until one of them has had so many. Each other one gets as many turns, one fewer if it had its last
        one later, or ends before."""
        turns = -(-left // self._size)
        earlier = bisect_right(self._granted_at, granted_at)
        fewer = self._in_turns(turns - 1)
        return self._in_turns(turns)[earlier] + fewer[-1] - fewer[earlier]

    def _in_turns(self, turns: int) -> list[int]:
        """What the first of them get in so many turns, the first two, and so on."""
        if turns not in self._sums:
            self._sums[turns] = [0, *accumulate(min(left, turns * self._size) for left in self._lefts)]
        return self._sums[turns]


@dataclass(frozen=True, slots=True)
class _Behind:
    """What those behind may have of the imports' turns: `minutes`, if each spends the whole of its own; `turns`, one each."""

    minutes: float
    turns: float

    def part(self, *, alone: bool) -> float:
        """`alone`: while nobody but imports waits they have a quarter of the turns before."""
        quarter = shares({Priority.BEHIND, Priority.IMPORT})[Priority.BEHIND] if alone else 0.0
        return min(self.minutes, quarter + (1 - quarter) * self.turns)


@dataclass(slots=True)
class _Waiting:
    """Mails of the others, by class; `rest` is what the imports among the INTERACTIVE ones go on with as IMPORT."""

    mails: dict[Priority, float]
    rest: float
    behind: _Behind

    def until_served(self, priority: Priority, wanted: float) -> float:
        """What is fetched of all classes until so many mails of this one are; the others go on as long as they have work."""
        fetched = 0.0
        while wanted > _NOTHING:
            if self.mails[Priority.INTERACTIVE] <= _NOTHING:
                self.mails[Priority.IMPORT] += self.rest
                self.rest = 0.0
            share = self._shares({priority, *(one for one, left in self.mails.items() if left > _NOTHING)})
            others = {one: part for one, part in share.items() if one is not priority}
            step = min([wanted / share[priority], *(self.mails[one] / part for one, part in others.items())])
            fetched += step
            wanted -= step * share[priority]
            for one, part in others.items():
                self.mails[one] -= step * part
        return fetched

    def _shares(self, waiting: set[Priority]) -> dict[Priority, float]:
        """Of the turns of all imports those that are behind have their part."""
        if Priority.BEHIND not in waiting:
            return shares(waiting)
        share = shares((waiting - {Priority.BEHIND}) | {Priority.IMPORT})
        of_imports = share.pop(Priority.IMPORT)
        if Priority.IMPORT not in waiting:
            return {**share, Priority.BEHIND: of_imports}
        part = self.behind.part(alone=not share)
        return {**share, Priority.IMPORT: of_imports * (1 - part), Priority.BEHIND: of_imports * part}
