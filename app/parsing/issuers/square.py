"""Square. Receipts of shops that take cards with Square; the shop is the payee."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "square",
        "Square",
        ("squareup.com",),
        "US",
        "USD",
        (
            Layout(
                "receipt",
                OUT,
                "square sent you this receipt",
                {"Total": "amount"},
                Kind.PURCHASE,
                Sample(
                    "Juniper Bakehouse\n$13.86\nHow was your experience?\nAlmond croissant × 2 | $9.50\nDrip coffee | $2.75\nSales Tax | $1.01\nTip | $0.60\nTotal | $13.86\nVisa 1187 (Contactless)\nJan 17 2026 at 10:43 AM\n#uT4b\nAuth code: 04417Z\nSquare sent you this receipt because you used a card at a Square merchant. © 2026 Block, Inc.",
                    "13.86 USD",
                    counterparty="Juniper Bakehouse",
                    account="1187",
                    when="2026-01-17T10:43:00",
                    reference="#uT4b",
                    subject="Receipt from Juniper Bakehouse",
                ),
                also=(
                    "[Visa|Mastercard|Amex|Discover] {account} ({word})",
                    "({word}) {datetime} #",
                    "{counterparty} {amount} How was your experience",
                    "{reference} Auth code",
                ),
                seen=True,
            ),
        ),
        month_first=True,
    ),
)
