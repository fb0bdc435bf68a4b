"""Steam. Receipts of games bought."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Notice, Sample

ISSUERS = (
    Issuer(
        "steam",
        "Steam",
        ("steampowered.com",),
        "US",
        "USD",
        (
            Layout(
                "purchase",
                OUT,
                "thank you for your recent transaction on steam",
                {"Your total for this transaction": "amount", "Date issued": "date", "Invoice": "reference"},
                Kind.PURCHASE,
                Sample(
                    "Thank you for your recent transaction on Steam.\nTHE QUIET HARBOUR\nSubtotal (excl. VAT): $16.80\nVAT at 19%: $3.19\nTotal: $19.99\nAccount name: samrivera\nInvoice: 3869230398088464184\n"
                    "Date issued: 17 Apr, 2026 @ 8:58pm\nYour total for this transaction: $19.99\nPayment method: Visa",
                    "19.99 USD",
                    counterparty="Steam",
                    when="2026-04-17T20:58:00",
                    reference="3869230398088464184",
                ),
                counterparty="Steam",
            ),
        ),
        notices=(
            Notice(
                "refund_initiated",
                "Your refund request has been received",
                "Your refund request has been received. We will look at it.",
            ),
        ),
        shop=True,
    ),
)
