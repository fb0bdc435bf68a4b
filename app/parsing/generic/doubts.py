"""What makes an amount with a verb beside it no payment all the same: bills, reminders, summaries, what others did, what one might do."""

import re

from app.parsing.clean import lower
from app.parsing.generic.pairs import Pair
from app.parsing.lexicon import Lexicon

# Nouns of a bill or statement in a subject, and the words that say it has been paid nevertheless.
BILL = Lexicon(
    r"\b(?:bill(?! pay)|e-?bill|statement|invoice|factura|fatura|facture|fattura|bolletta|rechnung|faktura|e-?faktura|efaktura"
    r"|e-?fatura|faturanız|regning|räkning|laskusi|lasku|účet|vyúčtování|számla|számlája|tagihan|bil|hóa đơn|rekening koran"
    r"|estado de cuenta|extracto|extrato|relevé|kontoauszug|estratto conto|afschrift|kontoutdrag|wyciąg|výpis|kivonat|ekstre"
    r"|hesap özeti|sao kê|abschlag\w*|conta (?:chegou|digital|de luz|de água)|recibo de nómina|payslip|salary slip"
    r"|entgeltabrechnung|lohnabrechnung|fiche de paie|bulletin de (?:paie|salaire)|cedolino|busta paga)\b"
    r"|請求(?:書|額|金額)|ご請求|明細書|お支払い?(?:金額|予定)|账单|賬單|帳單|청구서|명세서|요금|ใบแจ้ง(?:หนี้|ยอด)|แจ้งยอด(?:ค่า|ชำระ)|فاتورة|كشف حساب|квитанци"
    r"|выписк|счёт за|счет за|λογαριασμ(?:ός|ού) σας",
)
PAID = Lexicon(
    r"\b(?:paid|success(?:ful)?|(?<!last )(?<!previous )(?<!letzte )pay(?:ment)? (?:was |is |has been )?(?:received|successful"
    r"|confirm\w*|complete\w*|processed|made|receipt)|payment (?:of|to|for)|receipt|thank(?:s| you) for|charged|debited"
    r"|deducted|settled|auto-?debit|pagad[ao]|pagaste|pago (?:exitoso|realizado|recibido|aprobado)|pagou|paga|pago"
    r"|pagamento (?:efetuado|realizado|confirmado|recebido|effettuato|ricevuto|eseguito)|cargado|debitad[ao]|recibo de|bezahlt"
    r"|beglichen|abgebucht|eingezogen|eingegangen|belastet|payée?|réglée?|prélevée?|débitée?|encaissée?|pagat[ao]"
    r"|addebitat[ao]|betaald|afgeschreven|voldaan|betalt|betalat|dragits|trukket|maksettu|opłacon\w*|zapłacon\w*"
    r"|zaplacen\w*|kifizetve|plătit[ăe]?|achitat[ăe]?|öden(?:di|miştir)|tahsil edil\w*|berhasil|dibayar|berjaya|thành công"
    r"|đã thanh toán)\b"
    r"|支払い?(?:完了|済)|お支払いが完了|引き?落とし(?:完了|ました)|缴费成功|繳費成功|付款成功|支付成功|已支付|扣款成功|結帳成功|결제\s?(?:완료|되)|납부\s?완료|출금\s?완료|ชำระเงิน(?:สำเร็จ"
    r"|แล้ว|เรียบร้อย)|สำเร็จ|تم (?:سداد|دفع|خصم)|оплачен|списан|πληρώθηκε",
)
REMINDER = Lexicon(
    r"\b(?:reminder|recordatorio|lembrete|rappel|erinnerung|zahlungserinnerung|mahnung|promemoria|sollecito|herinnering"
    r"|aanmaning|påminnelse|muistutus|przypomnienie|ponaglenie|upomínka|připomínka|emlékeztető|hatırlatma|pengingat|peringatan"
    r"|nhắc (?:nợ|nhở|thanh toán)|overdue|past due|not you\? pay|last chance|final notice|action (?:required|needed))\b"
    r"|напоминание|ο(?:φ|ρ)ειλ|督促|催缴|催繳|リマインド|납부\s?안내|미납|แจ้งเตือนชำระ|تذكير",
)
SUMMARY = Lexicon(
    r"\b(?:weekly|monthly|daily|yearly|annual|quarterly|week(?:'s)?|year(?:'s)?) (?:\w{3,12} )?(?:snapshot|summary|report"
    r"|recap|digest|round-?up|review|insights?|update|activity|spending|statement)\b|\b(?:you|you've|you have) (?:spent"
    r"|received|saved|earned|paid) [^\n.]{0,40}\b(?:this|last|past|in the (?:last|past)) (?:week|month|year|quarter"
    r"|\d{1,2} days)\b|\bspending (?:report|insights?|summary)\b|\byear in review\b"
    r"|\bresumen (?:semanal|mensual|de gastos)\b|\bresumo (?:semanal|mensal)\b|\brécapitulatif (?:hebdo|mensuel)"
    r"|\bmonatsübersicht\b|\bwochenübersicht\b|\briepilogo (?:settimanale|mensile)\b|\bpodsumowanie (?:tygodnia|miesiąca)\b"
    r"|\bringkasan (?:mingguan|bulanan)\b|月间账单|月度|週間レポート|月次レポート",
)
# A sum one is asked, advised or offered to pay, rather than one that was.
DEMAND = Lexicon(
    r"\b(?:is|are|was|be|remains?) (?:required|payable|outstanding|owed|overdue|needed|expected|unpaid)\b|\brequired (?:to|for"
    r"|before|amount)\b|\bplease (?:pay|transfer|remit|send|settle|carry|make|deposit|find attached|confirm|approve)"
    r"|\bkindly (?:pay|transfer|remit|settle|make|deposit|clear)|\b(?:must|needs? to|have to|has to) be (?:paid|settled)"
    r"|\b(?:you|we|i|they) (?:may |might |still |now )?owe\b|\byou owe\b|\b(?:can|could|may|might|would) (?:offer|refund|pay"
    r"|send|get|receive|save|choose|be entitled)|\bestimate[ds]?\b|\bquotation\b|\bproposal\b|\bproforma\b|\bpro forma\b"
    r"|\bpay now\b|\bpay (?:by|before|within)\b|\bto (?:be paid|confirm your|complete your (?:order|purchase|booking))"
    r"|\bwas not paid\b|\bnot (?:yet )?(?:been )?paid\b|\bunpaid\b|\bamount (?:due|payable|to pay|owed)|\bbalance due\b"
    r"|\bentitled to\b|\bdetermined\b|\bif you\b(?! (?:have not|haven't|did not|didn't|do not|don't|did nt|need|think|believe"
    r"|suspect|notice))|\bpledge\b|\bcompromised\b|\bpenalty\b|\bshortfall\b|\bexpected spend\b|\bwould(?:'ve| have)\b"
    r"|\bcould have\b|\bexpects? to\b"
    r"|\bdebe (?:pagar|abonar)|\bpor favor (?:pague|transfiera|realice)|\bdeve (?:pagar|ser pago)|\bfavor (?:efetuar|pagar)"
    r"|\bveuillez (?:régler|payer|effectuer|procéder)|\bmerci de (?:régler|payer|procéder)|\bbitte (?:überweisen|zahlen"
    r"|begleichen|bezahlen)|\bgelieve\b|\bsi prega di\b|\bvänligen betala|\bvennligst betal|\bprosimy o (?:wpłat|zapłat"
    r"|uregul)|\bprosíme (?:o úhradu|uhraďte)|\blütfen (?:öde|yatır)|\bmohon (?:segera|lakukan|bayar)|\bsilakan (?:bayar"
    r"|lakukan|transfer)|\bsila (?:bayar|jelaskan)|\bvui lòng (?:thanh toán|chuyển)|กรุณา(?:ชำระ|โอน)|请(?:支付|付款|尽快|缴)|請(?:支付"
    r"|付款|儘快|繳)|お支払いください|ご入金ください|입금해\s?주|납부해\s?주|يرجى (?:دفع|سداد|تحويل)",
)
# "Spend $100 and …", "Make your first deposit of …": told to do it.
IMPERATIVE = re.compile(
    r"[\W_]{0,4}(?:spend|deposit|make|get|earn|save|buy|book|add|fund|invite|refer|pay|shop|order|send|transfer|upgrade|switch"
    r"|open|claim|donate|give|try|enjoy|complete|start|use|bring|win|choose|join|download|register|sign up|activate|unlock"
    r"|redeem|collect|grab|top up|authori[sz]e|approve|dial|accept|need to)\b(?!\s?(?:/|of|to|total|no|number|id|ref|reference"
    r"|from|amount|made|confirmed|confirmation|successful|received|complete|completed|berhasil|sukses|exitos|realizad|success"
    r"|done|erfolgreich|processed|posted|value|price|date|details|summary|alert|#|:|-|has|was|is|\d{5}|[$€£₹]))",
    re.I,
)
# The name of a command, with what became of it: "Send Money Tk 250.00 to 017… successful".
SUCCEEDED = re.compile(r"\d (?:(?!\b(?:if|once|when|until|unless)\b)[^\n]){0,60}\b(?:is |was |has been )?successful\b")
# "Transfer of … completed": a noun that opens like an order.
TRANSFER_DONE = re.compile(
    r"[\W_]{0,4}(?:transfer|top ?up|deposit|order)\b(?:(?!\b(?:dapat\w*|untuk mendapat|setelah|jika|get|earn|win|once|when"
    r"|if)\b)[^\n!?]){0,140}\b(?:berhasil|sukses|(?:(?:was|is|has been) )?(?:completed|successful|executed|processed))\b",
    re.I,
)
# Somebody else did it: news, stories, other people's expenses.
OTHERS = re.compile(
    r"\b(?:he|she|they|who|someone|members|customers?|readers|clients|borrowers|savers|users|people|buyers|companies"
    r"|investors)(?: has| have| had| just)? (?:paid|bought|spent|sold|received|earned|sent|deposited|saved|got|was paid"
    r"|were paid|(?:was|were) (?:charged|debited|refunded|credited)|saved)\b(?! you)"
)
# "A whale just moved $84,000,000": whoever it was, it was not the reader of the mail.
SOMEBODY = re.compile(
    r"(?:^|[.,;:]\s)(?:on \w+ |last \w+ |this \w+ |in \w+ )*(?:an?|one|some|another|most|many|every) (?!payment|transaction"
    r"|purchase|transfer|deposit|withdrawal|debit|credit|charge|refund|total|sum|amount|direct|wire|merchant"
    r"|card)[a-z]{3,20}(?: [a-z]{3,16})?(?: has| have| had)?(?: just)? (?:paid|bought|spent|sold|received|earned|sent|moved"
    r"|deposited|transferred)\b(?! you)"
)
YOU = re.compile(r"\b(?:you|your|yours)\b", re.I)
NAMED_OTHER = re.compile(
    r"(?:^|[.!?:;]\s|\b(?:then|how|why|when|where) )(?-i:(?![A-Z]{0,3}[$€£]?\d|You|We|I\b|Total|Amount|Payment|Cash|Order|Fee"
    r"|Bill|Fare|Money|Tax|Tip|Price|Transfer|Card|It|This|That|Your|The|An?\b|Successfully|Has|Was|Just|Auto|Net|Fully|Paid"
    r"|Bank|Account|Rs|Sum|Debit|Credit|Toll|Premium|EMI|Invoice)[A-Z][\w.'’&-]{1,20}(?: [A-Z][\w.'’&-]{0,20}){0,3}) (?:has "
    r"|have |just )?(?:(?:was )?(?:paid|bought|spent|sold|received|earned)|was (?:charged|debited|refunded|credited))\b(?! you"
    r"| your)"
)
TO_YOU = re.compile(r"\b(?:you|your|yours|a/c|account|card|wallet)\b", re.I)


# What somebody is said to have said or written, an example, a test: not what happened to the reader.
REPORTED = re.compile(
    r"\b(?:example|e\.g\.|for instance|wrote|writes|says|said|commented|asked|claims|quote|sample|this is a test|test:)(?=\W)",
    re.I,
)
OPENED = re.compile(r"[:,]\s{0,2}[\"“«„'‘]|^\W{0,3}[\"“«„]")


def reported(text: str, start: int) -> bool:
    """Whether the words before that place say that another is speaking, or a quotation is open there."""
    before = text[max(0, start - 160) : start]
    line = before[before.rfind("\n") + 1 :]
    return REPORTED.search(line) is not None and (":" in line or OPENED.search(line) is not None or "says" in line)


def doubt(subject: str, head: str, sentence: str, pairs: list[Pair], *, labelled: bool, strong: bool) -> str | None:
    """The reason code why the amount in that sentence was not paid, or None. `head` is the start of the text, `strong` a verb that asserts."""
    title, said = lower(subject), lower(sentence)
    if SUMMARY.search(title) or SUMMARY.search(said):
        return "statement"
    settled = PAID.search(f"{title}\n{lower(head)}") is not None
    if not settled and (BILL.search(title) or any(pair.field == "due" for pair in pairs)):
        return "statement" if BILL.search(title) else "due_reminder"
    if REMINDER.search(title) and not (strong and settled):
        return "due_reminder"
    if DEMAND.search(said):
        return "request"
    done = SUCCEEDED.search(said) or TRANSFER_DONE.match(sentence)
    if not labelled and IMPERATIVE.match(sentence) and not done:
        return "promotion"
    return "no_payment" if _others(sentence, strong=strong) and not labelled else None


def _others(sentence: str, *, strong: bool) -> bool:
    if strong and not YOU.search(sentence) and SOMEBODY.search(sentence.lower()):
        return True
    if TO_YOU.search(sentence):
        return False
    return strong and (OTHERS.search(sentence.lower()) is not None or NAMED_OTHER.search(sentence) is not None)
