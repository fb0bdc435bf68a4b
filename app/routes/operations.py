"""What an operator looks at."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from app.routes.deps import requires
from app.routes.problems import responses
from app.routes.schemas import PeopleList, UserOut
from app.services import users

router = APIRouter(prefix="/operations", tags=["operations"], dependencies=[Depends(requires("admin"))])


@router.get("/people", responses=responses())
def find_people(
    search: Annotated[str | None, Query(max_length=100, pattern=r"^[^\x00]*$", description="part of the address")] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> PeopleList:
    """The users who came last, or those whose address holds the words."""
    return PeopleList(people=[UserOut.model_validate(one) for one in users.search(search, limit=limit)])
