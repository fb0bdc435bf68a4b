"""UPI apps, wallets and receipts of India: money that moved."""

from sandbox.mails import brands
from sandbox.slots import Amounts
from sandbox.templates import Template, Truth

_SMALL = Amounts(20, 2_500, whole=True)

TEMPLATES = (
    Template(
        "paytm-paid", brands.PAYTM, "Paytm <no-reply@paytm.com>", "Paid Rs. {amount:short} to {shop}",
        """
        # Payment Successful

        Rs. {amount:short}

        Paid to {shop} ({vpa})

        {date:%d %b %Y, %I:%M %p}

        From: State Bank of India - {account}

        UPI Ref. No: {rrn}
        """,
        Truth("debit", "transfer", "{shop}", "account", "minute", reference="{rrn}"),
        channel="upi", form="html", look="receipt", weight=2, amounts=_SMALL,
    ),
    Template(
        "paytm-wallet-added", brands.PAYTM, "Paytm <no-reply@paytm.com>", "Rs.{amount:short} added to your Paytm Wallet",
        """
        Hi {first},

        Rs.{amount:short} has been added to your Paytm Wallet on {date:%d %b %Y} at {date:%H:%M:%S}. Order ID: {order}.

        Updated wallet balance: Rs.{balance:in}. Monthly limit: Rs.10,000.
        """,
        Truth("credit", "topup", None, None, "second", reference="{order}"),
        channel="wallet", form="html", look="receipt", weight=0.7, amounts=_SMALL, patterns={"order": "%Y%m%d%H%M######"},
    ),
    Template(
        "phonepe-paid", brands.PHONEPE, "PhonePe <noreply@phonepe.com>", "Payment successful",
        """
        Paid ₹{amount:short} to {shop}

        | Txn. ID | {txn} |
        | UPI Ref No | {rrn} |
        | Date | {date:%d %b %Y, %I:%M %p} |
        | Debited from | HDFC Bank XX{account} |
        """,
        Truth("debit", "transfer", "{shop}", "account", "minute", reference="{rrn}"),
        channel="upi", look="receipt", weight=3, amounts=_SMALL, patterns={"txn": "T%y%m%d%H%M#########"},
    ),
    Template(
        "gpay-paid", brands.GPAY, "Google Pay <noreply@payments.google.com>", "You paid ₹{amount:in} to {shop}",
        """
        You paid ₹{amount:in} to {shop} using Google Pay.

        UPI transaction ID: {rrn}

        {date:%b %-d, %Y, %-I:%M %p}
        """,
        Truth("debit", "transfer", "{shop}", None, "minute", reference="{rrn}"),
        channel="upi", look="receipt", weight=2, amounts=Amounts(20, 3_000),
    ),
    Template(
        "amazonpay-paid", brands.AMAZON_PAY, "Amazon Pay India <no-reply@amazonpay.in>", "Rs {amount:in} was paid on Amazon.in",
        """
        Hi {first},

        Thanks for using Amazon Pay Balance. Your payment was successful.

        | Amount paid | Rs {amount:in} |
        | Paid to | Amazon.in |
        | Transaction ID | {txn} |
        | Updated Amazon Pay balance | Rs {balance:in} |
        """,
        Truth("debit", "purchase", "Amazon.in", None, None, reference="{txn}"),
        channel="wallet", form="html", look="receipt", weight=1.2, patterns={"txn": "P04-#######-#######"},
    ),
    Template(
        "amazon-order", brands.AMAZON_IN, '"Amazon.in" <auto-confirm@amazon.in>', 'Ordered: "{item}..."',
        """
        Thanks for your order, {first}!

        Order # {order}

        * {item}
        Quantity: 1

        | Item subtotal: | ₹{goods:in} |
        | Delivery: | ₹{delivery:in} |
        | Order total: | ₹{amount:in} |
        | Payment method: | Prepaid - Visa ending in {card} |
        """,
        Truth("debit", "purchase", "Amazon.in", "card", None, reference="{order}"),
        channel="receipt", form="html", look="receipt", weight=1.2, amounts=Amounts(300, 9_000),
        splits=("goods", "delivery"), patterns={"order": "404-#######-#######"},
    ),
    Template(
        "swiggy-delivered", brands.SWIGGY, "Swiggy <noreply@swiggy.in>", "Your Swiggy order was delivered",
        """
        Greetings from Swiggy

        Your order was delivered within 32 minutes. Order No: {order}

        | 2 x Paneer Thali: | ₹ {goods:plain} |
        | Delivery partner fee: | ₹ {fee:plain} |
        | Taxes: | ₹ {tax:plain} |
        | Paid Via UPI: | ₹ {amount:plain} |

        Order delivered at: {date:%d %b %Y %-I:%M %p}
        """,
        Truth("debit", "purchase", "Swiggy", None, "day", reference="{order}"),
        channel="receipt", form="html", look="receipt", weight=2, amounts=Amounts(150, 1_400, whole=True),
        splits=("goods", "fee", "tax"), patterns={"order": "2047########"},
    ),
    Template(
        "zomato-order", brands.ZOMATO, "Zomato <noreply@zomato.com>", "Your Zomato order from {restaurant}",
        """
        Thank you for ordering from {restaurant}

        ORDER ID: {order}

        | 1 X Family Biryani | ₹{goods:in} |
        | Taxes | ₹{tax:in} |
        | Delivery charge | ₹{fee:in} |
        | Total paid | ₹{amount:in} |
        """,
        Truth("debit", "purchase", "Zomato", None, None, reference="{order}"),
        channel="receipt", form="html", look="receipt", weight=2, amounts=Amounts(180, 1_600),
        splits=("goods", "tax", "fee"), patterns={"order": "70########"},
    ),
    Template(
        "uber-trip-in", brands.UBER_IN, "Uber Receipts <noreply@uber.com>", "Your {date:%A} trip with Uber",
        """
        # Total ₹{amount:in}

        {date:%-d %B %Y}

        Thanks for riding, {first}

        | Trip charge | ₹{fare:in} |
        | Access fee | ₹{fee:in} |
        | Payments: UPI {date:%d/%m/%y} {date:~%-I:%M %p} | ₹{amount:in} |
        """,
        Truth("debit", "purchase", "Uber", None, "minute"),
        channel="receipt", form="html", look="receipt", weight=2, amounts=Amounts(80, 1_200), splits=("fare", "fee"),
    ),
    Template(
        "cred-bill-paid", brands.CRED, "CRED <protect@cred.club>", "your credit card bill payment was successful",
        """
        {first}, here is your payment confirmation

        Your credit card payment was successful in 34 seconds

        SBI {card}

        payment details

        | amount paid | Rs.{amount:in} |
        | payment date | {date:%b %d, %Y} |
        | credited to card | {date:%b %d, %Y} |

        transaction summary

        Order ID: {order}
        Payment Method: UPI
        UTR No.: {utr}
        """,
        Truth("debit", "bill_payment", "SBI", None, "day", reference="{utr}"),
        channel="credit_card", look="receipt", weight=0.6, amounts=Amounts(1_500, 60_000),
        patterns={"order": "531K@@@@@8", "utr": "H4R@@@XE7B2K90F@@@Z6"},
    ),
    Template(
        "hdfc-fastag-toll", brands.HDFC, "HDFC Bank FASTag <fastag@hdfcbank.net>", "Toll transaction on your HDFC Bank FASTag",
        """
        Dear Customer,

        Rs. {amount:short} has been deducted from your FASTag wallet towards toll.

        Vehicle No: MH12QX0000
        Plaza: {toll}
        Time: {date:%d/%m/%Y %H:%M:%S}
        Txn ID: {txn}
        Available wallet balance: Rs. 410
        """,
        Truth("debit", "purchase", "{toll}", None, "second", reference="{txn}"),
        channel="wallet", amounts=Amounts(40, 380, whole=True), patterns={"txn": "%Y%m%d1#######"},
    ),
    Template(
        "airtel-recharge", brands.AIRTEL, "Airtel <no-reply@airtel.in>", "Recharge successful",
        "Your Airtel prepaid recharge of ₹{amount:short} for 98XXXXXX10 was successful on {date:%d %b %Y}. Order ID {order}. "
        "Plan validity 28 days, unlimited calls + 1.5GB/day. Next plans from ₹349.",
        Truth("debit", "bill_payment", "Airtel", None, "day", reference="{order}"),
        channel="receipt", form="text", weight=0.6, amounts=Amounts(149, 899, whole=True), patterns={"order": "RCH00########"},
    ),
)  # fmt: skip
