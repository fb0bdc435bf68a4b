"""Users and transactions."""

import uuid
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest
from fastapi.testclient import TestClient

from app.db import transaction
from app.domain.transaction import Direction, Kind, Moment, Transaction
from app.parsing import enrich
from app.storage import transactions
from app.storage.transactions import NewTransaction

START = datetime(2026, 3, 1, 12, tzinfo=UTC)


def store(user_id: uuid.UUID, *told: Transaction) -> None:
    with transaction() as session:
        transactions.insert_new(
            session,
            user_id,
            [
                NewTransaction(f"m{n:03d}", 1, START + timedelta(days=n), one, "hdfc", "upi-debit", 1, 0.99, enrich(one))
                for n, one in enumerate(told)
            ],
        )


def test_a_user_is_made_once(admin: TestClient) -> None:
    made = admin.post("/api/v1/users", json={"email": "Ravi@Example.com", "display_name": "Ravi"})
    assert (made.status_code, made.json()["email"], made.json()["connection_state"]) == (201, "ravi@example.com", None)
    assert admin.get(f"/api/v1/users/{made.json()['id']}").json() == made.json()
    again = admin.post("/api/v1/users", json={"email": "ravi@example.com"})
    assert (again.status_code, again.json()["code"]) == (409, "email_taken")
    assert admin.get("/api/v1/users?email=RAVI@example.com").json()["users"] == [made.json()]
    assert admin.get("/api/v1/users?email=nobody@example.com").json() == {"users": []}


NO_USERS = [
    {},
    {"email": "no-at-sign"},
    {"email": "a@b", "admin": True},
    {"email": "a@b\0c"},
    {"email": "a" * 400 + "@b"},
    [],
    "x",
]


@pytest.mark.parametrize("body", NO_USERS)
def test_a_user_that_is_none(admin: TestClient, body: object) -> None:
    answer = admin.post("/api/v1/users", json=body)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")


def test_money_is_a_decimal_string_and_time_as_precise_as_the_mail(admin: TestClient, person: uuid.UUID) -> None:
    """In the first implementation money was a float."""
    store(
        person,
        Transaction(Decimal("0.1"), "INR", Direction.DEBIT),
        Transaction(Decimal("90071992547409.93"), "INR", Direction.DEBIT, occurred=Moment(date(2026, 3, 1))),
        Transaction(Decimal(5000), "JPY", Direction.CREDIT, occurred=Moment(date(2026, 3, 1), time(23, 5, 1))),
        Transaction(Decimal("1.234"), "KWD", Direction.CREDIT, occurred=Moment(date(2026, 3, 1), time(23, 5), -210)),
    )
    rows = admin.get(f"/api/v1/transactions?user_id={person}").json()["transactions"][::-1]
    assert [row["amount"] for row in rows] == ["0.10", "90071992547409.93", "5000.00", "1.234"]
    assert [row["occurred_at"] for row in rows] == [None, "2026-03-01", "2026-03-01T23:05:01", "2026-03-01T23:05:00-03:30"]
    assert admin.get(f"/api/v1/transactions/{rows[0]['id']}").json() == rows[0]


def test_filters(admin: TestClient, person: uuid.UUID) -> None:
    store(
        person,
        Transaction(Decimal(1), "INR", Direction.DEBIT, Kind.PURCHASE, counterparty="SWIGGY 100%"),
        Transaction(Decimal(2), "INR", Direction.CREDIT, Kind.SALARY, counterparty="ACME"),
        Transaction(Decimal(3), "USD", Direction.DEBIT, Kind.PURCHASE, counterparty="Swiggy Instamart"),
    )

    def amounts(query: str) -> list[str]:
        rows = admin.get(f"/api/v1/transactions?user_id={person}&{query}").json()["transactions"]
        return sorted(row["amount"][0] for row in rows)

    assert amounts("direction=credit") == ["2"]
    assert amounts("kind=purchase&currency=INR") == ["1"]
    assert amounts("category=income") == ["2"]
    assert amounts("search=swiggy") == ["1", "3"]
    assert amounts("search=100%25") == ["1"]
    assert amounts("since=2026-03-02") == ["2", "3"]
    assert amounts("until=2026-03-02") == ["1", "2"]
    assert amounts("since=2026-03-02&until=2026-03-02") == ["2"]


def test_pages_do_not_skip_or_repeat(admin: TestClient, person: uuid.UUID) -> None:
    store(person, *(Transaction(Decimal(n + 1), "INR", Direction.DEBIT) for n in range(23)))
    seen: list[str] = []
    cursor: str | None = ""
    while cursor is not None:
        body = admin.get(f"/api/v1/transactions?user_id={person}&limit=5{cursor}").json()
        seen += [row["message_id"] for row in body["transactions"]]
        cursor = f"&cursor={body['next_cursor']}" if body["next_cursor"] else None
    assert seen == [f"m{n:03d}" for n in reversed(range(23))]


@pytest.mark.parametrize(
    "query", ["direction=up", "kind=gift", "currency=rupees", "limit=501", "since=yesterday", "typo=1", "search="]
)
def test_a_filter_that_is_none(admin: TestClient, person: uuid.UUID, query: str) -> None:
    answer = admin.get(f"/api/v1/transactions?user_id={person}&{query}")
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")
    assert answer.json()["errors"][0]["field"] == query.split("=", maxsplit=1)[0]


def test_a_transaction_that_is_not_there(admin: TestClient) -> None:
    answer = admin.get(f"/api/v1/transactions/{uuid.uuid4()}")
    assert (answer.status_code, answer.json()["code"]) == (404, "transaction_not_found")
