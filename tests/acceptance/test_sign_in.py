"""A person signs in over HTTP, between the real processes: from the login to the last transaction, without anybody's key."""

from collections.abc import Iterator
from typing import Any

import httpx2 as httpx
import pytest

from app.local.client import Client
from app.local.compare import compare
from app.local.supervisor import Stack
from tests.acceptance.test_kill_worker import wait_until
from tests.integration.api.people import LOGIN, PAGE, GooglePages

pytestmark = pytest.mark.timeout(200)
EMAIL = "user1@sandbox.test"


@pytest.fixture
def browser(stack: Stack) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=stack.api_url, headers=PAGE, trust_env=False) as browser:
        yield browser


def test_from_the_login_to_the_last_transaction(stack: Stack, client: Client, browser: httpx.Client) -> None:
    google = GooglePages(stack.sandbox_url)
    unticked = browser.get(google.answer(browser.get(LOGIN).headers["location"], EMAIL, scope=""))
    assert (unticked.status_code, "The box for Gmail was not ticked" in unticked.text) == (409, True)

    sent = browser.get(LOGIN, params={"consent": True, "next": "/docs"}).headers["location"]
    back = browser.get(google.answer(sent, EMAIL))
    assert (back.status_code, back.headers["location"]) == (303, "/docs")
    user_id = browser.get("/api/v1/auth/me").json()["user"]["id"]

    def status() -> dict[str, Any]:
        found: dict[str, Any] = browser.get(f"/api/v1/email-sync/status/{user_id}").json()
        return found

    wait_until(lambda: status()["status"] == "completed", 60)
    assert (status()["total_emails"], status()["kind"], status()["connection_state"]) == (150, "initial", "active")
    stored = browser.get("/api/v1/transactions", params={"user_id": user_id, "limit": 500}).json()
    assert stored["next_cursor"] is None
    assert not compare(client.ledger(EMAIL), iter(stored["transactions"])).differences

    other = client.ensure_user("somebody@example.com", "Somebody")
    for path in (f"/api/v1/users/{other}", f"/api/v1/email-sync/status/{other}", f"/api/v1/transactions?user_id={other}"):
        assert browser.get(path).status_code == 404, path
    logs = b"".join(path.read_bytes() for path in stack.folder.root.rglob("*.log"))
    for canary in (browser.cookies["fincoach"], "ya29.", "1//0s", "code=", "id_token"):
        assert canary.encode() not in logs, canary
