"""How often somebody may ask: counted in Redis for all processes, or in this one's memory while Redis is away."""

import math
import os
import time
from dataclasses import dataclass, field
from functools import cache

import limits
import structlog
from limits.storage import MemoryStorage, RedisStorage, Storage
from limits.strategies import SlidingWindowCounterRateLimiter
from redis.exceptions import RedisError

from app.config import get_settings
from app.errors import TooManyRequests

log = structlog.get_logger()

# Long enough that a silent Redis costs a request in a thousand its time-out, short enough to notice that it is back.
AWAY_SECONDS = 30.0
_NAMESPACE = "fincoach-limit"


def take(who: str, per_minute: int) -> None:
    """One request of `who`. Raises TooManyRequests, with the seconds to wait, when the last minute held `per_minute` of them.

    With Redis away nobody is refused for that: each process counts for itself, and says so in the log.
    """
    _counter(get_settings().celery_broker_url, os.getpid()).take(limits.RateLimitItemPerMinute(per_minute, 1, _NAMESPACE), who)


@dataclass(slots=True)
class Counter:
    shared: Storage
    own: Storage = field(default_factory=MemoryStorage)
    _away_until: float = 0.0

    def take(self, limit: limits.RateLimitItem, who: str) -> None:
        if time.monotonic() >= self._away_until:
            try:
                _hit(self.shared, limit, who)
            except (RedisError, OSError) as error:
                self._away_until = time.monotonic() + AWAY_SECONDS
                log.warning("limits_in_memory", error=type(error).__name__, seconds=AWAY_SECONDS)
            else:
                return
        _hit(self.own, limit, who)


@cache
def _counter(url: str, _process: int) -> Counter:
    return Counter(RedisStorage(url, socket_timeout=0.5, socket_connect_timeout=0.5))


def _hit(storage: Storage, limit: limits.RateLimitItem, who: str) -> None:
    window = SlidingWindowCounterRateLimiter(storage)
    if not window.hit(limit, who):
        wait = window.get_window_stats(limit, who).reset_time - time.time()
        raise TooManyRequests(f"more than {limit.amount} a minute", retry_after_seconds=max(1, math.ceil(wait)))
