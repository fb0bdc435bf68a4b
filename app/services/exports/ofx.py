"""OFX 2.2: a statement for each account and currency, because a statement has one currency.

The standard wants a balance. Mails tell of payments, not of balances: it is 0, and the statement says that it is unknown.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from app.services.exports.source import Source, day_of, one_line
from app.services.transactions import StoredTransaction
from app.storage.exports import Account

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
    '<?OFX OFXHEADER="200" VERSION="220" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>\n'
    "<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0</CODE><SEVERITY>INFO</SEVERITY></STATUS>"
    "<DTSERVER>{now}</DTSERVER><LANGUAGE>ENG</LANGUAGE></SONRS></SIGNONMSGSRSV1>"
)
_STATEMENT = (
    "<STMTTRNRS><TRNUID>{number}</TRNUID><STATUS><CODE>0</CODE><SEVERITY>INFO</SEVERITY></STATUS><STMTRS>"
    "<CURDEF>{currency}</CURDEF><BANKACCTFROM><BANKID>{bank}</BANKID><ACCTID>{account}</ACCTID>"
    "<ACCTTYPE>CHECKING</ACCTTYPE></BANKACCTFROM>"
    "<BANKTRANLIST><DTSTART>19700101</DTSTART><DTEND>{now}</DTEND>\n"
)
_END = (
    "</BANKTRANLIST><LEDGERBAL><BALAMT>0</BALAMT><DTASOF>{now}</DTASOF></LEDGERBAL>"
    "<MKTGINFO>The balance is not known: these are the payments that mails told of.</MKTGINFO></STMTRS></STMTTRNRS>\n"
)
# What the standard calls it; the direction for the rest.
_TYPES = {
    "transfer": "XFER", "withdrawal": "ATM", "fee": "FEE", "salary": "DIRECTDEP", "interest": "INT", "bill_payment": "PAYMENT",
    "purchase": "POS",
}  # fmt: skip


def write(source: Source) -> Iterator[str]:
    now = datetime.now(UTC).strftime("%Y%m%d%H%M%S")
    yield _HEAD.format(now=now)
    accounts = source.accounts()
    if accounts:
        yield "<BANKMSGSRSV1>"
    for number, account in enumerate(accounts, start=1):
        yield _statement(number, account, now)
        for one in source.transactions(account):
            yield _line(one)
        yield _END.format(now=now)
    yield ("</BANKMSGSRSV1>" if accounts else "") + "</OFX>\n"


def _statement(number: int, account: Account, now: str) -> str:
    bank = _text(account.issuer or "unknown", 9)
    last4 = _text(account.account_last4 or "unknown", 22)
    return _STATEMENT.format(number=number, currency=account.currency, bank=bank, account=last4, now=now)


def _line(one: StoredTransaction) -> str:
    minus, other_type = ("-", "DEBIT") if one.direction == "debit" else ("", "CREDIT")
    who = one.merchant or one.counterparty or one.kind
    memo = " ".join(part for part in (one.counterparty, one.reference) if part)
    return (
        f"<STMTTRN><TRNTYPE>{_TYPES.get(one.kind, other_type)}</TRNTYPE><DTPOSTED>{day_of(one):%Y%m%d}</DTPOSTED>"
        f"<TRNAMT>{minus}{one.amount:f}</TRNAMT><FITID>{one.id}</FITID><NAME>{_text(who, 32)}</NAME>"
        f"<MEMO>{_text(memo or who, 255)}</MEMO></STMTTRN>\n"
    )


def _text(text: str, longest: int) -> str:
    return escape(one_line(text)[:longest].strip())
