"""Curve. Receipts of a card that pays from other cards, Europe."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "curve",
        "Curve",
        ("imaginecurve.com", "curve.com"),
        "GB",
        "GBP",
        (
            Format(
                "purchase",
                OUT,
                "You made a purchase at: {counterparty} {amount} {datetime} On this card: {words} {words} XXXX-{account}",
                Kind.PURCHASE,
                Sample(
                    "You made a purchase at:\nMARLOW BAKERY | £8.09\n23 April 2026 10:02:18\nOn this card:\nSam Rivera\nMastercard Debit\nXXXX-4616",
                    "8.09 GBP",
                    counterparty="MARLOW BAKERY",
                    account="4616",
                    when="2026-04-23T10:02:18",
                ),
            ),
            Format(
                "purchase-italian",
                OUT,
                "Hai fatto un acquisto da: {counterparty} {amount} {date} Per questa carta: {words} {words} XXXX-{account}",
                Kind.PURCHASE,
                Sample(
                    "Hai fatto un acquisto da:\nCALZATURE MONTI | 133.92€\n20 July 2026\nPer questa carta:\nSam Rivera\nMastercard Debit\nXXXX-4616",
                    "133.92 EUR",
                    counterparty="CALZATURE MONTI",
                    account="4616",
                    when="2026-07-20",
                ),
            ),
            Format(
                "refund",
                IN,
                "Curve Receipt: Refund from {counterparty} on {date} for {amount}",
                Kind.REFUND,
                Sample(
                    "",
                    "8.09 GBP",
                    counterparty="MARLOW BAKERY",
                    when="2026-04-25",
                    subject="Curve Receipt: Refund from MARLOW BAKERY on 25 April 2026 for £8.09",
                ),
                where="subject",
            ),
        ),
        aliases=("imaginecurve",),
    ),
)
