"""Every route by everybody, on data that is there: who may not, learns nothing and changes nothing.

A principal is a name, the headers that show who it is, and which routes are open to it.
"""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pytest
from fastapi.testclient import TestClient

from app.config import Settings
from app.db import Base
from app.routes import events
from app.services import connections, keys, users
from app.services.keys import SCOPES
from tests.integration.api.conftest import SCOPE
from tests.integration.api.test_access import NEEDS, ROUTES
from tests.integration.services.facts import only, run
from tests.integration.services.scripted_gmail import ScriptedGmail

Route = tuple[str, str]
QUERIES = {
    "/api/v1/users": "email=asha@example.com",
    "/api/v1/transactions": "user_id={user_id}",
    "/api/v1/transactions/export": "user_id={user_id}",
    "/api/v1/categories": "user_id={user_id}",
    "/api/v1/category-rules": "user_id={user_id}",
    **{f"/api/v1/insights/{one}": "user_id={user_id}" for one in ("overview", "months", "pace")},
    **{
        f"/api/v1/insights/{one}": "user_id={user_id}&since=2026-01-01&until=2026-01-31"
        for one in ("days", "accounts", "categories", "merchants")
    },
}
NAME = "asha"


@dataclass(frozen=True)
class Principal:
    headers: Callable[[], Mapping[str, str]]
    refused_by: int
    may: Callable[[Route], bool]


def with_key(*scopes: str) -> Callable[[], Mapping[str, str]]:
    return lambda: {"Authorization": f"Bearer {keys.create('matrix', scopes)[1]}"}


def expired() -> Mapping[str, str]:
    headers = with_key("admin")()
    run("UPDATE service_keys SET expires_at = now() - interval '1 second' WHERE name = 'matrix'")
    return headers


PRINCIPALS = {
    "anonymous": Principal(dict, 401, lambda _: False),
    "a forged key": Principal(lambda: {"Authorization": "Bearer fcs_" + "A" * 43}, 401, lambda _: False),
    "an expired key": Principal(expired, 401, lambda _: False),
    "a forged session": Principal(lambda: {"Cookie": "session=forged; fincoach_session=forged"}, 401, lambda _: False),
    "admin": Principal(with_key("admin"), 403, lambda _: True),
    **{
        f"a service with {scope}": Principal(with_key(scope), 403, lambda route, scope=scope: NEEDS[route] == scope)  # type: ignore[misc]
        for scope in SCOPES
        if scope != "admin"
    },
}


@pytest.fixture
def world(client: TestClient, app_settings: Callable[..., Settings], monkeypatch: pytest.MonkeyPatch) -> dict[str, uuid.UUID]:
    """Somebody connected, with a job, a transaction and a receipt."""
    app_settings(GOOGLE_REVOKE_URL="http://127.0.0.1:9/", RATE_LIMIT_STRANGER="1000000")
    # The port is the seam: a mailbox that is there and empty.
    monkeypatch.setattr(connections, "open_mailbox", lambda _: ScriptedGmail())
    # A stream of ten minutes is as good after a moment.
    monkeypatch.setattr(events, "STREAM_SECONDS", 0.05)
    person = users.create("asha@example.com", "Asha Verma")
    connections.connect(person.id, "asha@example.com", "refresh-token", [SCOPE])
    run("INSERT INTO email_sync_jobs (user_id) VALUES (:u)", u=person.id)
    run(
        "INSERT INTO transactions (user_id, message_id, amount, currency, direction, kind, counterparty, received_at,"
        " reader_version, confidence, category, category_rule)"
        " VALUES (:u, 'm1', 1, 'INR', 'debit', 'purchase', 'asha', now(), 1, 1, 'shopping', 'x')",
        u=person.id,
    )
    run("INSERT INTO category_rules (user_id, merchant, direction, category) VALUES (:u, 'm', 'debit', 'food')", u=person.id)
    run("INSERT INTO erasures (revocation, erased_at, redis_entries) VALUES ('revoked', now(), 0)")
    run("INSERT INTO webhooks (url, events) VALUES ('https://127.0.0.1/', '{}')")
    return {
        "user_id": person.id,
        "job_id": only("SELECT id FROM email_sync_jobs")["id"],
        "transaction_id": only("SELECT id FROM transactions")["id"],
        "erasure_id": only("SELECT id FROM erasures")["id"],
        "rule_id": only("SELECT id FROM category_rules")["id"],
        "webhook_id": only("SELECT id FROM webhooks")["id"],
    }


def in_order() -> list[Route]:
    """What takes somebody away comes last."""
    return sorted(ROUTES, key=lambda route: ("disconnect" in route[1], route[0] == "DELETE", route[1], route[0]))


def everything() -> int:
    """A fingerprint of all rows but the record of who looked and the keys."""
    tables = [table.name for table in Base.metadata.sorted_tables if table.name not in ("access_records", "service_keys")]
    sums = " || ".join(f"(SELECT coalesce(sum(hashtext(t::text)), 0)::text FROM {table} t)" for table in tables)
    return int(only(f"SELECT hashtext({sums}) AS h")["h"])


@pytest.mark.parametrize("name", PRINCIPALS)
def test_every_route_by(client: TestClient, world: dict[str, uuid.UUID], name: str) -> None:
    principal = PRINCIPALS[name]
    headers = principal.headers()
    for method, path in in_order():
        before = everything()
        url = f"{path}?{QUERIES.get(path, '')}".format(**world)
        body = {"POST /api/v1/users": {"email": f"{uuid.uuid4()}@example.com"}, "PATCH": {"category": "food"}}
        answer = client.request(method, url, headers=dict(headers), json=body.get(f"{method} {path}") or body.get(method))
        if principal.may((method, path)):
            assert answer.status_code not in (401, 403, *range(500, 600)), (method, path, answer.text)
        else:
            assert answer.status_code == principal.refused_by, (method, path, answer.text)
            assert NAME not in answer.text.lower()
            assert everything() == before, (method, path)
