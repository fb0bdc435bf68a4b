"""DoorDash. Orders; the restaurant is the payee."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "doordash",
        "DoorDash",
        ("doordash.com",),
        "US",
        "USD",
        (
            Layout(
                "order",
                OUT,
                "total charged",
                {"Total Charged": "amount"},
                Kind.PURCHASE,
                Sample(
                    "Thanks for your order, Sam\nThe estimated delivery time for your order is 7:15 PM - 7:30 PM.\nPaid with Visa Ending in 2096\n1x Pad See Ew | $16.95\n2x Spring Rolls | $11.90\nSubtotal | $28.85\nTax | $2.52\nDelivery Fee $3.99 | $0.00\nService Fee | $4.33\nDasher Tip | $8.93\nTotal Charged | $44.63\nYou saved $3.99 with DashPass ($9.99/month).",
                    "44.63 USD",
                    counterparty="Lotus Garden",
                    account="2096",
                    subject="Order Confirmation for Sam from Lotus Garden",
                ),
                also=(
                    "Paid with {words} Ending in {account}",
                    "Order Confirmation for {words} from {counterparty}",
                ),
                seen=True,
            ),
        ),
        month_first=True,
    ),
)
