"""What stands around every route: limits, headers, ids, and the record of who looked."""

import time
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import redis
import uvicorn
from fastapi.testclient import TestClient
from sqlalchemy.exc import DBAPIError
from structlog.testing import capture_logs
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from app.config import Settings
from app.errors import TooManyRequests
from app.main import create_app
from app.routes.shields import HEADERS
from app.services import accesses, keys, leaving, limits, users
from app.setting_forms import CALLBACK_PATH
from tests.integration.services.facts import only, rows, run

ME = "/api/v1/users/{}"


def fresh(client: TestClient, app_settings: Callable[..., Settings], **settings: str) -> TestClient:
    """The same world, by other settings."""
    app_settings(**settings)
    return TestClient(create_app(), headers=dict(client.headers), raise_server_exceptions=False)


# ── rate limits ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_key_may_ask_so_often_and_another_key_is_another(
    admin: TestClient, person: uuid.UUID, app_settings: Callable[..., Settings]
) -> None:
    app_settings(RATE_LIMIT_KEY="3")
    answers = [admin.get(ME.format(person)) for _ in range(5)]
    assert [one.status_code for one in answers] == [200, 200, 200, 429, 429]
    assert answers[4].json()["code"] == "too_many_requests"
    assert 1 <= int(answers[4].headers["retry-after"]) <= 60
    other = {"Authorization": f"Bearer {keys.create('other', ['admin'])[1]}"}
    assert admin.get(ME.format(person), headers=other).status_code == 200


def test_a_stranger_who_guesses_is_slowed_down(client: TestClient, app_settings: Callable[..., Settings]) -> None:
    app_settings(RATE_LIMIT_STRANGER="2")
    guess = {"Authorization": "Bearer fcs_guess"}
    assert [client.get("/api/v1/users", headers=guess).status_code for _ in range(3)] == [401, 401, 429]
    assert client.get("/health/live").status_code == 200


def test_strangers_behind_a_proxy_are_told_apart(
    client: TestClient, app_settings: Callable[..., Settings], monkeypatch: pytest.MonkeyPatch
) -> None:
    app_settings(RATE_LIMIT_STRANGER="1")
    monkeypatch.setenv("FORWARDED_ALLOW_IPS", "10.0.0.0/8")
    # By any type: uvicorn and Starlette write an ASGI application's differently.
    app: Any = client.app
    served: Any = ProxyHeadersMiddleware(app, uvicorn.Config(app, log_config=None).forwarded_allow_ips)

    def answers(peer: str, *named: str) -> list[int]:
        through = TestClient(served, client=(peer, 4711))
        return [through.get("/api/v1/users", headers={"X-Forwarded-For": one}).status_code for one in named]

    assert answers("10.0.0.1", "198.51.100.1", "198.51.100.1", "198.51.100.2") == [401, 429, 401]
    # Who invents addresses and is no proxy of ours stays one.
    assert answers("203.0.113.9", "198.51.100.3", "198.51.100.4") == [401, 429]


def test_the_count_is_everybodys(client: TestClient, redis_url: str) -> None:
    limits.take("key:a", 1)
    with redis.Redis.from_url(redis_url) as server:
        assert [key for key in server.scan_iter() if b"key:a" in key] != []
        limits._counter.cache_clear()  # another process
        with pytest.raises(TooManyRequests):
            limits.take("key:a", 1)


def test_with_redis_away_each_process_counts_for_itself_and_says_so(
    client: TestClient, app_settings: Callable[..., Settings]
) -> None:
    app_settings(CELERY_BROKER_URL="redis://127.0.0.1:9/0")
    with capture_logs() as logs:
        began = time.monotonic()
        limits.take("key:b", 2)
        limits.take("key:b", 2)
        with pytest.raises(TooManyRequests):
            limits.take("key:b", 2)
    assert time.monotonic() - began < 2
    assert [one["event"] for one in logs] == ["limits_in_memory"]


# ── bodies ───────────────────────────────────────────────────────────────────────────────────────────────────────────────


def in_pieces(size: int) -> Iterator[bytes]:
    for _ in range(size // 1000):
        yield b"x" * 1000


@pytest.mark.parametrize("body", [b"x" * 70_000, in_pieces(70_000)], ids=["announced", "chunked"])
def test_a_body_too_large_is_refused(admin: TestClient, body: Any) -> None:
    answer = admin.post("/api/v1/users", content=body, headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["code"]) == (413, "body_too_large")
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_chunked_body_within_the_limit_is_taken(admin: TestClient) -> None:
    body = iter([b'{"email": ', b'"mira@example.org"}'])
    answer = admin.post("/api/v1/users", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 201


# ── headers ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "path",
    ["/", "/docs", "/redoc", "/openapi.json", "/health/live", "/static/icon.svg", "/nothing", "/api/v1/users", "/api/v1/users/x"],
)
def test_every_answer_binds_the_browser(admin: TestClient, path: str) -> None:
    answer = admin.get(path, follow_redirects=False)
    assert HEADERS.keys() <= {name.title().replace("Csp", "CSP") for name in answer.headers}
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert not any(word in policy.split("script-src")[-1].split(";")[0] for word in ("unsafe", "*", "http"))
    assert (answer.headers.get("cache-control") == "no-store") is path.startswith("/api/")


def test_an_unforeseen_error_has_headers_and_an_id_too(admin: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("secret-ya29.abcdefgh")

    # A fault that nobody foresaw cannot be had but by making one.
    monkeypatch.setattr(users, "get", broken)
    answer = admin.get(ME.format(uuid.uuid4()))
    assert (answer.status_code, answer.json()["code"]) == (500, "internal_error")
    assert answer.json()["request_id"] == answer.headers["x-request-id"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "ya29" not in answer.text


def test_only_who_is_reached_by_https_promises_it(client: TestClient, app_settings: Callable[..., Settings]) -> None:
    assert "strict-transport-security" not in client.get("/health/live").headers
    live = fresh(client, app_settings, GOOGLE_REDIRECT_URI=f"https://fincoach.example{CALLBACK_PATH}").get("/health/live")
    assert live.headers["strict-transport-security"].startswith("max-age=31536000")


def test_pages_of_other_origins_are_told_nothing_unless_named(client: TestClient, app_settings: Callable[..., Settings]) -> None:
    asked = {"Origin": "https://app.example.com", "Access-Control-Request-Method": "GET"}
    assert "access-control-allow-origin" not in client.options("/api/v1/users", headers=asked).headers
    named = fresh(client, app_settings, CORS_ORIGINS="https://app.example.com, https://b.example")
    assert named.options("/api/v1/users", headers=asked).headers["access-control-allow-origin"] == "https://app.example.com"
    asked["Origin"] = "https://evil.example"
    assert "access-control-allow-origin" not in named.options("/api/v1/users", headers=asked).headers


# ── request ids ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_sane_id_is_taken_over_and_any_other_is_replaced(client: TestClient) -> None:
    assert client.get("/health/live", headers={"X-Request-ID": "abc-123.X_9"}).headers["x-request-id"] == "abc-123.X_9"
    for given in ("", "a" * 65, "a b", "a\tb", "<script>", 'x"y', "ä".encode().decode("latin-1")):
        made = client.get("/health/live", headers={b"X-Request-ID": given.encode("latin-1")}).headers["x-request-id"]
        assert uuid.UUID(made).hex == made != given


def test_a_problem_names_the_request(client: TestClient) -> None:
    answer = client.get("/api/v1/users", headers={"X-Request-ID": "asked-1"})
    assert answer.json()["request_id"] == "asked-1"


# ── the access record ────────────────────────────────────────────────────────────────────────────────────────────────────


def recorded(person: uuid.UUID) -> list[tuple[str, str, int]]:
    found = rows("SELECT method, route, status FROM access_records WHERE user_id = :u ORDER BY created_at, id", u=person)
    return [(one["method"], one["route"], one["status"]) for one in found]


def test_looks_and_changes_are_written_down(admin: TestClient, person: uuid.UUID) -> None:
    admin.get(ME.format(person), headers={"X-Request-ID": "look-1"})
    admin.get(f"/api/v1/transactions?user_id={person}")
    admin.get("/api/v1/users?email=asha@example.com")
    job = admin.post(f"/api/v1/email-sync/start/{person}").json()["job_id"]
    admin.post(f"/api/v1/email-sync/jobs/{job}/pause")
    admin.post(f"/api/v1/email-sync/jobs/{job}/pause")
    assert recorded(person) == [
        ("GET", "/api/v1/users/{user_id}", 200),
        ("GET", "/api/v1/transactions", 200),
        ("GET", "/api/v1/users", 200),
        ("POST", "/api/v1/email-sync/start/{user_id}", 202),
        ("POST", "/api/v1/email-sync/jobs/{job_id}/pause", 200),
        ("POST", "/api/v1/email-sync/jobs/{job_id}/pause", 200),
    ]
    first = rows("SELECT * FROM access_records ORDER BY created_at LIMIT 1")[0]
    assert (first["actor"], first["request_id"]) == ("key", "look-1")
    assert first["key_id"] == keys.all_keys()[0].id


def test_who_is_named_by_no_id_is_written_down_too(admin: TestClient, person: uuid.UUID) -> None:
    """A rule that is gone when the answer leaves, and everybody on a list of people."""
    other = users.create("rohan@example.com").id
    run("INSERT INTO category_rules (user_id, merchant, direction, category) VALUES (:u, 'm', 'debit', 'food')", u=person)
    rule = only("SELECT id FROM category_rules")["id"]
    assert admin.delete(f"/api/v1/category-rules/{rule}").status_code == 204
    assert len(admin.get("/api/v1/ops/people").json()["people"]) == 2
    assert recorded(person) == [("DELETE", "/api/v1/category-rules/{rule_id}", 204), ("GET", "/api/v1/ops/people", 200)]
    assert recorded(other) == [("GET", "/api/v1/ops/people", 200)]


def test_the_same_look_is_there_once_a_minute(admin: TestClient, person: uuid.UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(3):
        admin.get(ME.format(person))
    assert len(recorded(person)) == 1
    monkeypatch.setattr(accesses, "ONCE_IN_SECONDS", 0.0)
    admin.get(ME.format(person))
    assert len(recorded(person)) == 2


def test_a_refusal_is_written_down_and_a_stranger_is_nobody(admin: TestClient, person: uuid.UUID) -> None:
    weak = {"Authorization": f"Bearer {keys.create('weak', ['sync:read'])[1]}"}
    admin.get(ME.format(person), headers=weak)
    admin.get(ME.format(person), headers={"Authorization": "Bearer nonsense"})
    admin.get(ME.format(uuid.uuid4()))
    assert recorded(person) == [("GET", "/api/v1/users/{user_id}", 403)]


def test_nobody_can_change_the_record(admin: TestClient, person: uuid.UUID) -> None:
    admin.get(ME.format(person))
    for change in ("UPDATE access_records SET status = 404", "DELETE FROM access_records", "TRUNCATE access_records"):
        with pytest.raises(DBAPIError, match="append-only"):
            run(change)
    with pytest.raises(DBAPIError, match="append-only"):
        run("DELETE FROM users")
    assert len(recorded(person)) == 1


def test_an_erased_person_is_in_no_record(admin: TestClient, person: uuid.UUID) -> None:
    admin.get(ME.format(person))
    answer = admin.delete(ME.format(person))
    assert answer.json()["erased"]["access_records"] == 1
    assert rows("SELECT * FROM access_records") == []
    assert admin.get(f"/api/v1/erasures/{answer.json()['id']}").json() == answer.json()


def test_the_record_ends_after_its_time(admin: TestClient, person: uuid.UUID, app_settings: Callable[..., Settings]) -> None:
    app_settings(ACCESS_RECORD_DAYS="30")
    values = {"u": person}
    for days in (29, 31):
        run(
            "INSERT INTO access_records (user_id, actor, method, route, status, request_id, created_at)"
            f" VALUES (:u, 'local', 'GET', '/', 200, '{days}', now() - interval '{days} days')",
            **values,
        )
    accesses.forget_old()
    assert only("SELECT request_id FROM access_records")["request_id"] == "29"


def test_the_record_is_read_page_by_page(admin: TestClient, person: uuid.UUID) -> None:
    for _ in range(3):
        admin.post(f"/api/v1/email-sync/start/{person}?months=99")
    path = f"{ME.format(person)}/accesses?limit=2"
    first = admin.get(path).json()
    rest = admin.get(f"{path}&cursor={first['next_cursor']}").json()
    assert [one["status"] for one in first["accesses"] + rest["accesses"]] == [422, 422, 422]
    assert rest["next_cursor"] is None


def test_without_a_record_there_is_no_answer(admin: TestClient, person: uuid.UUID) -> None:
    run("ALTER TABLE access_records ADD CONSTRAINT broken CHECK (status = 0)")
    answer = admin.get(ME.format(person))
    assert answer.status_code == 500
    assert "asha" not in answer.text


def test_erasing_over_the_api_disconnects_first(admin: TestClient, person: uuid.UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    said = admin.post(f"/api/v1/connections/{person}/disconnect?data=erase").json()
    assert said["revocation"] in ("pending", "revoked")
    assert admin.get(ME.format(person)).json()["connection_state"] == "disconnected"
    leaving.erase(person)
    assert admin.get(ME.format(person)).status_code == 404
