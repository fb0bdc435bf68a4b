"""Airtel. Prepaid recharges; the monthly bill is no payment."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "airtel",
        "Airtel",
        (
            "airtel.in",
            "airtel.com",
        ),
        "IN",
        "INR",
        (
            Format(
                "recharge",
                OUT,
                "Your Airtel prepaid recharge of {amount} for {word} was successful on {date}. Order ID {reference}",
                Kind.BILL_PAYMENT,
                Sample(
                    "Your Airtel prepaid recharge of ₹299 for 98XXXXXX10 was successful on 20 May 2026. Order ID RCH0052243719.",
                    "299 INR",
                    counterparty="Airtel",
                    when="2026-05-20",
                    reference="RCH0052243719",
                ),
                counterparty="Airtel",
                seen=True,
            ),
            Format(
                "postpaid-paid",
                OUT,
                "payment of {amount} [for|towards] your Airtel {words} [has been received|was successful|is successful] on {date}",
                Kind.BILL_PAYMENT,
                Sample(
                    "We thank you: payment of Rs. 589.00 for your Airtel postpaid number 98XXXXXX10 has been received on 08-May-2026.",
                    "589.00 INR",
                    counterparty="Airtel",
                    when="2026-05-08",
                ),
                counterparty="Airtel",
            ),
            Format(
                "postpaid-received",
                OUT,
                "We have received your payment of {amount} for your Airtel",
                Kind.BILL_PAYMENT,
                Sample(
                    "Thank you. We have received your payment of ₹300 for your Airtel postpaid account. Payment receipt attached.",
                    "300 INR",
                    counterparty="Airtel",
                ),
                counterparty="Airtel",
            ),
        ),
    ),
)
