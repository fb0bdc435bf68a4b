"""Who may call what: generated over every route, so a new one cannot be forgotten."""

import uuid
from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from app.config import Settings
from app.main import create_app
from app.services import keys
from app.services.keys import SCOPES
from tests.integration.services.facts import rows, run

OPEN = ("/health/live", "/health/ready")
ROUTES = [
    (method.upper(), path) for path, methods in create_app().openapi()["paths"].items() if path not in OPEN for method in methods
]
NEEDS = {
    ("POST", "/api/v1/email-sync/start/{user_id}"): "sync:write",
    ("GET", "/api/v1/email-sync/status/{user_id}"): "sync:read",
    ("GET", "/api/v1/email-sync/history/{user_id}"): "sync:read",
    ("GET", "/api/v1/email-sync/events/{user_id}"): "sync:read",
    ("GET", "/api/v1/email-sync/estimate/{user_id}"): "sync:read",
    ("POST", "/api/v1/email-sync/jobs/{job_id}/pause"): "sync:write",
    ("POST", "/api/v1/email-sync/jobs/{job_id}/resume"): "sync:write",
    ("POST", "/api/v1/email-sync/jobs/{job_id}/cancel"): "sync:write",
    ("POST", "/api/v1/email-sync/jobs/{job_id}/retry"): "sync:write",
    ("GET", "/api/v1/email-sync/stats"): "admin",
    ("POST", "/api/v1/email-sync/reparse/{user_id}"): "sync:write",
    ("GET", "/api/v1/email-sync/reparse/{user_id}"): "sync:read",
    ("POST", "/api/v1/email-sync/reparse/{user_id}/apply"): "sync:write",
    ("GET", "/api/v1/coverage"): "admin",
    ("GET", "/api/v1/coverage/sample"): "admin",
    ("POST", "/api/v1/users"): "users:write",
    ("GET", "/api/v1/users"): "users:read",
    ("GET", "/api/v1/users/{user_id}"): "users:read",
    ("GET", "/api/v1/users/{user_id}/accesses"): "access:read",
    ("DELETE", "/api/v1/users/{user_id}"): "users:write",
    ("POST", "/api/v1/connections/{user_id}/disconnect"): "users:write",
    ("GET", "/api/v1/erasures/{erasure_id}"): "users:read",
    ("GET", "/api/v1/transactions"): "transactions:read",
    ("GET", "/api/v1/transactions/export"): "transactions:read",
    ("GET", "/api/v1/transactions/{transaction_id}"): "transactions:read",
    ("GET", "/api/v1/transactions/{transaction_id}/explanation"): "transactions:read",
}


def call(client: TestClient, method: str, path: str, **headers: str) -> int:
    path = path.format(user_id=uuid.uuid4(), transaction_id=uuid.uuid4(), job_id=uuid.uuid4(), erasure_id=uuid.uuid4())
    return client.request(method, path, headers=headers).status_code


def test_every_route_is_in_the_matrix() -> None:
    assert sorted(ROUTES) == sorted(NEEDS)


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_each_route_by_each_scope(client: TestClient, method: str, path: str) -> None:
    """In the first implementation no route asked who is calling."""
    assert call(client, method, path) == 401
    assert call(client, method, path, Authorization="Bearer nonsense") == 401
    assert call(client, method, path, Authorization="Basic YTpi") == 401
    for scope in SCOPES:
        secret = keys.create("test", [scope])[1]
        allowed = scope in (NEEDS[method, path], "admin")
        status = call(client, method, path, Authorization=f"Bearer {secret}")
        assert (status == 403) is not allowed, (scope, status)
        assert status != 401


def test_a_revoked_or_expired_key_is_no_key(client: TestClient) -> None:
    info, secret = keys.create("test", ["admin"])
    asked = ("GET", "/api/v1/email-sync/stats")
    assert call(client, *asked, Authorization=f"Bearer {secret}") == 200
    run("UPDATE service_keys SET expires_at = now() - interval '1 second'")
    assert call(client, *asked, Authorization=f"Bearer {secret}") == 401
    run("UPDATE service_keys SET expires_at = NULL")
    keys.revoke(info.id)
    assert call(client, *asked, Authorization=f"Bearer {secret}") == 401


def test_no_secret_is_stored(client: TestClient) -> None:
    secret = keys.create("test", ["admin"])[1]
    assert secret not in repr([dict(row) for row in rows("SELECT * FROM service_keys")])


def test_a_missing_key_says_how(client: TestClient) -> None:
    answer = client.get("/api/v1/email-sync/stats")
    assert (answer.json()["code"], answer.headers["www-authenticate"]) == ("missing_key", "Bearer")


@pytest.mark.parametrize(
    ("base_url", "peer", "status"),
    [
        ("http://127.0.0.1:8000", "127.0.0.1", 200),
        ("http://localhost:8000", "::1", 200),
        ("http://127.0.0.1:8000", "192.0.2.7", 401),
        ("http://rebound.example:8000", "127.0.0.1", 401),
    ],
)
def test_the_local_mode_opens_itself_to_loopback_only(
    client: TestClient, app_settings: Callable[..., Settings], base_url: str, peer: str, status: int
) -> None:
    app_settings(OPEN_TO_LOOPBACK="true")
    local = TestClient(client.app, base_url=base_url, client=(peer, 4711))
    assert local.get("/api/v1/email-sync/stats").status_code == status


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        ("http://127.0.0.1:8000", 200),
        ("http://localhost:3000", 200),
        ("http://[::1]:8000", 200),
        ("https://evil.example", 403),
        ("http://localhost.evil.example", 403),
        ("http://[::1", 403),
        ("null", 403),
        ("", 403),
    ],
)
def test_a_page_of_another_host_gets_nothing_without_a_key(
    client: TestClient, app_settings: Callable[..., Settings], origin: str, status: int
) -> None:
    """A form on any page may post to this machine; its browser says whose page it is."""
    app_settings(OPEN_TO_LOOPBACK="true")
    local = TestClient(client.app, base_url="http://127.0.0.1:8000", client=("127.0.0.1", 4711), headers={"Origin": origin})
    answer = local.get("/api/v1/email-sync/stats")
    assert answer.status_code == status
    assert status == 200 or answer.json()["code"] == "foreign_origin"
    key = {"Authorization": f"Bearer {keys.create('test', ['admin'])[1]}"}
    assert local.get("/api/v1/email-sync/stats", headers=key).status_code == 200


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_health_and_documentation_need_no_key(client: TestClient, method: str) -> None:
    for path in ("/", "/health/live", "/health/ready", "/docs", "/redoc", "/openapi.json"):
        assert client.request(method, path).status_code == 200, path
