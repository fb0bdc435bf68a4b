"""Each fault of the catalogue is seen on the wire as it says, strikes what it should, and is over when it should be."""

import gzip
import json
import re
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
import urllib3
from urllib3.exceptions import ProtocolError, ReadTimeoutError

from sandbox.catalogue import KINDS
from tests.integration.gmail.conftest import Sandbox
from tests.integration.gmail.listener import Listener, listening

ADDRESS = "user1@sandbox.test"
SIZE = 5


@dataclass
class Part:
    content_id: str
    status: int
    body: bytes

    @property
    def id(self) -> str:
        return str(json.loads(self.body)["id"])


@dataclass
class Wire:
    """The sandbox as bytes: nothing retries, follows or forgives."""

    sandbox: Sandbox
    listener: Listener
    ids: list[str]
    http: urllib3.PoolManager

    def get(self, path: str = "profile", seconds: float = 10, **options: Any) -> urllib3.BaseHTTPResponse:
        headers = {"Authorization": f"Bearer sandbox-{ADDRESS}"}
        url = f"{self.sandbox.root}gmail/v1/users/me/{path}"
        return self.http.request("GET", url, headers=headers, timeout=seconds, **options)

    def message(self) -> urllib3.BaseHTTPResponse:
        return self.get(f"messages/{self.ids[0]}")

    def history(self) -> urllib3.BaseHTTPResponse:
        return self.get(f"history?startHistoryId={self.get().json()['historyId']}")

    def token(self) -> urllib3.BaseHTTPResponse:
        form = {"grant_type": "refresh_token", "refresh_token": f"sandbox-refresh-{ADDRESS}", "client_id": "x"}
        return self.http.request("POST", f"{self.sandbox.root}token", fields=form, encode_multipart=False, timeout=10)

    def batch(self) -> list[Part]:
        answer = self.post_batch()
        assert answer.status == 200
        boundary = answer.headers["Content-Type"].partition("boundary=")[2].encode()
        return [_part(one) for one in answer.data.split(b"--" + boundary)[1:-1]]

    def post_batch(self) -> urllib3.BaseHTTPResponse:
        inner = [
            f"--b\r\nContent-Type: application/http\r\nContent-ID: <{place}>\r\n\r\nGET /gmail/v1/users/me/messages/{one}\r\n\r\n"
            for place, one in enumerate(self.ids[:SIZE])
        ]
        headers = {"Authorization": f"Bearer sandbox-{ADDRESS}", "Content-Type": "multipart/mixed; boundary=b"}
        body = "".join(inner) + "--b--\r\n"
        return self.http.request("POST", f"{self.sandbox.root}batch", body=body, headers=headers, timeout=10)

    def change(self) -> None:
        """Something happens in the mailbox, and Gmail would tell of it: not twice in a second."""
        self.sandbox.ask("POST", "clock", {"advance": 1})
        self.sandbox.deliver(ADDRESS, 1)


def _part(block: bytes) -> Part:
    outer, inner, body = block.split(b"\r\n\r\n", 2)
    content_id = outer.partition(b"<response-")[2].partition(b">")[0].decode()
    return Part(content_id, int(inner.split()[1]), body.removesuffix(b"\r\n"))


@pytest.fixture
def wire(sandbox: Sandbox) -> Iterator[Wire]:
    http = urllib3.PoolManager(retries=False)
    with listening() as listener:
        name = uuid.uuid4().hex
        topic = f"projects/test/topics/{name}"
        sandbox.ask("POST", "push", {"topic": topic, "endpoint": listener.url})
        headers = {"Authorization": f"Bearer sandbox-{ADDRESS}"}
        watch = {"topicName": topic}
        assert http.request("POST", f"{sandbox.root}gmail/v1/users/me/watch", json=watch, headers=headers).status == 200
        listener.next()
        wire = Wire(sandbox, listener, [], http)
        wire.ids = [one["id"] for one in wire.get(f"messages?maxResults={SIZE}").json()["messages"]]
        yield wire
        http.request("POST", f"{sandbox.root}gmail/v1/users/me/stop", headers=headers)
        http.request("DELETE", f"{sandbox.root}v1/projects/test/subscriptions/{name}")
    http.clear()


def refused(answer: urllib3.BaseHTTPResponse, status: int, reason: str) -> dict[str, Any]:
    error: dict[str, Any] = answer.json()["error"]
    assert (answer.status, error["code"], error["errors"][0]["reason"]) == (status, status, reason)
    return error


def status(wire: Wire) -> None:
    answer = wire.get()
    refused(answer, 503, "backendError")
    assert answer.headers["Retry-After"] == "9"


def throttle(wire: Wire) -> None:
    answer = wire.message()
    error = refused(answer, 403, "userRateLimitExceeded")
    (moment,) = re.findall(r"Retry after (\S+Z)", error["message"])
    assert 35 < (datetime.fromisoformat(moment) - datetime.now(UTC)).total_seconds() <= 42
    assert "Retry-After" not in answer.headers
    assert error["errors"][0]["domain"] == "usageLimits"


def concurrency(wire: Wire) -> None:
    parts = wire.batch()
    assert [one.status for one in parts] == [200, 429, 200, 200, 200]
    assert "Too many concurrent requests for user." in parts[1].body.decode()


def daily_limit(wire: Wire) -> None:
    refused(wire.get(), 403, "dailyLimitExceeded")


def forbidden(wire: Wire) -> None:
    refused(wire.get(), 403, "accessNotConfigured")


def unauthorized(wire: Wire) -> None:
    assert [one.status for one in wire.batch()] == [200, 200, 401, 200, 200]


def gone(wire: Wire) -> None:
    refused(wire.message(), 404, "notFound")


def history_expired(wire: Wire) -> None:
    """Twice: the first cursor, and the one that was taken after it."""
    refused(wire.history(), 404, "notFound")
    refused(wire.history(), 404, "notFound")


def double_history(wire: Wire) -> None:
    start = wire.get().json()["historyId"]
    wire.change()
    records = wire.get(f"history?startHistoryId={start}").json()["history"]
    assert records[0::2] == records[1::2] != []


def early_hits(wire: Wire) -> None:
    newest = int(wire.message().json()["internalDate"]) // 1000
    found = wire.get(f"messages?q=after:{newest + 3}").json()["messages"]
    assert found[0]["id"] == wire.ids[0]
    assert wire.get(f"messages?q=after:{newest + 3}").json() == {"resultSizeEstimate": 0}


def invalid_grant(wire: Wire) -> None:
    """Some time into a job."""
    assert [wire.token().status for _ in range(2)] == [200, 200]
    answer = wire.token()
    assert (answer.status, answer.json()["error"]) == (400, "invalid_grant")


def batch_limit(wire: Wire) -> None:
    error = refused(wire.post_batch(), 400, "badRequest")
    assert error["message"] == f"Inner request count exceeds the limit. Received: {SIZE}, Limit: 3"


def drop_part(wire: Wire) -> None:
    assert [one.content_id for one in wire.batch()] == ["0", "1", "3", "4"]


def double_part(wire: Wire) -> None:
    assert [one.content_id for one in wire.batch()] == ["0", "1", "2", "2", "3", "4"]


def truncate_part(wire: Wire) -> None:
    torn = wire.batch()[2]
    with pytest.raises(json.JSONDecodeError):
        json.loads(torn.body)


def wrong_id(wire: Wire) -> None:
    parts = wire.batch()
    assert [one.id == wanted for one, wanted in zip(parts, wire.ids, strict=True)] == [True, True, False, True, True]


def wrong_content_id(wire: Wire) -> None:
    assert wire.batch()[2].content_id not in {str(place) for place in range(SIZE)}


def reorder_parts(wire: Wire) -> None:
    parts = wire.batch()
    asked = dict(enumerate(wire.ids))
    assert all(one.id == asked[int(one.content_id)] for one in parts)
    assert [one.content_id for one in parts] != [str(place) for place in range(SIZE)]
    assert len(parts) == SIZE


def delay(wire: Wire) -> None:
    began = time.monotonic()
    assert wire.get().status == 200
    assert time.monotonic() - began >= 0.3


def hang(wire: Wire) -> None:
    with pytest.raises(ReadTimeoutError):
        wire.get(seconds=0.3)


def reset(wire: Wire) -> None:
    with pytest.raises(ProtocolError) as raised:
        wire.get()
    assert isinstance(raised.value.args[1], ConnectionResetError)


def cut(wire: Wire) -> None:
    answer = wire.get(preload_content=False)
    with pytest.raises(ProtocolError) as raised:
        answer.read()
    assert "more expected" in str(raised.value)


def truncate(wire: Wire) -> None:
    answer = wire.get()
    assert (answer.status, len(answer.data)) == (200, int(answer.headers["Content-Length"]))
    with pytest.raises(json.JSONDecodeError):
        answer.json()


def drip(wire: Wire) -> None:
    began = time.monotonic()
    answer = wire.get(preload_content=False)
    assert len(answer.read(3)) == 3
    # A timer may be early by a hair.
    assert time.monotonic() - began >= 0.15
    answer.close()


def html(wire: Wire) -> None:
    answer = wire.get()
    assert (answer.status, answer.headers["Content-Type"]) == (200, "text/html; charset=UTF-8")


def gzip_bomb(wire: Wire) -> None:
    answer = wire.get(decode_content=False)
    assert (answer.status, answer.headers["Content-Encoding"]) == (200, "gzip")
    assert len(answer.data) < 12_000
    assert len(gzip.decompress(answer.data)) == 8_000_000


def late_push(wire: Wire) -> None:
    began = time.monotonic()
    wire.change()
    assert wire.listener.next().data["emailAddress"] == ADDRESS
    assert time.monotonic() - began >= 0.5


def double_push(wire: Wire) -> None:
    wire.change()
    first, second = wire.listener.next(), wire.listener.next()
    assert first.body["message"]["messageId"] == second.body["message"]["messageId"]


def drop_push(wire: Wire) -> None:
    wire.change()
    assert wire.listener.silent(0.2)


CASES: dict[Callable[[Wire], None], dict[str, Any]] = {
    status: {"method": "getProfile", "retry_after": 9},
    throttle: {"status": 403, "retry_after": 42, "where": "message"},
    concurrency: {"part": 1},
    daily_limit: {},
    forbidden: {"reason": "accessNotConfigured"},
    unauthorized: {"part": 2},
    gone: {},
    history_expired: {"count": 2},
    double_history: {},
    early_hits: {"seconds": 60},
    invalid_grant: {"after": 2, "user": ADDRESS},
    batch_limit: {"limit": 3},
    drop_part: {"part": 2},
    double_part: {"part": 2},
    truncate_part: {"part": 2},
    wrong_id: {"part": 2},
    wrong_content_id: {"part": 2},
    reorder_parts: {},
    delay: {"seconds": 0.3},
    hang: {},
    reset: {},
    cut: {},
    truncate: {},
    drip: {"seconds": 0.1},
    html: {},
    gzip_bomb: {"megabytes": 8},
    late_push: {"seconds": 0.5},
    double_push: {},
    drop_push: {},
}


def test_every_kind_of_the_catalogue_is_tried() -> None:
    assert {case.__name__ for case in CASES} == set(KINDS)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__)
def test_it_is_seen_as_documented_and_then_it_is_over(wire: Wire, case: Callable[[Wire], None]) -> None:
    wire.sandbox.inject(kind=case.__name__, **{"count": 1, "user": ADDRESS} | CASES[case])
    case(wire)
    (listed,) = wire.sandbox.ask("GET", "faults")["faults"]
    assert (listed["hits"], listed["over"]) == (listed["count"], True)
    assert wire.get().status == 200
    assert [one.id for one in wire.batch()] == wire.ids
    assert wire.token().status == 200
    wire.change()
    assert wire.listener.next().data["emailAddress"] == ADDRESS


def test_a_storm_repeats_itself_by_its_seed(wire: Wire) -> None:
    def storm() -> list[int]:
        wire.sandbox.ask("DELETE", "faults")
        wire.sandbox.inject(kind="status", status=500, probability=0.3, seed=5, method="messages.get")
        wire.sandbox.inject(kind="throttle", probability=0.3, seed=6, method="messages.get")
        return [one.status for _ in range(20) for one in wire.batch()]

    first = storm()
    assert first == storm()
    assert {200, 429, 500} == set(first)


def test_a_fault_of_another_user_does_not_touch_this_one(wire: Wire) -> None:
    wire.sandbox.inject(kind="reset", user="user2@sandbox.test")
    wire.sandbox.inject(kind="invalid_grant", user="user2@sandbox.test")
    assert wire.get().status == 200
    assert wire.token().status == 200
