"""The state of the service as gauges: asked when Prometheus asks, by whichever API it asks."""

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

import structlog
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from app.errors import AppError
from app.services import ops
from app.services.patience import Patient

log = structlog.get_logger()

# Whoever asks more often gets the last answer: the sums touch every connection and every batch that is ready.
_KEEP_SECONDS = 10.0


@dataclass(slots=True, eq=False)  # a registry keeps its collectors by what they are
class StateGauges(Collector):
    """With the database away there is `fincoach_state_known 0` and nothing else, so that no old number looks like a new one."""

    ask: Callable[[], ops.State] = ops.state
    patience_seconds: float = 5.0
    _asked_at: float = float("-inf")
    _known: ops.State | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _patient: Patient[ops.State] = field(init=False)

    def __post_init__(self) -> None:
        self._patient = Patient(self.ask, self.patience_seconds)

    def collect(self) -> Iterator[GaugeMetricFamily]:
        state = self._state()
        yield _one("state_known", "1 when the database could be asked", 0.0 if state is None else 1.0)
        if state is not None:
            yield from _gauges(state)

    def _state(self) -> ops.State | None:
        with self._lock:
            if time.monotonic() - self._asked_at > _KEEP_SECONDS:
                try:
                    self._known = self._patient.answer()
                except (AppError, TimeoutError) as error:
                    log.warning("state_unknown", code=error.code if isinstance(error, AppError) else "no_answer")
                    self._known = None
                self._asked_at = time.monotonic()
            return self._known


def _gauges(state: ops.State) -> Iterator[GaugeMetricFamily]:
    yield _one("queue_age_seconds", "How long the oldest queued batch waits for a worker", state.queue_age)
    yield _one("due_age_seconds", "How long the oldest batch that is due waits for its grant", _due_age(state))
    yield _one("workers", "Workers that looked into the database lately", state.workers_alive)
    yield _one("day_units", "Quota units granted on Google's day of today", state.quota.units)
    yield _one("day_stopped", "1 while granting is stopped for the day", state.quota.stopped_reason is not None)
    yield _many("batches_now", "Batches that are not done", "status", state.batches)
    yield _many("jobs_now", "Jobs that are not ended", "status", state.jobs)
    yield _many("connections", "Mailboxes", "state", state.connections)
    if state.beat_ago is not None:
        yield _one("beat_age_seconds", "Seconds since Beat last rang", state.beat_ago)
    if state.quota.limit is not None:
        yield _one("day_units_limit", "Quota units that may be granted on one day", state.quota.limit)
    if state.queues is not None:
        yield _many("queue_length", "Messages that wait in Redis", "queue", state.queues)


def _due_age(state: ops.State) -> float:
    return state.oldest_due.due_for if state.oldest_due else 0.0


def _one(name: str, says: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(f"fincoach_{name}", says, value=value)


def _many(name: str, says: str, label: str, values: Mapping[str, float]) -> GaugeMetricFamily:
    family = GaugeMetricFamily(f"fincoach_{name}", says, labels=[label])
    for key, value in values.items():
        family.add_metric([key], value)
    return family
