"""FNB. inContact messages; a payment to the user's own account is income."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "fnb",
        "FNB",
        ("fnb.co.za",),
        "ZA",
        "ZAR",
        (
            Format(
                "paid",
                OUT,
                "{amount} paid from {words} a/c..{account} @ {word}. Avail {balance}. Ref.{counterparty}. {datetime}",
                Kind.TRANSFER,
                Sample(
                    "R3200.00 paid from Fusion Private a/c..770218 @ Smartapp. Avail R41906. Ref.Thandi Rent. 19Mar 15:20",
                    "3200.00 ZAR",
                    counterparty="Thandi Rent",
                    account="0218",
                    when="2026-03-19T15:20:00",
                    received="2026-03-19",
                ),
            ),
            Format(
                "received",
                IN,
                "{amount} paid to {words} a/c..{account} @ {word}. Avail {balance}. Ref.{counterparty}. {datetime}",
                Kind.TRANSFER,
                Sample(
                    "FNB:-) R950.00 paid to Fusion Private a/c..770218 @ Eft. Avail R42856. Ref.Naledi. 21Mar 09:10",
                    "950.00 ZAR",
                    counterparty="Naledi",
                    account="0218",
                    when="2026-03-21T09:10:00",
                ),
            ),
        ),
    ),
)
