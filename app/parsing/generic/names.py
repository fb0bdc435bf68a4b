"""The other side of the payment: the payee or the payer, as printed."""

import re

from app.domain.transaction import Direction
from app.parsing.generic.pairs import Pair
from app.parsing.slots import clean_name

NAME = r"(?P<n>[^\n]{2,90}?)"
# What ends a name inside a sentence.
STOP = (
    r"(?=\s+(?:on|at|using|via|with|from|for|to|through|by|is|was|has|had|have|into|in|has been|and the|and paid|dated|towards|of|ending|your|our|it|this|ref|refno|rrn|upi|utr|txn|info|avl|available|against|in the amount|amount|el|con|desde|por|a las|en|hoy|fue|mediante|no dia|em|às|com|pelo|pela|am|um|mit|bezahlt|gesendet|überwiesen|belastet|erhalten|von|le|avec|depuis|sur|par|il|alle|tramite|con carta|op|met|om|den|kl|met je|tarihinde|işyerinde|tutarında|pada|dengan|dari|ke|ngày|lúc)\b"
    r"|\s+\d{1,2}[:/\-.]\d{2}|\s*[,;]\s+(?:where|on|at|your|ref|rrn|a pending|el|el día|am|le|the)\b|\s*[;!|•·]|\s*\((?!\w{1,12}\))|\.\s|\.$|\s*,\s*\d|\s+[$€£₹]|\s+(?:Rs\.?|INR|USD|EUR)\s?\d|\s*$|\n)"
)
OUTWARD = tuple(
    re.compile(pattern + STOP, re.I)
    for pattern in (
        rf"\b(?:to VPA|towards VPA|VPA)\s+[\w.\-]+@[\w.\-]+\s*\(?\s*{NAME}",
        rf"\b(?:purchase|charge|charged|spent|transaction|used|payment|authori[sz]ed|swiped|debited|made|placed|compra|consumo|pago|operación)\b[^\n]{{0,90}}?\b(?:at merchant|at|@|with merchant|on merchant)\s+{NAME}",
        rf"\b(?:paid|sent|transferred|payment|transfer|debited|trf|paying|transfer made|pay)\b[^\n]{{0,110}}?\b(?:to|towards)\s+{NAME}",
        rf"\b(?:compra|consumo|pago|operación|transacción|gasto|cargo|débito|retiro)\b[^\n]{{0,110}}?\b(?:en|a favor de|realizada en)\s+{NAME}",
        rf"\b(?:enviaste|transferiste|pagaste|enviou|pagou|transferencia|has enviado|pago|pagamento|pix|transferência)\b[^\n]{{0,60}}?\b(?:a|para|ao|à)\s+{NAME}",
        rf"\b(?:compra|pagamento|gasto)\b[^\n]{{0,80}}?\b(?:em|no estabelecimento|na)\s+{NAME}",
        rf"\b(?:bei|an)\s+{NAME}",
        rf"\b(?:paiement|achat|payé|réglé|dépensé|virement)\b[^\n]{{0,80}}?\b(?:chez|à|au|vers)\s+{NAME}",
        rf"\b(?:pagamento|pagato|acquisto|speso|bonifico|inviato)\b[^\n]{{0,80}}?\b(?:presso|da|a)\s+{NAME}",
        rf"\b(?:betaald|betaling|gepind|overgemaakt)\b[^\n]{{0,60}}?\b(?:bij|aan)\s+{NAME}",
        rf"\b(?:köp|betalat|betalt|kjøp|køb|skickat|swishat)\b[^\n]{{0,60}}?\b(?:hos|på|till|til|hjá|i)\s+{NAME}",
        rf"\b(?:płatność|zapłacono|transakcj\w+|platba|vásárlás)\b[^\n]{{0,60}}?\b(?:w|u|na rzecz|v|pro)\s+{NAME}",
        rf"tarihinde\s+{NAME}(?=\s+(?:işyerinde|adlı|mağazası))",
        rf"\bdi\s+{NAME}",
        rf"\bInfo:?\s+{NAME}",
        rf"\bwith\s+(?!your\b){NAME}",
        rf"\b(?:purchase|order|receipt|booking)\s+from\s+{NAME}",
        rf"\b(?:towards|for)\s+(?!your\b|a\b|the\b|any\b){NAME}",
        rf"在\s*{NAME}(?=\s*(?:消費|消费|支付|使用))",
    )
)
INWARD = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"(?:^|[.!]\s|\n){NAME}\s+(?:has )?(?:sent you|paid you|te envió|te ha enviado|te transfirió|te pagó|te yapeó|te hizo una transferencia|enviou-te|te enviou|ti ha inviato|vous a envoyé|hat dir)\b",
        rf"\b(?:received|deposit|credited|credit|paid|transfer|transferred|refund|reversal|money|deposited|sent|paid in)\b[^\n]{{0,120}}?\b(?:from|by|sender)\s+{NAME}"
        + STOP,
        rf"\b(?:recibiste|recepción|recibido|recibió|transferencia|abono|depósito|recebeu|recebida|pix)\b[^\n]{{0,90}}?\b(?:de|da|do)\s+{NAME}"
        + STOP,
        rf"\b(?:reçu|virement|crédité)\b[^\n]{{0,70}}?\b(?:de la part de|de)\s+{NAME}" + STOP,
        rf"\b(?:von)\s+{NAME}" + STOP,
        rf"\b(?:ricevuto|accredito|bonifico)\b[^\n]{{0,60}}?\b(?:da)\s+{NAME}" + STOP,
        rf"\b(?:ontvangen|bijgeschreven)\b[^\n]{{0,60}}?\b(?:van)\s+{NAME}" + STOP,
        rf"\b(?:mottagit|mottatt|modtaget|fått)\b[^\n]{{0,60}}?\b(?:från|fra)\s+{NAME}" + STOP,
        rf"\bfrom\s+(?!your\b){NAME}" + STOP,
        rf"(?:^|[.!]\s|\n){NAME}\s+(?:sent|refunded)\b",
        rf"\bat\s+{NAME}" + STOP,
        rf"\bfor\s+(?!your\b|a\b|the\b){NAME}" + STOP,
    )
)
NOT_A_NAME = re.compile(
    r"^(?:your|you|our|the|a|an|this|that|us|me|my|tu|su|sua|seu|ihr\w*|dein\w*|votre|ton|il|la tua|de|del|any|all|bank|account|a/c|card|merchant|any merchant|home|card ending|credit card|debit card|mobile|phone|it|them|their|more|help|details|here|app|web|pos|online|online banking|paypal|us\b|mi banco|línea|estas?|la app|en línea|\d[\d\s/:.,-]*)$"
    r"|^(?:your|our|tu|su|sua|seu|ihre[mnrs]?|deine[mnrs]?|votre|the (?:bank|amount|account|card|following)|la cuenta|una cuenta|account|a/c|card (?:ending|no)|[\d\s/:.,\-]+(?:[ap]\.?m\.?)?)\b"
    r"|\b(?:has been|have been|will be|was made|in process|http|www\.|please|call|click)\b",
    re.I,
)
TAIL = re.compile(
    r"\s*(?:\((?:[^()]{0,60}(?:ending|VPA|@|\*|mobile|UEN|ref)[^()]{0,60})\)|[（(][^（）()]{0,12}[）)]|\s+\d{3,4}\*{2,}\d{2,4}|\s\+?\d{2,6}\*{2,}\d{2,4}|\b(?:account|a/c) ending.*|VPA:?.*)\s*$",
    re.I,
)
MAIL_WORDS = re.compile(
    r"\b(?:alerts?|notifications?|notificaciones|notificación|receipts?|order|orders|noreply|no-reply|service|team|customer service|billing|payments?|info|bookings?|ride receipt|support|via square|ticketadmin)\b",
    re.I,
)


def tidy(text: str) -> str | None:
    """A printed name without what is no part of it; None when nothing that names anybody is left."""
    name = clean_name(text)
    shorter = TAIL.sub("", name).strip(" ,;:-(")
    name = clean_name(shorter) if shorter else name
    if not name or len(name) > 80 or NOT_A_NAME.search(name) or not re.search(r"[^\W\d_]", name):
        return None
    return name


def counterparty_of(pairs: list[Pair], sentence: str, subject: str, text: str, direction: Direction) -> str | None:
    wanted = ("payee", "narration") if direction is Direction.DEBIT else ("payer", "payee", "narration")
    for field in wanted:
        for pair in pairs:
            if pair.field == field and (name := _labelled(pair, direction)):
                return name
    for place in (sentence, subject, text[:1500]):
        if name := _in_sentence(place, direction):
            return name
    return None


def _labelled(pair: Pair, direction: Direction) -> str | None:
    value = pair.value
    if pair.field == "payee" and direction is Direction.CREDIT and re.search(r"[xX*•]{2,}\d{3}|ending", value):
        return None
    if re.fullmatch(r"[\d\s\-*xX.:/()+]+", value) or value.lower().startswith(("your ", "tu ", "su ")):
        return None
    return tidy(value)


def _in_sentence(place: str, direction: Direction) -> str | None:
    patterns = OUTWARD if direction is Direction.DEBIT else INWARD
    for pattern in patterns:
        for found in pattern.finditer(place[:600]):
            if name := tidy(found["n"]):
                return name
    return None


def sender_name(display: str, domain: str) -> str | None:
    """The brand a receipt comes from."""
    name = re.split(r"\s+(?:via|by)\s+|\s*[|<]\s*", display.strip().strip('"'), maxsplit=1)[0]
    stripped = " ".join(MAIL_WORDS.sub(" ", name).split()).strip(" -·,")
    if stripped and "@" not in stripped:
        return stripped if not re.fullmatch(r"[\W\d_]*", stripped) else None
    return domain.split(".")[-2].capitalize() if domain.count(".") else None
