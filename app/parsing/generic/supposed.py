"""Sums that are supposed, put off, short of money or beside the point: what a mail says around them. Text is matched in lower case."""

import re
from collections.abc import Sequence

from app.parsing.generic.amounts import Candidate
from app.parsing.generic.stance import A_SUM
from app.parsing.lexicon import Lexicon, Likely

# "Say you paid $64", "Suppose …": an example.
SUPPOSED = re.compile(
    r"(?:^|[.!?\n]\s{0,3})(?:(?:let's )?say (?:you|that|your)|suppose|imagine|picture (?:this|yourself)|assume|assuming"
    r"|stell(?:en sie| dir)? (?:sich )?vor|angenommen|imagin[ae]|imaginez|supong\w+|supon\b|supón\b|suponha|supposons"
    r"|imaginons|stel (?:je voor|dat)|immagina\w*|metti(?:amo)? che|tänk dig|tenk deg|forestil dig|wyobraź|diyelim|bayangkan"
    r"|misal(?:kan|nya))\b[^\n]{0,160}"
)
# "Ein Beispiel: …", "Here's how it works. …": what follows shows how payments go.
EXAMPLE = re.compile(
    r"(?:^|[.!?\n]\s{0,3})(?:(?:(?:an?|ein|un|une|et|ett|een|bir) )?(?:example|beispiel|ejemplo|exemple|esempio|exemplo"
    r"|voorbeeld|exempel|eksempel|przykład|örnek|contoh|ví dụ|例)\s?[:：]|(?:for example|for instance|zum beispiel|por ejemplo"
    r"|par exemple|ad esempio|por exemplo|bijvoorbeeld|till exempel|for eksempel|na przykład|örneğin|misalnya|contohnya|ví dụ"
    r"|たとえば|例えば|例如|예를 들어),?\s|(?:here's how|this is how|so) (?:it|they|this|that|round-?ups?) works?\b|so funktioniert"
    r"|cómo funciona|como funciona|comment ça marche|come funziona|zo werkt|jak to działa|nasıl çalışır)[^\n]{0,160}"
)
# Those who cheat are said to write what follows.
CHEATS = re.compile(
    r"\b(?:fraudsters?|scammers?|criminals|crooks|fake (?:texts?|messages?|alerts?|e?mails?)|betrüger|estafador\w*"
    r"|ciberdelincuentes|golpistas|escrocs?|fraudeurs|truffatori|oplichters|bedragare|svindlere|oszuści|dolandırıcı\w*"
    r"|penipu)\b[^\n]{0,60}\b(?:send|sends|sent|say|says|text|texts|message|messages|such as|like|claim|schicken|schreiben"
    r"|envían|mandan|dicen|enviam|envoient|inviano|sturen|skickar|sender|wysyłają|gönder\w*|mengirim)\b[^\n]{0,160}|(?:詐欺|骗子"
    r"|詐騙|사기범|มิจฉาชีพ|kẻ lừa đảo)[^\n]{0,160}"
)
# What is expected has not come, and what waits for a yes has not left.
EXPECTED = re.compile(
    r"\b(?:we|they|you can|you should) (?:expect|plan|intend|aim) (?:it |this |them )?to\b|\b(?:should"
    r"|ought to) (?:be (?:with you|in your|there)|arrive|land|reach|show up|post|hit|appear|get there)\b|\b(?:headed|heading"
    r"|coming) (?:your|our) way\b|\b(?:soll|sollte|dürfte) [^\n.]{0,40}(?:ankommen|eintreffen|eingehen)\b|\b(?:debería"
    r"|deberían|deveria|deve) (?:llegar|chegar)\b|\bdevrait arriver\b|\bdovrebbe arrivare\b|\b(?:borde|bør) (?:komma|komme"
    r"|nå)\b|\bpowinn\w+ (?:dotrzeć|wpłynąć)\b|\bmělo by (?:dorazit|přijít)\b"
    r"|\b(?:waiting|waits?|awaits?|awaiting|needs?|requires?|wartet|erfordert|attend|requiere|espera|aguarda|attende|wacht"
    r"|väntar|venter|afventer|odottaa|czeka|čeká|vár|așteaptă|menunggu|chờ) (?:for |on |auf |op |på |na |ta |de |tu |su |sua "
    r"|votre |ton )?(?:[^\W\d]{1,10} ){0,2}?(?:approval|authori[sz]ation|confirmation|signature|consent|ok\b|okay|go-ahead"
    r"|zustimmung|freigabe|bestätigung|validation|accord|aprobación|autorización|confirmación|aprovação|autorização"
    r"|confirmação|approvazione|autorizzazione|conferma|goedkeuring|akkoord|godkännande|godkjenning|godkendelse|hyväksy\w+"
    r"|akceptacj\w+|potwierdzen\w+|autoryzacj\w+|zgod\w+|schválen\w+|potvrzen\w+|jóváhagy\w+|aprobare\w*|persetujuan"
    r"|konfirmasi|phê duyệt|xác nhận)|onay\w* bekl|รอ(?:การ)?(?:อนุมัติ|ยืนยัน)|承認待ち|승인 ?대기|待(?:您)?(?:批准|授权|授權|审批)"
)
SENT = re.compile(
    r"\b(?:we|you)(?:'ve| have)? (?:just |already )?(?:sent|paid|transferred|deposited|issued|released)\b|\b(?:was|has been"
    r"|were|have been) (?:just )?(?:sent|paid|deposited|issued|released)\b"
)
EXPECTED_BEHIND = 170  # characters behind the sum
# A way to pay that pays later: on delivery, on account, by instalments.
METHOD = r"(?:payment (?:method|type|mode|option)|pay(?:ing)? (?:with|by)|method|zahl(?:ungs)?(?:art|weise|methode)|bezahlung|betaal(?:wijze|methode)|betaling(?:småde|smetode|småte)?|betalsätt|betalningssätt|mode de (?:paiement|règlement)|moyen de paiement|(?:forma|m[eé]todo|medio|modo) de pago|(?:forma|m[eé]todo|meio) de pagamento|(?:metodo|modalità) di pagamento|(?:sposób|forma) płatności|způsob platby|fizetési mód|ödeme (?:yöntemi|şekli)|metode pembayaran|phương thức thanh toán|вид оплаты|способ оплаты|お?支払い?方法|付款方式|支付方式|결제\s?(?:수단|방법)|วิธีชำระเงิน|طريقة الدفع)"
LATER = r"(?:前払い|銀行振込 ?\((?:前払い?|先払い?)|przelew tradycyjny|przedpłat\w*|přev\w+ předem|prepago por transferencia|virement (?:préalable|d'avance)|bonifico anticipato|vooruitbetaling|förskott\w*|forskud\w*|havale(?: ?/ ?eft)? (?:ile|bekleniyor)|transfer manual|chuyển khoản trước|无卡先付|rechnung|auf rechnung|kauf auf rechnung|raten\w*|vorkasse|nachnahme|achteraf|op rekening|op factuur|rembours|(?:pay )?later|on (?:account|invoice)|invoice\b|net \d{2}|cash on delivery|cod\b|on (?:delivery|arrival|collection|pick-?up)|pay (?:later|at|on)|bank transfer \(|payer (?:après|plus tard|à la)|après réception|à réception|à la livraison|contre[- ]remboursement|facture|contra ?(?:re)?embolso|contra entrega|a la entrega|en destino|en el hotel|à cobrança|boleto|multibanco|alla consegna|contrassegno|in struttura|faktura|efterkrav|postoppkrav|efter leverans|za pobraniem|przy odbiorze|dobírk|utánvét|ramburs|kapıda|bayar di|cod|khi nhận hàng|при получении|наложенн|後払い|代引き?|着払い|コンビニ|货到付款|貨到付款|후불|무통장|착불|ปลายทาง|عند الاستلام)"
PAID_LATER = re.compile(rf"{METHOD}\s{{0,2}}[:：]?\s{{0,3}}{LATER}")
LONGEST_ROW = 120
# Too little stood on the account.
LACK = re.compile(
    r"\b(?:not enough|wasn't enough|too (?:little|low)|short of|insufficient|lack(?:ed|s)? (?:of |the )?|zu wenig|nicht genug"
    r"|nicht genügend|mangels|unzureichend\w*|te laag|te weinig|onvoldoende|falta(?:ba|ban)? (?:de )?|faltam?|sin"
    r"|insuficien\w+|manque de|insuffisant\w*|manca(?:va|vano|nza)?(?: di| la)?|insufficient\w*|otillräcklig\w*|för lite"
    r"|manglende|utilstrekkelig\w*|ikke nok|brak|niewystarczając\w*|nedostatek|yetersiz|kurang|tidak (?:cukup"
    r"|mencukupi))\s(?:\w{1,12}\s){0,2}?(?:balance|funds?|money|cash|in (?:it|your)|guthaben|deckung|saldo|tegoed|fondos"
    r"|dinero|provision|fonds|disponibilità|fondi|medel|pengar|täckning|penger|dekning|penge|dækning|środk\w+|prostřed\w+"
    r"|bakiye|dana)\b|\b(?:saldo|guthaben|balance|bakiye) (?:\w{1,8} )?(?:te laag|zu niedrig|insuficiente|insufficiente"
    r"|yetersiz|tidak cukup|too low)\b|\bte laag saldo|(?:残高|余额|餘額|잔액)(?:が|이)?\s?(?:不足|부족)|(?:ยอดเงิน|เงิน)ไม่(?:เพียง)?พอ"
    r"|không đủ (?:số dư|tiền)"
)
LACK_REACH = 260  # characters around the sum
A_FEE = re.compile(r"\b(?:fee|charge of|penalty|gebühr|comisi[oó]n|frais|commissione|opłata|avgift|gebyr)\b")
# Points and money back are earned on a payment; a mail about them tells of none.
REWARD = Lexicon(
    r"\b(?:cash ?back|rewards?|points|miles|avios|coins|bonus(?:es)?|stars|chip-?para|mil puan|puan\w*|puntos|pontos|punkte"
    r"|prämien\w*|punti|poäng|poeng|punkt[yóa]\w*|millas|milhas|hoàn tiền)\b|ポイント|マイル|积分|積分|返现|返現|포인트|적립|캐시백|คะแนน|แต้ม"
    r"|เงินคืน|бонус|кешб[эе]к|кэшб[эе]к|نقاط(?! البيع)|استرداد نقدي"
)


# Most mails hold none of the words that these cannot do without.
SUPPOSING = (SUPPOSED, CHEATS, EXAMPLE)
LIKELY = Likely(one.pattern for one in SUPPOSING)
EXPECTING, SHORT_OF = Likely([EXPECTED.pattern]), Likely([LACK.pattern])


def hypothetical(lowered: str) -> bool:
    """Whether the mail supposes a payment, or tells how those who cheat put theirs."""
    passages = (found.group() for which in LIKELY.of(lowered) for found in SUPPOSING[which].finditer(lowered))
    return any(A_SUM.search(said) for said in passages)


def expected(subject: str, lowered: str, best: Candidate) -> bool:
    """Whether the sum's sentence or the subject says that the money is only expected, or waits for somebody's yes.

    The sentence behind tells the same of a sum without a verb; of one that was sent it tells when it arrives.
    """
    end = best.start + len(best.sentence) + (EXPECTED_BEHIND if best.event is None else 0)
    left = max(lowered.rfind("\n", 0, max(0, best.start)) + 1, best.start - EXPECTED_BEHIND)
    around = lowered[left:end] if best.start >= 0 else lowered[:EXPECTED_BEHIND]
    said = f"{subject.lower()}\n{around}"
    return bool(EXPECTING.of(said)) and EXPECTED.search(said) is not None and SENT.search(around) is None


def later_by_method(lines: Sequence[str]) -> bool:
    """Whether the way of paying that the mail names is one that pays after it."""
    return any(len(line) < LONGEST_ROW and PAID_LATER.match(line) is not None for line in lines)


def lacking(lowered: str, at: int) -> bool:
    """Whether the account was short of money for the sum; a fee for that is charged all the same."""
    around = lowered[max(0, at - LACK_REACH) : at + LACK_REACH] if at >= 0 else lowered[: 2 * LACK_REACH]
    return bool(SHORT_OF.of(around)) and LACK.search(around) is not None and A_FEE.search(around) is None


def beside_reward(subject: str, best: Candidate) -> bool:
    """Whether the mail is about a reward, and the sum is what it was earned on."""
    return REWARD.search(subject.lower()) is not None and REWARD.search(best.sentence.lower()) is None
