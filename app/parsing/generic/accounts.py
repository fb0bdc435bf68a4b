"""Which account of the reader's a payment is of, from labels first and from the sentence next: the last digits shown."""

import re

from app.domain.transaction import Direction
from app.parsing.generic.numbered import numbered
from app.parsing.generic.pairs import Pair
from app.parsing.generic.unmasked import YOURS, unmasked
from app.parsing.slots import last_digits

MASK = r"(?:[Xx*•·#]{1,20}[Xx*•·#\s.\-\d]{0,16}?|\.{2,6}\s?|(?<=\()-?\.{0,3})"
OWN = re.compile(
    r"(?:\ba/c(?=[xX*]{0,6}\d{3})|\b(?:a/c|acct?|account|accounts|card|debit card|credit card|ending(?: (?:in|with))?"
    r"|ends (?:in|with)|cuenta|tarjeta|terminada en|terminado en|producto|cartão|final|conta|konto|karte|iban|compte|carte"
    r"|conto|carta|kort|visa|mastercard|amex|master|rekening|kart|a/cx|ac|cc|savings|checking|wallet|t\.cred|t\.deb|card no"
    r"|card number|\w{0,12}konto|\w{0,12}karte|terminaci[oó]n|termina en|endet auf|endend auf|endung|finissant par"
    r"|se terminant par|eindigend op|eindigt op|som slutar på|slutar på|som ender på|kończąc\w{1,4} się na|končíc\w{1,3} na"
    r"|kártya|kortti|karta|kartą|kartou|kartąo|cardul|tk|thẻ|akaun|бaнк|карта|карты|счет|счёт|κάρτα|producto)\b)"
    rf"[^\n\d]{{0,34}}?(?P<digits>(?:\d{{4}}[ \-]?[Xx*•]{{2,8}}[ \-]?[Xx*•]{{2,8}}[ \-]?\d{{3,4}}"
    rf"|(?:{MASK})?\d{{3,6}}(?:[ \-](?!\d{{1,2}}\s[^\W\d_]{{3}}|\d{{4}}[\-/.]\d"
    rf"|\d{{1,2}}[\-/.:]\d)\d{{1,6}}){{0,3}}))(?![\d.,/:]\d|\d|%|[ \-]?[Xx*•]{{2}}|-\d{{2}}-\d{{2}}|\s?(?:年|月))",
    re.I,
)
MASKED = re.compile(r"(?<![\w.])(?:\d{2,6})?[Xx*•#]{2,20}[Xx*•#\s\-\d]{0,20}?(?P<digits>\d{3,6}(?:-\d{1,4})?)(?!\d|[Xx*])")
ENDS = re.compile(
    r"(?P<digits>\d{4})(?: ile biten| で終わる|で終わる)|(?:末[四4](?:碼|码|位)(?:数)?|尾[号號]|後四碼|カード末尾"
    r"|(?:カード)?(?:番号)?下[4四４]桁)[为為は:：]?\s?(?P<digits2>\d{3,4})(?!\d)|末尾[:：]?\s?(?P<digits3>\d{4})|\*(?P<digits4>\d{4})\b"
    r"|\(-(?P<digits5>\d{4,8})\)|#\s?(?P<digits6>\d{4})\b|[Cc]ard (?P<digits7>\d{4})\b|(?:VISA|Visa|Mastercard"
    r"|Amex)[ \-](?:\w{1,16} ){0,3}(?P<digits8>\d{4})\b|\.\.(?P<digits9>\d{4,8})\b|[•·*]{1,4}\s?(?P<digits10>\d{4})\b"
    r"|(?:بطاق\w{0,4}|حساب\w{0,4}|المنتهي\w{0,2}|رقم(?! (?:ال)?(?:عملية|مرجع|مرجعي|حوالة|معاملة|طلب|فاتورة|هاتف"
    r"|جوال)))[^\d\n]{0,24}(?P<digits11>\d{3,4})(?!\d|[.,/\-:]\d)|\w\*\w\((?P<digits12>\d{4})\)"
    r"|kartınız\w{0,6} \((?P<digits14>\d{4})\)|(?<![\d.,])(?P<digits15>\d{4}) (?:card\b|nolu|numaralı|son haneli|végű|카드)"
    r"|(?:last (?:4|four)(?: digits)?|laatste cijfers|slutar med|končiacej|sonu|berakhir(?:an)?|akhiran|ลงท้าย(?:ด้วย)?"
    r"|số cuối|끝(?:\s?4)?\s?자리|尾号是|[账帳][户戶])\s?(?P<digits16>\d{4})(?!\d|[.,]\d)|(?<!\d)\d{3,6}\*(?P<digits17>\d{3,4})(?!\d)"
    r"|บช\.?\s?[xX*]{0,6}(?P<digits21>\d{4})(?!\d)|(?:^|(?<=\n))(?:عبر|من|لـ)\s?:?\s?(?P<digits22>\d{4})(?=[;\n]|$)|\b(?:VISA"
    r"|ECMC|MIR|MAESTRO|ELCART|HUMO|UZCARD|KARTA|SCHET)[- ]?(?P<digits20>\d{4})(?!\d)"
    r"|כרטיס\S{0,3} (?:המסתיים ב-? ?)?(?P<digits19>\d{4})(?!\d)|(?:카드|계좌|บัตร|บัญชี)[^\d\n]{0,16}(?P<digits13>\d{4})(?!\d"
    r"|[.,/\-:]\d|원|\s?บาท)"
)
NOT_OWN = re.compile(
    r"\b(?:beneficiary|recipient|payee|in favou?r of|favou?ring|loan|policy|consumer|to (?:a/c|account)|mobile(?! (?:app"
    r"|banking))|phone|celular|destino|destinatario|penerima|uen|hotline|call)\b[^\n\d()]{0,30}$",
    re.I,
)

# What one has with a lender, an insurer or the waterworks is paid for, not from.
NOT_AT_BANK = re.compile(
    r"\b(?:virtual|destination|loan|policy|consumer|subscriber|folio|billing|utility|fiber|broadband|meter|toll|demat)\b",
    re.I,
)
# Of two accounts in one sentence the one that is called the reader's.
FROM_HERE = re.compile(r"\bfrom (?:[\w.]{1,12} ){0,2}$", re.I)
INTO_HERE = re.compile(r"\b(?:in|into) (?:[\w.]{1,12} ){0,2}$", re.I)


# Labels of an account that is not the user's, by which way the money went.
THEIRS_OUT = re.compile(
    r"\W*(?:to|credit(?:ed)?|beneficiary|recipient|payee|receiver|destin\w*|cuenta (?:de )?destino|conta (?:de )?destino|abono"
    r"|ke|kepada|naar|an|vers|till|til|do|komu|alıcı|đến|tới|ไปยัง|إلى|deposit(?:ed)?)\b",
    re.I,
)
THEIRS_IN = re.compile(
    r"\W*(?:(?:(?:no|nomor)\.? )?rekening pengirim|from|sender\w*|sent by|remitter\w*|source|debit(?:ed)?"
    r"|cuenta (?:de )?origen|conta (?:de )?origem|dari|van|von|de la part|da|fra|från|od|gönderen|จาก|من)\b",
    re.I,
)


def account_of(pairs: list[Pair], text: str, start: int, sentence: str, direction: Direction, subject: str) -> str | None:
    against = THEIRS_IN if direction is Direction.CREDIT else THEIRS_OUT
    for at, pair in enumerate(pairs):
        if against.match(pair.label) or NOT_AT_BANK.search(pair.label) or _below_their_name(pairs, at, direction):
            continue
        own = (
            pair.field == "ownaccount"
            or (pair.field == "payer" and direction is Direction.DEBIT)
            or (pair.field in {"payee", "theirs"} and direction is Direction.CREDIT)
        )
        if own and pair.field != "ownaccount" and not re.search(r"[xX*•.]{2,}|\d{4}\)?$|ending|\d/\d{4}\b", pair.value):
            continue
        if own and (digits := _account_digits(pair.value) or _line_below(pair.value, text)):
            return digits
    around = text[max(0, start - 500) : start + 900] if start >= 0 else text[:1400]
    for place in (sentence, around, subject, text[:3000]):
        if digits := _first_account(numbered(place), direction):
            return digits
    shown = numbered(f"{subject}\n{text[:3000]}")
    for at, pair in enumerate(pairs):
        shown = shown.replace(pair.value, "") if _below_their_name(pairs, at, direction) else shown
    for found in unmasked(shown, direction):
        if not NOT_OWN.search(found.before) and not NOT_AT_BANK.search(found.before[-14:]):
            return found.digits
    return None


# "4269109023/0800": of Czech and Slovak accounts the number stands before that of the bank.
BANK_BEHIND = re.compile(r"(?<![\d/])(?:\d{1,6}-)?(\d{4,10})/\d{4}(?![\d/])")


def _line_below(value: str, text: str) -> str | None:
    """ "Rekening Sumber: SAM RIVERA", and "*****5683" on the next line."""
    at = text.find(f"{value}\n")
    masked = MASK_LINE.match(text, at + len(value)) if value and at >= 0 else None
    return masked.group(1) if masked else None


MASK_LINE = re.compile(r"\n\W{0,2}[*xX•.]{2,16}\s?(\d{3,4})(?=\n|$)")


IN_FULL = re.compile(r"\W*\d{10,20}\W*")


def _below_their_name(pairs: list[Pair], at: int, direction: Direction) -> bool:
    """ "Beneficiary: JOHN OBI / Bank: … / Account number: 9876543210": in full, right below the other side, it is theirs."""
    theirs = "payer" if direction is Direction.CREDIT else "payee"
    pair = pairs[at]
    near = any(
        above.field == theirs and 0 < pair.row - above.row <= 2 for above in pairs[max(0, at - 2) : at]
    )  # a row for their bank
    return near and IN_FULL.fullmatch(pair.value) is not None


# The end of a mask will do: from its beginning on a long one would be walked again and again.
BEHIND_MASK = re.compile(r"(?:[xX*•]{2}|\.{2}\s?)[xX*•\s\-]{0,20}(\d{3,6})(?![\d:/])")


def _account_digits(value: str) -> str | None:
    if re.search(r"[a-z]{4}@|[₹$€£]|\b\d{1,2}:\d{2}\b|\b(?:call|hotline)\b", value, re.I):
        return None
    if czech := BANK_BEHIND.search(value):
        return czech[1][-4:]
    value = re.split(r"\s(?:on|am|le|el|il|em|op|den|dated)\s", value, maxsplit=1)[0]
    if masked := BEHIND_MASK.search(value):
        return masked.group(1)[-4:]
    found = re.search(r"\d[\d\-\s/]{1,30}(?=\)?\s*(?:-[a-z])?[^\d]{0,24}$)", value, re.I)
    tail = re.search(r"(?:\d[ \-]?){0,20}\d(?=[^\d]{0,12}$)", value)
    last = tail or found
    digits = re.sub(r"\D", "", last.group()) if last else ""
    if len(digits) < 3 or (len(digits) > 4 and not re.search(r"[xX*•.\-(]|^\s*\d+\s*$|\d{6,}|ending|#", value)):
        return None
    return (
        digits[-4:]
        if re.search(r"[xX*•.#(\-]|ending|^\W*\d+\W*$|visa|master|amex|card|debit|credit|a/c|account|bank", value, re.I)
        or len(digits) >= 8
        else None
    )


# An IBAN in its groups of four, however they are masked: "DE21 **** **** **** **44 18", "FI•• •••• •••4 71".
IBAN = re.compile(r"\b[A-Z]{2}[\d*•xX]{2}(?: [A-Z\d*•xX.]{4}){2,7}(?: [\d*•xX]{1,3})?(?![\w*•])")
# Norwegian: "1208.**.**771".
DOTTED = re.compile(r"\b\d{0,4}\.[*xX•\d]{2}\.[*xX•\d]{2}(\d{3})\b")


def _iban(text: str) -> str | None:
    for found in (*IBAN.finditer(text), *DOTTED.finditer(text)):
        shown = re.search(r"\d{3,}$", found.group().replace(" ", ""))
        if shown and not NOT_OWN.search(text[max(0, found.start() - 34) : found.start()]):
            return shown.group()[-4:]
    return None


def _first_account(text: str, direction: Direction) -> str | None:
    """Of several the one that is called the reader's, or that the sentence puts on the reader's side."""
    here = FROM_HERE if direction is Direction.DEBIT else INTO_HERE
    first = _iban(text)
    for pattern in (OWN, MASKED, ENDS):
        for found in pattern.finditer(text):
            before = text[max(0, found.start() - 34) : found.start()]
            value = next((group for group in found.groupdict().values() if group), "")
            if NOT_OWN.search(before) or not (digits := last_digits(value)):
                continue
            if YOURS.search(before) or here.search(before):
                return digits
            first = first or digits
    return first
