"""ANZ New Zealand. Payments from and to accounts."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "anz-nz",
        "ANZ New Zealand",
        ("anz.co.nz",),
        "NZ",
        "NZD",
        (
            Format(
                "paid",
                OUT,
                "A payment of {amount} was made from your [Go|Everyday|Online|Current|Serious Saver|Freedom|] account {account} to {counterparty} on {date}",
                Kind.TRANSFER,
                Sample(
                    "A payment of NZ$320.00 was made from your Go account 06-****-****044-00 to RIMU PROPERTY MGMT on 10/06/26.",
                    "320.00 NZD",
                    counterparty="RIMU PROPERTY MGMT",
                    account="4400",
                    when="2026-06-10",
                ),
                seen=True,
            ),
            Format(
                "received",
                IN,
                "A payment of {amount} was [made|paid|received] [to|into] your [Go|Everyday|Online|Current|Serious Saver|Freedom|] account {account} from {counterparty} on {date}",
                Kind.TRANSFER,
                Sample(
                    "A payment of NZ$88.50 was received into your Everyday account 06-****-****044-00 from TUI GARDEN CARE on 12/06/26.",
                    "88.50 NZD",
                    counterparty="TUI GARDEN CARE",
                    account="4400",
                    when="2026-06-12",
                ),
            ),
        ),
    ),
)
