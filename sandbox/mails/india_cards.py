# ruff: noqa: E501 - a sentence of a mail stands on one line, as its issuer sends it
"""Credit cards of Indian issuers: money that moved."""

from sandbox.mails import brands
from sandbox.slots import Amounts
from sandbox.templates import Template, Truth

_SPEND = Amounts(60, 12_000)
_BILL = Amounts(1_500, 60_000)

TEMPLATES = (
    Template(
        "hdfc-card-spend", brands.HDFC, "HDFC Bank InstaAlerts <alerts@hdfcbank.bank.in>", "Rs.{amount:in} debited via Credit Card **{card}",
        """
        ! Your card was used

        Dear Customer,

        Greetings from HDFC Bank!

        Rs.{amount:in} is debited from your HDFC Bank Credit Card ending {card} towards {merchant} on {date:%d %b, %Y} at {date:%H:%M:%S}.

        If you did not authorize this transaction, please report it immediately by calling 18002586161 or SMS BLOCK CC {card} to 7308080808.
        """,
        Truth("debit", "purchase", "{merchant}", "card", "second"),
        channel="credit_card", weight=5, amounts=_SPEND,
    ),
    Template(
        "hdfc-card-payment-made", brands.HDFC, "HDFC Bank Alerts <alerts@hdfcbank.bank.in>", "A payment was made using your Credit Card",
        """
        HDFC BANK

        Dear Customer,

        Greetings from HDFC Bank.

        We would like to inform you that **Rs. {amount:plain}** has been debited from your HDFC Bank Credit Card ending **{card}** towards **{merchant}** on **{date:%d %b, %Y}** at **{date:%H:%M:%S}**.

        - To check your available balance, outstanding amount or recent transactions, use MyCards.
        """,
        Truth("debit", "purchase", "{merchant}", "card", "second"),
        channel="credit_card", form="html", weight=3, amounts=_SPEND,
    ),
    Template(
        "hdfc-card-bill-paid", brands.HDFC, "HDFC Bank InstaAlerts <alerts@hdfcbank.net>", "Payment credited to your HDFC Bank Credit Card",
        """
        Dear Customer,

        Payment of Rs {amount:in} has been credited to your HDFC Bank Credit Card ending {card} on {date:%d-%m-%Y} via CRED.

        Available limit Rs {limit:in}.
        """,
        Truth("credit", "bill_payment", "CRED", "card", "day"),
        channel="credit_card", weight=0.6, amounts=_BILL,
    ),
    Template(
        "icici-card-spend", brands.ICICI, "ICICI Bank <credit_cards@icici.bank.in>", "Transaction alert for your ICICI Bank Credit Card",
        """
        Dear Customer,

        Your ICICI Bank Credit Card XX{card} has been used for a transaction of INR {amount:in} on {date:%b %d, %Y} at {date:%H:%M:%S}. Info: {merchant}.

        The Available Credit Limit on your card is INR {limit:in} and Total Credit Limit is INR 5,00,000.00. These limits are a total across all cards issued to the primary card holder.
        """,
        Truth("debit", "purchase", "{merchant}", "card", "second"),
        channel="credit_card", form="html", weight=4, amounts=_SPEND,
    ),
    Template(
        "icici-card-refund", brands.ICICI, "ICICI Bank <credit_cards@icici.bank.in>", "Merchant credit refund on your ICICI Bank Credit Card",
        """
        Dear Customer,

        We have received merchant credit refund on your ICICI Bank Credit Card XX{card} for INR {amount:in} on {date:%B %d, %Y} from {merchant}.

        The refund has been adjusted against the outstanding on your card.
        """,
        Truth("credit", "refund", "{merchant}", "card", "day"),
        channel="credit_card", weight=0.7, amounts=_SPEND,
    ),
    Template(
        "icici-card-bill-paid", brands.ICICI, "ICICI Bank <credit_cards@icici.bank.in>", "Payment received on your ICICI Bank Credit Card",
        """
        Dear Customer,

        We have received payment of INR {amount:in} on your ICICI Bank Credit Card account 4315 XXXX XXXX {card} on {date:%d-%b-%y} through Click to Pay.
        """,
        Truth("credit", "bill_payment", None, "card", "day"),
        channel="credit_card", form="html", weight=0.6, amounts=_BILL,
    ),
    Template(
        "axis-card-spend", brands.AXIS, "Axis Bank <alerts@axis.bank.in>", "INR {amount:short} spent on credit card no. XX{card}",
        """
        Dear {name},

        Here's the summary of your Axis Bank Credit Card Transaction:

        | Transaction Amount: | INR {amount:short} |
        | Merchant Name: | {merchant} |
        | Axis Bank Credit Card No. | XX{card} |
        | Date & Time: | {date:%d-%m-%Y, %H:%M:%S} IST |
        | Available Limit*: | INR {limit:plain} |
        | Total Credit Limit*: | INR 450000 |

        - *Limits are as on the time of the transaction.
        """,
        Truth("debit", "purchase", "{merchant}", "card", "second", zone=True),
        channel="credit_card", form="html", look="stacked", weight=3, amounts=_SPEND,
    ),
    Template(
        "kotak-card-spend", brands.KOTAK, "Kotak Mahindra Bank <bankalerts@kotak.bank.in>", "Transaction on your Kotak Credit Card",
        """
        Dear {name},

        INR {amount:short} spent at {merchant} on {date:%d/%m/%y} at {date:%H:%M:%S} using your Kotak Credit Card xx{card}.

        Your available credit limit is INR {limit:plain}.
        """,
        Truth("debit", "purchase", "{merchant}", "card", "second"),
        channel="credit_card", form="html", weight=2, amounts=_SPEND,
    ),
    Template(
        "sbicard-spend", brands.SBI_CARD, "SBI Card Transaction Alert <onlinesbicard@sbicard.com>", "Transaction Alert from SBI Card",
        """
        Dear Cardholder,

        This is to inform you that, Rs.{amount:in} spent on your SBI Credit Card ending {card} at {merchant} on {date:%d/%m/%y}.
        """,
        Truth("debit", "purchase", "{merchant}", "card", "day"),
        channel="credit_card", form="html", weight=3, amounts=_SPEND,
    ),
    Template(
        "sbicard-upi", brands.SBI_CARD, "SBI Card Transaction Alert <onlinesbicard@sbicard.com>", "Transaction Alert from Reliance SBI Card",
        """
        Dear Cardholder,

        This is to inform you that,

        Rs.{amount:in} spent on your SBI Credit Card ending with {card} at {merchant} on {date:%d-%m-%y} via UPI (Ref No. {rrn}).
        """,
        Truth("debit", "purchase", "{merchant}", "card", "day", reference="{rrn}"),
        channel="credit_card", form="html", amounts=Amounts(20, 1_500),
    ),
    Template(
        "indusind-card-approved", brands.INDUSIND, "IndusInd Bank <transactionalert@indusind.com>", "IndusInd Bank Transaction Alert",
        """
        Dear Customer,

        The transaction on your IndusInd Bank Credit Card ending {card} for INR {amount} on {date:%d-%m-%Y} {date:~%I:%M:%S %p} at {merchant} is Approved. Available Limit: INR {limit}.
        """,
        Truth("debit", "purchase", "{merchant}", "card", "second"),
        channel="credit_card", weight=1.2, amounts=_SPEND,
    ),
    Template(
        "idfc-card-spend", brands.IDFC, "IDFC FIRST Bank <noreply@idfcfirstbank.com>", "Debit Alert: Your IDFC FIRST Bank Credit Card",
        """
        Dear Customer,

        INR {amount:in} spent on your IDFC FIRST BANK Credit Card ending XX{card} at {merchant} on {date:%d %b %Y} at {date:%I:%M %p}.

        Available Limit: INR {limit:in}
        """,
        Truth("debit", "purchase", "{merchant}", "card", "minute"),
        channel="credit_card", form="html", weight=1.2, amounts=_SPEND,
    ),
    Template(
        "yes-card-spend", brands.YES, "YES BANK Alerts <alerts@yes.bank.in>", "YES BANK - Transaction Alert",
        """
        Dear Customer,

        Greetings from YES BANK.

        INR {amount:in} has been spent on your YES BANK Credit Card ending with {card} at {merchant} on {date:%d-%m-%Y} at {date:~%I:%M:%S %p}. Avl Bal INR {limit:plain}. In case of suspicious transaction, SMS BLKCC {card} to 9840909000.
        """,
        Truth("debit", "purchase", "{merchant}", "card", "second"),
        channel="credit_card", weight=1.2, amounts=_SPEND,
    ),
    Template(
        "hsbc-card-spend", brands.HSBC_IN, "HSBC <hsbc@mail.hsbc.co.in>", "You have used your HSBC Credit Card ending with {card}",
        """
        Dear Customer,

        Please be advised that your Credit card no ending with {card},has been used for INR {amount:in} for payment to {merchant} on {date:%d %b %Y} at {date:%H:%M}.

        The available limit on your card is INR {limit:in}.
        """,
        Truth("debit", "purchase", "{merchant}", "card", "minute"),
        channel="credit_card", form="html", amounts=_SPEND,
    ),
    Template(
        "onecard-spend", brands.ONECARD, "OneCard <no-reply@getonecard.app>", "Payment update on your CSB One credit card",
        """
        Hi {first},

        Your CSB One Credit Card ending in {card} was used to make a payment.

        | Amount: | INR  {amount:in} |
        | Merchant: | {merchant} |
        | Date: | {date:%d/%m/%Y} |
        | Time: | {date:%H:%M:%S} |

        Not you? Lock your card in the app right away.
        """,
        Truth("debit", "purchase", "{merchant}", "card", "second"),
        channel="credit_card", form="html", look="stacked", amounts=_SPEND,
    ),
)  # fmt: skip
