"""The estimate against a dispatcher played in fast motion: from the 10 % mark on it must be right within 20 %."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.priority import Priority
from app.services.budget import kept_from
from app.services.eta import Pace, Spent, estimate
from app.services.rounds import Round, Turn
from app.tariff import TARIFFS
from tests.stopwatch import ends_within
from tests.unit.services.fast_motion import BATCH, MIDNIGHT, Play, Sync, imports, left_of, looks, shared_mails

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
    "newcomers whose hundred come late": Play(
        imports(15, 1500) + [Sync(900, 5000 + n, begins=90.0, mails_a_transaction=10) for n in range(3)],
        20,
        6_000,
        36_000,
        64,
        1.5,
        random.Random(12),
    ),
    "large ones beside small ones": Play(
        imports(30, 1500) + [Sync(6000, 1000 + n) for n in range(3)], 20, 6_000, 72_000, 64, 1.5, random.Random(21)
    ),
    "one mailbox of two users": Play([Sync(1500, 1), Sync(1500, 1)], 20, 6_000, 1_200_000, 64, 1.5, random.Random(11)),
}


# How many of the looks may see the end outside the range: more where large ones have turns before others, early on.
OUTSIDE = {"large ones beside small ones": 0.12}


@pytest.mark.parametrize("name", CASES)
def test_right_within_a_fifth_from_the_tenth_on(name: str) -> None:
    """As far as it can be known: from when the last of them has begun."""
    play = CASES[name]
    ticks = [now for now in play.run() if now >= max(one.begins for one in play.syncs)]
    looked = off = outside = 0
    for sync in play.syncs[:: max(1, len(play.syncs) // 6)]:
        end = sync.grants[-1][1]
        for now in ticks[:: max(1, len(ticks) // 60)]:
            if left_of(sync, now) > 0.9 * sync.left or now >= end:
                continue
            told, true = estimate(play.pace(sync, now)), end - now
            looked += 1
            off += abs(told.seconds - true) > 0.2 * true + play.batch_seconds
            outside += not told.low <= true <= told.high
    assert looked >= 10
    assert off <= 0.03 * looked
    assert outside <= OUTSIDE.get(name, 0.1) * looked


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


def test_what_others_have_had_beside_the_first_mails_is_not_waited_for_again() -> None:
    """A thousand who begin together: no more is fetched until the last of them is done than all have left."""
    mine = Turn(1_000, None, Priority.INTERACTIVE, first=300)
    assert shared_mails(mine, [mine, mine], BATCH) == 3_000
    assert shared_mails(replace(mine, first=600), [replace(mine, first=600)], BATCH) == 2_000


def test_imports_are_told_the_minute_without_the_part_they_leave() -> None:
    pace = Pace(20, BATCH, 1.0, None, 1_200_000, (), (), 60_000, 300, 0, None)
    less = replace(pace, project_limit=1_200_000 - kept_from(Priority.IMPORT, TARIFFS["2026"]))
    assert estimate(pace).seconds < 60 <= estimate(less).seconds
