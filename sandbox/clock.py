"""Sandbox time: the wall's, until somebody advances it or lets it run fast."""

import time
from collections.abc import Callable

FASTEST = 1_000_000.0


class Clock:
    """Epoch seconds. It never goes back, so that what has expired stays expired."""

    def __init__(self, rate: float = 1.0, wall: Callable[[], float] = time.time) -> None:
        self._wall = wall
        self._since = self._then = wall()
        self.rate = _valid(rate)

    def __call__(self) -> float:
        return self._then + (self._wall() - self._since) * self.rate

    def advance(self, seconds: float) -> None:
        """Raises ValueError for a step back."""
        if not 0 <= seconds <= 100 * 366 * 86_400:
            raise ValueError("seconds must be between 0 and a hundred years")
        self._then += seconds

    def run(self, rate: float) -> None:
        """`rate` seconds pass for each real one, from now on."""
        now, self.rate = self(), _valid(rate)
        self._since, self._then = self._wall(), now


def _valid(rate: float) -> float:
    if not 0 < rate <= FASTEST:
        raise ValueError(f"rate must be above 0 and at most {FASTEST:.0f}")
    return float(rate)
