"""What a person says of their transactions stands above the reader, in this mail and the next, and through a re-read."""

import uuid
from datetime import date
from decimal import Decimal

import pytest

from app.errors import BadRequest, Conflict, NotFound
from app.services import categorising, insights, reparse, sync
from app.services.insights import Span
from app.services.transactions import Filter, Order, StoredTransaction, page
from tests.integration.services.conftest import Bells, answer_bells
from tests.integration.services.facts import only, rows, run
from tests.integration.services.scripted_gmail import ScriptedGmail
from tests.integration.services.test_reparse import Reader, imported, reader  # noqa: F401  a fixture

OF_ONE = "SELECT category, category_rule FROM transactions WHERE id = :t"


def put(
    person: uuid.UUID, *amounts: str, merchant: str | None = "Swiggy", direction: str = "debit", confidence: float = 0.99
) -> list[uuid.UUID]:
    made = []
    for amount in amounts:
        run(
            "INSERT INTO transactions (user_id, message_id, amount, currency, direction, kind, merchant, account_last4,"
            " occurred_on, received_at, reader_version, confidence, category, category_rule)"
            " VALUES (:u, gen_random_uuid()::text, :a, 'INR', :d, 'purchase', :m, '4821', '2026-05-01', '2026-05-02', 1, :c,"
            " 'other', 'kind')",
            u=person, a=Decimal(amount), m=merchant, d=direction, c=confidence,
        )  # fmt: skip
        made.append(only("SELECT id FROM transactions ORDER BY created_at DESC LIMIT 1")["id"])
    return made


def said(transaction_id: uuid.UUID) -> tuple[str, str]:
    row = only(OF_ONE, t=transaction_id)
    return row["category"], row["category_rule"]


def test_once_changes_one(person: uuid.UUID) -> None:
    first, second = put(person, "10", "20")
    changed = categorising.change(first, "food.delivery", always=False)
    assert (changed.transaction.category, changed.others_changed) == ("food.delivery", 0)
    assert (said(first), said(second)) == (("food.delivery", "yours"), ("other", "kind"))
    assert categorising.rules_of(person) == []


def test_always_changes_what_is_alike_and_leaves_what_was_set_by_hand(person: uuid.UUID) -> None:
    first, second, third = put(person, "10", "20", "30")
    (refund,) = put(person, "5", direction="credit")
    (other,) = put(person, "7", merchant="Amazon")
    categorising.change(third, "giving", always=False)
    assert categorising.change(first, "food", always=True).others_changed == 1
    assert [said(one) for one in (first, second, third, refund, other)] == [
        ("food", "yours"), ("food", "yours:always"), ("giving", "yours"), ("other", "kind"), ("other", "kind"),
    ]  # fmt: skip
    assert categorising.change(second, "cash", always=True).others_changed == 0
    (rule,) = categorising.rules_of(person)
    assert (rule.merchant, rule.direction, rule.category) == ("Swiggy", "debit", "cash")
    categorising.forget(rule.id)
    assert (categorising.rules_of(person), said(first)) == ([], ("food", "yours"))


def test_what_cannot_be_said(person: uuid.UUID) -> None:
    (nameless,) = put(person, "10", merchant=None)
    with pytest.raises(BadRequest, match="category"):
        categorising.change(nameless, "no.such", always=False)
    with pytest.raises(Conflict) as caught:
        categorising.change(nameless, "food", always=True)
    assert (caught.value.code, said(nameless)) == ("no_merchant", ("other", "kind"))
    for act in (lambda: categorising.change(uuid.uuid4(), "food", always=False), lambda: categorising.forget(uuid.uuid4())):
        with pytest.raises(NotFound):
            act()


def test_the_next_mail_follows_the_rule_and_another_person_does_not(
    person: uuid.UUID, gmail: ScriptedGmail, bells: Bells
) -> None:
    gmail.fill(payments=3)
    sync.start(person, 6)
    answer_bells(bells)
    one = only("SELECT id, merchant FROM transactions ORDER BY message_id LIMIT 1")
    categorising.change(one["id"], "giving", always=True)
    run("DELETE FROM transactions")
    run("DELETE FROM email_outcomes")
    run("INSERT INTO users (email) VALUES ('other@example.com')")
    sync.start(person, 6)
    answer_bells(bells)
    found = {row["merchant"]: (row["category"], row["category_rule"]) for row in rows("SELECT * FROM transactions")}
    assert found[one["merchant"]] == ("giving", "yours:always")


def test_a_reread_keeps_what_the_person_said(
    person: uuid.UUID,
    gmail: ScriptedGmail,
    bells: Bells,
    reader: Reader,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    imported(person, gmail, bells, reader, monkeypatch)
    kept, ruled = (row["id"] for row in rows("SELECT id FROM transactions WHERE message_id > 'm' ORDER BY message_id LIMIT 2"))
    categorising.change(kept, "pets", always=False)
    categorising.change(ruled, "giving", always=True)
    before = {
        row["id"]: row["category"] for row in rows("SELECT id, category FROM transactions WHERE category_rule LIKE 'yours%'")
    }
    reparse.start(person)
    answer_bells(bells)
    report = reparse.report(person, limit=100)
    assert [one for one in report.changes if one.change == "changed" and one.fields == ("category",)] == []
    reparse.apply(person)
    after = {row["id"]: row["category"] for row in rows("SELECT id, category FROM transactions")}
    assert {one: after[one] for one in before if one in after} == {one: before[one] for one in before if one in after}
    assert (after[kept], after[ruled]) == ("pets", "giving")


def test_doubtful_ones_until_somebody_looked(person: uuid.UUID) -> None:
    put(person, "10")
    (unsure,) = put(person, "20", confidence=0.5)
    assert insights.overview(person).doubtful == 1
    assert [one.id for one in page(person, Filter(doubtful=True), cursor=None, limit=5).items] == [unsure]
    categorising.change(unsure, "food", always=False)
    assert insights.overview(person).doubtful == 0


@pytest.mark.parametrize(
    ("order", "wanted"), [(Order.LARGEST, ["30", "20", "20", "10"]), (Order.SMALLEST, ["10", "20", "20", "30"])]
)
def test_pages_by_amount(person: uuid.UUID, order: Order, wanted: list[str]) -> None:
    put(person, "20", "10", "30", "20")
    seen: list[StoredTransaction] = []
    cursor = None
    for _ in wanted:
        found = page(person, Filter(), cursor=cursor, limit=1, order=order)
        seen += found.items
        cursor = found.next_cursor
    assert (cursor, [one.amount for one in seen], len({one.id for one in seen})) == (None, [Decimal(one) for one in wanted], 4)


def test_a_cursor_of_another_order_is_none(person: uuid.UUID) -> None:
    put(person, "20", "10")
    by_amount = page(person, Filter(), cursor=None, limit=1, order=Order.LARGEST).next_cursor
    with pytest.raises(BadRequest):
        page(person, Filter(), cursor=by_amount, limit=1)
    by_time = page(person, Filter(), cursor=None, limit=1).next_cursor
    with pytest.raises(BadRequest):
        page(person, Filter(), cursor=by_time, limit=1, order=Order.LARGEST)


def test_the_list_of_a_day_is_what_its_sum_is_of(person: uuid.UUID) -> None:
    put(person, "10", "20")
    run("UPDATE transactions SET occurred_on = NULL, received_at = '2026-05-31 20:00Z' WHERE amount = 20")
    for zone, day in (("UTC", "2026-05-31"), ("Asia/Kolkata", "2026-06-01")):
        on = Span(person, date.fromisoformat(day), date.fromisoformat(day), zone)
        (summed,) = insights.sums(on, "day")
        listed = page(person, Filter(day_from=on.since, day_until=on.until, zone=zone), cursor=None, limit=5).items
        assert (summed.spent, [one.amount for one in listed]) == (Decimal(20), [Decimal(20)])
