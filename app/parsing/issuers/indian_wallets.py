"""Indian wallets, UPI apps and receipts."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Layout

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
            ),
            Format(
                "wallet-added",
                IN,
                "{amount} has been added to your Paytm Wallet on {date} at {time}. Order ID: {reference}",
                Kind.TOPUP,
            ),
        ),
        aliases=("paytm",),
    ),
    Issuer(
        "phonepe",
        "PhonePe",
        ("phonepe.com",),
        "IN",
        "INR",
        (
            Format(
                "paid",
                OUT,
                "Paid {amount} to {counterparty} Txn. ID {word} UPI Ref No {reference} Date {datetime} Debited from {words} {account}",
                Kind.TRANSFER,
            ),
        ),
        aliases=("phonepe",),
    ),
    Issuer(
        "gpay",
        "Google Pay",
        ("payments.google.com",),
        "IN",
        "INR",
        (
            Format(
                "paid",
                OUT,
                "You paid {amount} to {counterparty} using Google Pay. UPI transaction ID: {reference} {datetime}",
                Kind.TRANSFER,
            ),
        ),
    ),
    Issuer(
        "amazonpay",
        "Amazon Pay",
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
            ),
        ),
    ),
    Issuer(
        "amazon-in",
        "Amazon.in",
        ("amazon.in",),
        "IN",
        "INR",
        (
            Layout(
                "order-prepaid",
                OUT,
                "order total&&prepaid",
                {"Order total": "amount", "Payment method": "account"},
                Kind.PURCHASE,
                counterparty="Amazon.in",
                also=("Order # {reference}",),
            ),
        ),
    ),
    Issuer(
        "swiggy",
        "Swiggy",
        ("swiggy.in",),
        "IN",
        "INR",
        (
            Layout(
                "delivered",
                OUT,
                "your order was delivered",
                {"Paid Via UPI": "amount"},
                Kind.PURCHASE,
                counterparty="Swiggy",
                also=("Order No: {reference}", "Order delivered at: {date} {word} [AM|PM]"),
            ),
        ),
    ),
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
                counterparty="Zomato",
            ),
        ),
    ),
    Issuer(
        "uber",
        "Uber",
        ("uber.com",),
        "IN",
        "INR",
        (
            Layout(
                "trip",
                OUT,
                "thanks for riding&&payments: upi",
                {"Payments": "datetime"},
                Kind.PURCHASE,
                counterparty="Uber",
                also=("Total {amount}",),
            ),
        ),
    ),
    Issuer(
        "cred",
        "CRED",
        ("cred.club",),
        "IN",
        "INR",
        (
            Layout(
                "card-bill",
                OUT,
                "your credit card payment was successful",
                {"amount paid": "amount", "payment date": "date", "UTR No.": "reference"},
                Kind.BILL_PAYMENT,
                also=("seconds {counterparty} {word} payment details",),
            ),
        ),
    ),
    Issuer(
        "airtel",
        "Airtel",
        ("airtel.in", "airtel.com"),
        "IN",
        "INR",
        (
            Format(
                "recharge",
                OUT,
                "Your Airtel prepaid recharge of {amount} for {word} was successful on {date}. Order ID {reference}",
                Kind.BILL_PAYMENT,
                counterparty="Airtel",
            ),
        ),
    ),
)
