"""What a person's money did: sums by month, day, category, merchant and account."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from app.routes.deps import requires
from app.routes.insight_schemas import (
    AccountList,
    AccountOut,
    CategoriesQuery,
    CategoryList,
    CategoryOut,
    DayList,
    DayOut,
    DaysQuery,
    MerchantList,
    MerchantOut,
    MerchantsQuery,
    MonthList,
    MonthOut,
    MonthsQuery,
    OverviewOut,
    PaceList,
    PaceOut,
    PaceQuery,
)
from app.routes.problems import responses
from app.services import insights
from app.services.insights import Span, Sums

router = APIRouter(prefix="/insights", tags=["insights"], dependencies=[Depends(requires("transactions:read"))])


@router.get("/overview", responses=responses(404))
def insights_overview(user_id: Annotated[UUID, Query(description="whose")]) -> OverviewOut:
    """Which days and currencies there are, and how many transactions a person should look at."""
    return OverviewOut.model_validate(insights.overview(user_id))


@router.get("/months", responses=responses(400, 404))
def insights_months(query: Annotated[MonthsQuery, Query()]) -> MonthList:
    """Spent, earned and left over in each month and currency. A month without a transaction is left out."""
    last = _month(query.last, query.zone)
    span = Span(query.user_id, insights.first_of(last, query.months - 1), insights.last_of(last), query.zone, query.currency)
    rows = insights.sums(span, "month")
    return MonthList(months=[MonthOut(month=row.key[0].strftime("%Y-%m"), **_sums(row)) for row in rows])


@router.get("/days", responses=responses(400, 404))
def insights_days(query: Annotated[DaysQuery, Query()]) -> DayList:
    """The same by day, of 400 days at most. A transaction belongs to the day its mail names, or else to that
    on which Gmail got the mail."""
    return DayList(days=[DayOut(day=row.key[0], **_sums(row)) for row in insights.by_day(_span(query))])


@router.get("/accounts", responses=responses(400, 404))
def insights_accounts(query: Annotated[DaysQuery, Query()]) -> AccountList:
    """The same by account, as far as the mails name it."""
    rows = insights.sums(_span(query), "account")
    return AccountList(accounts=[AccountOut(account_last4=row.key[0], issuer=row.key[1], **_sums(row)) for row in rows])


@router.get("/categories", responses=responses(400, 404))
def insights_categories(query: Annotated[CategoriesQuery, Query()]) -> CategoryList:
    """What money went to, by category; with `below`, what one of them is made of. Largest first in each currency."""
    rows = insights.by_category(_span(query), query.flow, query.below)
    return CategoryList(categories=[CategoryOut.model_validate(row) for row in rows])


@router.get("/merchants", responses=responses(400, 404))
def insights_merchants(query: Annotated[MerchantsQuery, Query()]) -> MerchantList:
    """Whom most money went to, or came from. Largest first in each currency."""
    rows = insights.by_merchant(_span(query), query.flow, most=query.limit)
    return MerchantList(merchants=[MerchantOut.model_validate(row) for row in rows])


@router.get("/pace", responses=responses(400, 404))
def insights_pace(query: Annotated[PaceQuery, Query()]) -> PaceList:
    """How spending grows over a month, day by day, beside the average of up to six whole months before it."""
    month = _month(query.month, query.zone)
    found = insights.pace(query.user_id, month, query.zone, query.currency)
    return PaceList(month=month.strftime("%Y-%m"), paces=[PaceOut.model_validate(one) for one in found])


def _month(name: str | None, zone: str) -> date:
    insights.require_zone(zone)
    return date.fromisoformat(f"{name}-01") if name else insights.first_of(insights.today(zone))


def _span(query: DaysQuery) -> Span:
    insights.require_zone(query.zone)
    return Span(query.user_id, query.since, query.until, query.zone, query.currency)


def _sums(row: Sums) -> dict[str, Any]:
    names = ("currency", "spent", "income", "refunded", "kept", "net", "transactions")
    return {name: getattr(row, name) for name in names}
