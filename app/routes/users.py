"""People: create and look up. They connect their mailbox by signing in, an operator by `python -m app connect`."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request

from app.routes import gate
from app.routes.deps import requires
from app.routes.problems import responses
from app.routes.schemas import UserId
from app.routes.user_schemas import AccessOut, AccessPage, NewUser, UserList, UserOut
from app.services import accesses, users

router = APIRouter(prefix="/users", tags=["users"])


@router.post("", status_code=201, dependencies=[Depends(requires("users:write"))], responses=responses(409))
def create_user(request: Request, new: NewUser) -> UserOut:
    """A new user. An address that is taken answers 409 `email_taken`."""
    user = users.create(new.email, new.display_name)
    gate.concerns(request, user.id)
    return UserOut.model_validate(user)


@router.get("", dependencies=[Depends(requires("users:read"))], responses=responses())
def find_users(
    request: Request, email: Annotated[str, Query(max_length=320, pattern=r"^[^\x00]*$", description="the exact address")]
) -> UserList:
    """The user with this address, or an empty list."""
    found = users.find_by_email(email)
    if found is not None:
        gate.concerns(request, found.id)
    return UserList(users=[UserOut.model_validate(found)] if found else [])


@router.get("/{user_id}", dependencies=[Depends(requires("users:read"))], responses=responses(404))
def get_user(user_id: UserId) -> UserOut:
    """One user, and the state of their mailbox's connection."""
    return UserOut.model_validate(users.get(user_id))


@router.get("/{user_id}/accesses", dependencies=[Depends(requires("access:read"))], responses=responses(400, 404))
def list_accesses(
    user_id: UserId,
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
    cursor: Annotated[str | None, Query(max_length=200, description="`next_cursor` of the page before")] = None,
) -> AccessPage:
    """Who asked for or changed this person's data, newest first. Nobody can change it; the same look by the same caller is there
    once a minute."""
    page = accesses.page(user_id, cursor=cursor, limit=limit)
    return AccessPage(accesses=[AccessOut.model_validate(one) for one in page.items], next_cursor=page.next_cursor)
