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
                seen=True,
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
                seen=True,
            ),
            Format(
                "paid-order",
                OUT,
                "You [have |]paid {amount} to {counterparty} [from|using] Paytm [Wallet|UPI|Balance] on {date}[.| at] [{time}.|] [Order ID|Txn ID|Transaction ID][:] {reference}",
                Kind.PURCHASE,
                Sample(
                    "You have paid Rs.150 to CHAI SUTRA from Paytm Wallet on 06 May 2026. Order ID: 20260506111212800110168",
                    "150 INR",
                    counterparty="CHAI SUTRA",
                    when="2026-05-06",
                    reference="20260506111212800110168",
                ),
            ),
            Format(
                "received",
                IN,
                "{amount} Received from {counterparty} ({vpa}) {datetime} [In|To][:] {words} - {account} UPI Ref. No: {reference}",
                Kind.TRANSFER,
                Sample(
                    "₹250 Received from Asif Khan (asif.k@ptyes) 07 May 2026, 08:15 PM\nIn: HDFC Bank - 4471\nUPI Ref. No: 612733110022",
                    "250 INR",
                    counterparty="Asif Khan",
                    account="4471",
                    when="2026-05-07T20:15:00",
                    reference="612733110022",
                ),
            ),
        ),
        aliases=("paytm",),
    ),
)
