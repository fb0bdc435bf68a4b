"""The pages over the real stack, by a person in Chromium: connect, watch, spend, recategorise, retry, disconnect.

`make test-browser`, for it needs Chromium. The console stays empty, no request leaves for another host, and axe finds nothing.
"""

import json
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from app.local.client import Client
from app.local.supervisor import Stack
from app.services import connections, users
from tests.acceptance.test_kill_worker import wait_until
from tests.browser.conftest import MAILS
from tests.browser.pages import HOSTILE, expect, judge, violations, weight
from tests.browser.window import Window
from tests.integration.services.facts import only, rows, run

pytestmark = pytest.mark.timeout(300)
EMAIL = "user2@sandbox.test"
SCOPE = "https://www.googleapis.com/auth/gmail.readonly"
# First paint on a busy machine, and what a page may weigh with the chart library, packed.
MOST_PAINT_MS = 4_000
MOST_BYTES = 180_000


def connect(window: Window, next_path: str = "/") -> None:
    window.open(next_path)
    window.page.get_by_role("link", name="Connect Gmail").first.click()
    window.see("Choose an account")
    window.page.get_by_role("button", name=EMAIL).click()
    window.see("Select what FinCoach")
    window.page.get_by_role("button", name="Continue").click()
    window.page.wait_for_url(f"{window.api}/sync")


def test_a_person_connects_watches_spends_recategorises_and_leaves(open_window: Callable[[], Window]) -> None:
    window = open_window()
    page = window.page
    judge_home(window)
    connect(window)
    expect(page.get_by_text("● Live")).to_be_visible()
    expect(page.get_by_role("progressbar", name="Mails processed")).to_be_visible(timeout=60_000)
    seen = watch(window)
    assert seen == sorted(seen), "the counter jumped back"
    judge(window, "sync")
    open_the_job(window)

    page.get_by_role("link", name="Spending").click()
    expect(page.locator("#cards .tile").first).to_be_visible()
    expect(page.locator("#list tbody tr").first).to_be_visible()
    judge(window, "spending")
    figures = weight(window)
    assert (figures["paint"] < MOST_PAINT_MS, figures["bytes"] < MOST_BYTES) == (True, True), figures
    print("\nspending page:", figures)
    by_keyboard(window)
    go_deeper(window)
    recategorise(window)

    page.get_by_role("link", name="Sync", exact=True).click()
    page.get_by_role("button", name="Disconnect").click()
    page.get_by_role("button", name="Disconnect, keep payments").click()
    expect(page.get_by_role("link", name="Connect again").first).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url(f"{window.api}/")
    assert window.noise == []


def judge_home(window: Window) -> None:
    window.open("/")
    window.see("Your mail already knows")
    judge(window, "home")


def watch(window: Window) -> list[int]:
    """Every count the page shows until it says that it is done."""
    seen: list[int] = []
    done = window.page.locator("#job-tag", has_text="Done")
    for _ in range(600):
        shown = window.page.locator("#job .big-number")
        if shown.count():
            seen.append(int(shown.inner_text().replace(",", "")))
        if done.count():
            break
        window.page.wait_for_timeout(200)
    assert seen[-1] == MAILS
    total = window.page.locator("#job .bar.tall").get_attribute("aria-label") or ""
    assert sum(int(part.rpartition(":")[2].replace(",", "")) for part in total.split(", ") if ":" in part) == MAILS
    return seen


def open_the_job(window: Window) -> None:
    window.page.get_by_role("button", name="Import", exact=True).click()
    cells = window.page.locator("#detail .cell")
    expect(cells).to_have_count(-(-MAILS // 100))
    window.shoot("sync-job")
    window.page.keyboard.press("Escape")
    expect(window.page.locator("#detail")).to_be_hidden()


def by_keyboard(window: Window) -> None:
    """A bar of a month is a button and keeps the focus; every file is offered; the list of all time turns its pages."""
    page = window.page
    bar = page.locator(".month-over").nth(3)
    bar.focus()
    page.keyboard.press("Enter")
    expect(bar).to_have_attribute("aria-pressed", "true")
    expect(bar).to_be_focused()
    expect(page.locator("#said")).to_contain_text("spent")
    page.locator("#export summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#export-ways a")).to_have_count(5)
    assert violations(window) == []
    window.shoot("spending-export")
    page.keyboard.press("Escape")
    expect(page.locator("#export-ways")).to_be_hidden()
    page.get_by_label("When").select_option("all")
    page.get_by_label("Order").select_option("largest")
    expect(page.locator("#list[aria-busy]")).to_have_count(0)
    turn = page.get_by_role("button", name="Next")
    turn.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Page 2")).to_be_visible()
    expect(turn).to_be_focused()


def go_deeper(window: Window) -> None:
    """A category opens, a merchant and a day filter the list, the month turns, and every sum has its currency beside it."""
    page = window.page
    page.get_by_role("button", name="Later month").click()
    expect(page.get_by_label("When")).to_have_value("month")
    page.get_by_role("button", name="Earlier month").click()
    expect(page.locator("#month")).not_to_have_text("")
    expect(page.locator("#merchants .rank").first).to_be_visible()
    page.locator("#merchants .rank:enabled").first.click()
    chip = page.locator("#list-chips .chip")
    expect(chip).to_be_visible()
    chip.click()
    expect(chip).to_have_count(0)
    page.locator("#days button:enabled").first.click()
    expect(chip).to_be_visible()
    expect(page.locator("#list tbody tr").first).to_be_visible()
    chip.click()
    page.locator("#list .whom-button").first.click()
    page.get_by_role("button", name="Why does it read so?").click()
    expect(page.locator("#drawer tbody tr").first).to_be_visible()
    window.shoot("spending-why")
    page.get_by_role("button", name="Close").click()


def recategorise(window: Window) -> None:
    page = window.page
    # One whose merchant has a name, or there is nothing to learn.
    row = page.locator("#list tbody tr", has=page.locator(".whom-button:not([aria-label='Why: Unnamed'])")).first
    merchant = row.locator(".whom-button .name").inner_text()
    row.locator("select.category").select_option("pets")
    page.get_by_role("button", name="Always for this merchant").click()
    expect(page.locator("#toast")).to_contain_text("is always Pets now")
    rules = rows("SELECT merchant, category FROM category_rules")
    assert [(one["merchant"], one["category"]) for one in rules] == [(merchant, "pets")]
    found = rows(
        "SELECT DISTINCT category FROM transactions WHERE merchant = :m AND direction = (SELECT direction FROM category_rules)",
        m=merchant,
    )
    assert [one["category"] for one in found] == ["pets"]


def test_hostile_names_do_no_harm(stack: Stack, open_window: Callable[[], Window]) -> None:
    """In the local mode, with a user chosen by id."""
    user_id = with_hostile_names()
    window = open_window()
    for path, name in (("/sync", "hostile-sync"), ("/spending", "hostile-spending")):
        window.open(f"{path}?user={user_id}")
        expect(window.page.get_by_text(HOSTILE[0]).first).to_be_visible()
        judge(window, name)
        assert "owned" not in window.page.title()
    review(window, user_id)
    assert window.noise == []


def review(window: Window, user_id: uuid.UUID) -> None:
    """The doubtful ones are looked at: one is right, and is not asked about again."""
    page = window.page
    page.get_by_role("button", name="Review").click()
    expect(page.locator("#list tbody tr.doubtful")).to_have_count(len(HOSTILE))
    page.locator("#list .whom-button").first.click()
    window.shoot("hostile-drawer")
    page.get_by_role("button", name="It is right").click()
    expect(page.locator("#list tbody tr.doubtful")).to_have_count(len(HOSTILE) - 1)
    kept = rows("SELECT category FROM transactions WHERE user_id = :u AND category_rule = 'yours'", u=user_id)
    assert [one["category"] for one in kept] == ["food.delivery"]


def with_hostile_names() -> uuid.UUID:
    user_id = users.create(f"{uuid.uuid4().hex}{'x' * 40}@example.com", HOSTILE[0]).id
    now = datetime.now(UTC)
    for number, name in enumerate(HOSTILE):
        run(
            "INSERT INTO transactions (user_id, message_id, amount, currency, direction, kind, counterparty, merchant,"
            " account_last4, received_at, reader_version, confidence, category, category_rule)"
            " VALUES (:u, :m, 99999999.99, 'INR', 'debit', 'purchase', :n, left(:n, 120), '4821', :at, 1, 0.5,"
            " 'food.delivery', 'x')",
            u=user_id, m=f"h{number}", n=name, at=now,
        )  # fmt: skip
    return user_id


def test_the_states_that_are_not_the_usual(stack: Stack, open_window: Callable[[], Window]) -> None:
    """Nobody known, nothing there yet, a grant that is gone, and a job whose failures are tried again."""
    window = open_window()
    page = window.page
    window.open("/sync")
    expect(page.get_by_role("heading", name="Whose mailbox?")).to_be_visible()
    person = users.create("lost@example.com")
    window.open(f"/spending?user={person.id}")
    expect(page.get_by_text("Nothing to show yet")).to_be_visible()
    judge(window, "spending-empty")
    connections.connect(person.id, "lost@example.com", "refresh", [SCOPE])
    run("UPDATE gmail_connections SET state = 'needs_reconnect', state_reason = 'invalid_grant' WHERE user_id = :u", u=person.id)
    failed_job(person.id)
    window.open(f"/sync?user={person.id}")
    expect(page.get_by_text("cannot read this mailbox any more")).to_be_visible()
    judge(window, "sync-reconnect")
    assert window.noise == []
    try_again(window, person.id)


@pytest.mark.parametrize(
    ("phase", "told"), [("waiting_quota", "Waiting for Gmail until"), ("paused", "Nothing is fetched until you go on")]
)
def test_a_job_that_stands_still_says_why(stack: Stack, open_window: Callable[[], Window], phase: str, told: str) -> None:
    """The stream is answered for: a demo does not wait for Gmail's minute whenever a test wants it to."""
    window = open_window()
    person = users.create(f"{phase}{'x' * 60}@example.com")
    connections.connect(person.id, f"{phase}{'x' * 60}@example.com", "refresh", [SCOPE])
    failed_job(person.id)
    state = {
        **window_status(window, person.id), "status": "processing", "phase": phase, "total_emails": 1500, "processed_emails": 640,
        "minute_units": 5980, "minute_limit": 6000, "resume_at": datetime.now(UTC).isoformat(), "eta_range_seconds": [175, 230],
        "outcomes": {"stored": 205, "duplicate": 3, "notice": 420, "gone": 4, "unparsed": 6, "failed": 2},
    }  # fmt: skip
    stream = f"event: progress\ndata: {json.dumps(state)}\n\n"
    window.page.route("**/email-sync/events/**", lambda route: route.fulfill(content_type="text/event-stream", body=stream))
    window.open(f"/sync?user={person.id}")
    expect(window.page.get_by_text(told)).to_be_visible()
    expect(window.page.get_by_role("meter", name="Gmail quota used")).to_have_attribute("aria-valuenow", "5980")
    expect(window.page.locator("#connection .name")).to_have_text(f"{phase}{'x' * 60}@example.com")
    judge(window, f"sync-{phase}")
    assert window.noise == []


def window_status(window: Window, user_id: uuid.UUID) -> dict[str, Any]:
    window.open("/")
    return dict(window.get(f"/email-sync/status/{user_id}")[1])


def failed_job(user_id: uuid.UUID) -> None:
    run(
        "INSERT INTO email_sync_jobs (user_id, status, total_emails, processed_emails, skipped_emails, failed_emails, listed_at,"
        " started_at, completed_at, progress_percentage) VALUES (:u, 'completed', 3, 3, 1, 2, now(), now(), now(), 100)",
        u=user_id,
    )
    run(
        "INSERT INTO email_sync_batches (job_id, user_id, seq, status, message_ids, pending_ids, notice_count, failed_count,"
        " finished_at) SELECT id, user_id, 0, 'done', '{fa,fb,fc}', '{}', 1, 2, now() FROM email_sync_jobs WHERE user_id = :u",
        u=user_id,
    )
    run(
        "INSERT INTO email_outcomes (user_id, message_id, batch_id, outcome, reason)"
        " SELECT user_id, one.id, b.id, one.outcome, one.reason FROM email_sync_batches b, (VALUES ('fa', 'notice', 'otp'),"
        " ('fb', 'failed', 'server_error'), ('fc', 'failed', 'server_error')) AS one(id, outcome, reason) WHERE user_id = :u",
        u=user_id,
    )


def try_again(window: Window, user_id: uuid.UUID) -> None:
    """One of the mails that failed, from the dialog of the job; the mailbox is connected meanwhile."""
    page = window.page
    run("UPDATE gmail_connections SET state = 'active', state_reason = NULL, next_sync_at = NULL WHERE user_id = :u", u=user_id)
    page.get_by_role("button", name="Import", exact=True).click()
    expect(page.get_by_text("2 × server error")).to_be_visible()
    window.shoot("sync-failures")
    page.get_by_role("button", name="Try mail fb again").click()
    expect(page.locator("#toast")).to_contain_text("Trying 1 mail again")
    wait_until(lambda: len(rows("SELECT 1 FROM email_sync_jobs WHERE kind = 'retry' AND user_id = :u", u=user_id)) == 1, 10)


def test_the_stream_that_does_not_come_is_made_up_for(client: Client, stack: Stack, open_window: Callable[[], Window]) -> None:
    """The page says so, and what changes is shown all the same."""
    window = open_window()
    person = users.create("quiet@example.com")
    failed_job(person.id)
    window.page.route("**/email-sync/events/**", lambda route: route.abort())
    window.open(f"/sync?user={person.id}")
    expect(window.page.get_by_text("asking every 2 seconds")).to_be_visible(timeout=15_000)
    expect(window.page.locator("#job .big-number")).to_have_text("3")


def test_what_fails_says_so_and_can_be_tried_again(stack: Stack, open_window: Callable[[], Window]) -> None:
    """One card alone: with the id under which the log has it."""
    window = open_window()
    user_id = with_hostile_names()
    problem = {"title": "Come back later", "status": 503, "code": "database_unavailable", "request_id": "abc123def"}
    window.page.route("**/insights/merchants**", lambda route: route.fulfill(status=503, json=problem))
    window.open(f"/spending?user={user_id}")
    card = window.page.locator("#merchants")
    expect(card.get_by_text("abc123def")).to_be_visible()
    expect(window.page.locator("#days button").first).to_be_visible()
    window.shoot("spending-failure")
    window.page.unroute("**/insights/merchants**")
    card.get_by_role("button", name="Try again").click()
    expect(card.locator(".rank").first).to_be_visible()


def test_operations_at_one_glance(stack: Stack, open_window: Callable[[], Window]) -> None:
    window = open_window()
    window.open("/operations")
    expect(window.page.locator("#tiles .tile").first).to_be_visible()
    expect(window.page.locator("#people tbody tr").first).to_be_visible()
    assert only("SELECT count(*) AS n FROM worker_heartbeats")["n"] >= 1
    judge(window, "operations")
    assert window.noise == []
