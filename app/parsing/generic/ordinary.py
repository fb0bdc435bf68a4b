"""Sums that ordinary mail names without a payment: prices that change, what one pays as a rule, what waits for the money to come in, what is disputed.

Text is matched in lower case.
"""

import re

from app.parsing.lexicon import Likely

PRICE = r"(?:prices?|rate|fee|cost|plan|subscription|premium|tariff|precio|tarifa|cuota|preço|mensalidade|prix|tarif|abonnement\w*|preis|beitrag|gebühr|prezzo|canone|prijs|tarief|priset|prisen|pris|cena|opłata|składka|fiyat\w*|ücret\w*|harga|biaya|giá|cước)"
# "Le prix … passe de 9,99 € à 11,99 €": two sums, an old one and a new.
REPRICED = re.compile(
    rf"\b{PRICE}\b[^\n.]{{0,80}}\b(?:chang(?:es?|ed|ing)|go(?:es|ing)|increas(?:es?|ed|ing)|ris(?:es?|ing)|mov(?:es?|ed|ing)"
    rf"|cambia|sube|pasa|muda|sobe|passa|passe(?:ra)?|augmente(?:ra)?|steigt|ändert sich|erhöht sich|aumenta|stijgt|wijzigt"
    rf"|höjs|ändras|øker|endres|stiger|ændres|wzrasta|wzrośnie|zmienia się|yükseliyor|değişiyor|naik|berubah|tăng|thay đổi)"
    rf" (?:\w{{1,12}} ){{0,3}}?(?:from|de|von|da|van|från|fra|z|dari|từ)\b[^\n]{{0,24}}\d|[\d.,]\s?[^\n\d]{{0,6}}(?:'den|'dan"
    rf"|tl'den) [\d.,]{{2,10}} ?tl|円から[^\n]{{0,10}}円(?:に|へ)(?:改定|変更|値上)|料金改定|요금 (?:인상|변경)|价格(?:调整|上调)|價格(?:調整|調漲)"
)
# What is paid as a rule is told of no one time.
AS_A_RULE = re.compile(
    r"(?:\byou(?:'re| are)? (?:currently|now|usually|normally) pay(?:ing)?\b|\bactualmente pagas?\b|\bpagas? actualmente\b"
    r"|\batualmente (?:você )?pagas?\b|\bvous payez actuellement\b|\bactuellement,? vous payez\b"
    r"|\b(?:derzeit|aktuell) (?:zahlen sie|zahlst du)\b|\b(?:zahlen sie|zahlst du) (?:derzeit|aktuell)\b|\battualmente paghi\b"
    r"|\bpaghi attualmente\b|\b(?:je|u) betaalt nu\b|\bdu betalar (?:idag|i dag|just nu)\b|\bdu betaler (?:i dag|nå|nu)\b"
    r"|\bobecnie płacisz\b|\bsaat ini (?:anda|kamu) membayar\b|\bhiện (?:tại )?(?:bạn|quý khách) (?:đang )?(?:trả"
    r"|thanh toán)\b),? [^\n\d.]{0,8}\d"
)
# The goods wait for the money.
ONCE_PAID = re.compile(
    r"\b(?:once|as soon as|after) (?:we(?:'ve| have)? receiv\w+ (?:your|the) (?:payment|transfer)|(?:your |the )?(?:payment"
    r"|transfer) (?:arrives|clears|has (?:arrived|cleared|been (?:received|confirmed))|is (?:received|confirmed)))\b"
    r"|\b(?:una vez|cuando|tan pronto como) (?:recibamos|hayamos recibido|se (?:reciba|confirme)|recibido) (?:tu|su"
    r"|el) (?:pago|transferencia|ingreso)\b|\b(?:após|assim que) (?:recebermos|a confirmação d[oa]"
    r"|o recebimento d[oa]) (?:seu |o )?(?:pagamento|transferência)\b|\bdès (?:réception|validation) de (?:votre"
    r"|ton) (?:paiement|règlement|virement)\b"
    r"|\b(?:nach|sobald)\b[^\n.]{0,30}\b(?:eingang (?:ihrer|deiner|der) \w{0,8}(?:zahlung|überweisung|betrags?)|(?:ihre|deine"
    r"|die|der|das) (?:\w{0,8}zahlung|überweisung|betrag|geld)[^\n.]{0,30} (?:eingeht|eingegangen ist))"
    r"|\bnon appena (?:riceveremo|avremo ricevuto) il (?:tuo |suo )?(?:pagamento|bonifico)\b|\b(?:zodra (?:we|wij)"
    r"|na ontvangst van) (?:je|uw|de) betaling\b|\bpo (?:zaksięgowaniu|otrzymaniu) (?:wpłaty|płatności|przelewu)\b"
    r"|\bödeme(?:niz)? (?:ulaştıktan|onaylandıktan|alındıktan) sonra\b|\bsetelah pembayaran (?:\w+ )?(?:kami )?(?:diterima"
    r"|dikonfirmasi|masuk)\b|\bsau khi (?:chúng tôi )?(?:nhận được|xác nhận) (?:thanh toán|khoản thanh toán|tiền)\b"
    r"|ご?入金(?:の)?(?:確認|が確認)(?:後|でき次第)|입금 확인 후|确认收款后|收到(?:您的)?(?:付款|款项)后"
)
# What the reader told the bank of a charge is no news of it; money that the bank gave back for it is.
DISPUTED = re.compile(
    r"\byou(?:'ve| have)? (?:told us|said|reported|let us know|informed us)\b[^\n.]{0,40}\b(?:do ?n[o']t|did ?n[o']t"
    r"|not) (?:recogni[sz]e|make|authori[sz]e|expect)|\bnos (?:dijiste|indicaste|comunicaste"
    r"|informaste)[^\n.]{0,30} no (?:reconoces|hiciste|autorizaste)|\bnous avez (?:signalé|indiqué"
    r"|informés)[^\n.]{0,30} ne (?:pas reconnaître|reconnaissez pas)"
    r"|\buns (?:mitgeteilt|gemeldet)[^\n.]{0,40} (?:nicht (?:erkennen|kennen|veranlasst|getätigt))|\bnos (?:informou"
    r"|comunicou)[^\n.]{0,30} não (?:reconhece|fez|autorizou)|\bci hai (?:segnalato"
    r"|comunicato)[^\n.]{0,30} (?:non (?:riconosci|riconoscere))|\bons (?:laten weten|gemeld)[^\n.]{0,40} niet (?:herkent|kent"
    r"|hebt gedaan)"
)
GIVEN_BACK = re.compile(
    r"\b(?:we(?:'ve| have)|has been|have been|was|were) (?:\w{2,14} )?(?:credited|refunded|issued|returned|reversed)\b"
    r"|\bhemos (?:abonado|devuelto|reintegrado)|\bavons (?:crédité|remboursé)|\bgutgeschrieben|\bcreditamos"
    r"|\babbiamo (?:accreditato|rimborsato)|\bteruggestort"
)
# "… diyen mesajlara inanmayın": what messages say that are not to be believed.
HEARSAY = re.compile(
    r"\b(?:messages?|texts?|e?-?mails?|calls?|letters?) (?:saying|claiming|that (?:say|claim)s?|telling you)\b"
    r"|\bmensajes? que dicen?\b|\bcorreos? que dicen?\b|\bmessages? (?:disant|prétendant)\b|\bmensagens? que dizem?\b"
    r"|\bmessaggi(?:o)? che dic(?:e|ono)\b|\b(?:berichten?|sms'jes) (?:waarin|die zeggen)\b|\bnachrichten,? (?:die behaupten"
    r"|wonach)\b"
    r"|\bdiyen (?:mesaj|sms|e-posta|arama)|\bpesan yang (?:mengatakan|menyatakan)\b|\btin nhắn (?:nói|báo) (?:rằng )?|と(?:言われ"
    r"|書かれ|称す)|という(?:メール|メッセージ|sms)|라는 (?:문자|메일|전화)"
)
SAYING = ((REPRICED, "no_payment"), (AS_A_RULE, "no_payment"), (ONCE_PAID, "order_unpaid"), (DISPUTED, "no_payment"))
OF_THE_SENTENCE = (REPRICED, AS_A_RULE, ONCE_PAID)
LIKELY = Likely(pattern.pattern for pattern, _ in SAYING)


def ordinary(subject: str, head: str, asserted: str | None) -> str | None:
    """The reason why a sum at the top of the mail was not paid now, if it says so.

    `asserted`: the sum's own sentence where a verb of it tells of a payment; then what other sentences say is beside the point.
    """
    said = f"{subject.lower()}\n{head}"
    found = (SAYING[which] for which in LIKELY.of(said))
    return next((reason for pattern, reason in found if _says(pattern, said, asserted)), None)


def _says(pattern: re.Pattern[str], said: str, asserted: str | None) -> bool:
    if pattern in OF_THE_SENTENCE and asserted is not None:
        return pattern.search(asserted) is not None
    return pattern.search(said) is not None and (pattern is not DISPUTED or not GIVEN_BACK.search(said))


def hearsay(said: str) -> bool:
    """Whether the sentence tells what messages say."""
    return HEARSAY.search(said) is not None
