"""Zomato. Food orders; the brand is the payee, not the restaurant."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "zomato",
        "Zomato",
        ("zomato.com",),
        "IN",
        "INR",
        (
            Layout(
                "order",
                OUT,
                "thank you for ordering from",
                {"Total paid": "amount", "ORDER ID": "reference"},
                Kind.PURCHASE,
                Sample(
                    "Thank you for ordering from Spice Junction\nORDER ID: 7041524053\n1 X Family Biryani | ₹653.00\nTaxes | ₹34.50\nDelivery charge | ₹46.50\nPromo | (₹50.00)\nTotal paid | ₹684.00",
                    "684.00 INR",
                    counterparty="Zomato",
                    reference="7041524053",
                ),
                counterparty="Zomato",
                seen=True,
            ),
        ),
    ),
)
