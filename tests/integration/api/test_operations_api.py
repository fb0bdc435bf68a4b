"""The operators' glance is what the tables say."""

import uuid

from fastapi.testclient import TestClient

from app.services import sync, users
from tests.integration.services.facts import only, run


def test_an_empty_house(admin: TestClient) -> None:
    state = admin.get("/api/v1/operations").json()
    assert state["jobs"] == {"pending": 0, "processing": 0, "completed": 0, "failed": 0}
    assert state["batches"] == {"ready": 0, "queued": 0, "running": 0, "age": 0}
    assert (state["workers"], state["beat_ago"], state["pace"]) == ([], None, {"count": 0, "p50": None, "p95": None})
    assert (state["day"]["units"], state["connections"]) == (0, {"active": 0, "needs_reconnect": 0, "disconnected": 0})


def test_a_house_at_work(admin: TestClient, person: uuid.UUID) -> None:
    sync.start(person, 6)
    job = only("SELECT id FROM email_sync_jobs")["id"]
    run("UPDATE email_sync_jobs SET waiting_quota = true, resume_at = now() + interval '1 minute'")
    run(
        "INSERT INTO email_sync_batches (job_id, user_id, seq, status, rung_at, message_ids, pending_ids)"
        " SELECT :j, :u, n, CASE n WHEN 0 THEN 'ready' ELSE 'queued' END, now() - interval '30 seconds', ARRAY['m'], ARRAY['m']"
        " FROM generate_series(0, 2) AS n",
        j=job,
        u=person,
    )
    run(
        "INSERT INTO quota_grants (user_id, mailbox, batch_id, units, granted_at, ended_at)"
        " SELECT :u, 7, id, 20, now() - interval '3 seconds' * (seq + 1), now() FROM email_sync_batches",
        u=person,
    )
    run("INSERT INTO worker_heartbeats (worker, looked_at) VALUES ('celery@a', now()), ('beat@a', now() - interval '9 seconds')")
    run("UPDATE gmail_connections SET state = 'needs_reconnect', state_reason = 'invalid_grant'")
    state = admin.get("/api/v1/operations").json()
    assert (state["jobs"]["pending"], state["throttled_jobs"], [one["name"] for one in state["workers"]]) == (1, 1, ["celery@a"])
    assert (state["batches"]["ready"], state["batches"]["queued"], state["pace"]["count"]) == (1, 2, 3)
    assert 30 <= state["batches"]["age"] < 60
    assert (round(state["pace"]["p50"]), round(state["pace"]["p95"], 1)) == (6, 8.7)
    assert 9 <= state["beat_ago"] < 60
    users.create("somebody.else@example.com")
    lost = admin.get("/api/v1/operations/people?state=needs_reconnect").json()["people"]
    assert [(one["email"], one["connection_reason"]) for one in lost] == [("asha@example.com", "invalid_grant")]
