"""Google's limits: what a call costs, what a user and the project may spend in any minute, and how much may run at once."""

from collections import Counter, deque
from collections.abc import Mapping
from dataclasses import dataclass

from sandbox.errors import GoogleError

WINDOW = 60.0


@dataclass(frozen=True, slots=True)
class Tariff:
    """Units for each method; units for each minute, None for no limit. A method without a price costs `other`."""

    name: str
    units: Mapping[str, int]
    per_user: int | None
    per_project: int | None
    other: int = 5


_LEGACY = {
    "getProfile": 1, "labels.list": 1, "history.list": 2, "messages.list": 5, "messages.get": 5, "messages.attachments.get": 5,
    "threads.get": 10, "watch": 100, "stop": 50,
}  # fmt: skip
_2026 = _LEGACY | {"messages.get": 20, "messages.attachments.get": 20, "threads.get": 40}
TARIFFS = {
    "2026": Tariff("2026", _2026, 6_000, 1_200_000),
    "legacy": Tariff("legacy", _LEGACY, 15_000, 1_200_000),
    "none": Tariff("none", _2026, None, None),
}


class Window:
    """What was spent in the last minute, exactly, and the most any minute saw. One entry for a moment, not for a call."""

    __slots__ = ("_spent", "peak", "total")

    def __init__(self) -> None:
        self._spent: deque[list[float]] = deque()
        self.total = 0
        self.peak = 0

    def at(self, now: float) -> int:
        while self._spent and self._spent[0][0] <= now - WINDOW:
            self.total -= int(self._spent.popleft()[1])
        return self.total

    def spend(self, now: float, units: int) -> None:
        self.at(now)
        if self._spent and self._spent[-1][0] == now:
            self._spent[-1][1] += units
        else:
            self._spent.append([now, units])
        self.total += units
        self.peak = max(self.peak, self.total)


class Quota:
    """One project's. A refused call costs nothing."""

    def __init__(self, tariff: Tariff, concurrency: int) -> None:
        self.tariff = tariff
        self.concurrency = concurrency
        self.project = Window()
        self.users: dict[str, Window] = {}
        self.spent: dict[str, Counter[str]] = {}
        self.refused: Counter[str] = Counter()
        self._running: Counter[str] = Counter()

    def admit(self, user: str, method: str, now: float) -> None:
        """Raises GoogleError. A call which is let in runs until `done`."""
        if self._running[user] >= self.concurrency:
            self.refused["concurrency"] += 1
            raise GoogleError(429, "Too many concurrent requests for user.", "rateLimitExceeded")
        self._charge(user, method, now)
        self._running[user] += 1

    def done(self, user: str) -> None:
        self._running[user] -= 1

    def _charge(self, user: str, method: str, now: float) -> None:
        units = self.tariff.units.get(method, self.tariff.other)
        window = self.users.setdefault(user, Window())
        if _over(self.tariff.per_user, window.at(now) + units):
            self.refused["user"] += 1
            raise GoogleError(403, _sentence("Queries per minute per user"), "userRateLimitExceeded")
        if _over(self.tariff.per_project, self.project.at(now) + units):
            self.refused["project"] += 1
            raise GoogleError(429, _sentence("Queries per minute"), "rateLimitExceeded")
        window.spend(now, units)
        self.project.spend(now, units)
        self.spent.setdefault(user, Counter())[method] += units

    def usage(self) -> dict[str, object]:
        tariff = self.tariff
        return {
            "tariff": {
                "name": tariff.name,
                "per_user": tariff.per_user,
                "per_project": tariff.per_project,
                "units": dict(tariff.units),
            },
            "units": {user: dict(spent) for user, spent in self.spent.items()},
            "refusals": dict(self.refused),
            "max_units_in_60_seconds": {
                "project": self.project.peak,
                "users": {user: one.peak for user, one in self.users.items()},
            },
        }


def _over(limit: int | None, units: int) -> bool:
    return limit is not None and units > limit


def _sentence(limit: str) -> str:
    return (
        f"Quota exceeded for quota metric 'Queries' and limit '{limit}' of service 'gmail.googleapis.com' "
        "for consumer 'project_number:100000000000'."
    )
