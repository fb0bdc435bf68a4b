"""Google's limits: what a user and the project may spend in any minute, the project in a day, and how much may run at once.

What was asked for is counted beside what was let in: a client that relies on being refused is not within its tariff.
"""

from collections import Counter, deque
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sandbox.errors import GoogleError
from sandbox.tariffs import Tariff

WINDOW = 60.0
_PACIFIC = ZoneInfo("America/Los_Angeles")
_MINUTES = 24 * 60  # how many minutes with traffic are remembered for each user


class Window:
    """What was spent in the last minute, exactly, and the most any minute saw. One entry for a moment, not for a call."""

    __slots__ = ("_spent", "peak", "total")

    def __init__(self) -> None:
        self._spent: deque[list[float]] = deque()
        self.total = 0
        self.peak = 0

    def at(self, now: float) -> int:
        spent = self._spent
        while spent and spent[0][0] <= now - WINDOW:
            self.total -= int(spent.popleft()[1])
        return self.total

    def spend(self, now: float, units: int) -> None:
        spent = self._spent
        if spent and spent[-1][0] == now:
            # The parts of a batch share a moment, and nothing has left the window since the first of them.
            spent[-1][1] += units
        else:
            self.at(now)
            spent.append([now, units])
        self.total += units
        self.peak = max(self.peak, self.total)


class Budget:
    """What was let in, and the most that was asked for in any minute: that can only be more when something was refused."""

    __slots__ = ("_asked", "refused", "window")

    def __init__(self) -> None:
        self.window = Window()
        self.refused = Window()
        self._asked = 0

    def refuse(self, now: float, units: int) -> None:
        self.refused.spend(now, units)
        self.note(now)

    def note(self, now: float) -> None:
        """To be called when something was asked for while `refused` holds anything."""
        self._asked = max(self._asked, self.window.at(now) + self.refused.at(now))

    @property
    def asked(self) -> int:
        return max(self._asked, self.window.peak)


class Account(Budget):
    """One user's. `minutes` are units by the minute, as epoch seconds // 60."""

    __slots__ = ("minutes", "peak_running", "running", "spent")

    def __init__(self) -> None:
        super().__init__()
        self.minutes: dict[int, int] = {}
        self.spent: Counter[str] = Counter()
        self.running = 0
        self.peak_running = 0

    def spend(self, method: str, units: int, now: float) -> None:
        self.window.spend(now, units)
        self.spent[method] += units
        minute = int(now // 60)
        self.minutes[minute] = self.minutes.get(minute, 0) + units
        if len(self.minutes) > _MINUTES:
            del self.minutes[next(iter(self.minutes))]


class Quota:
    """One project's. A refused call costs nothing."""

    def __init__(self, tariff: Tariff, concurrency: int) -> None:
        self.tariff = tariff
        self.concurrency = concurrency
        self.project = Budget()
        self.accounts: dict[str, Account] = {}
        self.refused: Counter[str] = Counter()
        self.answers: Counter[tuple[str, int]] = Counter()
        self.days: Counter[str] = Counter()
        self.received = 0
        self.sent = 0
        self._midnight = 0.0
        self._today = ""

    def admit(self, user: str, method: str, now: float) -> None:
        """Raises GoogleError. A call which is let in runs until `done`."""
        account = self.accounts.get(user)
        if account is None:
            account = self.accounts[user] = Account()
        if account.running >= self.concurrency:
            self.refused["concurrency"] += 1
            raise GoogleError(429, "Too many concurrent requests for user.", "rateLimitExceeded")
        self._charge(account, method, self.tariff.price(method), now)
        account.running += 1
        account.peak_running = max(account.peak_running, account.running)

    def done(self, user: str) -> None:
        self.accounts[user].running -= 1

    def _charge(self, account: Account, method: str, units: int, now: float) -> None:
        tariff = self.tariff
        if tariff.per_user is not None and account.window.at(now) + units > tariff.per_user:
            self._refuse("user", account, units, now)
            raise GoogleError(403, _sentence("Queries per minute per user"), "rateLimitExceeded")
        if tariff.per_project is not None and self.project.window.at(now) + units > tariff.per_project:
            self._refuse("project", account, units, now)
            raise GoogleError(429, _sentence("Queries per minute"), "rateLimitExceeded")
        day = self._day(now)
        if tariff.per_day is not None and self.days[day] + units > tariff.per_day:
            self._refuse("day", account, units, now)
            raise GoogleError(403, _sentence("Queries per day"), "dailyLimitExceeded")
        account.spend(method, units, now)
        self.project.window.spend(now, units)
        self.days[day] += units
        if self.project.refused.total:
            self.project.note(now)
            account.note(now)

    def _refuse(self, kind: str, account: Account, units: int, now: float) -> None:
        self.refused[kind] += 1
        for budget in (account, self.project):
            budget.refuse(now, units)

    def _day(self, now: float) -> str:
        """Google's days begin at midnight in California."""
        if now >= self._midnight or not self._today:
            local = datetime.fromtimestamp(now, _PACIFIC)
            self._today = local.date().isoformat()
            self._midnight = now - (local.hour * 3600 + local.minute * 60 + local.second) + 23 * 3600
        return self._today

    def usage(self, now: float) -> dict[str, Any]:
        """Units are what was let in, but for those `asked`."""
        users = self.accounts
        return {
            "tariff": self.tariff.shown(),
            "concurrency": self.concurrency,
            "units": {user: dict(one.spent) for user, one in users.items()},
            "minutes": {user: {_minute(at): units for at, units in one.minutes.items()} for user, one in users.items()},
            "days": dict(self.days),
            "calls": self._calls(),
            "refusals": dict(self.refused),
            "bytes": {"received": self.received, "sent": self.sent},
            "running": {user: one.running for user, one in users.items() if one.running},
            "max_running": max((one.peak_running for one in users.values()), default=0),
            "spent_in_60_seconds": {
                "project": self.project.window.at(now),
                "users": {user: units for user, one in users.items() if (units := one.window.at(now))},
            },
            "max_units_in_60_seconds": {
                "project": self.project.window.peak,
                "users": {user: one.window.peak for user, one in users.items()},
            },
            "asked_in_60_seconds": {"project": self.project.asked, "users": {user: one.asked for user, one in users.items()}},
            "windows_over_tariff": list(self._over()),
        }

    def _calls(self) -> dict[str, dict[str, int]]:
        """Answers by method and status."""
        calls: dict[str, dict[str, int]] = {}
        for (method, status), count in sorted(self.answers.items()):
            calls.setdefault(method, {})[str(status)] = count
        return calls

    def _over(self) -> Iterator[dict[str, Any]]:
        """Whoever asked, in some 60 seconds, for more than the tariff allows in a minute."""
        limits = ((None, self.project.asked, self.tariff.per_project),)
        users = ((user, one.asked, self.tariff.per_user) for user, one in self.accounts.items())
        for user, peak, limit in (*limits, *users):
            if limit is not None and peak > limit:
                yield {"user": user, "units": peak, "limit": limit}


def _minute(at: int) -> str:
    return f"{datetime.fromtimestamp(at * 60, UTC):%Y-%m-%dT%H:%MZ}"


def _sentence(limit: str) -> str:
    return (
        f"Quota exceeded for quota metric 'Queries' and limit '{limit}' of service 'gmail.googleapis.com' "
        "for consumer 'project_number:100000000000'."
    )
