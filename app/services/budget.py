"""How much may be granted now: the user's minute, the project's minute and day. Pure: numbers in, numbers out."""

import uuid
from collections import Counter, deque
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from app.domain.priority import Priority
from app.queue import TICK_SECONDS
from app.storage.quota import PACE_SECONDS, WINDOW_SECONDS, Books
from app.storage.ready import Ready
from app.tariff import Tariff

# Two thousand mails: most mailboxes are listed with one grant.
PAGES_AT_ONCE = 4
# Which part of the project's minute each class leaves to those above it; the last four hundredth is for calls that are no batch.
# What comes free comes evenly and goes to those above first, so little is enough: at `2026` a two hundredth is three batches; ten
# come free a second.
_KEPT_BACK = {
    Priority.FRESH: 400,
    Priority.INTERACTIVE: 300,
    Priority.INCREMENTAL: 250,
    Priority.IMPORT: 200,
    Priority.BEHIND: 200,
}
# Who comes first in each of four turns; whoever has nothing to do passes the turn on. No class can starve another: who is behind
# has also the turns of an import, and a quarter of them before others while nobody else waits.
_TURNS = (
    (Priority.FRESH, Priority.INTERACTIVE, Priority.INCREMENTAL, Priority.BEHIND, Priority.IMPORT),
    (Priority.INCREMENTAL, Priority.FRESH, Priority.INTERACTIVE, Priority.IMPORT, Priority.BEHIND),
    (Priority.INTERACTIVE, Priority.FRESH, Priority.INCREMENTAL, Priority.IMPORT, Priority.BEHIND),
    (Priority.IMPORT, Priority.FRESH, Priority.INTERACTIVE, Priority.INCREMENTAL, Priority.BEHIND),
)


@dataclass(slots=True)
class Budget:
    """What is left, going down as grants are given. `waiting` are the classes that have a batch now."""

    tariff: Tariff
    books: Books
    given: Counter[int] = field(default_factory=Counter)  # units, by mailbox
    waiting: Collection[Priority] = ()

    def admits(self, units: int, *, of_user: int) -> bool:
        """May a call that is no batch be made by a user who has spent `of_user` units in the last minute?"""
        return not self.books.day_stopped and units <= min(
            self.left_of_user(of_user), self._left_of_project(), self.left_of_day()
        )

    def left_of_user(self, spent: int) -> int:
        return _left(self.tariff.per_user_minute, spent)

    def left_of_mailbox(self, one: Ready) -> int:
        """Less what the rest of its listing will ask for; so it may be less than nothing."""
        left = self.left_of_user(one.user_units + self.given[one.mailbox])
        return left - _listing(self.tariff) if one.listing else left

    def units_while_listing(self, least: int) -> int | None:
        """What a mailbox may have spent when a batch of so many mails is to leave enough for the rest of its listing."""
        limit = self.tariff.per_user_minute
        return None if limit is None else limit - _listing(self.tariff) - least * self.tariff.messages_get

    def least(self, wanted: int, at_once: int) -> int:
        """Of `wanted` mails so many are worth a grant: as go over HTTP at once, if a whole minute has room for twice as many."""
        free = Budget(self.tariff, Books(0, 0, day_stopped=False))
        room = min(free.left_of_user(0), free.left_for_batches(Priority.IMPORT)) // self.tariff.messages_get
        return min(wanted, at_once, max(1, room // 2))

    def left_of_day(self) -> int:
        return _left(self.tariff.per_project_day, self.books.day_units)

    def left_for_batches(self, priority: Priority) -> int:
        """Of the project's minute and day, for the batches of one class. What is kept for those who may come is no more than that
        once they are here: then turns decide, or whoever may go lower would take every unit that comes free."""
        kept_back = min(kept_from(one, self.tariff) for one in {priority, *self.waiting})
        return min(self._left_of_project() - kept_back, self.left_of_day())

    def in_step(self, priority: Priority) -> bool:
        """May batches of this class be granted now, or have the last seconds had their share of the minute?

        Who spends the minute as fast as the workers go leaves nothing for the rest of it, and whoever comes then waits. So only
        those who have just begun may go faster than evenly. Units of calls at work come back later than a minute after they were
        granted: what is spread is the minute without them.
        """
        limit = self.tariff.per_project_minute
        if limit is None or priority is Priority.FRESH:
            return True
        evenly = (limit - kept_from(Priority.IMPORT, self.tariff) - self.books.at_work_units) / WINDOW_SECONDS
        return self.books.lately_units < evenly * (PACE_SECONDS + TICK_SECONDS)

    def spend(self, units: int, *, mailbox: int) -> None:
        self.given[mailbox] += units
        self.books.units += units
        self.books.lately_units += units
        self.books.day_units += units

    def _left_of_project(self) -> int:
        return _left(self.tariff.per_project_minute, self.books.units)


# More than any limit, and still a number.
_UNLIMITED = 2**62


def _left(limit: int | None, spent: int) -> int:
    return _UNLIMITED if limit is None else max(limit - spent, 0)


def in_turn(ready: Sequence[Ready], turn: int) -> Iterator[Ready]:
    """Ready batches in the order in which they are to be granted, each once. `turn` says where the last tick left off."""
    waiting: Mapping[Priority, deque[Ready]] = {one: deque() for one in Priority}
    for batch in ready:
        waiting[batch.priority].append(batch)
    had: set[uuid.UUID] = set()
    for turn_now in range(turn, turn + len(ready)):
        batch = next(waiting[one] for one in _TURNS[turn_now % len(_TURNS)] if waiting[one]).popleft()
        if batch.batch_id not in had:
            had.add(batch.batch_id)
            yield batch


def mailboxes_at_once(tariff: Tariff) -> float | None:
    """How many mailboxes that spend the whole of their minute spend the project's; None when one of the two has no limit."""
    if tariff.per_project_minute is None or tariff.per_user_minute is None:
        return None
    return tariff.per_project_minute / tariff.per_user_minute


def kept_from(priority: Priority, tariff: Tariff) -> int:
    """Units of the project's minute that batches of this class may not spend: enough to begin a listing, however small it is."""
    minute = tariff.per_project_minute or 0
    return max(minute // _KEPT_BACK[priority], min(tariff.get_profile + _listing(tariff), minute // 4))


def _listing(tariff: Tariff) -> int:
    """What a listing asks for at once."""
    return PAGES_AT_ONCE * tariff.messages_list


def shares(waiting: Collection[Priority]) -> dict[Priority, float]:
    """Which part of the turns each class has while these, and no others, have batches that wait. They add up to 1."""
    had = Counter(next(one for one in turn if one in waiting) for turn in _TURNS)
    return {one: count / len(_TURNS) for one, count in had.items()}
