"""How long a sync still takes. Pure: what is left and how fast it may go in, seconds out.

Four things can hold a mailbox back, and the slowest one decides:

    its own minute     Gmail's quota per mailbox: batches start only when earlier ones have left the 60-second window
    the project's      Gmail's quota of all users together, less what the class leaves to others, spent evenly and in turns
    the machine        when every place in flight is taken, all users share what was settled over the last minute
    the work itself    one batch after the other, each as long as the last ones took

A plain "left / rate" is wrong by several times here: a mailbox that may spend its minute in two seconds looks very fast for
two seconds and dead for the next 58.
"""

import heapq
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from app.storage.quota import PACE_SECONDS, WINDOW_SECONDS

# Beyond this many batches the window only repeats itself, so the rest is reckoned at its average.
_SIMULATED_BATCHES = 500
# How far off the answer may be, besides one batch more or less: measured by tests/unit/services/test_eta.py.
_SPREAD = 0.12


@dataclass(frozen=True, slots=True)
class Spent:
    """Units that still count against a minute: `ended_ago` in seconds, None while their batch is at work."""

    units: int
    ended_ago: float | None


@dataclass(frozen=True, slots=True)
class Pace:
    """What limits a sync. Limits are units a minute, None without one, the project's as far as this sync's class may spend it;
    `spent` is what counts now of this mailbox, `project_spent` of all.

    `shared_mails` is what will be fetched of all live syncs until this one is done, taken in turns (itself included), and
    `mailbox_mails` the same of those of its mailbox; `mails_at_work` and `settled_per_second` are of all users, the latter None
    when places in flight are free.
    """

    units_per_mail: int
    mails_per_batch: int
    batch_seconds: float
    user_limit: int | None
    project_limit: int | None
    project_spent: Sequence[Spent]
    spent: Sequence[Spent]
    shared_mails: int
    mailbox_mails: int
    mails_at_work: int
    settled_per_second: float | None


@dataclass(frozen=True, slots=True)
class Eta:
    """Seconds from now: the likeliest, and the range the end should fall into."""

    seconds: float
    low: float
    high: float


def estimate(pace: Pace) -> Eta:
    """When the sync will be done."""
    seconds = max(_by_user(pace.mailbox_mails, pace), _by_project(pace), _by_machine(pace))
    return Eta(seconds, max(0.0, seconds * (1 - _SPREAD) - pace.batch_seconds), seconds * (1 + _SPREAD) + pace.batch_seconds)


def _by_user(left: int, pace: Pace) -> float:
    """Play the batches forward through the user's window."""
    batches = -(-left // pace.mails_per_batch)
    cost = pace.mails_per_batch * pace.units_per_mail
    limit = pace.user_limit
    if limit is None or cost > limit:
        return batches * pace.batch_seconds
    window = [(_frees_at(one, pace), one.units) for one in pace.spent]
    heapq.heapify(window)
    counted = sum(units for _, units in window)
    # A batch at work is among those left; it was granted already and ends in about half the time one takes.
    at_work = min(batches, sum(one.ended_ago is None for one in pace.spent))
    now = pace.batch_seconds / 2 if at_work else 0.0
    played = min(batches - at_work, _SIMULATED_BATCHES)
    for _ in range(played):
        while window and counted + cost > limit:
            free_at, units = heapq.heappop(window)
            counted -= units
            now = max(now, free_at)
        now += pace.batch_seconds
        counted += cost
        heapq.heappush(window, (now + WINDOW_SECONDS, cost))
    return now + (batches - at_work - played) * max(pace.batch_seconds, WINDOW_SECONDS * cost / limit)


def _frees_at(one: Spent, pace: Pace) -> float:
    return WINDOW_SECONDS - one.ended_ago if one.ended_ago is not None else WINDOW_SECONDS + pace.batch_seconds / 2


def _by_project(pace: Pace) -> float:
    """What was spent in a wave comes free in a wave, a minute and a batch later; and it is spent evenly at the fastest."""
    if pace.project_limit is None:
        return 0.0
    window = sorted((_frees_at(one, pace), one.units) for one in pace.project_spent)
    counted = sum(units for _, units in window)
    units = pace.shared_mails * pace.units_per_mail
    evenly = WINDOW_SECONDS * units / pace.project_limit - PACE_SECONDS
    return max(evenly, _by_what_comes_free(units - max(0, pace.project_limit - counted), window, pace))


def _by_what_comes_free(wanted: int, window: Sequence[tuple[float, int]], pace: Pace) -> float:
    if wanted <= 0:
        return 0.0
    counted = sum(units for _, units in window)
    # The whole window turns over so many times, and then some of it.
    turns, rest = divmod(wanted, max(counted, pace.project_limit or 0))
    freed = accumulate(units for _, units in window)
    last = next((at for (at, _), units in zip(window, freed, strict=True) if units >= rest), WINDOW_SECONDS)
    return turns * (WINDOW_SECONDS + pace.batch_seconds) + last + pace.batch_seconds


def _by_machine(pace: Pace) -> float:
    """What is at work now is half done."""
    left = max(0.0, pace.shared_mails - pace.mails_at_work / 2)
    return left / pace.settled_per_second if pace.settled_per_second else 0.0
