"""A job taken apart, one of its mails tried again, and the history by kind and state."""

import uuid

import pytest

from app.errors import Conflict, NotFound
from app.services import control, progress, sync
from app.services.progress import Which
from tests.integration.services.facts import only, rows, run


def failed_job(person: uuid.UUID) -> uuid.UUID:
    """A finished import of five mails: two failed alike, one was not read."""
    job = sync.start(person, 6).job_id
    run(
        "INSERT INTO email_sync_batches (job_id, user_id, seq, status, message_ids, pending_ids, notice_count, unparsed_count,"
        " failed_count, spoiled_answers, finished_at) VALUES (:j, :u, 0, 'done', '{e,d,c,b,a}', '{}', 2, 1, 2, 3, now())",
        j=job,
        u=person,
    )
    run(
        "INSERT INTO email_outcomes (user_id, message_id, batch_id, outcome, reason) SELECT :u, told.*"
        " FROM (SELECT one.id, batch.id AS batch_id, one.outcome, one.reason"
        " FROM email_sync_batches AS batch, (VALUES ('a', 'failed', 'server_error'),"
        " ('b', 'failed', 'server_error'), ('c', 'unparsed', 'no_amount'), ('d', 'notice', 'otp'), ('e', 'notice', 'otp'))"
        " AS one(id, outcome, reason)) AS told",
        u=person,
    )
    run(
        "UPDATE email_sync_jobs SET status = 'completed', listed_at = now(), completed_at = now(), total_emails = 5,"
        " processed_emails = 5, skipped_emails = 2, failed_emails = 3, progress_percentage = 100"
    )
    return job


def test_a_job_is_taken_apart(person: uuid.UUID) -> None:
    found = progress.detail(failed_job(person))
    (batch,) = found.batches
    assert (found.batch_count, batch.seq, batch.spoiled_answers, found.progress.phase) == (1, 0, 3, "done")
    assert [(one.outcome, one.reason, one.count, list(one.message_ids)) for one in found.unread] == [
        ("failed", "server_error", 2, ["b", "a"]),
        ("unparsed", "no_amount", 1, ["c"]),
    ]
    with pytest.raises(NotFound):
        progress.detail(uuid.uuid4())


def test_one_mail_is_tried_again(person: uuid.UUID) -> None:
    job = failed_job(person)
    for other in ("c", "d", "x"):
        with pytest.raises(Conflict) as caught:
            control.retry(job, other)
        assert caught.value.code == "nothing_to_retry"
    again = control.retry(job, "a")
    assert (
        again.total_emails,
        only("SELECT message_ids FROM email_sync_batches WHERE job_id = :j", j=again.job_id)["message_ids"],
    ) == (1, ["a"])


def test_history_by_kind_and_state(person: uuid.UUID) -> None:
    job = failed_job(person)
    again = control.retry(job)
    told = {}
    for which in (Which(), Which(kind="retry"), Which(status="completed"), Which(kind="retry", status="completed")):
        total, page = progress.history(person, limit=10, cursor=None, which=which)
        told[which] = (total, [one.id for one in page.items])
    assert list(told.values()) == [(2, [again.job_id, job]), (1, [again.job_id]), (1, [job]), (0, [])]
    assert len(rows("SELECT 1 FROM email_sync_jobs")) == 2
