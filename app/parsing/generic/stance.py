"""How a sentence stands to what it tells: of the payment itself, or of other times, of what was not, of what others say or what may come.

Grammar, not topics: negation, tense, comparison, quotation, condition. Text is matched in lower case.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from app.parsing.generic.events import Event, any_event
from app.parsing.generic.pairs import Pair
from app.parsing.guard_words import DONE_STATUS
from app.parsing.lexicon import Lexicon

MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december|januari|februari|mars|maj|juni|juli|augusti|januar|februar|märz|mai|oktober|dezember|desember|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janvier|février|avril|juin|juillet|août|septembre|octobre|décembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|maart|mei)"
# A time that holds more than one payment, or another one: what is told of it is a summary or a comparison.
OTHER_TIMES = Lexicon(
    r"\b(?:last|previous|prior) (?:bill|invoice|statement):? (?:was |of )?[$€£₹]?\s?\d|\b(?:last|previous|prior|past) (?:year|month|quarter|season|term|time)(?:'s)?,? (?:you|we|your|it|the (?:price|premium|bill)|this)\b|\b(?:so far|to date|since (?:you joined|january|\d{4}))\b|\byear[- ]to[- ]date\b"
    r"|\b(?:el año pasado|el mes pasado|l'année dernière|l'an dernier|le mois dernier|letztes jahr|im letzten (?:jahr|monat)|letzten monat|l'anno scorso|il mese scorso|ano passado|mês passado|vorig jaar|vorige maand|förra (?:året|månaden)|i fjor|forrige måned|sidste (?:år|måned)|w zeszłym (?:roku|miesiącu)|geçen (?:yıl|ay)|tahun lalu|bulan lalu|năm ngoái|tháng trước)\b|先月|昨年|去年|上个月|上個月|지난\s?(?:달|해)|เดือนที่แล้ว|ปีที่แล้ว|الشهر الماضي|العام الماضي"
    # The biggest, or the usual, of many.
    r"|\b(?:biggest|largest|highest|smallest|lowest|average|typical|usual|top) (?:\w{3,12} )?(?:purchase|payment|transaction|spend|expense|transfer|deposit|merchant|category|charge)s?\b|\b(?:mayor|más grande|promedio) (?:compra|gasto|pago)|\bgrößte[rn]? (?:ausgabe|einkauf)|\bplus gros(?:se)? (?:achat|dépense)|\bspesa più alta|\bmaior (?:compra|gasto)|\bstörsta (?:köp|utgift)|\bgrootste (?:uitgave|aankoop)|\bnajwiększ\w{1,2} (?:wydatek|zakup)|\ben yüksek harcama|\bpengeluaran terbesar"
)
OPENS_WITH_MONTH = re.compile(
    rf"(?:^|[.!?\n]\s{{0,2}})(?:in|i|im|en|em|a|nel mese di|au mois de?|pada bulan) {MONTH}\b(?! \d|,? \d{{1,2}}(?!\d)),?(?= [^\W\d])"
)
# Both sides of a ledger, each summed up.
IN_SUM = r"(?:money|total|amount|payments?|funds)? ?(?:in|coming in|came in|earned|received)|(?:total )?(?:deposits|credits|income)(?: and (?:other )?credits)?|(?:total )?(?:ingresos|abonos|entradas|einnahmen|eingänge|gutschriften|entrate|accrediti|revenus|entrées|crédits|inkomsten|bijschrijvingen|inkomster|insättningar|inntekter|indtægter|tulot|wpływy|uznania|příjmy|bevételek|venituri|gelir(?:ler)?|pemasukan|uang masuk|thu|tiền vào)|入金合計|收入|収入|수입|입금\s?합계|รายรับ|เงินเข้า|الإيرادات|доходы|поступления"
OUT_SUM = r"(?:money|total|amount|payments?|funds)? ?(?:out|going out|went out|spent|sent)|(?:total )?(?:withdrawals|debits|spending|expenses|purchases|payments)(?: and (?:other )?debits)?|(?:total )?(?:gastos|egresos|cargos|salidas|saídas|despesas|ausgaben|ausgänge|belastungen|uscite|addebiti|dépenses|sorties|débits|uitgaven|afschrijvingen|utgifter|uttag|udgifter|menot|wydatki|obciążenia|výdaje|kiadások|cheltuieli|gider(?:ler)?|pengeluaran|uang keluar|chi|tiền ra)|出金合計|支出|지출|출금\s?합계|รายจ่าย|เงินออก|المصروفات|расходы|списания"
IN_ROW, OUT_ROW = (re.compile(rf"(?:{side})\s{{0,2}}:?\s{{0,2}}(?:\S{{0,4}} ?[\d+−-].*)?") for side in (IN_SUM, OUT_SUM))
# A negation right before the verb, or ("wurde … nicht", "senza essere pagato") close by in its clause.
NEGATED = re.compile(
    r"(?:\b(?:not|never|cannot|n't|without (?:being|having been)|no (?:fue|ha sido|se|ha|han|quedó|quedaron|está|te|le|nos|pudo)|sin (?:ser|haber sido)|não(?: foi| fo[ir]am| está| será)?|sem (?:ser|ter sido)|senza (?:essere|che)|non (?:è|sono|abbiamo|è stat[oa]|verrà)|sans (?:être|avoir été)|n'(?:a|est|ont)|ne (?:sera|sont|fut)|nicht|ohne|niet|zonder|inte|ej|utan att|ikke|uten å|uden at|ei|eivät|nie|bez|nebyl[ao]?|nem|nu (?:a|s-a|au|este)|не|δεν|tidak|belum|bukan|tiada|không|chưa|ไม่|ยังไม่|لم|لن|nahi|nahin)|n't)\s(?:(?:\w{1,12})\s){0,2}$|(?:未|沒有|没有|尚未|ไม่|ยังไม่)$"
)
NEGATED_BEHIND = re.compile(
    r"\s{0,2}(?:nicht\b|niet\b|ikke\b|inte\b|nahi\b|değil|できません|いたしません|されておりません|되지 않|하지 않)"
)
# Between a noun and its verb: "la rata … non è stata addebitata".
NEGATED_INSIDE = re.compile(
    r"(?<!-)\b(?:not|never|no (?:fue|ha|han|pudo|se)|não|non (?:è|sono|ha|abbiamo)|n'(?:a|ont|est) pas|nicht|niet|ikke|inte|nie|nebyl[ao]?|nem|tidak|belum|gagal|không|chưa)\b(?!-)"
)
CLAUSE_END = re.compile(r"[.!?;:,\n](?:\s|$)")
# Where the negation may stand anywhere in the clause, and is no word of anything else.
ANYWHERE = re.compile(
    r"(?<!wenn sie )(?<!als u )\b(?:nicht|niet|ikke|inte|nie|nem|tidak|belum|không|chưa|не)\b(?! (?:nur|alleen|bare|bara|tylko|csak|hanya|chỉ|только))"
)
# What a verb depends on stands behind it: "charged once she accepts", "credited within 4 hours of signing".
DEPENDS = re.compile(
    r"(?:[^\n.!?:]|\.\d){0,36}\b(?:only (?:if|when|once|after)|once|as soon as|as (?:quickly|fast|early) as|(?:if|when|after|until|unless) (?:you|she|he|they|we|your|the|it)\b(?! (?:did|do) ?n[o']t)|within (?:minutes|hours|\d|a few|one|two|the (?:hour|day))|in as little as|in (?:just )?\d{1,2} (?:min|hour|day)|(?:the )?same day)"
)
# "Accept it and we pay": what follows an order to the reader is promised.
ORDERED = re.compile(
    r"(?:^|[.!?\n]\s{0,3})(?:accept|activate|sign|confirm|verify|complete|apply|tap|click|choose|claim|reply|act[ií]v\w+|ac[eé]pt\w+|f[ií]rm\w+|conf[ií]rm\w+|ative|aceite|assine|acceptez|activez|signez|confirmez|validez|accetta\w*|attiva\w*|conferma\w*|bestätigen sie|unterschreiben sie|aktivieren sie|accepteer|activeer|bevestig|godkänn|godkend|godta|zaakceptuj|podpisz|onayla\w*|setujui)\b[^\n.!?]{0,50}\b(?:and|y|e|et|und|en|och|og|i|ve|dan)\s(?:\w{1,4}\s){0,2}$"
)
WE_WILL = re.compile(r"'ll (?:only |then |automatically |just |now )?be (?:\w{2,12} )?$")
# What is quoted, shown or tried out: the words before and the marks around.
SHOWN = Lexicon(
    r"\btest (?:mode|data|transaction|payment|environment|charge|alert|notification)\b|\bsandbox (?:mode|account|environment|data)\b|\bdemo (?:mode|company|account|data|business)\b|\bsimulat(?:ed|ion|or)\b|\bno real (?:money|charge|payment)|\bnot a real (?:charge|payment|transaction)|\bdummy (?:data|transaction|payment)|\b(?:this is|here's|here is|below is|see) (?:just )?(?:an example|a sample|what (?:it|that|an?|your))\b|\bmodo (?:de )?pruebas?\b|\bmode test\b|\btestmodus\b|\bmodalità (?:di )?test\b|\bmodo (?:de )?teste\b|テストモード|测试环境|測試環境|테스트\s?모드"
)
TEST_TITLE = re.compile(
    r"^\W{0,4}(?:test|demo|sandbox|example|sample|drill|ejemplo|beispiel|exemple|esempio|exemplo|voorbeeld|przykład|örnek|contoh)\s?[\])}:|-]",
    re.I,
)
OPENING, CLOSING = "“„«「『", "”“»」』"
# Words of a status that say that the payment has still a way to go, or none.
OPEN_STATUS = re.compile(
    r"\W{0,3}(?:(?:payment|order|currently|still|now|has been|is|was) )?(?:held|on hold|hold|pending|await|waiting|wait|under|in (?:review|progress|process|transit|queue)|review|process(?:ing)?\b|initiat|schedul|submitted|draft|open\b|unpaid|due\b|overdue|block|return|bounc|fail|declin|reject|cancel|expir|void|track|estimat|unconfirm|to be|not |queued|requested|stopped|frozen|revers"
    r"|pendi|en (?:proceso|curso|revisi|espera|tr[aá]mite)|retenid|devuelt|program|por (?:confirmar|pagar)|rechaz|aguard|pendent|em (?:an[aá]lise|processamento|aberto)|agendad|recusad|devolvid|en (?:attente|cours)|à (?:valider|payer)|refus|rejet|programmé|in (?:bearbeitung|prüfung)|ausstehend|vorgemerkt|offen|wartet|abgelehnt|zurück|in (?:attesa|corso|lavorazione|elaborazione|sospeso)|respint|stornat|in behandeling|wacht|openstaand|geweigerd|avvent|väntar|venter|afvent|odotta|oczekuj|w (?:trakcie|realizacji)|zaplanow|odrzuc|ček|zpracov|folyamatban|függő|în (?:așteptare|curs|procesare)|bekl|işlen|beklemede|tertunda|menunggu|(?:sedang )?diproses|gagal|chờ|đang|รอ|กำลัง|処理中|審査|保留|未|待|处理|處理|대기|처리\s?중|예정|قيد|معلق|في انتظار|ожида|в обработке|εκκρεμ)"
)


def of_other_times(said: str) -> bool:
    """Whether the sentence sums up a month, compares with last year or names the biggest of many payments."""
    return OTHER_TIMES.search(said) is not None or OPENS_WITH_MONTH.search(said) is not None


def negated(lowered: str, event: Event) -> bool:
    """Whether a negation binds the verb: "was not", "senza essere pagato", "no quedó acreditado"."""
    if event.start < 0:
        return False
    before = lowered[max(0, event.start - 40) : event.start]
    clause = CLAUSE_END.split(before)[-1]
    if NEGATED_INSIDE.search(lowered, event.start, event.end):
        return True
    return NEGATED.search(clause) is not None or NEGATED_BEHIND.match(lowered, event.end) is not None


def denied(said: str) -> bool:
    return ANYWHERE.search(said) is not None


def depends(lowered: str, event: Event) -> bool:
    """Whether what the verb tells hangs on something still to happen."""
    if event.start < 0:
        return False
    if ORDERED.search(lowered[max(0, event.start - 120) : event.start]):
        return True
    return (
        DEPENDS.match(lowered, event.end) is not None
        or WE_WILL.search(lowered[max(0, event.start - 30) : event.start]) is not None
    )


def quoted(text: str, start: int, end: int) -> bool:
    """Whether the sum stands between quotation marks that hold a sentence: what somebody is said to have written."""
    left = max(0, start - 300)
    before, behind = text[left:start], text[end : end + 300]
    line, rest = before[before.rfind("\n") + 1 :], behind.partition("\n")[0]
    if line.count('"') % 2 and '"' in rest:
        opened = line.rpartition('"')[2]
    else:
        at = max(line.rfind(mark) for mark in OPENING)
        if at < 0 or any(mark in line[at + 1 :] for mark in CLOSING) or not any(mark in rest for mark in CLOSING):
            return False
        opened = line[at + 1 :]
    return len(opened.split()) > 1


# Of scripts without blanks between words a passage is known by its length.
UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff][^\s]{7,}")
PASSAGE = re.compile(r'"([^"\n]{12,300})"|[“„«「『]([^“”„«»「」『』\n]{8,300})[”“»」』]')
A_SUM = re.compile(
    r"[$€£₹¥₩₦₱฿]\s?\d|\d[.,]\d{2}(?!\d)|\b(?:rs|inr|rp|rm|usd|eur|gbp|sgd|aed|hkd)\.?\s?\d|\d\s?(?:円|元|원|บาท|€|kr|zł|đ)", re.I
)


def quotes_payment(text: str) -> bool:
    """Whether a passage in quotation marks tells of a payment: then the mail is about such messages, and is none."""
    passages = (found[1] or found[2] for found in PASSAGE.finditer(text))
    return any(
        (len(said.split()) > 3 or UNSPACED.search(said)) and A_SUM.search(said) and any_event(said.lower()) for said in passages
    )


TITLE_MONTH = re.compile(
    rf"\b(?:in|i|im|en|em|a|au mois de?|nel mese di|w) {MONTH}\W{{0,3}}$|^\W{{0,3}}(?:your|here\'s (?:your|how)) {MONTH} (?!payment|invoice|bill\b|rent\b|salary|pay\w*|premium|subscription|order|instal|contribution|direct|\d)\w+|^\W{{0,3}}(?:your |votre |dein |ihr |tu |seu |il tuo |din |je |twój )?{MONTH} (?:in numbers|numbers|recap|round-?up|en (?:cifras|chiffres|números)|in zahlen|in cijfers|i siffror|i tal|w liczbach)",
    re.I,
)
HEAD = 500


def sums_up(subject: str, lowered: str) -> bool:
    """Whether the mail opens with what happened in a month, or with how one time compares with another."""
    return TITLE_MONTH.search(subject) is not None or OPENS_WITH_MONTH.search(lowered[:HEAD]) is not None


def shown(subject: str, head: str) -> bool:
    """Whether the mail shows how payments look, or tries them out."""
    return TEST_TITLE.search(subject) is not None or SHOWN.search(f"{subject.lower()}\n{head}") is not None


def unsettled(pairs: Sequence[Pair]) -> bool:
    """A status that is not yet, or no longer, one of money that moved; of several the payment's own counts."""
    told = [pair for pair in pairs if pair.field == "status"]
    own = [pair for pair in told if "payment" in pair.label.lower()] or told
    values = [pair.value.lower() for pair in own]
    return any(OPEN_STATUS.match(value) for value in values) and not any(value.strip(" .!") in DONE_STATUS for value in values)


def both_sides(lines: Sequence[str]) -> bool:
    """Money in and money out, each with its sum, one below the other: a statement."""
    sides = [(IN_ROW.fullmatch(line) is not None, OUT_ROW.fullmatch(line) is not None) for line in lines if line]
    return any((into and out) or (before_out and after_in) for (into, before_out), (after_in, out) in pairwise(sides))
