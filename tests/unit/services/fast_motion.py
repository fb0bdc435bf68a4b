"""The dispatcher played in fast motion, with its own budget and turns, and what its books would say at any moment of it."""

import random
import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from app.domain.priority import Priority
from app.services.budget import Budget, in_turn, kept_from, mailboxes_at_once
from app.services.eta import Pace, Spent
from app.services.pace import turn_of
from app.services.rounds import Round, Turn
from app.storage.quota import PACE_SECONDS, Books
from app.storage.rates import LiveJob
from app.storage.ready import Ready
from app.storage.turns import FIRST_BATCHES, FIRST_SECONDS, FIRST_TRANSACTIONS, MOST_FIRST_BATCHES
from app.tariff import Tariff

BATCH = 100
TICK = 0.125
MIDNIGHT = datetime(2026, 3, 1, tzinfo=UTC)
NOBODY = uuid.UUID(int=0)


@dataclass
class Sync:
    """An import, or with `incremental` a look that found so many mails; it begins at `begins`. `mailbox` may be another's too.

    One mail in `mails_a_transaction` is a transaction.
    """

    left: int
    mailbox: int
    incremental: bool = False
    begins: float = 0.0
    mails_a_transaction: int = 3
    grants: list[tuple[float, float]] = field(default_factory=list)  # (granted, ends)

    def ready(self, now: float) -> bool:
        return self.begins <= now and self.unasked > 0

    def at_work(self, now: float) -> int:
        return sum(granted <= now < ends for granted, ends in self.grants)

    @property
    def unasked(self) -> int:
        return self.left - BATCH * len(self.grants)

    def priority(self, now: float) -> Priority:
        if self.incremental:
            return Priority.INCREMENTAL
        granted, settled = sum(granted <= now for granted, _ in self.grants), self.settled(now)
        first = granted < FIRST_BATCHES or (settled == granted and self._goes_on_first(settled))
        return Priority.INTERACTIVE if first else Priority.IMPORT

    def _goes_on_first(self, settled: int) -> bool:
        """As turns.go_on_first says it."""
        ends = self.grants[settled - 1][1]
        waits = self.transactions(ends) < FIRST_TRANSACTIONS and ends - self.begins < FIRST_SECONDS
        return waits and settled < MOST_FIRST_BATCHES

    def granted_at(self, now: float) -> float:
        """When it had its last turn, before the beginning where it had none or has the next one first."""
        granted = [granted for granted, _ in self.grants if granted <= now]
        again = len(granted) >= FIRST_BATCHES and self.priority(now) is Priority.INTERACTIVE
        return granted[-1] if granted and not again else -1.0

    def settled(self, now: float) -> int:
        return sum(ends <= now for _, ends in self.grants)

    def transactions(self, now: float) -> int:
        return BATCH * self.settled(now) // self.mails_a_transaction


@dataclass
class Play:
    """The dispatcher's own budget and turns, played in fast motion."""

    syncs: list[Sync]
    cost: int
    user_limit: int | None
    project_limit: int | None
    places: int
    batch_seconds: float
    random: random.Random
    granted: int = 0

    def run(self) -> list[float]:
        now, ticks = 0.0, []
        while any(one.unasked > 0 for one in self.syncs):
            self._tick(now)
            ticks.append(now)
            now += TICK
        return ticks

    @property
    def tariff(self) -> Tariff:
        return Tariff(messages_get=self.cost, per_user_minute=self.user_limit, per_project_minute=self.project_limit)

    def _tick(self, now: float) -> None:
        """As dispatch._choose does it."""
        price = BATCH * self.cost
        spent: Counter[int] = Counter()
        for one in self.syncs:
            spent[one.mailbox] += self._counted(one, now)
        granted = [(at, ends) for one in self.syncs for at, ends in one.grants]
        at_work, lately = sum(ends > now for _, ends in granted), sum(at > now - PACE_SECONDS for at, _ in granted)
        budget = Budget(self.tariff, Books(spent.total(), 0, False, price * at_work, price * lately))
        places = self.places - sum(one.at_work(now) for one in self.syncs)
        busy = {one.mailbox for one in self.syncs if one.at_work(now)}
        due = self._ready(now, spent)
        budget.waiting = {one.priority for one in due}
        for ready in in_turn(due, self.granted):
            sync = self.syncs[ready.seq]
            if places <= 0 or sync.mailbox in busy or not budget.in_step(ready.priority):
                continue
            if budget.left_of_mailbox(ready) < price or budget.left_for_batches(ready.priority) < price:
                continue
            sync.grants.append((now, now + self.batch_seconds * self.random.uniform(0.8, 1.2)))
            budget.spend(price, mailbox=sync.mailbox)
            busy.add(sync.mailbox)
            places, self.granted = places - 1, self.granted + 1

    def _ready(self, now: float, spent: Counter[int]) -> list[Ready]:
        """`seq` says whose it is."""
        due = [(one.granted_at(now), place) for place, one in enumerate(self.syncs) if one.ready(now)]
        in_turn = [self._as_ready(place, now, spent) for _, place in sorted(due)]
        behind = sorted(self._behind(in_turn, now), key=lambda one: -left_of(self.syncs[one.seq], now))
        return [*in_turn, *(replace(one, priority=Priority.BEHIND) for one in behind)]

    def _behind(self, due: Sequence[Ready], now: float) -> list[Ready]:
        """As ready._behind finds them."""
        at_once, lefts = mailboxes_at_once(self.tariff), [left_of(one, now) for one in self.syncs if one.begins <= now]
        some = [one for one in due if one.priority is Priority.IMPORT and at_once is not None]
        return [one for one in some if left_of(self.syncs[one.seq], now) * (at_once or 0) >= sum(lefts)]

    def _as_ready(self, place: int, now: float, spent: Counter[int]) -> Ready:
        one = self.syncs[place]
        batch = uuid.UUID(int=BATCH * place + len(one.grants))
        return Ready(batch, NOBODY, NOBODY, place, BATCH, 0, one.priority(now), one.mailbox, spent[one.mailbox], 0)

    def _counted(self, one: Sync, now: float) -> int:
        return BATCH * self.cost * sum(granted <= now < ends + 60 for granted, ends in one.grants)

    def pace(self, mine: Sync, now: float) -> Pace:
        """What the books say at `now` about one sync."""
        here = [one for one in self.syncs if one.begins <= now]
        turn, others = _turn(mine, now), [one for one in here if one is not mine and left_of(one, now) > 0]
        ended = [ends for one in here for _, ends in one.grants if now - 60 < ends <= now]
        in_flight = sum(one.at_work(now) for one in here)
        crowded = in_flight >= self.places and ended
        last = Priority.IMPORT if turn.parts().get(Priority.IMPORT) else turn.priority
        return Pace(
            units_per_mail=self.cost,
            mails_per_batch=BATCH,
            batch_seconds=self.batch_seconds,
            user_limit=self.user_limit,
            project_limit=self.project_limit and self.project_limit - kept_from(last, self.tariff),
            project_spent=[one for each in here for one in self._spent(each, now)],
            spent=[one for each in here if each.mailbox == mine.mailbox for one in self._spent(each, now)],
            shared_mails=shared_mails(turn, [_turn(one, now) for one in others], BATCH, mailboxes_at_once(self.tariff)),
            mailbox_mails=shared_mails(turn, [_turn(one, now) for one in others if one.mailbox == mine.mailbox], BATCH),
            mails_at_work=in_flight * BATCH,
            settled_per_second=BATCH * len(ended) / (now - min(ended) + self.batch_seconds) if crowded else None,
        )

    def _spent(self, one: Sync, now: float) -> list[Spent]:
        counted = [ends for granted, ends in one.grants if granted <= now and ends + 60 > now]
        return [Spent(BATCH * self.cost, None if ends > now else now - ends) for ends in counted]


def shared_mails(mine: Turn, others: Sequence[Turn], mails_per_batch: int, at_once: float | None = None) -> int:
    return Round([mine, *others], mails_per_batch, at_once).shared_mails(mine)


def left_of(one: Sync, now: float) -> int:
    return one.left - BATCH * sum(ends <= now for _, ends in one.grants)


def _turn(one: Sync, now: float) -> Turn:
    left, granted = left_of(one, now), one.granted_at(now)
    at = MIDNIGHT + timedelta(seconds=granted) if granted >= 0 else None
    return turn_of(LiveJob(left, one.left - left, at, one.priority(now), one.mailbox, one.transactions(now)), BATCH)


def imports(count: int, mails: int, begins: float = 0.0) -> list[Sync]:
    return [Sync(mails, n + 1000 * int(begins), begins=begins) for n in range(count)]


def looks(count: int, mails: int, begins: float = 0.0) -> list[Sync]:
    return [Sync(mails, n + 1_000_000, incremental=True, begins=begins) for n in range(count)]
