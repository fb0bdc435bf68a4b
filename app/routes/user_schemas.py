"""People, who is signed in, the grant to their mailbox, and what is told when they leave."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field


class NewUser(BaseModel):
    model_config = ConfigDict(extra="forbid")

    email: str = Field(max_length=320, pattern=r"^[^@\s\x00-\x1f]+@[^@\s\x00-\x1f]+$", examples=["asha@example.com"])
    display_name: str | None = Field(None, max_length=200, pattern=r"^[^\x00]*$", examples=["Asha Verma"])


class UserOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    email: str = Field(examples=["asha@example.com"])
    display_name: str | None = Field(examples=["Asha Verma"])
    connection_state: Literal["active", "needs_reconnect", "disconnected"] | None = Field(
        description="null before a mailbox is connected", examples=["active"]
    )
    connection_reason: str | None = Field(description="why it must be connected again", examples=[None])
    connected_mailbox: str | None = Field(examples=["asha@gmail.com"])
    last_email_fetch_time: datetime | None
    created_at: datetime


class Me(BaseModel):
    """Who is signed in in this browser."""

    user: UserOut
    csrf_token: str = Field(description="to be sent as `X-CSRF-Token` with every request that changes something")
    expires_at: datetime = Field(description="when the session ends at the latest")


class VisitorOut(BaseModel):
    """Who looks at a page of ours: a person signed in, somebody on the machine of an open local mode, or nobody we know."""

    mode: Literal["person", "local", "nobody"]
    user: UserOut | None = Field(description="of a person")
    csrf_token: str | None = Field(description="of a person, as in `/auth/me`")


class PeopleList(BaseModel):
    people: list[UserOut]


class UserList(BaseModel):
    users: list[UserOut]


class ConnectionOut(BaseModel):
    """The grant to a mailbox, without its tokens."""

    model_config = ConfigDict(from_attributes=True)

    user_id: UUID
    state: Literal["active", "needs_reconnect", "disconnected"]
    reason: str | None = Field(description="why it must be connected again", examples=[None])
    mailbox: str = Field(examples=["asha@gmail.com"])
    scopes: list[str] = Field(examples=[["https://www.googleapis.com/auth/gmail.readonly"]])
    way: Literal["poll"] = Field(description="how new mail is noticed: by looking every half hour")
    last_sync_at: datetime | None = Field(description="up to when everything is known")
    next_sync_at: datetime | None = Field(description="when it is looked at next")
    failed_attempts: int = Field(description="looks that failed since the last good one", examples=[0])


class ConnectionEventOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    kind: Literal["connected", "reconnected", "needs_reconnect", "disconnected"]
    reason: str | None = Field(description="of `needs_reconnect` and `disconnected`", examples=["invalid_grant"])
    at: datetime = Field(validation_alias="created_at")


class ConnectionEventPage(BaseModel):
    events: list[ConnectionEventOut]
    next_cursor: str | None = Field(description="pass as `cursor` for the next page; null on the last")


Revocation = Literal["revoked", "pending", "not_revoked", "nothing_to_revoke", "token_unreadable", "shared"]
_REVOCATION = (
    "what became of the grant at Google; `pending`: Google did not answer and is asked again for a day, then `not_revoked`;"
    " `token_unreadable`: its key is lost, so the person should end it at myaccount.google.com/permissions;"
    " `shared`: another user has connected the same mailbox, and the grant ends when they leave"
)


class Disconnected(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    user_id: UUID
    revocation: Revocation = Field(description=_REVOCATION, examples=["revoked"])
    erased: dict[str, int] = Field(description="rows by table; empty with `data=keep`", examples=[{"transactions": 412}])


class ErasureReceipt(BaseModel):
    """What was erased, and when. It holds nothing of the person."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID = Field(description="the receipt's own")
    requested_at: datetime
    erased_at: datetime | None = Field(description="null while it is still to be finished")
    erased: dict[str, int] = Field(description="rows by table", examples=[{"users": 1, "transactions": 412}])
    redis_entries: int | None = Field(description="entries taken out of Redis; null until Redis could be asked", examples=[0])
    revocation: Revocation = Field(description=_REVOCATION, examples=["revoked"])


class AccessOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    actor: Literal["key", "person", "local"] = Field(
        description="a service key, the person themselves, or somebody on the machine of an open local mode"
    )
    key_id: UUID | None = Field(description="which key; null for the others")
    method: str = Field(examples=["GET"])
    route: str = Field(examples=["/api/v1/transactions"])
    status: int = Field(examples=[200])
    request_id: str = Field(examples=["5b1e9c0d7a"])
    at: datetime


class AccessPage(BaseModel):
    accesses: list[AccessOut]
    next_cursor: str | None = Field(description="pass as `cursor` for the next page; null on the last")
