"""What the API tells of reading: re-reads, explanations, coverage."""

from datetime import datetime
from decimal import Decimal
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from app.routes.schemas import Status


class RereadStarted(BaseModel):
    message: str = Field(examples=["Re-read started"])
    job_id: UUID
    total_emails: int = Field(description="mails that will be read again", examples=[212])


class Facts(BaseModel):
    """A transaction as a reader tells it."""

    model_config = ConfigDict(from_attributes=True)

    amount: Decimal = Field(examples=["1234.50"])
    currency: str = Field(examples=["INR"])
    direction: Literal["debit", "credit"]
    kind: str = Field(examples=["purchase"])
    counterparty: str | None = Field(examples=["RAZ*SWIGGY"])
    merchant: str | None = Field(examples=["Swiggy"])
    category: str = Field(examples=["food.delivery"])
    account_last4: str | None = Field(examples=["4821"])
    occurred_at: str | None = Field(examples=["2026-03-06"])
    reference: str | None = Field(examples=["610000666184"])


class ChangeOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    change: Literal["new", "changed", "gone"] = Field(description="`gone`: the reader now says that no money moved")
    message_id: str = Field(examples=["18f2a9c3d4e5b601"])
    line: int = Field(examples=[1])
    fields: list[str] = Field(description="which fields differ, when changed", examples=[["counterparty", "merchant"]])
    before: Facts | None = Field(description="null when new")
    after: Facts | None = Field(description="null when gone")


class ChangeCounts(BaseModel):
    new: int = Field(examples=[7])
    changed: int = Field(examples=[3])
    gone: int = Field(examples=[1])


class RereadReport(BaseModel):
    """A re-read: how far it is, and what applying it would change in the stored transactions as they are now."""

    job_id: UUID
    status: Status
    progress: float = Field(examples=[100.0])
    total_emails: int = Field(examples=[212])
    processed_emails: int = Field(examples=[212])
    failed_emails: int = Field(description="still unparsed, or could not be fetched", examples=[11])
    created_at: datetime
    completed_at: datetime | None
    applied_at: datetime | None
    counts: ChangeCounts
    changes: list[ChangeOut] = Field(description="the first `limit` of them, by mail and line")


class RereadApplied(BaseModel):
    job_id: UUID
    applied: ChangeCounts = Field(description="what this call changed; all zero the second time")
