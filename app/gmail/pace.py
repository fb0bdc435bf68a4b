"""How many parts one HTTP batch may hold: halved when Gmail refuses parts for running at once, crept up when it does not."""

from dataclasses import dataclass, replace
from typing import Self

# Growing after every success would meet the limit again at once: an account that refused once stays touchy for a while.
_PASSES_BEFORE_GROWTH = 2


@dataclass(frozen=True, slots=True)
class BatchSize:
    ceiling: int
    size: int
    passes: int = 0

    @classmethod
    def starting_at(cls, ceiling: int) -> Self:
        return cls(ceiling=ceiling, size=ceiling)

    def at_most(self, size: int) -> Self:
        return replace(self, ceiling=min(self.ceiling, size), size=min(self.size, size))

    def refused(self) -> Self:
        return replace(self, size=max(1, self.size // 2), passes=0)

    def passed(self) -> Self:
        if self.passes + 1 < _PASSES_BEFORE_GROWTH:
            return replace(self, passes=self.passes + 1)
        return replace(self, size=min(self.ceiling, self.size + max(1, self.size // 4)), passes=0)
