"""What of a batch is not settled: with how many others each id is asked for again, when, and what its calls had cost."""

import time

from sqlalchemy.orm import Session

from app import metrics
from app.config import get_settings
from app.db import transaction
from app.gmail.port import Fetched
from app.models import EmailSyncBatch
from app.services import endings
from app.services.backoff import FAULTS, LONG_AWAY, throttle_seconds
from app.storage import batches, jobs
from app.storage.quota import Spent

# After a fault of ours, which others may be having at the same moment.
GIVEN_BACK_SECONDS = 15.0


def parts_at_once(spoiled_answers: int) -> int | None:
    """One mail may spoil the answer it is in, by its size or the time it takes: it shares the next with fewer, in the end with
    none, and only what it does alone counts against it. None is as many as may be."""
    return max(1, get_settings().gmail_http_batch_size // 5**spoiled_answers) if spoiled_answers else None


def give_back(claim: batches.Claim) -> None:
    """A fault of ours: the batch comes back as it was. When not even that can be written, its lease runs out."""
    with transaction() as session:
        batch = batches.lock_leased(session, claim)
        if batch is not None:
            endings.settle(session, batch, [], stored_rows=0)
            batches.put_off(batch, GIVEN_BACK_SECONDS)
    metrics.batch_ended("given_back")


def spent(fetched: Fetched) -> Spent | None:
    """Reading and writing take their time after the last call: the minute of its units has begun by then."""
    if fetched.calls is None:
        return None
    seconds_ago = time.monotonic() - fetched.answered_at if fetched.answered_at is not None else 0.0
    return Spent(fetched.calls * get_settings().tariff.messages_get, seconds_ago)


def come_back(session: Session, batch: EmailSyncBatch, fetched: Fetched, tries: dict[str, int], *, spoiled: bool) -> None:
    """Ids that are still pending: a fault of their own counts against each, one of all, or a throttle, against none."""
    counted = {**batch.tries, **tries}
    batch.tries = {one: counted[one] for one in batch.pending_ids if one in counted}
    # Whoever took the time of a round is asked for last in the next.
    batch.pending_ids = sorted(batch.pending_ids, key=lambda one: counted.get(one, 0))
    batch.spoiled_answers += spoiled
    if tries or spoiled:
        batches.put_off(batch, FAULTS.seconds(max([*tries.values(), batch.spoiled_answers])))
    if any(fault.code == "unasked" for fault in fetched.faults.values()):
        batches.put_off(batch, FAULTS.seconds(LONG_AWAY))
    if fetched.throttled:
        endings.rest(session, jobs.lock(session, batch.job_id), throttle_seconds(fetched.retry_after_seconds))
