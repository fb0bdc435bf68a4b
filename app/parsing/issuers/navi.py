"""Navi. UPI payments and loan instalments."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "navi",
        "Navi",
        ("navi.com",),
        "IN",
        "INR",
        (
            Format(
                "upi-paid",
                OUT,
                "You [have |]paid {amount} to {counterparty} [using|via] Navi UPI",
                Kind.TRANSFER,
                Sample(
                    "You paid ₹130 to Sneha Juice using Navi UPI. UPI transaction ID 612600334455.",
                    "130 INR",
                    counterparty="Sneha Juice",
                    reference="612600334455",
                ),
                also=("UPI transaction ID {rrn}",),
            ),
            Format(
                "emi",
                OUT,
                "[received|received your] EMI [payment |]of {amount} for your Navi [loan|Loan|Personal Loan|Home Loan]",
                Kind.BILL_PAYMENT,
                Sample("We have received your EMI payment of ₹4,210 for your Navi loan.", "4210 INR", counterparty="Navi"),
                counterparty="Navi",
            ),
        ),
    ),
)
