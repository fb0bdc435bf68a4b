"""What mails say when no money moved, in the words of many languages. Text is matched in lower case.

Each rule is a fixed trigger (searched for first, since that is fast; with a star it may stand inside a word) and the pattern that must hold around it, or None when the
trigger says it all. Reasons are stable codes: they are stored and counted.
"""

import re
from collections.abc import Sequence

Rule = tuple[str, str | None]

MONEY_AHEAD = r"(?:[$€£₹₱₦¥]|(?:rs|inr|usd|eur|gbp|cad|aud|sgd|myr|php|aed|ngn|kes|zar|[a-z]{1,3}\$)\.?\s?)\s?\d"
DONE = r"(?:debited|credited|charged|deducted|transferred|paid|processed|withdrawn|taken|collected|executed|sent|settled|released|deposited)"

OTP: Sequence[Rule] = (
    ("رمز", r"رمز پویا|ی[کك]\s?بار\s?رمز|رمز یکبار مصرف"),
    ("محرمانه", r"عدد محرمانه"),
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
    ("mtac", r"\bmtac\b(?: [^\n]{0,40}?)?(?:\bis|:)\s{0,2}\d{4,8}\b"),
    ("tac", r"\btac\b(?: [^\n]{0,40}?)?(?:\bis|:)\s{0,2}\d{4,8}\b"),
    ("your ", r"\byour (?:[\w-]{2,14} ){1,3}is \d{4,8} (?:for|to)\b"),
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
    ("tan", r"\b(?:m|sms-?|push-?)?tan\b(?:[^\n]{0,80}?)(?:lautet|ist|:)\s{0,2}\d{4,8}\b"),
    ("codice", r"codice (?:otp|di verifica|di sicurezza|dispositivo|di conferma|temporaneo)[^\n]{0,80}?\d{4,8}\b"),
    ("código", r"(?:tu|su|seu|o) código\b[^\n]{0,100}?(?:\bes|\bé|:)\s{0,2}\d{4,8}\b"),
    ("clave", r"clave (?:temporal|única|de (?:un solo uso|seguridad|verificación))[^\n]{0,60}?\d{4,8}\b"),
    ("kod", r"\bkod (?:autoryzacyjny|sms|weryfikacyjny|potwierdzający|do autoryzacji)[^\n]{0,60}?\d{4,8}\b"),
    ("kód", r"(?:ověřovací|autorizační|potvrzovací|overovací|megerősítő|ellenőrző|biztonsági) kód[^\n]{0,60}?\d{4,8}\b"),
    (
        "kod",
        (
            r"\b(?:engångskod|verifieringskod|säkerhetskod|engangskode|sikkerhetskode|bekreftelseskode|engangskoden"
            r"|bekræftelseskode)\w{0,2}[^\n]{0,60}?\d{4,8}\b"
        ),
    ),
    ("code", r"(?:verificatiecode|beveiligingscode|eenmalige code|bevestigingscode)[^\n]{0,60}?\d{4,8}\b"),
    ("cod", r"\bcod(?:ul)? (?:de verificare|de autorizare|otp|unic)[^\n]{0,60}?\d{4,8}\b"),
    ("код", r"\bкод(?: подтверждения| для| доступа)?[^\n]{0,60}?\d{4,8}\b"),
    ("κωδικ", r"κωδικ[^\n]{0,60}?\d{4,8}\b"),
    ("رمز", r"رمز (?:التحقق|التفعيل|المرور|التأكيد|الأمان)[^\n]{0,120}?\d{4,8}\b"),
    ("كود", r"كود (?:التحقق|التفعيل)[^\n]{0,80}?\d{4,8}\b"),
    ("קוד", r"קוד (?:אימות|חד)[^\n]{0,60}?\d{4,8}"),
    ("認証番号", r"認証番号[^\n]{0,12}\d{4,8}"),
    ("動態密碼", r"動態密碼[^\n]{0,16}\d{4,8}"),
    ("动态密码", r"动态密码[^\n]{0,16}\d{4,8}"),
    ("valid for", r"\b\d{4,8}\b[^\n]{0,160}\bvalid for (?:only |the next )?\d{1,2} ?min"),
    ("expire", r"\b(?:is|:) \d{4,8}\b[^\n]{0,80}\bexpires? in \d{1,2} ?(?:min|sec)"),
)
OTP_SUBJECT: Sequence[Rule] = (
    ("otp", r"\botp\b(?!\s?(?:bank|értesítő|smart|direkt|mobil))"),
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
    ("attempt", r"\battempted (?:charge|purchase|payment|transaction|transfer|withdrawal) (?:of|for|at)\b"),
    ("declined", r"\band (?:have |we )?declined (?:it|this|the)\b"),
    (
        "declin",
        (
            r"(?:\bwas|\bwere|\bis|\bhas been|\bhave been|\bbeen|\bgot|:|\bwe|\bto) (?:\w{2,12} )?declined\b|\bdeclined (?:on|at"
            r"|for|due|basis|because|purchase|transaction|by|:)|transaction declined"
        ),
    ),
    ("reject", r"(?:\bwas|\bwere|\bis|\bhas been|\bhave been|\bgot|:) (?:\w{2,12} )?rejected\b|\brejected (?:due|because|by)"),
    ("refused", r"(?:\bwas|\bhas been|\bwere) refused"),
    ("unsuccessful", r"(?:\bwas|\bis|\bwere|\bbeen|:|payment|transaction|transfer|recharge) unsuccessful"),
    (
        "fail",
        (
            r"(?:\bhas|\bwas|\bis|\bhave|:|payment|transaction|transfer|recharge|order|debit|purchase) (?:been )?failed\b|(?:^"
            r"|\n)failed\b|\bfailed (?:due|because)|transfer failed|failed to (?:process|complete|charge)"
        ),
    ),
    ("could not be", rf"could not be (?:\w{{2,12}} )?(?:{DONE}|completed|authori[sz]ed|approved)"),
    ("couldn't", rf"couldn't (?:be )?(?:{DONE}|process|complete|charge|collect|take|authori[sz]e|approve)"),
    ("unable to", r"(?:we|we're|we are|we were) unable to (?:process|complete|charge|collect|take|debit|approve)"),
    ("could not", r"we could not (?:process|complete|charge|collect|take|debit|approve)"),
    ("couldn't", r"we couldn't (?:process|complete|charge|collect|take|debit|approve)"),
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
    ("konnte", r"konnten? (?:[^\n.]{0,70} )?nicht\b"),
    ("mangels deckung", None),
    ("nicht eingelöst", None),
    ("rücklastschrift", None),
    ("geweigerd", None),
    ("mislukt", None),
    ("niet gelukt", None),
    ("nekad", r"\bnekad(?:es|ades|e|)\b"),
    ("medges ej", None),
    ("medgavs inte", None),
    ("medgavs ej", None),
    ("awaiting", r"\bawaiting (?:\w+ ){0,2}(?:signator|sign-?off|approval|authori[sz]ation)"),
    ("sign-off", r"\bfor sign-off\b"),
    ("czeka na", r"czeka na (?:twoją |państwa )?(?:akceptacj|autoryzacj|zatwierdz|potwierdz)"),
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
    ("(failed)", None),
    ("(unsuccessful)", None),
    ("(declined)", None),
    ("(rejected)", None),
    ("returned unpaid", None),
    ("bounced", r"(?:che(?:que|ck)|payment|mandate|emi|debit)[^\n]{0,60}bounced"),
    ("wasn't enough", r"wasn't enough (?:money|funds)"),
    ("weren't enough funds", None),
    ("because of suspected fraud", None),
    ("couldn't pay", None),
    ("were unable to pay", None),
    ("no se ha podido", None),
    ("no ha sido", r"no ha sido (?:posible|autorizad|aprobad|procesad|realizad)"),
    ("falta de saldo", None),
    ("falta de fondos", None),
    ("fondos insuficientes", None),
    ("limite insuficiente", None),
    ("n'a pas été", r"n'a pas été (?:accept|autoris|effectu|valid|trait|abouti)"),
    ("provision insuffisante", None),
    ("nicht genehmigt", None),
    ("nicht autorisiert", None),
    ("nicht möglich", r"(?:zahlung|buchung|überweisung|transaktion)[^\n]{0,60}nicht möglich"),
    ("nicht gedeckt", None),
    ("zurückgewiesen", None),
    ("negat", r"(?:è stat[oa]|stat[oa]|pagamento|operazione|transazione) negat[oa]"),
    ("non eseguit", None),
    ("respint", r"(?:è stat[oa]|pagamento|operazione|transazione|bonifico) respint[oa]"),
    ("niet uitgevoerd", None),
    ("niet toegestaan", None),
    ("afgewezen", None),
    ("gestorneerd", None),
    ("inte godkän", None),
    ("kunde inte", r"(?:betalning|köp|överföring)[^\n]{0,40}kunde inte"),
    ("ikke godkjent", None),
    ("ikke godkendt", None),
    ("ikke nok penger", None),
    ("ei onnistunut", None),
    ("nie została", r"nie został[aoy]? (?:zrealizowan|wykonan|zaakceptowan|przyjęt|autoryzowan)"),
    ("brak środków", None),
    ("niewystarczając", None),
    ("nebyla", r"nebyl[ao]? (?:provedena|proveden|schválen|úspěšn)"),
    ("nem sikerült", None),
    ("fedezethiány", None),
    ("fonduri insuficiente", None),
    ("недостаточно средств", None),
    ("не удалось", r"не удалось (?:выполн|спис|провес|оплат)"),
    ("отклонён", None),
    ("απορρίφθηκε", None),
    ("yetersiz", r"yetersiz (?:bakiye|limit)"),
    ("gerçekleşme", r"gerçekleşme(?:di|miştir|yen)"),
    ("mamıştır", r"\w{3,}a?mamıştır"),
    ("memiştir", r"\w{3,}e?memiştir"),
    ("amadı", r"(?:işlem|ödeme|harcama|transfer)[^\n]{0,60}\w{2,}amadı"),
    ("emedi", r"(?:işlem|ödeme|harcama|transfer)[^\n]{0,60}\w{2,}emedi"),
    ("tidak berjaya", None),
    ("tidak dapat", r"tidak dapat (?:diproses|dilakukan|diselesaikan)"),
    ("saldo tidak", None),
    ("chưa được thực hiện", None),
    ("chưa thành công", None),
    ("không đủ", r"không đủ (?:số dư|tiền|hạn mức)"),
    ("không thực hiện được", None),
    ("ไม่สามารถทำรายการ", None),
    ("ไม่สามารถชำระ", None),
    ("ไม่สามารถโอน", None),
    ("ยอดเงินไม่เพียงพอ", None),
    ("ご利用いただけません", None),
    ("承認されませんでした", None),
    ("残高不足", None),
    ("余额不足", None),
    ("餘額不足", None),
    ("额度不足", None),
    ("額度不足", None),
    ("잔액부족", None),
    ("잔액 부족", None),
    ("한도초과", None),
    ("한도 초과", None),
    ("عدم كفاية", None),
    ("لم يتم", r"لم يتم (?:تنفيذ|خصم|قبول|إتمام)"),
    ("नहीं हो", None),
    ("विफल", None),
    ("asafal", None),
    ("fail ho", None),
    ("nahi ho", r"nahi ho (?:paya|payi|saka|saki)"),
)
# A status column or line that holds one of these words alone.
DECLINED_STATUS = frozenset(
    "declined rejected failed unsuccessful refused denied cancelled canceled rechazada rechazado declinada declinado denegada fallida fallido anulada "
    "recusada recusado negada refusé refusée rejeté rifiutata rifiutato abgelehnt fehlgeschlagen geweigerd mislukt gagal ditolak reddedildi başarısız 失敗 失败 "
    "void voided expired pending pendiente pendente ausstehend menunggu beklemede en proceso in progress".split()
) | {
    "not approved",
    "not successful",
    "tidak berhasil",
    "en proceso",
    "in progress",
    "no aprobada",
    "não aprovada",
    "devuelta",
    "devuelto",
    "devolvida",
    "devolvido",
    "zurückgewiesen",
    "odrzucona",
    "avvisad",
    "afvist",
    "avvist",
    "nekad",
}

DONE_STATUS = frozenset(
    "completed complete successful success approved posted settled processed paid booked aprobada aprobado exitosa exitoso completada completado aprovada aprovado "
    "concluída effectué validé erfolgreich gebucht ausgeführt completato eseguito voltooid berhasil sukses başarılı zrealizowana completed. 成功 完了 완료 สำเร็จ".split()
)

NOT_MOVED: Sequence[Rule] = (
    ("credit line", r"\bcredit line (?:is |has been |was )?(?:now )?(?:pre-?)?(?:approved|ready|increased|active)\b"),
    (
        "your ",
        r"\bwe(?:'ve| have) (?:started|initiated|begun) (?:your|a|the) (?:[$€£₹][\d.,]{1,12} )?(?:deposit|refund|withdrawal)\b",
    ),
    ("claim your", r"\bclaim your (?:deposit|money|payment|funds|transfer|refund)\b"),
    (
        "to ",
        (
            r"\bto (?:deposit|claim|accept|collect|receive) (?:your|the|this|these) (?:money|payment|funds"
            r"|transfer)\b[^\n]{0,40}\b(?:click|tap|select|visit|follow|log|sign|choose|open)\b"
        ),
    ),
    ("waiting", r"\b(?:payment|transfer|money|deposit|refund)\b[^\n]{0,80} (?:is |are )?waiting(?: for you| to be|[.!\n]|$)"),
    ("like to receive", r"\b(?:select|choose) how you(?:'d| would) like to (?:receive|be paid)\b"),
    (
        "disput",
        r"\b(?:received|reviewing|investigating|opened|looking into|working on) (?:a |your |the )(?:\w+ )?(?:dispute|chargeback)\b",
    ),
    (
        "dispute",
        r"\byour dispute (?:of|for|about|regarding|claim|case|request)\b(?![^\n]{0,160}\b(?:credited|refunded|resolved in your favou?r))",
    ),
    ("on delivery", r"\b(?:pay|cash) on delivery\b"),
    ("amount to be paid", None),
    ("fixed deposit", r"fixed deposit[^\n]{0,60}(?:booked|opened|created|renewed|matur)"),
    ("dep", r"(?:multi option|fixed|term|recurring) dep(?:osit)?[^\n]{0,60}(?:created|opened|booked|renewed)"),
    ("no amount", r"no amount (?:has been|was|has|is) (?:debited|charged|deducted|left)"),
    ("nothing", r"nothing (?:was|has been|will be) (?:charged|debited|taken)"),
    ("no money", r"no money (?:has|was|will|had|is|moved)"),
    ("no funds", r"no funs? (?:have|were|has)|no funds (?:have|were|has|will)"),
    (
        "charged",
        (
            r"(?:weren't|were not|haven't been|have not been|hasn't been|won't be|will not be|wasn't|not been|not) charged (?:yet"
            r"|until|for|\.)|(?:weren't|haven't been|hasn't been|won't be) charged"
        ),
    ),
    ("not a charge", None),
    ("hasn't been sent", None),
    ("has not been sent", None),
    ("isn't in your account yet", None),
    ("not been deposited yet", None),
    ("is under review", None),
    ("tap approve", None),
    ("is pending", r"(?:payment|transfer|deposit|transaction)[^\n]{0,80} is pending"),
    ("waiting for", r"(?:we're|we are|still) waiting for (?:your|the) (?:money|payment|transfer|funds)"),
    ("no se ha cobrado", None),
    ("no se te ha cobrado", None),
    ("nicht abgebucht", None),
    (
        "en attente",
        r"(?:est|sont|virement|paiement|opération|toujours) en attente\b|en attente de (?:validation|traitement|confirmation)",
    ),
    ("pendiente de", r"pendientes? de (?:aprobación|confirmación|autorización|procesar|validación)"),
    ("aguardando", r"aguardando (?:aprovação|confirmação|pagamento|processamento)"),
    ("in attesa", r"in attesa di (?:conferma|autorizzazione|elaborazione)"),
    ("in bearbeitung", r"(?:zahlung|überweisung|auftrag|transaktion)[^\n]{0,60}in bearbeitung"),
    ("in behandeling", r"(?:betaling|overboeking)[^\n]{0,60}in behandeling"),
    ("oczekuje", r"(?:przelew|płatność|transakcja)[^\n]{0,40}oczekuje"),
    ("bekliyor", r"(?:onay|işlem|ödeme)[^\n]{0,30}bekliyor"),
    ("menunggu", r"menunggu (?:konfirmasi|pembayaran|persetujuan|verifikasi)"),
    ("đang chờ", None),
    ("đang xử lý", None),
    ("รอดำเนินการ", None),
    ("รอการยืนยัน", None),
    ("処理中", None),
    ("手続き中", None),
    ("完了しませんでした", None),
    ("处理中", None),
    ("待确认", None),
    ("處理中", None),
    ("처리 중", None),
    ("dijadwalkan", None),
    ("จะดำเนินการ", None),
    ("is being processed", r"(?:payment|transfer|transaction|withdrawal|deposit)[^\n]{0,60} is being processed"),
    (
        "en proceso",
        (
            r"\b(?:se encuentra|está|queda|quedó|sigue) en proceso\b|(?:^|\n)(?:transferencia|pago|transacción|operación|retiro"
            r"|depósito|reembolso) en proceso(?:\n|$)"
        ),
    ),
    (
        "em processamento",
        r"\b(?:está|encontra-se|segue) em processamento\b|(?:^|\n)(?:transferência|pagamento|pix|saque) em processamento(?:\n|$)",
    ),
    ("en cours de traitement", r"\b(?:est|sont) (?:actuellement )?en cours de traitement\b"),
    ("in elaborazione", r"\b(?:è|sono) (?:ancora )?in elaborazione\b"),
    ("w trakcie", r"\b(?:jest|są) w trakcie (?:realizacji|przetwarzania)\b"),
    ("zpracov", r"\b(?:se|je) (?:právě )?zpracováv\w+"),
    ("en trámite", r"\b(?:está|se encuentra) en trámite\b"),
    ("generad", r"\bhas generado un (?:código|codigo|retiro)\b"),
    ("código", r"\b(?:generaste|creaste|se generó|se ha generado) (?:un|tu|el) código (?:de|para) (?:el )?ret"),
    ("cash code", r"\b(?:created|generated|requested) (?:a|your) (?:\w+ )?cash code\b|\byour (?:\w+ )?cash code is\b"),
    ("noch nicht", r"noch nicht (?:abgebucht|belastet|ausgeführt|gutgeschrieben)"),
)

REQUEST: Sequence[Rule] = (
    (
        "to authori",
        (
            r"\b(?:dial|select|tap|open|reply|approvals)\b[^\n]{0,60} to authori[sz]e (?:the|this|your) (?:transaction|payment"
            r"|withdrawal|transfer)\b"
        ),
    ),
    ("you have requested", r"\byou have requested (?:a|an|to) (?:withdraw\w*|cash ?out|payment|transfer)\b"),
    ("per ", r"\bper (?:autorizzare|confermare|approvare) (?:il|questo) (?:pagamento|bonifico|acquisto)\b"),
    ("para ", r"\bpara (?:autorizar|aprobar|confirmar) (?:el|la|este|esta|o) (?:pago|compra|transferencia|pagamento)\b"),
    ("pour ", r"\bpour (?:autoriser|valider|confirmer) (?:le|ce|cet|votre) (?:paiement|achat|virement)\b"),
    ("collect", r"\b(?:request to collect|collect request)\b[^\n]{0,80}\b(?:received|raised|approve|from|pending)\b"),
    (
        "request",
        (
            rf"\b(?:requests|requested|is requesting|has requested|are requesting)\s{{1,3}}(?:you\b|money\b|a payment\b"
            rf"|payment of\b|{MONEY_AHEAD})"
        ),
    ),
    (
        "request",
        (
            r"(?:money|payment|collect) request (?:from|of|received)|(?:your|the) request for [^\n]{0,4}[$€£₹]|\b(?:declined"
            r"|accepted|cancelled) your [^\n]{0,20}request"
        ),
    ),
    (
        "receipt",
        r"\b(?:receipts? (?:needed|required|missing)|missing receipts?|(?:upload|add|attach|submit) (?:a|the|your) receipt)\b",
    ),
    ("withdrawal request", r"withdrawal request (?:of|for|has been|received)"),
    ("invoice", r"sent you an (?:updated )?invoice|invoice from [^\n]{1,80} (?:is due|due)|invoice[^\n]{0,80} due\b"),
    ("due on receipt", None),
    (
        "request to",
        r"(?:received|got|submitted|processing)? ?your request to (?:transfer|withdraw|send|add|pay|move|redeem|close)",
    ),
    ("permintaan pembayaran", None),
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
    ("asked you", r"asked you (?:for|to pay|to send)"),
    ("is asking", r"is asking (?:you )?for\b"),
    ("wants you to pay", None),
    ("te está pidiendo", None),
    ("te pide", None),
    ("cobrança", r"(?:enviou|recebeu|gerou|nova) (?:uma )?cobrança|cobrança pix"),
    ("te está cobrando", None),
    ("vous demande", r"vous (?:a )?demandée? |vous demande (?:[\d€]|de (?:payer|régler|lui))"),
    ("bittet dich", None),
    ("bittet sie um", None),
    ("fordert", r"fordert [^\n]{0,30}(?:von dir|an\b|€)"),
    ("vraagt", r"vraagt (?:je|u|jou)\b"),
    ("heeft je een tikkie", None),
    ("ti chiede", None),
    ("ti ha chiesto", None),
    ("ber dig", r"ber dig (?:betala|swisha|om)"),
    ("ber deg", r"ber deg (?:betale|om)"),
    ("anmoder", r"anmoder (?:om|dig)"),
    ("pyytää", None),
    ("prosi", r"prosi (?:cię )?o (?:przelew|zwrot|zapłat)"),
    ("prośba o", r"prośba o (?:przelew|płatność|zapłatę)"),
    ("istiyor", r"senden [^\n]{0,40}istiyor|para istiyor"),
    ("meminta", r"meminta (?:uang|pembayaran|dana|rp)"),
    ("permintaan", r"permintaan (?:pembayaran|uang|dana)"),
    ("yêu cầu", r"yêu cầu (?:thanh toán|chuyển tiền|nhận tiền)"),
    ("ขอเงิน", None),
    ("リクエスト", r"(?:請求|送金|支払い?)リクエスト"),
    ("收款请求", None),
    ("收款請求", None),
    ("송금 요청", None),
    ("송금요청", None),
    ("طلب دفع", None),
)
REFUND_INITIATED: Sequence[Rule] = (
    (
        "refund",
        (
            r"\brefund\b[^\n]{0,120}\b(?:initiated|is being processed|on its way|in progress|requested|registered"
            r"|approved and sent|will (?:be|appear|arrive|reach))"
        ),
    ),
    ("refund", r"\binitiated (?:a |the |your )?(?:full |partial )?refund"),
    (
        "refund",
        (
            r"\brefunds?\b[^\n]{0,200}\b(?:within|take|takes|allow|in|after)\b[^\n]{0,30}\d{1,2}(?:\s?(?:-|–"
            r"|to)\s?\d{1,2})? (?:business |working |calendar |bank )?days"
        ),
    ),
    ("refunded", r"will be refunded"),
    ("reversal", r"reversal[^\n]{0,80}(?:initiated|in progress|will be)"),
    (
        "reembolso",
        (
            r"reembolso[^\n]{0,160}(?:\d{1,2} (?:a|o|-) \d{1,2}|\d{1,2}) d[ií]as|reembolso[^\n]{0,80}(?:en proceso|iniciad"
            r"|solicitad|em andamento|será)"
        ),
    ),
    (
        "devolución",
        (
            r"devolución[^\n]{0,160}(?:\d{1,2} (?:a|o|-) \d{1,2}|\d{1,2}) días|devolución[^\n]{0,80}(?:en proceso|iniciad"
            r"|solicitad|registrad|será)"
        ),
    ),
    ("estorno", r"estorno[^\n]{0,80}(?:em andamento|solicitad|será|iniciad)"),
    (
        "remboursement",
        r"remboursement[^\n]{0,160}(?:\d{1,2} (?:à|-) \d{1,2}|\d{1,2}) jours|remboursement[^\n]{0,80}(?:en cours|sera|initié|demandé)",
    ),
    (
        "rückerstattung",
        (
            r"rückerstattung[^\n]{0,160}(?:\d{1,2}(?:\s?(?:bis|-|–)\s?\d{1,2})?) (?:werk|arbeits|bank)?tage"
            r"|rückerstattung[^\n]{0,80}(?:veranlasst|eingeleitet|wird|bearbeitet)"
        ),
    ),
    ("erstattung", r"erstattung[^\n]{0,80}(?:veranlasst|eingeleitet|wird in)"),
    ("rimborso", r"rimborso[^\n]{0,160}\d{1,2} giorni|rimborso[^\n]{0,80}(?:in corso|avviato|richiesto|verrà)"),
    ("pengembalian", r"pengembalian dana[^\n]{0,80}(?:diproses|sedang)"),
    ("返金", r"返金[^\n]{0,30}(?:手続き|予定)"),
)
HOLD: Sequence[Rule] = (
    ("retenid", r"\bretenid[oa] (?:el |un )?importe\b|\bimporte (?:ha sido )?retenid[oa]\b|\bhemos retenido\b"),
    ("on hold until", None),
    (
        "authori",
        (
            r"(?:placed|place|made) a (?:temporary )?(?:pre-?authori[sz]ation|authori[sz]ation hold|hold)"
            r"|temporary authori[sz]ation (?:of|for|hold)"
        ),
    ),
    (
        "hold",
        (
            r"this is (?:only )?a hold|a hold only|\bhold (?:of|for) [^\n]{0,3}[$€£₹]|hold has been placed|(?:placed|put) (?:a|the"
            r"|your)[^\n]{0,20} (?:on )?hold"
        ),
    ),
    ("lien", r"\blien (?:of|has been|is|marked|amount)"),
    ("blocked", r"(?:amount|sum|funds?)[^\n]{0,40}(?:has been|is|are|was|were) blocked|blocked (?:amount|for ipo|towards)"),
    ("retención", r"retención (?:temporal|de fondos)"),
    ("vorautorisierung", None),
    ("pré-autorização", None),
    ("empreinte bancaire", None),
    ("预授权", r"预授权(?!完成)"),
    ("預授權", r"預授權(?!完成)"),
    ("가승인", None),
    ("vorreserviert", None),
    ("voorlopig gereserveerd", None),
    (
        "blocked",
        (
            r"(?:[$€£₹]|\b(?:rs|inr|usd|eur|gbp|aed|sgd|[a-z]{3})\.?) ?[\d.,]{1,12}\d (?:has been|have been|was|were|is"
            r"|are) (?:temporarily )?(?:blocked|earmarked|reserved|set aside)\b"
        ),
    ),
    (
        "bloque",
        r"\d ?(?:€|eur)? (?:ha sido|han sido|fue|fueron|a été|ont été) (?:temporalmente |temporairement )?(?:bloquead|retenid|bloqué|réservé)",
    ),
    (
        "reserviert",
        r"\d ?(?:€|eur|chf) (?:\w{1,12} ){0,6}(?:wurden?|sind|ist) (?:\w{1,12} ){0,6}(?:reserviert|geblockt|blockiert)\b",
    ),
    ("bloccat", r"\d ?(?:€|euro) (?:è stato|sono stati|sono) (?:bloccat|prenotat)"),
    ("bloquead", r"\d (?:foi|foram|está|ficou) (?:bloquead|reservad|retid)"),
    ("bloke", r"\d ?(?:tl|₺)[^\n.]{0,20} bloke (?:edil|kon)"),
    ("ditahan", r"rp ?[\d.]{3,14} (?:telah |sedang )?(?:ditahan|diblokir)"),
    ("tạm giữ", r"\d ?(?:đ|vnd|đồng) (?:đã |đang )?(?:bị )?(?:tạm giữ|phong tỏa)"),
)
MANDATE: Sequence[Rule] = (
    (
        "mandate",
        (
            r"mandate\b[^\n]{0,80}\b(?:is|was|has been|have been|been) (?:successfully )?(?:created|registered|set up|set-up"
            r"|approved|cancelled|revoked|modified|paused|activated|accepted)|mandate (?:is |was )?(?:successfully )?(?:registered"
            r"|registration|created|cancellation|cancelled|set up)"
        ),
    ),
    ("mandate", r"(?:authori[sz]ed|registered|created|set up|approved|accepted) (?:a|an|the|your) [^\n]{0,30}mandate"),
    ("standing order", r"(?:set up|created|amended|cancelled) (?:a|your|the)? ?(?:new )?standing order"),
    ("standing instruction", r"standing instruction[^\n]{0,60}(?:registered|set up|created|registration)"),
    ("direct debit", r"direct debit (?:mandate|instruction|has been set up|set up)|set up (?:a|your) (?:new )?direct debit"),
    (
        "autopay",
        (
            r"autopay (?:is|has been|was) (?:set up|enabled|activated|registered|created|cancelled)|(?:set up|enabled"
            r"|enrolled in) autopay|enrolled in autopay"
        ),
    ),
    ("giro", r"giro (?:application|arrangement)"),
    ("domiciliación", r"domiciliación (?:activad|registrad|dada de alta)"),
    ("lastschriftmandat", None),
)
SHIPPING: Sequence[Rule] = (
    ("shipped", r"(?:has|have|was|been|is) (?:been |now )?shipped|your [^\n]{1,40}(?<!to be)(?<!be) shipped|^shipped"),
    ("dispatched", r"(?:has|have|was|been|is) (?:been )?dispatched"),
    ("parcel", r"parcel (?:was|has|is|left|will|from)"),
    ("package", r"(?:package|shipment) (?:with [^\n.]{1,60} )?(?:was|has|is|left|will)"),
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
        (
            r"(?:you |is |has been |been |was |your )scheduled (?:a |for|to|on|payment|transfer)|payment (?:is )?scheduled"
            r"|scheduled (?:payment|transfer)"
        ),
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
    ("shipping", ("dispatched", r"^\W{0,4}dispatched\s?[:!]")),
    ("shipping", ("shipped", r"^\W{0,4}shipped\s?[:!]")),
    ("shipping", ("arriving", r"^\W{0,4}arriving\b")),
    ("shipping", ("delivered", r"^\W{0,4}delivered\s?[:!]")),
    ("promotion", ("emi", r"\b(?:convert|split|easy|low|no[- ]cost)\b[^\n]{0,70}\bemis?\b|\bemi (?:offer|option|conversion)")),
    ("promotion", ("instal", r"\b(?:convert|split|spread)\b[^\n]{0,70}\binstall?ments?\b")),
    ("promotion", ("分期", r"账单分期|賬單分期|帳單分期|消费分期|分期(?:付款|优惠|優惠|邀请)")),
    ("promotion", ("taksit", r"taksitlendir|taksit (?:fırsat|kampanya)")),
    ("promotion", ("cuotas", r"(?:difiere|divide|pasa|convierte)[^\n]{0,60}cuotas")),
    ("promotion", ("parcel", r"\bparcele\b|parcelar (?:sua|a|seu)")),
    (
        "statement",
        (
            "*statement",
            r"(?:your|e-?|monthly|account|card|new|paperless)\s?[^\n]{0,60}statement\b|statement (?:for|is|of)|e-?statement",
        ),
    ),
    (
        "statement",
        (
            "*bill",
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
    ("due_reminder", ("*payment reminder", None)),
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
