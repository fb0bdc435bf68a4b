"""What the insights take and give. Every sum stands beside its currency, as a decimal string."""

from datetime import date
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from app.domain.category import Flow

Zone = Annotated[
    str,
    Field(max_length=60, pattern=r"^[A-Za-z0-9_+/-]+$", description="IANA time zone of the days", examples=["Asia/Kolkata"]),
]
Currency = Annotated[str | None, Field(pattern="^[A-Z]{3}$", description="this one only, ISO 4217; else each for itself")]
Month = Annotated[str, Field(pattern=r"^(19|20|21)\d\d-(0[1-9]|1[0-2])$", examples=["2026-11"])]


class _Asked(BaseModel):
    model_config = ConfigDict(extra="forbid")

    user_id: UUID = Field(description="whose")
    zone: Zone = "UTC"
    currency: Currency = None


class MonthsQuery(_Asked):
    months: int = Field(6, ge=1, le=36, description="how many, the last one among them")
    last: Month | None = Field(None, description="the last month; the present one if left out")


class PaceQuery(_Asked):
    month: Month | None = Field(None, description="the present one if left out")


class DaysQuery(_Asked):
    since: date = Field(description="from this day on")
    until: date = Field(description="up to this day, itself included")


class FlowQuery(DaysQuery):
    flow: Flow = Field(Flow.SPENDING, description="`own` is what went to own accounts, cards and savings")


class CategoriesQuery(FlowQuery):
    below: str | None = Field(None, max_length=60, pattern=r"^[a-z_]+$", description="what this top category is made of")


class MerchantsQuery(FlowQuery):
    limit: int = Field(10, ge=1, le=100, description="of each currency")


class SumsOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    currency: str = Field(description="ISO 4217", examples=["INR"])
    spent: Decimal = Field(examples=["48250.00"])
    income: Decimal = Field(examples=["92000.00"])
    refunded: Decimal = Field(examples=["499.00"])
    kept: Decimal = Field(description="to own accounts, card bills, wallets and savings, either way", examples=["15000.00"])
    net: Decimal = Field(description="income + refunded - spent", examples=["44249.00"])
    transactions: int = Field(examples=[132])


class MonthOut(SumsOut):
    month: Month


class DayOut(SumsOut):
    day: date


class AccountOut(SumsOut):
    account_last4: str | None = Field(examples=["4821"])
    issuer: str | None = Field(examples=["hdfc"])


class CategoryOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    category: str = Field(description="see docs/categories.md", examples=["food"])
    name: str = Field(examples=["Food"])
    currency: str = Field(examples=["INR"])
    amount: Decimal = Field(examples=["12480.00"])
    transactions: int = Field(examples=[41])
    more: bool = Field(description="ask with `below` for what it is made of")


class MerchantOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    merchant: str | None = Field(description="null: the mails name nobody", examples=["Swiggy"])
    category: str = Field(description="most of the money", examples=["food.delivery"])
    currency: str = Field(examples=["INR"])
    amount: Decimal = Field(examples=["4380.00"])
    transactions: int = Field(examples=[17])


class PaceDayOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    day: date
    spent: Decimal = Field(description="from the first of the month to the end of this day", examples=["8120.00"])
    usual: Decimal | None = Field(description="the same on average of the months before; null without any", examples=["9030.50"])


class PaceOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    currency: str = Field(examples=["INR"])
    usual_months: int = Field(description="whole months the average is of, six at most", examples=[5])
    days: list[PaceDayOut]


class KnownOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    currency: str = Field(examples=["INR"])
    transactions: int = Field(examples=[640])
    first: date
    last: date


class OverviewOut(BaseModel):
    """What there is at all. Days are in UTC where the mail names none."""

    model_config = ConfigDict(from_attributes=True)

    first_day: date | None
    last_day: date | None
    currencies: list[KnownOut] = Field(description="the one with most transactions first")
    doubtful: int = Field(description="transactions that a person should look at", examples=[3])


class MonthList(BaseModel):
    months: list[MonthOut]


class DayList(BaseModel):
    days: list[DayOut]


class AccountList(BaseModel):
    accounts: list[AccountOut]


class CategoryList(BaseModel):
    categories: list[CategoryOut]


class MerchantList(BaseModel):
    merchants: list[MerchantOut]


class PaceList(BaseModel):
    month: Month
    paces: list[PaceOut] = Field(description="one for each currency")
