"""What only a socket shows: compression, addresses, batches that are none, and the discovery document."""

import gzip
import json
from typing import Any

import pytest
import urllib3

from tests.integration.gmail.conftest import Sandbox

TOKEN = {"Authorization": "Bearer sandbox-user1@sandbox.test"}
PART = b"--x\r\nContent-Type: application/http\r\n\r\nGET /gmail/v1/users/me/profile HTTP/1.1\r\n\r\n--x--\r\n"


@pytest.fixture
def http(sandbox: Sandbox) -> Any:
    pool = urllib3.PoolManager()

    def request(method: str, path: str, body: bytes | None = None, **headers: str) -> urllib3.BaseHTTPResponse:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return pool.request(method, sandbox.root + path, body=body, headers=TOKEN | named, decode_content=False, retries=False)

    yield request
    pool.clear()


@pytest.mark.parametrize(
    ("accept", "agent", "compressed"),
    [
        ("gzip", "my-client (gzip)", True),
        ("gzip, deflate", "gzip", True),
        ("gzip", "my-client", False),
        ("identity", "gzip", False),
    ],
)
def test_gzip_only_for_those_who_ask_twice(http: Any, accept: str, agent: str, compressed: bool) -> None:
    answer = http("GET", "gmail/v1/users/me/messages", Accept_Encoding=accept, User_Agent=agent)
    assert (answer.headers.get("Content-Encoding") == "gzip") is compressed
    body = gzip.decompress(answer.data) if compressed else answer.data
    assert len(json.loads(body)["messages"]) == 100
    assert answer.headers["Content-Type"] == "application/json; charset=UTF-8"


def test_a_body_may_come_packed(http: Any) -> None:
    """Google's library for Java sends all of its JSON so."""
    packed = {"Content_Encoding": "gzip", "Content_Type": "application/json"}
    newest = json.loads(http("GET", "gmail/v1/users/me/messages?maxResults=1").data)["messages"][0]["id"]
    path = f"gmail/v1/users/me/messages/{newest}/modify"
    answer = http("POST", path, gzip.compress(b'{"addLabelIds": ["STARRED"]}'), **packed)
    assert "STARRED" in json.loads(answer.data)["labelIds"]
    assert http("POST", path, b"no gzip", **packed).status == 400
    batch = http("POST", "batch", gzip.compress(PART), Content_Encoding="gzip", Content_Type="multipart/mixed; boundary=x")
    assert b"HTTP/1.1 200 OK" in batch.data


@pytest.mark.parametrize("path", ["batch", "batch/gmail/v1"])
def test_both_addresses_of_the_batch(http: Any, path: str) -> None:
    answer = http("POST", path, PART, Content_Type='multipart/mixed; boundary="x"')
    assert answer.status == 200
    assert answer.headers["Content-Type"].startswith("multipart/mixed; boundary=batch_")
    assert b"HTTP/1.1 200 OK" in answer.data


def test_a_batch_that_is_none(http: Any) -> None:
    answer = http("POST", "batch", b"hello", Content_Type="multipart/mixed; boundary=x")
    error = json.loads(answer.data)["error"]
    assert (answer.status, error["code"], error["status"]) == (400, 400, "INVALID_ARGUMENT")
    assert http("GET", "batch").status == 404


def test_addresses_nobody_has(http: Any) -> None:
    answer = http("GET", "gmail/v1/users/me/wishes")
    assert answer.status == 404
    assert answer.headers["Content-Type"] == "text/html; charset=UTF-8"


@pytest.mark.parametrize("path", ["discovery/v1/apis/gmail/v1/rest", "$discovery/rest?version=v1"])
def test_the_discovery_document_points_here(http: Any, sandbox: Sandbox, path: str) -> None:
    own = json.loads(http("GET", path).data)
    assert own["rootUrl"] == own["baseUrl"] == sandbox.root
    assert own["batchPath"] == "batch"
    assert "messages" in own["resources"]["users"]["resources"]


def test_no_token_and_a_wrong_one(sandbox: Sandbox) -> None:
    for headers in ({}, {"Authorization": "Bearer wrong"}):
        answer = urllib3.request("GET", f"{sandbox.root}gmail/v1/users/me/profile", headers=headers)
        assert answer.status == 401
        assert answer.json()["error"]["status"] == "UNAUTHENTICATED"
        assert answer.headers["WWW-Authenticate"].startswith("Bearer realm=")
