"""What happened to connections, number by number."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request
from pydantic import BaseModel, ConfigDict, Field

from app.routes import gate
from app.routes.deps import requires
from app.routes.problems import responses
from app.services import connection_events

router = APIRouter(tags=["users"])
_HIGHEST = 2**63 - 1


class ConnectionEventOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: int = Field(description="its number; a later one is higher", examples=[17])
    user_id: UUID
    event: Literal["connected", "reconnected", "needs_reconnect", "disconnected"]
    reason: str | None = Field(description="why it must be connected again", examples=["revoked"])
    at: datetime


class ConnectionEvents(BaseModel):
    events: list[ConnectionEventOut]
    next_after: int = Field(description="pass as `after` the next time, now or in an hour", examples=[17])


@router.get("/connection-events", dependencies=[Depends(requires("users:read"))], responses=responses(404))
def list_connection_events(
    request: Request,
    user_id: Annotated[UUID | None, Query(description="of one user only; a person asks for their own")] = None,
    after: Annotated[int, Query(ge=0, le=_HIGHEST, description="`next_after` of the answer before; 0 begins")] = 0,
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
) -> ConnectionEvents:
    """Connected, connected again, disconnected, or in need of its person: each once, oldest first. Whoever keeps `next_after` and
    asks again misses nothing. Of one user an event is there at once, among everybody's a minute later."""
    found = connection_events.after(after, user_id=user_id, limit=limit)
    gate.concerns(request, *({user_id} if user_id else {one.user_id for one in found}))
    events = [ConnectionEventOut.model_validate(one) for one in found]
    return ConnectionEvents(events=events, next_after=events[-1].id if events else after)
