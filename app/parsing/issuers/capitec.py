"""Capitec. Account alerts, South Africa."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Notice, Sample

ISSUERS = (
    Issuer(
        "capitec",
        "Capitec",
        ("capitecbank.co.za",),
        "ZA",
        "ZAR",
        (
            Format(
                "purchase",
                OUT,
                "Capitec: Purchase {amount} [at|from] {counterparty}; [Ref {words};|Acc {account};|] [Avail|Available] {balance}; {datetime}",
                Kind.PURCHASE,
                Sample(
                    "Capitec: Purchase R349.90 at KAROO BUTCHERY; Avail R1204.11; 30/01/2026 17:59",
                    "349.90 ZAR",
                    counterparty="KAROO BUTCHERY",
                    when="2026-01-30T17:59:00",
                ),
            ),
            Format(
                "payment-received",
                IN,
                "Capitec: Payment received {amount} from {counterparty}; [Ref {words};|] [Avail|Available] {balance}; {datetime}",
                Kind.TRANSFER,
                Sample(
                    "Capitec: Payment received R1500.00 from THANDI SAMPLE; Ref RENT; Avail R2704.11; 31/01/2026 08:20",
                    "1500.00 ZAR",
                    counterparty="THANDI SAMPLE",
                    when="2026-01-31T08:20:00",
                ),
            ),
            Format(
                "money-out",
                OUT,
                "Money out {amount} {counterparty}; Ref {words}; [Avail|Available] {balance}; {date}",
                Kind.OTHER,
                Sample(
                    "Money out R125.00 LOTUS MARKET; Ref CARD 4417; Avail R500.00; 12-May-2026",
                    "125.00 ZAR",
                    counterparty="LOTUS MARKET",
                    when="2026-05-12",
                ),
            ),
            Format(
                "money-in",
                IN,
                "Money in {amount} [from |]{counterparty}; Ref {words}; [Avail|Available] {balance}; {date}",
                Kind.TRANSFER,
                Sample(
                    "Money in R900.00 from ANITA NAIDOO; Ref RENT; Avail R1400.00; 12-May-2026",
                    "900.00 ZAR",
                    counterparty="ANITA NAIDOO",
                    when="2026-05-12",
                ),
            ),
        ),
        notices=(
            Notice(
                "declined",
                "Capitec: Declined",
                "Capitec: Declined purchase R899.00 MZANSI SHOES; insufficient funds; Avail R120.11; 30/01/2026 17:59",
            ),
        ),
        aliases=("capitec",),
    ),
)
