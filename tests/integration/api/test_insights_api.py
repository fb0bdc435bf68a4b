"""Sums of a person's money: right to the cent, by the day of their zone, and never of two currencies."""

import random
import uuid
from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from fastapi.testclient import TestClient

from app.db import transaction
from app.domain.category import CATEGORIES, Enrichment, Flow, flow
from app.domain.transaction import Direction, Moment, Transaction
from app.services import keys
from app.storage import transactions
from app.storage.transactions import NewTransaction
from benchmarks.populate import populate_transactions
from tests.integration.services.facts import run
from tests.integration.services.test_dispatch_plans import plan_of, scans, statements

KOLKATA = "Asia/Kolkata"
SINCE, UNTIL = date(2026, 4, 1), date(2026, 9, 30)
Ask = Callable[..., Any]


def put(user_id: uuid.UUID, *rows: tuple[Transaction, str, datetime], merchant: str | None = "Swiggy") -> None:
    """(transaction, category, when Gmail got its mail) each."""
    new = [
        NewTransaction(uuid.uuid4().hex, 1, when, told, "hdfc", None, 1, 0.9, Enrichment(merchant, category, "kind"))
        for told, category, when in rows
    ]
    with transaction() as session:
        transactions.insert_new(session, user_id, new)


def paid(amount: str, on: date | None = None, currency: str = "INR", direction: Direction = Direction.DEBIT) -> Transaction:
    return Transaction(Decimal(amount), currency, direction, occurred=Moment(on) if on else None, account_last4="4821")


@pytest.fixture
def ask(admin: TestClient, person: uuid.UUID) -> Ask:
    """The answer's list to a question about the person."""

    def question(name: str, **query: Any) -> Any:
        answer = admin.get(f"/api/v1/insights/{name}", params={"user_id": str(person), **query})
        assert answer.status_code == 200, answer.text
        return answer.json()

    return question


def test_sums_are_those_of_a_recount(ask: Ask, person: uuid.UUID) -> None:
    """A few hundred transactions of every kind, added up once more by Python."""
    dice = random.Random(7)
    rows = []
    for _ in range(300):
        got = datetime(2026, 4, 1, tzinfo=UTC) + timedelta(minutes=dice.randrange(180 * 1440))
        on = got.date() - timedelta(days=dice.randrange(3)) if dice.random() < 0.7 else None
        told = paid(f"{dice.randrange(1, 10**6) / 100:.2f}", on, dice.choice(("INR", "INR", "USD")), dice.choice(list(Direction)))
        rows.append((told, dice.choice(CATEGORIES).slug, got))
    put(person, *rows)
    wanted: dict[Any, dict[str, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    names = {Flow.SPENDING: "spent", Flow.INCOME: "income", Flow.REFUND: "refunded", Flow.OWN: "kept"}
    for told, category, got in rows:
        day = told.occurred.on if told.occurred else got.astimezone(ZoneInfo(KOLKATA)).date()
        if SINCE <= day <= UNTIL:
            name = names[flow(told.direction, category)]
            wanted["day", day.isoformat(), told.currency][name] += told.amount
            wanted["month", day.isoformat()[:7], told.currency][name] += told.amount
            wanted["category", category.split(".")[0], told.currency][name] += told.amount
    found: dict[Any, dict[str, Decimal]] = {}
    for key, one in (
        ("day", ask("days", since=SINCE, until=UNTIL, zone=KOLKATA)),
        ("month", ask("months", last="2026-09", zone=KOLKATA)),
    ):
        for row in one[f"{key}s"]:
            found[key, row[key], row["currency"]] = {name: Decimal(row[name]) for name in names.values() if Decimal(row[name])}
            assert Decimal(row["net"]) == Decimal(row["income"]) + Decimal(row["refunded"]) - Decimal(row["spent"])
    for way, name in names.items():
        for row in ask("categories", since=SINCE, until=UNTIL, zone=KOLKATA, flow=way)["categories"]:
            found.setdefault(("category", row["category"], row["currency"]), {})[name] = Decimal(row["amount"])
    assert found == {key: dict(value) for key, value in wanted.items()}


def test_a_category_opens_into_what_it_is_made_of(ask: Ask, person: uuid.UUID) -> None:
    at = datetime(2026, 5, 3, tzinfo=UTC)
    put(
        person,
        (paid("10"), "food.delivery", at),
        (paid("20"), "food", at),
        (paid("5"), "food.coffee", at),
        (paid("9"), "cash", at),
    )
    may = {"since": "2026-05-01", "until": "2026-05-31"}
    top = ask("categories", **may)["categories"]
    assert [(row["category"], row["amount"], row["more"]) for row in top] == [("food", "35.00", True), ("cash", "9.00", False)]
    below = ask("categories", **may, below="food")["categories"]
    assert [(row["category"], row["name"], row["amount"]) for row in below] == [
        ("food", "Food", "20.00"),
        ("food.delivery", "Delivery", "10.00"),
        ("food.coffee", "Cafés", "5.00"),
    ]


def test_a_mail_without_a_day_counts_on_the_day_of_the_zone(ask: Ask, person: uuid.UUID) -> None:
    put(person, (paid("10"), "food", datetime(2026, 5, 31, 20, tzinfo=UTC)))
    for zone, month in (("UTC", "2026-05"), (KOLKATA, "2026-06"), ("Pacific/Kiritimati", "2026-06"), ("America/Adak", "2026-05")):
        assert [row["month"] for row in ask("months", months=3, last="2026-07", zone=zone)["months"]] == [month]


def test_merchants_are_ranked_in_each_currency(ask: Ask, person: uuid.UUID) -> None:
    at = datetime(2026, 5, 3, tzinfo=UTC)
    put(person, (paid("10"), "food.delivery", at), (paid("30"), "food.groceries", at), merchant="Swiggy")
    put(person, (paid("25"), "shopping", at), (paid("99", currency="USD"), "shopping", at), merchant="Amazon")
    put(person, (paid("500", direction=Direction.CREDIT), "refunds", at), merchant="Refunder")
    put(person, (paid("1"), "other", at), merchant=None)
    may = {"since": "2026-05-01", "until": "2026-05-31"}
    rows = ask("merchants", **may, limit=2)["merchants"]
    assert [(row["merchant"], row["currency"], row["amount"], row["transactions"], row["category"]) for row in rows] == [
        ("Swiggy", "INR", "40.00", 2, "food.groceries"),
        ("Amazon", "INR", "25.00", 1, "shopping"),
        ("Amazon", "USD", "99.00", 1, "shopping"),
    ]
    assert [row["merchant"] for row in ask("merchants", **may, currency="INR")["merchants"]] == ["Swiggy", "Amazon", None]
    assert [row["merchant"] for row in ask("merchants", **may, flow="refund")["merchants"]] == ["Refunder"]


def test_the_pace_is_beside_the_average_of_whole_months(ask: Ask, person: uuid.UUID) -> None:
    """February is known from its tenth day only and does not count; own money moved is no spending."""
    for day, amount in (
        ("2026-02-10", "777"),
        ("2026-03-01", "100"),
        ("2026-03-20", "50"),
        ("2026-04-10", "300"),
        ("2026-05-02", "40"),
    ):
        put(person, (paid(amount, date.fromisoformat(day)), "food", datetime(2026, 6, 1, tzinfo=UTC)))
    put(person, (paid("5000", date(2026, 5, 1)), "transfers.card_bill", datetime(2026, 6, 1, tzinfo=UTC)))
    answer = ask("pace", month="2026-05")
    (pace,) = answer["paces"]
    assert (answer["month"], pace["currency"], pace["usual_months"], len(pace["days"])) == ("2026-05", "INR", 2, 31)
    by_day = {row["day"][-2:]: (row["spent"], row["usual"]) for row in pace["days"]}
    assert (by_day["01"], by_day["02"], by_day["10"], by_day["31"]) == (
        ("0.00", "50.00"), ("40.00", "50.00"), ("40.00", "200.00"), ("40.00", "225.00"),
    )  # fmt: skip


def test_accounts_and_the_overview(ask: Ask, person: uuid.UUID) -> None:
    assert ask("overview") == {"first_day": None, "last_day": None, "currencies": [], "doubtful": 0}
    put(person, (paid("10", date(2026, 5, 1)), "food", datetime(2026, 5, 3, tzinfo=UTC)))
    put(person, (paid("7", currency="EUR"), "food", datetime(2026, 5, 4, tzinfo=UTC)))
    run("UPDATE transactions SET confidence = 0.5 WHERE currency = 'EUR'")
    (euro, rupee) = ask("accounts", since="2026-05-01", until="2026-05-31")["accounts"]
    assert [(one["account_last4"], one["issuer"], one["currency"], one["spent"]) for one in (euro, rupee)] == [
        ("4821", "hdfc", "EUR", "7.00"),
        ("4821", "hdfc", "INR", "10.00"),
    ]
    overview = ask("overview")
    assert (overview["first_day"], overview["last_day"], overview["doubtful"]) == ("2026-05-01", "2026-05-04", 1)
    assert {one["currency"] for one in overview["currencies"]} == {"EUR", "INR"}


NO_QUESTIONS = {
    "zone=Mars/Olympus": (400, "unknown_zone"),
    "zone=localtime": (400, "unknown_zone"),
    "currency=rupees": (422, "invalid_request"),
    "months=99": (422, "invalid_request"),
    "last=2026-13": (422, "invalid_request"),
    "colour=red": (422, "invalid_request"),
}


@pytest.mark.parametrize("query", NO_QUESTIONS)
def test_questions_that_are_none(admin: TestClient, person: uuid.UUID, query: str) -> None:
    answer = admin.get(f"/api/v1/insights/months?user_id={person}&{query}")
    assert (answer.status_code, answer.json()["code"]) == NO_QUESTIONS[query]


def test_not_more_days_than_a_calendar_shows(admin: TestClient, person: uuid.UUID) -> None:
    asked = f"/api/v1/insights/days?user_id={person}&until=2026-12-31&since="
    assert [admin.get(asked + since).status_code for since in ("2025-12-31", "2024-12-31")] == [200, 400]


def test_nobodys_money(admin: TestClient) -> None:
    answer = admin.get(f"/api/v1/insights/overview?user_id={uuid.uuid4()}")
    assert (answer.status_code, answer.json()["code"]) == (404, "user_not_found")


MONTH = "since=2026-10-01&until=2026-10-31"
OF_A_MONTH = (f"days?{MONTH}", f"accounts?{MONTH}", f"categories?{MONTH}", f"merchants?{MONTH}", "months?last=2026-10&months=1")
OF_ALL = ("months?last=2026-10&months=6", "pace?month=2026-10", "overview?")


def test_a_list_by_size_is_not_sorted(client: TestClient) -> None:
    """Of a person with many, page after page, and of a currency that they have none of: the index is walked."""
    user_id = populate_transactions(20_000, others=100)
    client.headers["Authorization"] = f"Bearer {keys.create('test', ['transactions:read'])[1]}"
    for order in ("largest", "smallest"):
        query = {"user_id": str(user_id), "sort": order, "limit": "25"}
        with statements() as seen:
            first = client.get("/api/v1/transactions", params=query).json()
            second = client.get("/api/v1/transactions", params={**query, "cursor": first["next_cursor"]}).json()
            assert client.get("/api/v1/transactions", params={**query, "currency": "EUR"}).json()["transactions"] == []
        amounts = [Decimal(one["amount"]) for page in (first, second) for one in page["transactions"]]
        assert (len(amounts), amounts) == (50, sorted(amounts, reverse=order == "largest"))
        plans = [plan_of(one) for one in seen if "FROM transactions" in one[0]]
        assert [(one["Node Type"], one["Plans"][0].get("Index Name")) for one in plans] == [
            ("Limit", "idx_transactions_user_id_amount")
        ] * 3, order


def test_sums_are_read_from_the_index(client: TestClient) -> None:
    """Of a person with many among people with few: for a month the table is not looked at, and it is never read through."""
    user_id = populate_transactions(20_000, others=400)
    client.headers["Authorization"] = f"Bearer {keys.create('test', ['transactions:read'])[1]}"
    for question in (*OF_A_MONTH, *OF_ALL):
        zone = "" if question == "overview?" else f"&zone={KOLKATA}"
        with statements() as seen:
            answer = client.get(f"/api/v1/insights/{question}&user_id={user_id}{zone}")
        assert answer.status_code == 200, answer.text
        asked = [one for one in seen if "transactions" in one[0] and one[0].lstrip().startswith(("SELECT", "WITH"))]
        read = {kind for one in asked for kind, table in scans(plan_of(one)) if table == "transactions"}
        assert read == {"Index Only Scan"} if question in OF_A_MONTH else "Seq Scan" not in read, (question, read)
