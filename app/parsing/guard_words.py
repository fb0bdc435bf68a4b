"""What mails say when no money moved, in the words of many languages. Text is matched in lower case.

Each rule is a fixed trigger (searched for first, since that is fast) and the pattern that must hold around it, or None when the
trigger says it all. Reasons are stable codes: they are stored and counted.
"""

import re
from collections.abc import Sequence

Rule = tuple[str, str | None]

MONEY_AHEAD = r"(?:[$€£₹₱₦¥]|(?:rs|inr|usd|eur|gbp|cad|aud|sgd|myr|php|aed|ngn|kes|zar|[a-z]{1,3}\$)\.?\s?)\s?\d"
DONE = r"(?:debited|credited|charged|deducted|transferred|paid|processed|withdrawn|taken|collected|executed|sent|settled|released|deposited)"

OTP: Sequence[Rule] = (
    ("otp", r"\botp\b\)?(?: [^\n]{0,160}?)?(?:\bis|:)\s{0,2}\d{4,8}\b(?![.,]\d)"),
    ("otp", r"\botp\b\)?:?\s\d{4,8}\b(?![.,]\d)"),
    ("otp", r"\b\d{4,8} is (?:the|your) (?:[\w ]{0,30})\botp\b"),
    ("one-time", r"one-time (?:pass(?:word|code)|pin|code)\)?(?: [^\n]{0,160}?)?(?:\bis|:)\s{0,2}[\d\-]{4,9}\b"),
    ("one time", r"one time (?:pass(?:word|code)|pin|code)\)?(?: [^\n]{0,160}?)?(?:\bis|:)\s{0,2}[\d\-]{4,9}\b"),
    (
        "code",
        r"(?:verification|security|authenti\w{2,10}|confirmation|access|login) code(?: [^\n]{0,100}?)?(?:\bis|:)\s{0,2}[\d\-]{4,9}\b",
    ),
    ("passcode", r"passcode(?: [^\n]{0,100}?)?(?:\bis|:)\s{0,2}\d{4,8}\b"),
    ("to confirm your payment", r"\b\d{4,8} to confirm your payment"),
    ("use ", r"\b(?:use|enter|type)(?: code)? \d{4,8} to (?:confirm|approve|verify|authori[sz]e|complete)"),
    (
        "código",
        r"código (?:de )?(?:verificación|verificação|seguridad|segurança|confirmación)(?: [^\n]{0,100}?)?(?:\bes|\bé|:)\s{0,2}\d{4,8}\b",
    ),
    ("clave dinámica", r"clave dinámica(?: [^\n]{0,100}?)?(?:\bes|:)\s{0,2}\d{4,8}\b"),
    ("code", r"\b(?:ihr|dein) (?:\w{1,20}-?)?(?:code|tan)\b[^\n]{0,60}?\d{4,8}\b"),
    ("code de", r"code de (?:vérification|sécurité|validation|confirmation)[^\n]{0,60}?\d{4,8}\b"),
    ("kode", r"kode (?:otp|verifikasi|rahasia)[^\n]{0,60}?\d{4,8}\b"),
    ("kodu", r"(?:doğrulama|onay|güvenlik) kodu[^\n]{0,60}?\d{4,8}\b"),
    ("ワンタイムパスワード", r"ワンタイムパスワード\s{0,2}[::は]\s{0,2}\d{4,8}"),
    ("認証コード", r"認証コード\s{0,2}[::は]\s{0,2}\d{4,8}"),
    ("验证码", r"验证码[^\n]{0,10}\d{4,8}"),
    ("驗證碼", r"驗證碼[^\n]{0,10}\d{4,8}"),
    ("인증번호", r"인증번호[^\n]{0,10}\d{4,8}"),
    ("รหัส", r"รหัส (?:otp|ยืนยัน)[^\n]{0,40}\d{4,8}"),
    ("mã", r"mã (?:otp|xác)[^\n]{0,40}\d{4,8}"),
)
OTP_SUBJECT: Sequence[Rule] = (
    ("otp", r"\botp\b"),
    ("one-time", r"one-time (?:pass|pin|code)"),
    ("one time", r"one time (?:pass|pin|code)"),
    ("verification code", None),
    ("passcode", None),
    ("código de verificación", None),
    ("clave dinámica", None),
    ("ワンタイムパスワード", None),
    ("safekey", None),
)

DECLINED: Sequence[Rule] = (
    (
        "declin",
        r"(?:\bwas|\bwere|\bis|\bhas been|\bhave been|\bbeen|\bgot|:|\bwe|\bto) (?:\w{2,12} )?declined\b|\bdeclined (?:on|at|for|due|basis|because|purchase|transaction|by|:)|transaction declined",
    ),
    ("reject", r"(?:\bwas|\bwere|\bis|\bhas been|\bhave been|\bgot|:) (?:\w{2,12} )?rejected\b|\brejected (?:due|because|by)"),
    ("refused", r"(?:\bwas|\bhas been|\bwere) refused"),
    ("unsuccessful", r"(?:\bwas|\bis|\bwere|\bbeen|:|payment|transaction|transfer|recharge) unsuccessful"),
    (
        "fail",
        r"(?:\bhas|\bwas|\bis|\bhave|:|payment|transaction|transfer|recharge|order|debit|purchase) (?:been )?failed\b|(?:^|\n)failed\b|\bfailed (?:due|because)|transfer failed|failed to (?:process|complete|charge)",
    ),
    ("could not be", rf"could not be (?:\w{{2,12}} )?(?:{DONE}|completed|authori[sz]ed|approved)"),
    ("couldn't", rf"couldn't (?:be )?(?:{DONE}|process|complete|charge|collect|take|authori[sz]e|approve)"),
    ("unable to", r"(?:we|we're|we are|we were) unable to (?:process|complete|charge|collect|take|debit|approve)"),
    ("go through", r"(?:did not|didn't|could not|couldn't|wouldn't|won't|not) go through"),
    ("was not", rf"was not (?:successful|approved|authori[sz]ed|completed|{DONE})"),
    ("is not", r"(?:transaction|payment|transfer) is not (?:successful|approved|completed)"),
    ("not been", rf"has not been (?:approved|completed|successful|{DONE})"),
    ("insufficient", r"insufficient (?:funds|balance|fund)"),
    ("not enough money", None),
    ("do not have enough", None),
    ("cancelled", r"(?:transaction|payment|transfer|order|trip|ride|booking) (?:was|has been|is) (?:\w{2,12} )?cancelled"),
    ("canceled", r"(?:transaction|payment|transfer|order|trip|ride|booking) (?:was|has been|is) (?:\w{2,12} )?canceled"),
    ("put the purchase on hold", None),
    # Spanish, Portuguese, French, Italian
    ("rechaz", r"(?:fue|ha sido|fueron|está|resultó|se|:) rechaz|rechazad[ao]s?\b(?! por favor)|rechazó"),
    ("declinad", None),
    ("denegad", r"(?:fue|ha sido|operación|compra|transacción) denegad|denegada\b"),
    ("fallid", r"fallid[ao]s?\b"),
    ("no aprobad", None),
    ("no autorizada", r"(?:transacción|compra|operación) (?:fue )?no autorizada"),
    ("no fue", r"no fue (?:aprobad|procesad|realizad|exitos|autorizad|posible)"),
    ("no pudo", r"no pudo (?:ser )?(?:procesar|realizar|completar|procesad|realizad|completad)"),
    ("no se pudo", None),
    ("no pudimos", None),
    ("no se realizó", None),
    ("insuficiente", r"(?:fondos|saldo) insuficientes?|insuficiência de saldo"),
    ("saldo suficiente", r"no (?:tiene|tienes|cuenta con) saldo suficiente"),
    ("não aprovad", None),
    ("não autorizad", None),
    ("não foi", r"não foi (?:aprovad|autorizad|realizad|concluíd|efetuad|possível|processad)"),
    ("recusad", None),
    ("negada", r"(?:compra|transação|transaccion|transacción) negada"),
    ("refusé", r"(?:a été|est|paiement|transaction|achat|virement) refusée?"),
    ("rejeté", r"(?:a été|est|paiement|prélèvement|virement) rejetée?"),
    ("échoué", None),
    ("n'a pas", r"n'a pas (?:pu|été|abouti)"),
    ("rifiutat", None),
    ("negata", r"(?:transazione|operazione|autorizzazione) negata"),
    ("non riuscit", None),
    ("non autorizzat", r"(?:pagamento|transazione|operazione) non autorizzat"),
    ("non è", r"non è (?:stat[ao] )?(?:andat|riuscit|autorizzat|completat|eseguit|possibile)"),
    # German, Dutch, Nordic, Polish, Czech, Hungarian, Romanian, Russian, Turkish
    ("abgelehnt", None),
    ("fehlgeschlagen", None),
    ("nicht ausgeführt", None),
    ("nicht durchgeführt", None),
    ("nicht erfolgreich", None),
    ("nicht belastet", None),
    ("konnte nicht", None),
    ("geweigerd", None),
    ("mislukt", None),
    ("niet gelukt", None),
    ("nekad", r"\bnekad(?:es|ades|e|)\b"),
    ("medges ej", None),
    ("misslyck", None),
    ("avvist", None),
    ("mislyktes", None),
    ("ikke gjennomført", None),
    ("afvist", None),
    ("mislykkedes", None),
    ("hylätty", None),
    ("odrzucon", None),
    ("nieudan", None),
    ("odmow", None),
    ("zamítnut", None),
    ("neúspěšn", None),
    ("elutasít", None),
    ("sikertelen", None),
    ("respins", None),
    ("eșuat", None),
    ("отклонен", None),
    ("отказ", None),
    ("не выполнен", None),
    ("reddedil", None),
    ("başarısız", None),
    ("gerçekleştirilemed", None),
    ("onaylanma", r"onaylanmadı|onaylanmamış"),
    # Asia, Arabic
    ("gagal", None),
    ("tidak berhasil", None),
    ("ditolak", None),
    ("không thành công", None),
    ("thất bại", None),
    ("từ chối", r"bị từ chối|đã từ chối"),
    ("ไม่สำเร็จ", None),
    ("ล้มเหลว", None),
    ("ถูกปฏิเสธ", None),
    ("できませんでした", None),
    ("承認されません", None),
    ("失敗", None),
    ("失败", None),
    ("未成功", None),
    ("拒絕", r"(?:被|遭|交易)拒絕"),
    ("拒绝", r"(?:被|遭|交易)拒绝"),
    ("승인거절", None),
    ("승인 거절", None),
    ("거절되", None),
    ("실패", None),
    ("مرفوض", None),
    ("تم رفض", None),
    ("فشل", None),
    ("لم تتم", None),
)
# A status column or line that holds one of these words alone.
DECLINED_STATUS = frozenset(
    "declined rejected failed unsuccessful refused denied cancelled canceled rechazada rechazado declinada declinado denegada fallida fallido anulada "
    "recusada recusado negada refusé refusée rejeté rifiutata rifiutato abgelehnt fehlgeschlagen geweigerd mislukt gagal ditolak reddedildi başarısız 失敗 失败 "
    "void voided expired pending pendiente pendente ausstehend menunggu beklemede en proceso in progress".split()
) | {"not approved", "not successful", "tidak berhasil", "en proceso", "in progress", "no aprobada", "não aprovada"}

NOT_MOVED: Sequence[Rule] = (
    ("on delivery", r"\b(?:pay|cash) on delivery\b|amount to be paid"),
    ("fixed deposit", r"fixed deposit[^\n]{0,60}(?:booked|opened|created|renewed|matur)"),
    ("dep", r"(?:multi option|fixed|term|recurring) dep(?:osit)?[^\n]{0,60}(?:created|opened|booked|renewed)"),
    ("no amount", r"no amount (?:has been|was|has|is) (?:debited|charged|deducted|left)"),
    ("nothing", r"nothing (?:was|has been|will be) (?:charged|debited|taken)"),
    ("no money", r"no money (?:has|was|will|had|is|moved)"),
    ("no funds", r"no funs? (?:have|were|has)|no funds (?:have|were|has|will)"),
    (
        "charged",
        r"(?:weren't|were not|haven't been|have not been|hasn't been|won't be|will not be|wasn't|not been|not) charged (?:yet|until|for|\.)|(?:weren't|haven't been|hasn't been|won't be) charged",
    ),
    ("not a charge", None),
    ("hasn't been sent", None),
    ("has not been sent", None),
    ("isn't in your account yet", None),
    ("not been deposited yet", None),
    ("is under review", None),
    ("is pending", r"(?:payment|transfer|deposit|transaction)[^\n.]{0,80} is pending"),
    ("waiting for", r"(?:we're|we are|still) waiting for (?:your|the) (?:money|payment|transfer|funds)"),
    ("no se ha cobrado", None),
    ("no se te ha cobrado", None),
    ("nicht abgebucht", None),
    ("noch nicht", r"noch nicht (?:abgebucht|belastet|ausgeführt|gutgeschrieben)"),
)

REQUEST: Sequence[Rule] = (
    (
        "request",
        rf"\b(?:requests|requested|is requesting|has requested|are requesting)\s{{1,3}}(?:you\b|money\b|a payment\b|payment of\b|{MONEY_AHEAD})",
    ),
    (
        "request",
        r"(?:money|payment|collect) request (?:from|of|received)|(?:your|the) request for [^\n]{0,4}[$€£₹]|\b(?:declined|accepted|cancelled) your [^\n]{0,20}request",
    ),
    ("withdrawal request", r"withdrawal request (?:of|for|has been|received)"),
    ("invoice", r"sent you an (?:updated )?invoice|invoice from [^\n]{1,80} (?:is due|due)|invoice[^\n]{0,80} due\b"),
    ("due on receipt", None),
    ("te solicit", r"te solicit[óa]"),
    ("te pidió", None),
    ("solicitó", r"solicitó (?:un pago|una transferencia|dinero)"),
    ("solicitou", r"solicitou (?:um pagamento|uma transferência|um pix|dinheiro)"),
    ("zahlungsanforderung", None),
    ("geldanforderung", None),
    ("demande de paiement", None),
    ("demande d'argent", None),
    ("betaalverzoek", None),
    ("richiesta di pagamento", None),
    ("richiesta di denaro", None),
)
REFUND_INITIATED: Sequence[Rule] = (
    (
        "refund",
        r"\brefund\b[^\n]{0,120}\b(?:initiated|is being processed|on its way|in progress|requested|registered|approved and sent|will (?:be|appear|arrive|reach))",
    ),
    ("refund", r"\binitiated (?:a |the |your )?(?:full |partial )?refund"),
    (
        "refund",
        r"\brefunds?\b[^\n]{0,200}\b(?:within|take|takes|allow|in|after)\b[^\n]{0,30}\d{1,2}(?:\s?(?:-|–|to)\s?\d{1,2})? (?:business |working |calendar |bank )?days",
    ),
    ("refunded", r"will be refunded"),
    ("reversal", r"reversal[^\n]{0,80}(?:initiated|in progress|will be)"),
    (
        "reembolso",
        r"reembolso[^\n]{0,160}(?:\d{1,2} (?:a|o|-) \d{1,2}|\d{1,2}) d[ií]as|reembolso[^\n]{0,80}(?:en proceso|iniciad|solicitad|em andamento|será)",
    ),
    (
        "devolución",
        r"devolución[^\n]{0,160}(?:\d{1,2} (?:a|o|-) \d{1,2}|\d{1,2}) días|devolución[^\n]{0,80}(?:en proceso|iniciad|solicitad|registrad|será)",
    ),
    ("estorno", r"estorno[^\n]{0,80}(?:em andamento|solicitad|será|iniciad)"),
    (
        "remboursement",
        r"remboursement[^\n]{0,160}(?:\d{1,2} (?:à|-) \d{1,2}|\d{1,2}) jours|remboursement[^\n]{0,80}(?:en cours|sera|initié|demandé)",
    ),
    (
        "rückerstattung",
        r"rückerstattung[^\n]{0,160}(?:\d{1,2}(?:\s?(?:bis|-|–)\s?\d{1,2})?) (?:werk|arbeits|bank)?tage|rückerstattung[^\n]{0,80}(?:veranlasst|eingeleitet|wird|bearbeitet)",
    ),
    ("erstattung", r"erstattung[^\n]{0,80}(?:veranlasst|eingeleitet|wird in)"),
    ("rimborso", r"rimborso[^\n]{0,160}\d{1,2} giorni|rimborso[^\n]{0,80}(?:in corso|avviato|richiesto|verrà)"),
    ("pengembalian", r"pengembalian dana[^\n]{0,80}(?:diproses|sedang)"),
    ("返金", r"返金[^\n]{0,30}(?:手続き|予定)"),
)
HOLD: Sequence[Rule] = (
    (
        "authori",
        r"(?:placed|place|made) a (?:temporary )?(?:pre-?authori[sz]ation|authori[sz]ation hold|hold)|temporary authori[sz]ation (?:of|for|hold)",
    ),
    (
        "hold",
        r"this is (?:only )?a hold|a hold only|\bhold (?:of|for) [^\n]{0,3}[$€£₹]|hold has been placed|(?:placed|put) (?:a|the|your)[^\n]{0,20} (?:on )?hold",
    ),
    ("lien", r"\blien (?:of|has been|is|marked|amount)"),
    ("blocked", r"(?:amount|sum|funds?)[^\n]{0,40}(?:has been|is|are|was|were) blocked|blocked (?:amount|for ipo|towards)"),
    ("retención", r"retención (?:temporal|de fondos)"),
    ("vorautorisierung", None),
    ("pré-autorização", None),
)
MANDATE: Sequence[Rule] = (
    (
        "mandate",
        r"mandate\b[^\n]{0,80}\b(?:is|was|has been|have been|been) (?:successfully )?(?:created|registered|set up|set-up|approved|cancelled|revoked|modified|paused|activated|accepted)|mandate (?:is |was )?(?:successfully )?(?:registered|registration|created|cancellation|cancelled|set up)",
    ),
    ("mandate", r"(?:authori[sz]ed|registered|created|set up|approved|accepted) (?:a|an|the|your) [^\n]{0,30}mandate"),
    ("standing order", r"(?:set up|created|amended|cancelled) (?:a|your|the)? ?(?:new )?standing order"),
    ("standing instruction", r"standing instruction[^\n]{0,60}(?:registered|set up|created|registration)"),
    ("direct debit", r"direct debit (?:mandate|instruction|has been set up|set up)|set up (?:a|your) (?:new )?direct debit"),
    (
        "autopay",
        r"autopay (?:is|has been|was) (?:set up|enabled|activated|registered|created|cancelled)|(?:set up|enabled|enrolled in) autopay|enrolled in autopay",
    ),
    ("giro", r"giro (?:application|arrangement)"),
    ("domiciliación", r"domiciliación (?:activad|registrad|dada de alta)"),
    ("lastschriftmandat", None),
)
SHIPPING: Sequence[Rule] = (
    ("shipped", r"(?:has|have|was|been|your [^\n]{1,40}|is) (?:been )?shipped|^shipped"),
    ("dispatched", r"(?:has|have|was|been|is) (?:been )?dispatched"),
    ("parcel", r"parcel (?:was|has|is|left|will|from)"),
    ("package", r"(?:package|shipment) (?:was|has|is|left|will)"),
    ("out for delivery", None),
    ("is on its way", r"(?:order|parcel|package|shipment|item)[^\n]{0,40} is on its way"),
    ("tracking number", r"tracking number\s?[:#]"),
    ("ihr paket", None),
    ("dein paket", None),
    ("wurde versandt", None),
    ("en camino", r"(?:pedido|paquete|envío)[^\n]{0,40}en camino"),
    ("ha sido enviado", r"(?:pedido|paquete)[^\n]{0,30}ha sido enviado"),
    ("expédié", r"(?:commande|colis)[^\n]{0,40}expédiée?"),
    ("発送", r"発送(?:しました|いたしました|のお知らせ|完了)"),
)
SCHEDULED: Sequence[Rule] = (
    (
        "scheduled",
        r"(?:you |is |has been |been |was |your )scheduled (?:a |for|to|on|payment|transfer)|payment (?:is )?scheduled|scheduled (?:payment|transfer)",
    ),
    ("upcoming", r"\bupcoming (?:e-?mandate|auto|payment|debit|charge|invoice|renewal|transaction|instal)"),
    ("you'll be charged", None),
    ("you will be charged", None),
    ("will be charged", r"(?:you|card|account)[^\n]{0,40} will be charged"),
    ("programad", r"(?:pago|transferencia) programad[ao]|programaste"),
    ("agendad", r"(?:pagamento|transferência|pix) agendad[ao]|agendamento"),
    ("programmé", r"(?:paiement|virement) programmé"),
    ("terminüberweisung", None),
    ("vorgemerkt", None),
)
SUBJECT_NOTICES: Sequence[tuple[str, Rule]] = (
    (
        "statement",
        (
            "statement",
            r"(?:your|e-?|monthly|account|card|new|paperless)\s?[^\n]{0,60}statement\b|statement (?:for|is|of)|e-?statement",
        ),
    ),
    (
        "statement",
        (
            "bill",
            r"(?:your|e-?)\s?[^\n]{0,40}\bbill (?:for|is (?:ready|generated|available|here)|of|from)|bill (?:generated|ready)",
        ),
    ),
    ("statement", ("estado de cuenta", None)),
    ("statement", ("fatura", r"fatura (?:do|da|de|fechada|disponível|está|chegou)")),
    ("statement", ("kontoauszug", None)),
    ("statement", ("relevé de compte", None)),
    ("statement", ("extrato", r"(?:seu )?extrato (?:mensal|disponível)")),
    ("statement", ("ご請求", r"ご請求(?:金額|額)|請求書")),
    ("statement", ("賬單", None)),
    ("statement", ("账单", None)),
    ("statement", ("facture", r"facture[^\n]{0,60}disponible")),
    (
        "due_reminder",
        (
            "due",
            r"\b(?:is|are|payment|bill|emi|amount|sip[^\n]{0,20}|instal\w{2,6}) (?:is )?due\b|due (?:soon|in|date|on|reminder|tomorrow|today)",
        ),
    ),
    ("due_reminder", ("payment reminder", None)),
    ("due_reminder", ("reminder", r"reminder[^\n]{0,40}(?:pay|bill|due)|payment[^\n]{0,20}reminder")),
    ("due_reminder", ("recordatorio de pago", None)),
    ("due_reminder", ("zahlungserinnerung", None)),
    ("upcoming_debit", ("upcoming", None)),
    ("upcoming_debit", ("próximo cargo", None)),
    ("upcoming_debit", ("próximo pago", None)),
    ("upcoming_debit", ("auto-renewal", None)),
    ("upcoming_debit", ("will renew", None)),
    ("upcoming_debit", ("renews soon", None)),
    ("scheduled", ("scheduled", r"\bscheduled\b")),
    ("balance", ("balance", r"(?:low|your|available|account) balance|balance (?:is|below|update|alert)")),
    ("limit", ("limit", r"credit limit|limit (?:has|increase|enhanc|decreas|change|updated)")),
    ("limit", ("limite", r"limite (?:aumentou|do seu|de crédito|de tu)|(?:seu|tu|su) (?:novo |nuevo )?l[ií]mite")),
    ("request", ("invoice", r"\binvoice (?:from|for|#|no)|new invoice|(?:your|upcoming)[^\n]{0,40} invoice")),
    (
        "request",
        ("request", r"\brequest(?:s|ed) (?:money|payment|[^\n]{0,3}[$€£₹])|payment request|money request|requests [^\n]{0,4}\d"),
    ),
    ("other", ("beneficiary added", None)),
    ("other", ("payee added", None)),
    ("other", ("kyc", r"\bkyc\b")),
    ("other", ("usage settings", None)),
)


def compile_rules(rules: Sequence[Rule]) -> tuple[tuple[str, re.Pattern[str] | None], ...]:
    return tuple((trigger, re.compile(pattern) if pattern else None) for trigger, pattern in rules)
