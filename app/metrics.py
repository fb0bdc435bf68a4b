"""What is counted, for Prometheus. The one module that knows the names; a test holds boards and alerts against them.

    one process           `book()` counts in memory                                     (Beat, an API of one process)
    several on a folder   each writes a file, and whoever is asked adds all up          (a worker's pool, an API of many)

Every label is one of few: an outcome, a stage, a status, a route's template, an issuer we have a module for. Nothing is counted
by mail, only by batch, by HTTP call or by request, so that a mail costs some hundred nanoseconds of it.
"""

import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Histogram,
    disable_created_metrics,
    generate_latest,
    start_http_server,
    values,
)
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from app import telemetry

# When each series began is a second series for each, and no board asks.
disable_created_metrics()  # type: ignore[no-untyped-call]

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
OTHER = "other"
_FOLDER = "PROMETHEUS_MULTIPROC_DIR"
_STAGE_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 30)
_REQUEST_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)


class Book:
    """All counters and histograms of one process."""

    def __init__(self, registry: CollectorRegistry | None) -> None:
        def counter(name: str, says: str, *labels: str) -> Counter:
            return Counter(f"fincoach_{name}", says, labels, registry=registry)

        def histogram(name: str, says: str, buckets: tuple[float, ...], *labels: str) -> Histogram:
            return Histogram(f"fincoach_{name}", says, labels, buckets=buckets, registry=registry)

        self.mails = counter("mails", "Message ids settled, by outcome and kind of job", "outcome", "kind")
        self.money_mails = counter("money_mails", "Mails about money, by issuer and whether they were read", "issuer", "verdict")
        self.transactions = counter("transactions", "Transactions stored")
        self.batches = counter("batches", "Batches worked on, by how it ended", "ended")
        self.stages = histogram("batch_stage_seconds", "Seconds of each stage of a batch", _STAGE_SECONDS, "stage")
        self.exchanges = histogram(
            "gmail_exchange_seconds", "Seconds of one HTTP exchange with Gmail", _STAGE_SECONDS, "call", "status"
        )
        self.parts = counter("gmail_parts", "Parts of HTTP batches, by what Gmail answered", "answer")
        self.units = counter("gmail_units", "Quota units spent, by Gmail's method", "method")
        self.throttles = counter("throttles", "Work put off for quota, by who said no: gmail, or our own books", "by")
        self.lease_losses = counter("lease_losses", "Leases that ran out, or were found lost at the end", "found")
        self.webhooks = counter("webhook_deliveries", "Attempts to tell a webhook, by how they ended", "ended")
        self.rings_again = counter("rings_again", "Doorbells rung again because nobody had answered", "task")
        self.requests = histogram(
            "api_request_seconds", "Seconds until an answer begins", _REQUEST_SECONDS, "method", "route", "status"
        )


def share(folder: Path, identify: Callable[[], object]) -> None:
    """Count in files of this folder, one for each `identify()`: of processes that run at once, each must give another.

    Call it before the first count, and in a parent before it forks.
    """
    folder.mkdir(parents=True, exist_ok=True)
    # The library looks there for its folder, and nowhere else.
    os.environ[_FOLDER] = str(folder)
    values.ValueClass = values.MultiProcessValue(identify)  # type: ignore[no-untyped-call]
    book.cache_clear()
    _registry.cache_clear()


def stop_sharing() -> None:
    """Count in memory again, from nothing."""
    os.environ.pop(_FOLDER, None)
    values.ValueClass = values.MutexValue
    book.cache_clear()
    _registry.cache_clear()


def shared_folder() -> str | None:
    return os.environ.get(_FOLDER)


@cache
def book() -> Book:
    return Book(None if shared_folder() else _registry())


@cache
def _registry() -> CollectorRegistry:
    registry = CollectorRegistry()
    if folder := shared_folder():
        MultiProcessCollector(registry, path=folder)  # type: ignore[no-untyped-call]
    return registry


def exposition(*more: Collector) -> bytes:
    """Everything counted, as Prometheus reads it; `more` are collectors that are asked now."""
    book()
    text = generate_latest(_registry())
    if more:
        asked = CollectorRegistry()
        for collector in more:
            asked.register(collector)
        text += generate_latest(asked)
    return text


def serve(host: str, port: int) -> None:
    """Show it at `/metrics` from a thread. Raises OSError when the port is taken."""
    book()
    start_http_server(port, host, _registry())


@contextmanager
def stage(name: str) -> Iterator[None]:
    """The seconds of one stage of a batch, if it came to its end."""
    began = time.perf_counter()
    with telemetry.span(name):
        yield
    book().stages.labels(name).observe(time.perf_counter() - began)


def settled(outcomes: Mapping[str, int], *, kind: str, transactions: int) -> None:
    for outcome, count in outcomes.items():
        book().mails.labels(outcome, kind).inc(count)
    if transactions:
        book().transactions.inc(transactions)


def read(verdicts: Mapping[tuple[str | None, str], int]) -> None:
    """Counts by (issuer, `read` or `unparsed`). Issuers are those we have modules for, so there are no more than these."""
    for (issuer, verdict), count in verdicts.items():
        book().money_mails.labels(issuer or OTHER, verdict).inc(count)


def batch_ended(how: str) -> None:
    """`done`, `came_back` with some ids still pending, `given_back` for a fault of ours, or `lease_lost`."""
    book().batches.labels(how).inc()
    if how == "lease_lost":
        lease_lost("at_the_end")


def lease_lost(found: str) -> None:
    """`expired`: by who took up the work next; `at_the_end`: by the worker that had it."""
    book().lease_losses.labels(found).inc()


def told(ended: str) -> None:
    book().webhooks.labels(ended).inc()


def rung_again(task: str, bells: int = 1) -> None:
    book().rings_again.labels(task).inc(bells)


def spent(method: str, units: int) -> None:
    book().units.labels(method).inc(units)


def throttled(by: str) -> None:
    """By `gmail`, or by our own `books` before Gmail was asked."""
    book().throttles.labels(by).inc()


def answered(parts: Mapping[str, int]) -> None:
    for answer, count in parts.items():
        book().parts.labels(answer).inc(count)


@dataclass(slots=True)
class Exchange:
    """`status` stays `none` when no head of an answer came back."""

    status: str = "none"


@contextmanager
def exchange(call: str) -> Iterator[Exchange]:
    """One HTTP exchange, `batch` or `single`, whatever comes of it."""
    began, seen = time.perf_counter(), Exchange()
    try:
        yield seen
    finally:
        book().exchanges.labels(call, seen.status).observe(time.perf_counter() - began)


def request(method: str, route: str, status: int, seconds: float) -> None:
    book().requests.labels(method, route, str(status)).observe(seconds)
