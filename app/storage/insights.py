"""Sums of a person's money by month, day, category, merchant and account. No sum has more than one currency.

Each statement is answered from `idx_transactions_user_id_day` alone. A transaction belongs to the day its mail names, or else to
the day on which Gmail got the mail, in the zone that is asked for. Groups are made of plain columns, and what a category means is
asked once for each group, not for each row.
"""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from sqlalchemy import TextClause, text
from sqlalchemy.orm import Session

from app.domain.category import OWN_SLUGS, Flow
from app.models.transaction import DAY_UTC, DOUBTFUL

Grain = Literal["month", "day", "category", "account"]


@dataclass(frozen=True, slots=True)
class Span:
    """Whose money and which days, both ends among them, by the calendar of `zone` (IANA)."""

    user_id: uuid.UUID
    since: date
    until: date
    zone: str
    currency: str | None = None

    def values(self) -> dict[str, Any]:
        return {"user": self.user_id, "since": self.since, "until": self.until, "zone": self.zone, "currency": self.currency}


class Sum(NamedTuple):
    """Of one group, one currency and one flow. `key` is what was grouped by."""

    key: tuple[Any, ...]
    currency: str
    flow: Flow
    amount: Decimal
    transactions: int


class MerchantSum(NamedTuple):
    merchant: str | None
    category: str
    currency: str
    amount: Decimal
    transactions: int


class PaceDay(NamedTuple):
    """Money spent from the first of the month to this day of it: in the month asked for, and on average of the months before."""

    currency: str
    day: int
    spent: Decimal
    usual: Decimal | None


class Known(NamedTuple):
    currency: str
    transactions: int
    first: date
    last: date


_OWN = ", ".join(f"'{slug}'" for slug in sorted(OWN_SLUGS))
# `app.domain.category.flow` in SQL.
_FLOW = (
    f"CASE WHEN category IN ({_OWN}) THEN '{Flow.OWN}' WHEN direction = 'debit' THEN '{Flow.SPENDING}'"
    f" WHEN category = 'refunds' THEN '{Flow.REFUND}' ELSE '{Flow.INCOME}' END"
)
# One day more on either side by the index's day, because a zone may be so far from UTC; then the day of the zone itself. That is
# said by CASE, of which PostgreSQL takes half the rows to be true: of a plain comparison it would expect next to none, and sort
# many rows to group them.
_MOVED = f"""(
    SELECT COALESCE(occurred_on, (received_at AT TIME ZONE :zone)::date) AS day,
        amount, currency, direction, category, merchant, account_last4, issuer
    FROM transactions
    WHERE user_id = :user AND {DAY_UTC} BETWEEN CAST(:since AS date) - 1 AND CAST(:until AS date) + 1
) moved
WHERE CASE WHEN day < :since OR day > :until THEN false ELSE CAST(:currency AS text) IS NULL OR currency = :currency END"""  # noqa: S608  constants
_KEYS: Mapping[Grain, tuple[str, ...]] = {
    "month": ("date_trunc('month', day::timestamp)::date",),
    "day": ("day",),
    "category": ("category",),
    "account": ("account_last4", "issuer"),
}


def _sums(grain: Grain) -> TextClause:
    keys = ", ".join(f"{key} AS key_{number}" for number, key in enumerate(_KEYS[grain]))
    names = ", ".join(f"key_{number}" for number, _ in enumerate(_KEYS[grain]))
    return text(f"""
        SELECT {names}, currency, {_FLOW} AS flow, sum(amount), sum(transactions)::int
        FROM (
            SELECT {keys}, currency, direction, category, sum(amount) AS amount, count(*) AS transactions
            FROM {_MOVED} GROUP BY {names}, currency, direction, category
        ) groups
        GROUP BY {names}, currency, flow ORDER BY {names}, currency, flow""")  # noqa: S608  constants


_SUMS = {grain: _sums(grain) for grain in _KEYS}
_BY_MERCHANT = text(f"""
    SELECT merchant, category, currency, amount, transactions
    FROM (
        SELECT merchant, currency, sum(amount) AS amount, sum(transactions)::int AS transactions,
            (array_agg(category ORDER BY amount DESC))[1] AS category,
            row_number() OVER (PARTITION BY currency ORDER BY sum(amount) DESC, merchant) AS place
        FROM (
            SELECT merchant, category, currency, direction, sum(amount) AS amount, count(*) AS transactions
            FROM {_MOVED} GROUP BY merchant, category, currency, direction
        ) groups
        WHERE {_FLOW} = :flow GROUP BY merchant, currency
    ) ranked
    WHERE place <= :most ORDER BY currency, place""")  # noqa: S608  constants
# Every day of every month stands in the grid, so that a running sum has no holes and each month counts in the average.
_PACE = text(f"""
    WITH daily AS (
        SELECT currency, date_trunc('month', day::timestamp)::date AS month, EXTRACT(day FROM day)::int AS day,
            sum(amount) AS amount
        FROM (
            SELECT day, currency, direction, category, sum(amount) AS amount
            FROM {_MOVED} GROUP BY day, currency, direction, category
        ) groups
        WHERE {_FLOW} = '{Flow.SPENDING}' GROUP BY 1, 2, 3
    ), grid AS (
        SELECT currency, month::date, day
        FROM (SELECT DISTINCT currency FROM daily) currencies, generate_series(1, 31) day,
            generate_series(CAST(:since AS timestamp), CAST(:month AS timestamp), interval '1 month') month
    ), running AS (
        SELECT currency, month, day, sum(COALESCE(amount, 0)) OVER (PARTITION BY currency, month ORDER BY day) AS total
        FROM grid LEFT JOIN daily USING (currency, month, day)
    )
    SELECT currency, day, COALESCE(max(total) FILTER (WHERE month = :month), 0),
        round(avg(total) FILTER (WHERE month < :month), 2)
    FROM running WHERE day <= :days GROUP BY currency, day ORDER BY currency, day""")  # noqa: S608  constants
_KNOWN = text(
    f"SELECT currency, count(*)::int, min({DAY_UTC}), max({DAY_UTC}) FROM transactions WHERE user_id = :user"  # noqa: S608  constants
    " GROUP BY currency ORDER BY count(*) DESC, currency"
)

_DOUBTFUL = text(f"SELECT count(*) FROM transactions WHERE user_id = :user AND {DOUBTFUL}")  # noqa: S608  a constant


def sums(session: Session, span: Span, grain: Grain) -> list[Sum]:
    """Ordered by key."""
    rows = session.execute(_SUMS[grain], span.values())
    return [Sum(tuple(row[:-4]), row[-4], Flow(row[-3]), row[-2], row[-1]) for row in rows]


def by_merchant(session: Session, span: Span, flow: Flow, *, most: int) -> list[MerchantSum]:
    """In each currency the `most` with the largest sums, largest first; with the category that most of the money went to."""
    rows = session.execute(_BY_MERCHANT, {**span.values(), "flow": str(flow), "most": most})
    return [MerchantSum(*row) for row in rows]


def pace(session: Session, span: Span, month: date, *, days: int) -> list[PaceDay]:
    """By day of the month `month` (its first day). `span` begins with the first month of the average and ends with `month`."""
    return [PaceDay(*row) for row in session.execute(_PACE, {**span.values(), "month": month, "days": days})]


def known(session: Session, user_id: uuid.UUID) -> Sequence[Known]:
    """What there is at all, by currency, the one with most transactions first; days in UTC."""
    return [Known(*row) for row in session.execute(_KNOWN, {"user": user_id})]


def doubtful(session: Session, user_id: uuid.UUID) -> int:
    """How many transactions their person should look at."""
    return int(session.scalar(_DOUBTFUL, {"user": user_id}) or 0)
