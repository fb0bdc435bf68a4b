"""Signing in with Google, against the sandbox over HTTP: the first time, again, after a revoke, and all that can go wrong."""

import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import parse_qs, quote, urlsplit

import pytest
import redis
from fastapi.testclient import TestClient

from app.config import Settings
from app.db import Base, transaction
from app.services import dispatch, incremental, schedule, sessions, sync, users
from app.services.connections import connect
from app.services.tokens import DatabaseTokens
from tests.integration.api.people import LOGIN, READONLY, Browser
from tests.integration.gmail.conftest import Sandbox, serve
from tests.integration.services.facts import only, rows, run

ASHA, ROHAN = "user1@sandbox.test", "user2@sandbox.test"
WRITTEN = ("users", "gmail_connections", "browser_sessions", "email_sync_jobs", "connection_events")


@pytest.fixture(scope="module")
def google() -> Iterator[Sandbox]:
    yield from serve(["--users", "2", "--mails", "1", "--tariff", "none"])


@pytest.fixture
def sandbox(google: Sandbox) -> Iterator[Sandbox]:
    """Nobody has granted anything yet."""
    yield google
    google.ask("DELETE", "faults")
    for email in (ASHA, ROHAN):
        google.revoke(email)
        google.revoke(email, restore=True)


@pytest.fixture
def browser(client: TestClient, sandbox: Sandbox, app_settings: Callable[..., Settings]) -> Browser:
    app_settings(GOOGLE_SANDBOX_ROOT=sandbox.root, GOOGLE_CLIENT_ID="fincoach", GOOGLE_CLIENT_SECRET="hush")
    return Browser.new(client.app, sandbox)


def written() -> dict[str, int]:
    return {table: only(f"SELECT count(*) AS n FROM {table}")["n"] for table in WRITTEN}


NOTHING = dict.fromkeys(WRITTEN, 0)


def refused(browser: Browser, url: str, **headers: str) -> tuple[int, str]:
    """Status and code, as a program is told; the page for people says the same."""
    answer = browser.api.get(url, headers={"Accept": "application/json", **headers})
    return answer.status_code, answer.json()["code"]


# ── the first time ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_first_visit_makes_the_user_and_starts_the_import(browser: Browser, redis_url: str) -> None:
    answer = browser.sign_in(ASHA, f"{LOGIN}?next=/api/v1/auth/me")
    assert (answer.status_code, answer.headers["location"]) == (303, "/api/v1/auth/me")
    me = browser.me().json()["user"]
    assert (me["email"], me["connected_mailbox"], me["connection_state"]) == (ASHA, ASHA, "active")
    user = only("SELECT id, google_sub FROM users")
    assert str(user["id"]) == me["id"]
    assert user["google_sub"].isdigit()
    job = only("SELECT kind, months, status, task_id FROM email_sync_jobs")
    assert (job["kind"], job["months"], job["status"]) == ("initial", 6, "pending")
    with redis.Redis.from_url(redis_url) as broker:
        assert str(job["task_id"]) in str(broker.lrange("celery_listing", 0, -1))
    assert [row["kind"] for row in rows("SELECT kind FROM connection_events")] == ["connected"]


def test_the_first_listing_asks_google_for_nothing_that_came_with_the_grant(browser: Browser, sandbox: Sandbox) -> None:
    """Token, profile and first page one after the other are what a person waited for: the page alone is left."""
    browser.sign_in(ASHA)
    user_id = uuid.UUID(browser.me().json()["user"]["id"])
    seen = only("SELECT history_id FROM email_sync_jobs")["history_id"]
    before = sandbox.ask("GET", "usage")["calls"]
    token = only("SELECT access_token_encrypted, access_token_expires_at FROM gmail_connections")
    sync.list_mailbox(user_id, 6)
    after = sandbox.ask("GET", "usage")["calls"]
    assert {name: calls for name, calls in after.items() if calls != before.get(name)} == {
        "messages.list": {"200": before.get("messages.list", {}).get("200", 0) + 1}
    }
    assert only("SELECT access_token_encrypted, access_token_expires_at FROM gmail_connections") == token
    job = only("SELECT history_id, total_emails FROM email_sync_jobs")
    assert (job["history_id"], job["total_emails"]) == (seen, 1)


def test_the_first_visit_in_many_windows_at_once_is_one(browser: Browser, client: TestClient, sandbox: Sandbox) -> None:
    windows = [Browser.new(client.app, sandbox) for _ in range(6)]
    back = [window.back_from_google(ASHA, f"{LOGIN}?consent=true") for window in windows]
    with ThreadPoolExecutor(len(windows)) as pool:
        answers = list(pool.map(lambda pair: pair[0].api.get(pair[1]).status_code, zip(windows, back, strict=True)))
    assert answers == [303] * 6
    assert len({window.me().json()["user"]["id"] for window in windows}) == 1
    found = written()
    assert (found["users"], found["gmail_connections"], found["email_sync_jobs"]) == (1, 1, 1)


def test_what_is_asked_of_google(browser: Browser) -> None:
    asked = {name: values[0] for name, values in parse_qs(urlsplit(browser.leave()).query).items()}
    assert asked["scope"].split() == ["openid", "https://www.googleapis.com/auth/userinfo.email", READONLY]
    assert (asked["access_type"], asked["code_challenge_method"], asked["response_type"]) == ("offline", "S256", "code")
    assert asked["redirect_uri"] == "http://localhost:8000/api/v1/auth/google/callback"
    assert len(asked["state"]) >= 43
    assert "prompt" not in asked
    assert parse_qs(urlsplit(browser.leave(f"{LOGIN}?consent=true")).query)["prompt"] == ["consent"]


def test_no_secret_of_signing_in_is_stored(browser: Browser) -> None:
    url = browser.leave()
    trip = browser.api.cookies["fincoach-sign-in"]
    state = parse_qs(urlsplit(url).query)["state"][0]
    back = browser.pages.answer(url, ASHA)
    browser.api.get(back)
    secrets = (trip, state, parse_qs(urlsplit(back).query)["code"][0], browser.api.cookies["fincoach"], "1//0s", "ya29.")
    stored = repr([dict(row) for table in (*WRITTEN, "sign_ins") for row in rows(f"SELECT * FROM {table}")])
    assert [secret for secret in secrets if secret in stored] == []


# ── again ────────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_signing_in_again_changes_nothing(browser: Browser, client: TestClient, sandbox: Sandbox) -> None:
    """Google gives no second grant unless it is asked for, and the first one holds."""
    browser.sign_in(ASHA)
    before = rows("SELECT * FROM gmail_connections")
    other = Browser.new(client.app, sandbox)
    assert other.sign_in(ASHA).status_code == 303
    assert other.me().json()["user"] == browser.me().json()["user"]
    assert rows("SELECT * FROM gmail_connections") == before
    assert written() == {"users": 1, "gmail_connections": 1, "browser_sessions": 2, "email_sync_jobs": 1, "connection_events": 1}


def imported_then_revoked() -> None:
    run("UPDATE email_sync_jobs SET status = 'failed', failure_code = 'needs_reconnect', completed_at = now()")
    run(
        "UPDATE gmail_connections SET state = 'needs_reconnect', state_reason = 'revoked', history_id = 4711, next_sync_at = NULL"
    )


@pytest.mark.parametrize("signed_in", [True, False])
def test_connecting_again_keeps_ids_cursor_and_data(
    browser: Browser, client: TestClient, sandbox: Sandbox, signed_in: bool
) -> None:
    """Signed in, consent is asked for at once; a stranger is known only when back, and makes a second trip for it."""
    browser.sign_in(ASHA)
    me = browser.me().json()["user"]
    imported_then_revoked()
    other = browser if signed_in else Browser.new(client.app, sandbox)
    if signed_in:
        asked = parse_qs(urlsplit(other.leave()).query)
        assert (asked["prompt"], asked["login_hint"]) == (["consent"], [ASHA])
    assert other.sign_in(ASHA).status_code == 303
    assert other.me().json()["user"] == me
    connection = only("SELECT history_id, state, state_reason, next_sync_at IS NOT NULL AS due FROM gmail_connections")
    assert dict(connection) == {"history_id": 4711, "state": "active", "state_reason": None, "due": True}
    assert only("SELECT count(*) AS n FROM email_sync_jobs")["n"] == 1
    assert [row["kind"] for row in rows("SELECT kind FROM connection_events ORDER BY id")] == ["connected", "reconnected"]


def test_taken_back_at_google_and_connected_again(browser: Browser, sandbox: Sandbox) -> None:
    """On the wire: the next look meets `invalid_grant`, the schedule stops, the person sees why, and comes back."""
    browser.sign_in(ASHA)
    user_id = uuid.UUID(browser.me().json()["user"]["id"])
    sync.list_mailbox(user_id, 6)
    dispatch.dispatch()
    for row in rows("SELECT id FROM email_sync_batches"):
        sync.process_batch(row["id"])
    run("UPDATE gmail_connections SET access_token_expires_at = now()")
    sandbox.revoke(ASHA)
    incremental.check_mailbox(user_id)
    status = browser.api.get(f"/api/v1/email-sync/status/{user_id}").json()
    assert (status["status"], status["connection_state"]) == ("completed", "needs_reconnect")
    assert status["connection_reason"] == browser.me().json()["user"]["connection_reason"] == "expired_or_revoked"
    assert schedule.ring_due() == 0
    browser.sign_in(ASHA)
    assert browser.me().json()["user"]["connection_state"] == "active"
    assert schedule.ring_due() == 1
    incremental.check_mailbox(user_id)
    events = [row["kind"] for row in rows("SELECT kind FROM connection_events ORDER BY id")]
    assert events == ["connected", "needs_reconnect", "reconnected"]


def test_refresh_tokens_that_google_rotates(browser: Browser, sandbox: Sandbox) -> None:
    browser.sign_in(ASHA)
    source = DatabaseTokens(uuid.UUID(browser.me().json()["user"]["id"]))
    sandbox.ask("POST", "oauth", {"rotate_refresh_tokens": True})
    try:
        first = source.access_token()
        second = source.refresh(first)
        assert len({first, second, source.refresh(second)}) == 3
    finally:
        sandbox.ask("POST", "oauth", {"rotate_refresh_tokens": False})


def test_who_disconnected_comes_in_without_their_mailbox(browser: Browser, client: TestClient, sandbox: Sandbox) -> None:
    browser.sign_in(ASHA)
    run("UPDATE gmail_connections SET state = 'disconnected', refresh_token_encrypted = NULL")
    sandbox.revoke(ASHA)
    other = Browser.new(client.app, sandbox)
    sent = other.leave(f"{LOGIN}?gmail=false")
    assert "gmail" not in parse_qs(urlsplit(sent).query)["scope"][0]
    assert other.api.get(other.pages.answer(sent, ASHA)).status_code == 303
    assert other.me().json()["user"] == browser.me().json()["user"]
    assert other.me().json()["user"]["connection_state"] == "disconnected"


def test_a_stranger_without_a_mailbox_is_asked_for_it(browser: Browser) -> None:
    answer = browser.api.get(browser.back_from_google(ASHA, f"{LOGIN}?gmail=false"))
    asked = parse_qs(urlsplit(answer.headers["location"]).query)
    assert (READONLY in asked["scope"][0], asked["prompt"], asked["login_hint"]) == (True, ["consent"], [ASHA])
    assert written() == NOTHING
    assert browser.api.get(browser.pages.answer(answer.headers["location"], ASHA)).status_code == 303


def test_an_import_that_a_revoke_cut_off_goes_on(browser: Browser) -> None:
    browser.sign_in(ASHA)
    imported_then_revoked()
    run("UPDATE gmail_connections SET history_id = NULL")
    browser.sign_in(ASHA)
    jobs = rows("SELECT status FROM email_sync_jobs ORDER BY created_at")
    assert [row["status"] for row in jobs] == ["failed", "pending"]


def test_the_same_account_under_a_new_address_keeps_its_cursor(browser: Browser) -> None:
    browser.sign_in(ASHA)
    run("UPDATE gmail_connections SET email_address = 'maiden@sandbox.test', history_id = 4711")
    browser.sign_in(ASHA, f"{LOGIN}?consent=true")
    connection = only("SELECT email_address, history_id FROM gmail_connections")
    assert dict(connection) == {"email_address": ASHA, "history_id": 4711}
    assert only("SELECT status FROM email_sync_jobs")["status"] == "pending"


def test_a_user_made_by_a_backend_is_theirs_who_open_the_mailbox(browser: Browser) -> None:
    person = users.create(ASHA)
    connect(person.id, "User1@sandbox.test", "old-token", [READONLY])
    run("UPDATE gmail_connections SET history_id = 4711")
    assert browser.sign_in(ASHA).status_code == 303
    assert browser.me().json()["user"]["id"] == str(person.id)
    assert only("SELECT history_id FROM gmail_connections")["history_id"] == 4711


# ── who they are not ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_another_account_does_not_swap_the_mailbox(browser: Browser) -> None:
    browser.sign_in(ASHA)
    before = (written(), rows("SELECT * FROM gmail_connections"))
    url = browser.leave().replace("login_hint=user1", "login_hint=user2")
    assert refused(browser, browser.pages.answer(url, ROHAN)) == (409, "other_account")
    assert (written(), rows("SELECT * FROM gmail_connections")) == before
    assert browser.me().json()["user"]["email"] == ASHA


@pytest.mark.parametrize("taken_by", ["another account", "another mailbox"])
def test_an_address_alone_opens_nothing(browser: Browser, taken_by: str) -> None:
    person = users.create(ASHA)
    if taken_by == "another account":
        run("UPDATE users SET google_sub = '100000000000000000001'")
    else:
        connect(person.id, "elsewhere@sandbox.test", "token", [READONLY])
    before = written()
    assert refused(browser, browser.back_from_google(ASHA)) == (409, "email_taken")
    assert written() == before


# ── what goes wrong ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_gmail_unticked_is_told_with_a_way_back(browser: Browser) -> None:
    page = browser.sign_in(ASHA, scope="")
    assert (page.status_code, written()) == (409, NOTHING)
    assert "The box for Gmail was not ticked" in page.text
    assert "script" not in page.headers["content-security-policy"]
    assert f'href="{LOGIN}?consent=true"' in page.text
    assert browser.sign_in(ASHA, f"{LOGIN}?consent=true").status_code == 303
    assert browser.me().status_code == 200


def test_no_consent(browser: Browser) -> None:
    assert refused(browser, browser.back_from_google(ASHA, decision="deny")) == (400, "consent_denied")
    assert written() == NOTHING


def test_a_forged_state(browser: Browser) -> None:
    url = browser.back_from_google(ASHA)
    state = parse_qs(urlsplit(url).query)["state"][0]
    for forged in (state[:-1], state.upper(), "", "%C3%A9%00"):
        assert refused(browser, url.replace(state, forged)) == (400, "state_unknown")
    assert written() == NOTHING


def test_a_state_is_used_once(browser: Browser) -> None:
    url = browser.back_from_google(ASHA)
    trip = browser.api.cookies["fincoach-sign-in"]
    assert browser.api.get(url).status_code == 303
    before = written()
    assert refused(browser, url, Cookie=f"fincoach-sign-in={trip}") == (400, "state_used")
    assert written() == before


def test_a_state_of_another_browser(browser: Browser, client: TestClient, sandbox: Sandbox) -> None:
    """Somebody sends a link that would sign the victim in as them; with a cookie of the victim's own trip, or none."""
    url = browser.back_from_google(ASHA)
    victim = Browser.new(client.app, sandbox)
    assert refused(victim, url) == (400, "state_foreign")
    victim.leave()
    assert refused(victim, url) == (400, "state_foreign")
    assert written() == NOTHING
    assert browser.api.get(url).status_code == 303


def test_a_state_that_is_too_old(browser: Browser) -> None:
    url = browser.back_from_google(ASHA)
    run("UPDATE sign_ins SET expires_at = now() - interval '1 second'")
    assert refused(browser, url) == (400, "state_expired")
    assert written() == NOTHING


def test_a_code_used_twice_or_stolen(browser: Browser) -> None:
    """A code in the hands of another trip: PKCE tells it apart, and Google takes none twice."""
    stolen = parse_qs(urlsplit(browser.back_from_google(ASHA)).query)["code"][0]
    for _ in range(2):
        url = browser.back_from_google(ASHA)
        code = parse_qs(urlsplit(url).query)["code"][0]
        assert refused(browser, url.replace(quote(code, safe=""), quote(stolen, safe=""))) == (400, "code_refused")
    assert written() == NOTHING


def test_an_identity_signed_by_somebody_else(browser: Browser, app_settings: Callable[..., Settings]) -> None:
    for other in serve(["--users", "1", "--mails", "0"]):
        app_settings(GOOGLE_CERTS_URL=f"{other.root}oauth2/v1/certs")
        assert refused(browser, browser.back_from_google(ASHA)) == (400, "identity_refused")
    assert written() == NOTHING


def test_a_mailbox_that_does_not_open(browser: Browser, sandbox: Sandbox) -> None:
    """A grant is tried before it is kept."""
    sandbox.inject(kind="forbidden", reason="domainPolicy", method="getProfile")
    assert refused(browser, browser.back_from_google(ASHA)) == (409, "needs_reconnect")
    assert written() == NOTHING


@pytest.mark.parametrize("fault", [{"kind": "reset"}, {"kind": "html"}, {"kind": "status", "status": 503}, {"kind": "truncate"}])
def test_google_in_trouble(browser: Browser, sandbox: Sandbox, fault: dict[str, object]) -> None:
    url = browser.back_from_google(ASHA)
    sandbox.inject(method="token", **fault)
    page = browser.api.get(url)
    assert (page.status_code, written()) == (502, NOTHING)
    assert "transient" in page.text


def test_a_page_says_when_to_come_back_as_problems_do(browser: Browser, sandbox: Sandbox) -> None:
    url = browser.back_from_google(ASHA)
    sandbox.inject(method="getProfile", kind="throttle", retry_after=7)
    page = browser.api.get(url)
    assert (page.status_code, page.headers["Retry-After"], written()) == (503, "7", NOTHING)
    assert "text/html" in page.headers["Content-Type"]


def test_a_client_that_google_refuses_is_a_setting(browser: Browser, sandbox: Sandbox) -> None:
    url = browser.back_from_google(ASHA)
    sandbox.ask("POST", "oauth/clients", {"client_id": "fincoach", "client_secret": "another", "redirect_uris": []})
    assert refused(browser, url) == (500, "configuration_error")
    sandbox.ask("POST", "oauth/clients", {"client_id": "fincoach", "client_secret": "hush", "redirect_uris": []})
    assert written() == NOTHING


def test_without_a_client_nobody_can_sign_in(browser: Browser, app_settings: Callable[..., Settings]) -> None:
    app_settings(GOOGLE_CLIENT_ID="")
    assert refused(browser, LOGIN) == (500, "configuration_error")


@pytest.mark.parametrize("path", ["//evil.example", "https://evil.example", "/\\evil.example", "evil", "/a b", "/\n/evil"])
def test_afterwards_only_to_a_page_of_ours(browser: Browser, path: str) -> None:
    assert browser.api.get(LOGIN, params={"next": path}).status_code == 422


def test_two_names_of_this_machine_are_two_hosts_to_a_browser(browser: Browser, client: TestClient, sandbox: Sandbox) -> None:
    local = Browser.new(client.app, sandbox, "http://127.0.0.1:8000")
    assert local.leave(f"{LOGIN}?consent=true") == f"http://localhost:8000{LOGIN}?consent=true"


# ── the session ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_cookies_are_kept_from_scripts_and_from_other_sites(
    browser: Browser, client: TestClient, sandbox: Sandbox, app_settings: Callable[..., Settings]
) -> None:
    cookie = browser.sign_in(ASHA).headers.get_list("set-cookie")[0]
    assert cookie.startswith("fincoach=")
    assert {"HttpOnly", "SameSite=lax", "Path=/", "Max-Age=1209600"} <= set(cookie.split("; "))
    app_settings(GOOGLE_REDIRECT_URI="https://localhost:8000/api/v1/auth/google/callback")
    secure = Browser.new(client.app, sandbox, "https://localhost:8000")
    cookie = secure.sign_in(ROHAN).headers.get_list("set-cookie")[0]
    assert cookie.startswith("__Host-fincoach=")
    assert {"HttpOnly", "SameSite=lax", "Path=/", "Secure"} <= set(cookie.split("; "))
    assert secure.me().status_code == 200


@pytest.mark.parametrize("over", ["seen_at = now() - interval '24 hours'", "expires_at = now()"])
def test_a_session_ends(browser: Browser, over: str) -> None:
    """When it is idle, and in any case."""
    browser.sign_in(ASHA)
    run(f"UPDATE browser_sessions SET {over}")
    answer = browser.me()
    assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in")


def test_a_session_in_use_stays(browser: Browser) -> None:
    browser.sign_in(ASHA)
    run("UPDATE browser_sessions SET seen_at = now() - interval '23 hours'")
    assert browser.me().status_code == 200
    assert only("SELECT seen_at > now() - interval '1 minute' AS fresh FROM browser_sessions")["fresh"]


def test_signing_out_ends_the_session_and_nothing_else(browser: Browser) -> None:
    browser.sign_in(ASHA)
    secret = browser.api.cookies["fincoach"]
    assert browser.act("POST", "/api/v1/auth/logout").status_code == 204
    assert "fincoach" not in browser.api.cookies
    assert sessions.check(secret) is None
    assert only("SELECT state FROM gmail_connections")["state"] == "active"


def test_asking_who_one_is_is_counted_as_well(browser: Browser, app_settings: Callable[..., Settings]) -> None:
    browser.sign_in(ASHA)
    app_settings(RATE_LIMIT_USER="2", RATE_LIMIT_STRANGER="1")
    assert [browser.me().status_code for _ in range(3)] == [200, 200, 429]
    browser.api.cookies.clear()
    answers = [browser.me() for _ in range(2)]
    assert [one.status_code for one in answers] == [401, 429]
    assert 1 <= int(answers[1].headers["Retry-After"]) <= 60


def test_who_erases_themselves_is_nowhere(browser: Browser, sandbox: Sandbox, redis_url: str) -> None:
    """In no row, as an id or an address in whatever column, and in no entry of Redis; no session is left, and Google knows."""
    browser.sign_in(ASHA)
    user_id = browser.me().json()["user"]["id"]
    other = Browser.new(browser.api.app, sandbox)
    other.sign_in(ASHA)
    receipt = browser.act("DELETE", f"/api/v1/users/{user_id}").json()
    assert (receipt["erased"]["users"], receipt["erased"]["browser_sessions"], receipt["revocation"]) == (1, 2, "revoked")
    told = "\n".join(str(one) for table in Base.metadata.sorted_tables for one in rows(f"SELECT t::text FROM {table.name} t"))
    assert [word for word in (user_id, ASHA) if word in told] == []
    with redis.Redis.from_url(redis_url) as server:
        kept = [*server.scan_iter(), *(server.get(key) for key in server.scan_iter() if server.type(key) == b"string")]
        kept += [one for key in server.scan_iter() if server.type(key) == b"list" for one in server.lrange(key, 0, -1)]
    assert [one for one in kept if user_id.encode() in (one or b"")] == []
    assert [one.me().status_code for one in (browser, other)] == [401, 401]


def test_who_begins_again_and_again_is_asked_to_wait(browser: Browser, app_settings: Callable[..., Settings]) -> None:
    """Each trip writes a row before anybody is known."""
    app_settings(RATE_LIMIT_SIGN_IN="2")
    callback = f"{LOGIN.replace('login', 'callback')}?state=forged&code=x"
    assert [browser.api.get(path).status_code for path in (LOGIN, callback)] == [303, 400]
    page = browser.api.get(LOGIN)
    assert (page.status_code, page.headers["Content-Type"].partition(";")[0]) == (429, "text/html")
    assert 1 <= int(page.headers["Retry-After"]) <= 60
    assert refused(browser, callback) == (429, "too_many_requests")
    assert only("SELECT count(*) AS n FROM sign_ins")["n"] == 1


def test_signing_in_leaves_no_session_behind(browser: Browser) -> None:
    browser.sign_in(ASHA)
    secret = browser.api.cookies["fincoach"]
    browser.sign_in(ASHA)
    assert (sessions.check(secret), browser.me().status_code) == (None, 200)


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({"Origin": "https://evil.example"}, "foreign_origin"),
        ({"Origin": "null"}, "foreign_origin"),
        ({"Origin": "http://localhost:3000"}, "foreign_origin"),
        ({"X-CSRF-Token": ""}, "csrf_token"),
        ({"X-CSRF-Token": "0" * 64}, "csrf_token"),
        ({"X-CSRF-Token": "not even hexadecimal"}, "csrf_token"),
    ],
)
@pytest.mark.parametrize("path", ["auth/logout", "email-sync/start/{user_id}"])
def test_a_page_of_another_site_cannot_act_for_a_person(browser: Browser, headers: dict[str, str], code: str, path: str) -> None:
    browser.sign_in(ASHA)
    before = written()
    url = f"/api/v1/{path}".format(user_id=browser.me().json()["user"]["id"])
    answer = browser.act("POST", url, **headers)
    assert (answer.status_code, answer.json()["code"]) == (403, code)
    assert written() == before
    assert browser.act("POST", url).status_code in {200, 204}


def test_the_token_of_another_session_is_none(browser: Browser) -> None:
    browser.sign_in(ASHA)
    with transaction() as session:
        other = sessions.begin(session, only("SELECT id FROM users")["id"])
    found = sessions.check(other)
    assert found is not None
    answer = browser.act("POST", "/api/v1/auth/logout", **{"X-CSRF-Token": found.csrf_token})
    assert answer.json()["code"] == "csrf_token"
