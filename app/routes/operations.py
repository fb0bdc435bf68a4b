"""What an operator looks at."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from app.routes.deps import requires
from app.routes.problems import responses
from app.routes.schemas import ConnectionState, OperationsState, PeopleList, UserOut
from app.services import operations, users

router = APIRouter(prefix="/operations", tags=["operations"], dependencies=[Depends(requires("admin"))])


@router.get("", responses=responses())
def operations_state() -> OperationsState:
    """Jobs, batches, workers, pace, throttles, units and connections, at one glance."""
    return OperationsState.model_validate(operations.state())


@router.get("/people", responses=responses())
def find_people(
    search: Annotated[str | None, Query(max_length=100, pattern=r"^[^\x00]*$", description="part of the address")] = None,
    state: Annotated[ConnectionState | None, Query(description="whose mailbox's connection is in this state")] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> PeopleList:
    """The users who came last, or those whose address holds the words."""
    return PeopleList(people=[UserOut.model_validate(one) for one in users.search(search, state=state, limit=limit)])
