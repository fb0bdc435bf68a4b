"""CDG Zig. Receipts of taxi rides, Singapore."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "cdg-zig",
        "CDG Zig",
        (
            "cdgtaxi.com.sg",
            "zig.live",
        ),
        "SG",
        "SGD",
        (
            Layout(
                "ride",
                OUT,
                "thank you for booking cdg zig",
                {"You paid": "amount", "Payment Date": "datetime", "Payment": "account", "Trip ID": "reference"},
                Kind.PURCHASE,
                Sample(
                    "Hey Mr TAN! Thank you for booking CDG Zig\nTrip ID : | 5679280180\nTotal Fare | $24.70\nYou paid | $26.80\nPayment | Apple Pay\nPayment Date | 18 May 2026, 13:42\nTrip Type | Personal",
                    "26.80 SGD",
                    counterparty="CDG Zig",
                    when="2026-05-18T13:42:00",
                    reference="5679280180",
                ),
                counterparty="CDG Zig",
            ),
        ),
        shop=True,
    ),
)
