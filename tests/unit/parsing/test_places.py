"""Where a sender under a general domain does business, as the mail itself shows it."""

from datetime import datetime, timedelta, timezone

import pytest

from app.parsing.places import country_of


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
