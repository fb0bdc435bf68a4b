"""BECU. Account alerts of a credit union, United States."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Notice, Sample

ISSUERS = (
    Issuer(
        "becu",
        "BECU",
        ("becualerts.org", "becu.org"),
        "US",
        "USD",
        (
            Format(
                "spent",
                OUT,
                "An amount larger than {balance} was spent from your {account} * account. ({counterparty}) {amount}",
                Kind.OTHER,
                Sample(
                    "Large Expense\nAn amount larger than $0.00 was spent from your 1234 * account.\n(HARBOR MARKET)\n$41.50\nLog In To Account",
                    "41.50 USD",
                    counterparty="HARBOR MARKET",
                    account="1234",
                ),
            ),
        ),
        notices=(
            Notice(
                "hold",
                "Large Pending Expense",
                "Large Pending Expense\nAn amount larger than $0.00 is pending on your 1234 * account.",
            ),
        ),
        month_first=True,
    ),
)
