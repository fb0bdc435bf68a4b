"""Verbs and nouns of money that moved: which way, and of what kind, in the words of many languages. Matched in lower case."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.transaction import Direction, Kind
from app.parsing.guards import conditional

OUT, IN = Direction.DEBIT, Direction.CREDIT
# (trigger, pattern or None, direction, kind or None). Of two that start together the longer wins: "sent you" over "sent".
EVENTS: tuple[tuple[str, str | None, Direction, Kind | None], ...] = (
    # English, money in
    ("sent you", r"\b(?:has |have |just )?sent you\b", IN, Kind.TRANSFER),
    ("paid you", r"\bpaid you\b", IN, Kind.TRANSFER),
    ("received", r"\b(?:you've|you have|you|has been|was) (?:just )?(?:successfully )?received\b", IN, Kind.TRANSFER),
    ("received", r"\b(?:payment|money|transfer|funds|amount|deposit|credit)s? (?:has been |have been |was |is )?received\b", IN, None),
    ("received", r"\bwe(?:'ve| have)? received\b|\breceived (?:in|into|from|a|the|your|via|on)\b", IN, None),
    ("credit", r"\b(?:has been |have been |been |was |is |are |got |now )?(?:successfully |auto-|automatically )?credited\b", IN, None),
    ("credit", r"\bcredit (?:transaction|alert|amount|of|by|received|posted|was issued)\b|\ba credit\b|\bcr\b(?=[\s.]|$)", IN, None),
    ("deposit", r"\b(?:direct )?deposit(?:ed|s)?\b", IN, None),
    ("paid into", None, IN, Kind.TRANSFER),
    ("arrived in", None, IN, Kind.TRANSFER),
    ("added to your", r"\b(?:added|loaded|transferred) to your\b", IN, Kind.TOPUP),
    ("money you added", None, IN, Kind.TOPUP),
    ("top", r"\btop(?:ped)?[- ]?up (?:successful|of|was|complete)|topped up\b", IN, Kind.TOPUP),
    ("refund", r"\b(?:has been |have been |been |was |is )?(?:fully |partially )?refund(?:ed)?\b", IN, Kind.REFUND),
    ("revers", r"\b(?:has been |been |was |is )?revers(?:al|ed)\b", IN, Kind.REVERSAL),
    ("chargeback", None, IN, Kind.REVERSAL),
    ("temporary credit", None, IN, Kind.REVERSAL),
    ("provisional credit", None, IN, Kind.REVERSAL),
    ("cashback", r"\bcashback (?:of|has been|credited|received|earned)|\bcashback for your\b", IN, Kind.OTHER),
    ("interest", r"\binterest (?:of|has been|was|paid|credited|earned|payment)|\bearned interest\b", IN, Kind.INTEREST),
    ("salary", r"\bsalary\b[^\n]{0,40}(?:credited|paid|received)", IN, Kind.SALARY),
    ("dividend", r"\bdividend\b[^\n]{0,60}(?:credited|paid|received|of)", IN, Kind.OTHER),
    # English, money out
    ("debit", r"\b(?:has been |have been |been |was |is |are |got )?(?:successfully |auto-|automatically )?debited\b", OUT, None),
    ("debit", r"\b(?:a |direct |auto-?)?debit (?:transaction|alert|amount|of|by|order|posted)\b|\bdr\b(?=[\s.]|$)", OUT, None),
    ("deducted", r"\b(?:has been |been |was |is )?(?:successfully )?deducted\b", OUT, None),
    ("spent", r"\b(?:you |you've |has been |was |is |just )?spent\b", OUT, Kind.PURCHASE),
    ("charge", r"\b(?:has been |been |was |is |we |we've )?charged (?:on|to|a|at|for|you|with|your)\b|\bcharged\b", OUT, Kind.PURCHASE),
    ("charge", r"\b(?:a )?charge (?:of|was|has|made|on)\b|\bcharge made\b", OUT, Kind.PURCHASE),
    ("purchase", r"\bpurchas(?:e|ed)\b", OUT, Kind.PURCHASE),
    ("bought", r"\bbought\b", OUT, Kind.PURCHASE),
    ("withdraw", r"\b(?:cash )?withdr(?:awal|awn|ew)\b", OUT, Kind.WITHDRAWAL),
    ("paid", r"\b(?:you |you've |you have |i |has been |have been |been |was |is |successfully |we )?(?:just )?(?:successfully )?paid\b(?! you| into| by | on time)", OUT, None),
    ("payment", r"\bpayment (?:was |is |has been )?(?:of|to|successful|made|sent|completed?|confirmed|confirmation|went through|receipt|processed|authori[sz]ed|approved|done)\b", OUT, None),
    ("payment", r"\b(?:made|sent|completed|authori[sz]ed|confirm(?:ed)?) (?:a |an |the |your |online |successful )*(?:\w{2,12} )?payment\b|\byour payment\b|\bpayment to\b|\bthanks? (?:you )?for (?:your |the )?payment\b", OUT, None),
    ("sent", r"\b(?:you |you've |you have |has been |been |was |successfully |just )?(?:just )?sent\b(?! you| to you by| by | on| from| via email)", OUT, Kind.TRANSFER),
    ("transfer", r"\b(?:you |has been |have been |been |was )?transferred\b|\btransfer (?:of|to|was|is|has|made|successful|complete|has been made|request processed)\b|\byou made a (?:\w{2,10} )?transfer\b|\bfunds transfer\b|\btrf to\b|\btransfer\b[^\n]{0,60}\b(?:is|was|has been) (?:successful|complete)", OUT, Kind.TRANSFER),
    ("used", r"\b(?:has been |been |was |were )?used (?:for|at|to make|on|by you)\b|\bhave used\b|\bfor using your\b|\busing (?:your )?[^\n]{0,40}(?:card|netbanking|upi)\b", OUT, Kind.PURCHASE),
    ("transaction", r"\btransaction (?:of|for|at|was made|made|on your|with|alert|confirmation|has been|was completed|was initiated|successful|is complete|is approved|notification|amount)\b|\b(?:made|completed|following) (?:a |an |the |your )?(?:[$€£₹]?[\d.,]+ )?(?:[\w-]{1,20} )?transaction\b", OUT, None),
    ("authori", r"\b(?:has been |was |an? )?authori[sz](?:ed|ation)\b", OUT, Kind.PURCHASE),
    ("successful", r"\bsuccessful (?:paynow|upi|imps|neft|fast|fps|duitnow|transfer|payment|transaction|withdrawal|purchase)\b", OUT, None),
    ("transaction", r"\btransaction (?:exceeds|exceeded|above|over)\b|\bcard-not-present\W? transaction\b", OUT, Kind.PURCHASE),
    ("shares of", r"\b(?:bought|buy|purchased) [\d.,]+ shares\b", OUT, Kind.OTHER),
    ("came out of", None, OUT, None),
    ("left your account", r"\b(?:has )?left your account\b", OUT, Kind.TRANSFER),
    ("going out", r"money(?:'s| is) going out", OUT, None),
    ("taken from", r"\btaken from your\b", OUT, None),
    ("collected", r"\b(?:we )?collected (?:your )?direct debit", OUT, Kind.BILL_PAYMENT),
    ("order executed", None, OUT, Kind.OTHER),
    ("to buy", r"\border to buy\b[^\n]{0,80}executed", OUT, Kind.OTHER),
    ("receipt", r"\b(?:your |e-?)?receipt (?:from|for)\b|\byour [^\n]{0,30}receipt\b", OUT, Kind.PURCHASE),
    ("thanks for your order", None, OUT, Kind.PURCHASE),
    ("thank you for your order", None, OUT, Kind.PURCHASE),
    ("e-ticket", r"e-?ticket is confirmed|booking (?:is )?confirmed", OUT, Kind.PURCHASE),
    ("booking", r"\bbooking (?:confirmation|confirmed|is confirmed)\b", OUT, Kind.PURCHASE),
    ("recharge", r"\brecharge\b[^\n]{0,60}\b(?:success|done|complete)|recharge of\b", OUT, Kind.BILL_PAYMENT),
    ("thanks for riding", r"thanks for riding|your (?:\w{1,12} ){0,3}(?:trip|ride) (?:with|on)", OUT, Kind.PURCHASE),
    ("total charged", None, OUT, Kind.PURCHASE),
    ("amount charged", None, OUT, Kind.PURCHASE),
    ("fee", r"\b(?:monthly|annual|maintenance|service|late|overdraft|card|bank) (?:[\w]{2,14} )?fee\b[^\n]{0,40}(?:charged|debited|deducted)?|charged a [^\n]{0,40}fee", OUT, Kind.FEE),
    # Spanish
    ("compra", r"\b(?:una |la |tu |su )?compras?\b", OUT, Kind.PURCHASE),
    ("consumo", r"\bconsumo\b", OUT, Kind.PURCHASE),
    ("pag", r"\b(?:pagaste|has pagado|pagó|usted pagó|ha pagado|hiciste un pago|has hecho un pago|se (?:ha )?realiz(?:ó|ado) (?:un|el) pago|pago (?:realizado|exitoso|con|de|a|en|por|aprobado|recibido por)|comprobante de pago|constancia de pago|autorización de pago)\b", OUT, None),
    ("envi", r"\b(?:enviaste|has enviado|usted envió|envió|transferiste|has transferido|yapeaste|¡yapeaste|realizaste una transferencia|transferencia (?:enviada|realizada|exitosa|a terceros|fue exitosa))\b", OUT, Kind.TRANSFER),
    ("transf", r"\b(?:transferiste|has transferido|realizaste una transferencia|transferencia (?:enviada|realizada|exitosa|fue exitosa|bancaria|inmediata|a )|tu transferencia)\b", OUT, Kind.TRANSFER),
    ("yapea", r"\b(?:yapeaste|yapeo)\b", OUT, Kind.TRANSFER),
    ("plin", r"\bplin\b", OUT, Kind.TRANSFER),
    ("retir", r"\b(?:retiro|retiraste|has retirado)\b", OUT, Kind.WITHDRAWAL),
    ("cargo", r"\bcargo (?:en|a|por|de|realizado)\b|\bse (?:ha )?carg(?:ó|ado)\b", OUT, None),
    ("débito", r"\b(?:un |se realizó un )?débito (?:de|por|en|automático|a tu)\b|\bdebitad[oa]\b", OUT, None),
    ("debit", r"\b(?:se )?(?:ha )?debit(?:ó|ado)\b", OUT, None),
    ("transacci", r"\btransacci[oó]n(?:es)?\b|\boperaci[oó]n realizada\b|\bmovimiento\b", OUT, None),
    ("operaci", r"\bsiguiente operación\b", OUT, None),
    ("recib", r"\b(?:recibiste|has recibido|recibió|recibimos|recibida|recibido)\b", IN, Kind.TRANSFER),
    ("recepci", r"\brecepción\b", IN, Kind.TRANSFER),
    ("te ", r"\bte (?:envi[óo]|ha enviado|transfiri[óo]|ha transferido|hizo una transferencia|pag[óo]|yape[óo]|deposit[óo])\b", IN, Kind.TRANSFER),
    ("abon", r"\b(?:abono|abonad[oa]|se (?:ha )?abon(?:ó|ado))\b", IN, None),
    ("acredit", r"\bacredit(?:ad[oa]|ó|ando|amos)\b", IN, None),
    ("depósito", r"\bdepósitos?\b", IN, Kind.TRANSFER),
    ("deposit", r"\bdeposit(?:ó|aron|ado)\b", IN, Kind.TRANSFER),
    ("ingres", r"\b(?:se (?:ha )?ingres(?:ó|ado)|ingreso de|has ingresado)\b", IN, Kind.TRANSFER),
    ("reembols", r"\breembols(?:o|ado|amos|ó)\b", IN, Kind.REFUND),
    ("devoluci", r"\bdevolución\b", IN, Kind.REFUND),
    ("reverso", r"\b(?:reverso|reversión|reversad[oa]|anulación|extorno)\b", IN, Kind.REVERSAL),
    ("reversa", r"\b(?:reversad[oa])\b", IN, Kind.REVERSAL),
    ("nómina", r"\bnómina\b", IN, Kind.SALARY),
    # Portuguese
    ("compra aprovada", None, OUT, Kind.PURCHASE),
    ("voc", r"\bvocê (?:pagou|fez um pagamento|gastou|comprou)\b", OUT, None),
    ("pag", r"\b(?:pagou|pagamento (?:realizado|efetuado|aprovado|confirmado|concluído|feito|de))\b", OUT, None),
    ("enviou", r"\b(?:você )?enviou\b", OUT, Kind.TRANSFER),
    ("envi", r"\b(?:pix|transferência[\w ]{0,20}) (?:enviad[oa]|realizad[oa])\b", OUT, Kind.TRANSFER),
    ("transferiu", r"\btransferiu\b", OUT, Kind.TRANSFER),
    ("saque", r"\bsaque\b", OUT, Kind.WITHDRAWAL),
    ("levantamento", r"\blevantamento\b", OUT, Kind.WITHDRAWAL),
    ("débito", r"\bdébito (?:automático|realizado|em conta|direto)\b", OUT, Kind.BILL_PAYMENT),
    ("receb", r"\b(?:você )?receb(?:eu|id[oa])\b", IN, Kind.TRANSFER),
    ("estorno", r"\bestorn(?:o|ado|ada)\b", IN, Kind.REVERSAL),
    ("creditad", r"\bcreditad[oa]\b", IN, None),
    # French
    ("paiement", r"\b(?:paiement (?:effectué|de|par|accepté|validé|confirmé|à|chez|carte|réussi)|votre paiement|un paiement)\b", OUT, Kind.PURCHASE),
    ("payé", r"\bavez (?:payé|réglé)\b|\bpayé\b", OUT, Kind.PURCHASE),
    ("achat", r"\bachat\b", OUT, Kind.PURCHASE),
    ("dépens", r"\b(?:avez dépensé|dépense de)\b", OUT, Kind.PURCHASE),
    ("retrait", r"\bretrait\b", OUT, Kind.WITHDRAWAL),
    ("distributeur", r"\bau distributeur\b", OUT, Kind.WITHDRAWAL),
    ("prélèvement", r"\bprélèvement\b", OUT, Kind.BILL_PAYMENT),
    ("prélev", r"\bprélevée?\b", OUT, Kind.BILL_PAYMENT),
    ("virement", r"\bvirement (?:émis|envoyé|effectué|exécuté|vers|à|instantané envoyé|de)\b|\bavez (?:envoyé|viré)\b", OUT, Kind.TRANSFER),
    ("débit", r"\b(?:a été débitée?|débit de|débité)\b", OUT, None),
    ("reçu", r"\b(?:avez reçu|virement reçu|reçu un virement|argent reçu)\b", IN, Kind.TRANSFER),
    ("crédit", r"\b(?:a été crédité|crédité|avis: crédit|crédit de)\b", IN, Kind.TRANSFER),
    ("rembours", r"\b(?:remboursement|remboursé)\b", IN, Kind.REFUND),
    ("salaire", r"\bsalaire\b", IN, Kind.SALARY),
    # German, Dutch
    ("bezahlt", r"\b(?:hast|haben|wurde|soeben|mit karte)?[^\n.]{0,60}\bbezahlt\b", OUT, Kind.PURCHASE),
    ("zahlung", r"\b(?:deine|ihre|eine)? ?(?:karten)?zahlung (?:über|von|an|bei|in höhe|erfolgreich|ausgeführt)\b|\bkartenzahlung\b|\b(?:deine|ihre|eine) zahlung\b", OUT, Kind.PURCHASE),
    ("belastet", r"\bbelastet\b", OUT, Kind.PURCHASE),
    ("belastung", r"\bbelastung\b", OUT, Kind.PURCHASE),
    ("abgebucht", r"\babgebucht\b", OUT, None),
    ("lastschrift", r"lastschrift", OUT, Kind.BILL_PAYMENT),
    ("überw", r"\büberweisung (?:über|an|von|ausgeführt|wurde)\b|\bhast[^\n]{0,40}überwiesen\b|\büberwiesen\b", OUT, Kind.TRANSFER),
    ("gesendet", r"\bgesendet\b", OUT, Kind.TRANSFER),
    ("abgehoben", r"\babgehoben\b", OUT, Kind.WITHDRAWAL),
    ("abhebung", r"\b(?:bargeld)?abhebung\b", OUT, Kind.WITHDRAWAL),
    ("einkauf", r"\beinkauf\b", OUT, Kind.PURCHASE),
    ("erhalten", r"\b(?:geld|zahlung|überweisung)?[^\n.]{0,50}\berhalten\b", IN, Kind.TRANSFER),
    ("eingegangen", r"\beingegangen\b|\bzahlungseingang\b|\bgeldeingang\b", IN, Kind.TRANSFER),
    ("gutgeschrieben", None, IN, Kind.TRANSFER),
    ("gutschrift", r"gutschrift", IN, Kind.TRANSFER),
    ("erstatt", r"\b(?:rück)?erstatt(?:ung|et)\b", IN, Kind.REFUND),
    ("gehalt", r"\bgehalt\b", IN, Kind.SALARY),
    ("betaald", r"\bbetaald\b", OUT, Kind.PURCHASE),
    ("betaling", r"\bbetaling (?:van|aan|gelukt|gedaan|voldaan)\b", OUT, Kind.PURCHASE),
    ("afgeschreven", None, OUT, None),
    ("overgemaakt", None, OUT, Kind.TRANSFER),
    ("gepind", None, OUT, Kind.PURCHASE),
    ("opgenomen", r"\bopgenomen\b", OUT, Kind.WITHDRAWAL),
    ("ontvangen", r"\bontvangen\b", IN, Kind.TRANSFER),
    ("bijgeschreven", None, IN, Kind.TRANSFER),
    ("terugbetaald", None, IN, Kind.REFUND),
    # Italian
    ("pagamento", r"\bpagamento (?:di|effettuato|eseguito|presso|con carta|andato a buon fine|autorizzato|riuscito|pos)\b|\bhai effettuato un pagamento\b", OUT, Kind.PURCHASE),
    ("pagato", r"\b(?:hai )?pagato\b", OUT, Kind.PURCHASE),
    ("acquisto", r"\bacquisto\b", OUT, Kind.PURCHASE),
    ("speso", r"\bhai speso\b", OUT, Kind.PURCHASE),
    ("prelievo", r"\b(?:prelievo|prelevato)\b", OUT, Kind.WITHDRAWAL),
    ("bonifico", r"\b(?:bonifico (?:inviato|eseguito|disposto|in uscita|istantaneo)|hai inviato)\b", OUT, Kind.TRANSFER),
    ("addebit", r"\baddebit(?:o|ato|ata)\b", OUT, None),
    ("inviato", r"\bhai inviato\b", OUT, Kind.TRANSFER),
    ("autorizzazione", r"\b(?:richiesta di )?autorizzazione\b[^\n]{0,80}(?:carta|pagamento|operazione)|è stata autorizzata", OUT, Kind.PURCHASE),
    ("ricevuto", r"\bricevuto\b", IN, Kind.TRANSFER),
    ("accredit", r"\baccredit(?:o|ato|ata)\b", IN, None),
    ("rimbors", r"\brimbors(?:o|ato)\b", IN, Kind.REFUND),
    ("stipendio", r"\bstipendio\b", IN, Kind.SALARY),
    # Nordic
    ("köp", r"\b(?:kort)?köp\b", OUT, Kind.PURCHASE),
    ("betal", r"\b(?:betalat|betalt|betalning (?:till|genomförd|mottagen av)|betaling (?:til|gjennomført|på|av)|takk for betalingen)\b", OUT, Kind.PURCHASE),
    ("kjøp", r"\b(?:vare)?kjøp\b", OUT, Kind.PURCHASE),
    ("køb", r"\bkøb\b", OUT, Kind.PURCHASE),
    ("swish", r"\bswishat\b|\bskickat\b", OUT, Kind.TRANSFER),
    ("trukket", r"\btrukket\b", OUT, None),
    ("hævet", r"\bhævet\b", OUT, None),
    ("uttag", r"\buttag\b", OUT, Kind.WITHDRAWAL),
    ("uttak", r"\buttak\b", OUT, Kind.WITHDRAWAL),
    ("överför", r"\böverför(?:t|ing (?:till|av))\b", OUT, Kind.TRANSFER),
    ("overfør", r"\boverfør(?:t|ing til|sel til)\b", OUT, Kind.TRANSFER),
    ("mottag", r"\b(?:mottagit|mottaget|fått)\b", IN, Kind.TRANSFER),
    ("mottatt", r"\bmottatt\b", IN, Kind.TRANSFER),
    ("modtaget", r"\bmodtaget\b", IN, Kind.TRANSFER),
    ("insatt", r"\b(?:insatt|insättning)\b", IN, None),
    ("inn på konto", None, IN, Kind.TRANSFER),
    ("maksu", r"\b(?:korttimaksu|maksoit|maksettu|osto)\b", OUT, Kind.PURCHASE),
    # Polish, Czech, Hungarian, Romanian, Russian, Turkish
    ("płatno", r"\b(?:płatność|zapłacono|płatności)\b", OUT, Kind.PURCHASE),
    ("zapłac", r"\bzapłac(?:ono|ił)", OUT, Kind.PURCHASE),
    ("transakcj", r"\btransakcj", OUT, Kind.PURCHASE),
    ("obciąż", r"\bobciąż", OUT, None),
    ("przelew", r"\b(?:wysłano przelew|przelew wychodzący|przelew został (?:wysłany|zrealizowany)|przelew na)\b", OUT, Kind.TRANSFER),
    ("wypłat", r"\bwypłat", OUT, Kind.WITHDRAWAL),
    ("przychodząc", r"\bprzychodząc|otrzymał|wpłynę", IN, Kind.TRANSFER),
    ("otrzym", r"\botrzyma", IN, Kind.TRANSFER),
    ("wpłyn", r"\bwpłyn|uznan", IN, Kind.TRANSFER),
    ("platb", r"\bplatb[aouy]\b|\bzaplac", OUT, Kind.PURCHASE),
    ("výběr", r"\bvýběr\b", OUT, Kind.WITHDRAWAL),
    ("příchozí", r"\bpříchozí|připsán", IN, Kind.TRANSFER),
    ("vásárl", r"\bvásárlás", OUT, Kind.PURCHASE),
    ("terhel", r"\bterhel", OUT, None),
    ("jóváír", r"\bjóváír", IN, Kind.TRANSFER),
    ("plat", r"\b(?:plată|plata|ați plătit|tranzacți)", OUT, Kind.PURCHASE),
    ("încas", r"\bîncas|ați primit", IN, Kind.TRANSFER),
    ("покупк", r"\bпокупк", OUT, Kind.PURCHASE),
    ("оплат", r"\bоплат|списан", OUT, Kind.PURCHASE),
    ("зачисл", r"\bзачисл|поступ", IN, Kind.TRANSFER),
    ("harcama", r"\bharcama", OUT, Kind.PURCHASE),
    ("işlem yapıl", r"\bişlem yapılmıştır|işleminiz gerçekleş", OUT, Kind.PURCHASE),
    ("ödeme", r"\bödeme(?:niz)?\b[^\n]{0,60}(?:yapıl|gerçekleş|alın)", OUT, Kind.PURCHASE),
    ("alışveriş", r"\balışveriş", OUT, Kind.PURCHASE),
    ("çekil", r"\bpara çek|çekilmiştir|çekilen", OUT, Kind.WITHDRAWAL),
    ("havale", r"\b(?:havale|eft|fast) (?:gönder|işlem)|gönderilmiştir|gönderdi", OUT, Kind.TRANSFER),
    ("yatır", r"\byatırıl|yatmıştır", IN, Kind.TRANSFER),
    ("gelen", r"\bgelen (?:havale|eft|fast|para)|hesabınıza[^\n]{0,80}(?:geldi|gelmiş|gönderil)", IN, Kind.TRANSFER),
    ("iade", r"\biade\b", IN, Kind.REFUND),
    # Indonesian, Malay, Vietnamese, Thai
    ("pembayaran", r"\bpembayaran\b", OUT, Kind.PURCHASE),
    ("transaksi", r"\btransaksi\b", OUT, Kind.PURCHASE),
    ("transfer berhasil", None, OUT, Kind.TRANSFER),
    ("transfer", r"\btransfer (?:dana|ke|keluar|rupiah)\b", OUT, Kind.TRANSFER),
    ("tarik tunai", None, OUT, Kind.WITHDRAWAL),
    ("pembelian", r"\bpembelian\b", OUT, Kind.PURCHASE),
    ("dana masuk", r"\b(?:dana|uang|transfer) masuk\b", IN, Kind.TRANSFER),
    ("menerima", r"\bmenerima\b|\bditerima\b", IN, Kind.TRANSFER),
    ("thanh toán", r"thanh toán", OUT, Kind.PURCHASE),
    ("chuyển tiền", r"chuyển tiền|chuyển khoản", OUT, Kind.TRANSFER),
    ("giao dịch", r"giao dịch", OUT, None),
    ("rút tiền", None, OUT, Kind.WITHDRAWAL),
    ("nhận được", r"(?:đã )?nhận được|ghi có|tiền vào", IN, Kind.TRANSFER),
    ("โอนเงิน", None, OUT, Kind.TRANSFER),
    ("ชำระ", None, OUT, Kind.PURCHASE),
    ("ใช้จ่าย", None, OUT, Kind.PURCHASE),
    ("ซื้อ", None, OUT, Kind.PURCHASE),
    ("ถอนเงิน", None, OUT, Kind.WITHDRAWAL),
    ("เงินเข้า", None, IN, Kind.TRANSFER),
    ("รับโอน", None, IN, Kind.TRANSFER),
    ("ได้รับเงิน", None, IN, Kind.TRANSFER),
    # Japanese, Chinese, Korean, Arabic
    ("ご利用", r"ご利用(?:のお知らせ|内容|日|金額|店|先|明細|がありました|いただき|通知)", OUT, Kind.PURCHASE),
    ("利用", r"(?:カード|デビット|ショッピング)(?:の)?(?:ご)?利用", OUT, Kind.PURCHASE),
    ("お支払", r"お支払い?(?:総額|金額|が完了|完了|ありがとう|を受け)", OUT, Kind.PURCHASE),
    ("決済", r"決済(?:総額|完了|が完了|のお知らせ|金額)", OUT, Kind.PURCHASE),
    ("ご購入", None, OUT, Kind.PURCHASE),
    ("引き落とし", r"引き落とし(?:が完了|ました|のお知らせ|いたしました)", OUT, Kind.BILL_PAYMENT),
    ("お引出し", r"お引出し|引き出し|出金", OUT, Kind.WITHDRAWAL),
    ("振込", r"振込(?:が完了|を受け付け|手続き|完了)", OUT, Kind.TRANSFER),
    ("送金", r"送金(?:しました|が完了|完了)", OUT, Kind.TRANSFER),
    ("入金", r"(?:ご)?入金(?:がありました|のお知らせ|されました|を確認)", IN, Kind.TRANSFER),
    ("受け取り", r"受け取りました|受け取り完了", IN, Kind.TRANSFER),
    ("返金", r"返金(?:しました|いたしました|が完了|完了)", IN, Kind.REFUND),
    ("消費", r"消費", OUT, Kind.PURCHASE),
    ("消费", r"消费", OUT, Kind.PURCHASE),
    ("支付", r"支付", OUT, Kind.PURCHASE),
    ("付款", r"付款", OUT, Kind.PURCHASE),
    ("扣款", r"扣款|支出", OUT, None),
    ("转账", r"转账|轉賬|轉帳", OUT, Kind.TRANSFER),
    ("轉賬", None, OUT, Kind.TRANSFER),
    ("轉帳", None, OUT, Kind.TRANSFER),
    ("提款", r"提款|取款|取现", OUT, Kind.WITHDRAWAL),
    ("入账", r"入账|入賬|存入|收到|到账", IN, Kind.TRANSFER),
    ("入賬", None, IN, Kind.TRANSFER),
    ("存入", None, IN, Kind.TRANSFER),
    ("收到", None, IN, Kind.TRANSFER),
    ("退款", r"退款(?:成功|完成|已)", IN, Kind.REFUND),
    ("승인", r"승인", OUT, Kind.PURCHASE),
    ("결제", r"결제", OUT, Kind.PURCHASE),
    ("출금", r"출금", OUT, None),
    ("이체", r"이체", OUT, Kind.TRANSFER),
    ("입금", r"입금", IN, Kind.TRANSFER),
    ("شراء", None, OUT, Kind.PURCHASE),
    ("خصم", None, OUT, None),
    ("دفع", None, OUT, Kind.PURCHASE),
    ("سحب", None, OUT, Kind.WITHDRAWAL),
    ("تحويل", r"تحويل", OUT, Kind.TRANSFER),
    ("إيداع", None, IN, Kind.TRANSFER),
    ("استلام", None, IN, Kind.TRANSFER),
    ("حوالة واردة", None, IN, Kind.TRANSFER),
)  # fmt: skip
COMPILED = tuple(
    (trigger, re.compile(pattern or re.escape(trigger)), direction, kind) for trigger, pattern, direction, kind in EVENTS
)
WEAK = frozenset({"payment", "transaction", "transacci", "operaci", "transfer", "transf", "receipt", "used", "authori", "successful", "fee", "movimiento", "giao dịch", "transaksi", "transakcj", "zahlung", "paiement", "pagamento", "pag", "booking"})
# Nouns that only name a product: "Interest Checking account", "debit card", "Payment method".
NOT_EVENTS = re.compile(
    r"\b(?:debit|credit) card|credit limit|credit line|payment (?:method|mode|type|id|due)|purchase (?:protection|limit)|refund policy|deposits? (?:are|is|insured|insurance|protected)|transaction (?:fee|id|ref|reference|number|date|time|limit|cost|details)"
)


@dataclass(frozen=True, slots=True)
class Event:
    """`weak`: a noun or verb that goes with either direction ("payment of … has been credited")."""

    start: int
    end: int
    direction: Direction
    kind: Kind | None
    weak: bool = False


def find_events(lowered: str) -> Iterator[Event]:
    """Asserted events in reading order; of two that start together only the longer."""
    found: list[Event] = []
    for trigger, pattern, direction, kind in COMPILED:
        if trigger in lowered:
            found.extend(
                Event(hit.start(), hit.end(), direction, kind, trigger in WEAK)
                for _, hit in zip(range(12), pattern.finditer(lowered), strict=False)
            )
    found.sort(key=lambda event: (event.start, -event.end))
    nouns = [span.span() for span in NOT_EVENTS.finditer(lowered)]
    end = -1
    for event in found:
        if any(left <= event.start < right for left, right in nouns):
            continue
        if event.start >= end and not conditional(lowered, event.start):
            end = event.end
            yield event
