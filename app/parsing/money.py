"""Amounts of money in a text: number, currency, and where they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from app.parsing.numbers import NUMBER, parse_number

ISO_CODES = frozenset(
    "AED AFN ALL AMD AOA ARS AUD AZN BAM BBD BDT BGN BHD BIF BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DKK DOP DZD "
    "EGP ETB EUR FJD GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KRW KWD KYD KZT LAK LBP LKR "
    "LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF "
    "SAR SBD SCR SDG SEK SGD SLE SOS SRD SSP SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL".split()
)

# Signs that mean one currency wherever they stand. None: it depends on the country.
SIGNS: dict[str, str | None] = {
    "₹": "INR", "€": "EUR", "£": "GBP", "₩": "KRW", "₦": "NGN", "₱": "PHP", "฿": "THB", "₫": "VND", "₺": "TRY", "₴": "UAH", "₽": "RUB",
    "₪": "ILS", "₡": "CRC", "₲": "PYG", "₵": "GHS", "₸": "KZT", "₼": "AZN", "₾": "GEL", "₨": None, "¥": None, "$": None, "円": "JPY",
    "元": None, "원": "KRW", "บาท": "THB", "บ": "THB", "đ": "VND", "đồng": "VND", "zł": "PLN", "kč": "CZK", "ft": "HUF", "лв": "BGN", "lei": None,
    "tl": "TRY", "руб": None, "грн": "UAH", "rm": "MYR", "rp": "IDR", "rs": None, "inr": "INR", "kr": None, "ksh": "KES", "kshs": "KES",
    "tsh": "TZS", "ush": "UGX", "r$": "BRL", "s/": "PEN", "s/.": "PEN", "us$": "USD", "u$s": "USD", "usd$": "USD", "a$": "AUD", "au$": "AUD",
    "s$": "SGD", "hk$": "HKD", "nt$": "TWD", "nz$": "NZD", "ca$": "CAD", "cad$": "CAD", "rd$": "DOP", "mx$": "MXN", "mxn$": "MXN",
    "cl$": "CLP", "clp$": "CLP", "cop$": "COP", "col$": "COP", "ar$": "ARS", "$u": "UYU", "j$": "JMD", "tt$": "TTD", "b/.": "PAB", "bs": None, "bds$": "BBD", "ec$": "XCD", "$ ca": "CAD", "$ us": "USD", "$ca": "CAD", "$us": "USD", "ushs": "UGX", "ghc": "GHS", "nrs": "NPR", "vnđ": "VND", "birr": "ETB", "frw": "RWF", "جم": "EGP", "դր": "AMD", "ден": "MKD",
    "gs.": "PYG", "q": "GTQ", "q.": "GTQ", "lps": "HNL", "l.": "HNL", "l": "HNL", "dhs": None, "dh": None, "sr": "SAR", "qr": "QAR", "kd": "KWD", "le": None,
    "fr.": "CHF", "sfr.": "CHF", "r": "ZAR", "gh₵": "GHS", "n$": "NAD", "mop$": "MOP", "tk": "BDT", "৳": "BDT", "lkr": "LKR", "br": None,
    "m.n.": "MXN", "pesos": None, "colones": "CRC", "soles": "PEN", "reais": "BRL", "euros": "EUR", "euro": "EUR", "dollars": None,
    "rupees": None, "quetzales": "GTQ", "lempiras": "HNL", "rupiah": "IDR", "ringgit": "MYR", "naira": "NGN", "dirhams": None, "baht": "THB",
    "nis": "ILS", "د.إ": "AED", "ر.س": "SAR", "ج.م": "EGP", "د.ك": "KWD", "د.ب": "BHD", "ر.ع": "OMR", "ر.ق": "QAR", "د.أ": "JOD", "د.ت": "TND", "د.م": "MAD", "درهم": None, "ريال": None, "ریال": "IRR", "دينار": None, "रु": None, "रुपये": "INR", 'ש"ח': "ILS", "جنيه": "EGP", "人民幣": "CNY", "美元": "USD", "欧元": "EUR", "歐元": "EUR", "日元": "JPY", "日圓": "JPY", "澳元": "AUD", "英镑": "GBP", "英鎊": "GBP", "港币": "HKD", "港幣": "HKD", "台币": "TWD", "臺幣": "TWD", "新台幣": "TWD", "新臺幣": "TWD", "rmb": "CNY", "ntd": "TWD", "港元": "HKD", "台幣": "TWD", "人民币": "CNY",
    "rur": "RUB", "eur": "EUR", "ks": "MMK", "cfa": None, "fcfa": None, "xof": "XOF",
}  # fmt: skip
BY_COUNTRY: dict[str, dict[str, str]] = {
    "$": {
        "CA": "CAD", "AU": "AUD", "NZ": "NZD", "SG": "SGD", "HK": "HKD", "MX": "MXN", "CL": "CLP", "CO": "COP", "AR": "ARS", "DO": "DOP",
        "UY": "UYU", "TW": "TWD", "JM": "JMD", "TT": "TTD", "BB": "BBD", "BS": "BSD", "FJ": "FJD", "NA": "NAD", "BN": "BND", "GY": "GYD",
        "BR": "BRL", "BZ": "BZD", "LR": "LRD", "KY": "KYD", "BM": "BMD", "SR": "SRD", "SB": "SBD", "MO": "MOP",
        "AG": "XCD", "DM": "XCD", "GD": "XCD", "LC": "XCD", "KN": "XCD", "VC": "XCD", "AI": "XCD", "MS": "XCD",
    },
    "kr": {"NO": "NOK", "SE": "SEK", "DK": "DKK", "IS": "ISK"},
    "c$": {"NI": "NIO"},
    "k": {"PG": "PGK", "ZM": "ZMW"},
    "p": {"BW": "BWP", "PH": "PHP"},
    "rs": {"IN": "INR", "PK": "PKR", "LK": "LKR", "NP": "NPR", "MU": "MUR", "SC": "SCR"},
    # Letters that are money at home only.
    "f": {"SN": "XOF", "CI": "XOF", "CM": "XAF"},
    "fr": {"CH": "CHF"},
    "zl": {"PL": "PLN"},
    "р": {"RU": "RUB", "BY": "BYN"},
    "won": {"KR": "KRW"},
    "d": {"VN": "VND"},
    "n": {"NG": "NGN"},
    "bd": {"BH": "BHD"},
    "ro": {"OM": "OMR"},
    "jd": {"JO": "JOD"},
    "rf": {"MV": "MVR"},
    "mt": {"MZ": "MZN"},
    "kz": {"AO": "AOA"},
    "km": {"BA": "BAM"},
    "din": {"RS": "RSD"},
    "da": {"DZ": "DZD"},
    "dt": {"TN": "TND"},
    "br": {"ET": "ETB"},
    "le": {"EG": "EGP", "SL": "SLE"},
    "रु": {"IN": "INR", "NP": "NPR"},
    "bs": {"BO": "BOB", "VE": "VES"},
    "dh": {"AE": "AED", "MA": "MAD"},
    "lei": {"RO": "RON", "MD": "MDL"},
    "руб": {"RU": "RUB", "BY": "BYN"},
    "cfa": {"CM": "XAF"},
    "¥": {"JP": "JPY", "CN": "CNY"},
    "元": {"CN": "CNY", "TW": "TWD", "HK": "HKD", "MO": "MOP"},
    "درهم": {"AE": "AED", "MA": "MAD"},
    "ريال": {"SA": "SAR", "QA": "QAR", "OM": "OMR"},
    "دينار": {"KW": "KWD", "BH": "BHD", "JO": "JOD", "IQ": "IQD", "TN": "TND", "LY": "LYD"},
    "pesos": {"MX": "MXN", "CL": "CLP", "CO": "COP", "AR": "ARS", "DO": "DOP", "UY": "UYU", "PH": "PHP"},
    "dollars": {"CA": "CAD", "AU": "AUD", "NZ": "NZD", "SG": "SGD", "HK": "HKD"},
}  # fmt: skip
FALLBACK = {
    "$": "USD",
    "c$": "CAD",
    "dollars": "USD",
    "rs": "INR",
    "¥": "JPY",
    "元": "CNY",
    "bs": "BOB",
    "le": "EGP",
    "रु": "INR",
    "dh": "AED",
    "lei": "RON",
    "руб": "RUB",
    "cfa": "XOF",
    "درهم": "AED",
    "ريال": "SAR",
    "دينار": "KWD",
}
SAME_SIGN = {
    "₨": "rs",
    "rupees": "rs",
    "dhs": "dh",
    "dirhams": "dh",
    "fcfa": "cfa",
    "f cfa": "cfa",
    "kronor": "kr",
    "kroner": "kr",
}

# Scripts without blanks between words: there an amount may stand right behind a letter.
_UNSPACED = r"\u0640\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af"
_GLYPHS = "₹€£₩₦₱฿₫₺₴₽₪₡₲₵₸₼₾₨¥৳"
# A sign before: any three capitals are tried as a code, any capitals before a $ as its country; what they mean is looked up later.
BEFORE = (
    rf"(?:\(?(?:[{_GLYPHS}]|\$[UI]?|(?-i:[A-Z]{{1,3}}\$S?|S/\.?|B/\.|GH₵|[A-Z]{{3}}(?![A-Za-z])|R(?:s\.?|s|p\.?|M|S\.?|(?=\s?\d))|Q\.?(?=\s?\d)|K(?:[Ss]hs?\.?|[čcrs]\.?|D|z|(?=\d))|P(?=\s?\d)|N(?=\d)|P[Hh][Pp]|(?:BD|RO|JD|TL|Br|Rf|FRw)(?=\s?\d)|NRs\.?"
    r"|[TU][Ss]hs?\.?|D(?:hs?\.?|HS?)|SR|QR|LE|L(?:\.|(?=\s?\d))|Tk\.?|S?Fr\.|Gs\.|Bs\.?|Lps\.?|F?CFA|rs\.?|rp\.?|kr\.?|zł|kč|inr|usd|[Ee]uro?|人民[币幣]|港[币幣元]|[美欧歐日澳]元|英[镑鎊]|日圓|新?[台臺][币幣]|रु\.?))\)?)"
)
AFTER = (
    r"(?:\(?(?-i:[A-Z]{3})\b\)?|US\$|\$\s?(?-i:CA|US)\b|(?-i:F(?:\s?CFA)?|LE|MT|KM|DA|DT|VNĐ)\b|Fr\.|krone[rn]\b|kronor\b|zl\b|р\.?(?!\w)|won\b|(?-i:d)\b|birr\b|din\b\.?|ден\b|դր|جم|[€£₹₺₫₽₴₪₩₡₱฿₦₸₼₾৳₲₵$](?![\d])|円|元|원|บาท|đồng|đ\b|zł|kč|kr\b|ft\b|лв|lei\b|tl\b|руб|грн|m\.n\.|pesos\b|colones\b|soles\b|reais\b"
    r"|euros?\b|dollars\b|rupees\b|quetzales\b|lempiras\b|rupiah\b|ringgit\b|naira\b|dirhams\b|dhs?\b\.?|บ\.|baht\b|nis\b|usd\b|inr\b|eur\b|درهم|ريال|ریال|جنيه|دينار|रुपये|ש\"ח|د\.[إكبأتم]|ر\.[سعق]|ج\.م|港元|台幣|人民币|fcfa\b|cfa\b)"
)
# Where an amount can begin: looked at first, for most places in a text are small letters.
START = rf"(?-i:(?=[A-Z\d{_GLYPHS}$(.,+\-−–krziue人港新台臺र美欧歐日澳英]))"
# The point belongs to the sign in "Rs.35", and to the number in "$.35".
# One or two signs before ("Rs. INR", "($USD)"), up to two after ("€ EUR", "USD"). A letter before would make RM of ALARM.
MONEY = re.compile(
    rf"{START}(?<![^\W{_UNSPACED}]|[.,$€£])(?<!\d[-/](?=\d))(?:(?P<b1>{BEFORE})(?:(?<=[$€£])(?=\.\d{{1,2}}(?!\d))"
    rf"|[.:]?\s{{0,2}})(?:(?P<b2>{BEFORE})[.:]?\s{{0,2}})?)?(?P<sign>(?<!\d)[-+−–]\s?)?(?:(?P<b3>[$€£₹])\s?)?(?P<n>{NUMBER}(?::\d{{2}}(?=\s?kr\b))?)"
    rf"(?:(?P<dash>:-|,-|\.-|,–|\.–|/-)(?:\s?(?P<a3>{AFTER}))?"
    rf"|(?:\s{{0,2}}(?P<a1>{AFTER}))?(?:\s{{0,2}}(?P<a2>{AFTER}))?)(?!-\d\d-\d{{4}})(?![^\W{_UNSPACED}]|%"
    rf"|[.,]\d(?!\d-\d\d-\d{{4}}))",
    re.I,
)


DIGITS = re.compile(r"\d+")
# More than the signs, their brackets and blanks before and behind a number ever are, and what is looked at behind them.
SIGNS_BEFORE, SIGNS_AFTER = 40, 60
# Figures behind the point.
CENTS = 2
# A text for which finding the digits first does not pay.
SHORT = 120


@dataclass(frozen=True, slots=True)
class Money:
    """`sign` is -1 or 1 when the text prints one, else 0. `exact` tells that the currency is printed and not inferred."""

    amount: Decimal
    currency: str
    start: int
    end: int
    sign: int = 0
    exact: bool = True


def find_money(text: str, country: str | None, limit: int = 80) -> Iterator[Money]:
    """Every amount with a currency; `country` (ISO 3166) decides what `$`, `kr` and `Rs` mean."""
    count = 0
    for found in _places(text):
        signs = [sign for sign in found.group("b1", "b2", "b3", "a1", "a2", "a3") if sign]
        if _other_word(found["b1"], found["b2"], country):
            signs.remove(found["b1"])
        if not signs and not found["dash"]:
            continue
        if money := _money(found, signs, country):
            yield money
            count += 1
            if count >= limit:
                return


@lru_cache(maxsize=16)
def money_in(text: str, country: str | None) -> tuple[Money, ...]:
    """All of it at once, kept for whoever asks for the same text next: the general reader does so several times a mail."""
    return tuple(find_money(text, country))


def _places(text: str) -> Iterator[re.Match[str]]:
    """Where the pattern holds. An amount has a digit, and no more around it than two signs and a few blanks: only there it is tried."""
    end = len(text)
    if end < SHORT:
        yield from MONEY.finditer(text) if DIGITS.search(text) else ()
        return
    left = right = 0
    for digits in DIGITS.finditer(text):
        if digits.start() - SIGNS_BEFORE > right:
            if right:
                yield from MONEY.finditer(text, left, right)
            left = digits.start() - SIGNS_BEFORE
        right = min(digits.end() + SIGNS_AFTER, end)
    if right:
        yield from MONEY.finditer(text, left, right)


@lru_cache(maxsize=1024)
def currency_of(sign: str, country: str | None) -> tuple[str | None, bool]:
    """The currency a printed sign stands for, and whether the sign alone says so."""
    code = sign.strip("() ").upper()
    if code.lstrip("$") in ISO_CODES:
        return code.lstrip("$"), True
    key = sign.strip("() ").lower()
    for name in (key, key.rstrip(".")):
        if known := SIGNS.get(name):
            return known, True
        family = "$" if name.endswith("$") and name not in BY_COUNTRY else SAME_SIGN.get(name, name)
        if family in BY_COUNTRY:
            return BY_COUNTRY[family].get(country or "") or FALLBACK.get(family), False
    return None, False


def _money(found: re.Match[str], signs: list[str], country: str | None) -> Money | None:
    currency, exact = _currency(signs, bool(found["dash"]), country)
    if currency is None:
        return None
    amount = parse_number(_printed(found), currency)
    if amount is None or not _letter_is_sign(signs, found["n"], country):
        return None
    mark = (found["sign"] or "").strip()
    sign = {"": 0, "+": 1}.get(mark, -1)
    # "BEST BUY $612": three capitals that name no currency end the words before it.
    apart = found["b2"] and (currency_of(found["b1"], country)[0] is None or _other_word(found["b1"], found["b2"], country))
    return Money(amount, currency, found.start("b2") if apart else found.start(), found.end(), sign, exact)


def _other_word(first: str | None, second: str | None, country: str | None) -> bool:
    """ "PLN Rp 84.200", from the power company of that name: of two currencies the one beside the number was meant."""
    if not first or not second:
        return False
    (one, sure), (other, beside_sure) = currency_of(first, country), currency_of(second, country)
    return sure and beside_sure and one != other


def _printed(found: re.Match[str]) -> str:
    """The number as printed. Of the two points in "Rs..85" one is the sign's."""
    number, at = found["n"], found.start("n")
    return f".{number}" if len(number) <= CENTS and found.string[max(0, at - 2) : at] == ".." else number


# Letters that are a currency at home only: elsewhere "Q2" is a quarter and "R5" a room, unless cents are printed.
HOME = {"q": "GT", "q.": "GT", "r": "ZA", "l.": "HN", "l": "HN"}


def _letter_is_sign(signs: list[str], number: str, country: str | None) -> bool:
    home = HOME.get(signs[0].lower()) if len(signs) == 1 else None
    return home is None or home == country or (country is None and number[-3:-2] == ".")


def _currency(signs: list[str], dash: bool, country: str | None) -> tuple[str | None, bool]:
    read = [currency_of(sign, country) for sign in signs]
    # A code beats a sign: "Rs. USD 5.90" is in dollars, "$180.00 CAD" in Canadian ones.
    for sign, (currency, exact) in zip(signs, read, strict=True):
        if currency and exact and sign.strip("() $").upper() in ISO_CODES:
            return currency, True
    for wanted in (True, False):
        for currency, exact in read:
            if currency and exact is wanted:
                return currency, exact
    if dash and country in BY_COUNTRY["kr"]:
        return BY_COUNTRY["kr"][country], False
    return ("INR", False) if dash and country == "IN" else (None, False)
