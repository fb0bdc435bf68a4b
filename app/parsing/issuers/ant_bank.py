"""Ant Bank. Account alerts, Hong Kong."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "ant-bank",
        "Ant Bank",
        ("antbank.hk",),
        "HK",
        "HKD",
        (
            Format(
                "debited",
                OUT,
                "We have debited {amount} on {monthday} {time} from your",
                Kind.OTHER,
                Sample(
                    "We have debited HKD57.00 on 24/02 12:36 from your Libra Savings account.",
                    "57.00 HKD",
                    when="2026-02-24T12:36:00",
                    received="2026-02-24",
                ),
                seen=True,
            ),
            Format(
                "credited",
                IN,
                "We have credited {amount} on {monthday} {time} to your",
                Kind.OTHER,
                Sample(
                    "We have credited HKD120.00 on 25/02 09:10 to your Libra Savings account.",
                    "120.00 HKD",
                    when="2026-02-25T09:10:00",
                    received="2026-02-25",
                ),
            ),
            Format(
                "paylater",
                OUT,
                "Your payment of {amount} has been made according to your instruction",
                Kind.PURCHASE,
                Sample(
                    "Thank you for choosing Ant Bank PayLater! Your payment of HK$59.00 has been made according to your instruction.",
                    "59.00 HKD",
                ),
            ),
        ),
        aliases=("antbank",),
    ),
)
