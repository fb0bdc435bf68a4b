"""How long to wait before trying again."""

import random
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Backoff:
    """Exponential with full jitter: attempt n (from 1) waits between `floor` and `base` * 2**(n-1) seconds, at most `cap`."""

    base: float
    cap: float
    floor: float = 1.0

    def seconds(self, attempt: int) -> float:
        # Not a secret: jitter keeps many users' retries from falling on one moment.
        return max(self.floor, random.uniform(0, min(self.cap, self.base * 2 ** (attempt - 1))))  # noqa: S311


# Faults of ours and of the network: three tries within about a minute.
FAULTS = Backoff(base=4, cap=60)
# The attempt from which on the wait is the longest: for what may be away for hours, and is no fault of what waits.
LONG_AWAY = 5
# Gmail said "too fast" but not for how long; its limits are counted by the minute.
THROTTLE = Backoff(base=15, cap=60, floor=5)
# Never believe a Retry-After beyond this.
LONGEST_WAIT_SECONDS = 900.0


def throttle_seconds(retry_after: float | None, attempt: int = 1) -> float:
    """What Gmail asked for, within reason; else our own wait."""
    return min(max(retry_after, 1.0), LONGEST_WAIT_SECONDS) if retry_after is not None else THROTTLE.seconds(attempt)
