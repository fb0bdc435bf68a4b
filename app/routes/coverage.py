"""How well mail is read, for the people who teach the reader."""

from dataclasses import asdict
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request

from app.routes import gate
from app.routes.deps import requires
from app.routes.problems import responses
from app.routes.reading_schemas import CoverageOut, SampleOut, SenderOut, UnparsedOut
from app.routes.schemas import Outcomes
from app.services import coverage

router = APIRouter(prefix="/coverage", tags=["reading"], dependencies=[Depends(requires("admin"))])

OfUser = Annotated[UUID | None, Query(description="of one user only")]
Name = Annotated[str | None, Query(max_length=100, pattern=r"^[^\x00]*$")]


@router.get("", responses=responses(404))
def read_coverage(
    user_id: OfUser = None, limit: Annotated[int, Query(ge=1, le=1000, description="rows of each list")] = 100
) -> CoverageOut:
    """Mails by outcome, the senders of mail about money with the share that is read, and what could not be read, by count."""
    found = coverage.report(user_id, limit=limit)
    return CoverageOut(
        reader_version=found.reader_version,
        outcomes=Outcomes.model_validate(found.tally),
        share_read=found.share_read,
        senders=[SenderOut(**asdict(one), share_read=coverage.share_read(one.read, one.unparsed)) for one in found.senders],
        unparsed=[UnparsedOut.model_validate(one) for one in found.unparsed],
    )


@router.get("/sample", responses=responses(404, 409, 410, 502))
def unparsed_sample(request: Request, user_id: OfUser = None, issuer: Name = None, sender_domain: Name = None) -> SampleOut:
    """The newest unparsed mail of a sender, redacted, for a bug report. It is fetched for this answer and not stored."""
    found = coverage.sample(user_id=user_id, issuer=issuer, sender_domain=sender_domain)
    gate.concerns(request, found.user_id)
    return SampleOut(
        sender_domain=found.mail.sender,
        issuer=found.issuer,
        outcome=found.outcome,
        reason=found.reason,
        reader_version=found.reader_version,
        subject=found.mail.subject,
        lines=[list(cells) for cells in found.mail.lines],
    )
