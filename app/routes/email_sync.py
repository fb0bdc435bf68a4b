"""Start an import, watch it, look back."""

import math
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Response

from app.routes.deps import requires
from app.routes.problems import responses
from app.routes.schemas import Outcomes, Status, UserId
from app.routes.sync_schemas import JobKind, JobOut, SyncEstimate, SyncHistory, SyncStarted, SyncStats, SyncStatus
from app.services import estimate, progress, sync
from app.services.progress import Which

router = APIRouter(prefix="/email-sync", tags=["email sync"])

ThisUser = Annotated[UserId, Path(description="the user's id")]


@router.post(
    "/start/{user_id}",
    status_code=202,
    dependencies=[Depends(requires("sync:write"))],
    responses={200: {"model": SyncStarted, "description": "An import is live already: this is it"}, **responses(404, 409)},
)
def start_sync(
    user_id: ThisUser,
    response: Response,
    months: Annotated[int, Query(ge=1, le=24, description="how far back to import")] = 6,
) -> SyncStarted:
    """Import the user's mail of the last months. The job is committed before anything is queued, so a 202 is never lost."""
    started = sync.start(user_id, months)
    if not started.created:
        response.status_code = 200
    message = "Email sync started" if started.created else "Email sync already in progress"
    return SyncStarted(message=message, task_id=started.task_id, user_id=user_id, months=started.months, job_id=started.job_id)


@router.get("/estimate/{user_id}", dependencies=[Depends(requires("sync:read"))], responses=responses(404, 409, 502))
def estimate_sync(
    user_id: ThisUser, months: Annotated[int, Query(ge=1, le=24, description="how far back it would import")] = 6
) -> SyncEstimate:
    """What an import would take: Gmail is asked for ids only. Costs five quota units for 500 mails."""
    found = estimate.estimate(user_id, months)
    return SyncEstimate(
        user_id=user_id,
        months=months,
        total_emails=found.mails,
        known_emails=found.known_mails,
        complete=found.complete,
        quota_units=found.units,
        minutes=round(found.seconds / 60, 1),
    )


@router.get("/status/{user_id}", dependencies=[Depends(requires("sync:read"))], responses=responses(404))
def sync_status(user_id: ThisUser) -> SyncStatus:
    """The user's live job, else their latest one."""
    return as_status(progress.status(user_id))


@router.get("/history/{user_id}", dependencies=[Depends(requires("sync:read"))], responses=responses(400, 404))
def sync_history(
    user_id: ThisUser,
    limit: Annotated[int, Query(ge=1, le=100)] = 10,
    cursor: Annotated[str | None, Query(max_length=200, description="`next_cursor` of the page before")] = None,
    kind: Annotated[JobKind | None, Query(description="of this kind only")] = None,
    status: Annotated[Status | None, Query(description="in this state only")] = None,
) -> SyncHistory:
    """The user's jobs, newest first."""
    total, page = progress.history(user_id, limit=limit, cursor=cursor, which=Which(kind, status))
    jobs = [JobOut(**_job_fields(job)) for job in page.items]
    return SyncHistory(user_id=user_id, total_jobs=total, jobs=jobs, next_cursor=page.next_cursor)


@router.get("/stats", dependencies=[Depends(requires("admin"))], responses=responses())
def sync_stats() -> SyncStats:
    """Sums over all jobs of all users."""
    totals = progress.stats()
    return SyncStats(
        total_jobs=sum(totals.by_status.values()),
        by_status={status: totals.by_status.get(status, 0) for status in ("pending", "processing", "completed", "failed")},
        total_emails_processed=totals.emails_processed,
        total_transactions_parsed=totals.transactions_parsed,
        total_failed_emails=totals.emails_failed,
    )


def as_status(found: progress.Progress) -> SyncStatus:
    eta = found.eta
    return SyncStatus(
        **_job_fields(found.job),
        phase=found.phase,
        emails_per_second=found.emails_per_second,
        eta_seconds=round(eta.seconds) if eta else None,
        eta_range_seconds=(math.floor(eta.low), math.ceil(eta.high)) if eta else None,
        resume_at=found.resume_at,
        minute_units=found.minute.units if found.minute else None,
        minute_limit=found.minute.limit if found.minute else None,
        connection_state=found.connection[0],
        connection_reason=found.connection[1],
        outcomes=Outcomes.model_validate(found.tally),
    )


def _job_fields(job: Any) -> dict[str, Any]:
    names = JobOut.model_fields.keys() - {"job_id", "progress"}
    return {"job_id": job.id, "progress": job.progress_percentage, **{name: getattr(job, name) for name in names}}
