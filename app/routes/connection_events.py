"""What happened to connections, number by number."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request
from pydantic import BaseModel, Field

from app.routes import gate
from app.routes.deps import requires
from app.routes.problems import responses
from app.routes.user_schemas import ConnectionEventOut
from app.services import connection_events

router = APIRouter(tags=["users"])
_HIGHEST = 2**63 - 1


class NumberedEvent(ConnectionEventOut):
    id: int = Field(description="its number; a later one of the same user is higher", examples=[17])
    user_id: UUID


class NumberedEvents(BaseModel):
    events: list[NumberedEvent]
    next_after: int = Field(description="pass as `after` the next time, now or in an hour", examples=[17])


@router.get("/connection-events", dependencies=[Depends(requires("users:read"))], responses=responses())
def follow_connections(
    request: Request,
    after: Annotated[int, Query(ge=0, le=_HIGHEST, description="`next_after` of the answer before; 0 begins")] = 0,
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
) -> NumberedEvents:
    """Who connected, connected again, disconnected or must connect again: each once, oldest first, a minute after it happened.
    Whoever keeps `next_after` and asks again misses nothing. For backends that have no webhook."""
    found = connection_events.after(after, limit=limit)
    gate.concerns(request, *{one.user_id for one in found})
    events = [NumberedEvent.model_validate(one) for one in found]
    return NumberedEvents(events=events, next_after=events[-1].id if events else after)
