"""The reference of a payment, from labels first and from the text next."""

import re

from app.parsing.generic.numbered import numbered
from app.parsing.generic.pairs import Pair

REFERENCE = re.compile(
    r"(?P<r1>\b(?:UTR|RRN|CRO|TRN|UMRN|UPI(?:\s+(?:transaction|txn))?\s+(?:ref(?:erence)?|id)|UPI txn(?=\s?:?\s/?\d)"
    r"|UPI(?=[\s:]{1,2}\d{12}\b)|UPI transaction (?:reference )?(?:number|id)|IMPS ref(?:erence)?"
    r"|NEFT (?:payment )?ref(?:erence)?|unique transaction reference)\b)"
    r"|(?P<r2>\b(?:transaction ref(?:erence)?|ref(?:erence)?(?: (?:no|number|id|code))?|refno|referencia|referenz|référence"
    r"|riferimento|número de referencia|no\.? rujukan|clave de rastreo|numer referencyjny|kenmerk)\b|\bREF\b|参考号|参考编号|參考編號"
    r"|照会番号)"
    r"|(?P<r3>\b(?:transaction (?:id|no|number)|txn\.? (?:id|no)|txn(?=\s\d{8})|trans(?:action)? id|transfer (?:id|number)|tid"
    r"|trx\.? ?id|txn\.? ?id|trxid|txnid|\btrx(?=\s[A-Z]{0,4}\d{5})|confirmación(?=:)|confirmation(?= [A-Z]{0,4}\d{4})"
    r"|transacci[oó]n(?=\s?(?:n[º°o]\.?)?:?\s?#?\d{5})|id transaksi|no\.? transaksi|işlem no|folio|comprobante|mã gd"
    r"|mã giao dịch|ma gd|ma giao dich|交易号|流水号|決済番号|payment id|confirmation(?: (?:number|no|code)|(?=:))|document number"
    r"|operation (?:number|id))\b)"
    r"|(?P<r3b>\b(?:num[eé]ro (?:de |d[i'])?(?:operazione|opération|transaction|transazione)|n[°ºo]\.? (?:d'opération"
    r"|de (?:operación|operação|transacción|transação))|número de (?:operación|operação|transacción|transação)"
    r"|código de (?:operación|operação|transacción|transação|autenticação)|referans (?:no|numarası|kodu)|işlem (?:numarası"
    r"|referans no)|(?:numer|nr) (?:transakcji|operacji|referencyjny)|transa[kc]tions?-?(?:nummer|id|nr)|vorgangsnummer"
    r"|číslo (?:transakce|operace)|no\. referensi|nomor (?:referensi|transaksi)|kode transaksi|mã tham chiếu|số giao dịch)\b"
    r"|거래\s?번호|승인\s?번호|取引番号|受付番号|رقم (?:ال)?(?:مرجع|مرجعي|عملية|حوالة)|หมายเลขอ้างอิง|เลขที่(?:อ้างอิง|รายการ))"
    r"|(?P<r4>\b(?:order (?:id|no|number)|order #|receipt (?:no|number)|receipt #|booking (?:id|code|ref(?:erence)?)"
    r"|invoice (?:no|number)|pedido)\b|\breceipt(?=\s?:?\s(?=[A-Z0-9-]{5})[A-Z-]{0,4}\d)|(?:order|commande|bestellung|ordine"
    r"|zamówienie|zamówienia|encomenda)(?=\s?#|\s(?=[A-Z\d-]{5})[A-Z-]{0,4}\d))"
    r"|(?P<r5>\b(?:auth(?:ori[sz]ation)?(?: (?:code|no|number))?|aut|approval code|autorizaci[oó]n|nro\. aut|dispute no)\b)",
    re.I,
)
REFERENCE_VALUE = re.compile(
    r"\s{0,2}[.:]?\s{0,2}(?:(?:no|number|code)(?![a-z])|id(?![a-z0-9])|#"
    r"|n[º°])?\s{0,2}[.:#]{0,2}\s{0,2}[:\-]{0,2}\s{0,2}/?(?:is:?\s{0,2})?(?P<v>[A-Z]{2}\d{6}\.\d{4}\.[A-Z]\d{4,7}"
    r"|(?-i:#?(?:[A-Z]{2,4} (?=[A-Z]?\d))?(?=[A-Z\d-]{0,5}\d)[A-Z\d-]{2,6}(?: (?=[A-Z-]{0,3}\d)[A-Z\d-]{2,6}(?![\w%/:-]|[.,]\d"
    r"|\s?(?:[$€£₹₺]|[A-Z]{3}\b|[A-Z]?[a-zäéû]{2,8}\.? ?\d{4}))){1,6})|#?[A-Za-z0-9][A-Za-z0-9\-/]{3,44})",
    re.I,
)
SPACED_CODE = re.compile(r"(?:#?[A-Za-z0-9\-/]{0,12}\d[A-Za-z0-9\-/]{0,20})(?: [A-Za-z0-9\-]{0,12}\d[A-Za-z0-9\-]{0,20}){1,6}")
# "FT 2610 7123 45": a few capitals that lead groups of figures.
LED_CODE = re.compile(r"[A-Z]{2,4}(?: (?:[A-Z]{0,3}\d[A-Z\d-]{0,12}|[A-Z]{2}(?= \d))){2,6}|[A-Z]{2,4} \d{5,20}")
CODE = re.compile(r"#?[A-Za-z0-9][\w\-./]{2,44}")
# "UPI Ref. no. 529807237409-Kerala Gramin Bank": who writes signs behind the number.
SIGNED = re.compile(r"(?<=\d{8})-[A-Z][a-z]+$|(?<=\d{12})-[A-Z]{1,3}$|(?<=\d{12})/[A-Za-z].*$")
# "SKP4XA91QZ Confirmed. Ksh1,250.00 paid to …"
CONFIRMED = re.compile(r"^(?=[A-Z]*\d)(?=\d*[A-Z])([A-Z\d]{9,12}) [Cc]onfirmed\b", re.M)


def reference_of(pairs: list[Pair], text: str) -> str | None:
    """The bank's or network's reference before the app's own, an authorisation code last."""
    ranked: list[tuple[int, int, str]] = []
    for order, pair in enumerate(pairs):
        if pair.field.startswith("reference") and (value := _code(pair.value)):
            ranked.append((int(pair.field[-1]), order, value))
    text = numbered(text)
    if confirmed := CONFIRMED.search(text):
        ranked.append((3, 99, confirmed.group(1)))
    for order, found in enumerate(REFERENCE.finditer(text)):
        code = REFERENCE_VALUE.match(text, found.end())
        if code and (digits := sum(char.isdigit() for char in code["v"])) and (digits >= 3 or len(code["v"]) >= 7):
            rank = next(int(name[1]) for name, group in found.groupdict().items() if group)
            ranked.append((rank, 100 + order, SIGNED.sub("", code["v"]).rstrip("-/")))
    return min(ranked)[2] if ranked else None


def _code(value: str) -> str | None:
    value = value.strip().rstrip(".,;")
    if SPACED_CODE.fullmatch(value) or LED_CODE.fullmatch(value):
        return value
    value = re.split(r"\s(?:[·•|]\s|(?:at|on|dated) (?=\d))", value, maxsplit=1)[0]
    found = CODE.match(value)
    if not found or " " in value[found.end() : found.end() + 30].strip():
        return None
    code = found.group().rstrip(".")
    return code if any(char.isdigit() for char in code) or (code.startswith("#") and len(code) > 3) else None
