"""Bajaj Finance. Loan instalments, India."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Notice, Sample

ISSUERS = (
    Issuer(
        "bajaj-finserv",
        "Bajaj Finserv",
        (
            "bajajfinserv.in",
            "bajajfinance.com",
        ),
        "IN",
        "INR",
        (
            Format(
                "emi-received",
                OUT,
                "[received|received your] EMI [payment |]of {amount} [for|towards] [your |][loan |][account |A/c |]{reference} on {date}",
                Kind.BILL_PAYMENT,
                Sample(
                    "We have received your EMI payment of Rs.4,999 for your loan account P400PXX1234567 on 05-06-2026.",
                    "4999 INR",
                    counterparty="Bajaj Finserv",
                    when="2026-06-05",
                    reference="P400PXX1234567",
                ),
                counterparty="Bajaj Finserv",
            ),
        ),
        notices=(
            Notice(
                "upcoming_debit",
                "will be auto-debited on",
                "Dear Customer, your loan EMI of ₹4,999 for the personal loan A/c P400XXX1234 will be auto-debited on 5 Jun 2026 via NACH.",
            ),
        ),
        aliases=("bajajfinserv",),
    ),
)
