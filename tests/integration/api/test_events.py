"""The stream of progress over a real server: read line by line, as a browser does."""

import json
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import httpx2 as httpx
import pytest
import uvicorn
from fastapi.testclient import TestClient
from sqlalchemy import event

from app.db import get_engine, transaction
from app.local.ports import free_port
from app.routes import events
from app.services import sync, users
from app.storage import erasing
from tests.integration.services.facts import run

Lines = Iterator[str]


@pytest.fixture
def server(admin: TestClient) -> Iterator[httpx.Client]:
    """The application of `admin` on a port of its own, called with the same key."""
    port = free_port()
    config = uvicorn.Config(admin.app, port=port, log_level="error", timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    headers = {"Authorization": admin.headers["Authorization"]}
    limits = httpx.Limits(max_connections=None)
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", headers=headers, trust_env=False, timeout=10, limits=limits) as client:
        while not server.started:
            time.sleep(0.01)
        yield client
    server.should_exit = True
    thread.join(10)


@contextmanager
def stream(server: httpx.Client, user_id: uuid.UUID, **headers: str) -> Iterator[Lines]:
    with server.stream("GET", f"/api/v1/email-sync/events/{user_id}", headers=headers) as answer:
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/event-stream")
        yield answer.iter_lines()


def next_event(lines: Lines) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for line in lines:
        if not line and fields:
            return fields
        name, colon, value = line.partition(": ")
        if name and colon:
            fields[name] = json.loads(value) if name == "data" else value
    raise AssertionError("the stream ended")


def set_processed(mails: int) -> None:
    run(
        "UPDATE email_sync_jobs SET status = 'processing', started_at = now(), listed_at = now(), total_emails = 100,"
        " processed_emails = :n, imported_emails = :n, progress_percentage = :n",
        n=mails,
    )


def test_the_status_comes_at_once_and_a_change_within_a_second(server: httpx.Client, person: uuid.UUID) -> None:
    sync.start(person, 6)
    with stream(server, person) as lines:
        first = next_event(lines)
        assert (first["event"], first["data"]["phase"]) == ("progress", "queued")
        began = time.monotonic()
        set_processed(40)
        while (told := next_event(lines))["data"]["progress"] != 40:
            pass
        assert time.monotonic() - began < 2  # a second, and what a busy machine adds
    polled = server.get(f"/api/v1/email-sync/status/{person}").json()
    assert told["data"].keys() == polled.keys()


def test_a_listener_that_comes_back_hears_only_news(server: httpx.Client, person: uuid.UUID) -> None:
    sync.start(person, 6)
    with stream(server, person) as lines:
        seen = next_event(lines)["id"]
    run("UPDATE email_sync_jobs SET status = 'failed', failure_code = 'listing_failed', completed_at = now()")
    with stream(server, person, **{"Last-Event-ID": seen}) as lines:
        news = next_event(lines)
    assert (news["data"]["phase"], news["id"] != seen) == ("failed", True)


def test_the_stream_ends_with_its_person(server: httpx.Client, person: uuid.UUID) -> None:
    nobody_yet = users.create("beno@example.com").id
    sync.start(person, 6)
    with stream(server, person) as lines, stream(server, nobody_yet) as silent:
        next_event(lines)
        with transaction() as session:
            erasing.be_patient(session)
            erasing.delete_user(session, person)
        assert not [line for line in lines if line.startswith("data")]
        run("INSERT INTO email_sync_jobs (user_id, status) VALUES (:u, 'pending')", u=nobody_yet)
        assert next_event(silent)["data"]["phase"] == "queued"


def test_bad_listeners_get_a_problem_and_no_stream(server: httpx.Client, person: uuid.UUID) -> None:
    unknown = server.get(f"/api/v1/email-sync/events/{uuid.uuid4()}")
    assert (unknown.status_code, unknown.json()["code"]) == (404, "user_not_found")
    malformed = server.get("/api/v1/email-sync/events/not-a-uuid")
    assert (malformed.status_code, malformed.json()["errors"][0]["field"]) == (422, "user_id")
    anonymous = server.get(f"/api/v1/email-sync/events/{person}", headers={"Authorization": ""})
    assert anonymous.status_code == 401


def test_one_person_does_not_take_all_connections(
    server: httpx.Client, admin: TestClient, person: uuid.UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    app: Any = admin.app
    monkeypatch.setattr(events, "MOST_LISTENERS", 2)  # a hundred are as good, and take longer
    sync.start(person, 6)
    with stream(server, person) as first:
        next_event(first)
        with stream(server, person) as second:
            next_event(second)
            refused = server.get(f"/api/v1/email-sync/events/{person}")
            assert (refused.status_code, refused.json()["code"], refused.headers["Retry-After"]) == (
                429,
                "too_many_requests",
                "2",
            )
    ends_at = time.monotonic() + 5
    while app.state.feed.listeners(person) and time.monotonic() < ends_at:
        time.sleep(0.01)
    with stream(server, person) as again:
        next_event(again)


def test_listeners_hold_no_connection(server: httpx.Client, person: uuid.UUID) -> None:
    sync.start(person, 6)
    out = {"now": 0, "most": 0}

    def taken(*_: object) -> None:
        out["now"] += 1
        out["most"] = max(out["most"], out["now"])

    def given_back(*_: object) -> None:
        out["now"] -= 1

    with ExitStack() as streams:
        all_lines = [streams.enter_context(stream(server, person)) for _ in range(60)]
        for lines in all_lines:
            next_event(lines)
        event.listen(get_engine(), "checkout", taken)
        event.listen(get_engine(), "checkin", given_back)
        set_processed(40)
        for lines in all_lines:
            while next_event(lines)["data"]["progress"] != 40:
                pass
    # The feed's look, and beside it perhaps the write of this test.
    assert 1 <= out["most"] <= 2
