"""What operators are told, and who may read the metrics."""

import os
import re
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import redis
from fastapi.testclient import TestClient
from prometheus_client.parser import text_string_to_metric_families

from app import metrics
from app.config import Settings
from app.main import create_app
from app.services import keys, liveness, ops, sync, users
from tests.integration.api.conftest import ringing_by
from tests.integration.services.facts import only, run

TOKEN = "a-token-of-prometheus"


@pytest.fixture
def well(person: uuid.UUID) -> None:
    """A worker and a Beat that have just been heard of."""
    liveness.look_in("celery@here")
    liveness.beat_rang("here")


def health(admin: TestClient) -> dict[str, object]:
    answer = admin.get("/api/v1/ops/health")
    assert answer.status_code == 200
    told: dict[str, object] = answer.json()
    return told


@pytest.mark.usefixtures("well")
def test_all_is_well(admin: TestClient) -> None:
    told = health(admin)
    assert (told["status"], told["concerns"], told["workers_alive"]) == ("ok", [], 1)
    assert told["connections"] == {"active": 1, "needs_reconnect": 0, "disconnected": 0}
    assert told["queues"] == dict.fromkeys(("celery", "celery_first", "celery_listing", "celery_pages", "celery_dispatch"), 0)
    assert told["oldest_due"] is None
    assert told["quota"]["limit"] == told["quota"]["left"] == 80_000_000  # type: ignore[index]


@pytest.mark.usefixtures("well")
def test_what_waits_is_counted(admin: TestClient, person: uuid.UUID) -> None:
    sync.start(person, 6)
    told = health(admin)
    assert told["queues"]["celery_listing"] == 1  # type: ignore[index]
    assert told["jobs"] == {"pending": 1, "processing": 0}


def test_a_house_at_work(admin: TestClient, person: uuid.UUID) -> None:
    sync.start(person, 6)
    job = only("SELECT id FROM email_sync_jobs")["id"]
    run("UPDATE email_sync_jobs SET waiting_quota = true, resume_at = now() + interval '1 minute'")
    run(
        "INSERT INTO email_sync_batches (job_id, user_id, seq, status, rung_at, message_ids, pending_ids)"
        " SELECT :j, :u, n, CASE n WHEN 0 THEN 'ready' ELSE 'queued' END, now(), ARRAY['m'], ARRAY['m']"
        " FROM generate_series(0, 2) AS n",
        j=job,
        u=person,
    )
    run(
        "INSERT INTO quota_grants (user_id, mailbox, batch_id, units, granted_at, ended_at)"
        " SELECT :u, 7, id, 20, now() - interval '3 seconds' * (seq + 1), now() FROM email_sync_batches",
        u=person,
    )
    run(
        "INSERT INTO quota_grants (user_id, mailbox, batch_id, units, granted_at)"
        " SELECT user_id, 7, id, 20, now() - interval '30 seconds' FROM email_sync_batches WHERE seq = 2"
    )
    run("INSERT INTO worker_heartbeats (worker, looked_at) VALUES ('celery@a', now()), ('beat@a', now() - interval '9 seconds')")
    run("UPDATE gmail_connections SET state = 'needs_reconnect', state_reason = 'invalid_grant'")
    state: Any = health(admin)
    assert (state["jobs"]["pending"], state["throttled_jobs"], [one["name"] for one in state["workers"]]) == (1, 1, ["celery@a"])
    assert (state["batches"]["ready"], state["batches"]["queued"], state["pace"]["count"]) == (1, 2, 3)
    assert 30 <= state["queue_age"] < 60
    assert (round(state["pace"]["p50"]), round(state["pace"]["p95"], 1)) == (6, 8.7)
    assert 9 <= state["beat_ago"] < 60
    users.create("somebody.else@example.com")
    lost = admin.get("/api/v1/ops/people?state=needs_reconnect").json()["people"]
    assert [(one["email"], one["connection_reason"]) for one in lost] == [("asha@example.com", "invalid_grant")]


def test_nobody_there(admin: TestClient) -> None:
    told = health(admin)
    assert told["batches"] == {"ready": 0, "queued": 0, "running": 0}
    assert (told["jobs"], told["throttled_jobs"]) == ({"pending": 0, "processing": 0}, 0)
    assert (told["workers"], told["beat_ago"], told["queue_age"]) == ([], None, 0)
    assert told["pace"] == {"count": 0, "p50": None, "p95": None}
    assert told["concerns"] == ["beat: has not rung within a day", "workers: none has looked in lately"]


@pytest.mark.usefixtures("well")
def test_silence_is_a_concern(admin: TestClient) -> None:
    run("UPDATE worker_heartbeats SET looked_at = now() - interval '90 seconds'")
    concerns: Any = health(admin)["concerns"]
    beat, workers = concerns
    assert re.fullmatch("beat: rang 9[0-9] s ago", beat)
    assert workers == "workers: none has looked in lately"


@pytest.mark.usefixtures("well")
def test_a_batch_that_is_due_and_nobody_grants(admin: TestClient, person: uuid.UUID) -> None:
    sync.start(person, 6)
    run("UPDATE email_sync_jobs SET status = 'processing', listed_at = now(), total_emails = 2")
    run(
        "INSERT INTO email_sync_batches (job_id, user_id, seq, message_ids, pending_ids, updated_at)"
        " SELECT id, user_id, 0, '{a,b}', '{a,b}', now() - interval '10 minutes' FROM email_sync_jobs"
    )
    batch = only("SELECT id FROM email_sync_batches")["id"]
    concerns = str(health(admin)["concerns"])
    assert re.fullmatch(rf"\['dispatch: batch {batch} has been due for 6\d\d s and nothing is granted'\]", concerns)
    run("UPDATE email_sync_jobs SET resume_at = now() + interval '1 minute'")
    assert health(admin)["concerns"] == [], "one that is put off is not due"
    run("UPDATE email_sync_jobs SET resume_at = now() - interval '3 minutes'")
    assert ops.state().oldest_due is not None
    assert 175 < ops.state().oldest_due.due_for < 185  # type: ignore[union-attr]


@pytest.mark.usefixtures("well")
def test_the_day_is_nearly_spent_and_stopped(admin: TestClient) -> None:
    day = "(now() AT TIME ZONE 'America/Los_Angeles')::date"
    run(
        "INSERT INTO quota_days (day, units, stopped_reason, stopped_until)"
        f" VALUES ({day}, 72000000, 'project_stopped', now() + interval '1 minute')"
    )
    assert health(admin)["concerns"] == [
        "quota: granting is stopped (project_stopped)",
        "quota: 72000000 of the day's 80000000 units are spent",
    ]
    run("UPDATE quota_days SET units = 1, stopped_until = now() - interval '1 second'")
    assert health(admin)["concerns"] == [], "a stop that has lapsed is none"


@pytest.mark.usefixtures("well")
def test_without_redis_the_rest_is_told(admin: TestClient) -> None:
    with ringing_by("redis://127.0.0.1:9/0"):
        told = health(admin)
    assert (told["queues"], told["concerns"]) == (None, ["broker: Redis does not answer"])


def test_metrics_open_to_their_token_to_admins_and_to_nobody_else(
    client: TestClient, app_settings: Callable[..., Settings]
) -> None:
    assert client.get("/metrics").status_code == 401
    assert client.get("/metrics", headers={"Authorization": "Bearer "}).status_code == 401
    app_settings(METRICS_TOKEN=TOKEN)
    for secret, status in ((TOKEN, 200), (TOKEN + "x", 401), (keys.create("one", ["sync:read"])[1], 403)):
        assert client.get("/metrics", headers={"Authorization": f"Bearer {secret}"}).status_code == status
    admin = client.get("/metrics", headers={"Authorization": f"Bearer {keys.create('two', ['admin'])[1]}"})
    assert admin.headers["content-type"].startswith("text/plain; version=0.0.4")
    names = {family.name for family in text_string_to_metric_families(admin.text)}
    assert names >= {"fincoach_state_known", "fincoach_connections", "fincoach_api_request_seconds"}


def test_an_api_of_several_processes_counts_in_its_folder(
    admin: TestClient, app_settings: Callable[..., Settings], tmp_path: Path
) -> None:
    app_settings(METRICS_FOLDER=str(tmp_path))
    try:
        with TestClient(create_app(), headers=dict(admin.headers)) as one_of_them:
            assert one_of_them.get("/health/live").status_code == 200
            assert 'route="/health/live",status="200"} 1.0' in one_of_them.get("/metrics").text
    finally:
        metrics.stop_sharing()
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"counter_{os.getpid()}.db", f"histogram_{os.getpid()}.db"]


def test_paths_of_scanners_do_not_become_labels(admin: TestClient, person: uuid.UUID) -> None:
    admin.get("/wp-admin/setup.php")
    admin.request("PROPFIND", "/health/live")
    admin.get(f"/api/v1/users/{person}")
    admin.get("/api/v1/users/no-id")
    samples = [
        sample.labels
        for family in text_string_to_metric_families(admin.get("/metrics").text)
        if family.name == "fincoach_api_request_seconds"
        for sample in family.samples
        if sample.name.endswith("_count")
    ]
    assert {"method": "GET", "route": "none", "status": "404"} in samples
    assert {"method": "GET", "route": "/api/v1/users/{user_id}", "status": "200"} in samples
    assert all("wp-admin" not in one["route"] and "no-id" not in one["route"] and one["method"] != "PROPFIND" for one in samples)


def test_a_request_id_goes_with_the_message_and_stays_in_the_row(admin: TestClient, person: uuid.UUID, redis_url: str) -> None:
    admin.post(f"/api/v1/email-sync/start/{person}?months=6", headers={"X-Request-ID": "asked-by-me"})
    assert only("SELECT request_id FROM email_sync_jobs")["request_id"] == "asked-by-me"
    with redis.Redis.from_url(redis_url) as broker:
        (message,) = broker.lrange("celery_listing", 0, -1)
    assert b'"request_id": "asked-by-me"' in message
