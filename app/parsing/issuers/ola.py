"""Ola. Receipts of rides."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "ola",
        "Ola",
        (
            "olacabs.com",
            "olamoney.com",
        ),
        "IN",
        "INR",
        (
            Layout(
                "ride",
                OUT,
                "thanks for travelling with us&&total",
                {"Total Bill": "amount", "Total": "amount", "Total Bill (rounded off)": "amount", "CRN": "reference"},
                Kind.PURCHASE,
                Sample(
                    "Thanks for travelling with us\nCRN | CRN6120044\nRide Fare | ₹210\nTaxes | ₹11\nTotal Bill (rounded off) | ₹221\nPaid by Cash",
                    "221 INR",
                    counterparty="Ola",
                    reference="CRN6120044",
                ),
                counterparty="Ola",
            ),
        ),
        aliases=("olacabs",),
        shop=True,
    ),
)
