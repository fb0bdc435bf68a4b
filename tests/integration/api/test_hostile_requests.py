"""What no client should send: each gets a problem that names the field, and none is a fault of ours."""

import socket
import time
import uuid

import pytest
import redis
from fastapi.testclient import TestClient

from tests.integration.api.conftest import ringing_by
from tests.integration.services.facts import only

NOBODY = "00000000-0000-0000-0000-000000000000"


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("/api/v1/users?email=a%00b@example.com", "email"),
        ("/api/v1/transactions?user_id=00000000-0000-0000-0000-000000000000&search=a%00b", "search"),
        ("/api/v1/transactions?user_id=00000000-0000-0000-0000-000000000000&category=a%00b", "category"),
    ],
)
def test_what_the_database_cannot_hold(admin: TestClient, path: str, field: str) -> None:
    answer = admin.get(path)
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, field)


@pytest.mark.parametrize(
    ("body", "field"), [(b"{", "body"), (b"", "body"), (b"\xff\xfe", "body"), (b'{"email": "\\ud800@b"}', "email")]
)
def test_a_body_that_is_no_json(admin: TestClient, body: bytes, field: str) -> None:
    answer = admin.post("/api/v1/users", content=body, headers={"content-type": "application/json"})
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
    assert answer.json()["errors"][0]["field"] == field


@pytest.mark.parametrize(
    "path",
    [
        f"email-sync/status/{NOBODY}",
        f"email-sync/history/{NOBODY}",
        f"email-sync/events/{NOBODY}",
        f"users/{NOBODY}",
        "users",
        "transactions",
        f"transactions/{NOBODY}",
        "email-sync/stats",
    ],
)
def test_a_parameter_that_no_route_knows(admin: TestClient, path: str) -> None:
    answer = admin.get(f"/api/v1/{path}?limt=10&email=a@example.com&user_id={NOBODY}")
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")
    assert "limt" in [error["field"] for error in answer.json()["errors"]]


def test_a_misspelt_parameter_starts_nothing(admin: TestClient, person: uuid.UUID) -> None:
    answer = admin.post(f"/api/v1/email-sync/start/{person}?month=1")
    assert answer.status_code == 422
    assert answer.json()["errors"] == [{"field": "month", "message": "There is no such parameter"}]
    assert admin.get(f"/api/v1/email-sync/history/{person}?limit=10&cursor=").status_code != 422
    assert admin.get(f"/api/v1/email-sync/status/{person}").json()["code"] == "job_not_found"


def test_a_stranger_learns_nothing_of_parameters(client: TestClient) -> None:
    assert client.get("/api/v1/email-sync/stats?limt=10").status_code == 401


def test_a_body_too_deep_to_read(admin: TestClient) -> None:
    answer = admin.post("/api/v1/users", content=b"[" * 50_000, headers={"content-type": "application/json"})
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_request")


def test_a_missing_file_and_a_path_that_climbs_out(client: TestClient) -> None:
    for path in ("/static/nothing.css", "/static/%2e%2e/%2e%2e/config.py", "/static/vendor/..%2f__init__.py"):
        answer = client.get(path)
        assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")


def test_a_start_asks_nothing_of_the_result_backend(admin: TestClient, person: uuid.UUID, redis_url: str) -> None:
    """Nobody here waits for a result, so the place of results may be away."""
    with ringing_by(redis_url, result_backend="redis://127.0.0.1:9/0"):
        assert admin.post(f"/api/v1/email-sync/start/{person}").status_code == 202
    with redis.Redis.from_url(redis_url) as broker:
        assert broker.llen("celery_listing") == 1


def test_with_redis_silent_a_start_is_still_202(admin: TestClient, person: uuid.UUID) -> None:
    """It takes the connection and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as silent, ringing_by(f"redis://127.0.0.1:{silent.getsockname()[1]}/0"):
        began = time.monotonic()
        answer = admin.post(f"/api/v1/email-sync/start/{person}")
    assert answer.status_code == 202
    # Redis has three seconds to say something, the rest is for a busy machine.
    assert time.monotonic() - began < 6
    assert only("SELECT status FROM email_sync_jobs")["status"] == "pending"
