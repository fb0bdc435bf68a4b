"""What a person's money did, summed: by month, day, category, merchant and account, and how this month goes.

Two currencies are never added up: every sum stands beside its currency.
"""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from app.db import transaction
from app.domain.category import BY_SLUG, Flow
from app.errors import BadRequest, NotFound
from app.storage import insights, users
from app.storage.insights import Grain, Known, MerchantSum, Span

__all__ = ["Grain", "Span"]

USUAL_MONTHS = 6
# As many as a calendar of a year shows, and some.
MOST_DAYS = 400
_CENTS = Decimal("0.01")


@dataclass(slots=True)
class Sums:
    """Of one group and one currency. `kept` went to own accounts, cards and savings, and is not spending; `net` is without it."""

    key: tuple[Any, ...]
    currency: str
    spent: Decimal = Decimal(0)
    income: Decimal = Decimal(0)
    refunded: Decimal = Decimal(0)
    kept: Decimal = Decimal(0)
    transactions: int = 0

    @property
    def net(self) -> Decimal:
        return self.income + self.refunded - self.spent


@dataclass(frozen=True, slots=True)
class CategorySum:
    """`name` is for people. `more` says that there are categories below it that money went to."""

    category: str
    name: str
    currency: str
    amount: Decimal
    transactions: int
    more: bool


@dataclass(frozen=True, slots=True)
class PaceDay:
    """`spent` from the first of the month to the end of this day; `usual` on average of earlier months, None without any."""

    day: date
    spent: Decimal
    usual: Decimal | None


@dataclass(frozen=True, slots=True)
class Pace:
    """`usual_months` is how many whole months the average is of."""

    currency: str
    usual_months: int
    days: Sequence[PaceDay] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class Overview:
    """`currencies` with most transactions first; `doubtful` are transactions that a person should look at."""

    first_day: date | None
    last_day: date | None
    currencies: Sequence[Known]
    doubtful: int


_FIELDS = {Flow.SPENDING: "spent", Flow.INCOME: "income", Flow.REFUND: "refunded", Flow.OWN: "kept"}


def require_zone(zone: str) -> None:
    """Raises BadRequest (`unknown_zone`). Names without a slash are of files as well (`localtime`); no browser gives them."""
    if zone != "UTC" and ("/" not in zone or zone not in available_timezones()):
        raise BadRequest("zone: not a time zone of the IANA data base, like Asia/Kolkata", code="unknown_zone")


def today(zone: str) -> date:
    return datetime.now(ZoneInfo(zone)).date()


def first_of(month: date, before: int = 0) -> date:
    """The first day of the month that lies so many months before."""
    years, months = divmod(month.year * 12 + month.month - 1 - before, 12)
    return date(years, months + 1, 1)


def last_of(month: date) -> date:
    return first_of(month, -1) - timedelta(days=1)


def by_day(span: Span) -> list[Sums]:
    """Raises NotFound (`user_not_found`) and BadRequest (`too_many_days`)."""
    if (span.until - span.since).days > MOST_DAYS:
        raise BadRequest(f"not more than {MOST_DAYS} days at once", code="too_many_days")
    return sums(span, "day")


def sums(span: Span, grain: Grain) -> list[Sums]:
    """By one of the grains, ordered so. Raises NotFound (`user_not_found`)."""
    with transaction() as session:
        _require_user(session, span.user_id)
        return _pivot(insights.sums(session, span, grain))


def _pivot(rows: Iterable[insights.Sum]) -> list[Sums]:
    found: dict[tuple[Any, ...], Sums] = {}
    for row in rows:
        one = found.setdefault((row.key, row.currency), Sums(row.key, row.currency))
        name = _FIELDS[row.flow]
        setattr(one, name, plain(getattr(one, name) + row.amount))
        one.transactions += row.transactions
    return list(found.values())


def by_category(span: Span, flow: Flow, below: str | None) -> list[CategorySum]:
    """The top categories, or with `below` what one of them is made of; largest first in each currency.

    Raises NotFound (`user_not_found`).
    """
    with transaction() as session:
        _require_user(session, span.user_id)
        rows = [row for row in insights.sums(session, span, "category") if row.flow is flow]
    shown = rows if below is None else [row for row in rows if _is_below(row.key[0], below)]
    name_of = _top if below is None else str
    grouped: dict[tuple[str, str], list[insights.Sum]] = {}
    for row in shown:
        grouped.setdefault((row.currency, name_of(row.key[0])), []).append(row)
    made = [_category(slug, currency, group, alone=below is not None) for (currency, slug), group in grouped.items()]
    return sorted(made, key=lambda one: (one.currency, -one.amount, one.category))


def _category(slug: str, currency: str, group: Sequence[insights.Sum], *, alone: bool) -> CategorySum:
    known = BY_SLUG.get(slug)
    more = not alone and any(row.key[0] != slug for row in group)
    amount = plain(sum((row.amount for row in group), Decimal(0)))
    return CategorySum(slug, known.name if known else slug, currency, amount, sum(row.transactions for row in group), more)


def _top(slug: str) -> str:
    return slug.partition(".")[0]


def _is_below(slug: str, top: str) -> bool:
    return slug == top or slug.startswith(f"{top}.")


def by_merchant(span: Span, flow: Flow, *, most: int) -> list[MerchantSum]:
    """Raises NotFound (`user_not_found`)."""
    with transaction() as session:
        _require_user(session, span.user_id)
        rows = insights.by_merchant(session, span, flow, most=most)
    return [row._replace(amount=plain(row.amount)) for row in rows]


def pace(user_id: uuid.UUID, month: date, zone: str, currency: str | None) -> list[Pace]:
    """How spending grows over the days of a month, beside the average of up to six whole months before it.

    Raises NotFound (`user_not_found`).
    """
    month = first_of(month)
    with transaction() as session:
        _require_user(session, user_id)
        known = {one.currency: one for one in insights.known(session, user_id)}
        usual = max((_whole_months(one.first, month) for one in known.values()), default=0)
        span = Span(user_id, first_of(month, usual), last_of(month), zone, currency)
        rows = insights.pace(session, span, month, days=last_of(month).day)
    paces: dict[str, list[PaceDay]] = {}
    for row in rows:
        day = PaceDay(month.replace(day=row.day), plain(row.spent), row.usual)
        paces.setdefault(row.currency, []).append(day)
    return [Pace(currency, usual, days) for currency, days in paces.items()]


def _whole_months(first: date, month: date) -> int:
    """Months of which everything is known: not the one in which the first mail lies, unless that is its first day."""
    begin = first if first.day == 1 else first_of(first, -1)
    return min(USUAL_MONTHS, max(0, (month.year - begin.year) * 12 + month.month - begin.month))


def overview(user_id: uuid.UUID) -> Overview:
    """Raises NotFound (`user_not_found`)."""
    with transaction() as session:
        _require_user(session, user_id)
        known = insights.known(session, user_id)
        doubtful = insights.doubtful(session, user_id)
    return Overview(
        min((one.first for one in known), default=None), max((one.last for one in known), default=None), known, doubtful
    )


def _require_user(session: Any, user_id: uuid.UUID) -> None:
    if users.get(session, user_id) is None:
        raise NotFound(f"no user {user_id}", code="user_not_found")


def plain(amount: Decimal) -> Decimal:
    """Two decimals, or as many as there are."""
    short = amount.quantize(_CENTS)
    return short if short == amount else amount.normalize()
