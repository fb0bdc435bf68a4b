"""Account, reference, time and payee of the payment, from labels first and from the sentence next."""

import re
from datetime import timedelta

from app.domain.transaction import Direction, Moment
from app.parsing.clean import Page
from app.parsing.dates import DateContext, find_moments, first_moment
from app.parsing.generic.pairs import Pair
from app.parsing.generic.unmasked import YOURS, unmasked
from app.parsing.hours import parse_time
from app.parsing.slots import last_digits

MASK = r"(?:[Xx*•·#]{1,20}[Xx*•·#\s.\-\d]{0,16}?|\.{2,6}\s?|(?<=\()-?\.{0,3})"
OWN = re.compile(
    r"(?:\ba/c(?=[xX*]{0,6}\d{3})|\b(?:a/c|acct?|account|accounts|card|debit card|credit card|ending(?: (?:in|with))?|ends (?:in|with)|cuenta|tarjeta|terminada en|terminado en|producto|cartão|final|conta|konto|karte|iban|compte|carte|conto|carta|kort|visa|mastercard|amex|master|rekening|kart|a/cx|ac|cc|savings|checking|wallet|t\.cred|t\.deb|card no|card number|\w{0,12}konto|\w{0,12}karte|terminaci[oó]n|termina en|endet auf|endend auf|endung|finissant par|se terminant par|eindigend op|eindigt op|som slutar på|slutar på|som ender på|kończąc\w{1,4} się na|končíc\w{1,3} na|kártya|kortti|karta|kartą|kartou|kartąo|cardul|tk|thẻ|akaun|бaнк|карта|карты|счет|счёт|κάρτα|producto)\b)"
    rf"[^\n\d]{{0,34}}?(?P<digits>(?:\d{{4}}[ \-]?[Xx*•]{{2,8}}[ \-]?[Xx*•]{{2,8}}[ \-]?\d{{3,4}}|(?:{MASK})?\d{{3,6}}(?:[ \-](?!\d{{1,2}}\s[^\W\d_]{{3}}|\d{{4}}[\-/.]\d|\d{{1,2}}[\-/.:]\d)\d{{1,6}}){{0,3}}))(?![\d.,/:]\d|\d|%|[ \-]?[Xx*•]{{2}}|-\d{{2}}-\d{{2}}|\s?(?:年|月))",
    re.I,
)
MASKED = re.compile(r"(?<![\w.])(?:\d{2,6})?[Xx*•#]{2,20}[Xx*•#\s\-\d]{0,20}?(?P<digits>\d{3,6}(?:-\d{1,4})?)(?!\d|[Xx*])")
ENDS = re.compile(
    r"(?P<digits>\d{4})(?: ile biten| で終わる|で終わる)|(?:末[四4](?:碼|码|位)(?:数)?|尾[号號]|後四碼|カード末尾|(?:カード)?(?:番号)?下[4四４]桁)[为為は:：]?\s?(?P<digits2>\d{3,4})(?!\d)|末尾[:：]?\s?(?P<digits3>\d{4})|\*(?P<digits4>\d{4})\b|\(-(?P<digits5>\d{4,8})\)|#\s?(?P<digits6>\d{4})\b|[Cc]ard (?P<digits7>\d{4})\b|(?:VISA|Visa|Mastercard|Amex)[ \-](?:\w{1,16} ){0,3}(?P<digits8>\d{4})\b|\.\.(?P<digits9>\d{4,8})\b|[•·*]{1,4}\s?(?P<digits10>\d{4})\b|(?:بطاق\w{0,4}|حساب\w{0,4}|المنتهي\w{0,2}|رقم(?! (?:ال)?(?:عملية|مرجع|مرجعي|حوالة|معاملة|طلب|فاتورة|هاتف|جوال)))[^\d\n]{0,24}(?P<digits11>\d{3,4})(?!\d|[.,/\-:]\d)|\w\*\w\((?P<digits12>\d{4})\)|kartınız\w{0,6} \((?P<digits14>\d{4})\)|(?<![\d.,])(?P<digits15>\d{4}) (?:card\b|nolu|numaralı|son haneli|végű|카드)|(?:last (?:4|four)(?: digits)?|laatste cijfers|slutar med|končiacej|sonu|berakhir(?:an)?|akhiran|ลงท้าย(?:ด้วย)?|số cuối|끝(?:\s?4)?\s?자리|尾号是|[账帳][户戶])\s?(?P<digits16>\d{4})(?!\d|[.,]\d)|(?<!\d)\d{3,6}\*(?P<digits17>\d{3,4})(?!\d)|บช\.?\s?[xX*]{0,6}(?P<digits21>\d{4})(?!\d)|(?:^|(?<=\n))(?:عبر|من|لـ)\s?:?\s?(?P<digits22>\d{4})(?=[;\n]|$)|\b(?:VISA|ECMC|MIR|MAESTRO|ELCART|HUMO|UZCARD|KARTA|SCHET)[- ]?(?P<digits20>\d{4})(?!\d)|כרטיס\S{0,3} (?:המסתיים ב-? ?)?(?P<digits19>\d{4})(?!\d)|(?:카드|계좌|บัตร|บัญชี)[^\d\n]{0,16}(?P<digits13>\d{4})(?!\d|[.,/\-:]\d|원|\s?บาท)"
)
NOT_OWN = re.compile(
    r"\b(?:beneficiary|recipient|payee|in favou?r of|favou?ring|loan|policy|consumer|to (?:a/c|account)|mobile(?! (?:app|banking))|phone|celular|destino|destinatario|penerima|uen|hotline|call)\b[^\n\d()]{0,30}$",
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

REFERENCE = re.compile(
    r"(?P<r1>\b(?:UTR|RRN|CRO|TRN|UMRN|UPI(?:\s+(?:transaction|txn))?\s+(?:ref(?:erence)?|id)|UPI txn(?=\s?:?\s/?\d)|UPI(?=[\s:]{1,2}\d{12}\b)|UPI transaction (?:reference )?(?:number|id)|IMPS ref(?:erence)?|NEFT (?:payment )?ref(?:erence)?|unique transaction reference)\b)"
    r"|(?P<r2>\b(?:transaction ref(?:erence)?|ref(?:erence)?(?: (?:no|number|id|code))?|refno|referencia|referenz|référence|riferimento|número de referencia|no\.? rujukan|clave de rastreo|numer referencyjny|kenmerk)\b|\bREF\b|参考号|参考编号|參考編號|照会番号)"
    r"|(?P<r3>\b(?:transaction (?:id|no|number)|txn\.? (?:id|no)|txn(?=\s\d{8})|trans(?:action)? id|transfer (?:id|number)|tid|trx\.? ?id|txn\.? ?id|trxid|txnid|\btrx(?=\s[A-Z]{0,4}\d{5})|confirmación(?=:)|confirmation(?= [A-Z]{0,4}\d{4})|transacci[oó]n(?=\s?(?:n[º°o]\.?)?:?\s?#?\d{5})|id transaksi|no\.? transaksi|işlem no|folio|comprobante|mã gd|mã giao dịch|ma gd|ma giao dich|交易号|流水号|決済番号|payment id|confirmation(?: (?:number|no|code)|(?=:))|document number|operation (?:number|id))\b)"
    r"|(?P<r3b>\b(?:num[eé]ro (?:de |d[i'])?(?:operazione|opération|transaction|transazione)|n[°ºo]\.? (?:d'opération|de (?:operación|operação|transacción|transação))|número de (?:operación|operação|transacción|transação)|código de (?:operación|operação|transacción|transação|autenticação)|referans (?:no|numarası|kodu)|işlem (?:numarası|referans no)|(?:numer|nr) (?:transakcji|operacji|referencyjny)|transa[kc]tions?-?(?:nummer|id|nr)|vorgangsnummer|číslo (?:transakce|operace)|no\. referensi|nomor (?:referensi|transaksi)|kode transaksi|mã tham chiếu|số giao dịch)\b|거래\s?번호|승인\s?번호|取引番号|受付番号|رقم (?:ال)?(?:مرجع|مرجعي|عملية|حوالة)|หมายเลขอ้างอิง|เลขที่(?:อ้างอิง|รายการ))"
    r"|(?P<r4>\b(?:order (?:id|no|number)|order #|receipt (?:no|number)|receipt #|booking (?:id|code|ref(?:erence)?)|invoice (?:no|number)|pedido)\b|\breceipt(?=\s?:?\s(?=[A-Z0-9-]{5})[A-Z-]{0,4}\d)|(?:order|commande|bestellung|ordine|zamówienie|zamówienia|encomenda)(?=\s?#|\s(?=[A-Z\d-]{5})[A-Z-]{0,4}\d))"
    r"|(?P<r5>\b(?:auth(?:ori[sz]ation)?(?: (?:code|no|number))?|aut|approval code|autorizaci[oó]n|nro\. aut|dispute no)\b)",
    re.I,
)
REFERENCE_VALUE = re.compile(
    r"\s{0,2}[.:]?\s{0,2}(?:(?:no|number|code)(?![a-z])|id(?![a-z0-9])|#|n[º°])?\s{0,2}[.:#]{0,2}\s{0,2}[:\-]{0,2}\s{0,2}/?(?:is:?\s{0,2})?(?P<v>[A-Z]{2}\d{6}\.\d{4}\.[A-Z]\d{4,7}|(?-i:#?(?:[A-Z]{2,4} (?=[A-Z]?\d))?(?=[A-Z\d-]{0,5}\d)[A-Z\d-]{2,6}(?: (?=[A-Z-]{0,3}\d)[A-Z\d-]{2,6}(?![\w%/:-]|[.,]\d|\s?(?:[$€£₹₺]|[A-Z]{3}\b|[A-Z]?[a-zäéû]{2,8}\.? ?\d{4}))){1,6})|#?[A-Za-z0-9][A-Za-z0-9\-/]{3,44})",
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
NUMBERED = re.compile(r"\d{3}|\d \d\d|\d[A-Z\d]{4}|[A-Z]{2}\d")


# Labels of an account that is not the user's, by which way the money went.
THEIRS_OUT = re.compile(
    r"\W*(?:to|credit(?:ed)?|beneficiary|recipient|payee|receiver|destin\w*|cuenta (?:de )?destino|conta (?:de )?destino|abono|ke|kepada|naar|an|vers|till|til|do|komu|alıcı|đến|tới|ไปยัง|إلى|deposit(?:ed)?)\b",
    re.I,
)
THEIRS_IN = re.compile(
    r"\W*(?:(?:(?:no|nomor)\.? )?rekening pengirim|from|sender\w*|sent by|remitter\w*|source|debit(?:ed)?|cuenta (?:de )?origen|conta (?:de )?origem|dari|van|von|de la part|da|fra|från|od|gönderen|จาก|من)\b",
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
    near = any(above.field == theirs and 0 < pair.row - above.row <= 2 for above in pairs[max(0, at - 2) : at])  # a row for their bank
    return near and IN_FULL.fullmatch(pair.value) is not None


BEHIND_MASK = re.compile(r"(?:[xX*•]{2,}|\.{2,}\s?)[xX*•\s\-]{0,20}(\d{3,6})(?![\d:/])")


def _account_digits(value: str) -> str | None:
    if re.search(r"[a-z]{4,}@|[₹$€£]|\b\d{1,2}:\d{2}\b|\b(?:call|hotline)\b", value, re.I):
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


def numbered(text: str) -> str:
    """The lines with a number in them: the others name no account and no reference."""
    return "\n".join([line for line in text[:5000].split("\n") if NUMBERED.search(line)])


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


def moment_of(pairs: list[Pair], text: str, start: int, sentence: str, dates: DateContext) -> Moment | None:
    labelled = _labelled_moment(pairs, dates)
    if labelled is not None:
        return labelled
    if (inside := _of_payment(sentence, dates)) and not _ahead(inside, dates):
        return inside
    nearest = None
    for found in find_moments(text[:3000], dates):
        if _future_label(text[max(0, found.start - 40) : found.start]) or _ahead(found.moment, dates):
            continue
        distance = abs(found.start - start) if start >= 0 else found.start
        if nearest is None or distance < nearest[0]:
            nearest = (distance, found.moment)
    if nearest and nearest[0] < 900:
        return nearest[1]
    return _clock_only(sentence, dates)


BILL_DATED = re.compile(r"\b(?:bill|invoice|statement|order) (?:date[d:]*|of)\s{0,2}$", re.I)


def _of_payment(sentence: str, dates: DateContext) -> Moment | None:
    """ "for landline bill dated 01-03 received on 06-03": the later word is the payment's."""
    days = list(find_moments(sentence, dates))
    kept = [found for found in days if not BILL_DATED.search(sentence[max(0, found.start - 20) : found.start])]
    return (kept or days)[0].moment if days else None


def last_moment(sentence: str, dates: DateContext) -> Moment | None:
    """Of "debited on 18-03-26 has been reversed on 20-03-26" the day it came back."""
    days = [found.moment for found in find_moments(sentence, dates) if not _ahead(found.moment, dates)]
    return max(days, key=lambda moment: moment.on, default=None)


def _ahead(moment: Moment, dates: DateContext) -> bool:
    """A journey, a delivery, a next instalment: the payment told of lies behind."""
    return dates.received is not None and moment.on > dates.received.date() + timedelta(days=1)


def _future_label(before: str) -> bool:
    return (
        re.search(
            r"\b(?:next|due|renew\w*|expir\w*|valid|until|till|before|arriv\w*|deliver(?!ed)\w*|journey|check-?in|check-?out|departure|vence|próxim\w*|bis|since|reset)\b[^\n]{0,24}$",
            before,
            re.I,
        )
        is not None
    )


TODAY = re.compile(
    r"\b(?:today|hoy|hoje|aujourd'hui|ce jour|heute|soeben|oggi|vandaag|i dag|idag|dzisiaj|dnes|bugün|hari ini|hôm nay)\b|本日|今日|今天|오늘|วันนี้|اليوم",
    re.I,
)


def today_of(text: str, start: int, dates: DateContext) -> Moment | None:
    """ "… posted to your account today": the day of the mail, where the word stands beside the sum."""
    if dates.received is None or start < 0 or not TODAY.search(text[max(0, start - 160) : start + 200].replace("\u2019", "'")):
        return None
    return Moment(dates.received.date())


# Where a value may be cut out of its line, so that a day stands alone which in the line is a part of something longer.
CUT = re.compile(r"[,;|•·:]|(?<=\s)[-–]")
A_CLOCK = re.compile(r"\d{1,2}:\d{2}")
# So much of a text is searched for days.
LONGEST_SEARCHED = 3900


def names_day(page: Page, dates: DateContext) -> bool:
    """Whether the general reader may find a day: a hundredth of the time of letting it look."""
    text = f"{page.subject}\n{page.text}"
    if len(text) > LONGEST_SEARCHED or A_CLOCK.search(text) or TODAY.search(text.replace("\u2019", "'")):
        return True
    return any(first_moment(one, dates) is not None for one in (text, CUT.sub("\n", text)))


def _clock_only(sentence: str, dates: DateContext) -> Moment | None:
    """ "… at 3:41 pm ET" and no day: the day is the mail's own."""
    if dates.received is None or not A_CLOCK.search(sentence):
        return None
    day = dates.received.date()
    clock = parse_time(sentence, day)
    return Moment(day, *clock) if clock else None


def _labelled_moment(pairs: list[Pair], dates: DateContext) -> Moment | None:
    chosen: Moment | None = None
    for fields in (("datetime",), ("date",)):
        for pair in pairs:
            if pair.field not in fields or _future_label(pair.label):
                continue
            moment = first_moment(pair.value, dates)
            if moment and (chosen is None or (chosen.on == moment.on and chosen.at is None and moment.at is not None)):
                chosen = moment
    if chosen is None or chosen.at is not None:
        return chosen
    for pair in pairs:
        if pair.field in {"time", "datetime"} and (clock := parse_time(pair.value, chosen.on)):
            return Moment(chosen.on, *clock)
    return chosen
