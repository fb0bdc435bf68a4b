"""Read a user's mails again after the reader has learned something; look at the changes, then apply them."""

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Path, Query, Response
from pydantic import TypeAdapter

from app.routes.deps import requires
from app.routes.problems import responses
from app.routes.reading_schemas import ChangeCounts, ChangeOut, RereadApplied, RereadReport, RereadStarted
from app.routes.schemas import Status, UserId
from app.services import reparse

router = APIRouter(prefix="/email-sync/reparse", tags=["reading"])

STATUS: TypeAdapter[Status] = TypeAdapter(Status)
ThisUser = Annotated[UserId, Path(description="the user's id")]


@router.post(
    "/{user_id}",
    status_code=202,
    dependencies=[Depends(requires("sync:write"))],
    responses={200: {"model": RereadStarted, "description": "A re-read is live already: this is it"}, **responses(404, 409)},
)
def start_reread(
    user_id: ThisUser,
    response: Response,
    scope: Annotated[
        Literal["all", "unparsed"], Query(description="`unparsed` leaves out what an older reader could read")
    ] = "all",
) -> RereadStarted:
    """Fetch and read again what was unparsed or settled by an older reader. Nothing changes until it is applied."""
    started = reparse.start(user_id, scope)
    if not started.created:
        response.status_code = 200
    message = "Re-read started" if started.created else "Re-read already in progress"
    return RereadStarted(message=message, job_id=started.job_id, total_emails=started.total_emails)


@router.get("/{user_id}", dependencies=[Depends(requires("sync:read"))], responses=responses(404))
def reread_report(user_id: ThisUser, limit: Annotated[int, Query(ge=0, le=1000)] = 100) -> RereadReport:
    """The user's latest re-read: how far it is and what it would change."""
    report = reparse.report(user_id, limit=limit)
    job = report.job
    return RereadReport(
        job_id=job.id,
        status=STATUS.validate_python(job.status),
        progress=job.progress_percentage,
        total_emails=job.total_emails,
        processed_emails=job.processed_emails,
        failed_emails=job.failed_emails,
        created_at=job.created_at,
        completed_at=job.completed_at,
        applied_at=job.applied_at,
        counts=ChangeCounts(**report.counts),
        changes=[ChangeOut.model_validate(one) for one in report.changes],
    )


@router.post("/{user_id}/apply", dependencies=[Depends(requires("sync:write"))], responses=responses(404, 409))
def apply_reread(user_id: ThisUser) -> RereadApplied:
    """Make the stored transactions what the latest re-read says. Applying twice changes nothing the second time."""
    applied = reparse.apply(user_id)
    return RereadApplied(job_id=applied.job_id, applied=ChangeCounts(**applied.counts))
