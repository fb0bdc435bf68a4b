"""Off by default and not even imported; on, it tells names and ids."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sentry_sdk
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from app import telemetry

ROOT = Path(__file__).parents[2]
DSN = "https://key@sentry.invalid/1"
SECRET = "ya29.a0AfB_byC1234567890-x"


@pytest.fixture(autouse=True)
def _off() -> Iterator[None]:
    yield
    telemetry.stop()


def test_nothing_is_imported_until_a_setting_asks_for_it() -> None:
    lazy = ("opentelemetry.exporter", "opentelemetry.sdk.trace", "sentry_sdk")
    code = f"import app.main, sys; print([name for name in sys.modules if name.startswith({lazy})])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"


def test_off_it_does_nothing() -> None:
    headers: dict[str, str] = {}
    with telemetry.span("work", parent={}):
        telemetry.inject(headers)
    telemetry.capture(ValueError("x"))
    assert headers == {}


def spans() -> InMemorySpanExporter:
    """Traces on, kept here in place of being sent; the address leads nowhere and is never asked."""
    telemetry.start(service="test", version="1", traces_endpoint="http://127.0.0.1:9/v1/traces")
    kept = InMemorySpanExporter()
    telemetry._on.provider._active_span_processor._span_processors = (SimpleSpanProcessor(kept),)
    return kept


def test_a_trace_goes_on_in_whoever_answers_the_bell() -> None:
    kept = spans()
    headers: dict[str, str] = {}
    with telemetry.span("request", parent={}, request_id="r1"):
        telemetry.inject(headers)
    with telemetry.span("task", parent=headers), telemetry.span("fetch"):
        pass
    fetch, task, request = sorted(kept.get_finished_spans(), key=lambda one: ("fetch", "task", "request").index(one.name))
    assert {one.context.trace_id for one in (fetch, task, request)} == {request.context.trace_id}
    parents = [one.parent.span_id for one in (task, fetch) if one.parent]
    assert parents == [request.context.span_id, task.context.span_id]
    assert dict(request.attributes or {}) == {"request_id": "r1"}


def test_each_request_without_a_trace_begins_one() -> None:
    kept = spans()
    for _ in range(2):
        with telemetry.span("request", parent={}):
            pass
    assert len({one.context.trace_id for one in kept.get_finished_spans()}) == 2


def fail(*, of_somebody: str) -> None:
    raise ValueError(f"{SECRET} of asha@example.com, {len(of_somebody)}")


class _Kept(sentry_sdk.transport.Transport):
    def __init__(self, options: dict[str, Any] | None = None) -> None:
        super().__init__(options)
        self.events: list[Any] = []

    def capture_envelope(self, envelope: Any) -> None:
        self.events.append(envelope.get_event())


def test_a_fault_goes_without_variables_and_secrets() -> None:
    telemetry.start(service="test", version="1", sentry_dsn=DSN)
    client = sentry_sdk.get_client()
    kept = _Kept()
    client.transport = kept
    try:
        fail(of_somebody=f"Rs.{5 * 111} debited")  # its lines are told, what they made of it is not
    except ValueError as error:
        telemetry.capture(error, request_id="r1")
    (event,) = kept.events
    text = str(event)
    assert event["exception"]["values"][0]["type"] == "ValueError"
    assert "test_telemetry.py" in text
    assert event["tags"]["request_id"] == "r1"
    assert not any(word in text for word in (SECRET, "asha@example.com", "Rs.555", "'vars'"))
