"""CRED. Card bills paid through the app: the user's outflow; the card shown is the one that was paid."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "cred",
        "CRED",
        ("cred.club",),
        "IN",
        "INR",
        (
            Format(
                "card-bill",
                OUT,
                "amount paid {amount} payment date {date} credited to card",
                Kind.BILL_PAYMENT,
                Sample(
                    "Asha, here is your payment confirmation\nYour credit card payment was successful in 34 seconds\nSBI 6158\npayment details\namount paid Rs.28,940.00\npayment date Apr 12, 2026\ncredited to card Apr 12, 2026\ntransaction summary\nOrder ID: 531KQTMZL8\nPayment Method: UPI\nUTR No.: H4RWNQXE7B2K90FDLTZ6\nlatest statement detected\nbill amount 24th March, 2026 28,940.00\ncopyright Dreamplug Technologies. all rights reserved. unsubscribe",
                    "28940.00 INR",
                    counterparty="SBI",
                    when="2026-04-12",
                    reference="H4RWNQXE7B2K90FDLTZ6",
                    subject="your credit card bill payment was successful",
                ),
                also=(
                    "UTR No.: {reference}",
                    "seconds {counterparty} {digits} payment details",
                ),
                seen=True,
            ),
            Format(
                "bill-paid",
                OUT,
                "[payment|bill payment] of {amount} [towards|to|for] your {counterparty} [credit card |card ]{words} [was|is|has been] successful",
                Kind.BILL_PAYMENT,
                Sample(
                    "your payment of ₹12,450 towards your HDFC Bank credit card ending 7041 was successful. It reflects within 24 hours on CRED.",
                    "12450 INR",
                    counterparty="HDFC Bank",
                ),
            ),
        ),
    ),
)
