"""Verbs of what is paid as a duty, of standing orders and mandates that were executed, and of kinds that the other lists lack.

The notation is that of `verb`.
"""

from app.domain.transaction import Kind
from app.parsing.generic.verb import IN, OUT, Verb

# From the noun to its verb, over sums and days but not into the next sentence.
REACH = r"(?:[^\n.]|\.(?=\d)){0,110}"
NEAR = r"(?:[^\n.]|\.(?=\d)){0,60}"
# Without what became of it, it is an offer as often as not.
BILLS = "tagihan|kartu kredit|listrik|pln|pdam|bpjs|asuransi|cicilan"
DUES = "hóa đơn|tiền điện|tiền nước|cước|dư nợ|thẻ tín dụng|bảo hiểm"
DONE = "(?:berhasil|sukses|lunas|telah|sudah|terbayar|selesai)"
NO_MEANS = r"(?!carte|cb\b|chèque|débit|paypal|prélèvement|virement|visa|mastercard|vos soins|vous\b)"
NOT_YOURS = r"(?! (?:rekening|akun|saldo|dompet|kantong)(?:mu\b| (?:[\w*]{1,14} ){0,2}?(?:anda|kamu)\b))(?! (?:anda|kamu)\b)"

ENGLISH_DUTIES: tuple[Verb, ...] = (
    ("mandate", rf"\b(?:nach|ecs|ach|upi|autopay|e-?|your)?[\s-]?mandate\b{REACH}\b(?:was|has been|got) (?:successfully )?(?:executed|debited|honou?red)\b", OUT, Kind.BILL_PAYMENT),
    ("standing order", rf"\bstanding order\b{REACH}\b(?:was|has been) (?:paid|sent|executed|processed|made)\b", OUT, Kind.TRANSFER),
    ("recharged", r"\byou(?:'ve| have)? (?:just )?recharged your (?:\w{2,16} ){0,3}(?:wallet|card|tag|account)\b", IN, Kind.TOPUP),
    ("insurance premium", rf"\binsurance premium\b{NEAR}\b(?:was|has been) (?:paid|debited|collected|charged)\b", OUT, Kind.BILL_PAYMENT),
)  # fmt: skip

EUROPEAN_DUTIES: tuple[Verb, ...] = (
    # Spanish and Portuguese
    ("orden", rf"\b(?:ejecutado|realizado|efectuado) (?:tu|su|la) (?:orden|transferencia) (?:permanente|periódica)\b|\b(?:orden|transferencia) (?:permanente|periódica)\b{REACH} (?:ejecutada|realizada|efectuada)\b", OUT, Kind.TRANSFER),
    ("transferencia", rf"\b(?:ejecutado|realizado|efectuado) (?:tu|su|la) transferencia (?:permanente|periódica)\b|\btransferencia (?:permanente|periódica)\b{REACH} (?:ejecutada|realizada|efectuada)\b", OUT, Kind.TRANSFER),
    # Banks ask to have bills paid so, too.
    ("débito automático", rf"\bdébito automático (?:de |por )?(?:r\$|s/|\$|€) ?\d|\bdébito automático (?:de|do|da|por|para|en|em|a)\b{REACH} (?:efetuad|efectuad|realizad|processad|procesad|aplicad|debitad|cobrad|pag)[oa]\b", OUT, Kind.BILL_PAYMENT),
    ("cargado", r"\bse ha cargado (?:la cuota|el plazo|la letra|la mensualidad) (?:de|del) (?:tu |su )?(?:préstamo|crédito|hipoteca|seguro)\b", OUT, Kind.BILL_PAYMENT),
    ("has pagado", r"\bhas pagado\b[^\n]{1,24} de tu tarjeta de crédito\b", OUT, Kind.BILL_PAYMENT),
    ("recargado", r"\bhas recargado\b[^\n]{1,24} (?:en|a) tu (?:monedero|billetera|wallet|saldo|cuenta)\b", IN, Kind.TOPUP),
    ("anulado", rf"\bse ha anulado\b{REACH}\babonado\b", IN, Kind.REVERSAL),
    ("compra", rf"\bcompra\b{REACH} estornad[oa]\b", IN, Kind.REVERSAL),
    ("pagamento", rf"\bpagamento\b{REACH} estornado\b", IN, Kind.REVERSAL),
    ("pagamento da fatura", rf"\bpagamento da fatura\b{REACH} (?:realizado|efetuado|confirmado)\b", OUT, Kind.BILL_PAYMENT),
    ("prestação", rf"\bprestação (?:do|da) (?:seu |sua |teu |tua )?(?:crédito|empréstimo|casa|carro)\b{REACH} (?:debitada|cobrada|paga)\b", OUT, Kind.BILL_PAYMENT),
    ("creditados", r"\bforam creditados juros\b", IN, Kind.INTEREST),
    ("recarga", rf"\brecarga (?:de |do )?(?:celular|telemóvel|telefone)\b{REACH} (?:realizad|efetuad|confirmad|concluíd|aprovad|feit|pag)[oa]\b", OUT, Kind.BILL_PAYMENT),
    ("recarregou", r"\bvocê recarregou\b[^\n]{1,24} (?:no|na|em) (?:seu |sua )?(?:bilhete|cartão|carteira|passe)\b", IN, Kind.TOPUP),
    # French and Italian
    ("virement permanent", rf"\bvirement permanent\b{REACH}\b(?:exécuté|effectué|réalisé|émis)\b", OUT, Kind.TRANSFER),
    # Whom you billed has paid.
    (
        "facture",
        rf"\bfacture\b{REACH} a (?:bien )?été (?:payée|réglée) par {NO_MEANS}",
        IN,
        Kind.TRANSFER,
    ),
    ("facture", rf"\bfacture\b{REACH} a (?:bien )?été (?:payée|réglée|prélevée)\b(?! par {NO_MEANS})", OUT, Kind.BILL_PAYMENT),
    ("cotisation", rf"\bcotisation d'assurance\b{REACH} (?:débitée|prélevée|payée)\b", OUT, Kind.BILL_PAYMENT),
    ("échéance", rf"\béchéance de (?:votre|ton) (?:prêt|crédit)\b{REACH} a été (?:débitée|prélevée|payée)\b", OUT, Kind.BILL_PAYMENT),
    ("intérêts", rf"\bintérêts\b{REACH}\b(?:crédités|versés)\b", IN, Kind.INTEREST),
    ("bonifico", rf"\bbonifico (?:ricorrente|permanente|periodico)\b{REACH}\b(?:eseguito|effettuato|inviato)\b", OUT, Kind.TRANSFER),
    ("rata", rf"\brata (?:del|della) (?:tuo |tua )?(?:prestito|mutuo|finanziamento)\b{REACH} (?:addebitata|pagata|prelevata)\b", OUT, Kind.BILL_PAYMENT),
    ("premio", rf"\bpremio assicurativo\b{REACH} (?:addebitato|pagato)\b", OUT, Kind.BILL_PAYMENT),
    ("operazione", rf"\boperazione\b{REACH}\b(?:stornata|riaccreditata)\b", IN, Kind.REVERSAL),
    ("pagamento", rf"\bpagamento\b{REACH}\b(?:stornato|riaccreditato)\b", IN, Kind.REVERSAL),
    # German and Dutch
    ("*gebühr", rf"\b\w{{3,24}}gebühr(?:en)?\b{REACH} (?:belastet|abgebucht|eingezogen)\b", OUT, Kind.FEE),
    ("*rate", rf"\b(?:kredit|darlehens?|leasing|finanzierungs)rate\b{REACH} (?:abgebucht|eingezogen|bezahlt|belastet)\b", OUT, Kind.BILL_PAYMENT),
    ("*zahlung", rf"(?:\b(?:die|ihre|deine|eine))? ?(?:karten)?zahlung\b{REACH} storniert\b{NEAR}\b(?:gutgeschrieben|erstattet)\b", IN, Kind.REVERSAL),
    ("overboeking", rf"\b(?:periodieke|automatische) overboeking\b{REACH}\buitgevoerd\b", OUT, Kind.TRANSFER),
    # Polish and Czech
    ("zlecenie stałe", rf"\bzlecenie stałe\b{REACH}\b(?:zrealizowan|wykonan)[eao]\b", OUT, Kind.TRANSFER),
    ("polecenie zapłaty", rf"\bpolecenie zapłaty\b{REACH}\b(?:zrealizowan|wykonan)[eao]\b", OUT, Kind.BILL_PAYMENT),
    ("rata", rf"\brat[aęy] (?:kredytu|pożyczki|leasingu)\b{REACH}\b(?:pobran|spłacon|zapłacon|opłacon)[ao]\b", OUT, Kind.BILL_PAYMENT),
    ("składk", rf"\bskładk[aęi]\b{REACH}\b(?:pobran|opłacon|zapłacon)[aoe]\b", OUT, Kind.BILL_PAYMENT),
    ("odset", rf"\bodset(?:ki|ek)\b{REACH}\b(?:dopisan|zaksięgowan|wypłacon)[eoay]\b", IN, Kind.INTEREST),
    ("doładowan", r"\bdoładowan[oy] telefon\b", OUT, Kind.BILL_PAYMENT),
    ("trval", rf"\btrval(?:ý|ého) příkaz\w{{0,2}}\b{REACH}\b(?:proveden|zrealizován|odeslán)\b", OUT, Kind.TRANSFER),
    # Turkish
    # From somewhere of the reader's: "cüzdanınıza aktarıldı" came.
    ("aktar", r"\b(?:hesab|kart|cüzdan|bakiye)\w{0,6}(?:dan|den)\b[^\n]{1,80}\baktar(?:ıldı|ılmıştır)\b|\baktardınız\b", OUT, Kind.TRANSFER),
    ("işleminiz", rf"\bişleminiz\b{NEAR} (?:gönderildi|gönderilmiştir)\b", OUT, Kind.TRANSFER),
    ("gerçekleştirdiniz", r"\b(?:para transferi|transfer|havale|eft|fast) gerçekleştirdiniz\b", OUT, Kind.TRANSFER),
    ("fatura", rf"\bfatura(?:sı|nız|sını)?\b{NEAR} (?:ödendi|ödenmiştir|tahsil)\b", OUT, Kind.BILL_PAYMENT),
    ("taksit", rf"\btaksit(?:iniz|i)\b{REACH} (?:tahsil|ödendi|ödenmiştir)\b", OUT, Kind.BILL_PAYMENT),
    ("faiz", rf"\bfaiz(?:iniz|i)?\b{NEAR}(?:yatırıldı|eklendi|ödendi|yatırılmıştır)\b", IN, Kind.INTEREST),
    ("hesabınıza", rf"\bhesabınıza\b{REACH}\bfaiz\b{NEAR}(?:yatırıldı|eklendi|ödendi)", IN, Kind.INTEREST),
    ("maaş", rf"\bmaaş(?:ınız|ı)?\b{REACH}(?:yattı|yatırıldı|yatırılmıştır|ödendi)\b", IN, Kind.SALARY),
)  # fmt: skip

ASIAN_DUTIES: tuple[Verb, ...] = (
    # Indonesian and Vietnamese
    ("transfer", rf"\btransfer (?:sebesar |senilai )?rp[^\n]{{1,40}}\b(?:ke|kepada)\b{NOT_YOURS}(?:(?!dapat|setelah|jika|kalau)[^\n]){{1,60}}\b(?:berhasil|sukses)\b", OUT, Kind.TRANSFER),
    # Not "ke rekening Anda": that came.
    ("dikirim", rf"\b(?:dana|uang)\b[^\n]{{1,40}}\b(?:telah|sudah|berhasil) dikirim(?:kan)? (?:ke|kepada)\b{NOT_YOURS}", OUT, Kind.TRANSFER),
    ("bayar", r"\b(?:kamu|anda) bayar (?=rp ?[\d.]{1,14} (?:ke|di|untuk|kepada)\b)", OUT, Kind.PURCHASE),
    ("debet", r"\bauto-? ?debe?[ti]t?\b[^\n]{1,60}\b(?:berhasil|sukses|didebet)\b", OUT, Kind.BILL_PAYMENT),
    ("autodebet", r"\bautodebe?[ti]t?\b[^\n]{1,60}\b(?:berhasil|sukses|didebet)\b", OUT, Kind.BILL_PAYMENT),
    ("angsuran", r"\b(?:angsuran|cicilan) (?:pinjaman|kredit|kpr|mobil|motor)\b[^\n]{1,60}\b(?:didebet|dibayar|berhasil|terbayar)\b", OUT, Kind.BILL_PAYMENT),
    ("premi", r"\bpremi asuransi\b[^\n]{1,60}\b(?:didebet|dibayar|berhasil)\b", OUT, Kind.BILL_PAYMENT),
    ("pembayaran", rf"(?:\b(?:debet|debit|didebet|keluar|transaksi|ditarik)\b{NEAR}\buntuk )\bpembayaran (?:{BILLS})\b|\bpembayaran (?:{BILLS})\b{REACH}\b{DONE}\b|\b{DONE}\b{NEAR}\bpembayaran (?:{BILLS})\b", OUT, Kind.BILL_PAYMENT),
    ("pembelian", rf"\bpembelian (?:pulsa|paket data|token listrik)\b{REACH}\b{DONE}\b", OUT, Kind.BILL_PAYMENT),
    ("bunga", r"\bbunga (?:tabungan|deposito)?[^\n]{1,40}\b(?:dikreditkan|masuk|ditambahkan)\b", IN, Kind.INTEREST),
    ("tài khoản", r"\btài khoản\b[^\n]{1,24} (?:đã |vừa )?nhận (?=\+?\d)", IN, Kind.TRANSFER),
    ("tài khoản", r"\btài khoản\b[^\n]{1,24} nhận [^\n]{1,24}\blương\b", IN, Kind.SALARY),
    ("được cộng", r"\bđược cộng [^\n]{1,24}\btiền lãi\b", IN, Kind.INTEREST),
    ("rút", r"\b(?:đã|vừa) rút (?=\d)", OUT, Kind.WITHDRAWAL),
    ("nạp", r"\b(?:đã|vừa) nạp (?=\d)", IN, Kind.TOPUP),
    ("nạp tiền", rf"\bnạp tiền điện thoại\b{REACH}\bthành công\b|\b(?:đã|vừa) nạp tiền điện thoại\b", OUT, Kind.BILL_PAYMENT),
    ("hoàn tiền", r"\bhoàn tiền \d[^\n]{1,80}\bthành công\b", IN, Kind.REFUND),
    ("thanh toán", rf"\b(?:đã|vừa) thanh toán (?:{DUES})\b|\bthanh toán (?:{DUES})\b{REACH}\bthành công\b", OUT, Kind.BILL_PAYMENT),
    ("trích nợ", r"\btrích nợ tự động\b[^\n]{1,70}\bthành công\b", OUT, Kind.BILL_PAYMENT),
    ("bị trừ", r"\bbị trừ [^\n]{1,24}\b(?:trả góp|tiền vay|khoản vay|bảo hiểm)\b", OUT, Kind.BILL_PAYMENT),
    # Japanese
    ("送りました", r"円を(?:お)?送り(?:し)?ました", OUT, Kind.TRANSFER),
    ("返金され", None, IN, Kind.REFUND),
    ("利息", r"利息[^\n。]{1,30}(?:入金|付与)(?:しました|されました|いたしました)", IN, Kind.INTEREST),
)  # fmt: skip
