"""The end of a launch: nobody goes on alone, held by the minute of their own mailbox, while the project's minute is free."""

import random

import pytest

from tests.unit.services.fast_motion import BATCH, Play, Sync, imports

COST, PROJECT = 20, 120_000


def ends_of(syncs: list[Sync]) -> list[float]:
    Play(syncs, COST, 6_000, PROJECT, 64, 1.5, random.Random(len(syncs))).run()
    return [one.grants[-1][1] for one in syncs]


def floor(mails: int) -> float:
    return 60 * COST * mails / PROJECT


@pytest.mark.parametrize("newcomers", [5])
def test_who_came_late_does_not_go_on_alone(newcomers: int) -> None:
    """In plain turns they had a few batches more left than all others, and took 1.1 times the floor and more."""
    late = [Sync(1500, 1_000 + n, begins=60.0 + 140.0 * n / (newcomers - 1)) for n in range(newcomers)]
    syncs = imports(30, 1500) + late
    assert max(ends_of(syncs)) <= 1.04 * floor(sum(one.left for one in syncs))


def test_large_mailboxes_take_no_more_than_a_quarter_of_the_turns_from_small_ones() -> None:
    small, large = imports(20, 500), [Sync(6000, 1_000 + n) for n in range(8)]
    ends = ends_of(small + large)
    five_turns_of_all = floor(5 * BATCH * len(small + large))
    assert max(ends[:20]) <= 4 / 3 * five_turns_of_all


def test_whose_first_hundred_come_late_has_them_in_the_second_minute() -> None:
    """And not after a round of all others."""
    late = Sync(1500, 1_000, begins=200.0, mails_a_transaction=4)
    ends_of([*imports(60, 1500), late])
    hundredth = late.grants[3][1]
    assert 260 <= hundredth <= 270
    assert late.grants[4][0] > hundredth + 20, "and then it goes on in turn"
