"""Whether a mail says in so many words that money only changed its owner's pocket: a card's bill was paid, own accounts were moved between."""

import re
from dataclasses import replace

from app.domain.reading import Pocket, Reading
from app.domain.transaction import Kind, Transaction
from app.parsing.clean import Page, lower
from app.parsing.lexicon import Lexicon

# What a payment is about stands near the top.
MOST_TEXT = 1500
# Paid with a card, or at a shop: the card is what was paid with, and no bill.
WITH = r"(?<!using )(?<!using your )(?<!with )(?<!with your )(?<!via )(?<!by )(?<!through )"
CARD_BILL = Lexicon(
    rf"\b{WITH}credit card (?:bill|statement|outstanding|dues)\b(?! payments? (?:service|option|facility))"
    rf"|\b{WITH}credit card (?:re)?payment (?:is|was|has been|of|successful|received|confirmation|posted|from)\b"
    r"|\b(?:re)?payments? (?:to|towards|for|of) (?:the |your |my |a )?(?:[\w.&'-]{2,16} ){0,4}?credit ?card(?! (?:purchase|transaction|emi))\b"
    r"|\bpaid (?:off )?(?:to|towards|your|for) (?:the |your )?(?:[\w.&'-]{2,16} ){0,3}?credit ?card\b"
    r"|\bpaid [^\n]{1,20} (?:to|towards) your (?:[\w.&'-]{2,16} ){0,3}?credit card\b"
    r"|\btowards (?:your )?(?:[\w.&'-]{2,16} ){0,3}?credit card\b"
    r"|\bcard paid\b|\bcc (?:bill )?payment\b"
    r"|\bpagos? (?:de|a|en) (?:l[ao]s? |tus? |sus? |mis? )?(?:tarjetas?|tc)\b(?! (?:de )?d[ée]bito)|\btarjeta pagada\b"
    r"|\bpagos? de [^\n]{1,30}(?<!cargo)(?<!cargado) a (?:tu|su) tarjeta\b(?! (?:de )?d[ée]bito)|\babono a (?:tu|su"
    r"|la) tarjeta de cr[ée]dito\b"
    r"|\bpagamento d[ae] (?:sua )?fatura (?:do|de|d[oe] seu) cart[ãa]o\b"
    r"|\bfatura do (?:seu )?cart[ãa]o[^\n]{0,40} (?:foi )?paga\b|\bpagamento d[oe] (?:seu )?cart[ãa]o de cr[ée]dito\b"
    r"|\brèglement de (?:votre|ta|la) carte de crédit\b|\bpaiement de votre carte de crédit\b|\bkreditkartenabrechnung\b"
    r"|\bkreditkarten-?rechnung\b"
    r"|\b(?:addebito|pagamento) (?:dell')?estratto conto (?:della )?carta\b|\bcreditcardafrekening\b"
    r"|\b(?:pembayaran|bayar|byr) (?:tagihan )?kartu kredit\b|\bbayaran kad kredit\b|\bkredi kartı (?:borcu|borç|ekstresi|ödemesi)"
    r"|\bspłat\w{1,2} (?:karty kredytowej|zadłużenia na karcie)|\bthanh toán (?:dư nợ )?thẻ tín dụng"
    r"|カード(?:ご)?利用代金|カードのお引き?落とし|信用卡(?:还款|還款|缴款|繳款|缴费|繳費|賬單繳付)|ชำระ(?:ค่า|ยอด)?บัตรเครดิต|신용카드 ?(?:대금|결제대금)"
)
OWN_ACCOUNTS = Lexicon(
    r"\b(?:between|among) (?:your|my|own|your own) (?:own )?accounts\b|\bown[ -]accounts? (?:funds )?transfer\b|\bself[ -]transfer\b"
    r"|\b(?:to|into) your own account\b|\bto own account\b|\binter[- ]?account transfer\b"
    r"|\b(?:transfer\w{0,3}|moved|swept|saved|move of)\b[^\n]{0,60} from your (?:own )?(?:[\w-]{2,14} ){0,2}(?:savings"
    r"|checking|current|chequing|saver|everyday|spending"
    r"|main)\b[^\n]{0,40} (?:in)?to your (?:own )?(?:[\w-]{2,14} ){0,2}(?:savings?|checking|current|chequing|saver|everyday"
    r"|pot|goal|vault|pocket|space|deposit|main)\b"
    r"|\btransfer\w{0,3} [^\n]{0,40}from (?:your )?(?:savings|checking|chequing)\b[^\n]{0,30} to (?:your )?(?:savings|checking|chequing)\b"
    r"|\b(?:moved|transferred|added|swept|saved)\b[^\n]{0,40} (?:in)?to your (?:[\w'-]{2,16} ){0,3}(?:savings (?:account|pot"
    r"|goal|space)|saver|pot|vault|emergency fund)\b"
    r"|\bentre (?:tus|sus|mis|suas|seus|vos|mes|les|cuentas) (?:propias )?(?:cuentas|contas|comptes|propias)\b"
    r"|\ba (?:tu )?cuenta propia\b|\bcuentas propias\b|\bmesma titularidade\b|\bcompte à compte\b"
    r"|\bgiroconto\b|\bumbuchung\b|\bauf (?:ihr|dein) eigenes konto\b|\btussen (?:uw |je |eigen )?eigen rekeningen\b"
    r"|\bantar ?rekening sendiri\b|\bke rekening sendiri\b|\bhesaplarım arası|\bhesaplarınız arası|\bkendi hesab"
    r"|\bmiędzy własnymi (?:rachunkami|kontami)|\bprzelew własny|\bmellem egne konti|\bmellan egna konton|\bmellom egne konti"
    r"|ご?本人名義の口座へ|ご自身の口座へ|โอนเงินระหว่างบัญชีตนเอง|โอนเข้าบัญชีตนเอง|내 계좌 ?간"
)
GENERAL = "generic"
# A bill paid to this is a card's.
A_CARD = re.compile(
    r"(?<!gift )(?<!transit )(?<!travel )(?<!metro )(?<!sim )(?<!fuel )(?<!oyster )\b(?:card|kreditkarte|tarjeta|visa"
    r"|mastercard|amex)\W{0,3}(?:\(?\W{0,6}\d{3,5}\)?)?$"
)
MOVED = frozenset({Kind.TRANSFER, Kind.OTHER, Kind.BILL_PAYMENT})


def with_pocket(told: Reading, page: Page, lowered: str) -> Reading:
    """The reading of a mail that tells of one payment, with the pocket it went to where the mail says so; a card's bill is a bill."""
    if len(told.transactions) != 1:
        return told
    payment = told.transactions[0]
    pocket = _pocket(payment, f"{lower(page.subject)}\n{lowered[:MOST_TEXT]}")
    if pocket is None:
        return told
    kind = Kind.BILL_PAYMENT if pocket is Pocket.CARD and told.format == GENERAL else payment.kind
    return replace(told, transactions=(replace(payment, kind=kind),), pocket=pocket)


def _pocket(payment: Transaction, said: str) -> Pocket | None:
    if payment.kind is Kind.BILL_PAYMENT and A_CARD.search((payment.counterparty or "").lower()):
        return Pocket.CARD
    nameless = payment.kind is Kind.PURCHASE and payment.counterparty is None
    if (payment.kind in MOVED or nameless) and CARD_BILL.search(said):
        return Pocket.CARD
    return Pocket.ACCOUNT if payment.kind in MOVED - {Kind.BILL_PAYMENT} and OWN_ACCOUNTS.search(said) else None
