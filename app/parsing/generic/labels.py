"""What a printed label announces: amount, payee, account, date, reference … in many languages."""

import re
from functools import lru_cache

# Asked in this order; the first pattern that holds names the field. `ignore` are sums that were not paid by this payment.
RULES: tuple[tuple[str, str], ...] = (
    (
        "total",
        r"(?:grand |order |invoice |bill |sub)?total(?: amount)? (?:paid|charged|payment|debited|amount paid)|total (?:paid|charged|payment|debit)\b.{0,14}|amount paid|paid amount|total amount|total pagado|total pago|monto total pagado|importe total|gesamtbetrag|gesamtsumme.{0,20}|gesamt|montant total|total ttc|totale(?: pagato)?|totaal(?: betaald)?|valor total|valor pago|total del consumo|total geral|total pembayaran|total transaksi|total bayar|toplam(?: tutar)?|toplam ödeme|決済総額|お支払総額|お支払い総額|合計|合計金額|總計|总计|实付金额|實付金額|total fare|total cost|grand total|order total|total|totalt|att betala|suma|razem|łącznie|celkem|összesen|итого|всего|von ihnen gezahlt|you paid|charged|total a pagar|net amount|amount charged|total charge|montant payé|total price|final amount|net paid",
    ),
    (
        "ignore",
        r".*(?:balance|saldo|solde|kontostand|guthaben|available|disponib|verfügb|limit|límite|limite|outstanding|minimum|mínimo|min\.? due|amount due|total due|\bdue\b|\bfee\b|\bfees\b|comisi[oó]n|comissão|gebühr|frais|\btax\b|taxes|\bvat\b|\bgst\b|mwst|\biva\b|\btva\b|impuesto|sub-?total|zwischensumme|sous-total|subtotale|discount|descuento|desconto|rabatt|remise|promo|coupon|\btip\b|tips|propina|delivery|shipping|versand|envío|frete|livraison|points|puntos|pontos|punkte|cashback|rewards|saved|savings|savings|\bsave\b|exchange rate|tipo de cambio|tasa|rate|unit price|\bprice\b|precio|\bpreis\b|charge amount|previous|original|opening|closing|残高|ポイント|手数料|税|小計|限度|利用可能|余额|餘額|手续费|手續費|額度|额度|คงเหลือ|ค่าธรรมเนียม|ยอดเงิน|số dư|phí|\bbiaya\b|\bsaldo\b|bakiye|kalan|komisyon|\bpoplatek\b|opłata|zůstatek|avgift|gebyr|egyenleg|díj|баланс|остаток|комиссия|الرصيد|رسوم|booking fee|service charge|taxe|surcharge|monthly|remaining|equivalent|share of|qty|quantity|\bapr\b|interest rate).*",
    ),
    (
        "status",
        r"(?:transaction |payment |order )?status|estado(?: de la transacción)?|estatus|stato|statut|durum|situação|ステータス|状態|状态|狀態|trạng thái|สถานะ|keterangan status|статус|الحالة",
    ),
    (
        "type",
        r"(?:transaction|payment|operation) (?:type|mode|channel)|type|mode of payment|mode|channel|tipo(?: de)? (?:transacci[oó]n|operaci[oó]n|movimiento|transação)|tipo|clase de movimiento|operación realizada|umsatzart|buchungstext|type d'opération|tipologia|jenis transaksi|işlem(?: türü| tipi)?|取引種別|取引内容|交易类型|交易類型|ประเภท(?:ของ)?รายการ|loại giao dịch|service type|movimiento",
    ),
    (
        "amount",
        r"(?:transaction|trxn|txn|trans|payment|purchase|transfer|debit|credit|billed|bill|sale|withdrawal|deposit|spent|charge|settlement|refund|transferred|local|debited|credited|received|sent)[\s/]{0,2}(?:amount|amt|value|total)(?: ?\(.{1,12}\))?|(?:amount|amt|sum)(?: (?:of (?:transaction|payment)|debited|credited|received|sent|charged|spent|transferred|withdrawn|deposited|refunded|in \w{3}))?(?: ?\(.{1,12}\))?|payment amount(?: ?\(.{1,12}\))?|paid|payment|credit amount|debit amount|refunded to .{3,30}|spent|(?:monto|importe|valor|cantidad|montante|montant|importo|betrag|bedrag|beløp|belopp|beløb|summa|kwota|částka|összeg|suma|tutar|nominal|jumlah|сумма|المبلغ|مبلغ)(?: .{0,28})?|moneda y monto|valor (?:transacci[oó]n|recebido|da compra|do pix|transferido)|monto de .{3,20}|enviado|enviaste|added|gesendet|İşlem tutarı|işlem tutarı|harcama tutarı|jumlah transfer|nominal transaksi|ご?利用金額|利用金額|ご?請求額|お?支払い?金額|金額|取引金額|お取引金額|入金額|振込金額|出金額|交易金额|交易金額|消费金额|消費金額|付款金额|付款金額|支付金额|金额|จำนวนเงิน(?: ?\(.{1,8}\))?|ยอดชำระ|số tiền(?: gd| giao dịch)?|결제금액|이용금액|금액|승인금액|거래금액",
    ),
    (
        "datetime",
        r"(?:transaction |payment |txn |trans\.? )?date(?:\s?(?:&|and|/|,|\|)\s?time)(?: .{0,14})?|fecha y hora(?: de (?:la )?(?:operación|transacción))?|data e hora(?: da .{0,14})?|datum und uhrzeit|date et heure|data e ora|tarih(?:i)? ?(?:ve|/) ?saat(?:i)?|waktu(?: transaksi)?|tanggal (?:&|dan) (?:jam|waktu)|ご?利用日時.{0,10}|利用日時|取引日時|決済日時|お取引日時|日時|交易时间|交易時間|付款时间|消费时间|消費時間|วันและเวลา(?:การทำรายการ)?|วันที่(?:/| ?และ ?)เวลา|ngày, giờ giao dịch|thời gian(?: giao dịch)?|승인일시|이용일시|거래일시|when|date time|date & time of booking|transaction date[, ]{1,2}time|дата и время|zeitpunkt|trans\. date, time",
    ),
    (
        "date",
        r"(?:transaction|txn|trxn|trans|payment|posting|posted|value|order|invoice|purchase|booking|transfer|sent|paid|processed|effective|debit|credit|receipt|billing)?\s?(?:date|on)(?: of (?:transaction|credit|debit|payment|purchase))?|date|dated|posted|sent on|paid on|paid|fecha(?: (?:de (?:la )?)?(?:operación|transacción|compra|pago|movimiento|consumo|valor|cargo|abono))?|el|data(?: (?:da|de|do) .{3,14})?|datum|buchungstag|buchungsdatum|valuta|wertstellung|transaktionsdatum|belegdatum|date (?:de )?(?:l')?(?:opération|transaction|paiement|achat|valeur)|data (?:operazione|transakcji|księgowania)|tarih|işlem tarihi|tanggal(?: transaksi)?|dato|kjøpsdato|betalt|transaktionsdag|ご?利用日|取引日|お取引日|支払日|日付|交易日期|消费日期|消費日期|日期|วันที่(?:ทำรายการ)?|ngày(?: giao dịch)?|거래일|이용일자|дата|التاريخ|تاريخ",
    ),
    (
        "time",
        r"(?:transaction |payment )?time(?: of (?:transaction|purchase|payment))?|hora(?: (?:de (?:la )?)?(?:transacci[oó]n|operación))?|uhrzeit|heure|ora|saat|jam|pukul|時刻|時間|เวลา|giờ|tid|время",
    ),
    (
        "reference1",
        r".*(?:\butr\b|\brrn\b|\bumrn\b|upi (?:ref|transaction|txn)|unique transaction reference|retrieval reference|imps ref|neft ref|network ref|bank ref|end.to.end).*",
    ),
    (
        "reference2",
        r"(?:transaction|trxn|txn|trans|payment|bank|our|your|transfer|receipt|booking|order|recipient)?\s?(?:ref|reference|refer)(?:\.|erence)?\s?(?:no|number|id|code|#|num)?\.?|referencia|número de referencia|nº? ?(?:de )?referencia|n(?:ú|u)m(?:\.|ero)? de referencia|ref(?:erenz)?(?:nummer|-nr\.?)?|référence(?: .{0,16})?|numéro de référence|riferimento|no\.? ?referensi|nomor referensi|no ref|referans(?: no)?|referensnummer|referanse(?:nr|nummer)?|numer referencyjny|参照番号|照会番号|参考编号|參考編號|流水号|流水號|เลขที่อ้างอิง|mã tham chiếu|transaction ref(?:erence)?|nro\.? de referencia",
    ),
    (
        "reference3",
        r"(?:transaction|txn|trxn|trans|transfer|payment|operation|instruction|document|confirmation|bank)[\s.]{1,2}(?:identification )?(?:id|no|number|num|code|#)\.?|transaction identification number|confirmation(?: number| code| id)?|nº? ?(?:de )?(?:operaci[oó]n|transacci[oó]n|comprobante)|n(?:ú|u)mero (?:de )?(?:operaci[oó]n|transacci[oó]n|comprobante|orden|transação)|(?:código|codigo|cód\.) de (?:operación|transacción)|id (?:da|de) transa[cç][aã]o|id de (?:transacción|operación)|transaktionscode|transaktionsnummer|transaktions-id|buchungsnummer|vorgangsnummer|numéro de transaction|identifiant de (?:la )?transaction|id transazione|codice (?:operazione|transazione)|transactienummer|no\.? transaksi|id transaksi|işlem no|dekont no|numer transakcji|số lệnh giao dịch|mã giao dịch|เลขที่รายการ|取引番号|受付番号|交易单号|交易號碼|交易编号|订单号|거래번호|kid|nor|identifier|payment id|order number|số giao dịch|trace no|stan",
    ),
    (
        "reference4",
        r"order (?:id|no|number|#|ref|reference)\.?|order|receipt (?:no|number|#|id)?\.?|receipt|booking (?:id|no|code|number|ref|reference)|invoice (?:no|number|#)|invoice number|n(?:ú|u)mero de (?:pedido|factura|orden)|pedido|pedido nº?|bestellnummer|rechnungsnummer|numéro de (?:commande|facture)|numero (?:ordine|ricevuta)|bestelnummer|no\.? pesanan|nomor pesanan|sipariş no|ordrenummer|ordernummer|numer zamówienia|注文番号|ご注文番号|领取号|pnr no\.?|trip id|ride id|ticket (?:no|number)|reservation (?:no|number|code)|document no\.?",
    ),
    (
        "reference5",
        r"auth(?:ori[sz]ation|\.)?\s?(?:code|no|number|id|#)?\.?|approval (?:code|no|number)|(?:n(?:ro|o|ú|u)?m?\.?(?:ero)?\s(?:de\s)?)?(?:aut|autorizaci[oó]n|autorização)\.?|(?:código|cód\.?) de autoriza(?:ci[oó]n|ção)|autorisierungscode|genehmigungsnummer|code d'autorisation|kode otorisasi|onay kodu|provizyon(?: no| kodu)?|承認番号|授权码|授權碼|승인번호",
    ),
    (
        "ownaccount",
        r"(?:debited|paid|transferred|payment|sent) from(?: account)?|from (?:your )?(?:account|a/c|card)|(?:source|debit|debited|paying|from|origin) (?:of funds?|account|a/c|card)(?: no\.?| number)?|source(?: of funds?)?|paid (?:with|using|via|by)|payment (?:method|mode|instrument|source|card)|credited to (?:your )?(?:a/c|account)|refunded to|.{0,32}\b(?:card|account|a/c|acct)(?: ?(?:no|num|number|nr|ending(?: in| with)?|#)\.?)?|cuenta(?: (?:de )?(?:cargo|origen|debitada|destino|abono))?|(?:número|n\.?º|no\.?) de (?:tarjeta|cuenta)(?: .{0,24})?|tarjeta(?: .{0,24})?|producto(?: origen)?|medio de pago|forma de pago|cartão(?: .{0,20})?|conta(?: .{0,20})?|forma de pagamento|karte(?:nnummer)?|kartennr\.?|konto(?:nummer)?|iban|zahlungsart|zahlungsmethode|carte(?: .{0,16})?|compte(?: .{0,16})?|moyen de paiement|carta|conto(?: .{0,16})?|metodo di pagamento|rekening(?: sumber| asal)?|sumber dana|kart(?: no| numarası)?|hesap(?: no)?|rachunek|karta|kort(?:nummer)?|konto|カード(?:番号|名称)?|ご?利用カード|口座(?:番号)?|お?支払い?方法|卡号|卡號|账户|帳戶|付款方式|付款账户|บัญชี|จาก|เลขที่บัญชี|tài khoản(?: nguồn| trích nợ)?|사용카드|이용카드|카드|승인카드|visa|mastercard|amex|american express|billed to|betaald met|betalt med|wallet",
    ),
    (
        "payer",
        r"from|sender|sent by|sender name|remitter(?: name)?|received from|paid by|payer|transferred by|deposited by|originator|ordenante|remitente|origen|enviado por|emisor|pagador|nome do pagador|auftraggeber|von|absender|zahler|donneur d'ordre|émetteur|expéditeur|mittente|ordinante|ontvangen van|afzender|pengirim|dari|gönderen|avsändare|avsender|afsender|nadawca|zleceniodawca|odesílatel|振込依頼人(?:名)?|送金元|付款人|付款方|汇款人|匯款人|ผู้โอน|người chuyển|보낸분|입금자|отправитель|المرسل|from \(name\)",
    ),
    (
        "payee",
        r"(?:name of )?(?:the )?(?:merchant|payee|beneficiary|recipient|receiver|biller|store|shop|retailer|vendor|seller|company|supplier|service provider|restaurant|plaza|establishment)(?: ?(?:name|details?|detail))?|from merchant|(?:paid|sent|transferred|transfer|payment|pay|credited) to|to|to \(name\)|where|place|location|purchased (?:at|from)|spent at|used at|at|comercio|nombre del comercio|nombre (?:de la empresa|del beneficiario|del destinatario)|establecimiento|lugar(?: de (?:la )?(?:transacci[oó]n|compra))?|empresa|destinatario|beneficiario|a favor de|para|tienda|estabelecimento|local(?: da compra)?|loja|favorecido|recebedor|nome do (?:recebedor|favorecido|destinatário)|beneficiário|destinatário|quem recebeu|händler|empfänger|auftraggeber/empfänger|zahlungsempfänger|begünstigter|an|commerçant|marchand|commerce|bénéficiaire|créancier|destinataire|chez|esercente|negozio|beneficiario|begunstigde|ontvanger|winkel|naar|butik|mottagare|mottaker|modtager|brukersted|forretning|butikk|kauppa|saaja|odbiorca|sklep|placówka|příjemce|obchodník|kedvezményezett|kereskedő|beneficiar|comerciant|penerima|nama penerima|merchant|toko|tujuan|ke|kepada|işyeri(?: adı)?|üye işyeri|alıcı(?: adı)?|mağaza|ご?利用先|ご?利用店(?:舗|名)?|利用先|加盟店(?:名)?|ご?利用加盟店|店舗(?:名)?|お?支払い?先|振込先|受取人(?:名)?|商户(?:名称)?|商戶(?:名稱)?|收款(?:人|方)(?:名称|名稱)?|特店|消費商店|ร้านค้า|ชื่อร้าน(?:ค้า)?|ไปยัง|ชื่อผู้รับ|ผู้รับโอน|ผู้รับเงิน|tên người hưởng|người thụ hưởng|người nhận|đơn vị chấp nhận thẻ|가맹점(?:명)?|사용처|받는분|이용가맹점|магазин|получатель|торговая точка|التاجر|المستفيد|المتجر|leverandør|provider|airline|hotel|payment to|comercio/establecimiento|transaction at|concesionario|description/merchant|merchant detail|company name|servicio",
    ),
    (
        "narration",
        r"(?:transaction )?(?:info|details?|description|desc|narration)|reference details|description|descripción|concepto de la operación|transaction +details|libellé|descrizione|açıklama|摘要|details of transaction",
    ),
    (
        "memo",
        r"memo|note|particulars|yapero|message|comment|comentario|concepto|motivo|motif|verwendungszweck|causale|mensaje|mensagem|remarks?|nội dung.*|keterangan|catatan|berita|for|備考|备注|備註|การบันทึก|บันทึกช่วยจำ|recipient reference|omschrijving|melding|meddelande|tytuł",
    ),
)
COMPILED = tuple((field, re.compile(pattern, re.I)) for field, pattern in RULES)
PREFIX = re.compile(r"^(?:[a-h1-9][.)]\s)?[\s*•·■◆◇▼▪►\-–—「《<【\[]*")
SUFFIX = re.compile(r"[\s*:#.\]】>》」†¹²³]+$")
LONGEST = 46


@lru_cache(maxsize=8192)
def field_of(label: str) -> str | None:
    """The field a label announces, or None when it is no label."""
    if not label or len(label) > LONGEST:
        return None
    key = SUFFIX.sub("", PREFIX.sub("", label)).strip().lower().replace("’", "'")
    if not key or len(key.split()) > 7:
        return None
    field = next((field for field, pattern in COMPILED if pattern.fullmatch(key)), None)
    # "Your available credit is GBP 2,932.75" is a sentence, not a label.
    return None if field == "ignore" and any(char.isdigit() for char in key) else field
