"""The last digits of the reader's own account, in the notations of many banks."""

import pytest

from app.domain.transaction import Direction
from app.parsing.generic.fields import account_of


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
