"""Every statement that the documents show, on tables that hold an import; and what the operators' views say of it."""

import re
import uuid
from pathlib import Path

import pytest

from app.services import sync
from tests.integration.services.conftest import Bells, answer_bells, bells, gmail, person
from tests.integration.services.facts import only, rows, run
from tests.integration.services.scripted_gmail import ScriptedGmail

__all__ = ["bells", "gmail", "person"]
ROOT = Path(__file__).parents[2]
PAGES = (ROOT / "docs" / "sql.md", ROOT / "EMAIL_PROCESSING_GUIDE.md", ROOT / "docs" / "operations.md")


def statements() -> list[str]:
    blocks = [block for page in PAGES for block in re.findall(r"```sql\n(.*?)```", page.read_text(encoding="utf-8"), re.S)]
    return [one.strip() for block in blocks for one in block.split(";") if one.strip()]


@pytest.fixture
def job_id(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> uuid.UUID:
    """A completed import of 14 payments, and 7 letters."""
    gmail.fill(payments=14, letters=7)
    job_id = sync.start(person, 6).job_id
    answer_bells(bells)
    return job_id


def test_every_statement_of_the_documents_runs(job_id: uuid.UUID) -> None:
    assert len(statements()) > 20
    for statement in statements():
        assert statement.startswith("SELECT "), "a document shows no statement that changes something"
        rows(statement.replace(":", "\\:"))


def test_the_overview_of_a_job(job_id: uuid.UUID, person: uuid.UUID) -> None:
    told = only("SELECT * FROM job_overview WHERE user_id = :u", u=person)
    assert (told["job_id"], told["at"], told["percent"]) == (job_id, "completed", 100)
    assert (told["total_emails"], told["parsed_transactions"], told["skipped_emails"]) == (21, 14, 7)
    assert (told["ready"], told["queued"], told["running"], told["done"]) == (0, 0, 0, 3)


@pytest.mark.parametrize(
    ("change", "at"),
    [
        ("status = 'pending', started_at = NULL, listed_at = NULL", "queued"),
        ("status = 'processing', listed_at = NULL", "listing"),
        ("status = 'processing'", "fetching"),
        ("status = 'processing', paused_at = now()", "paused"),
        ("status = 'processing', resume_at = now() + interval '1 minute', waiting_quota = true", "waiting for quota"),
        ("status = 'processing', resume_at = now() + interval '1 minute'", "waiting"),
        ("status = 'failed'", "failed"),
    ],
)
def test_where_a_job_is(job_id: uuid.UUID, change: str, at: str) -> None:
    run(f"UPDATE email_sync_jobs SET {change}")
    assert only("SELECT at FROM job_overview")["at"] == at


def test_throughput_and_errors(job_id: uuid.UUID) -> None:
    told = only("SELECT sum(mails) AS mails, sum(batches) AS batches, sum(mails_stored) AS stored FROM throughput")
    assert (told["mails"], told["batches"], told["stored"]) == (21, 3, 14)
    run("UPDATE email_outcomes SET outcome = 'failed', reason = 'http_503' WHERE message_id IN ('let00001', 'let00002')")
    failed = only("SELECT * FROM errors_by_code")
    assert (failed["outcome"], failed["code"], failed["mails"], failed["people"]) == ("failed", "http_503", 2, 1)
