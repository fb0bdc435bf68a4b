"""What several routes take and give. Times are ISO 8601."""

from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

Status = Literal["pending", "processing", "completed", "failed"]
UserId = UUID
ConnectionState = Literal["active", "needs_reconnect", "disconnected"]


class Outcomes(BaseModel):
    """What became of the mails so far; the parts add up to `processed_emails`."""

    model_config = ConfigDict(from_attributes=True)

    stored: int = Field(description="at least one new transaction")
    duplicate: int = Field(description="all its transactions were there already")
    notice: int = Field(description="read, and no money moved")
    gone: int = Field(description="deleted before it could be fetched")
    unparsed: int = Field(description="looks like money moved, could not be read")
    failed: int = Field(description="could not be fetched or handled")


class Health(BaseModel):
    status: Literal["ok", "degraded", "unavailable"]
    checks: dict[str, str] = Field(default_factory=dict, examples=[{"database": "ok", "migrations": "ok", "broker": "ok"}])
