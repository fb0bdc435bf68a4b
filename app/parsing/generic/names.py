"""The other side of the payment: the payee or the payer, as printed."""

import re
from collections.abc import Sequence

from app.domain.transaction import Direction
from app.parsing.generic.pairs import Pair
from app.parsing.narration import MODES
from app.parsing.slots import clean_name

# What ends a name inside a sentence.
STOP = re.compile(
    r"\s+(?:on|at|using|via|with|for|to|through|by|is|was|has|had|have|into|in|and the|and paid|and reference|dated|towards|of|ending|your|our|it|this|it's|ref|refno|rrn|upi|utr|txn|info|avl|available|against|in the amount|amount|where|if|credited|requested|went|didn't|completed|just"
    r"|el|con|desde|por|a las|hoy|fue|ha sido|mediante|mientras|en tu|en su|en la cuenta|cuando|no dia|em|às|com|pelo|pela|no valor|foi|am|um|mit|bezahlt|gesendet|überwiesen|belastet|erhalten|auf|vom|wurde|le|avec|depuis|sur|par|pour|il|alle|tramite|con carta|op|met|om|den|kl|den|tarihinde|işyerinde|tutarında|pada|dengan|dari|sebesar|ngày|lúc|で|を|に)\b"
    r"|\s+(?:from|under|per) (?:your|account|a/c|our|my)\b|\s+[-–]\s|\s*(?<=\s)\d{1,2}[:/\-.]\d{2}|\s+\d{1,2}(?:st|nd|rd|th)?[ \-](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\s*[,;]\s+(?:where|on|at|your|you|ref|rrn|a pending|el\b|o dia|am|le\b|the|which|con\b|for\b|please)"
    r"|\s*[;!|•·→]|\s*\((?:ref|vpa|mobile|uen|\*|upi|x{2}|ending|a/c|card|for|using|via|\d)|\s*[（]|\.\s|\.$|\s*,\s*(?:\d{1,2}\s|\d{1,2}$|rrn)|\s+[$€£₹₱₦]\s?\d|\s+(?:Rs\.?|INR|USD|EUR|GBP|SGD|MYR|AED|NGN|KES|ZAR|PHP|CRC|HKD|BRL|MXN)\s?\d|\n|$",
    re.I,
)
LONGEST_NAME = 90


def _prepositions(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<=[\s,:.]))(?:{words})\s+(?=\S)", re.I)


# By language: the words that betray it in a sentence, and the prepositions before a payee, best first, and before a payer.
LANGUAGES: tuple[tuple[re.Pattern[str], tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]], ...] = tuple(
    (
        re.compile(rf"\b(?:{betray})\b", re.I),
        tuple(_prepositions(word) for word in out),
        tuple(_prepositions(word) for word in into),
    )
    for betray, out, into in (
        (
            r"the|your|you|was|is|has|been|paid|sent|spent|payment|debited|credited|received|from|purchase|at|to|transaction|transfer|order|receipt|trip|refund|a/c|charged",
            (
                r"(?:to|towards) VPA\s+[\w.\-]+@[\w.\-]+",
                r"at merchant|with merchant|at",
                r"(?:made|paid|sent|transferred|credited) to|to|towards",
                r"shares of",
                r"transaction with|purchase with|order with|with",
                r"transaction on|spent on|purchase on",
                r"for (?:AutoPay|payment to|your payment to)|payment for|for",
            ),
            (
                r"from VPA\s+[\w.\-]+@[\w.\-]+",
                r"received from|sent by|credited by|deposited by|initiated by|from",
                r"by",
                r"at",
                r"raised for",
                r"via",
            ),
        ),
        (
            r"el|la|tu|su|una?|con|por|compra|consumo|cuenta|tarjeta|pago|transferencia|pagaste|enviaste|recibiste|te|se",
            (r"realizada en|en|en el comercio", r"a favor de|a|para", r"de"),
            (r"de parte de|de", r"por"),
        ),
        (
            r"o|você|seu|sua|compra|pagamento|cartão|conta|foi|pix|enviou|para|pelo|no|recebeu",
            (r"em|no estabelecimento|no|na|estabelecimento", r"para|a|ao|à"),
            (r"de|do|da|por",),
        ),
        (
            r"le|la|votre|vous|un|une|paiement|achat|compte|carte|montant|de|au|virement",
            (r"chez|auprès de", r"à|au|vers|en faveur de|pour"),
            (r"de la part de|de|par",),
        ),
        (
            r"der|die|das|ihre?|dein\w?|du|mit|am|um|wurde|über|bezahlt|karte|konto|eine?|hast|haben|sie",
            (r"bei", r"an"),
            (r"von",),
        ),
        (
            r"il|la|di|con|carta|pagamento|hai|euro|presso|tua|conto|bonifico|del",
            (r"presso|c/o|da", r"a favore di|a"),
            (r"da|da parte di",),
        ),
        (r"je|met|van|een|bij|betaald|betaling|rekening|uw|het|de|pas", (r"bij", r"aan"), (r"van",)),
        (
            r"du|med|kort|och|og|har|på|till|til|hos|betalt|betalat|köp|kjøp|køb|konto|din|ditt|kr",
            (r"hos|på|ved", r"till|til"),
            (r"från|fra",),
        ),
        (r"w|na|z|kart\w|płatno\w+|konto|transakcj\w|kwot\w|do|zł|przelew", (r"w|u", r"na rzecz|dla|do"), (r"od",)),
        (r"di|ke|dari|rp|transaksi|pembayaran|anda|berhasil|sebesar|kamu", (r"di|kepada|ke",), (r"dari",)),
    )
)
# A name that stands before the verb, or between two words of languages that put the verb last.
BEFORE_VERB = re.compile(
    r"(?:^|[.!:]\s|\n)(?P<n>[^\n.!:]{2,70}?)\s+(?:has |have |just |ha )*(?:sent you|paid you|sent a|sent money|te (?:envió|ha enviado|transfirió|ha transferido|pagó|yapeó|depositó)|te hizo|enviou|ti ha (?:inviato|pagato)|vous a (?:envoyé|payé)|hat dir|heeft je|skickade|sendte deg|sent\b|refunded\b)",
    re.I,
)
AROUND = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"(?:tarihinde|saat[^\n]{0,8})\s+(?P<n>[^\n]{2,60}?)\s+(?:işyerinde|adlı|mağazası|firması)",
        r"在\s*(?P<n>[^\n]{1,40}?)\s*(?:消費|消费|支付|使用|刷卡)",
        r"[向给給]\s*(?P<n>[^\n]{1,30}?)\s*(?:付款|转账|轉賬|支付)",
        r"(?:^|\n)(?P<n>[^\n]{1,40}?)[（(](?:買物|ショッピング|利用|支払い?)[）)]",
        r"(?P<n>[^\s\n]{1,30})(?:様|さん)から",
        r"\bInfo:?\s+(?P<n>[^\n]{2,70}?)(?=\.\s|\.?$|\n)",
        r"\bwhere:?\s+(?P<n>[^\n]{2,70}?)(?=\n|$)",
        r"[;,]\s*(?P<n>[^\n;,]{2,60}?)\s+credited\b",
        r"\byou (?:paid|sent)\s+(?P<n>[A-Z][^\n$€£₹\d]{1,50}?)(?=\s*\n|\s+[$€£₹]|$)",
        r"\bRef\.(?P<n>[A-Za-z][^\n.]{1,40})",
    )
)
NOT_A_NAME = re.compile(
    r"^(?:your|our|my|tu|su|sua|seu|ihre?[mnrs]?|deine?[mnrs]?|votre|any|all|which|account|a/c|card ending|terminada|terminado)\s.{0,80}$"
    r"|^(?:your?|our|the|an?|this|that|us|me|my|it|them|here|home|online|details|date|time|merchant|account|card|cuenta|tarjeta|app|pos|web|riding|shopping|using|making|ordering|choosing|being|buying|banking|no|hoy|hotmail|upi|neft|imps|rtgs|upi payment|debit card|credit card|savings account|current account|otp|atm|paynow|duitnow|zelle|interac)$"
    r"|^(?:upi|neft|imps|rtgs|nach/ecs|card|debit|credit|atm|cash|bank transfer|paynow|autopay) (?:payment|transaction|transfer|txn|withdrawal)|^(?:\W|\d)*$|^(?:rs\.?|inr|usd|eur|gbp|[$€£₹])\s?\d"
    r"|\b(?:has been|have been|will be|was made|in process|https?:|www\.|please|call \d|click)\b",
    re.I,
)
TAIL = re.compile(
    r"\s*(?:\([^()]{0,60}(?:ending|VPA|@|\*|mobile|UEN|ref)[^()]{0,60}\)|[（(][^（）()]{0,12}[）)]|\s\+?\d{2,6}\*{2,}\d{2,4}|,?\s(?:a/c|account|ac) (?:ending|no|xx).*|\bVPA:?.*|\bon behalf of.*|\s+(?:dated?|dt)\b.*|\s+on \d.*)\s*$",
    re.I,
)
VPA = re.compile(r"^[\w.\-]{2,60}@[a-z]{2,20}\s+(?=[A-Z])")
MAIL_WORDS = re.compile(
    r"\b(?:alerts?|notifications?|notificaciones|notificación|receipts?|orders?|no-?reply|service team|team|customer (?:service|care)|billing|payments?|info|bookings?|ride receipt|support|ticketadmin)\b",
    re.I,
)


def tidy(text: str) -> str | None:
    """A printed name without what is no part of it; None when nothing that names anybody is left."""
    name = VPA.sub("", clean_name(text))
    shorter = TAIL.sub("", name).strip(" ,;:-(")
    name = clean_name(shorter) if shorter else name
    if not 1 < len(name) <= 80 or NOT_A_NAME.search(name):
        return None
    # Words that begin small are the sentence going on, unless they are an address or a site.
    first = name[0]
    if first.islower() and not re.search(r"[@.*\d]", name) and first.isascii():
        return None
    return name


def counterparty_of(
    pairs: Sequence[Pair], sentence: str, subject: str, text: str, direction: Direction, receipt: bool
) -> str | None:
    label = _from_labels(pairs, direction)
    if label is not None:
        return label
    for place in (sentence, subject):
        if name := name_in(place, direction):
            return name
    if name := _narration(pairs, modes_only=False):
        return name
    if receipt:
        return None
    return next((name for line in text[:1500].split("\n")[:12] if (name := name_in(line, direction))), None)


def _from_labels(pairs: Sequence[Pair], direction: Direction) -> str | None:
    wanted = ("payee",) if direction is Direction.DEBIT else ("payer", "payee")
    for field in wanted:
        for pair in pairs:
            if pair.field == field and (name := _labelled(pair, direction)):
                return name
    return _narration(pairs, modes_only=True)


def _narration(pairs: Sequence[Pair], *, modes_only: bool) -> str | None:
    for pair in pairs:
        dashed = re.split(r"[/\-]", pair.value)[0].strip().upper() in MODES
        if (pair.field == "narration" or (modes_only and dashed)) and dashed is modes_only:
            return pair.value if modes_only else tidy(pair.value)
    return None


def _labelled(pair: Pair, direction: Direction) -> str | None:
    value = pair.value
    if re.search(r"[xX*•]{2,}\d{3}|\bending\b|^[\d\s\-*xX.:/()+#]+$|@[\w.]+>$", value):
        return None
    if pair.field == "payer" and direction is Direction.DEBIT:
        return None
    return None if value.lower().startswith(("your ", "tu ", "su ", "a/c ")) else tidy(value)


BARE_NAME = re.compile(r"[\W_]{0,4}[^\W\d_][^\n:$€£₹]{1,44}")
SPEECH = re.compile(
    r"\b(?:you|your|hi|hello|dear|thank|thanks|account|card|payment|transaction|transfer|purchase|approved|alert|notification|balance|bank|view|click|solde|saldo|hola|bonjour|hallo|visa|mastercard|effectué|amount|date|details|summary|receipt|total)\b",
    re.I,
)


def name_beside(text: str, start: int) -> str | None:
    """A line of its own above or below an amount that stands alone: the shop, on many phone banks' mails."""
    left = text.rfind("\n", 0, start)
    right = text.find("\n", start)
    above = text[text.rfind("\n", 0, max(left, 0)) + 1 : left] if left > 0 else ""
    below = text[right + 1 :].split("\n", 1)[0] if right > 0 else ""
    for line in (above, below):
        bare = re.sub(r"^[^\w]+", "", line).strip()
        if (
            BARE_NAME.fullmatch(bare)
            and not SPEECH.search(bare)
            and len(bare.split()) <= 6
            and not re.search(r"\d{4}|\d:\d|[.!?]$", bare)
        ):
            return tidy(bare)
    return None


def name_in(place: str, direction: Direction) -> str | None:
    text = place[:500]
    if direction is Direction.CREDIT and (found := BEFORE_VERB.search(text)) and (name := tidy(found["n"])):
        return name
    for pattern in AROUND:
        if (found := pattern.search(text)) and (name := tidy(found["n"])):
            return name
    best: tuple[int, int, str] | None = None
    for betray, out, into in LANGUAGES:
        if len(betray.findall(text)) < 2:
            continue
        for rank, pattern in enumerate(out if direction is Direction.DEBIT else into):
            for found in pattern.finditer(text):
                name = _name_from(text, found.end())
                if name and (best is None or (rank, found.start()) < best[:2]):
                    best = (rank, found.start(), name)
        if best:
            return best[2]
    return None


def _name_from(text: str, start: int) -> str | None:
    stop = STOP.search(text, start, min(len(text), start + LONGEST_NAME + 20))
    if stop is None or stop.start() == start:
        return None
    return tidy(text[start : stop.start()])


def sender_name(display: str, domain: str) -> str | None:
    """The brand a receipt comes from."""
    name = re.split(r"\s+(?:via|by)\s+|\s*[|<]\s*", display.strip().strip('"'), maxsplit=1)[0]
    stripped = " ".join(MAIL_WORDS.sub(" ", name).split()).strip(" -·,")
    if stripped and "@" not in stripped and re.search(r"[^\W\d_]", stripped):
        return stripped
    label = domain.split(".")[-2] if domain.count(".") else ""
    return label.capitalize() or None
