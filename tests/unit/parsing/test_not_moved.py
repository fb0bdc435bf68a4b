"""Sentences that name a sum, and tell that it stayed where it was."""

import pytest

from app.parsing import parse
from tests.unit.parsing.mails import text_mail


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("We could not process your payment of $41.50.", "declined"),
        ("We couldn't charge your card ending 7731 for $41.50.", "declined"),
        ("Your purchase of $41.50 at FJORD with card 7731 was declined.", "declined"),
        ("Your check deposit of $41.50 to account 7731 was accepted and is on hold until 15 May.", "hold"),
        ("A refund of $41.50 has been issued to your card ending 7731. Allow 5-7 days.", "refund_initiated"),
        ("$41.50 will be debited from your account 7731 on 15 May 2026.", "upcoming_debit"),
    ],
)
def test_money_that_did_not_move_is_a_notice_with_its_reason(text: str, reason: str) -> None:
    reading = parse(text_mail(text))
    assert (reading.transactions, reading.reason) == ((), reason)


def test_money_that_came_back_has_moved() -> None:
    (told,) = parse(text_mail("A reversal of $41.50 from FJORD has been credited to your card ending 7731.")).transactions
    assert (told.direction, told.kind) == ("credit", "reversal")


def test_a_reminder_to_hand_in_a_receipt_tells_of_the_purchase_if_it_says_that_money_was_spent() -> None:
    told = parse(
        text_mail(
            "You spent $61.20 at Delta Coffee with your Ramp card (••7719) on Sep 15. Reply with a photo of the receipt.",
            subject="Receipt needed: $61.20 at Delta Coffee",
        )
    ).transactions
    assert [(str(one.amount), one.counterparty, one.account_last4) for one in told] == [("61.20", "Delta Coffee", "7719")]
    asked = parse(
        text_mail(
            "Upload a receipt for your $56.20 expense at Staples by Aug 20 to stay compliant.",
            subject="Receipt needed: $56.20 at Staples",
        )
    )
    assert (asked.transactions, asked.reason) == ((), "request")
