"""IDBI Bank. Account and card alerts."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "idbi",
        "IDBI Bank",
        (
            "idbi.co.in",
            "idbibank.in",
            "idbi.bank.in",
        ),
        "IN",
        "INR",
        (
            Format(
                "sms-debit",
                OUT,
                "IDBI Bank A/c {account} debited for {amount} [thru UPI |]on {date}; {counterparty} credited. UPI:{rrn}",
                Kind.TRANSFER,
                Sample(
                    "IDBI Bank A/c XX66110 debited for Rs 210.00 on 06-May-26; Saroj Tiffins credited. UPI:612611009988",
                    "210.00 INR",
                    counterparty="Saroj Tiffins",
                    account="6110",
                    when="2026-05-06",
                    reference="612611009988",
                ),
            ),
        ),
        aliases=("idbi",),
    ),
)
