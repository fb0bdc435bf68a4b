"""TWINT. Payments by phone, Switzerland."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "twint",
        "TWINT",
        ("twint.ch",),
        "CH",
        "CHF",
        (
            Format(
                "paid",
                OUT,
                "Deine Zahlung an {counterparty} {amount} {datetime}",
                Kind.PURCHASE,
                Sample(
                    "TWINT\nDeine Zahlung an Kiosk Bellevue\nCHF 8.50\n18.06.2026, 12:04 Uhr\nGesammelte Stempel: 7 von 10",
                    "8.50 CHF",
                    counterparty="Kiosk Bellevue",
                    when="2026-06-18T12:04:00",
                ),
                seen=True,
            ),
            Format(
                "received",
                IN,
                "{counterparty} hat dir {amount} gesendet[.|!|] {datetime}",
                Kind.TRANSFER,
                Sample(
                    "TWINT\nLea Imhof hat dir CHF 30.00 gesendet\n19.06.2026, 20:41 Uhr",
                    "30.00 CHF",
                    counterparty="Lea Imhof",
                    when="2026-06-19T20:41:00",
                ),
            ),
            Format(
                "sent",
                OUT,
                "Du hast {amount} an {counterparty} gesendet[.|!|] {datetime}",
                Kind.TRANSFER,
                Sample(
                    "TWINT\nDu hast CHF 12.00 an Lea Imhof gesendet\n20.06.2026, 13:15 Uhr",
                    "12.00 CHF",
                    counterparty="Lea Imhof",
                    when="2026-06-20T13:15:00",
                ),
            ),
        ),
        aliases=("twint",),
    ),
)
