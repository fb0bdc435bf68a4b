"""Mashreq. Card and account alerts, United Arab Emirates."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "mashreq",
        "Mashreq",
        (
            "mashreq.com",
            "mashreqbank.com",
        ),
        "AE",
        "AED",
        (
            Format(
                "card-used",
                OUT,
                "Mashreq [Card|Credit Card|Debit Card] ending [with |in |]{account} was used for {amount} at {counterparty} on {date}. Available",
                Kind.PURCHASE,
                Sample(
                    "Your Mashreq Card ending 3381 was used for AED 58.00 at CARAVAN HYPERMARKET on 15-Feb-2026. Available balance AED 9,204.11.",
                    "58.00 AED",
                    counterparty="CARAVAN HYPERMARKET",
                    account="3381",
                    when="2026-02-15",
                ),
                seen=True,
            ),
            Format(
                "salary",
                IN,
                "salary of {amount} has been credited to your [Mashreq |]account [ending |ending with |]{account} on {date}",
                Kind.SALARY,
                Sample(
                    "Your salary of AED 12,000.00 has been credited to your account ending 3381 on 26-Feb-2026.",
                    "12000.00 AED",
                    account="3381",
                    when="2026-02-26",
                ),
            ),
        ),
        aliases=("mashreq",),
    ),
)
