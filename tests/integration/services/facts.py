"""What the tables say, read past the services, and the balance every job must keep."""

import time
import uuid
from typing import Any

from sqlalchemy import text

from app.db import get_engine


def rows(sql: str, **values: object) -> list[Any]:
    with get_engine().begin() as connection:
        return list(connection.execute(text(sql), values).mappings())


def run(sql: str, **values: object) -> None:
    with get_engine().begin() as connection:
        connection.execute(text(sql), values)


def only(sql: str, **values: object) -> Any:
    (row,) = rows(sql, **values)
    return row


def job_of(user_id: uuid.UUID) -> Any:
    return only("SELECT * FROM email_sync_jobs WHERE user_id = :u ORDER BY created_at DESC LIMIT 1", u=user_id)


def assert_balanced(user_id: uuid.UUID) -> None:
    """The job's counters equal a recount of its batches and outcomes, and every id has exactly one outcome."""
    job = job_of(user_id)
    counted = only(
        "SELECT coalesce(sum(cardinality(message_ids)), 0) AS total,"
        " coalesce(sum(stored_count + duplicate_count), 0) AS imported,"
        " coalesce(sum(notice_count + gone_count), 0) AS skipped,"
        " coalesce(sum(unparsed_count + failed_count), 0) AS failed"
        " FROM email_sync_batches WHERE job_id = :j",
        j=job["id"],
    )
    assert job["status"] == "completed"
    assert job["total_emails"] == job["processed_emails"] == counted["total"]
    assert (job["imported_emails"], job["skipped_emails"], job["failed_emails"]) == (
        counted["imported"],
        counted["skipped"],
        counted["failed"],
    )
    outcomes = only(
        "SELECT count(*) AS n FROM email_outcomes o JOIN email_sync_batches b ON b.id = o.batch_id WHERE b.job_id = :j",
        j=job["id"],
    )
    assert outcomes["n"] == job["total_emails"]
    assert job["progress_percentage"] == 100


def wait_until_blocked() -> None:
    for _ in range(100):
        if rows("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0"):
            return
        time.sleep(0.02)
    raise AssertionError("nobody waits for a lock")
