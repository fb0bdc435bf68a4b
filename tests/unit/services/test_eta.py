"""The estimate against a dispatcher played in fast motion: from the 10 % mark on it must be right within 20 %."""

import random
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from app.services.eta import Pace, Spent, Turn, estimate, shared_mails

BATCH = 100
TICK = 0.125
MIDNIGHT = datetime(2026, 3, 1, tzinfo=UTC)


@dataclass
class Mailbox:
    left: int
    grants: list[tuple[float, float]] = field(default_factory=list)  # (granted, ends)

    def ready(self, now: float) -> bool:
        return self.unasked > 0 and not any(ends > now for _, ends in self.grants)

    @property
    def unasked(self) -> int:
        return self.left - BATCH * len(self.grants)


@dataclass
class Play:
    """Batches in turn over the users, within the minute of each, the project's, and the places in flight."""

    users: int
    mails: int
    cost: int
    user_limit: int | None
    project_limit: int | None
    places: int
    batch_seconds: float
    random: random.Random

    def run(self) -> tuple[list[Mailbox], list[float]]:
        boxes = [Mailbox(self.mails) for _ in range(self.users)]
        now, ticks = 0.0, []
        while any(box.unasked > 0 for box in boxes):
            self._tick(boxes, now)
            ticks.append(now)
            now += TICK
        return boxes, ticks

    def _tick(self, boxes: list[Mailbox], now: float) -> None:
        in_flight = sum(ends > now for box in boxes for _, ends in box.grants)
        units = sum(self._counted(box, now) for box in boxes)
        for box in sorted(boxes, key=lambda box: box.grants[-1][0] if box.grants else -1.0):
            price = BATCH * self.cost
            if in_flight >= self.places or (self.project_limit and units + price > self.project_limit):
                return
            if not box.ready(now) or (self.user_limit and self._counted(box, now) + price > self.user_limit):
                continue
            box.grants.append((now, now + self.batch_seconds * self.random.uniform(0.8, 1.2)))
            in_flight, units = in_flight + 1, units + price

    def _counted(self, box: Mailbox, now: float) -> int:
        return sum(BATCH * self.cost for granted, ends in box.grants if granted <= now and ends + 60 > now)

    def pace(self, boxes: list[Mailbox], box: Mailbox, now: float) -> tuple[int, Pace]:
        """What the books say at `now` about one mailbox."""
        left = _left(box, now)
        others = [_turn(one, now) for one in boxes if one is not box]
        ended = [ends for one in boxes for granted, ends in one.grants if now - 60 < ends <= now]
        in_flight = sum(granted <= now < ends for one in boxes for granted, ends in one.grants)
        crowded = in_flight >= self.places and ended
        return left, Pace(
            units_per_mail=self.cost,
            mails_per_batch=BATCH,
            batch_seconds=self.batch_seconds,
            user_limit=self.user_limit,
            project_limit=self.project_limit,
            project_spent=[one for each in boxes for one in self._spent(each, now)],
            spent=self._spent(box, now),
            shared_mails=shared_mails(_turn(box, now), others, BATCH),
            mails_at_work=in_flight * BATCH,
            settled_per_second=BATCH * len(ended) / (now - min(ended) + self.batch_seconds) if crowded else None,
        )

    def _spent(self, box: Mailbox, now: float) -> list[Spent]:
        counted = [ends for granted, ends in box.grants if granted <= now and ends + 60 > now]
        return [Spent(BATCH * self.cost, None if ends > now else now - ends) for ends in counted]


def _left(box: Mailbox, now: float) -> int:
    return box.left - BATCH * sum(ends <= now for _, ends in box.grants)


def _turn(box: Mailbox, now: float) -> Turn:
    granted = [granted for granted, _ in box.grants if granted <= now]
    return Turn(_left(box, now), MIDNIGHT + timedelta(seconds=granted[-1]) if granted else None)


CASES = {
    "one mailbox by the users' minute": Play(1, 1500, 20, 6_000, 1_200_000, 64, 1.5, random.Random(1)),
    "a large one": Play(1, 9000, 20, 6_000, 1_200_000, 64, 1.5, random.Random(2)),
    "legacy": Play(3, 6000, 5, 15_000, 1_200_000, 64, 1.5, random.Random(3)),
    "without limits": Play(2, 4000, 1, None, None, 64, 1.5, random.Random(4)),
    "many by the project's minute": Play(60, 1500, 20, 6_000, 72_000, 64, 1.5, random.Random(5)),
    "few places": Play(20, 1500, 1, None, None, 4, 2.0, random.Random(6)),
}


@pytest.mark.parametrize("play", CASES.values(), ids=CASES)
def test_right_within_a_fifth_from_the_tenth_on(play: Play) -> None:
    boxes, ticks = play.run()
    looked = off = outside = 0
    for box in boxes[:: max(1, len(boxes) // 5)]:
        end = box.grants[-1][1]
        for now in ticks[:: max(1, len(ticks) // 100)]:
            left, pace = play.pace(boxes, box, now)
            if left > 0.9 * box.left or now >= end:
                continue
            told, true = estimate(left, pace), end - now
            looked += 1
            off += abs(told.seconds - true) > 0.2 * true + play.batch_seconds
            outside += not told.low <= true <= told.high
    assert looked >= 10
    assert off <= 0.03 * looked
    assert outside <= 0.1 * looked


def test_a_plain_rate_would_be_several_times_off() -> None:
    """Two seconds in, 300 of 1,500 mails are there: at that rate 8 s are left, by the user's minute four."""
    spent = [Spent(2_000, ago) for ago in (1.0, 0.5, 0.1)]
    pace = Pace(20, BATCH, 0.6, 6_000, 1_200_000, spent, spent, 1_200, 0, None)
    assert 235 <= estimate(1_200, pace).seconds <= 245


def test_shared_turns_end_with_the_shorter_ones() -> None:
    mine = Turn(300, MIDNIGHT)
    earlier, later = MIDNIGHT - timedelta(seconds=1), MIDNIGHT + timedelta(seconds=1)
    assert shared_mails(mine, [Turn(300, None), Turn(100, earlier), Turn(1_000, earlier)], BATCH) == 300 + 300 + 100 + 300
    assert shared_mails(mine, [Turn(300, later), Turn(1_000, later)], BATCH) == 300 + 200 + 200
    assert shared_mails(mine, [], BATCH) == 300


def test_a_million_mails_are_reckoned_at_once() -> None:
    pace = Pace(20, BATCH, 1.0, 6_000, None, (), (), 1_000_000, 0, None)
    assert estimate(1_000_000, pace).seconds == pytest.approx(1_000_000 / 300 * 60, rel=0.05)
