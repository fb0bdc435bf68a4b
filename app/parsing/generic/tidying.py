"""What of a printed name is the name: greetings, numbers and what trails behind it are no part of it."""

import re

from app.parsing.money import ISO_CODES
from app.parsing.slots import clean_name

NOT_A_NAME = re.compile(
    r"^\W{0,2}(?:[A-Z]{0,3}[$€£₹¥₱₦]|S/|Rs|Tk|Kshs?|[A-Z]{3}(?=\s?\d))\.?\s?[\d.,]*$|^[\d.,\s]+[A-Z]{3}$|^\d{4}\s|\d[.,]\d{2}\s?[€$£]|"
    r"^(?:[ap]\.?m\.?|"
    f"(?-i:{'|'.join(sorted(ISO_CODES))})"
    r"|\d{1,2}:\d{2}.{0,12}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s\d.{0,14}|(?:mon|tues?"
    r"|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b.{0,20})$|"
    r"[xX*•]{2,}\s?-?\d{2}|\b[xX]\d{3,4}$|\b(?:was|were|has|have|are|que|that|dass)$|\b(?:checking|chequing|savings)$"
    r"|\s(?:your|votre|ihre?[mnr]?|deine?[mnr]?|uw|seu|sua)\s|\s\*\d{3,4}$|\b(?:final|ending(?: in| with)?|ends? (?:in|with)"
    r"|terminad[ao](?: en)?|endet auf|finissant par|eindigend op|sluta[rn]? på)\s+\d{3}|^\W{0,2}(?:d[ée]bit[oa]?"
    r"|cr[ée]dit[oa]?|ahorros|pago|payment|paiement|pagamento|zahlung|betaling|tarjeta|visa|mastercard|compte|cuenta|conta"
    r"|konto|conto|carte|carta|cartão|karte|kart[aąouę]?|card|rekening|akaun|akun|account|savings|checking|current"
    r"|bank account|wallet|amount|total|balance|rs)\b[^\n]{0,30}\d|^(?:card|credit|debit|savings|checking|current|salary|bank"
    r"|your|my) (?:card|account|a/c)\b|"
    r"^(?:your|our|my|tu|su|sua|seu|ihre?[mnrs]?|deine?[mnrs]?|votre|any|all|which|account|a/c|card ending|terminada|terminado)\s.{0,80}$"
    r"|^(?:total|total amount|amount|subtotal|a/c|payment|money|funds|refund|\d+ (?:hours?|days?|minutes?|business days"
    r"|working days|months?)|your?|our|the|an?|this|that|us|me|my|it|them|here|home|online|details|date|time|merchant|account"
    r"|card|cuenta|tarjeta|app|pos|web|riding|shopping|using|making|ordering|choosing|being|buying|banking|no|hoy|hotmail|upi"
    r"|neft|imps|rtgs|upi payment|debit card|credit card|savings account|current account|otp|atm|paynow|duitnow|zelle|interac"
    r"|loan|emi|premium|direct debit|standing order|(?:[\w.&-]+ ){1,2}(?:account|a/c|wallet))$"
    r"|^(?:upi|neft|imps|rtgs|nach/ecs|card|debit|credit|atm|cash|bank transfer|paynow|autopay) (?:payment|transaction"
    r"|transfer|txn|withdrawal)|^(?:\W|\d)*$|^(?:rs\.?|inr|usd|eur|gbp|[$€£₹])\s?\d"
    r"|^\d[\d.,\s]*\s?(?:kr|zł|kč|lei|ft|eur|€)\b|^(?:utr|rrn|ref|imps|neft|rtgs)\s\S*\d|^(?:upi|gpay|google pay|apple pay"
    r"|samsung pay|net ?banking|visa|mastercard|amex|rupay|maestro)(?:\s[-–(·•]|$)|^(?:order|invoice|bill|booking|policy"
    r"|receipt|ticket)\s?(?:no\.?|#|number|id)?\s?[\w-]*\d|^(?:loan|policy|credit card|card|bill|membership) (?:a/c|account|no"
    r"|number)\b|^(?:hi|hello|hey|dear|hola|olá|bonjour|hallo|hej|ciao)$|\b(?:we|we've|you've|you|balance)$|^[\uac00-\ud7a3]\*"
    r"|^(?:raast|ibft|npsb|instapay|pesonet|fawran|cliq|napas|promptpay|fps|rtp|eft|cefts?|sepa|bi-fast"
    r"|(?:\w+ )?instant payment)(?: (?:fund )?(?:transfer|payment|txn))?$|^(?:bank|account name)$|^(?:total |new |curr?\.? "
    r"|avl\.? |a/c )?bal(?:ance)?\b\W|^مانده|^[\u0600-\u06ff]{2,12}(?: [\u0600-\u06ff]{2,12})?\s?:|^bal(?:ance)?$"
    r"|^[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,}|^(?:transfer|salary|(?:debit|stop|standing) order|direct debit)$|\bcall \d"
    r"|\b(?:has been|have been|will be|was made|in process|https?:|www\.|please|call \d|click)\b",
    re.I,
)
TAIL = re.compile(
    r"\s*(?:\([^()]{0,60}(?:ending|VPA|@|\*|mobile|UEN|ref)[^()]{0,60}\)|[（(][^（）()]{0,12}[）)]|\s\+?\d{2,6}\*{2,}\d{2,4}"
    r"|,?\s(?:a/c|account|ac) (?:ending|no|xx).*|\bVPA:?.*|\bon behalf of.*|\s+(?:dated?|dt)\b.*|\s+on \d.*"
    r"|\s+at \d{1,2}:\d{2}.*)\s*$",
    re.I,
)
VPA = re.compile(r"^[\w.\-]{2,60}@[a-z]{2,20}\s+(?=[A-Z])")
# "MPESA 2547****881 GRACE WANJIRU": a wallet's masked number before its holder.
NUMBER_FIRST = re.compile(r"^(?:[A-Z][\w-]{2,9} )?\+?\d{2,6}[xX*•]{2,8}\d{2,4}[\s,-]+(?=[^\W\d_])")
GREETING = re.compile(
    r"^لـ\s?:?\s?|^(?:hi|hello|hey|dear|hola|olá|bonjour|hallo|hej|ciao|hoi)\b[^,!\n]{0,30}[,!]\s+|^(?:kartınızla|kartınızdan"
    r"|hesabınıza|hesabınızdan|aapne|aapko)\s+",
    re.I,
)
# "Ülkü Işık'tan": the case a Turkish name stands in.
TURKISH_CASE = re.compile(r"(?<=[^\W\d_]{2})['’](?:n?[dt][ae]n|n?[dt][ae]|[yn]?[aeıiuü]|n?[ıiuü]n)$")
# "… ile Ali Veli": what pays it stands before whom it is paid to.
ORDER_FIRST = re.compile(r"^(?:[^\W\d]{3,12} )?(?:ödeme )?talimatınız(?:la| ile| kapsamında| gereği)\s+", re.I)
# Words for what is left, that stand where a name could, and an hour's unit in Thai.
LEFT_OVER = re.compile(r"(?:잔액|누적|일시불|잔고|残高|余额|餘額|คงเหลือ|น\.?|รับโอนเงิน|โอนเงิน|ชำระเงิน)(?:[\s:\d].*)?")


def tidy(text: str) -> str | None:
    """A printed name without what is no part of it; None when nothing that names anybody is left."""
    name = NUMBER_FIRST.sub("", VPA.sub("", ORDER_FIRST.sub("", GREETING.sub("", clean_name(text)))))
    shorter = TAIL.sub("", name).strip(" ,;:-(")
    name = clean_name(shorter) if shorter else name
    name = TURKISH_CASE.sub("", name)
    if not 1 < len(name) <= 80 or NOT_A_NAME.search(name) or LEFT_OVER.fullmatch(name):
        return None
    # Words that begin small are the sentence going on, unless they are an address or a site.
    first = name[0]
    if first.islower() and not re.search(r"[@.*\d-]", name.split()[0]):
        return None
    return name
