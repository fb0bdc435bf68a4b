"""Of what kind a payment is, from the event's own words first and from what stands around it next."""

import re

from app.domain.transaction import Direction, Kind
from app.parsing.enrichment.merchant import merchant_of
from app.parsing.enrichment.words import trades
from app.parsing.lexicon import Lexicon

CARD = Lexicon(
    r"\b(?:credit card|debit card|card (?:ending|no|number|xx|\*|purchase|transaction)|your (?:\w+ ){0,4}card|visa|mastercard"
    r"|maestro|amex|american express|rupay|tarjeta|cartão|kartenzahlung|karte\b|carte bancaire|carta|kort|kart|pos\b"
    r"|contactless|merchant|store|shop|qris|nets qr|scan & pay|comercio|establecimiento|tienda|compra|consumo|netflix"
    r"|receipt)\b|カード|加盟店|店舗|信用卡|刷卡|บัตร",
)
SALARY = Lexicon(
    r"\b(?:salary|payroll|wages|nómina|salario|salaire|gehalt|lohn|stipendio|salaris|lön|lønn|løn|gaji|maaş|wynagrodzenie"
    r"|výplata|sueldo|töötasu|palk|atlyginim\w{2}|alga|plaća|plača|mzda|munkabér\w{0,4}|palkka|laun|заплата|зарплат\w"
    r"|μισθ\w{1,8}|lương|luong|direct deposit|dir(?:ect)? dep)\b|給与|給料|工资|薪資",
)
INTEREST = Lexicon(
    r"\binterest (?:credit|of|paid|credited|earned|payment|has been|was)|\bint\.?\s?pd\b|\bearned interest\b|\bintereses\b"
    r"|\bzinsen\b|\bintérêts\b|\binteressi\b|\brente\b|\bränta\b",
)
CASH = Lexicon(
    r"\b(?:atm|cash withdrawal|to withdraw|withdr(?:awn|awal|ew)|cajero|retiro|retiraste|saque|distributeur|retrait|abhebung"
    r"|abgehoben|geldautomat|prelievo|prelevato|bancomat|bankomat\w*|wypłac\w*|geldabhebung|geldopname|uttag|uttak|hævet"
    r"|para çekme|tarik tunai|rút tiền|výběr|wypłata)\b|出金|引き出し|提款|取款|ถอนเงิน",
)
NOTES = re.compile(r"\b(?:atm|cash|branch|teller|cajero|efectivo|caixa|geldautomat|bancomat|distributeur)\b")
DIRECT_DEBIT = Lexicon(r"口座振替|自動引落|\bdirect debit\b|\bsepa-lastschrift\b")
# What only a biller's own thanks have.
BILLER = Lexicon(
    r"\b(?:dear consumer|consumer (?:no|number|id)|ca no|council tax|property tax|rent payment|número de (?:servicio"
    r"|suministro|contrato)|instal?ment payment|automatic payment|service number|numéro de contrat|vertragsnummer|kundennummer"
    r"|numero cliente|klantnummer)\b"
)
REFUNDED = Lexicon(
    r"\b(?:refund(?:ed)?|merchant credit|credit was issued by a merchant|reembolso|remboursement|rückerstattung|erstattung"
    r"|rimborso|terugbetaling)\b|返金|退款|환불"
)
FEE = Lexicon(
    r"\b(?:(?:usage|return|bounce|cheque return|ecs return|nach return|sms|penal|ledger|collection|processing|dishonou?r"
    r"|monthly|annual|maintenance|service|late|overdraft|card|account|bank|yearly|renewal|joining"
    r"|foreign transaction) (?:\w+ ){0,2}(?:fee|charges?)\b|charged a [^\n]{0,30}fee|comisión (?:por|de)|stamp duty"
    r"|\w{0,12}ücreti|aidatı|tarifa|gebühr|frais (?:de|bancaires)|commissione|canone)",
)
BILL = Lexicon(
    r"\b(?:pago de (?:la |su |tu )?tarjeta de crédito|bill payment|bill paid|credit card bill|card bill|credit card payment"
    r"|payment of (?:the |your )?credit card|towards (?:the |your )?credit card|payment (?:for|to"
    r"|towards) your [^\n]{0,40}(?:card|loan|bill|policy)|utility|electricity|water bill|gas bill|broadband|postpaid|prepaid"
    r"|recharge|insurance|premium (?:payment|paid|received|due)|policy|loan|emi|nach|ach(?=[ /*-](?:d|dr|debit|mandate)\b)|ecs"
    r"|umrn|bills? payment|subscriber (?:no|number)|biller|e-?mandate|auto-?pay|autopay|auto-?debit|standing instruction"
    r"|direct debit|lastschrift|sepa-lastschrift|domiciliaci[oó]n|recibo (?:de (?:la |el )?(?:luz|agua|gas|seguro|comunidad)"
    r"|domiciliado)|(?:cargo|adeudo|pago)[^\n]{0,40} (?:por|de) recibo|pagaste (?:tu|su|la|el) (?:factura|recibo|servicio"
    r"|tarjeta|cr[eé]dito|pr[eé]stamo)|pago de servicios?|prélèvement|addebito diretto|bolletta|incasso|autogiro|avtalegiro"
    r"|betalingsservice|fatura|boleto|factura|rechnung|tagihan|fatura ödeme|kredi kartı (?:borcu )?ödemesi|kartenabrechnung"
    r"|mortgage|rent payment|giro|bpay|billpay|pago a s\.i\.i)\b|引き落とし|公共料金|bill payment|ชำระค่า|ค่าบริการ",
)
TOPUP = Lexicon(
    r"\b(?:top[- ]?up|topped up|added to your (?:\w+ ){0,3}(?:wallet|balance|account)|wallet load|fastag (?:recharge|top)"
    r"|recarga|aufladung|money you added|added money|load(?:ed)? (?:money|wallet)|funds added|has been added)\b",
)
TRANSFER = Lexicon(
    r"\b(?:transfer|transferencia|transferência|virement|überweisung|bonifico|overboeking|przelew|havale|eft|neft|imps|rtgs"
    r"|upi|zelle|interac|e-transfer|paynow|duitnow|promptpay|fps|pix|bizum|swish|vipps|mobilepay|sinpe|spei|plin|yape|payid"
    r"|osko|payment to|sent)\b|振込|振り込|送金|转账|轉賬|โอน",
)
INVEST = re.compile(r"\b(?:shares?(?! draft)|bitcoin|btc|eth|crypto|market order|mutual fund units|etf|stock)\b", re.I)
SUBSCRIPTION = re.compile(
    r"\b(?:order|receipt|invoice|purchase|bought|trip|ride|booking|e-?ticket|subscription|plan|membership|toll)\b", re.I
)


def kind_of(found: Kind | None, direction: Direction, sentence: str, wide: str, payee: bool) -> Kind:
    """`found` is what the event itself says; `sentence` holds the payment; `wide` is the page without its small print. Both in lower case."""
    if direction is Direction.CREDIT:
        return _in(found, sentence, wide, payee)
    return found if found is Kind.FEE else _out(found, sentence, wide, payee)


# The small print may speak of interest, too.
NEAR = 500


def _in(found: Kind | None, sentence: str, wide: str, named: bool) -> Kind:
    if found in {Kind.REFUND, Kind.REVERSAL, Kind.TOPUP, Kind.SALARY, Kind.INTEREST, Kind.BILL_PAYMENT}:
        return found
    for pattern, kind in ((INTEREST, Kind.INTEREST), (SALARY, Kind.SALARY), (TOPUP, Kind.TOPUP)):
        if pattern.search(sentence) or (kind is not Kind.TOPUP and pattern.search(wide[:NEAR])):
            return kind
    if found in {Kind.TRANSFER, None} and REFUNDED.search(wide[:260]):
        return Kind.REFUND
    if re.search(r"\bcash ?back\b", sentence, re.I):
        return Kind.OTHER
    return found or (Kind.TRANSFER if named or TRANSFER.search(wide) else Kind.OTHER)


def _out(found: Kind | None, sentence: str, wide: str, payee: bool) -> Kind:  # noqa: PLR0911  a rule a line
    if INVEST.search(sentence) or found is Kind.TOPUP:
        return found if found is Kind.TOPUP else Kind.OTHER
    for pattern, kind in ((FEE, Kind.FEE), (DIRECT_DEBIT, Kind.BILL_PAYMENT), (CASH, Kind.WITHDRAWAL), (BILL, Kind.BILL_PAYMENT)):
        if pattern.search(sentence) and not (kind is Kind.WITHDRAWAL and found is Kind.PURCHASE):
            return _drawn(sentence) if kind is Kind.WITHDRAWAL else kind
    if found in {Kind.PURCHASE, Kind.WITHDRAWAL, Kind.FEE, Kind.BILL_PAYMENT}:
        return found
    if BILL.search(wide[:600]) and found is None:
        return Kind.BILL_PAYMENT
    if CARD.search(sentence) or (found is None and CARD.search(wide)):
        return Kind.PURCHASE
    if found is Kind.TRANSFER:
        return found
    if TRANSFER.search(wide):
        return Kind.TRANSFER
    if SUBSCRIPTION.search(wide):
        return Kind.PURCHASE
    return found or (Kind.TRANSFER if payee else Kind.OTHER)


def by_trade(kind: Kind, direction: Direction, sentence: str, wide: str, name: str | None) -> Kind:
    """A transfer to the waterworks pays a bill; one to a grocer is a purchase where no word speaks of a transfer."""
    if direction is Direction.CREDIT or kind not in {Kind.TRANSFER, Kind.PURCHASE, Kind.OTHER}:
        return kind
    if BILLER.search(wide[:700]):
        return Kind.BILL_PAYMENT
    trade = _trade(name) if name else ""
    if trade.startswith("bills."):
        return kind if kind is Kind.PURCHASE and CARD.search(sentence) else Kind.BILL_PAYMENT
    shop = trade.startswith(("food", "shopping", "transport", "travel", "health", "digital", "leisure"))
    return Kind.PURCHASE if shop and not TRANSFER.search(wide) else kind


def _trade(name: str) -> str:
    merchant = merchant_of(name)
    if merchant and merchant.known:
        return merchant.known.category
    found = trades().category(name)
    return found[0] if found else ""


def _drawn(sentence: str) -> Kind:
    """Banks call any money out a withdrawal; a way that needs no cash says otherwise."""
    if NOTES.search(sentence):
        return Kind.WITHDRAWAL
    if re.search(r"\b(?:eftpos|pos)\b", sentence):
        return Kind.PURCHASE
    if re.search(r"\bpre-?authori[sz]ed (?:payment|debit)", sentence):
        return Kind.BILL_PAYMENT
    return (
        Kind.TRANSFER if re.search(r"\b(?:ach|upi|imps|neft|rtgs|online transfer|transfer to)\b", sentence) else Kind.WITHDRAWAL
    )


CARD_PAYMENT = Lexicon(
    r"\b(?:payment|pago|pagamento|zahlung)\b[^\n]{0,140}\b(?:on|to|towards|toward|for|in|posted to) (?:your|tu|su"
    r"|ihr\w*) [^\n]{0,50}(?:card|account|tarjeta|cuenta)\b|\breceived (?:[$€£₹]|[a-z]{2,3}\.? ?\d)[^\n]{0,20} (?:for|towards?"
    r"|on|onto) your [^\n.]{0,40}\bcard\b|\bcard payment of\b[^\n]{0,60}\breceived\b",
)
THANKS = Lexicon(
    r"\b(?:payment of [^\n]{1,24} received (?:on|to|towards|for) your [^\n]{0,40}card|payment (?:\w+ ){0,3}(?:has been |was "
    r"|is )?(?:received|acknowledge\w*)|(?:payment|premium|emi|instal?ment)\b[^\n]{0,110}? (?:has been |was "
    r"|is )(?:successfully )?(?:received|posted)|we(?:'ve| have)? received (?:your )?(?:emi|premium|instal?ment|loan)"
    r"|payment of [^\n]{1,20} posted to your|wir haben (?:deine|ihre) zahlung|hemos recibido (?:tu|su) pago"
    r"|recebemos (?:o )?seu pagamento|nous avons (?:bien )?reçu votre (?:paiement|règlement)|abbiamo ricevuto il (?:tuo "
    r"|suo )?pagamento|(?:ihre|deine|die) zahlung (?:über|von|in höhe)[^\n]{0,80} eingegangen|recibimos (?:tu|su|el) (?:pago"
    r"|abono)|received your (?:\w+ ){0,2}(?:repayment|instal?ment|contribution|donation|rent|premium)|recebemos o pagamento"
    r"|received (?:rs|inr|usd|eur|gbp|aed|[$€£₹])[^\n]{0,24} (?:towards|for|against)\b|confirm (?:the )?receipt of (?:your|rs"
    r"|inr|[a-z]{3} \d|[$€£₹])|hebben (?:je|uw) betaling|(?:we|wij) hebben [^\n]{1,30} ontvangen"
    r"|wir haben [^\n]{1,24} erhalten|hemos recibido (?=[$€\d])|nous avons (?:bien )?reçu (?=\d)|abbiamo ricevuto (?=[€\d])"
    r"|recebemos (?=r\$|€|\d)|vi har (?:mottagit|tagit emot|mottatt|modtaget) (?:din|ditt|betalingen)|otrzymaliśmy (?:twoją"
    r"|państwa|twoja) (?:płatność|wpłatę)|ödemeniz(?:i aldık| alınmıştır| ulaşmıştır)|received (?:and \w+ )?(?:your|the"
    r"|a) payment|thank(?:s| you) for (?:your|the) payment|we(?:'ve| have)? received (?:your |the |a )?(?:re)?payment"
    r"|received payment of|we(?:'ve| have)? (?:successfully )?received (?:an? )?(?:amount|sum|payment|rs|inr|usd"
    r"|[$€£₹])[^\n]{0,30}? (?:towards|for|against|as)\b|receipt of (?:your|the) payment"
    r"|acknowledge\w* (?:with thanks )?(?:the )?(?:receipt|your)|we got your payment|payment(?:'s| has"
    r"| is)? (?:just )?(?:reached us|landed|arrived|come through|been applied)|takk for betalingen"
    r"|payment of [^\n]{0,50}(?:has been|is|was) credited to your [^\n]{0,40}card)\b",
)
LOAN = re.compile(r"\b(?:emi|loan|repayment|crédito \*|préstamo|premium|policy|mortgage|instal?ment)\b")
FROM_SOMEBODY = re.compile(r"\breceived (?:[^\n]{1,90}? )?from (?!your\b)[^\W\d_]")
LENDER = re.compile(r"bank|card|credit|capital|finserv|loan|finance|amex|american express|discover", re.I)


def thanked(
    wide: str, name: str, domain: str, receipt: bool, direction: Direction, kind: Kind | None
) -> tuple[Direction, Kind | None]:
    """A card issuer that thanks for a payment has credited the card; a shop or a lender that does has been paid."""
    found = THANKS.search(wide)
    if not found or FROM_SOMEBODY.search(wide):
        return direction, kind
    if LOAN.search(wide[max(0, found.start() - 60) : found.end() + 160]):
        return Direction.DEBIT, Kind.BILL_PAYMENT
    lender = LENDER.search(f"{name} {domain}") is not None
    onto = CARD_PAYMENT.search(wide)
    if onto and (lender or "card" in onto.group()):
        return Direction.CREDIT, Kind.BILL_PAYMENT
    if receipt or not lender:
        return Direction.DEBIT, Kind.PURCHASE if receipt else kind or Kind.BILL_PAYMENT
    return direction, kind
