"""The last digits of the reader's own account, in the notations of many banks."""

import pytest

from app.domain.transaction import Direction
from app.parsing.generic.accounts import account_of


@pytest.mark.parametrize(
    ("said", "digits"),
    [
        ("von Konto DE21 **** **** **** **44 18 abgebucht", "4418"),
        ("tililtäsi FI•• •••• •••• •••4 71", "471"),
        ("på konto 1208.**.**771", "771"),
        ("your card with last 4 4417", "4417"),
        ("sonu 4417 olan kartınız", "4417"),
        ("kartu berakhiran 4417", "4417"),
        ("บัตรหมายเลขลงท้ายด้วย 4417", "4417"),
        ("4417 카드", "4417"),
        ("the parcel was seen 4417 times", None),
    ],
)
def test_an_account_is_known_by_its_end(said: str, digits: str | None) -> None:
    assert account_of([], said, 0, said, Direction.DEBIT, "") == digits


@pytest.mark.parametrize(
    ("said", "digits"),
    [
        ("Your account 0123456789 has been debited with NGN 5,000.00", "6789"),
        ("Rs 1,200.00 debited from A/C No. 1234567890123 towards UPI", "0123"),
        ("NGN 5,000.00 left your account 0123456789 for account 9876543210", "6789"),
        ("Se debitó $ 1.500,00 de tu cuenta 191001234567 por compra", "4567"),
        ("Vom Konto 1234567890 wurden 45,00 € abgebucht", "7890"),
        ("Rekening 0123456789 didebet Rp 150.000", "6789"),
        ("Tài khoản 0123456789 đã bị trừ 150.000 đ", "6789"),
        ("您的账户6222021234567890123支出人民币100.00元", "0123"),
        # The beneficiary's, a telephone's, a loan's.
        ("You sent GHS 50.00 to Ama Mensah, account 0244556677.", None),
        ("NGN 5,000.00 was sent to account 9876543210 of JOHN OBI", None),
        ("NGN 5,000.00 was sent to beneficiary account 9876543210", None),
        ("Call us on 0800123456789 about this debit", None),
        ("Your loan account 1234567890 was paid with Rs 500.00", None),
        ("Konto odbiorcy 12345678901234567890 otrzymało 45,00 zł", None),
    ],
)
def test_an_account_printed_in_full_is_the_reader_s_where_the_words_say_so(said: str, digits: str | None) -> None:
    assert account_of([], said, 0, said, Direction.DEBIT, "") == digits


def test_money_that_came_came_into_the_reader_s_own() -> None:
    said = "Rs 500.00 credited to account 00112233445566 from account 9876543210"
    assert account_of([], said, 0, said, Direction.CREDIT, "") == "5566"
    said = "Rs 500.00 came from account 9876543210 today"
    assert account_of([], said, 0, said, Direction.CREDIT, "") is None
