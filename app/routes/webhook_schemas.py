"""Webhooks, and what became of what they were to be told."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from app.services.webhooks import Event


class NewWebhook(BaseModel):
    model_config = ConfigDict(extra="forbid")

    url: str = Field(
        max_length=2000,
        description="https, at an address of the public network",
        examples=["https://backend.example.com/fincoach"],
    )
    events: list[Event] = Field(
        default_factory=list, max_length=20, description="all of them when none is named", examples=[["sync.completed"]]
    )


class WebhookOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    url: str = Field(examples=["https://backend.example.com/fincoach"])
    events: list[str] = Field(examples=[["sync.completed"]])
    state: Literal["active", "disabled"]
    state_reason: str | None = Field(
        description="why it is disabled: `failing` for five days, or the answer `410`", examples=[None]
    )
    failures: int = Field(description="attempts in a row that it did not take", examples=[0])
    failing_since: datetime | None
    created_at: datetime


class NewWebhookOut(WebhookOut):
    secret: str = Field(description="signs what is sent, after Standard Webhooks; shown this once", examples=["whsec_…"])


class WebhookList(BaseModel):
    webhooks: list[WebhookOut]


class DeliveryOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID = Field(description="`webhook-id` is `msg_` and this, without hyphens")
    event: str = Field(examples=["sync.completed"])
    payload: dict[str, Any] = Field(description="`data` of what is sent: ids, counts and codes")
    state: Literal["pending", "delivered", "failed"]
    attempts: int = Field(examples=[1])
    last_result: str | None = Field(
        description="the status that was answered, or `timeout`, `connection`, `tls`, `bad_answer`, `webhook_target`",
        examples=["200"],
    )
    created_at: datetime
    ended_at: datetime | None


class DeliveryPage(BaseModel):
    deliveries: list[DeliveryOut]
    next_cursor: str | None = Field(description="pass as `cursor` for the next page; null on the last")
