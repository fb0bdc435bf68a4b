"""Re-reads, explanations and coverage over HTTP; Gmail is scripted at its port."""

import uuid

import pytest
from fastapi.testclient import TestClient

from app.errors import ProjectStopped
from app.gmail.port import FetchFault
from app.services import connections, dispatch, sync
from tests.integration.services.facts import only, rows, run
from tests.integration.services.scripted_gmail import ScriptedGmail


@pytest.fixture
def gmail(monkeypatch: pytest.MonkeyPatch) -> ScriptedGmail:
    gmail = ScriptedGmail()
    # The port is the seam; the client behind it has its own tests against the sandbox.
    monkeypatch.setattr(connections, "open_mailbox", lambda _: gmail)
    return gmail


def work() -> None:
    """Be the worker for one batch of each user."""
    dispatch.dispatch()
    for row in rows("SELECT id FROM email_sync_batches WHERE status = 'queued'"):
        sync.process_batch(row["id"])


@pytest.fixture
def imported(admin: TestClient, person: uuid.UUID, gmail: ScriptedGmail) -> uuid.UUID:
    gmail.fill(payments=3, letters=1)
    sync.start(person, 6)
    sync.list_mailbox(person, 6)
    work()
    assert only("SELECT status FROM email_sync_jobs")["status"] == "completed"
    return person


def test_a_re_read_from_start_to_finish(admin: TestClient, imported: uuid.UUID) -> None:
    run("DELETE FROM transactions WHERE message_id = 'pay00000'")
    run("UPDATE email_outcomes SET outcome = 'unparsed' WHERE message_id = 'pay00000'")
    path = f"/api/v1/email-sync/reparse/{imported}"
    assert (admin.get(path).status_code, admin.get(path).json()["code"]) == (404, "reparse_not_found")
    started = admin.post(f"{path}?scope=unparsed")
    assert (started.status_code, started.json()["total_emails"], started.json()["message"]) == (202, 1, "Re-read started")
    again = admin.post(path)
    assert (again.status_code, again.json()["job_id"]) == (200, started.json()["job_id"])
    early = admin.post(f"{path}/apply")
    assert (early.status_code, early.json()["code"]) == (409, "reparse_not_ready")
    work()
    report = admin.get(path).json()
    assert (report["status"], report["progress"], report["counts"]) == ("completed", 100, {"new": 1, "changed": 0, "gone": 0})
    (change,) = report["changes"]
    assert (change["change"], change["message_id"], change["before"]) == ("new", "pay00000", None)
    assert (change["after"]["amount"], change["after"]["merchant"], change["after"]["occurred_at"]) == (
        "1.00",
        "Shop 1",
        "2026-04-10",
    )
    assert admin.get(f"{path}?limit=0").json()["changes"] == []
    assert admin.post(f"{path}/apply").json()["applied"] == {"new": 1, "changed": 0, "gone": 0}
    assert admin.post(f"{path}/apply").json()["applied"] == {"new": 0, "changed": 0, "gone": 0}
    assert admin.get(path).json()["applied_at"] is not None
    assert len(admin.get(f"/api/v1/transactions?user_id={imported}").json()["transactions"]) == 3
    # A re-read is not the sync a status tells of, and stands in its history.
    assert admin.get(f"/api/v1/email-sync/status/{imported}").json()["kind"] == "initial"
    kinds = [job["kind"] for job in admin.get(f"/api/v1/email-sync/history/{imported}").json()["jobs"]]
    assert kinds == ["reparse", "initial"]


def test_a_re_read_is_paused_and_cancelled_like_any_job(admin: TestClient, imported: uuid.UUID) -> None:
    run("UPDATE email_outcomes SET reader_version = 0")
    job_id = admin.post(f"/api/v1/email-sync/reparse/{imported}").json()["job_id"]
    for act, phase in (("pause", "paused"), ("resume", "fetching"), ("cancel", "cancelled")):
        told = admin.post(f"/api/v1/email-sync/jobs/{job_id}/{act}").json()
        assert (told["job_id"], told["kind"], told["phase"]) == (job_id, "reparse", phase)
    refused = admin.post(f"/api/v1/email-sync/reparse/{imported}/apply")
    assert (refused.status_code, refused.json()["code"]) == (409, "reparse_not_ready")


def test_an_explanation_quotes_the_mail(admin: TestClient, imported: uuid.UUID) -> None:
    first = admin.get(f"/api/v1/transactions?user_id={imported}").json()["transactions"][0]
    body = admin.get(f"/api/v1/transactions/{first['id']}/explanation").json()
    assert body["transaction"] == first
    assert (body["unchanged"], body["now"]["issuer"], body["now"]["rule"]) == (True, "hdfc", "a sentence of the issuer")
    pieces = {piece["field"]: piece for piece in body["evidence"]}
    assert (pieces["account_last4"]["quote"], pieces["account_last4"]["origin"]) == ("4821", "hole")
    assert pieces["amount"]["where"] == "text"
    assert pieces["amount"]["end"] - pieces["amount"]["start"] == len(pieces["amount"]["quote"])


@pytest.mark.parametrize(
    ("fault", "status", "code"),
    [
        (FetchFault("gone", False, "http_404"), 410, "mail_gone"),
        (FetchFault("throttled", True, "http_429"), 503, "throttled"),
        (FetchFault("transient", True, "http_503"), 502, "transient"),
    ],
)
def test_what_gmail_says_is_a_problem_with_a_code(
    admin: TestClient, imported: uuid.UUID, gmail: ScriptedGmail, fault: FetchFault, status: int, code: str
) -> None:
    row = only("SELECT id, message_id FROM transactions LIMIT 1")
    gmail.faults[row["message_id"]] = [fault]
    answer = admin.get(f"/api/v1/transactions/{row['id']}/explanation")
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert ("retry-after" in answer.headers) == (status == 503)


def test_without_quota_or_mailbox(admin: TestClient, imported: uuid.UUID, gmail: ScriptedGmail) -> None:
    path = f"/api/v1/transactions/{only('SELECT id FROM transactions LIMIT 1')['id']}/explanation"
    run("INSERT INTO quota_grants (user_id, mailbox, units) SELECT user_id, mailbox, 6000 FROM gmail_connections")
    answer = admin.get(path)
    assert (answer.status_code, answer.json()["code"]) == (503, "throttled")
    assert int(answer.headers["retry-after"]) >= 1
    run("DELETE FROM quota_grants")
    gmail.stopped = ProjectStopped("daily")
    answer = admin.get(path)
    assert (answer.status_code, answer.json()["code"]) == (502, "project_stopped")
    run("UPDATE gmail_connections SET state = 'disconnected'")
    answer = admin.get(path)
    assert (answer.status_code, answer.json()["code"]) == (409, "not_connected")


def test_coverage_and_a_sample(admin: TestClient, imported: uuid.UUID) -> None:
    body = admin.get("/api/v1/coverage").json()
    assert (body["outcomes"]["stored"], body["outcomes"]["notice"], body["share_read"]) == (3, 1, 1.0)
    assert [(one["issuer"], one["sender_domain"], one["read"], one["share_read"]) for one in body["senders"]] == [
        ("hdfc", "hdfcbank.net", 3, 1.0)
    ]
    missing = admin.get("/api/v1/coverage/sample?sender_domain=hdfcbank.net")
    assert (missing.status_code, missing.json()["code"]) == (404, "no_unparsed_mail")
    run("UPDATE email_outcomes SET outcome = 'unparsed', reason = 'no_amount' WHERE message_id = 'pay00002'")
    body = admin.get(f"/api/v1/coverage?user_id={imported}").json()
    assert [(one["reason"], one["mails"], one["users"]) for one in body["unparsed"]] == [("no_amount", 1, 1)]
    sample = admin.get("/api/v1/coverage/sample?sender_domain=hdfcbank.net").json()
    assert (sample["sender_domain"], sample["issuer"]) == ("hdfcbank.net", "hdfc")
    assert "4821" not in str(sample)
    assert "shop@okaxis" not in str(sample)
    # Whose mail was shown has it in their record, though the request named nobody.
    assert only("SELECT route FROM access_records WHERE user_id = :u AND route LIKE '%/sample'", u=imported)
    assert admin.get(f"/api/v1/coverage?user_id={uuid.uuid4()}").status_code == 404


def test_filters_by_meaning(admin: TestClient, imported: uuid.UUID) -> None:
    run("UPDATE transactions SET category = 'transfers.card_bill' WHERE message_id = 'pay00000'")
    run("UPDATE transactions SET category = 'food.coffee', merchant = 'Starbucks' WHERE message_id = 'pay00001'")
    run("UPDATE transactions SET direction = 'credit', category = 'refunds' WHERE message_id = 'pay00002'")

    def found(query: str) -> list[tuple[str, str]]:
        page = admin.get(f"/api/v1/transactions?user_id={imported}&{query}").json()["transactions"]
        return sorted((row["message_id"], row["flow"]) for row in page)

    assert found("flow=spending") == [("pay00001", "spending")]
    assert found("flow=own") == [("pay00000", "own")]
    assert found("flow=refund") == [("pay00002", "refund")]
    assert found("flow=income") == []
    assert found("merchant=Starbucks") == found("category=food") == [("pay00001", "spending")]
    assert admin.get(f"/api/v1/transactions?user_id={imported}&flow=theft").status_code == 422
