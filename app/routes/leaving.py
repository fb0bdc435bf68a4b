"""The grant to a mailbox, and leaving: it is disconnected, a person is erased."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Query

from app.routes.deps import requires
from app.routes.problems import responses
from app.routes.schemas import UserId
from app.routes.user_schemas import ConnectionEventOut, ConnectionEventPage, ConnectionOut, Disconnected, ErasureReceipt
from app.services import connection_events, leaving, users

router = APIRouter(tags=["leaving"])


@router.get("/connections/{user_id}", dependencies=[Depends(requires("users:read"))], responses=responses(404, 409))
def get_connection(user_id: UserId) -> ConnectionOut:
    """The grant to the user's mailbox: its health, what it allows, and when the mailbox is looked at."""
    return ConnectionOut.model_validate(users.connection(user_id))


@router.get("/connections/{user_id}/events", dependencies=[Depends(requires("users:read"))], responses=responses(400, 404))
def list_connection_events(
    user_id: UserId,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    cursor: Annotated[str | None, Query(max_length=200, description="`next_cursor` of the page before")] = None,
) -> ConnectionEventPage:
    """What happened to the connection, newest first: one entry each time its state changed. Webhooks are told the same."""
    page = connection_events.of_user(user_id, cursor=cursor, limit=limit)
    events = [ConnectionEventOut.model_validate(one) for one in page.items]
    return ConnectionEventPage(events=events, next_cursor=page.next_cursor)


@router.post("/connections/{user_id}/disconnect", dependencies=[Depends(requires("users:write"))], responses=responses(404, 409))
def disconnect_mailbox(
    user_id: UserId,
    data: Annotated[Literal["keep", "erase"], Query(description="what becomes of the transactions and jobs")] = "keep",
) -> Disconnected:
    """End the grant at Google, drop its tokens, end the live job (`disconnected`) and stop the schedule. Disconnecting twice
    changes nothing. Connecting the same mailbox again goes on where it was, or with `erase` from the beginning."""
    return Disconnected.model_validate(leaving.disconnect(user_id, erase_data=data == "erase"))


@router.delete("/users/{user_id}", dependencies=[Depends(requires("users:write"))], responses=responses(404))
def erase_user(user_id: UserId) -> ErasureReceipt:
    """Everything of this person is gone when this answers: every row, every entry in Redis, the grant at Google. A batch at
    work writes nothing any more. What could not be done at once (Google or Redis was away) is done within a minute of its
    return, and the receipt says so."""
    return ErasureReceipt.model_validate(leaving.erase(user_id))


@router.get("/erasures/{erasure_id}", dependencies=[Depends(requires("users:read"))], responses=responses(404))
def get_erasure(erasure_id: Annotated[UUID, Path(description="the id of the receipt")]) -> ErasureReceipt:
    """A receipt again. It names nobody."""
    return ErasureReceipt.model_validate(leaving.receipt(erasure_id))
