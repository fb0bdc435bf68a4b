"""Progress that can be believed: by the database's clock alone, and complete only when it is."""

import uuid
from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest

from app.domain.outcome import Outcome, Tally
from app.models import EmailSyncJob
from app.services import progress, sync
from app.storage import jobs
from tests.integration.services.facts import run
from tests.integration.services.scripted_gmail import ScriptedGmail


@pytest.mark.parametrize("minutes", [-5, 0, 5])
def test_a_machine_whose_clock_is_wrong_tells_the_same(
    person: uuid.UUID, gmail: ScriptedGmail, monkeypatch: pytest.MonkeyPatch, minutes: int
) -> None:
    gmail.fill(payments=60)
    sync.start(person, 6)
    sync.list_mailbox(person, 6)
    run(
        "UPDATE email_sync_jobs SET status = 'processing', started_at = now() - interval '20 seconds', completed_at = NULL,"
        " listed_at = now(), total_emails = 60, waiting_quota = true, resume_at = now() + interval '30 seconds'"
    )
    run(
        "UPDATE email_sync_batches SET status = 'done', pending_ids = '{}', finished_at = now(), stored_count = 10"
        " WHERE seq < 2 AND status <> 'done'"
    )
    # The clock of the machine the API runs on, against the database's.
    wrong = SimpleNamespace(now=lambda zone: datetime.now(zone) + timedelta(minutes=minutes))
    monkeypatch.setattr(progress, "datetime", wrong, raising=False)
    told = progress.status(person)
    assert told.phase == "waiting_quota"
    assert told.emails_per_second == pytest.approx(1.0, rel=0.2)  # twenty mails in twenty seconds
    assert told.eta is not None
    assert 25 < told.eta.low <= told.eta.seconds


def test_it_is_complete_when_nothing_is_left_and_not_before() -> None:
    job = EmailSyncJob(total_emails=30_000, listed_at=datetime.now().astimezone())
    for name in ("imported", "skipped", "failed", "processed"):
        setattr(job, f"{name}_emails", 0)
    job.parsed_transactions = 0
    jobs.count(job, Tally(stored=29_999), transactions=0)
    assert job.progress_percentage == 99.99
    jobs.count(job, Tally.of([Outcome.GONE]), transactions=0)
    assert job.progress_percentage == 100
