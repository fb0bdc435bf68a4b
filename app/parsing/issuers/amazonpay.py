"""Amazon Pay India. Wallet payments and cashback."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "amazonpay",
        "Amazon Pay India",
        ("amazonpay.in",),
        "IN",
        "INR",
        (
            Layout(
                "paid",
                OUT,
                "your payment was successful",
                {"Amount paid": "amount", "Paid to": "counterparty", "Transaction ID": "reference"},
                Kind.PURCHASE,
                Sample(
                    "Hi Asha,\nThanks for using Amazon Pay Balance. Your payment was successful.\nAmount paid | Rs 179.00\nPaid to | Amazon.in\nTransaction ID | P04-1234567-7654321\nUpdated Amazon Pay balance | Rs 1,321.00",
                    "179.00 INR",
                    counterparty="Amazon.in",
                    reference="P04-1234567-7654321",
                ),
                seen=True,
            ),
            Format(
                "cashback",
                IN,
                "Here's {amount} cashback for your {words}. It has been added to your Amazon Pay balance",
                Kind.OTHER,
                Sample(
                    "Here's ₹50.00 cashback for your electricity bill payment of ₹1,860.00. It has been added to your Amazon Pay balance.",
                    "50.00 INR",
                ),
                seen=True,
            ),
            Format(
                "balance-paid",
                OUT,
                "{amount} was paid on {counterparty}",
                Kind.PURCHASE,
                Sample(
                    "Hi Asha, Thanks for using Amazon Pay Balance. Your payment was successful.",
                    "232.00 INR",
                    counterparty="Amazon.in",
                    subject="Rs 232.00 was paid on Amazon.in",
                ),
                where="subject",
            ),
            Format(
                "refund-credited",
                IN,
                "the refund of {amount} for your order: {reference}, paid via {words} has been successfully credited",
                Kind.REFUND,
                Sample(
                    "Dear Customer, We are pleased to inform you that the refund of ₹ 654.0 for your order: 404-1234567-7654321, paid via credit card has been successfully credited.",
                    "654.0 INR",
                    counterparty="Amazon",
                    reference="404-1234567-7654321",
                ),
                counterparty="Amazon",
            ),
        ),
    ),
)
