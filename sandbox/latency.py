"""How long an answer of Google's takes, besides what it takes here."""

import random
from dataclasses import dataclass, field

from sandbox.slots import seeded

LONGEST = 600.0


@dataclass
class Latency:
    """`seconds` for each HTTP call, a whole batch once, give or take `jitter`; drawn by `seed`."""

    seconds: float = 0.0
    jitter: float = 0.0
    seed: int = 0
    _dice: random.Random = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._dice = seeded(self.seed)
        self.set(self.seconds, self.jitter)

    def set(self, seconds: float, jitter: float) -> None:
        """Raises ValueError."""
        if not 0 <= seconds <= LONGEST or not 0 <= jitter <= LONGEST:
            raise ValueError(f"latency and jitter are between 0 and {LONGEST:.0f} seconds")
        self.seconds, self.jitter = seconds, jitter

    def __call__(self) -> float:
        if not self.jitter:
            return self.seconds
        return max(0.0, self._dice.uniform(self.seconds - self.jitter, self.seconds + self.jitter))
