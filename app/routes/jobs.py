"""What a person may do with a job."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Path

from app.routes.deps import requires
from app.routes.email_sync import as_status
from app.routes.problems import responses
from app.routes.schemas import RetryStarted, SyncStatus
from app.services import control, progress

router = APIRouter(prefix="/email-sync/jobs", tags=["email sync"], dependencies=[Depends(requires("sync:write"))])

ThisJob = Annotated[UUID, Path(description="the job's id")]


@router.post("/{job_id}/pause", responses=responses(404, 409))
def pause_job(job_id: ThisJob) -> SyncStatus:
    """Fetch nothing more until the job is resumed; a batch at work is finished. Pausing twice changes nothing."""
    control.pause(job_id)
    return as_status(progress.of_job(job_id))


@router.post("/{job_id}/resume", responses=responses(404, 409))
def resume_job(job_id: ThisJob) -> SyncStatus:
    """Go on where the job was paused. Resuming twice changes nothing."""
    control.resume(job_id)
    return as_status(progress.of_job(job_id))


@router.post("/{job_id}/cancel", responses=responses(404, 409))
def cancel_job(job_id: ThisJob) -> SyncStatus:
    """End the job: it is `failed` with the code `cancelled`. What was imported stays; a later import fetches only the rest."""
    control.cancel(job_id)
    return as_status(progress.of_job(job_id))


@router.post("/{job_id}/retry", status_code=202, responses=responses(404, 409))
def retry_job(job_id: ThisJob) -> RetryStarted:
    """Try the mails that ended as `failed` in this job once more, in a new job of kind `retry`."""
    again = control.retry(job_id)
    message = f"Trying {again.total_emails} mails again"
    return RetryStarted(message=message, job_id=again.job_id, user_id=again.user_id, total_emails=again.total_emails)
