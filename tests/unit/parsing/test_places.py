"""Where a sender under a general domain does business, as the mail itself shows it."""

import re
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.parsing.places import KRONER, RUPEES, country_of


@pytest.mark.parametrize(
    ("country", "text", "offset"),
    [
        ("CA", "You spent $41.15. 200-8 Ave SW, Calgary AB T2P 1B3", -360),
        ("AU", "You spent $14.00 on 12 Mar, 4:10pm AEST", 0),
        ("AR", "Tenés una transferencia de $ 15.000", -180),
        ("HK", "消費 $68.00 客戶服務熱線 +852 2222 3333", 480),
        ("CN", "交易金额 ¥86.50 支付成功", 480),
        ("JP", "ご利用金額 ¥740", 540),
        ("SG", "You paid $68.00. Questions? +65 (6) 222 3333", 480),
        ("NA", "You paid $68.00. Questions? +264 61 222 333", 120),
        ("AI", "You paid $68.00. Questions? 1 (264) 222-3333", -240),
        ("SE", "Du betalade 68 kr. Fragor? +46.8.222333", 60),
        ("PK", "Rs. 5,000 sent via Raast from your account", 300),
        ("NO", "Varekjøp 200 kr. Kontoen din er belastet", 60),
        ("DK", "Der er trukket 200 kr på dit kort", 60),
        ("US", "Charged $20 in Toronto, Canada. Member FDIC", -300),
        (None, "You spent $20 at Target", -360),
    ],
)
def test_a_mail_shows_its_country(country: str | None, text: str, offset: int) -> None:
    sent = datetime(2027, 5, 4, 12, tzinfo=timezone(timedelta(minutes=offset)))
    assert country_of("somebank.com", text, sent) == country


PIECES = ["rs", "kr", "krs", "rskr", "mrs", ".", " ", "\n", "5", "12", "a", "_", "é", "$"]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_rupees_and_kroner_stand_at_the_edge_of_a_word(text: str) -> None:
    assert bool(RUPEES.search(text)) == bool(re.search(r"\brs\.?\s?\d", text))
    assert bool(KRONER.search(text)) == bool(re.search(r"\d\s?kr\b|\bkr\.?\s?\d", text))


@pytest.mark.parametrize(
    ("country", "text", "minutes"),
    [
        ("SE", "Ditt köp och betalning", None),
        ("SE", "Ditt köp och betalning", 60),
        (None, "Ditt köp och betalning su tu compra", 60),
        ("CO", "su tu compra", -300),
        ("SE", "Ditt köp och betalning su tu compra", None),
        (None, "Paid $5", 330),
        ("NZ", "Paid $5", 720),
        ("PK", "Paid rs. 5", 300),
        (None, "Paid rs. 5", 720),
    ],
)
def test_the_hour_tells_between_those_who_print_the_same(country: str | None, text: str, minutes: int | None) -> None:
    sent = datetime(2027, 5, 4, 12, tzinfo=timezone(timedelta(minutes=minutes)) if minutes is not None else None)
    assert country_of("somebank.com", text, sent) == country
