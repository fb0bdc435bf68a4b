"""Money that only changes pockets: a card's bill, a transfer between accounts of one person."""

import pytest

from app.domain.transaction import Transaction
from app.parsing import parse
from app.parsing.enrichment import enrich
from tests.unit.parsing.mails import text_mail


def read(text: str) -> Transaction:
    (told,) = parse(text_mail(text)).transactions
    return told


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Rs.500.00 debited from a/c XX4410 on 12-05-26 towards payment of credit card XX9901. Ref 612345678901.", "debit"),
        ("Rs.500.00 debited from a/c XX4410 on 12-05-26 towards your credit card XX9901. Ref 612345678901.", "debit"),
        ("Payment of Rs.500.00 received on your credit card ending 9901 on 12-05-26.", "credit"),
        ("Thank you for your payment of $41.50 to your credit card ending 7731 on 12 May 2026.", "credit"),
    ],
)
def test_a_card_s_bill_is_paid_from_one_pocket_into_another(text: str, direction: str) -> None:
    told = read(text)
    assert (told.direction, told.kind) == (direction, "bill_payment")
    if direction == "credit":
        assert enrich(told, issuer=None).category == "transfers.card_bill"


def test_a_transfer_between_accounts_is_a_transfer() -> None:
    told = read("You transferred $41.50 from your savings account 1111 to your checking account 7731 on 12 May 2026.")
    assert told.kind == "transfer"
