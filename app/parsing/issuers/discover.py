"""Discover. Card alerts; an initiated transaction is the only mail of a purchase."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "discover",
        "Discover",
        ("discover.com",),
        "US",
        "USD",
        (
            Layout(
                "card-spend",
                OUT,
                "a transaction was initiated on your account",
                {"Transaction Date": "date", "Merchant": "counterparty", "Amount": "amount"},
                Kind.PURCHASE,
                Sample(
                    "Transaction Alert\nA transaction was initiated on your account. This notice is for your information; no action is needed.\nAccount ending in 3391\nTransaction Date: February 14, 2026\nMerchant: SQ *GARDEN ROW CAFE\nAmount: $23.71\nYou set this alert for purchases over $5.00. Discover Bank, P.O. Box 30943, Salt Lake City, UT 84130",
                    "23.71 USD",
                    counterparty="SQ *GARDEN ROW CAFE",
                    account="3391",
                    when="2026-02-14",
                    subject="Transaction Alert",
                ),
                also=("Account ending in {account}",),
                seen=True,
            ),
            Format(
                "card-bill",
                IN,
                "Your Payment of {amount} posted to your account on {date}. Account ending in {account}",
                Kind.BILL_PAYMENT,
                Sample(
                    "Your Payment of $684.12 posted to your account on March 16, 2026.\nAccount ending in 3391",
                    "684.12 USD",
                    account="3391",
                    when="2026-03-16",
                ),
                seen=True,
            ),
        ),
        month_first=True,
    ),
)
