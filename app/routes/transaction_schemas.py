"""Transactions, their pages and exports, and the categories that people give them. Money is a decimal string."""

from datetime import date, datetime
from decimal import Decimal
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from app.domain.category import Flow
from app.routes.insight_schemas import Zone
from app.services.transactions import Order

Kind = Literal[
    "purchase", "transfer", "withdrawal", "refund", "reversal", "fee", "salary", "interest", "bill_payment", "topup", "other"
]


class TransactionOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    user_id: UUID
    message_id: str = Field(description="Gmail's id of the mail", examples=["18f2a9c3d4e5b601"])
    line: int = Field(description="which transaction of the mail, from 1", examples=[1])
    amount: Decimal = Field(examples=["1234.50"])
    currency: str = Field(description="ISO 4217", examples=["INR"])
    direction: Literal["debit", "credit"]
    kind: str = Field(examples=["purchase"])
    counterparty: str | None = Field(examples=["SWIGGY"])
    account_last4: str | None = Field(examples=["4821"])
    occurred_at: str | None = Field(
        description="as precise as the mail: a date, a local time, or a time with its offset", examples=["2026-03-06T11:11:09"]
    )
    reference: str | None = Field(examples=["610000666184"])
    received_at: datetime
    merchant: str | None = Field(
        description="the counterparty's name without gateway, store number and city", examples=["Swiggy"]
    )
    category: str = Field(description="a slug of two levels at most, see docs/categories.md", examples=["food.delivery"])
    category_rule: str = Field(description="what decided the category", examples=["merchant:Swiggy"])
    flow: Flow = Field(
        description="`own` stays theirs: a card's bill, another account, a wallet, savings",
        examples=["spending"],
    )
    issuer: str | None = Field(examples=["hdfc"])
    format: str | None = Field(examples=["upi-debit-2024"])
    reader_version: int = Field(description="of the reader that told it", examples=[2])
    confidence: float = Field(examples=[0.99])


class TransactionPage(BaseModel):
    transactions: list[TransactionOut]
    next_cursor: str | None = Field(description="pass as `cursor` for the next page; null on the last")


class TransactionQuery(BaseModel):
    """Which transactions, and which page of them."""

    model_config = ConfigDict(extra="forbid")

    user_id: UUID = Field(description="whose")
    direction: Literal["debit", "credit"] | None = None
    kind: Kind | None = None
    currency: str | None = Field(None, pattern="^[A-Z]{3}$", description="ISO 4217")
    category: str | None = Field(None, max_length=60, pattern=r"^[a-z_.]+$", description="with those below it")
    merchant: str | None = Field(None, min_length=1, max_length=120, pattern=r"^[^\x00]*$", description="exactly as answered")
    flow: Flow | None = Field(None, description="`spending` leaves out card bills, own accounts, wallets and savings")
    since: date | None = Field(None, description="mail received on this day (UTC) or later")
    until: date | None = Field(None, description="mail received on this day (UTC) or earlier", lt=date.max)
    search: str | None = Field(
        None, min_length=1, max_length=100, pattern=r"^[^\x00]*$", description="part of the counterparty's name"
    )
    day_from: date | None = Field(None, description="it happened on this day of the `zone` or later")
    day_until: date | None = Field(None, description="it happened on this day of the `zone` or earlier")
    zone: Zone = "UTC"
    account_last4: str | None = Field(None, max_length=4, pattern=r"^[^\x00]*$")
    doubtful: bool = Field(False, description="only what a person should look at")
    sort: Order = Order.NEWEST
    limit: int = Field(50, ge=1, le=500)
    cursor: str | None = Field(None, max_length=200, description="`next_cursor` of the page before, with the same `sort`")


class ExportQuery(BaseModel):
    """Whose transactions, of which days, and how they are written down."""

    model_config = ConfigDict(extra="forbid")

    user_id: UUID = Field(description="whose")
    format: Literal["csv", "json", "ofx", "beancount", "firefly"] = Field(
        "csv", description="`firefly`: CSV whose columns are the roles of Firefly III's importer"
    )
    since: date | None = Field(None, description="mail received on this day (UTC) or later")
    until: date | None = Field(None, description="mail received on this day (UTC) or earlier", lt=date.max)


class TransactionChange(BaseModel):
    """What a person says of a transaction."""

    model_config = ConfigDict(extra="forbid")

    category: str = Field(
        max_length=60, pattern=r"^[a-z_.]+$", description="a slug, see docs/categories.md", examples=["food.delivery"]
    )
    always: bool = Field(False, description="for everything of this merchant in this direction, from now on too")


class TransactionChanged(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    transaction: TransactionOut
    others_changed: int = Field(description="by the new rule", examples=[16])


class CategoryRuleOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    merchant: str = Field(examples=["Swiggy"])
    direction: Literal["debit", "credit"]
    category: str = Field(examples=["food.delivery"])
    created_at: datetime


class CategoryRuleList(BaseModel):
    rules: list[CategoryRuleOut]


class KnownCategory(BaseModel):
    category: str = Field(examples=["food.delivery"])
    name: str = Field(examples=["Delivery"])
    holds: str = Field(description="what belongs there")


class KnownCategories(BaseModel):
    categories: list[KnownCategory]
