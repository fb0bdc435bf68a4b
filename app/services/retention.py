"""What is not kept for ever: ended jobs, the ids in their batches, what webhooks were told, the books of days long gone.

What became of each mail stays in `email_outcomes`, for without it the mail would be fetched again; transactions stay too. People
and what is theirs go with their erasure, access records by services/accesses.py.
"""

import time
from collections.abc import Callable
from functools import partial

import structlog
from sqlalchemy.orm import Session

from app.config import get_settings
from app.db import transaction
from app.storage import batches, jobs, quota, webhooks

log = structlog.get_logger()

_AT_ONCE = 500
_DAY_SECONDS = 86_400.0


def forget_old(seconds: float | None = None) -> dict[str, int]:
    """Some at a time, each lot in a transaction of its own, for half of a task's time at most: the next hour does the rest.

    Returns how many batches have forgotten their ids, and how many jobs, deliveries and days are gone.
    """
    settings = get_settings()
    ends_at = time.monotonic() + (settings.batch_soft_limit_seconds / 2 if seconds is None else seconds)
    steps = {
        "batches": partial(batches.forget_ids, older_than_seconds=_DAY_SECONDS * settings.batch_id_days, limit=_AT_ONCE),
        "jobs": partial(jobs.forget_old, older_than_seconds=_DAY_SECONDS * settings.job_days, limit=_AT_ONCE),
        "deliveries": partial(webhooks.forget_old, older_than_seconds=_DAY_SECONDS * settings.batch_id_days, limit=_AT_ONCE),
        "days": partial(quota.forget_days, older_than_days=settings.job_days),
    }
    forgotten = {name: _repeat(step, ends_at) for name, step in steps.items()}
    if any(forgotten.values()):
        log.info("forgotten", **forgotten)
    return forgotten


def _repeat(step: Callable[[Session], int], ends_at: float) -> int:
    forgotten = 0
    while True:
        with transaction() as session:
            lot = step(session)
        forgotten += lot
        if lot < _AT_ONCE or time.monotonic() > ends_at:
            return forgotten
