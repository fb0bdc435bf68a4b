"""What must hold of the tables: at any moment, and when all is quiet."""

import uuid
from typing import Any

from tests.integration.services.facts import only, rows
from tests.integration.services.scripted_gmail import ScriptedGmail


def assert_within_the_minute(limit: int) -> None:
    """What was granted of each mailbox and still counts is never more than the tariff allows a minute."""
    spent = rows(
        "SELECT mailbox, sum(units) AS units FROM quota_grants"
        " WHERE ended_at IS NULL OR ended_at > clock_timestamp() - interval '60 seconds' GROUP BY mailbox"
    )
    assert all(one["units"] <= limit for one in spent), spent


def assert_never_back(seen: dict[uuid.UUID, Any]) -> None:
    """Progress never falls, and a job that is over stays as it is. `seen` holds what was seen last, by job."""
    for job in rows(
        "SELECT id, status, progress_percentage AS progress, total_emails, processed_emails, parsed_transactions"
        " FROM email_sync_jobs"
    ):
        before = seen.get(job["id"])
        seen[job["id"]] = job
        if before is None:
            continue
        assert job["progress"] >= before["progress"], (before, job)
        assert job["processed_emails"] >= before["processed_emails"], (before, job)
        if before["status"] == "completed":
            assert job == before


def assert_quiet_and_balanced(gmail: ScriptedGmail, users: list[uuid.UUID], deleted: set[str]) -> None:
    """Nothing lost, nothing doubled, all counters equal a recount, and nothing is held any more."""
    assert rows("SELECT id, status FROM email_sync_jobs WHERE status IN ('pending', 'processing')") == []
    for job in rows(_RECOUNT):
        assert job["balanced"], job
    assert only("SELECT count(*) AS n FROM quota_grants WHERE ended_at IS NULL AND batch_id IS NOT NULL")["n"] == 0
    for user_id in users:
        _assert_all_there(gmail, user_id, deleted)


_RECOUNT = """
SELECT job.id, job.kind, job.status, job.failure_code, job.total_emails, job.processed_emails,
       job.imported_emails = coalesce(sum(stored_count + duplicate_count), 0)
       AND job.skipped_emails = coalesce(sum(notice_count + gone_count), 0)
       AND job.failed_emails = coalesce(sum(unparsed_count + failed_count), 0)
       AND (job.status <> 'completed' OR job.total_emails = coalesce(sum(cardinality(message_ids)), 0)) AS balanced
FROM email_sync_jobs job LEFT JOIN email_sync_batches batch ON batch.job_id = job.id GROUP BY job.id
"""


def _assert_all_there(gmail: ScriptedGmail, user_id: uuid.UUID, deleted: set[str]) -> None:
    outcomes = {
        row["message_id"]: row["outcome"]
        for row in rows("SELECT message_id, outcome FROM email_outcomes WHERE user_id = :u", u=user_id)
    }
    assert gmail.mails.keys() - outcomes.keys() == set(), "lost"
    assert outcomes.keys() - gmail.mails.keys() <= deleted, "never listed"
    stored = [
        (row["message_id"], row["line"], int(row["amount"]))
        for row in rows("SELECT message_id, line, amount FROM transactions WHERE user_id = :u ORDER BY 1, 2", u=user_id)
        if row["message_id"] not in deleted
    ]
    told = sorted((one, 1, amount_of(one)) for one in gmail.mails if one.startswith("pay"))
    assert stored == told
    wrong = {one: outcomes[one] for one in gmail.mails if outcomes[one] not in expected_outcomes(one)}
    assert wrong == {}


def amount_of(message_id: str) -> int:
    return int(message_id[3:]) + 1


def expected_outcomes(message_id: str) -> tuple[str, ...]:
    return ("stored", "duplicate") if message_id.startswith("pay") else ("notice",)
