"""Who may call what: generated over every route, so a new one cannot be forgotten."""

import uuid
from collections.abc import Callable
from decimal import Decimal

import pytest
from fastapi.testclient import TestClient

from app.config import Settings
from app.db import transaction
from app.domain.transaction import Direction, Kind, Transaction
from app.main import create_app
from app.services import connections, keys, sessions, sync, users
from app.services.keys import SCOPES
from tests.integration.api.conftest import SCOPE
from tests.integration.api.test_people_and_money_api import store
from tests.integration.services.facts import only, rows, run

OPEN = ("/health/live", "/health/ready", "/api/v1/auth/google/login", "/api/v1/auth/google/callback", "/api/v1/auth/visitor")
# For people in a browser; a key is nobody.
OF_A_BROWSER = ("/api/v1/auth/me", "/api/v1/auth/logout")
ROUTES = [
    (method.upper(), path)
    for path, methods in create_app().openapi()["paths"].items()
    if path not in (*OPEN, *OF_A_BROWSER)
    for method in methods
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
    ("GET", "/api/v1/email-sync/jobs/{job_id}"): "sync:read",
    ("GET", "/api/v1/connections/{user_id}"): "users:read",
    ("GET", "/api/v1/connection-events"): "users:read",
    ("GET", "/api/v1/connections/{user_id}/events"): "users:read",
    ("POST", "/api/v1/webhooks"): "webhooks:write",
    ("GET", "/api/v1/webhooks"): "webhooks:write",
    ("DELETE", "/api/v1/webhooks/{webhook_id}"): "webhooks:write",
    ("POST", "/api/v1/webhooks/{webhook_id}/enable"): "webhooks:write",
    ("POST", "/api/v1/webhooks/{webhook_id}/test"): "webhooks:write",
    ("GET", "/api/v1/webhooks/{webhook_id}/deliveries"): "webhooks:write",
    ("GET", "/api/v1/email-sync/stats"): "admin",
    ("POST", "/api/v1/email-sync/reparse/{user_id}"): "sync:write",
    ("GET", "/api/v1/email-sync/reparse/{user_id}"): "sync:read",
    ("POST", "/api/v1/email-sync/reparse/{user_id}/apply"): "sync:write",
    ("GET", "/api/v1/ops/people"): "admin",
    ("GET", "/api/v1/coverage"): "admin",
    ("GET", "/api/v1/ops/health"): "admin",
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
    ("PATCH", "/api/v1/transactions/{transaction_id}"): "transactions:write",
    ("GET", "/api/v1/categories"): "transactions:read",
    ("GET", "/api/v1/category-rules"): "transactions:read",
    ("DELETE", "/api/v1/category-rules/{rule_id}"): "transactions:write",
    ("GET", "/api/v1/insights/overview"): "transactions:read",
    ("GET", "/api/v1/insights/months"): "transactions:read",
    ("GET", "/api/v1/insights/days"): "transactions:read",
    ("GET", "/api/v1/insights/accounts"): "transactions:read",
    ("GET", "/api/v1/insights/categories"): "transactions:read",
    ("GET", "/api/v1/insights/merchants"): "transactions:read",
    ("GET", "/api/v1/insights/pace"): "transactions:read",
}


OF_A_USER = ("/api/v1/transactions", "/api/v1/transactions/export", "/api/v1/categories", "/api/v1/category-rules")
BY_MONTH = ("overview", "months", "pace")
# What a route is about, and so whose it is: a person reaches their own.
OF_NOBODY = {
    ("POST", "/api/v1/users"),
    ("GET", "/api/v1/users"),
    ("GET", "/api/v1/connection-events"),
    ("GET", "/api/v1/erasures/{erasure_id}"),
    *(route for route, scope in NEEDS.items() if scope in ("admin", "webhooks:write")),
}


def call(client: TestClient, method: str, path: str, **headers: str) -> int:
    names = ("user_id", "transaction_id", "job_id", "erasure_id", "rule_id", "webhook_id")
    path = path.format(**{name: uuid.uuid4() for name in names})
    return client.request(method, path, headers=headers).status_code


def query_of(path: str, user_id: uuid.UUID) -> dict[str, str]:
    """What routes take that name the user in the query."""
    if path in (*OF_A_USER, *(f"/api/v1/insights/{one}" for one in BY_MONTH)):
        return {"user_id": str(user_id)}
    if path.startswith("/api/v1/insights/"):
        return {"user_id": str(user_id), "since": "2026-03-01", "until": "2026-03-31"}
    return {}


class SignedIn:
    """A person with a session, a job and a transaction."""

    def __init__(self, client: TestClient, email: str) -> None:
        self.id = users.create(email).id
        connections.connect(self.id, email, "refresh-token", [SCOPE])
        self.job_id = sync.start(self.id, 6).job_id
        store(self.id, Transaction(Decimal(10), "INR", Direction.DEBIT, Kind.PURCHASE))
        self.transaction_id = only("SELECT id FROM transactions WHERE user_id = :u", u=self.id)["id"]
        run(
            "INSERT INTO category_rules (user_id, merchant, direction, category) VALUES (:u, 'Swiggy', 'debit', 'food')",
            u=self.id,
        )
        self.rule_id = only("SELECT id FROM category_rules WHERE user_id = :u", u=self.id)["id"]
        with transaction() as session:
            secret = sessions.begin(session, self.id)
        self.browser = TestClient(client.app, base_url="http://localhost:8000", headers={"Cookie": f"fincoach={secret}"})
        token = self.browser.get("/api/v1/auth/me").json()["csrf_token"]
        self.browser.headers.update({"Origin": "http://localhost:8000", "X-CSRF-Token": token})

    def ask(self, method: str, path: str, whose: "SignedIn") -> tuple[int, str]:
        """Status and code for a route about somebody."""
        ids = {"user_id": whose.id, "job_id": whose.job_id, "transaction_id": whose.transaction_id, "rule_id": whose.rule_id}
        ids["erasure_id"] = ids["webhook_id"] = uuid.uuid4()
        query = query_of(path, whose.id)
        if path.startswith("/api/v1/email-sync/events"):
            # Answered from the same dependency before the stream begins; a stream that is let in does not end.
            path = path.replace("events", "history")
        body = {"category": "food"} if method == "PATCH" else None
        answer = self.browser.request(method, path.format(**ids), params=query, json=body)
        told = answer.json() if answer.content and "json" in answer.headers["content-type"] else {}
        return answer.status_code, told.get("code", "")


@pytest.fixture
def two(client: TestClient, app_settings: Callable[..., Settings]) -> tuple[SignedIn, SignedIn]:
    app_settings(GOOGLE_SANDBOX_ROOT="http://127.0.0.1:9")  # what asks Gmail finds nobody there
    return SignedIn(client, "asha@example.com"), SignedIn(client, "rohan@example.com")


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


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_a_person_reaches_their_own_and_nothing_else(two: tuple[SignedIn, SignedIn], method: str, path: str) -> None:
    """Somebody else's id is answered as one that does not exist."""
    asha, rohan = two
    if (method, path) in OF_NOBODY:
        assert asha.ask(method, path, asha) == (403, "missing_scope")
        return
    thing = next(thing for thing in ("job", "transaction", "rule", "user") if f"{{{thing}_id}}" in path or thing == "user")
    assert asha.ask(method, path, rohan) == (404, f"{thing}_not_found")
    status, code = asha.ask(method, path, asha)
    assert status not in {401, 403, 422, 500}
    assert code != f"{thing}_not_found"
    if (method, thing) == ("DELETE", "user"):
        assert asha.ask(method, path, asha) == (401, "missing_key")  # erased, and the session with them
        return
    for name in ("job", "transaction", "rule", "user"):
        setattr(rohan, f"{name}_id" if name != "user" else "id", uuid.uuid4())
    assert asha.ask(method, path, rohan) == (404, f"{thing}_not_found")


@pytest.mark.parametrize("query", ["?user_id={own}&user_id={other}", "?user_id={other}&user_id={own}"])
def test_an_id_given_twice_counts_twice(two: tuple[SignedIn, SignedIn], query: str) -> None:
    asha, rohan = two
    answer = asha.browser.get("/api/v1/transactions" + query.format(own=asha.id, other=rohan.id))
    assert (answer.status_code, answer.json()["code"]) == (404, "user_not_found")


@pytest.mark.parametrize("spelt", ["{}", "urn:uuid:{}", "{{{}}}", "{:.8}-x"])
def test_an_id_in_another_spelling_is_the_same_id_or_none(two: tuple[SignedIn, SignedIn], spelt: str) -> None:
    asha, rohan = two
    for text in (str(rohan.id), str(rohan.id).upper(), rohan.id.hex):
        assert asha.browser.get(f"/api/v1/users/{spelt.format(text)}").status_code in {404, 422}
        assert asha.browser.get("/api/v1/transactions", params={"user_id": spelt.format(text)}).status_code in {404, 422}
    assert asha.browser.get("/api/v1/transactions").json()["errors"][0]["field"] == "user_id"


@pytest.mark.parametrize("path", OF_A_BROWSER)
def test_a_key_is_nobody_in_a_browser(client: TestClient, path: str) -> None:
    secret = keys.create("test", ["admin"])[1]
    method = "POST" if path.endswith("logout") else "GET"
    answer = client.request(method, path, headers={"Authorization": f"Bearer {secret}"})
    assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in")


def test_somebody_elses_stream_does_not_begin(two: tuple[SignedIn, SignedIn]) -> None:
    answer = two[0].browser.get(f"/api/v1/email-sync/events/{two[1].id}")
    assert (answer.status_code, answer.json()["code"]) == (404, "user_not_found")


def test_a_key_means_the_key_though_somebody_is_signed_in(two: tuple[SignedIn, SignedIn]) -> None:
    asha, rohan = two
    bearer = {"Authorization": f"Bearer {keys.create('test', ['users:read'])[1]}"}
    assert asha.browser.get(f"/api/v1/users/{rohan.id}", headers=bearer).status_code == 200
    assert asha.browser.get(f"/api/v1/email-sync/status/{asha.id}", headers=bearer).status_code == 403


def test_a_person_in_the_open_local_mode_is_that_person(
    two: tuple[SignedIn, SignedIn], app_settings: Callable[..., Settings]
) -> None:
    app_settings(OPEN_TO_LOOPBACK="true")
    asha, rohan = two
    assert asha.ask("GET", "/api/v1/users/{user_id}", rohan)[0] == 404


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


@pytest.mark.parametrize("is_open", [True, False])
def test_the_local_mode_says_so_at_the_start(
    client: TestClient, app_settings: Callable[..., Settings], capsys: pytest.CaptureFixture[str], is_open: bool
) -> None:
    app_settings(OPEN_TO_LOOPBACK=str(is_open))
    create_app()
    assert ("callers on this machine need no key" in capsys.readouterr().err) is is_open


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


@pytest.mark.parametrize(("site", "status"), [("cross-site", 403), ("same-site", 200), ("same-origin", 200), ("none", 200)])
def test_an_image_on_another_site_spends_no_quota(
    client: TestClient, app_settings: Callable[..., Settings], site: str, status: int
) -> None:
    """A browser names no origin when it loads an image or follows a link, but says whether another site is behind it."""
    app_settings(OPEN_TO_LOOPBACK="true")
    local = TestClient(client.app, base_url="http://127.0.0.1:8000", client=("127.0.0.1", 4711), headers={"Sec-Fetch-Site": site})
    assert local.get("/api/v1/email-sync/stats").status_code == status


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_health_and_documentation_need_no_key(client: TestClient, method: str) -> None:
    for path in ("/", "/sync", "/spending", "/operations", "/health/live", "/health/ready", "/docs", "/redoc", "/openapi.json"):
        assert client.request(method, path).status_code == 200, path
