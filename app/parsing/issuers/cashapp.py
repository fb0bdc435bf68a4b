"""Cash App. Payments between people."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "cashapp",
        "Cash App",
        ("square.com",),
        "US",
        "USD",
        (
            Layout(
                "sent",
                OUT,
                "payment to $",
                {"Amount": "amount", "Identifier": "reference", "To": "counterparty"},
                Kind.TRANSFER,
                Sample(
                    "Cash App\n$35.00\nPayment to $miraok\nFor gas\nAmount | $35.00\nSource | Cash\nIdentifier | #D-8KQ2P4TX\nTo | Mira Okonjo\nFrom | Sam Rivera\nCash App, 1955 Broadway, Oakland, CA 94612. Get $5 when you refer a friend.",
                    "35.00 USD",
                    counterparty="Mira Okonjo",
                    reference="#D-8KQ2P4TX",
                ),
                seen=True,
            ),
        ),
        month_first=True,
    ),
)
