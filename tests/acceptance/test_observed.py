"""One import, seen from outside: counts of the API and of a worker's pool, the state, one id in every line, one trace."""

import gzip
import json
import threading
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import urllib3
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from prometheus_client.parser import text_string_to_metric_families

from app.local.client import Client
from app.local.ports import free_port
from app.local.supervisor import Stack
from tests.acceptance.conftest import ready_stack
from tests.acceptance.test_kill_worker import connect_all, wait_until
from tests.monitoring import names_in_boards_and_rules

pytestmark = pytest.mark.timeout(200)
REQUEST = "one-id-for-all"
TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"
MAILS = 150
Samples = dict[tuple[str, tuple[tuple[str, str], ...]], float]


@dataclass
class Collector:
    """Takes what an OpenTelemetry collector takes; spans as (service, name, trace)."""

    port: int
    spans: list[tuple[str, str, str]] = field(default_factory=list)

    def take(self, body: bytes) -> None:
        for resource in ExportTraceServiceRequest.FromString(body).resource_spans:
            service = next(one.value.string_value for one in resource.resource.attributes if one.key == "service.name")
            self.spans += [(service, span.name, span.trace_id.hex()) for part in resource.scope_spans for span in part.spans]


@pytest.fixture(scope="module")
def collector() -> Iterator[Collector]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            collected.take(gzip.decompress(body) if self.headers.get("Content-Encoding") == "gzip" else body)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            """Nobody reads it."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        collected = Collector(server.server_port)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield collected
        server.shutdown()


@dataclass
class Seen:
    stack: Stack
    worker_port: int
    user_id: str


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory, collector: Collector) -> Iterator[Seen]:
    """A stack that has imported one mailbox, asked for with an id and a trace of ours."""
    port = free_port()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WORKER_METRICS_ADDRESS", f"127.0.0.1:{port}")
        patch.setenv("TRACES_ENDPOINT", f"http://127.0.0.1:{collector.port}/v1/traces")
        with (
            ready_stack(tmp_path_factory.mktemp("seen"), users=1, mails=MAILS) as stack,
            Client(stack.api_url, stack.sandbox_url) as client,
        ):
            user_id = client.ensure_user("user1@sandbox.test", "User 1")
            connect_all(stack, {"user1@sandbox.test": user_id})
            headers = {"X-Request-ID": REQUEST, "traceparent": f"00-{TRACE}-00f067aa0ba902b7-01"}
            started = urllib3.request("POST", f"{stack.api_url}/api/v1/email-sync/start/{user_id}?months=6", headers=headers)
            assert started.status == 202
            wait_until(lambda: client.status(user_id)["status"] == "completed", 60)
            yield Seen(stack, port, user_id)


def scrape(url: str) -> Samples:
    with urllib.request.urlopen(url, timeout=10) as answer:
        text = answer.read().decode()
    families = text_string_to_metric_families(text)
    return {(one.name, tuple(sorted(one.labels.items()))): one.value for family in families for one in family.samples}


def total(samples: Samples, name: str, **labels: str) -> float:
    return sum(value for (found, has), value in samples.items() if found == name and set(labels.items()) <= set(has))


def of_worker(seen: Seen) -> Samples:
    return scrape(f"http://127.0.0.1:{seen.worker_port}/metrics")


def of_api(seen: Seen) -> Samples:
    return scrape(f"{seen.stack.api_url}/metrics")


def test_all_children_of_a_worker_add_up(seen: Seen) -> None:
    samples = of_worker(seen)
    assert total(samples, "fincoach_mails_total", kind="initial") == MAILS
    assert total(samples, "fincoach_gmail_parts_total", answer="mail") == MAILS
    assert total(samples, "fincoach_gmail_units_total", method="messages.get") == MAILS
    assert total(samples, "fincoach_batches_total", ended="done") == 2
    for stage in ("claim", "fetch", "read", "settle"):
        assert total(samples, "fincoach_batch_stage_seconds_count", stage=stage) >= 2
    assert total(samples, "fincoach_transactions_total") > 0


def test_the_api_tells_its_latency_by_route_and_the_state(seen: Seen) -> None:
    samples = of_api(seen)
    route = "/api/v1/email-sync/start/{user_id}"
    assert total(samples, "fincoach_api_request_seconds_count", route=route, method="POST", status="202") == 1
    assert total(samples, "fincoach_connections", state="active") == 1
    assert total(samples, "fincoach_state_known") == total(samples, "fincoach_workers") == 1
    assert total(samples, "fincoach_day_units") > 0


def test_every_name_of_boards_and_rules_is_exported(seen: Seen) -> None:
    exported = {name for name, _ in [*of_worker(seen), *of_api(seen)]}
    # The fake tariff of this stack has no limit of the day, and nothing went wrong: these are held by tests of their own.
    quiet = {"fincoach_day_units_limit", "fincoach_throttles_total", "fincoach_lease_losses_total", "fincoach_rings_again_total"}
    quiet.add("fincoach_webhook_deliveries_total")  # nobody is to be told
    assert names_in_boards_and_rules() - exported - quiet == set()


def test_operators_see_that_all_is_well(seen: Seen) -> None:
    health = urllib3.request("GET", f"{seen.stack.api_url}/api/v1/ops/health").json()
    assert (health["status"], health["concerns"]) == ("ok", [])
    assert health["workers_alive"] == 1
    assert health["beat_ago"] < 30
    assert set(health["queues"]) == {"celery", "celery_first", "celery_listing", "celery_pages", "celery_dispatch"}
    assert health["batches"] == {"ready": 0, "queued": 0, "running": 0}


def lines(log: Path) -> list[dict[str, Any]]:
    found = (line for line in log.read_text(encoding="utf-8").splitlines() if line.startswith("{"))
    return [json.loads(line) for line in found]


def test_one_id_leads_from_the_request_to_the_last_batch(seen: Seen) -> None:
    api = [one for one in lines(seen.stack.children["api"].log) if one.get("request_id") == REQUEST]
    worker = [one for one in lines(seen.stack.children["worker"].log) if one.get("request_id") == REQUEST]
    assert "import_started" in [one["event"] for one in api]
    told = {(one["task"], one["event"]) for one in worker}
    assert told >= {
        ("fetch_user_emails_initial", "mailbox_listed"),
        ("process_email_batch", "batch_settled"),
        ("process_email_batch", "job_completed"),
    }
    assert len({one["job_id"] for one in worker}) == 1


def test_one_trace_leads_from_the_api_to_the_listing(seen: Seen, collector: Collector) -> None:
    wanted = {("fincoach-api", "request"), ("fincoach-worker", "fetch_user_emails_initial")}
    ends_at = time.monotonic() + 20
    while not wanted <= ours(collector):
        assert time.monotonic() < ends_at, ours(collector)
        time.sleep(0.2)


def ours(collector: Collector) -> set[tuple[str, str]]:
    return {(service, name) for service, name, trace in collector.spans if trace == TRACE}
