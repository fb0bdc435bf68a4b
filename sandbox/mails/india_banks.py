# ruff: noqa: E501 - a sentence of a mail stands on one line, as its issuer sends it
"""Accounts and UPI at HDFC, ICICI, Axis and Kotak: money that moved."""

from sandbox.mails import brands
from sandbox.slots import Amounts
from sandbox.templates import Template, Truth

_UPI = Amounts(20, 9_000)
_LARGE = Amounts(1_000, 90_000)

TEMPLATES = (
    Template(
        "hdfc-upi-debit", brands.HDFC, "HDFC Bank InstaAlerts <alerts@hdfcbank.bank.in>", "❗  You have done a UPI txn. Check details!",
        """
        ! Your account was used for UPI

        Dear Customer,

        Greetings from HDFC Bank!

        Rs.{amount:plain} is debited from your account ending {account} towards VPA {vpa} ({shop:upper}) on {date:%d-%m-%y}.

        UPI transaction reference no.: {rrn}.
        """,
        Truth("debit", "transfer", "{shop:upper}", "account", "day", reference="{rrn}"),
        channel="upi", weight=5, amounts=_UPI,
    ),
    Template(
        "hdfc-upi-debit-old", brands.HDFC, "HDFC Bank InstaAlerts <alerts@hdfcbank.net>", "❗  You have done a UPI txn. Check details!",
        """
        Dear Customer,

        Rs.{amount:plain} has been debited from account **{account} to VPA {vpa} {payee:upper} on {date:%d-%m-%y}.

        Your UPI transaction reference number is {rrn}.

        If you did not authorize this transaction, please report it immediately by calling 18002586161.
        """,
        Truth("debit", "transfer", "{payee:upper}", "account", "day", reference="{rrn}"),
        channel="upi", form="text", weight=2, amounts=_UPI,
    ),
    Template(
        "hdfc-upi-credit", brands.HDFC, "HDFC Bank InstaAlerts <alerts@hdfcbank.bank.in>", "View: Account update for your HDFC Bank A/c",
        """
        Dear Customer,

        Greetings from HDFC Bank!

        We're writing to inform you that Rs.{amount:plain} has been successfully credited to your HDFC Bank account ending in {account}.

        Transaction Details:

        a. Date: {date:%d-%m-%y}
        b. Sender: {payee:upper} (VPA: {vpa})
        c. UPI Reference No.: {rrn}
        """,
        Truth("credit", "transfer", "{payee:upper}", "account", "day", reference="{rrn}"),
        channel="upi", form="html", weight=2, amounts=_UPI,
    ),
    Template(
        "hdfc-salary", brands.HDFC, "HDFC Bank InstaAlerts <alerts@hdfcbank.bank.in>", "You have received a credit in your account",
        """
        Dear Customer,

        You have received a credit in your account. Here are the details:

        | Amount received: | INR {amount:in} |
        | Account: | XX{account} |
        | Date: | {date:%d-%b-%Y} |
        | Reference Details: | NEFT Cr-HSBC0560002-{company}-{name:upper} SALARY {date:%b}-{utr} |
        | Available Balance: | INR {balance:in} |
        """,
        Truth("credit", "salary", "{company}", "account", "day", reference="{utr}"),
        form="html", look="stacked", weight=0.8, amounts=Amounts(35_000, 190_000), patterns={"utr": "HSBCN520%y%m%d######"},
    ),
    Template(
        "hdfc-nach", brands.HDFC, "nachautoemailer <nachautoemailer@hdfcbank.bank.in>", "Account update for your HDFC Bank A/c",
        """
        Dear Customer,

        Rs.**{amount:in}** has been debited from HDFC Bank Account Number **XXXXXXXXXX{account}** towards **{biller}/{mandate}** with UMRN **{umrn}** on **{date:%d-%b-%Y}**.

        Assuring you of our best services at all times.
        """,
        Truth("debit", "bill_payment", "{biller}", "account", "day", reference="{umrn}"),
        channel="mandate", form="html", look="legacy", amounts=_LARGE, patterns={"umrn": "HDFC7############", "mandate": "########"},
    ),
    Template(
        "icici-imps-out", brands.ICICI, "ICICI Bank <services@custcomm.icicibank.com>", "Transaction alert: online IMPS payment",
        """
        Dear Customer,

        You have made an online IMPS payment of Rs. {amount:in} towards {payee:upper} on {date:%b %d, %Y} at {date:%I:%M %p} from your ICICI Bank Savings Account XXXX{account}.

        The Transaction ID is {rrn}.
        """,
        Truth("debit", "transfer", "{payee:upper}", "account", "minute", reference="{rrn}"),
        form="html", weight=1.5, amounts=_LARGE,
    ),
    Template(
        "icici-interest", brands.ICICI, "ICICI Bank <customernotification@icici.bank.in>", "Credit transaction alert for your ICICI Bank account",
        """
        Dear Customer,

        Greetings from ICICI Bank.

        Your ICICI Bank Account XX{account} has been credited with INR {amount:short} on {date:%d-%b-%y}. Info: XX{account}:Int.Pd.
        """,
        Truth("credit", "interest", None, "account", "day"),
        weight=0.5, amounts=Amounts(90, 1_900, whole=True),
    ),
    Template(
        "icici-debit-card", brands.ICICI, "ICICI Bank <alert@icici.bank.in>", "Transaction alert for your ICICI Bank Debit Card",
        """
        Dear Customer,

        Greetings from ICICI Bank.

        A purchase of Rs. {amount:in} has been made using your Debit Card linked to ICICI Bank Account XX{account} on {date:%d-%b-%y}. Info: {merchant}.

        The Available Balance in your account is Rs. {balance:in}.
        """,
        Truth("debit", "purchase", "{merchant}", "account", "day"),
        channel="debit_card", weight=1.5,
    ),
    Template(
        "axis-debit", brands.AXIS, "Axis Bank <alerts@axis.bank.in>", "INR {amount:in} was debited from your A/c no. XX{account}.",
        """
        {date:%d-%m-%Y}

        Dear {name},

        Here's the summary of your transaction:

        | Amount Debited: | INR {amount:in} |
        | Account Number: | XX{account} |
        | Date & Time: | {date:%d-%m-%y, %H:%M:%S} IST |
        | Transaction Info: | UPI/P2A/{rrn}/{payee:upper} |
        """,
        Truth("debit", "transfer", "{payee:upper}", "account", "second", zone=True, reference="{rrn}"),
        channel="upi", form="html", look="stacked", weight=3, amounts=_UPI,
    ),
    Template(
        "axis-credit", brands.AXIS, "Axis Bank <alerts@axis.bank.in>", "INR {amount:in} was credited to your A/c no. XX{account}.",
        """
        {date:%d-%m-%Y}

        Dear {name},

        Here's the summary of your transaction:

        | Amount Credited: | INR {amount:in} |
        | Account Number: | XX{account} |
        | Date & Time: | {date:%d-%m-%y, %H:%M:%S} IST |
        | Transaction Info: | UPI/P2A/{rrn}/{payee:upper} |
        """,
        Truth("credit", "transfer", "{payee:upper}", "account", "second", zone=True, reference="{rrn}"),
        channel="upi", form="html", look="stacked", weight=1.5, amounts=_UPI,
    ),
    Template(
        "axis-neft-debit", brands.AXIS, "Axis Bank <alerts@axis.bank.in>", "Debit transaction alert for Axis Bank A/c",
        """
        {date:%d-%m-%Y}

        Dear {name},

        Thank you for banking with us.

        We wish to inform you that your A/c no. XX{account} has been debited with INR {amount:plain} on {date:%d-%m-%Y %H:%M:%S} IST by NEFT/MB/{utr}/{payee:upper}.

        To check your available balance, please click here.
        """,
        Truth("debit", "transfer", "{payee:upper}", "account", "second", zone=True, reference="{utr}"),
        form="html", amounts=_LARGE, patterns={"utr": "AXOMB1##########"},
    ),
    Template(
        "kotak-sent", brands.KOTAK, "Kotak Bank <BankAlerts@kotak.com>", "Money sent from your Kotak account",
        "Sent Rs.{amount:plain} from Kotak Bank AC X{account} to {vpa} on {date:%d-%m-%y}.UPI Ref {rrn}. Not you, https://kotak.com/KBANKT/Fraud",
        Truth("debit", "transfer", "{vpa}", "account", "day", reference="{rrn}"),
        channel="upi", form="text", weight=2, amounts=_UPI,
    ),
    Template(
        "kotak-nach", brands.KOTAK, "Kotak Bank <nach.alerts@kotak.bank.in>", "NACH/ECS debit in your account",
        """
        Dear Customer,

        Your account XXXXXXXX{account} has been debited towards NACH/ECS transaction as per details below.

        Beneficiary: {biller}
        UMRN Number: {umrn}
        Amount: Rs.{amount:in}
        Transaction date : {date:%d/%m/%Y}

        This message was sent by the System :{date:%d/%m/%y %H:%M}
        """,
        Truth("debit", "bill_payment", "{biller}", "account", "day", reference="{umrn}"),
        channel="mandate", form="html", amounts=_LARGE, patterns={"umrn": "KKBK7000############"},
    ),
    Template(
        "kotak-neft-credit", brands.KOTAK, "Kotak Bank <BankAlerts@kotak.com>", "Payment Received",
        """
        Dear Customer,

        Rs. {amount:short} has been credited to your Kotak Bank a/c XX{account} on {date:%d-%b-%y} via NEFT transaction from {company}.

        Your Unique Transaction Reference Number (UTR) is: {utr}
        """,
        Truth("credit", "transfer", "{company}", "account", "day", reference="{utr}"),
        form="html", amounts=Amounts(2_000, 80_000, whole=True), patterns={"utr": "INDBH###########"},
    ),
)  # fmt: skip
