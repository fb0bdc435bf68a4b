"""People: create and look up. They connect their mailbox by signing in, an operator by `python -m app connect`."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from app.routes.deps import requires
from app.routes.problems import responses
from app.routes.schemas import NewUser, UserId, UserList, UserOut
from app.services import users

router = APIRouter(prefix="/users", tags=["users"])


@router.post("", status_code=201, dependencies=[Depends(requires("users:write"))], responses=responses(409))
def create_user(new: NewUser) -> UserOut:
    """A new user. An address that is taken answers 409 `email_taken`."""
    return UserOut.model_validate(users.create(new.email, new.display_name))


@router.get("", dependencies=[Depends(requires("users:read"))], responses=responses())
def find_users(email: Annotated[str, Query(max_length=320, pattern=r"^[^\x00]*$", description="the exact address")]) -> UserList:
    """The user with this address, or an empty list."""
    found = users.find_by_email(email)
    return UserList(users=[UserOut.model_validate(found)] if found else [])


@router.get("/{user_id}", dependencies=[Depends(requires("users:read"))], responses=responses(404))
def get_user(user_id: UserId) -> UserOut:
    """One user, and the state of their mailbox's connection."""
    return UserOut.model_validate(users.get(user_id))
