"""Sums that ordinary mail names without a payment: prices that change, what one pays as a rule, what waits for the money to come in.

Text is matched in lower case.
"""

import re

from app.parsing.lexicon import Likely

PRICE = r"(?:prices?|rate|fee|cost|plan|subscription|premium|tariff|precio|tarifa|cuota|preço|mensalidade|prix|tarif|abonnement\w*|preis|beitrag|gebühr|prezzo|canone|prijs|tarief|priset|prisen|pris|cena|opłata|składka|fiyat\w*|ücret\w*|harga|biaya|giá|cước)"
# "Le prix … passe de 9,99 € à 11,99 €": two sums, an old one and a new.
REPRICED = re.compile(
    rf"\b{PRICE}\b[^\n.]{{0,80}}\b(?:chang(?:es?|ed|ing)|go(?:es|ing)|increas(?:es?|ed|ing)|ris(?:es?|ing)|mov(?:es?|ed|ing)|cambia|sube|pasa|muda|sobe|passa|passe(?:ra)?|augmente(?:ra)?|steigt|ändert sich|erhöht sich|aumenta|stijgt|wijzigt|höjs|ändras|øker|endres|stiger|ændres|wzrasta|wzrośnie|zmienia się|yükseliyor|değişiyor|naik|berubah|tăng|thay đổi)"
    rf" (?:\w{{1,12}} ){{0,3}}?(?:from|de|von|da|van|från|fra|z|dari|từ)\b[^\n]{{0,24}}\d|[\d.,]\s?[^\n\d]{{0,6}}(?:'den|'dan|tl'den) [\d.,]{{2,10}} ?tl|円から[^\n]{{0,10}}円(?:に|へ)(?:改定|変更|値上)|料金改定|요금 (?:인상|변경)|价格(?:调整|上调)|價格(?:調整|調漲)"
)
# What is paid as a rule is told of no one time.
AS_A_RULE = re.compile(
    r"\byou(?:'re| are)? (?:currently|now|usually|normally) pay(?:ing)?\b|\bactualmente pagas?\b|\bpagas? actualmente\b|\batualmente (?:você )?pagas?\b|\bvous payez actuellement\b|\bactuellement,? vous payez\b"
    r"|\b(?:derzeit|aktuell) (?:zahlen sie|zahlst du)\b|\b(?:zahlen sie|zahlst du) (?:derzeit|aktuell)\b|\battualmente paghi\b|\bpaghi attualmente\b|\b(?:je|u) betaalt nu\b|\bdu betalar (?:idag|i dag|just nu)\b|\bdu betaler (?:i dag|nå|nu)\b|\bobecnie płacisz\b|\bsaat ini (?:anda|kamu) membayar\b|\bhiện (?:tại )?(?:bạn|quý khách) (?:đang )?(?:trả|thanh toán)\b"
)
# The goods wait for the money.
ONCE_PAID = re.compile(
    r"\b(?:once|as soon as|after) (?:we(?:'ve| have)? receiv\w+ (?:your|the) (?:payment|transfer)|(?:your |the )?(?:payment|transfer) (?:arrives|clears|has (?:arrived|cleared|been (?:received|confirmed))|is (?:received|confirmed)))\b"
    r"|\b(?:una vez|cuando|tan pronto como) (?:recibamos|hayamos recibido|se (?:reciba|confirme)|recibido) (?:tu|su|el) (?:pago|transferencia|ingreso)\b|\b(?:após|assim que) (?:recebermos|a confirmação d[oa]|o recebimento d[oa]) (?:seu |o )?(?:pagamento|transferência)\b|\bdès (?:réception|validation) de (?:votre|ton) (?:paiement|règlement|virement)\b"
    r"|\b(?:nach|sobald)\b[^\n.]{0,30}\b(?:eingang (?:ihrer|deiner|der) (?:zahlung|überweisung)|(?:ihre|deine|die) (?:zahlung|überweisung)[^\n.]{0,30} (?:eingeht|eingegangen ist))|\bnon appena (?:riceveremo|avremo ricevuto) il (?:tuo |suo )?(?:pagamento|bonifico)\b|\b(?:zodra (?:we|wij)|na ontvangst van) (?:je|uw|de) betaling\b|\bpo (?:zaksięgowaniu|otrzymaniu) (?:wpłaty|płatności|przelewu)\b"
    r"|\bödeme(?:niz)? (?:ulaştıktan|onaylandıktan|alındıktan) sonra\b|\bsetelah pembayaran (?:\w+ )?(?:kami )?(?:diterima|dikonfirmasi|masuk)\b|\bsau khi (?:chúng tôi )?(?:nhận được|xác nhận) (?:thanh toán|khoản thanh toán|tiền)\b|ご?入金(?:の)?(?:確認|が確認)(?:後|でき次第)|입금 확인 후|确认收款后|收到(?:您的)?(?:付款|款项)后"
)
SAYING = ((REPRICED, "no_payment"), (AS_A_RULE, "no_payment"), (ONCE_PAID, "order_unpaid"))
LIKELY = Likely(pattern.pattern for pattern, _ in SAYING)


def ordinary(subject: str, head: str) -> str | None:
    """The reason why a sum at the top of the mail was not paid now, if it says so."""
    said = f"{subject.lower()}\n{head}"
    return next((SAYING[which][1] for which in LIKELY.of(said) if SAYING[which][0].search(said)), None)
