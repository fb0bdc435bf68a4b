"""Errors of every kind are problem details; the documentation pages ask no other host."""

import re
import socket
import time
from collections.abc import Callable

import anyio
import pytest
from anyio import to_thread
from fastapi.testclient import TestClient
from httpx2 import ASGITransport, AsyncClient
from sqlalchemy import text

from app.config import Settings
from app.db import transaction
from app.parsing.registry import ISSUERS
from app.services import progress
from app.storage import schema

HOSTS = re.compile(r"(?:src|href)=\"(?:https?:)?//")


def test_an_unknown_path_and_a_wrong_method(client: TestClient) -> None:
    for answer, status, code in (
        (client.get("/nowhere"), 404, "not_found"),
        (client.put("/health/live"), 405, "method_not_allowed"),
    ):
        assert (answer.status_code, answer.json()["code"]) == (status, code)
        assert answer.headers["content-type"] == "application/problem+json"


def test_a_bug_of_ours_tells_nothing_of_itself(admin: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise ZeroDivisionError("the secret detail")

    # There is no way to provoke a bug but to plant one.
    monkeypatch.setattr(progress, "stats", broken)
    answer = admin.get("/api/v1/email-sync/stats")
    assert (answer.status_code, answer.json()["code"]) == (500, "internal_error")
    assert "secret detail" not in answer.text


def test_without_a_database_503_says_when_to_come_back(admin: TestClient, app_settings: Callable[..., Settings]) -> None:
    app_settings(DATABASE_URL="postgresql://nobody@127.0.0.1:9/nothing")
    answer = admin.get("/api/v1/email-sync/stats")
    assert (answer.status_code, answer.json()["code"], answer.headers["retry-after"]) == (503, "database_unavailable", "5")
    ready = admin.get("/health/ready")
    assert (ready.status_code, ready.json()["checks"]["database"]) == (503, "unreachable")
    assert admin.get("/health/live").status_code == 200


def test_ready_answers_while_the_database_is_silent(client: TestClient, app_settings: Callable[..., Settings]) -> None:
    """Stopped, and not dead: it takes the connection and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        app_settings(DATABASE_URL=f"postgresql://app@127.0.0.1:{silent.getsockname()[1]}/fincoach")
        began = time.monotonic()
        answer = client.get("/health/ready")
        assert (answer.status_code, answer.json()["checks"]["database"]) == (503, "no answer within 3 s")
        # Less than the patience of whoever makes a connection.
        assert time.monotonic() - began < 4.9
    assert client.get("/health/ready").json()["checks"]["database"] == "unreachable"


def test_live_needs_no_thread(client: TestClient) -> None:
    """All of them wait for a silent database."""

    async def ask() -> int:
        threads = to_thread.current_default_thread_limiter()
        for _ in range(int(threads.total_tokens)):
            threads.acquire_on_behalf_of_nowait(object())
        async with AsyncClient(transport=ASGITransport(client.app), base_url="http://api") as caller:
            with anyio.fail_after(20):
                return (await caller.get("/health/live")).status_code

    assert anyio.run(ask) == 200


def test_ready_tells_of_each_part(client: TestClient, app_settings: Callable[..., Settings]) -> None:
    assert client.get("/health/ready").json() == {
        "status": "ok",
        "checks": {"database": "ok", "migrations": "ok", "broker": "ok"},
    }
    app_settings(CELERY_BROKER_URL="redis://127.0.0.1:9/0")
    answer = client.get("/health/ready")
    assert (answer.status_code, answer.json()["status"], answer.json()["checks"]["broker"]) == (200, "degraded", "unreachable")


@pytest.mark.parametrize(
    ("revision", "code", "status", "says"),
    [
        ("022", 503, "unavailable", f"at 022, the code needs {schema.head()}"),
        ("999", 200, "degraded", f"ahead: at 999, the code is of {schema.head()}"),
    ],
)
def test_ready_in_an_upgrade(client: TestClient, revision: str, code: int, status: str, says: str) -> None:
    """The database is migrated before the code changes: what serves already must not be taken out for that."""
    with transaction() as session:
        session.execute(text("UPDATE alembic_version SET version_num = :to"), {"to": revision})
    answer = client.get("/health/ready")
    assert (answer.status_code, answer.json()["status"], answer.json()["checks"]["migrations"]) == (code, status, says)


@pytest.mark.parametrize("page", ["/docs", "/redoc"])
def test_documentation_assets_are_ours(client: TestClient, page: str) -> None:
    html = client.get(page).text
    assert not HOSTS.search(html)
    assert "<script>" not in html
    for path in re.findall(r"(?:src|href)=\"(/[^\"]+)\"", html):
        assert client.get(path).status_code == 200, path


@pytest.mark.parametrize("page", ["/docs", "/redoc"])
def test_documentation_may_ask_no_other_host(client: TestClient, page: str) -> None:
    """ReDoc's script holds the address of its maker's logo: the browser is told to load nothing but from here."""
    policy = client.get(page).headers["content-security-policy"]
    sources = {word for rule in policy.split(";") for word in rule.split()[1:]}
    assert policy.startswith("default-src 'none';")
    assert sources == {"'none'", "'self'", "'unsafe-inline'", "data:", "blob:"}
    assert "script-src 'self';" in policy


def test_the_script_of_redoc_holds_no_logo_of_another_host(client: TestClient) -> None:
    answer = client.get("/static/vendor/redoc.standalone.js")
    assert answer.headers["content-type"].startswith("text/javascript")
    assert len(answer.text) > 500_000
    assert "cdn.redoc.ly" not in answer.text
    assert 'alt:"redocly logo"' in answer.text
    assert 'src:"data:image/gif;' in answer.text


def test_examples_of_a_transaction_are_ones_the_reader_gives(client: TestClient) -> None:
    fields = client.get("/openapi.json").json()["components"]["schemas"]["TransactionOut"]["properties"]
    formats = {issuer.key: {one.name for one in issuer.formats} for issuer in ISSUERS}
    assert fields["format"]["examples"][0] in formats[fields["issuer"]["examples"][0]]


def security_of(path: str) -> list[dict[str, list[str]]]:
    """A key or a session; some are for a browser alone, and signing in is for all."""
    if "/auth/google/" in path or path.endswith("/auth/visitor"):
        return []
    session: dict[str, list[str]] = {"BrowserSession": []}
    return [session] if "/auth/" in path else [{"HTTPBearer": []}, session]


def test_every_operation_is_described_and_refers_only_to_what_is_there(client: TestClient) -> None:
    document = client.get("/openapi.json").json()
    schemas = document["components"]["schemas"]
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            assert operation.get("description"), (method, path)
            if path.startswith("/api"):
                assert {"401", "403", "422", "503"} <= operation["responses"].keys(), (method, path)
                assert operation.get("security", []) == security_of(path), (method, path)
    missing = set(re.findall(r'"#/components/schemas/([^"]+)"', client.get("/openapi.json").text)) - schemas.keys()
    assert not missing
