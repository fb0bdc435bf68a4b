"""The estimate against a dispatcher played in fast motion: from the 10 % mark on it must be right within 20 %."""

import random
import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.priority import Priority
from app.services.budget import Budget, in_turn, kept_from
from app.services.eta import Pace, Round, Spent, Turn, estimate
from app.storage.quota import PACE_SECONDS, Books
from app.storage.turns import FIRST_BATCHES, Ready
from app.tariff import Tariff
from tests.stopwatch import ends_within

BATCH = 100
FIRST = FIRST_BATCHES * BATCH
TICK = 0.125
MIDNIGHT = datetime(2026, 3, 1, tzinfo=UTC)
NOBODY = uuid.UUID(int=0)


@dataclass
class Sync:
    """An import, or with `incremental` a look that found so many mails; it begins at `begins`. `mailbox` may be another's too."""

    left: int
    mailbox: int
    incremental: bool = False
    begins: float = 0.0
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
        begun = len(self.grants) < FIRST_BATCHES or self.grants[FIRST_BATCHES - 1][0] > now
        return Priority.INTERACTIVE if begun else Priority.IMPORT


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
        due = [(one.grants[-1][0] if one.grants else -1.0, place) for place, one in enumerate(self.syncs) if one.ready(now)]
        return [self._as_ready(place, self.syncs[place], now, spent) for _, place in sorted(due)]

    def _as_ready(self, place: int, one: Sync, now: float, spent: Counter[int]) -> Ready:
        return Ready(NOBODY, NOBODY, NOBODY, place, BATCH, 0, one.priority(now), one.mailbox, spent[one.mailbox], 0)

    def _counted(self, one: Sync, now: float) -> int:
        return BATCH * self.cost * sum(granted <= now < ends + 60 for granted, ends in one.grants)

    def pace(self, mine: Sync, now: float) -> Pace:
        """What the books say at `now` about one sync."""
        here = [one for one in self.syncs if one.begins <= now]
        turn, others = _turn(mine, now), [one for one in here if one is not mine and _left(one, now) > 0]
        ended = [ends for one in here for _, ends in one.grants if now - 60 < ends <= now]
        in_flight = sum(one.at_work(now) for one in here)
        crowded = in_flight >= self.places and ended
        last = Priority.IMPORT if turn.parts().get(Priority.IMPORT) else turn.priority
        return Pace(
            units_per_mail=self.cost,
            mails_per_batch=BATCH,
            batch_seconds=self.batch_seconds,
            user_limit=self.user_limit,
            project_limit=self.project_limit and self.project_limit - kept_from(last, self.project_limit),
            project_spent=[one for each in here for one in self._spent(each, now)],
            spent=[one for each in here if each.mailbox == mine.mailbox for one in self._spent(each, now)],
            shared_mails=shared_mails(turn, [_turn(one, now) for one in others], BATCH),
            mailbox_mails=shared_mails(turn, [_turn(one, now) for one in others if one.mailbox == mine.mailbox], BATCH),
            mails_at_work=in_flight * BATCH,
            settled_per_second=BATCH * len(ended) / (now - min(ended) + self.batch_seconds) if crowded else None,
        )

    def _spent(self, one: Sync, now: float) -> list[Spent]:
        counted = [ends for granted, ends in one.grants if granted <= now and ends + 60 > now]
        return [Spent(BATCH * self.cost, None if ends > now else now - ends) for ends in counted]


def shared_mails(mine: Turn, others: Sequence[Turn], mails_per_batch: int) -> int:
    return Round([mine, *others], mails_per_batch).shared_mails(mine)


def _left(one: Sync, now: float) -> int:
    return one.left - BATCH * sum(ends <= now for _, ends in one.grants)


def _turn(one: Sync, now: float) -> Turn:
    granted = [granted for granted, _ in one.grants if granted <= now]
    left = _left(one, now)
    at = MIDNIGHT + timedelta(seconds=granted[-1]) if granted else None
    return Turn(left, at, one.priority(now), first=max(0, FIRST - (one.left - left)))


def imports(count: int, mails: int, begins: float = 0.0) -> list[Sync]:
    return [Sync(mails, n + 1000 * int(begins), begins=begins) for n in range(count)]


def looks(count: int, mails: int, begins: float = 0.0) -> list[Sync]:
    return [Sync(mails, n + 1_000_000, incremental=True, begins=begins) for n in range(count)]


CASES = {
    "one mailbox by the users' minute": Play(imports(1, 1500), 20, 6_000, 1_200_000, 64, 1.5, random.Random(1)),
    "a large one": Play(imports(1, 9000), 20, 6_000, 1_200_000, 64, 1.5, random.Random(2)),
    "legacy": Play(imports(3, 6000), 5, 15_000, 1_200_000, 64, 1.5, random.Random(3)),
    "without limits": Play(imports(2, 4000), 1, None, None, 64, 1.5, random.Random(4)),
    "many by the project's minute": Play(imports(30, 1500), 20, 6_000, 36_000, 64, 1.5, random.Random(5)),
    "few places": Play(imports(20, 1500), 1, None, None, 4, 2.0, random.Random(6)),
    "imports beside new mail": Play(imports(12, 1500) + looks(60, 600), 20, 6_000, 72_000, 64, 1.5, random.Random(7)),
    "newcomers beside imports": Play(imports(15, 1500) + imports(15, 900, 90), 20, 6_000, 36_000, 64, 1.5, random.Random(9)),
    "three classes and few places": Play(imports(9, 1500) + looks(9, 900), 1, None, None, 4, 2.0, random.Random(10)),
    "one mailbox of two users": Play([Sync(1500, 1), Sync(1500, 1)], 20, 6_000, 1_200_000, 64, 1.5, random.Random(11)),
}


@pytest.mark.parametrize("play", CASES.values(), ids=CASES)
def test_right_within_a_fifth_from_the_tenth_on(play: Play) -> None:
    """As far as it can be known: from when the last of them has begun."""
    ticks = [now for now in play.run() if now >= max(one.begins for one in play.syncs)]
    looked = off = outside = 0
    for sync in play.syncs[:: max(1, len(play.syncs) // 6)]:
        end = sync.grants[-1][1]
        for now in ticks[:: max(1, len(ticks) // 60)]:
            if _left(sync, now) > 0.9 * sync.left or now >= end:
                continue
            told, true = estimate(play.pace(sync, now)), end - now
            looked += 1
            off += abs(told.seconds - true) > 0.2 * true + play.batch_seconds
            outside += not told.low <= true <= told.high
    assert looked >= 10
    assert off <= 0.03 * looked
    assert outside <= 0.1 * looked


def test_a_plain_rate_would_be_several_times_off() -> None:
    """Two seconds in, 300 of 1,500 mails are there: at that rate 8 s are left, by the user's minute four."""
    spent = [Spent(2_000, ago) for ago in (1.0, 0.5, 0.1)]
    pace = Pace(20, BATCH, 0.6, 6_000, 1_200_000, spent, spent, 1_200, 1_200, 0, None)
    assert 235 <= estimate(pace).seconds <= 245


def test_shared_turns_end_with_the_shorter_ones() -> None:
    mine = Turn(300, MIDNIGHT)
    earlier, later = MIDNIGHT - timedelta(seconds=1), MIDNIGHT + timedelta(seconds=1)
    assert shared_mails(mine, [Turn(300, None), Turn(100, earlier), Turn(1_000, earlier)], BATCH) == 300 + 300 + 100 + 300
    assert shared_mails(mine, [Turn(300, later), Turn(1_000, later)], BATCH) == 300 + 200 + 200
    assert shared_mails(mine, [], BATCH) == 300


def test_a_million_mails_are_reckoned_at_once() -> None:
    pace = Pace(20, BATCH, 1.0, 6_000, None, (), (), 1_000_000, 1_000_000, 0, None)
    assert estimate(pace).seconds == pytest.approx(1_000_000 / 300 * 60, rel=0.05)


def test_a_thousand_are_told_of_each_other_at_once() -> None:
    """At every look of whoever listens to them: in turns of a quadratic length it would take seconds."""
    dice = random.Random(1)
    turns = [Turn(dice.randint(1, 3_000), MIDNIGHT + timedelta(seconds=n)) for n in range(1_000)]

    def tell() -> list[int]:
        together = Round(turns, BATCH)
        return [together.shared_mails(one) for one in turns]

    assert ends_within(0.5, tell)
    assert tell()[500] == shared_mails(turns[500], turns[:500] + turns[501:], BATCH)


def test_the_classes_of_the_others_are_reckoned_with() -> None:
    """Of four turns new mail has three while imports wait, and one when somebody new has come."""
    mine = Turn(300, MIDNIGHT)
    look = Turn(10_000, MIDNIGHT, Priority.INCREMENTAL)
    newcomer = Turn(10_000, None, Priority.INTERACTIVE, first=300)
    assert shared_mails(mine, [look], BATCH) == 4 * 300
    assert shared_mails(mine, [replace(look, left=500)], BATCH) == 300 + 500
    assert shared_mails(replace(mine, priority=Priority.INCREMENTAL), [Turn(10_000, MIDNIGHT)], BATCH) == 400
    assert shared_mails(mine, [newcomer], BATCH) == 300 + 300 + 300, "its first mails before, then in turn"
    first = replace(mine, priority=Priority.INTERACTIVE, first=300)
    assert shared_mails(first, [Turn(10_000, MIDNIGHT)], BATCH) == 400


def test_imports_are_told_the_minute_without_the_part_they_leave() -> None:
    pace = Pace(20, BATCH, 1.0, None, 1_200_000, (), (), 60_000, 300, 0, None)
    less = replace(pace, project_limit=1_200_000 - kept_from(Priority.IMPORT, 1_200_000))
    assert estimate(pace).seconds < 60 <= estimate(less).seconds
