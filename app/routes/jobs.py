"""What a person may do with a job."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Query

from app.routes.deps import requires
from app.routes.email_sync import as_status
from app.routes.problems import responses
from app.routes.schemas import Outcomes
from app.routes.sync_schemas import BatchOut, JobDetail, RetryStarted, SyncStatus, UnreadMails
from app.services import control, progress

router = APIRouter(prefix="/email-sync/jobs", tags=["email sync"])
_WRITE = [Depends(requires("sync:write"))]

ThisJob = Annotated[UUID, Path(description="the job's id")]


@router.get("/{job_id}", dependencies=[Depends(requires("sync:read"))], responses=responses(404))
def get_job(job_id: ThisJob) -> JobDetail:
    """A job taken apart: each of its first 500 batches, and the mails that could not be read or fetched, by reason."""
    found = progress.detail(job_id)
    return JobDetail(
        job=as_status(found.progress),
        batch_count=found.batch_count,
        batches=[_batch(one) for one in found.batches],
        unread=[UnreadMails.model_validate(one) for one in found.unread],
    )


def _batch(one: Any) -> BatchOut:
    outcomes = Outcomes(**{name: getattr(one, f"{name}_count") for name in Outcomes.model_fields})
    return BatchOut(
        seq=one.seq,
        status=one.status,
        mails=len(one.pending_ids) + sum(outcomes.model_dump().values()),
        pending=len(one.pending_ids),
        attempts=one.spoiled_answers + max(one.tries.values(), default=0),
        outcomes=outcomes,
        not_before=one.not_before,
        finished_at=one.finished_at,
    )


@router.post("/{job_id}/pause", dependencies=_WRITE, responses=responses(404, 409))
def pause_job(job_id: ThisJob) -> SyncStatus:
    """Fetch nothing more until the job is resumed; a batch at work is finished. Pausing twice changes nothing."""
    control.pause(job_id)
    return as_status(progress.of_job(job_id))


@router.post("/{job_id}/resume", dependencies=_WRITE, responses=responses(404, 409))
def resume_job(job_id: ThisJob) -> SyncStatus:
    """Go on where the job was paused. Resuming twice changes nothing."""
    control.resume(job_id)
    return as_status(progress.of_job(job_id))


@router.post("/{job_id}/cancel", dependencies=_WRITE, responses=responses(404, 409))
def cancel_job(job_id: ThisJob) -> SyncStatus:
    """End the job: it is `failed` with the code `cancelled`. What was imported stays; a later import fetches only the rest.

    New mail goes on being looked for, after a first import from its start on.
    """
    control.cancel(job_id)
    return as_status(progress.of_job(job_id))


@router.post("/{job_id}/retry", status_code=202, dependencies=_WRITE, responses=responses(404, 409))
def retry_job(
    job_id: ThisJob,
    message_id: Annotated[str | None, Query(max_length=64, pattern=r"^[^\x00]*$", description="this mail alone")] = None,
) -> RetryStarted:
    """Try the mails that ended as `failed` in this job once more, in a new job of kind `retry`."""
    again = control.retry(job_id, message_id)
    message = f"Trying {again.total_emails} mail{'' if again.total_emails == 1 else 's'} again"
    return RetryStarted(message=message, job_id=again.job_id, user_id=again.user_id, total_emails=again.total_emails)
