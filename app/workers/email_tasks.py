"""The tasks. An id comes in, one service is called; what the service promises holds however often and late it is rung."""

import uuid
from typing import Any

from celery.signals import worker_process_init

from app import queue
from app.celery_app import celery_app
from app.services import accesses, dispatch, incremental, leaving, retention, schedule, sync, webhooks


@celery_app.task(ignore_result=False)
def fetch_user_emails_initial(user_id: str, months: int = 6) -> dict[str, Any]:
    """List the mailbox of a user for the import of `months`; returns the job's id and counts so far."""
    return sync.list_mailbox(uuid.UUID(user_id), months)


@celery_app.task
def fetch_user_emails_incremental(user_id: str) -> None:
    """Look for new mail of one user."""
    incremental.check_mailbox(uuid.UUID(user_id))


@celery_app.task
def process_email_batch(batch_id: str) -> None:
    """Fetch, read and store one batch of up to 100 mails."""
    sync.process_batch(uuid.UUID(batch_id))


@celery_app.task
def schedule_incremental_sync() -> None:
    """Every half hour: ring the mailboxes that are due; those in between are the sweeper's."""
    schedule.ring_due()


@celery_app.task
def dispatch_batches() -> None:
    """Grant quota to the batches that are ready, fairly, and ring them."""
    dispatch.dispatch()


@celery_app.task
def requeue_stalled() -> None:
    """Every minute: ring again for whatever is due and has no live lease."""
    dispatch.requeue_stalled()
    schedule.ring_due()


@celery_app.task
def finish_leaving() -> None:
    """Every minute: end what people who left are still owed, because Google, Redis or we were away."""
    leaving.finish()


@celery_app.task
def deliver_webhooks() -> None:
    """Every few seconds: send backends what they asked to be told."""
    webhooks.deliver()


@celery_app.task
def forget_old_accesses() -> None:
    """Every hour: the access record ends after ACCESS_RECORD_DAYS."""
    accesses.forget_old()


@celery_app.task
def forget_old_jobs() -> None:
    """Every hour: ended jobs go after JOB_DAYS, the ids in their batches after BATCH_ID_DAYS."""
    retention.forget_old()


@worker_process_init.connect
def _tick_here(**_: object) -> None:
    queue.answer_soon_by(dispatch.dispatch_for_a_person)
