"""Where a sender writes from: what decides the meaning of `$` and `kr`, and whether the month stands first."""

import re
from collections import Counter
from datetime import datetime
from itertools import chain
from operator import itemgetter

from app.parsing.clean import lower
from app.parsing.lexicon import Triggers, hits
from app.parsing.needles import Needles
from app.parsing.phrases import alternatives, needle

TOP_LEVEL = {
    "in": "IN", "uk": "GB", "ca": "CA", "au": "AU", "nz": "NZ", "sg": "SG", "hk": "HK", "my": "MY", "ph": "PH", "id": "ID", "th": "TH", "vn": "VN",
    "jp": "JP", "kr": "KR", "cn": "CN", "tw": "TW", "mo": "MO", "pk": "PK", "lk": "LK", "np": "NP", "bd": "BD", "mu": "MU", "ae": "AE", "sa": "SA",
    "qa": "QA", "kw": "KW", "bh": "BH", "om": "OM", "eg": "EG", "il": "IL", "tr": "TR", "za": "ZA", "ng": "NG", "ke": "KE", "gh": "GH", "tz": "TZ",
    "ug": "UG", "zm": "ZM", "mx": "MX", "br": "BR", "ar": "AR", "cl": "CL", "pe": "PE", "uy": "UY", "ec": "EC", "cr": "CR", "gt": "GT",
    "hn": "HN", "ni": "NI", "sv": "SV", "pa": "PA", "do": "DO", "bo": "BO", "py": "PY", "jm": "JM", "tt": "TT", "no": "NO", "se": "SE", "dk": "DK",
    "is": "IS", "fi": "FI", "de": "DE", "fr": "FR", "es": "ES", "it": "IT", "pt": "PT", "nl": "NL", "be": "BE", "at": "AT", "ch": "CH", "ie": "IE",
    "pl": "PL", "cz": "CZ", "sk": "SK", "hu": "HU", "ro": "RO", "bg": "BG", "gr": "GR", "ua": "UA", "ru": "RU", "us": "US", "lu": "LU", "ve": "VE",
    "bw": "BW", "na": "NA", "fj": "FJ", "bn": "BN", "kh": "KH", "la": "LA", "mm": "MM", "bank.in": "IN",
    "ee": "EE", "lv": "LV", "lt": "LT", "hr": "HR", "si": "SI", "rs": "RS", "ba": "BA", "mk": "MK", "al": "AL", "md": "MD", "by": "BY", "kz": "KZ", "uz": "UZ",
    "az": "AZ", "ge": "GE", "am": "AM", "mt": "MT", "cy": "CY", "li": "CH", "mc": "FR", "lb": "LB", "jo": "JO", "iq": "IQ", "dz": "DZ", "ma": "MA", "tn": "TN",
    "sn": "SN", "ci": "CI", "cm": "CM", "rw": "RW", "et": "ET", "zw": "ZW", "mz": "MZ", "ao": "AO", "mw": "MW", "mv": "MV", "bt": "BT", "af": "AF", "bb": "BB", "ir": "IR", "bf": "BF", "ml": "ML", "bj": "BJ", "tg": "TG", "ne": "NE", "ga": "GA", "cg": "CG", "cd": "CD", "ss": "SS", "so": "SO", "sl": "SL", "gm": "GM", "gn": "GN", "mg": "MG", "bi": "BI", "sd": "SD", "ly": "LY", "sy": "SY", "ye": "YE", "kg": "KG", "tj": "TJ", "sc": "SC",
    "bs": "BS", "bz": "BZ", "gy": "GY", "pg": "PG", "mn": "MN", "ag": "AG", "dm": "DM", "gd": "GD", "lc": "LC", "kn": "KN", "ky": "KY", "bm": "BM", "sr": "SR", "sb": "SB",
}  # fmt: skip
# Senders under a general domain, by the last two labels. `co` is Colombia only for those that bank there.
BY_DOMAIN = {
    "td.com": "CA", "rbc.com": "CA", "scotiabank.com": "CA", "cibc.com": "CA", "bmo.com": "CA", "interac.ca": "CA", "simplii.com": "CA", "wealthsimple.com": "CA",
    "desjardins.com": "CA", "rogers.com": "CA", "telus.com": "CA", "bell.net": "CA", "aircanada.com": "CA", "canadiantire.com": "CA", "enbridgegas.com": "CA", "hydroone.com": "CA", "loblaw.com": "CA", "skipthedishes.com": "CA", "presto.com": "CA", "questrade.com": "CA", "eqbank.ca": "CA", "koho.ca": "CA", "nbc.ca": "CA",
    "commbank.com": "AU", "qantas.com": "AU", "telstra.com": "AU", "airnewzealand.com": "NZ", "singtel.com": "SG", "starhub.com": "SG", "singaporeair.com": "SG", "cathaypacific.com": "HK", "octopus.com": "HK", "clp.com": "HK", "anz.com": "AU", "nab.com": "AU", "westpac.com": "AU", "dbs.com": "SG", "uobgroup.com": "SG", "ocbc.com": "SG", "grab.com": "SG",
    "citibank.com": "US", "maybank.com": "MY", "cimb.com": "MY", "bdo.com": "PH", "metrobank.com": "PH", "kasikornbank.com": "TH",
    "com.co": "CO", "davivienda.com": "CO", "bancolombia.com": "CO", "notificacionesbancolombia.com": "CO", "nequi.com": "CO", "bancodebogota.com": "CO", "rappi.com": "CO",
    "bbva.com": "MX", "banamex.com": "MX", "banorte.com": "MX", "citibanamex.com": "MX", "spei.com": "MX", "nu.com": "MX", "klar.mx": "MX",
    "mercadopago.com": "AR", "uala.com": "AR", "brubank.com": "AR", "galicia.com": "AR", "naranjax.com": "AR", "bancoestado.cl": "CL", "bci.cl": "CL",
    "notificacionesbaccr.com": "CR", "banreservas.com": "DO", "bgeneral.com": "PA", "corporacionbi.com": "GT", "hdfcbank.net": "IN", "icicibank.com": "IN",
    "axisbank.com": "IN", "kotak.com": "IN", "sbicard.com": "IN", "indusind.com": "IN", "idfcfirstbank.com": "IN", "canarabank.com": "IN", "paytm.com": "IN",
    "phonepe.com": "IN", "zomato.com": "IN", "gtbank.com": "NG", "zenithbank.com": "NG", "accessbankplc.com": "NG", "wemabank.com": "NG", "ubagroup.com": "NG",
    "kuda.com": "NG", "emiratesnbd.com": "AE", "adcb.com": "AE", "mashreq.com": "AE", "bankfab.com": "AE", "alrajhibank.com": "SA", "cibeg.com": "EG",
    "ubs.com": "CH", "n26.com": "DE", "swish.nu": "SE", "chase.com": "US", "citi.com": "US", "bankofamerica.com": "US", "wellsfargo.com": "US",
    "capitalone.com": "US", "discover.com": "US", "usbank.com": "US", "usaa.com": "US", "ally.com": "US", "venmo.com": "US", "americanexpress.com": "US",
    "esunbank.com": "TW", "antbank.hk": "HK", "hsbc.com": "HK", "monzo.com": "GB", "starlingbank.com": "GB", "paypal.com": "US", "square.com": "US",
    "yape.pe": "PE", "somosmach.com": "CL", "neofinancial.com": "CA", "atb.com": "CA", "pnc.com": "US", "truist.com": "US", "navyfederal.org": "US", "sofi.com": "US", "chime.com": "US", "schwab.com": "US", "fidelity.com": "US",
    "produbanco.com": "EC", "pichincha.com": "EC", "bancoguayaquil.com": "EC", "bolivariano.com": "EC", "bancodelaustro.com": "EC", "popularenlinea.com": "DO", "bancobcr.com": "CR", "interbank.pe": "PE", "viabcp.com": "PE", "banistmo.com": "PA", "credicorpbank.com": "PA", "bancoagricola.com": "SV",
    "bancocuscatlan.com": "SV", "ficohsa.com": "HN", "bancatlan.hn": "HN", "inbursa.com": "MX", "bancoppel.com": "MX", "heybanco.com": "MX", "storicard.com": "MX", "fondeadora.com": "MX", "rappicard.mx": "MX", "tangerine.ca": "CA", "vancity.com": "CA", "coastcapitalsavings.com": "CA", "manulifebank.com": "CA", "canadapost.ca": "CA",
    "neobank.ca": "CA", "shakepay.com": "CA", "macquarie.com": "AU", "sharesies.com": "NZ", "hangseng.com": "HK", "bochk.com": "HK", "hkbea.com": "HK", "dahsing.com": "HK", "mox.com": "HK", "za.group": "HK", "singlife.com": "SG", "jncb.com": "JM", "jnbank.com": "JM", "republictt.com": "TT", "rfhl.com": "TT",
    "meezanbank.com": "PK", "hbl.com": "PK", "ubldigital.com": "PK", "bankalfalah.com": "PK", "nayapay.com": "PK", "combank.net": "LK", "khalti.com": "NP", "nicasiabank.com": "NP", "nabilbank.com": "NP", "banplus.com": "VE",
    "firsttechfed.com": "US", "huntington.com": "US", "regions.com": "US", "keybank.com": "US", "53.com": "US", "mtb.com": "US", "becu.org": "US", "alliantcreditunion.com": "US", "penfed.org": "US", "citizensbank.com": "US", "robinhood.com": "US", "coinbase.com": "US", "cash.app": "US",
    "doordash.com": "US", "instacart.com": "US", "lyftmail.com": "US", "zellepay.com": "US", "synchrony.com": "US", "synchronybank.com": "US", "barclaysus.com": "US",
}  # fmt: skip
NAMES = (
    ("US", r"\bmember fdic\b|\bmember sipc\b"), ("PK", r"\braast\b|\bibft\b|karachi|lahore|islamabad"), ("LK", r"colombo \d|\bkeells\b"), ("MU", r"mauritius|port louis"),
    ("CO", r"colombia|\bnit[ .:]|\bbre-b\b|bogotá|bogota|medellín|nequi|daviplata|\bCOP\b"), ("CL", r"\bchile\b|santiago de chile|\bcuenta rut\b|\bCLP\b|\bRUT\b"), ("MX", r"méxico|\bmexico\b|\bM\.N\.|\bSPEI\b|\bMXN\b|CLABE|CONDUSEF|\bcdmx\b"),
    ("AR", r"argentin|\bARS\b|\bCBU\b|\bCVU\b|\bTNA\b|\bCUIT\b|\b(?:tenés|podés|querés|ingresá|revisá|mirá|hacé|descargá|conocé|elegí)\b"), ("PE", r"\bperú\b|\bPEN\b"), ("UY", r"uruguay|\bmontevideo\b|\bUYU\b"), ("DO", r"rep(?:ú|u)blica dominicana|\bDOP\b|RD\$"), ("CR", r"costa rica|\bCRC\b|SINPE"),
    ("EC", r"\becuador\b|\bguayaquil\b"), ("VE", r"\bvenezuela\b|\bcaracas\b|\brif:? ?j-?\d"), ("JM", r"\bjamaica\b"), ("TT", r"\btrinidad\b"), ("BB", r"\bbarbados\b"), ("CA", r"\bcanada\b|gst/hst|\bchequing\b|\(québec\)|\bCAD\b|\bontario\b|toronto|e-transfer"), ("AU", r"australia|\bAUD\b|\bABN\b|\bAFSL\b|\bBSB\b|PayID|\b(?:aest|aedt|acst|acdt|awst)\b|\b(?:nsw|vic|qld|tas) \d{4}\b"), ("NZ", r"new zealand|\bNZD\b|kia ora|aotearoa|\bnz[sd]t\b"),
    ("SG", r"singapore|\bpaynow\b|\bSGD\b|\bSGT\b"), ("HK", r"hong ?kong|\bHKD\b|\bHKT\b"), ("TW", r"taiwan|台灣|臺灣|台北|臺北|\bTWD\b"), ("QA", r"قطر"), ("BH", r"البحرين|المنامة"), ("OM", r"سلطنة عمان"), ("MA", r"المغرب|الدار البيضاء|\bmaroc\b|casablanca"), ("AE", r"\bدبي\b|أبوظبي|الإمارات"), ("SA", r"السعودي|الرياض"), ("NO", r"\bnorge\b|bankaxept|\bnorway\b|\bNOK\b|\bVipps\b"), ("SE", r"\bsverige\b|\bsweden\b|\bSEK\b|\bSwish\b"),
    ("DK", r"\bdanmark\b|\bdenmark\b|\bDKK\b|MobilePay"), ("IS", r"ísland|reykjav|greiðsl|\bISK\b"), ("PK", r"pakistan|\bPKR\b"), ("LK", r"sri lanka|\bLKR\b"), ("NP", r"nepal|\bNPR\b"), ("CN", r"支付宝|微信|\bCNY\b|交易单号|支付时间|交易时间|付款时间|转账|账户余额"), ("IN", r"\bindia\b|\bUPI\b|\bNEFT\b"),
    ("US", r"\bsales tax\b|member fdic|, N\.A\.|\bFDIC\b"),
)  # fmt: skip
NAMED = Triggers(
    (
        (f"*{needle(phrase)}", (country, re.compile(phrase)))
        for country, pattern in NAMES
        for phrase in alternatives(pattern.lower())
    ),
    itemgetter(1),
)
# What shows a country by its shape: its postal code, or a telephone number, which names it behind a plus or, of those that share +1 with the
# United States, by the area.
POSTAL = re.compile(r"\b[abceghj-nprstvxy]\d[abceghj-nprstv-z] \d[abceghj-nprstv-z]\d\b")
CALLING = {
    "65": "SG", "852": "HK", "853": "MO", "886": "TW", "52": "MX", "56": "CL", "54": "AR", "57": "CO", "598": "UY", "61": "AU", "64": "NZ", "92": "PK", "94": "LK",
    "977": "NP", "46": "SE", "47": "NO", "45": "DK", "354": "IS", "679": "FJ", "673": "BN", "592": "GY", "501": "BZ", "597": "SR", "264": "NA", "263": "ZW", "231": "LR",
}  # fmt: skip
CALLED = re.compile(rf"(?<![\d+])\+({'|'.join(CALLING)})[ .\-(]{{0,2}}\d")
AREAS = {
    "868": "TT", "876": "JM", "658": "JM", "246": "BB", "242": "BS", "268": "AG", "767": "DM", "473": "GD", "758": "LC", "784": "VC", "869": "KN", "264": "AI",
    "664": "MS", "345": "KY", "441": "BM",
}  # fmt: skip
IN_AREA = re.compile(rf"(?<![\d+])\+?1?[ .\-]{{0,2}}\(?({'|'.join(AREAS)})\)?[ .\-]\d{{3}}[ .\-]\d{{4}}(?!\d)")
# A bank's name often has its land's in it.
LANDS = dict(
    zip(
        "guayaquil ecuador pichincha chile peru colombia bogota mexico argentin uruguay canada austral singap hongkong taiwan pakistan nepal lanka norge norway sverige danmark danske".split(),
        "EC EC EC CL PE CO CO MX AR UY CA AU SG HK TW PK NP LK NO NO SE DK DK".split(),
        strict=True,
    )
)
IN_DOMAIN = re.compile("|".join(LANDS))
FRANCS = re.compile(r"\d\s?f\b(?!\.)|\n-?\d[\d ]{2,9}f\n")
WEST_AFRICA = {0: "SN", 60: "CM"}
DOLLAR = re.compile(r"\$")
# Each begins with its letters, which are found faster than an edge.
RUPEES = re.compile(r"rs(?<!\wrs)\.?\s?\d")
KRONER = re.compile(r"kr(?:(?:(?<=\dkr)|(?<=\d\skr))\b|(?<!\wkr)\.?\s?\d)")
# Of a yen and a yuan sign the script decides: Japanese is not written without kana.
HAN, KANA = re.compile("[\u4e00-\u9fff]"), re.compile("[\u3040-\u30ff]")
# The other currencies people print with the same sign, told apart by when the mail was sent and in what language.
SPANISH = "su tu usted compra cuenta tarjeta transferencia pago recibiste enviaste dinero".split()
SPANISH_OFFSETS = {-180: "AR", -300: "CO", -360: "MX"}
# Below a thousand nobody pays in pesos with cents: Ecuador's money is the dollar.
FEW_DOLLARS = re.compile(r"\$\s?\d{1,3}[.,]\d{2}(?![\d.,]*\d)")
ECUADOR = -300
# Rupees are of several lands, India's half an hour apart from its neighbours'.
SOUTH_ASIA = {300: "PK", 345: "NP", 240: "MU"}
# Dollars of a mail sent in that part of the day: nobody else prints `$` there.
OCEANIA = {570: "AU", 600: "AU", 630: "AU", 660: "AU", 720: "NZ", 780: "NZ"}
BY_SIGN = ((RUPEES, SOUTH_ASIA), (FRANCS, WEST_AFRICA), (DOLLAR, OCEANIA))
HOURS_THAT_TELL = frozenset(chain(SPANISH_OFFSETS, *(lands for _, lands in BY_SIGN)))
NORDIC = {
    "SE": "köp kortköp köpet insättning handlat från betalning belopp överföring kvitto och", "NO": "kjøp varekjøp innbetaling overføring deg betaling beløp kvittering ikke brukt",
    "DK": "køb kortkøb indbetaling overførsel dankort hævet dig dit betaling beløb kvittering ikke brugt kontoen overført af marts",
}  # fmt: skip
NORDIC_WORDS = tuple((country, word) for country, words in NORDIC.items() for word in words.split())
SHARED = Counter(word for _, word in NORDIC_WORDS)
SPANISH_NEEDLES, NORDIC_NEEDLES = Needles(SPANISH), Needles([word for _, word in NORDIC_WORDS])
# What a bare number means in an alert of that country.
CURRENCY = {
    "IN": "INR", "US": "USD", "GB": "GBP", "CA": "CAD", "AU": "AUD", "NZ": "NZD", "SG": "SGD", "HK": "HKD", "MY": "MYR", "PH": "PHP", "ID": "IDR", "TH": "THB", "VN": "VND", "JP": "JPY",
    "KR": "KRW", "CN": "CNY", "TW": "TWD", "PK": "PKR", "LK": "LKR", "NP": "NPR", "BD": "BDT", "AE": "AED", "SA": "SAR", "QA": "QAR", "KW": "KWD", "BH": "BHD", "OM": "OMR", "EG": "EGP",
    "IL": "ILS", "TR": "TRY", "ZA": "ZAR", "NG": "NGN", "KE": "KES", "GH": "GHS", "TZ": "TZS", "UG": "UGX", "ZM": "ZMW", "MX": "MXN", "BR": "BRL", "AR": "ARS", "CL": "CLP", "PE": "PEN",
    "UY": "UYU", "EC": "USD", "CR": "CRC", "GT": "GTQ", "HN": "HNL", "SV": "USD", "PA": "USD", "DO": "DOP", "BO": "BOB", "PY": "PYG", "CO": "COP", "NO": "NOK", "SE": "SEK", "DK": "DKK",
    "IS": "ISK", "CH": "CHF", "PL": "PLN", "CZ": "CZK", "HU": "HUF", "RO": "RON", "RU": "RUB", "UA": "UAH", "BG": "EUR", "RS": "RSD", "BA": "BAM", "MK": "MKD", "AL": "ALL", "MD": "MDL", "BY": "BYN", "KZ": "KZT", "UZ": "UZS", "AZ": "AZN", "GE": "GEL", "AM": "AMD",
    "JO": "JOD", "IQ": "IQD", "DZ": "DZD", "MA": "MAD", "TN": "TND", "SN": "XOF", "CI": "XOF", "CM": "XAF", "RW": "RWF", "ET": "ETB", "MZ": "MZN", "AO": "AOA", "MW": "MWK",
    "MV": "MVR", "BT": "BTN", "BB": "BBD", "BS": "BSD", "BZ": "BZD", "GY": "GYD", "PG": "PGK", "MN": "MNT", "NI": "NIO", "JM": "JMD", "TT": "TTD", "MU": "MUR", "KY": "KYD", "BM": "BMD", "SR": "SRD", "SB": "SBD", "BW": "BWP", "NA": "NAD", "FJ": "FJD", "KH": "KHR", "LA": "LAK", "MM": "MMK",
    "IR": "IRR", "AF": "AFN", "CD": "CDF", "SL": "SLE", "GM": "GMD", "GN": "GNF", "MG": "MGA", "BI": "BIF", "LY": "LYD", "KG": "KGS", "TJ": "TJS", "SC": "SCR", "SO": "SOS", "SS": "SSP",
    **dict.fromkeys(("BF", "ML", "BJ", "TG", "NE"), "XOF"), **dict.fromkeys(("GA", "CG"), "XAF"),
    **dict.fromkeys(("AG", "DM", "GD", "LC", "KN", "VC", "AI", "MS"), "XCD"),
    **dict.fromkeys(("DE", "FR", "ES", "IT", "PT", "NL", "BE", "AT", "IE", "FI", "GR", "LU", "SK", "EE", "LV", "LT", "HR", "SI", "MT", "CY"), "EUR"),
}  # fmt: skip
# Where it is that hour other dollars than one's own are as likely: half of the East, and in winter the islands.
EAST, ISLANDS, WINTER = 480, -240, frozenset({12, 1, 2})
MONTH_FIRST = frozenset({"US", "PH"})


def country_of(domain: str, text: str, sent: datetime | None) -> str | None:
    """ISO 3166 code of where the sender does business, from its domain, else from what the mail says; None when unknown."""
    if known := by_domain(domain):
        return known
    sample = lower(text[:4000])
    named = (country for word, (country, pattern) in NAMED.present(sample) for _ in hits(word, pattern, sample))
    shown = _in_domain(domain) or next(named, None) or _by_shape(sample)
    return shown or _by_clock(sample, _minutes(sent))


def _in_domain(domain: str) -> str | None:
    found = IN_DOMAIN.search(domain)
    return LANDS[found.group()] if found else None


def _minutes(sent: datetime | None) -> int | None:
    """How far the sender's clock is ahead of UTC."""
    offset = sent.utcoffset() if sent else None
    return int(offset.total_seconds() // 60) if offset is not None else None


def _by_clock(sample: str, minutes: int | None) -> str | None:
    """Of those who print the same sign in the same language the one whose hour it is."""
    if minutes is not None and minutes in HOURS_THAT_TELL:
        if _spanish(sample):
            return "EC" if minutes == ECUADOR and FEW_DOLLARS.search(sample) else SPANISH_OFFSETS.get(minutes)
        for sign, lands in BY_SIGN:
            if (land := lands.get(minutes)) and sign.search(sample):
                return land
    land = _nordic(sorted(NORDIC_NEEDLES.alone(sample)))
    return None if land and minutes is not None and _spanish(sample) else land


def _spanish(sample: str) -> bool:
    return len(SPANISH_NEEDLES.alone(sample[:2000])) >= 2


def _nordic(present: list[int]) -> str | None:
    """Words that only one of them has beat shared ones; of a word that several use the first has the say."""
    own = [NORDIC_WORDS[which][0] for which in present if SHARED[NORDIC_WORDS[which][1]] == 1]
    return max(own, key=own.count) if own else NORDIC_WORDS[present[0]][0] if present else None


def other_dollars(sent: datetime | None) -> bool:
    """Whether a mail of no named country was sent where `$` may be one of several dollars."""
    minutes = _minutes(sent)
    return sent is not None and (minutes == EAST or (minutes == ISLANDS and sent.month in WINTER))


def _by_shape(sample: str) -> str | None:
    if "¥" in sample and HAN.search(sample):
        return "JP" if KANA.search(sample) else "CN"
    if "$" not in sample and not RUPEES.search(sample) and not KRONER.search(sample):
        return None
    if POSTAL.search(sample):
        return "CA"
    if called := CALLED.search(sample):
        return CALLING[called[1]]
    area = IN_AREA.search(sample) if "$" in sample else None
    return AREAS[area[1]] if area else None


def by_domain(domain: str) -> str | None:
    labels = domain.lower().rstrip(".").split(".")
    for size in (3, 2):
        if known := BY_DOMAIN.get(".".join(labels[-size:])):
            return known
    return top_level_country(domain)


def top_level_country(domain: str) -> str | None:
    """The country whose top-level domain it is: an issuer of many countries writes from amazon.ca and mercadopago.cl."""
    top = domain.lower().rstrip(".").rpartition(".")
    return TOP_LEVEL.get(top[2]) if top[1] else None


def month_first(country: str | None) -> bool:
    return country in MONTH_FIRST
