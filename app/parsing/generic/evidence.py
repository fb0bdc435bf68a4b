"""How much speaks for a payment: what alerts and receipts have and newsletters, private mail and swindles lack."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.domain.transaction import Moment
from app.parsing.claims import CHEAP
from app.parsing.clean import Page, lower
from app.parsing.dates import DateContext
from app.parsing.generic.amounts import PAID_BY, SAYS_PAID, Candidate
from app.parsing.generic.context import PROMOTION
from app.parsing.generic.pairs import Pair
from app.parsing.lexicon import Lexicon
from app.parsing.suffixes import organisation

RECEIPT = Lexicon(
    r"\b(?:receipt|order|trip|ride|riding|booking|e-?ticket|subscription|plan|membership|fare|recharge|reservation"
    r"|you (?:just )?bought|successfully purchased|thanks for shopping|pedido|(?:tu|su) viaje con|(?:deine|ihre) fahrt (?:mit"
    r"|vom|am)|(?:votre|ta) course|(?:la )?tua corsa|(?:sua|tua) viagem|bestellung|commande|ordine|bestelling|kassenbon|kvitto"
    r"|kvittering|recibo d[ae] (?:sua|tu|su|seu)|reçu de|corrida)\b|ご購入|ご注文|订单|訂單",
)
AUTOMATED = re.compile(
    r"ne-?pas-?repondre|n[aã]o-?responda|no-?responder|keine-?antwort|nicht-?antworten|online|express|official|accounts?|admin"
    r"|team|shop|store|hola|bonjour|mpesa|app\b|sms|no[-_.]?reply|refund|fees?\b|collect|do[-_.]?not[-_.]?reply|alert|notif"
    r"|avis|receipt|billing|service|support|info|statement|transac|payment|bank|card|order|confirm|help|hello|mail|contact"
    r"|kunde|mensaj|enviodigital|news|post|system|auto|customer|care|update|pay|money|wallet|booking|ticket|cuenta|servicio"
    r"|bilgi|digital|cash|venmo|sav|todomundo|incontact|advis|e-?bon\b|kvitt|kassa|ticket",
    re.I,
)
FINANCIAL = re.compile(
    r"momo\b|mobile money|pesa|pago|paga\b|zahl|betaal|geld|tikkie|kasse|cr[eé]dito|bank|banc|banco|banka|bankası|mbway|bizum"
    r"|swish|vipps|銀行|银行|カード|은행|카드|ธนาคาร|بنك|مصرف|банк|τράπεζα|pankki|pank\b|pay|card|credit|wallet|money|financ|coop|union"
    r"|capital|upi|cash|fin\b|visa|banque|caisse|sparkasse|pension|invest|broker|trading|traderepublic|wise|revolut|pix|zelle"
    r"|interac|post",
    re.I,
)
# A ticket, a pull request, a test: people and machines that write about payments.
TICKET = re.compile(
    r"^\W{0,2}[A-Z]{2,8}-\d{1,6}\b|\(#\d{1,6}\)|\btest (?:e?mail|message)\b|\bmodule \d|\bticket \d|\bep(?:isode|\.) ?\d", re.I
)
NEWSLETTER = re.compile(r"newsletter|\bnews\b|digest|\bbrief|\bletter|gazette|editor|weekly|daily", re.I)
QUOTED = re.compile(r"^(?:re|aw|sv|antw|rv|wg|tr)\s?:", re.I)
FIRST_PERSON = re.compile(
    r"\b(?:I|I'm|I've|we were|my (?:wife|friend|boss|son|mum|mom|dad)|let me know|talk soon|cheers|see you|love,|best,|kind regards,\n)\b"
)
SCAM = Lexicon(
    r"\b(?:(?<!national )lottery|jackpot|inheritance|next of kin|beneficiary of|diplomat|consignment|million (?:us )?dollars"
    r"|bitcoin wallet|compensation fund|western union|verify your account|confirm your identity|suspended|unlock your"
    r"|click (?:here|below|the link) to (?:verify|claim|cancel|confirm|dispute)|call us (?:immediately|now)|to cancel this"
    r"|to cancel[^\n.]{0,40}\bcall\b|\bcall [^\n.]{0,50}\b(?:cancel|refund|dispute)|cancel (?:it|the (?:order|transaction"
    r"|payment|charge)) (?:here|now|immediately|by)|log ?in to (?:block|cancel|stop|verify|secure|review)|(?:click|tap|log ?in"
    r"|follow the link)[^\n.]{0,40}(?:to|and) (?:stop|block|cancel|reverse|secure)|release the (?:funds|money|payment)"
    r"|geek squad|norton|mcafee|toll[- ]free to cancel)\b"
    r"|\b(?:if (?:you did(?: not|n't)|this was(?: not|n't))[^\n.]{0,60}(?:visit|click|sign in|log ?in|go to"
    r"|follow)[^\n.]{0,60}(?:below|cancel|stop|here|link)|you(?:'ve| have) won\b|number was drawn|reply to (?:receive|claim)"
    r"|send [^\n]{0,12} back to release"
    r"|confirm your (?:card|bank|account|payment) (?:details|information|data)|update your (?:card|billing|payment) (?:details"
    r"|information|method)|enter your (?:card|bank|full)|to have it (?:paid|released)|within (?:the next )?(?:12|24|48) hours"
    r"|expires in (?:12|24|48) hours|activation fee"
    r"|mettez à jour (?:votre|vos)|vérifiez (?:votre|vos) (?:compte|identité|coordonnées)|actualice (?:sus|su)"
    r"|verifique su (?:cuenta|identidad)|confirme (?:seus|sus) datos|atualize seus dados|aggiorna(?:te)? (?:i tuoi|i vostri"
    r"|subito)|verifica(?:te)? (?:il tuo|la tua) (?:conto|identità)|aktualisieren sie ihre|bestätigen sie ihre (?:daten"
    r"|identität)|controleer uw gegevens|bilgilerinizi güncelleyin|perbarui data anda|verifikasi akun"
    r"|cancele? (?:aquí|aqui|en el enlace)|haga clic (?:aquí )?para cancelar|clicca qui|annullare? (?:qui|tramite il link)"
    r"|stornieren sie|klicken sie hier|annuleer via de link|cliquez ici pour annuler)\b"
    r"|下記よりご確認ください|下記リンク|以下のリンク|아래 링크|본인인증을 진행|กดลิงก์|คลิกลิงก์|点击(?:以下|下方)?链接|點擊(?:以下|下方)?連結|nhấn vào (?:liên kết|link)",
)


@dataclass(frozen=True, slots=True)
class Sender:
    """What the general reader may know of who wrote: display name, address, whether the domain is a known issuer's, and to whom."""

    name: str
    local: str
    domain: str
    country: str | None
    dates: DateContext
    known: bool
    owner: str = ""


DIGITS = re.compile(r"\d+")
# A bill broken down into its sums is a receipt's.
SUMS, BREAKDOWN = frozenset({"ignore", "total", "amount"}), 2
YOUR_ACCOUNT = Lexicon(
    r"\b(?:in|into|from|to|on) your (?:[\w-]{2,14} ){0,3}(?:account|a/c|wallet|card)\b|\b(?:en|de|desde|con) tu (?:cuenta"
    r"|tarjeta|nequi|daviplata)\b|\bsur votre (?:compte|carte)\b|\bvotre compte\b|\b(?:sur|de|avec) ton compte\b|\b(?:auf"
    r"|von) (?:ihrem|deinem) [\w-]*konto\b|\bmit (?:deiner|ihrer) [\w-]*karte\b"
    r"|\b(?:na|da) (?:sua|tua) conta\b|\b(?:sul|dal) (?:tuo|suo) conto\b|\b(?:op|van) (?:je|uw) rekening\b|\b(?:från"
    r"|på) ditt konto\b|\b(?:fra|på) (?:din konto|kontoen din)\b|\bna (?:twoje|twoim|państwa) konto\b|\bhesab(?:ınıza"
    r"|ınızdan)\b"
)


def impersonal(sender: Sender) -> bool:
    """An address for a machine: no-reply, alerts …, or the company's own name."""
    return _automated(sender.local, sender.domain)


@lru_cache(maxsize=1024)
def _automated(local: str, domain: str) -> bool:
    own = (len(word) > 2 and word in local.lower() for word in domain.split("."))
    return AUTOMATED.search(local) is not None or any(own)


def personal(sender: Sender) -> bool:
    """asha.verma@… of "Asha Verma": somebody writes."""
    words = set(re.findall(r"[^\W\d_]{2,}", sender.name.lower()))
    local = set(re.findall(r"[^\W\d_]{2,}", sender.local.lower()))
    return bool(local) and len(words) > 1 and bool(words & local) and not any(word in sender.domain for word in words)


def financial(sender: Sender) -> bool:
    return sender.known or _of_money(sender.domain, sender.name)


@lru_cache(maxsize=1024)
def _of_money(domain: str, name: str) -> bool:
    return FINANCIAL.search(f"{domain} {name}") is not None


def weigh(
    page: Page, body: Page, pairs: Sequence[Pair], sender: Sender, best: Candidate, event: bool, fields: tuple[object, ...]
) -> float:
    account, reference, occurred, name = fields
    score = (
        2.5
        if best.event and not best.event.weak
        else 2.0
        if best.labelled or best.event or _by_card(best)
        else 1.5
        if best.start < 0 or best.score > 1 or best.money.sign
        else 0.0
    )
    score += 2.0 if event else (1.5 if account and occurred else 0.0) if best.money.sign else -2.0
    score += (1.0 if account else 0) + (1.0 if reference else 0) + (0.5 if name else 0)
    score += (1.0 if fresh(occurred, sender.dates) else 0.5) if occurred else 0
    score += (
        1.0
        if best.labelled
        and any(
            pair.field in {"payee", "payer", "ownaccount", "datetime"} or pair.field.startswith("reference") for pair in pairs
        )
        else 0
    )
    score += 0.5 if best.labelled and sum(pair.field in SUMS for pair in pairs) > BREAKDOWN else 0.0
    score += 0.5 if YOUR_ACCOUNT.search(lower(body.text[max(0, best.start - 200) : max(0, best.start) + 300])) else 0.0
    score += 1.0 if best.labelled and SAYS_PAID.search(lower(best.sentence)) else 0.0
    score += 1.5 if sender.known else 0.5 if financial(sender) else 0.0
    score += 0.5 if impersonal(sender) else -2.0 if personal(sender) else 0.0
    subject = page.subject.replace(",", "").replace(".", "")
    score += 1.0 if best.money.sign and RECEIPT.search(lower(page.subject)) else 0.0
    printed = {f"{best.money.amount}".replace(".", ""), f"{best.money.amount:.0f}" if best.money.amount % 1 == 0 else ""} - {""}
    score += 0.5 if best.start < 0 or not printed.isdisjoint(DIGITS.findall(subject)) else 0
    told = best.start >= 0 and bool(account or reference) and (best.labelled or best.event is not None or _by_card(best))
    return score - _against(page, body, sender, _end_of_line(body.text, best.start) if told else HEAD)


def _by_card(best: Candidate) -> bool:
    return best.start >= 0 and PAID_BY.match(best.sentence) is not None


def fresh(occurred: object, dates: DateContext) -> bool:
    """Alerts and receipts come within days of the payment they tell of."""
    if not isinstance(occurred, Moment) or dates.received is None:
        return False
    return abs((dates.received.date() - occurred.on).days) <= 4


# An invitation below a payment that is told in full is an advertisement; anywhere near the top of another mail it is what the mail is about.
HEAD = 900


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)


def _against(page: Page, body: Page, sender: Sender, upto: int) -> float:
    head = lower(f"{page.subject}\n{body.text[: min(upto, HEAD)]}")
    promotions = {found.group() for found in PROMOTION.finditer(head)}
    against = 2.5 * min(2, len(promotions)) + (2.0 if PROMOTION.search(lower(page.subject)) else 0.0)
    if not sender.known:
        against += 3.0 if QUOTED.match(page.subject) else 0.0
        against += 1.0 * min(3, len(FIRST_PERSON.findall(f"{page.subject}\n{page.text[:1500]}")))
        against += 2.5 if NEWSLETTER.search(sender.local) else 0.0
        against += 3.0 if organisation(sender.domain).rpartition(".")[2] in CHEAP and financial(sender) else 0.0
        against += 3.0 if TICKET.search(page.subject) else 0.0
        against += 3.0 if SCAM.search(lower(f"{page.subject}\n{page.text[:3000]}")) else 0.0
    return against
