"""The four routes of the sync, as the user's document fixes them, and what bad input gets."""

import time
import uuid

import pytest
import redis
from fastapi.testclient import TestClient

from app.services import sync, users
from tests.integration.api.conftest import ringing_by
from tests.integration.services.facts import only, run

PREFIX = "/api/v1/email-sync"


def test_start_answers_202_and_the_message_is_in_the_queue(admin: TestClient, person: uuid.UUID, redis_url: str) -> None:
    answer = admin.post(f"{PREFIX}/start/{person}")
    body = answer.json()
    assert answer.status_code == 202
    assert (body["message"], body["user_id"], body["months"]) == ("Email sync started", str(person), 6)
    job = only("SELECT id, task_id FROM email_sync_jobs")
    assert (body["job_id"], body["task_id"]) == (str(job["id"]), str(job["task_id"]))
    with redis.Redis.from_url(redis_url) as broker:
        assert broker.llen("celery_listing") == 1


def test_a_second_start_answers_200_with_the_same_job(admin: TestClient, person: uuid.UUID) -> None:
    first = admin.post(f"{PREFIX}/start/{person}?months=3").json()
    again = admin.post(f"{PREFIX}/start/{person}?months=6")
    assert again.status_code == 200
    assert again.json() == {**first, "message": "Email sync already in progress"}


@pytest.mark.parametrize("months", ["0", "25", "-1", "six", "1.5"])
def test_months_out_of_range_name_the_field(admin: TestClient, person: uuid.UUID, months: str) -> None:
    answer = admin.post(f"{PREFIX}/start/{person}?months={months}")
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
    assert (answer.json()["code"], answer.json()["errors"][0]["field"]) == ("invalid_request", "months")


@pytest.mark.parametrize("route", [f"{PREFIX}/start/", f"{PREFIX}/status/", f"{PREFIX}/history/", "/api/v1/users/"])
def test_a_malformed_id_names_the_field(admin: TestClient, route: str) -> None:
    answer = admin.request("POST" if "start" in route else "GET", f"{route}not-a-uuid")
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "user_id")


@pytest.mark.parametrize("route", [f"{PREFIX}/start/", f"{PREFIX}/status/", f"{PREFIX}/history/", "/api/v1/users/"])
def test_an_unknown_user_is_404(admin: TestClient, route: str) -> None:
    answer = admin.request("POST" if "start" in route else "GET", f"{route}{uuid.uuid4()}")
    assert (answer.status_code, answer.json()["code"]) == (404, "user_not_found")
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_user_without_a_mailbox_is_409(admin: TestClient) -> None:
    answer = admin.post(f"{PREFIX}/start/{users.create('new@example.com').id}")
    assert (answer.status_code, answer.json()["code"]) == (409, "not_connected")


def test_with_redis_down_a_start_is_still_202_and_not_lost(admin: TestClient, person: uuid.UUID) -> None:
    with ringing_by("redis://127.0.0.1:9/0"):
        began = time.monotonic()
        answer = admin.post(f"{PREFIX}/start/{person}")
    assert answer.status_code == 202
    assert time.monotonic() - began < 2
    assert only("SELECT status FROM email_sync_jobs")["status"] == "pending"
    assert admin.get(f"{PREFIX}/status/{person}").json()["phase"] == "queued"


def test_status_before_the_first_sync(admin: TestClient, person: uuid.UUID) -> None:
    answer = admin.get(f"{PREFIX}/status/{person}")
    assert (answer.status_code, answer.json()["code"]) == (404, "job_not_found")


def test_status_from_the_second_job_on(admin: TestClient, person: uuid.UUID) -> None:
    """The first implementation answered 500 as soon as a user had two jobs."""
    for _ in range(3):
        latest = sync.start(person, 6)
        run("UPDATE email_sync_jobs SET status = 'failed', completed_at = now()")
    answer = admin.get(f"{PREFIX}/status/{person}")
    assert (answer.status_code, answer.json()["job_id"]) == (200, str(latest.job_id))


def test_status_tells_counters_phase_and_time_left(admin: TestClient, person: uuid.UUID) -> None:
    job = sync.start(person, 6).job_id
    run(
        "UPDATE email_sync_jobs SET status = 'processing', started_at = now() - interval '20 seconds', listed_at = now(),"
        " total_emails = 200, processed_emails = 100, imported_emails = 40, skipped_emails = 59, failed_emails = 1,"
        " parsed_transactions = 40, progress_percentage = 50"
    )
    run(
        "INSERT INTO email_sync_batches (job_id, user_id, seq, status, message_ids, pending_ids, stored_count, notice_count,"
        " unparsed_count, finished_at) SELECT :j, :u, 0, 'done', array_agg(n::text), '{}', 40, 59, 1, now()"
        " FROM generate_series(1, 100) n",
        j=job,
        u=person,
    )
    body = admin.get(f"{PREFIX}/status/{person}").json()
    assert (body["status"], body["phase"], body["kind"], body["progress"]) == ("processing", "fetching", "initial", 50)
    assert (body["total_emails"], body["processed_emails"], body["parsed_transactions"]) == (200, 100, 40)
    assert (body["skipped_emails"], body["failed_emails"]) == (59, 1)
    assert body["outcomes"] == {"stored": 40, "duplicate": 0, "notice": 59, "gone": 0, "unparsed": 1, "failed": 0}
    assert 4.5 <= body["emails_per_second"] <= 5
    assert body["eta_seconds"] == 2  # one batch, and nothing in the books that it would have to wait for
    assert body["eta_range_seconds"] == [0, 5]
    run("UPDATE email_sync_jobs SET waiting_quota = true, resume_at = now() + interval '30 seconds'")
    body = admin.get(f"{PREFIX}/status/{person}").json()
    assert (body["phase"], body["minute_units"], body["minute_limit"]) == ("waiting_quota", 0, 6000)
    assert 28 <= body["eta_seconds"] <= 30


def test_the_time_left_knows_the_users_minute(admin: TestClient, person: uuid.UUID) -> None:
    """Tariff 2026 lets 300 mails a minute through: with 300 fetched 20 s ago, 400 more end after two more minutes' turns."""
    sync.start(person, 6)
    run(
        "UPDATE email_sync_jobs SET status = 'processing', started_at = now() - interval '22 seconds', listed_at = now(),"
        " total_emails = 700, processed_emails = 300, imported_emails = 300"
    )
    run(
        "INSERT INTO quota_grants (user_id, mailbox, units, granted_at, ended_at)"
        " SELECT user_id, mailbox, 2000, now() - interval '22 seconds', now() - interval '20 seconds'"
        " FROM gmail_connections, generate_series(1, 3) WHERE user_id = :u",
        u=person,
    )
    body = admin.get(f"{PREFIX}/status/{person}").json()
    assert (body["minute_units"], body["minute_limit"]) == (6000, 6000)
    assert 100 <= body["eta_seconds"] <= 110  # 40 s, three batches, a minute after the first of them, one more


def test_a_lost_grant_is_a_phase_of_its_own(admin: TestClient, person: uuid.UUID) -> None:
    sync.start(person, 6)
    run("UPDATE email_sync_jobs SET status = 'failed', failure_code = 'needs_reconnect', completed_at = now()")
    assert admin.get(f"{PREFIX}/status/{person}").json()["phase"] == "needs_reconnect"


def test_history_pages_do_not_skip_or_repeat(admin: TestClient, person: uuid.UUID) -> None:
    made = []
    for _ in range(7):
        made.append(str(sync.start(person, 6).job_id))
        run("UPDATE email_sync_jobs SET status = 'failed', completed_at = now()")
    seen, cursor = [], ""
    for _ in range(4):
        body = admin.get(f"{PREFIX}/history/{person}?limit=2{cursor}").json()
        assert (body["user_id"], body["total_jobs"]) == (str(person), 7)
        seen += [job["job_id"] for job in body["jobs"]]
        cursor = f"&cursor={body['next_cursor']}"
    assert seen == made[::-1]
    assert body["next_cursor"] is None


@pytest.mark.parametrize("cursor", ["x", "!!!", "eA", "MjAyNi0wMS0wMXxub3QtYS11dWlk", "%00"])
def test_a_cursor_that_is_not_ours(admin: TestClient, person: uuid.UUID, cursor: str) -> None:
    answer = admin.get(f"{PREFIX}/history/{person}?cursor={cursor}")
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_cursor")


@pytest.mark.parametrize("limit", ["0", "101", "x"])
def test_a_limit_out_of_range(admin: TestClient, person: uuid.UUID, limit: str) -> None:
    answer = admin.get(f"{PREFIX}/history/{person}?limit={limit}")
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "limit")


def test_stats_add_up(admin: TestClient, person: uuid.UUID) -> None:
    sync.start(person, 6)
    run(
        "UPDATE email_sync_jobs SET total_emails = 9, processed_emails = 9, imported_emails = 7, failed_emails = 2,"
        " parsed_transactions = 8"
    )
    assert admin.get(f"{PREFIX}/stats").json() == {
        "total_jobs": 1,
        "by_status": {"pending": 1, "processing": 0, "completed": 0, "failed": 0},
        "total_emails_processed": 9,
        "total_transactions_parsed": 8,
        "total_failed_emails": 2,
    }


def test_a_job_is_paused_resumed_and_cancelled(admin: TestClient, person: uuid.UUID) -> None:
    job = sync.start(person, 6).job_id
    jobs = f"{PREFIX}/jobs/{job}"
    assert [admin.post(f"{jobs}/{act}").json()["phase"] for act in ("pause", "pause", "resume")] == ["paused", "paused", "queued"]
    cancelled = admin.post(f"{jobs}/cancel").json()
    assert (cancelled["status"], cancelled["phase"], cancelled["failure_code"]) == ("failed", "cancelled", "cancelled")
    again = admin.post(f"{jobs}/pause")
    assert (again.status_code, again.json()["code"]) == (409, "job_over")
    nothing = admin.post(f"{jobs}/retry")
    assert (nothing.status_code, nothing.json()["code"]) == (409, "nothing_to_retry")


@pytest.mark.parametrize("act", ["pause", "resume", "cancel", "retry"])
def test_bad_jobs(admin: TestClient, act: str) -> None:
    unknown = admin.post(f"{PREFIX}/jobs/{uuid.uuid4()}/{act}")
    assert (unknown.status_code, unknown.json()["code"]) == (404, "job_not_found")
    malformed = admin.post(f"{PREFIX}/jobs/7/{act}")
    assert (malformed.status_code, malformed.json()["errors"][0]["field"]) == (422, "job_id")


def test_an_estimate_while_gmail_asks_to_wait(admin: TestClient, person: uuid.UUID) -> None:
    run(
        "INSERT INTO quota_grants (user_id, mailbox, units, ended_at)"
        " SELECT user_id, mailbox, 6000, now() - interval '20 seconds' FROM gmail_connections WHERE user_id = :u",
        u=person,
    )
    run("UPDATE gmail_connections SET access_token_encrypted = NULL")
    answer = admin.get(f"{PREFIX}/estimate/{person}")
    assert (answer.status_code, answer.json()["code"]) == (503, "throttled")
    assert 38 <= int(answer.headers["Retry-After"]) <= 41
