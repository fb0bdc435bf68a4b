"""A person and their browser: connect a mailbox, leave, come back, be erased. `make test-browser`, for it needs Chromium.

Where the service has no button they use Swagger UI, which is a page of ours and sends their session's token.
"""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
import redis
import urllib3

from app.local.client import Client
from app.local.compare import compare, imbalances
from app.local.supervisor import Stack
from tests.acceptance.test_kill_worker import wait_until
from tests.browser.conftest import MAILS
from tests.browser.window import Window
from tests.integration.api.people import LOGIN
from tests.integration.services.facts import only
from tests.integration.services.test_leaving import traces_of

pytestmark = pytest.mark.timeout(300)
EMAIL = "user1@sandbox.test"
NEW_MAILS = 12
CALLBACK = "/api/v1/auth/google/callback"
READ_REDIS: dict[bytes, Callable[[Any, bytes], object]] = {
    b"string": lambda server, key: server.get(key),
    b"list": lambda server, key: server.lrange(key, 0, -1),
    b"set": lambda server, key: server.smembers(key),
    b"zset": lambda server, key: server.zrange(key, 0, -1),
    b"hash": lambda server, key: server.hgetall(key),
}


def refused(status: str) -> str:
    """How Chromium logs a sign-in that was meant to be refused."""
    return f"Failed to load resource: the server responded with a status of {status} {CALLBACK}"


def choose(window: Window) -> None:
    window.see("Choose an account")
    window.page.get_by_role("button", name=EMAIL).click()
    window.see("Select what FinCoach")


def imported(window: Window, user_id: str) -> list[dict[str, Any]]:
    status, page = window.get(f"/transactions?user_id={user_id}&limit=500")
    assert (status, page["next_cursor"]) == (200, None)
    return list(page["transactions"])


def sync_status(window: Window, user_id: str) -> dict[str, Any]:
    status, found = window.get(f"/email-sync/status/{user_id}")
    assert status == 200
    return dict(found)


def cursor(user_id: str) -> int:
    """Up to where Gmail's history was read."""
    return int(only("SELECT history_id FROM gmail_connections WHERE user_id = :u", u=uuid.UUID(user_id))["history_id"])


def in_redis(stack: Stack, needle: str) -> list[bytes]:
    """Keys that are named after it or hold it."""
    with redis.Redis.from_url(stack.settings["CELERY_BROKER_URL"]) as server:
        held = {key: READ_REDIS[server.type(key)](server, key) for key in server.scan_iter()}
    return [key for key, value in held.items() if needle in f"{key!r}{value!r}"]


def test_the_ways_that_do_not_lead_in(open_window: Callable[[], Window]) -> None:
    window = open_window()
    assert window.open(f"{CALLBACK}?state=forged&code=stolen").status == 400
    window.see("This sign-in cannot be used")
    window.shoot_sizes("1-forged")

    window.page.get_by_role("link", name="Sign in").click()
    choose(window)
    window.page.get_by_role("button", name="Cancel").click()
    window.see("Google did not grant access")
    window.shoot_sizes("2-denied")

    window.page.get_by_role("link", name="Try again").click()
    choose(window)
    window.page.get_by_role("checkbox").uncheck()
    window.shoot("3-unticked")
    window.page.get_by_role("button", name="Continue").click()
    window.see("The box for Gmail was not ticked")
    window.shoot_sizes("4-missing-gmail")
    assert not window.signed_in()
    assert window.noise == [refused("400 (Bad Request)"), refused("400 (Bad Request)"), refused("409 (Conflict)")]


def test_connect_leave_come_back_and_be_erased(stack: Stack, client: Client, open_window: Callable[[], Window]) -> None:
    window = open_window()
    user_id = connect(window)
    wait_until(lambda: sync_status(window, user_id)["status"] == "completed", 90)
    assert imbalances(sync_status(window, user_id)) == ()
    first = imported(window, user_id)
    assert (len(first) > 50, compare(client.ledger(EMAIL), first).differences) == (True, ())

    disconnect(window, user_id)
    assert imported(window, user_id) == first
    left_at = cursor(user_id)
    urllib3.request("POST", f"{stack.sandbox_url}/sandbox/mailboxes/{EMAIL}/messages", json={"generate": NEW_MAILS})

    come_back(window, user_id)
    # Their mailbox is due at once, and who is due is rung for every minute.
    wait_until(lambda: cursor(user_id) > left_at and sync_status(window, user_id)["status"] == "completed", 120)
    jobs = window.get(f"/email-sync/history/{user_id}")[1]["jobs"]
    assert [(job["kind"], job["total_emails"]) for job in jobs] == [("incremental", NEW_MAILS), ("initial", MAILS)]
    again = imported(window, user_id)
    assert {one["id"] for one in first} < {one["id"] for one in again}
    assert compare(client.ledger(EMAIL), again).differences == ()

    be_erased(window, user_id, transactions=len(again))
    assert (traces_of(uuid.UUID(user_id)), in_redis(stack, user_id)) == ({}, [])
    assert window.noise == [refused("409 (Conflict)")]
    assert window.get("/auth/me")[1]["code"] == "not_signed_in"
    assert window.get(f"/users/{user_id}")[1]["code"] == "user_not_found"


def connect(window: Window) -> str:
    """The first time without Gmail, then by the way back; gives the id of the user this made."""
    window.open(LOGIN)
    window.see("Choose an account")
    window.shoot_sizes("5-accounts")
    choose(window)
    window.page.get_by_role("checkbox").uncheck()
    window.page.get_by_role("button", name="Continue").click()
    window.page.get_by_role("link", name="Back to Google").click()
    choose(window)
    window.shoot_sizes("6-consent")
    window.page.get_by_role("button", name="Continue").click()
    window.page.wait_for_url(f"{window.api}/")
    window.open("/docs")
    return str(window.get("/auth/me")[1]["user"]["id"])


def disconnect(window: Window, user_id: str) -> None:
    """The grant has ended; the session has not."""
    answer = window.execute("POST", "/api/v1/connections/{user_id}/disconnect", user_id=user_id)
    window.shoot("7-disconnected")
    assert answer == (200, {"user_id": user_id, "revocation": "revoked", "erased": {}})
    assert sync_status(window, user_id)["connection_state"] == "disconnected"


def come_back(window: Window, user_id: str) -> None:
    """Google's page is told which account it is, and asks for consent again."""
    window.open(LOGIN)
    window.see("Select what FinCoach")
    window.page.get_by_role("button", name="Continue").click()
    window.page.wait_for_url(f"{window.api}/")
    window.open("/docs")
    assert window.get("/auth/me")[1]["user"]["id"] == user_id
    assert sync_status(window, user_id)["connection_state"] == "active"


def be_erased(window: Window, user_id: str, transactions: int) -> None:
    """With a receipt that names nobody."""
    status, receipt = window.execute("DELETE", "/api/v1/users/{user_id}", user_id=user_id)
    window.shoot("8-erased")
    assert (status, receipt["revocation"], receipt["erased"]["transactions"]) == (200, "revoked", transactions)
    assert receipt["erased_at"] is not None
    assert [name for name in (EMAIL, user_id) if name in str(receipt)] == []
