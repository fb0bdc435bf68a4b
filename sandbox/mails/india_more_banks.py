# ruff: noqa: E501 - a sentence of a mail stands on one line, as its issuer sends it
"""Accounts and UPI at the other Indian banks: money that moved."""

from sandbox.mails import brands
from sandbox.slots import Amounts
from sandbox.templates import Template, Truth

_UPI = Amounts(20, 9_000)
_LARGE = Amounts(1_000, 90_000)

TEMPLATES = (
    Template(
        "sbi-upi-debit", brands.SBI, "SBI <donotreply.sbiatm@alerts.sbi.co.in>", "SBI UPI Transaction Alert",
        "Dear UPI user A/C X{account} debited by {amount:plain} on date {date:%d%b%y} trf to {shop:upper} Refno {rrn}. If not u? call 1800111109. -SBI",
        Truth("debit", "transfer", "{shop:upper}", "account", "day", reference="{rrn}"),
        channel="upi", form="text", weight=2.5, amounts=_UPI,
    ),
    Template(
        "sbi-cbs-debit", brands.SBI, "<cbsalerts.sbi@alerts.sbi.bank.in>", "CBSSBI ALERT",
        """
        भारतीय स्टेट बैंक की ओर से शुभकामनाएं ! Greetings from SBI !

        Dear Customer,

        Your A/C XXXXX51{account} has a debit by transfer of Rs {amount:in} on {date:%d/%m/%y}. Avl Bal Rs {balance:in}.

        - Download YONO SBI.
        """,
        Truth("debit", "transfer", None, "account", "day"), look="legacy", weight=1.5, amounts=_LARGE,
    ),
    Template(
        "sbi-neft-credit", brands.SBI, '"neftinfo.itps" <neftinfo.itps@alerts.sbi.bank.in>', "NEFT Transaction",
        """
        Dear Customer,

        Thank you for banking with State Bank of India. Your account has been credited for NEFT received as per the details given below

        | Credited to Your A/c | XX{account} |
        | Amount | INR {amount:in} |
        | UTR No. | {utr} |
        | Date | {date:%d/%m/%Y} |
        | Sent by | Mr {payee} |
        | Sender Bank IFSC | FDRL0009993 |
        """,
        Truth("credit", "transfer", "Mr {payee}", "account", "day", reference="{utr}"),
        look="legacy", weight=0.8, amounts=_LARGE, patterns={"utr": "FBBT2###########"},
    ),
    Template(
        "sbi-atm", brands.SBI, "SBI <sbiatm@alerts.sbi.co.in>", "ATM withdrawal alert",
        "Dear Customer, Rs.{amount:short} withdrawn at SBI ATM {atm} from A/cX{account} on {date:%d%b%y}. Transaction Number {trace}. "
        "Available Balance Rs.{balance:in}. If not done by you, forward to 7400165218 to block your card.",
        Truth("debit", "withdrawal", "SBI ATM {atm}", "account", "day", reference="{trace}"),
        channel="atm", form="text", amounts=Amounts(5, 150, whole=True, step=100), patterns={"atm": "S1BB0013#####3", "trace": "7###"},
    ),
    Template(
        "indusind-debit", brands.INDUSIND, "IndusInd Bank <IndusInd_Bank@indusind.com>", "IndusInd Bank Transaction Alert",
        """
        IndusInd Bank

        Dear Customer,

        Thank you for banking with us.

        Your IndusInd Bank Account No. 15XXXXXX{account} has been Debited for INR {amount:in} towards UPI/{rrn}/DR/{payee:upper}/YESB0PTMUPI/{vpa}. The balance available in your Account is INR {balance:in}.
        """,
        Truth("debit", "transfer", "{payee:upper}", "account", reference="{rrn}"),
        channel="upi", form="html", amounts=_UPI,
    ),
    Template(
        "idfc-debit", brands.IDFC, "IDFC FIRST Bank <transaction.alerts@idfcfirstbank.com>", "Transaction alert from IDFC FIRST Bank",
        """
        Greetings from IDFC FIRST Bank.

        Dear Customer,

        Your A/C XXXXXXX{account} has been debited by INR {amount:in} on {date:%d/%m/%Y %H:%M}. New balance is INR {balance:in}CR.
        """,
        Truth("debit", "other", None, "account", "minute"), amounts=_LARGE,
    ),
    Template(
        "idfc-neft-credit", brands.IDFC, "IDFC FIRST Bank <transaction.alerts@idfcfirstbank.com>", "Transaction alert from IDFC FIRST Bank",
        """
        Dear Customer,

        Your A/C XXXXXXX{account} has been credited with INR {amount:in} on {date:%d-%m-%Y %H:%M:%S} vide NEFT payment reference {utr} received from {company}.

        New balance is INR {balance:in}.
        """,
        Truth("credit", "transfer", "{company}", "account", "second", reference="{utr}"),
        form="html", amounts=_LARGE, patterns={"utr": "CITIN26#########"},
    ),
    Template(
        "canara-upi-debit", brands.CANARA, "Canara Bank <canarabank@canarabank.com>", "UPI Transaction Alert",
        """
        Dear Customer,

        Thanking you for banking with Canara Bank.

        An amount of INR {amount:in} has been DEBITED on {date:%d/%m/%y} from your account XXXX{account} to {shop:upper} with UPI Ref No.:{rrn}. Total Available Balance INR {balance:in}.To report fraud & stop further debit transaction, Call : 18001030.
        """,
        Truth("debit", "transfer", "{shop:upper}", "account", "day", reference="{rrn}"),
        channel="upi", form="text", amounts=_UPI,
    ),
    Template(
        "bob-credit", brands.BOB, "Bank of Baroda <alerts@bankofbaroda.bank.in>", "bob World transaction alert",
        "Dear Customer, Rs.{amount:in} credited to A/c no. XXXXXX{account} on {date:%d-%m-%y} via bob World.",
        Truth("credit", "transfer", None, "account", "day"), form="html", look="legacy", amounts=_LARGE,
    ),
    Template(
        "pnb-debit", brands.PNB, "PNB <alerts@pnb.co.in>", "PNB debit alert",
        "Ac XX{account} Debited with Rs.{amount:plain}, {date:%d-%m-%Y %H:%M:%S}. Aval Bal Rs.{balance:plain} CR. Helpline 18001800/18002021-PNB",
        Truth("debit", "other", None, "account", "second"), form="text", amounts=_LARGE,
    ),
)  # fmt: skip
