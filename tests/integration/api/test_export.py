"""What was exported is read back by the libraries that people use, and is what was stored; no name of a merchant does harm."""

import csv
import io
import itertools
import json
import tracemalloc
import uuid
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from beancount import loader
from beancount.core.data import Transaction
from fastapi.testclient import TestClient
from ofxtools.Parser import OFXTree

from app.services.exports import FORMATS, Span, source, tables
from tests.integration.services.facts import rows, run

EVIL = [
    '=HYPERLINK("http://x.example")', "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", 'say "hi", \\ you', "</NAME>&<x>",
    "line\nbreak", "smörgås 日本語", "x" * 300, "'quoted", "a;=1",
]  # fmt: skip
AMOUNTS = ["450.00", "0.0001", "12.345", "999999999999999.9999", "1", "1234567.80"]


@pytest.fixture
def stored(person: uuid.UUID) -> uuid.UUID:
    """A transaction for each evil name, in three currencies and several accounts."""
    currencies, accounts = itertools.cycle(["INR", "USD", "KWD"]), itertools.cycle([None, "4821", "0007"])
    for n, (name, amount) in enumerate(zip(EVIL, itertools.cycle(AMOUNTS), strict=False)):
        add(
            person, n, counterparty=name, amount=amount, currency=next(currencies), account_last4=next(accounts),
            direction="credit" if n % 4 == 3 else "debit", reference=None if n % 2 else f"-{n}",
            category="income.salary" if n % 4 == 3 else "shopping",
            kind="salary" if n % 4 == 3 else "purchase",
        )  # fmt: skip
    return person


def add(person: uuid.UUID, n: int, **values: Any) -> None:
    defaults = {"user_id": person, "message_id": f"m{n}", "received_at": datetime(2026, 3, 1, tzinfo=UTC) + timedelta(days=n)}
    row: dict[str, Any] = {
        **defaults, "issuer": "hdfc", "reader_version": 1, "category_rule": "test",
        "confidence": "0.99", "occurred_on": date(2026, 3, 1), **values,
    }  # fmt: skip
    names = ", ".join(row)
    run(f"INSERT INTO transactions ({names}) VALUES ({', '.join(f':{name}' for name in row)})", **row)


def export(admin: TestClient, person: uuid.UUID, format_name: str, **query: str) -> bytes:
    answer = admin.get("/api/v1/transactions/export", params={"user_id": str(person), "format": format_name, **query})
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-disposition"] == f'attachment; filename="transactions.{FORMATS[format_name].suffix}"'
    return answer.content


def truth() -> dict[str, Any]:
    return {str(row["id"]): row for row in rows("SELECT * FROM transactions")}


def signed(row: Any) -> Decimal:
    return Decimal(-row["amount"] if row["direction"] == "debit" else row["amount"])


def by_currency(found: list[tuple[str, Decimal]]) -> Counter[tuple[str, Decimal]]:
    return Counter((currency, amount.normalize()) for currency, amount in found)


def test_csv_holds_all_and_no_formula(admin: TestClient, stored: uuid.UUID) -> None:
    lines = list(csv.DictReader(io.StringIO(export(admin, stored, "csv").decode(), newline="")))
    kept = truth()
    assert [one["message_id"] for one in lines] == [f"m{n}" for n in range(len(EVIL))]
    for one in lines:
        row = kept[one["id"]]
        assert Decimal(one["amount"]) == row["amount"]
        assert (one["currency"], one["direction"]) == (row["currency"], row["direction"])
        assert one["counterparty"] in (row["counterparty"], "'" + row["counterparty"])
        for cell in one.values():
            assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "＝"))


def test_json_is_what_the_api_shows(admin: TestClient, stored: uuid.UUID) -> None:
    told = json.loads(export(admin, stored, "json"))["transactions"]
    for one in told:
        shown = admin.get(f"/api/v1/transactions/{one['id']}").json()
        assert Decimal(one.pop("amount")) == Decimal(shown.pop("amount"))
        assert datetime.fromisoformat(one.pop("received_at")) == datetime.fromisoformat(shown.pop("received_at"))
        assert one == {name: shown[name] for name in one}
    assert len(told) == len(EVIL)


def test_ofx_is_read_back_by_ofxtools(admin: TestClient, stored: uuid.UUID) -> None:
    tree = OFXTree()
    tree.parse(io.BytesIO(export(admin, stored, "ofx")))
    statements = tree.convert().statements
    found = [(statement.curdef, one) for statement in statements for one in statement.transactions]
    kept = truth()
    assert {(str(one.fitid), currency, one.trnamt) for currency, one in found} == {
        (key, row["currency"], signed(row)) for key, row in kept.items()
    }
    accounts = [(one.curdef, one.account.bankid, one.account.acctid) for one in statements]
    assert len(set(accounts)) == len(accounts)


def test_beancount_balances_in_every_currency(admin: TestClient, stored: uuid.UUID) -> None:
    entries, errors, _ = loader.load_string(export(admin, stored, "beancount").decode())
    assert errors == []
    found = {entry.meta["id"]: entry for entry in entries if isinstance(entry, Transaction)}
    kept = truth()
    assert found.keys() == kept.keys()
    for key, entry in found.items():
        mine = next(one for one in entry.postings if one.account.startswith("Assets:Hdfc"))
        assert mine.units is not None
        assert (mine.units.number, mine.units.currency) == (signed(kept[key]), kept[key]["currency"])
        assert entry.date == date(2026, 3, 1)


def test_firefly_gets_its_roles_and_never_a_minus(admin: TestClient, stored: uuid.UUID) -> None:
    lines = list(csv.DictReader(io.StringIO(export(admin, stored, "firefly").decode(), newline="")))
    assert tuple(lines[0]) == tables.FIREFLY_COLUMNS
    kept = truth()
    for one in lines:
        row = kept[one["external-id"]]
        assert Decimal(one[f"amount_{row['direction']}"]) == row["amount"]
        assert one["amount_credit" if row["direction"] == "debit" else "amount_debit"] == ""
        assert (one["currency-code"], one["date_transaction"]) == (row["currency"], "2026-03-01")
        assert one["description"]


@pytest.mark.parametrize("format_name", FORMATS)
def test_nothing_to_export_is_a_file_all_the_same(admin: TestClient, person: uuid.UUID, format_name: str) -> None:
    content = export(admin, person, format_name)
    if format_name == "ofx":
        tree = OFXTree()
        tree.parse(io.BytesIO(content))
        assert tree.convert().statements == []
    assert content.count(b"\n") <= 3


def test_only_the_days_asked_for(admin: TestClient, stored: uuid.UUID) -> None:
    lines = export(admin, stored, "csv", since="2026-03-02", until="2026-03-03").decode()
    assert [one["message_id"] for one in csv.DictReader(io.StringIO(lines, newline=""))] == ["m1", "m2"]


def test_pages_join_without_a_gap_and_memory_stays_flat(
    admin: TestClient, person: uuid.UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(
        "INSERT INTO transactions (user_id, message_id, amount, currency, direction, kind, received_at, reader_version,"
        " confidence, category, category_rule) SELECT :u, 'm' || n, n, 'INR', 'debit', 'purchase', timestamptz '2026-03-01'"
        " + make_interval(mins => n / 7), 1, 0.9, 'shopping', 'test' FROM generate_series(1, 2000) n",
        u=person,
    )
    monkeypatch.setattr(source, "PAGE", 100)
    reader = source.Source(person, Span())
    assert sorted(one.message_id for one in reader.transactions()) == sorted(f"m{n}" for n in range(1, 2001))
    tracemalloc.start()
    told = sum(1 for _ in tables.plain(reader)) - 1
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert told == 2000
    assert peak < 1_000_000


def test_somebody_unknown(admin: TestClient) -> None:
    answer = admin.get(f"/api/v1/transactions/export?user_id={uuid.uuid4()}")
    assert (answer.status_code, answer.json()["code"]) == (404, "user_not_found")
