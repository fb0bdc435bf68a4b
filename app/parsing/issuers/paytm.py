"""Paytm. UPI payments and wallet."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "paytm",
        "Paytm",
        ("paytm.com",),
        "IN",
        "INR",
        (
            Format(
                "upi-paid",
                OUT,
                "{amount} Paid to {counterparty} ({vpa}) {datetime} From: {words} - {account} UPI Ref. No: {reference}",
                Kind.TRANSFER,
                Sample(
                    "Rs. 120\nPaid to Sagar Tea Stall (paytmqr28100505@paytm)\n19 May 2026, 07:30 AM\nFrom: State Bank of India - 7719\nUPI Ref. No: 613911841467",
                    "120 INR",
                    counterparty="Sagar Tea Stall",
                    account="7719",
                    when="2026-05-19T07:30:00",
                    reference="613911841467",
                ),
            ),
            Format(
                "wallet-added",
                IN,
                "{amount} has been added to your Paytm Wallet on {date} at {time}. Order ID: {reference}",
                Kind.TOPUP,
                Sample(
                    "Rs.500 has been added to your Paytm Wallet on 11 Jan 2026 at 17:16:20. Order ID: 202601111716724342.",
                    "500 INR",
                    when="2026-01-11T17:16:20",
                    reference="202601111716724342",
                ),
            ),
        ),
        aliases=("paytm",),
    ),
)
