"""The one-line remarks Indian banks print for a transfer: UPI/P2A/614811283738/KAVITHA R NAIR and its many cousins."""

import re
from dataclasses import dataclass

from app.domain.transaction import Kind

MODES = frozenset({"UPI", "NEFT", "IMPS", "RTGS", "MMT", "INF", "INFT", "BIL", "ACH", "NACH", "ECS", "P2A", "P2M", "P2P", "MB", "IB", "ONL", "CR", "DR", "NEFT CR", "NEFT DR", "FT", "TPT", "MOB"})  # fmt: skip
BANKS = re.compile(
    r"(?:HDFC|ICICI|ICIC|AXIS|UTIB|SBIN|SBI|YES|YESB|KKBK|KOTAK|PUNB|BARB|CNRB|IDFB|INDB|FDRL|AUBL|UBIN|IDIB|IOBA|CITI|HSBC"
    r"|RATN|DBSS)[A-Z]{0,10}"
    r"|[A-Z]{4}0[A-Z0-9]{6}|[A-Z ]{3,20} BANK|PAYTM|[\w.\-]{1,60}@[\w.\-]{2,40}",
    re.I,
)
REFERENCE = re.compile(r"(?=[A-Z0-9]{0,30}\d{4})[A-Z0-9]{8,30}", re.I)
SALARY = re.compile(r"\b(?:salary|payroll|wages|sal|gehalt|lohn|salaire|nómina|sueldo|stipendio)\b", re.I)
INTEREST = re.compile(r"\bint(?:erest)?\.?\s?(?:pd|paid|cr|credit)\b|\bcredit interest\b", re.I)
BILLER = re.compile(r"\b(?:BIL|ACH|NACH|ECS|UMRN|mandate|autopay)\b", re.I)
CASH = re.compile(r"\b(?:ATM|ATW|NWD|cash wdl|CWDR)\b", re.I)
FEE = re.compile(r"\b(?:charges?|fee|GST)\b", re.I)


@dataclass(frozen=True, slots=True)
class Narration:
    counterparty: str | None
    reference: str | None
    kind: Kind | None


# "ACH D- LOTUS FUND-8821" says which way it went; "NEFT by LOTUS LLP" is a sentence of two words and a name.
MODE_FIRST = re.compile(r"^(?:UPI|IMPS|NEFT|RTGS)[ :\-]{1,2}((?=[A-Z]{0,6}\d)[A-Z0-9]{8,30})[ \-]([^\d/][^/]{1,60})$", re.I)
LABELLED = re.compile(
    r"[ (]*\b(?:UPI |IMPS |NEFT )?(?:ref(?:erence)?|RRN|UTR|txn|transaction)\.? ?(?:no|id"
    r"|number)?\.? ?[:#\-]? ?((?=[A-Z]{0,6}\d)[A-Z0-9]{6,30})\)?",
    re.I,
)
VPA = re.compile(r"(?:VPA )?\(?\b([\w.\-]{2,60}@[a-z][\w.\-]{1,40})\)?", re.I)
ACH = re.compile(r"^(ACH|NACH|ECS) ?[CD](?:R|r)? ?[-/] ?", re.I)
BY = re.compile(r"^(?:NEFT|IMPS|RTGS|UPI|transfer) (?:by|from|to) ", re.I)


def read_narration(text: str) -> Narration:
    kind = _kind(text)
    text = BY.sub("", ACH.sub(r"\1-", text))
    if kind is Kind.INTEREST:
        return Narration(None, None, kind)
    separator = "/" if text.count("/") >= 2 else "*" if text.startswith("BIL*") else "-" if text.count("-") >= 2 else "/"
    parts = [part.strip() for part in text.split(separator) if part.strip()]
    if len(parts) < 2 or parts[0].upper() not in MODES:
        return _prose(text, kind)
    rest = [part for part in parts[1:] if part.upper() not in MODES]
    reference = next((part for part in rest if REFERENCE.fullmatch(part) and not BANKS.fullmatch(part)), None)
    if separator == "-":
        # A dashed remark names the sending bank's code first and its reference last.
        reference = next((part for part in reversed(rest) if REFERENCE.fullmatch(part)), reference)
    names = [part for part in rest if part != reference and re.search(r"[A-Za-z]{2}", part)]
    name = next((part for part in names if not BANKS.fullmatch(part)), None) or next(
        (part for part in names if "@" in part), None
    )
    return Narration(name, reference, kind)


def _prose(text: str, kind: Kind | None) -> Narration:
    """A remark in words: "IMPS 625918610771 INNOVEST", "VPA ram@ybl (UPI Ref no 612455667788)"."""
    if found := MODE_FIRST.match(text):
        return Narration(found[2].strip(), found[1], kind)
    told = LABELLED.search(text)
    rest = (text[: told.start()] + text[told.end() :] if told else text).strip(" ,;-()")
    rest = re.sub(r"^(?:from|by|to) ", "", rest) if told else rest
    vpa = VPA.search(rest)
    name = VPA.sub("", rest).strip(" ,;-()") if vpa else rest
    return Narration(name or (vpa[1] if vpa else None), told[1] if told else None, kind or (Kind.TRANSFER if vpa else None))


def _kind(text: str) -> Kind | None:
    for pattern, kind in ((INTEREST, Kind.INTEREST), (SALARY, Kind.SALARY), (CASH, Kind.WITHDRAWAL), (BILLER, Kind.BILL_PAYMENT)):
        if pattern.search(text):
            return kind
    if text.upper().startswith(("UPI", "NEFT", "IMPS", "RTGS", "MMT", "INF")):
        return Kind.TRANSFER
    return Kind.FEE if FEE.search(text) else None
