"""Webhooks: a backend names an address and is told there, signed, of what it would otherwise have to ask for.

    what happens ──same transaction──► webhook_deliveries (pending) ──deliver(), every few seconds──► POST ──2xx──► delivered
                                              ▲                                                        │
                                              └── again, later and later, for three days ◄── anything else

A delivery may come twice (a crash after the POST): its `webhook-id` stays the same. They may overtake one another. A webhook that
took nothing for five days is disabled, and one that answers 410 at once.
"""

import time
import uuid
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Literal, get_args

import orjson
import structlog
from sqlalchemy.orm import Session

from app import metrics
from app.config import get_settings
from app.db import transaction
from app.errors import BadRequest, ConfigurationError, Conflict, GrantRevoked, NotFound, TransientFault
from app.models import EmailSyncJob, Webhook, WebhookDelivery
from app.outgoing import signature
from app.outgoing.post import SECONDS, post
from app.outgoing.target import judge
from app.services.cipher import decrypt, encrypt
from app.services.pages import Page, decode_cursor, encode_cursor
from app.storage import webhooks
from app.storage.webhooks import Due

log = structlog.get_logger()

Event = Literal[
    "connection.connected",
    "connection.reconnected",
    "connection.needs_reconnect",
    "connection.disconnected",
    "sync.completed",
    "sync.failed",
    "transactions.stored",
    "user.erased",
]
EVENTS: tuple[str, ...] = get_args(Event)
TEST = "webhook.test"
MOST = 20
# After the n-th attempt; after the last it is given up.
AGAIN_SECONDS = (5, 60, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400)
# What fails once may be the delivery's fault; what fails again and again is the receiver's, and it is left alone for longer.
REST_SECONDS = (0, 5, 30, 120, 600, 1800)
DISABLED_AFTER_SECONDS = 5 * 86_400.0
_LEASE_SECONDS = 6 * SECONDS
_GONE = 410


@dataclass(frozen=True, slots=True)
class Registered:
    """`secret` signs what is sent; it is shown this once."""

    webhook: Webhook
    secret: str


def register(url: str, events: Sequence[str]) -> Registered:
    """Raises BadRequest (`webhook_target`, `unknown_event`) and Conflict (`too_many_webhooks`)."""
    unknown = sorted(set(events) - set(EVENTS))
    if unknown:
        raise BadRequest(f"unknown event {', '.join(unknown)}; known: {', '.join(EVENTS)}", code="unknown_event")
    judge(url, private=get_settings().webhook_private_targets)
    webhook_id, secret = uuid.uuid4(), signature.new_secret()
    with transaction() as session:
        if webhooks.count(session) >= MOST:
            raise Conflict(f"there are {MOST} webhooks; remove one first", code="too_many_webhooks")
        chosen = sorted(set(events or EVENTS))
        kept = webhooks.add(session, webhook_id, url=url, events=chosen, secret_encrypted=encrypt(webhook_id, secret))
        return Registered(kept, secret)


def all_webhooks() -> Sequence[Webhook]:
    with transaction() as session:
        return webhooks.all_webhooks(session)


def remove(webhook_id: uuid.UUID) -> None:
    """What it was still to be told goes with it. Raises NotFound (`webhook_not_found`)."""
    with transaction() as session:
        if not webhooks.remove(session, webhook_id):
            raise _unknown(webhook_id)


def enable(webhook_id: uuid.UUID) -> Webhook:
    """Send there again, from now on. Raises NotFound (`webhook_not_found`)."""
    with transaction() as session:
        _get(session, webhook_id)
        webhooks.enable(session, webhook_id)
        return _get(session, webhook_id)


def send_test(webhook_id: uuid.UUID) -> WebhookDelivery:
    """An event of its own, sent like all others. Raises NotFound (`webhook_not_found`) and Conflict (`webhook_disabled`)."""
    with transaction() as session:
        if _get(session, webhook_id).state != "active":
            raise Conflict("enable it first", code="webhook_disabled")
        return webhooks.tell_one(session, webhook_id, TEST, {})


def deliveries(webhook_id: uuid.UUID, *, cursor: str | None, limit: int) -> Page[WebhookDelivery]:
    """Newest first. Raises NotFound (`webhook_not_found`) and BadRequest (`invalid_cursor`)."""
    before = decode_cursor(cursor)
    with transaction() as session:
        _get(session, webhook_id)
        rows = webhooks.page(session, webhook_id, before=before, limit=limit + 1)
    shown = rows[:limit]
    return Page(shown, encode_cursor((shown[-1].created_at, shown[-1].id)) if len(rows) > limit else None)


def _get(session: Session, webhook_id: uuid.UUID) -> Webhook:
    webhook = webhooks.find(session, webhook_id)
    if webhook is None:
        raise _unknown(webhook_id)
    return webhook


def _unknown(webhook_id: uuid.UUID) -> NotFound:
    return NotFound(f"no webhook {webhook_id}", code="webhook_not_found")


# ── what is told ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def tell_job(session: Session, job: EmailSyncJob) -> None:
    """A job of a locked row has ended, in the caller's transaction."""
    told = {
        "user_id": str(job.user_id),
        "job_id": str(job.id),
        "kind": job.kind,
        "total_emails": job.total_emails,
        "processed_emails": job.processed_emails,
        "parsed_transactions": job.parsed_transactions,
        "skipped_emails": job.skipped_emails,
        "failed_emails": job.failed_emails,
        "code": job.failure_code,
    }
    webhooks.tell(session, f"sync.{job.status}", told, user_id=job.user_id)


def tell_stored(session: Session, job: EmailSyncJob, transactions: int) -> None:
    """A batch has brought new transactions, in the caller's transaction."""
    told = {"user_id": str(job.user_id), "job_id": str(job.id), "kind": job.kind, "transactions": transactions}
    webhooks.tell(session, "transactions.stored", told, user_id=job.user_id)


def tell_erased(session: Session, user_id: uuid.UUID, erasure_id: uuid.UUID) -> None:
    """The one event that outlives its person. It names them until it has ended, for the backend has to know who it was."""
    webhooks.tell(session, webhooks.ERASED, {"user_id": str(user_id), "erasure_id": str(erasure_id)}, user_id=None)


# ── delivering ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def deliver() -> int:
    """Send what is due, for half of a task's time at most; returns how many were sent. Each webhook has a thread of its own: one
    that takes its time holds up nobody else's.

    Nothing is open across the network: each delivery is put off before it is sent, so that after a crash it is due again.
    """
    stop_at = time.monotonic() + get_settings().batch_soft_limit_seconds / 2 - SECONDS / 2
    with transaction() as session:
        waiting = webhooks.with_due(session)
    if not waiting:
        return 0
    with ThreadPoolExecutor(min(len(waiting), MOST), "webhooks") as threads:
        return sum(threads.map(partial(_deliver_to, stop_at=stop_at), waiting))


def _deliver_to(webhook_id: uuid.UUID, *, stop_at: float) -> int:
    """One by one, at least one: what fails lets its webhook rest, and a task that took several might not live to send them."""
    sent = 0
    while True:
        with transaction() as session:
            due = webhooks.take_due(session, webhook_id, again_seconds=_LEASE_SECONDS)
        if due is None:
            return sent
        _deliver(due)
        sent += 1
        if time.monotonic() > stop_at:
            return sent


def _deliver(due: Due) -> None:
    status, result = _send(due)
    well = status is not None and 200 <= status < 300
    with transaction() as session:
        if well:
            webhooks.delivered(session, due, result)
        else:
            _not_delivered(session, due, status, result)
    metrics.told("delivered" if well else "failed")
    log.info("webhook_sent", webhook_id=str(due.webhook_id), webhook_event=due.event, result=result, attempt=due.attempts)


def _not_delivered(session: Session, due: Due, status: int | None, result: str) -> None:
    again = AGAIN_SECONDS[due.attempts - 1] if due.attempts <= len(AGAIN_SECONDS) else None
    rest = REST_SECONDS[min(due.failures, len(REST_SECONDS) - 1)]
    webhooks.not_delivered(session, due, result, again_seconds=again, rest_seconds=rest)
    disabled = (status == _GONE or result == "secret_unreadable") and webhooks.disable(session, due.webhook_id, result)
    if disabled or webhooks.disable(session, due.webhook_id, "failing", failing_for_seconds=DISABLED_AFTER_SECONDS):
        log.warning("webhook_disabled", webhook_id=str(due.webhook_id), result=result)


def _send(due: Due) -> tuple[int | None, str]:
    """The status that was answered, if one was, and what to note of it."""
    body = orjson.dumps({"type": due.event, "timestamp": due.created_at.astimezone(UTC).isoformat(), "data": due.payload})
    try:
        target = judge(due.url, private=get_settings().webhook_private_targets)
        signed = signature.headers(
            decrypt(due.webhook_id, due.secret_encrypted), f"msg_{due.id.hex}", int(datetime.now(UTC).timestamp()), body
        )
        status = post(target, {"Content-Type": "application/json", "User-Agent": "FinCoach-Sync", **signed}, body)
    except TransientFault as error:
        return None, error.detail
    except BadRequest as error:
        return None, error.code
    except ConfigurationError:
        return None, "key_unknown"
    except GrantRevoked:
        return None, "secret_unreadable"
    return status, str(status)
