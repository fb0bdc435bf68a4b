"""What a printed label announces: amount, payee, account, date, reference … in many languages."""

import re
from functools import cache, lru_cache

from app.parsing.clean import lower
from app.parsing.generic.label_grammar import built_field
from app.parsing.lexicon import Likely

# Asked in this order; the first pattern that holds names the field. `ignore` are sums that were not paid by this payment.
RULES: tuple[tuple[str, str], ...] = (
    # Said of the other side, or of the sum; no field of a payment by themselves.
    (
        "bank",
        (
            r"(?:nombre del )?banco(?: (?:de )?(?:destino|origen|origem|destinatario|beneficiario|beneficiário|receptor|emisor"
            r"|contacto|ordenante))?|(?:name of )?(?:the )?(?:(?:beneficiary|recipient|receiving|sending|sender"
            r"|destination) )?bank(?: name)?|instituição|institución(?: (?:de )?(?:destino|origen))?|banque(?: du bénéficiaire)?"
            r"|banka (?:příjemce|protistrany)"
        ),
    ),
    (
        "currency",
        (
            r"(?:transaction |account )?currency|moneda|moeda|divisa|devise|währung|waluta|měna|mena|valūta|pénznem|deviză|νόμισμα"
            r"|валюта|para birimi|mata uang|通貨|币种|幣別|통화|สกุลเงิน"
        ),
    ),
    ("payer", r"z účtu|vystavovateľ|vystavovatel"),
    ("payee", r"na účet|prodajno mj?esto|(?:naziv|ime) prodajnog mj?esta"),
    ("ownaccount", r"(?:příjem|výdaj) na (?:kontě|účtu|účet)"),
    ("theirs", r"protiúčet|číslo účtu (?:protistrany|příjemce)|účet (?:protistrany|příjemce)|cuenta (?:de )?contacto"),
    (
        "due",
        (
            r"(?:payment )?due (?:date|by|on)|due|pay (?:by|before)|payment deadline|last date(?: .{0,20})?|fecha (?:límite"
            r"|de vencimiento|máxima)(?: .{0,12})?|vencimiento|vencimento|vence(?: el)?|último día de pago|fällig(?:keit| am"
            r"|keitsdatum)?|zahlbar bis|échéance|date (?:limite|d'échéance)(?: .{0,20})?|à régler avant.{0,14}|scadenza|entro il"
            r"|vervaldatum|uiterste betaaldatum|förfallodag|förfallodatum|forfallsdato|forfald(?:sdato)?|eräpäivä"
            r"|termin (?:płatności|zapłaty)|splatnost|datum splatnosti|fizetési határidő|scadent[aă]?|data scadenței|срок оплаты"
            r"|оплатить до|λήξη|son ödeme (?:tarihi|günü)|jatuh tempo|tanggal jatuh tempo|batas (?:waktu|pembayaran).{0,12}"
            r"|tarikh akhir(?: .{0,12})?|tarikh tamat|hạn (?:thanh toán|chót)|ngày đến hạn|กำหนดชำระ|วันครบกำหนด|ชำระภายใน.{0,10}"
            r"|お支払い?期限|支払期限|お支払い?期日|お振替日|到期(?:还款)?日|还款日|繳款(?:截止日|期限)|最後繳款日|납부\s?(?:기한|마감일)|결제\s?예정일|출금\s?예정일|تاريخ الاستحقاق"
            r"|آخر موعد.{0,12}|expir(?:y|es|ation)(?: date| on)?|valid (?:until|till|thru)|scheduled (?:date|for|on)"
            r"|next (?:billing|payment|charge|debit)(?: date| on)?|renews(?: on)?|renewal date|fecha de cargo|datum der abbuchung"
        ),
    ),
    (
        "total",
        (
            r"(?:ticket amount|total fare paid|total bill|bill total|total sale|total due paid)|(?:fuel|fare|trip|ride|booking"
            r"|cart|basket|purchase|ticket|sale|stay|toll) total|(?:grand |order |invoice |bill |sub)?total(?: amount)? (?:paid"
            r"|charged|payment|debited|amount paid)|total (?:paid|charged|payment|debit)\b.{0,34}|amount paid|paid amount"
            r"|total amount|total pagado|total pago|monto total pagado|importe total|gesamtbetrag|(?:gesamt)?summe(?: eur)?.{0,20}"
            r"|gesamt|montant total|total ttc|totale(?: pagato)?|totaal(?: betaald)?|valor total|valor pago|total del consumo"
            r"|total geral|total pembayaran|total transaksi|total bayar|toplam(?: tutar)?|toplam ödeme|決済総額|お支払総額|お支払い総額|合計|合計金額"
            r"|總計|总计|实付金额|實付金額|total fare|total cost|grand total|order total|total|totalt|att betala|suma|razem|łącznie|celkem"
            r"|összesen|итого|всего|von ihnen gezahlt|you paid|charged|total a pagar|net amount|amount charged|total charge"
            r"|montant payé|total price|final amount|net paid|total paid amount|total amount (?:paid|charged|debited)"
            r"|total dibayar|jumlah (?:dibayar|bayaran)|importe total(?: pagado)?|monto total|total cobrado|gesamtpreis"
            r"|rechnungsbetrag bezahlt|montant total payé|importo totale|totale pagato|totaalbedrag|totalbelopp|totalbeløp|i alt"
            r"|yhteensä|do zapłaty|łączna kwota|kwota całkowita|celková částka|suma totală|tổng (?:cộng|tiền|thanh toán)"
            r"|ยอดรวม(?:ทั้งสิ้น|สุทธิ)?|ยอดชำระทั้งหมด|総額|お支払い合計|ご請求合計|合計（税込）|实付|實付|合计|总金额|總金額|총\s?(?:결제\s?)?금액|최종\s?결제\s?금액"
            r"|الإجمالي|المجموع|المبلغ الإجمالي|סה\"כ|amount you paid|amount paid \(.{1,8}\)|total charge to .{2,20}|total billed"
        ),
    ),
    (
        "ignore",
        (
            r"المبلغ المتبقي|مكان السحب|.*(?:balance|\bbal\b|\bavlb?l?\b|dostupn|\bostatok"
            r"|(?<!top up )(?<!isi )(?<!isi ulang )saldo|solde|kontostand|guthaben|available|disponib|verfügb|limit(?!ed)|límite"
            r"|limite|outstanding|minimum|mínimo|maxim|máxim|massim|höchst|\bmaks|\bmax\b|min\.? due|amount due|total due|\bdue\b"
            r"|\bfee\b|\bfees\b|comisi[oó]n|comissão|gebühr|frais|\btax\b|taxes|\bvat\b|\bgst\b|mwst|\biva\b|\btva\b|impuesto"
            r"|sub-?total|zwischensumme|sous-total|subtotale|discount|descuento|desconto|rabatt|remise|promo|coupon|\btip\b|tips"
            r"|propina|delivery|shipping|versand|envío|frete|livraison|points|puntos|pontos|punkte|cashback|rewards|saved|savings"
            r"|savings|\bsave\b|exchange rate|tipo de cambio|tasa|rate|unit price|\bprice\b|precio|\bpreis\b|charge amount"
            r"|previous|original|opening|closing|残高|ポイント|手数料|税|小計|限度|利用可能|余额|餘額|手续费|手續費|額度|额度|คงเหลือ|ค่าธรรมเนียม|ยอดเงิน|số dư"
            r"|phí|\bbiaya\b|bakiye|kalan|komisyon|\bpoplatek\b|opłata|zůstatek|avgift|gebyr|egyenleg|díj|баланс|остаток|комиссия"
            r"|الرصيد|رسوم|booking fee|base fare|service charge|taxe|surcharge|monthly|remaining|equivalent|share of|qty|quantity"
            r"|\bapr\b|interest rate).*"
        ),
    ),
    (
        "status",
        (
            r"(?:transaction |payment |order |booking )?status|estado(?: de la transacción)?|estatus|stato|statut|durum|situação"
            r"|ステータス|状態|状态|狀態|trạng thái|สถานะ|keterangan status|статус|الحالة|status transaksi|ผลการทำรายการ|処理状況|交易状态|상태|결과"
            r"|estado de (?:la )?(?:operación|transferencia)|resultado|result|outcome"
        ),
    ),
    (
        "type",
        (
            r"typ pohybu|směr platby|smer platby|kategorie pohybu|druh (?:pohybu|platby|transakce)|(?:transaction|payment"
            r"|operation) (?:type|mode|channel)|type|mode of payment|mode|channel|tipo(?: de)? (?:transacci[oó]n|operaci[oó]n"
            r"|movimiento|transação)|tipo|clase de movimiento|operación realizada|umsatzart|buchungstext|type d'opération"
            r"|tipologia|jenis transaksi|işlem(?: türü| tipi)?|取引種別|取引内容|交易类型|交易類型|ประเภท(?:ของ)?รายการ|loại giao dịch"
            r"|service type|movimiento|jenis(?: transaksi)?|transacci[oó]n|transaction|trans\.? type|txn type|transactie"
            r"|transactietype|rodzaj(?: operacji| transakcji)?|typ(?: transakcji| transakce)?|tip|тип(?: операции)?"
            r"|είδος συναλλαγής|işlem tipi|ประเภท|利用取引|取引区分|거래구분|구분|نوع العملية|סוג עסקה|nature of transaction|transaction nature"
            r"|dr/cr|debit/credit|cr/dr"
        ),
    ),
    (
        "amount",
        (
            r"(?:transaction|trxn|txn|trans|payment|purchase|transfer|debit|credit|billed|bill|sale|withdrawal|deposit|spent"
            r"|charge|settlement|refund|transferred|local|debited|credited|received|sent)[\s/]{0,2}(?:amount|amt|value"
            r"|total)(?: ?\(.{1,12}\))?|(?:amount|amt|sum)(?: (?:of (?:transaction|payment)|debited|credited|received|sent|charged"
            r"|spent|transferred|withdrawn|deposited|refunded|in \w{3}))?(?: ?\(.{1,12}\))?|payment amount(?: ?\(.{1,12}\))?|paid"
            r"|payment|credit amount|debit amount|refunded to .{3,30}|spent|(?:monto|importe|valor|cantidad|montante|montant"
            r"|importo|betrag|bedrag|beløp|belopp|beløb|summa|kwota|částka|összeg|suma|tutar|nominal|jumlah|сумма|المبلغ"
            r"|مبلغ)(?: .{0,28})?|moneda y monto|valor (?:transacci[oó]n|recebido|da compra|do pix|transferido)|monto de .{3,20}"
            r"|enviado|enviaste|added|gesendet|İşlem tutarı|işlem tutarı|harcama tutarı|jumlah transfer|nominal transaksi|ご?利用金額"
            r"|利用金額|ご?請求額|お?支払い?金額|金額|取引金額|お取引金額|入金額|振込金額|出金額|交易金额|交易金額|消费金额|消費金額|付款金额|付款金額|支付金额|金额|จำนวนเงิน(?: ?\(.{1,8}\))?"
            r"|ยอดชำระ|số tiền(?: gd| giao dịch)?|결제금액|이용금액|금액|승인금액|거래금액|¿?cuánto\??|how much|amount spent|monto (?:transferido"
            r"|enviado|pagado|debitado|recibido|de la (?:operación|transacción|compra))|importe (?:transferido|enviado|pagado"
            r"|recibido|de la operación)|valor (?:da transação|da transferência|enviado|debitado|transferido|pago|do débito)"
            r"|montant (?:de l'opération|du virement|du paiement|débité|crédité)|überweisungsbetrag|zahlungsbetrag|buchungsbetrag"
            r"|zahlbetrag|importo (?:operazione|del bonifico|pagato|dell'operazione)|kwota (?:transakcji|operacji|przelewu"
            r"|płatności)|částka (?:platby|transakce)|tranzakció összege|suma (?:tranzacției|plătită|operațiunii)"
            r"|сумма (?:операции|платежа|перевода|покупки)|ödeme tutarı|gönderilen tutar|tutar|nominal(?: transfer| pembayaran)?"
            r"|jumlah (?:transaksi|transfer|pembayaran|bayaran)|amaun|số tiền (?:thanh toán|chuyển|giao dịch)|ยอดเงินที่(?:ชำระ"
            r"|โอน)|ยอดเงิน(?:โอน|ชำระ)|ご?購入金額|チャージ金額|送金金額|お取引額|ご利用額|利用額|交易额|转账金额|轉帳金額|轉賬金額|扣款金额|扣款金額|入账金额|退款金额|거래\s?금액|입금액|출금액"
            r"|이체\s?금액|송금\s?금액|(?:입금|출금|결제|승인|이체)|مبلغ (?:العملية|الشراء|التحويل)|قيمة العملية|القيمة|סכום|राशि|रकम|rashi|rakam"
            r"|amt\.?|purchase|withdrawal|deposit|transfer|you sent|you paid|you received|(?:money|paid) (?:in|out)|withdrawn"
            r"|deposited|refunded|they receive|recipient gets|pagaste|recibiste|cargo|abono|você pagou|(?:vous avez|tu as) payé"
            r"|du hast bezahlt|hai pagato|je betaalde|zapłacono|loaded|reloaded|topped up|interest (?:earned|paid|credited)"
            r"|money sent|money received|total amount transferred"
        ),
    ),
    (
        "datetime",
        (
            r"(?:transaction |payment |txn |trans\.? )?date(?:\s?(?:&|and|/|,|\|)\s?time)(?: .{0,14})?"
            r"|fecha y hora(?: de (?:la )?(?:operación|transacción))?|data e hora(?: da .{0,14})?|datum und uhrzeit|date et heure"
            r"|data e ora|tarih(?:i)? ?(?:ve|/) ?saat(?:i)?|waktu(?: transaksi)?|tanggal (?:&|dan) (?:jam|waktu)|ご?利用日時.{0,10}"
            r"|利用日時|取引日時|決済日時|お取引日時|日時|交易时间|交易時間|付款时间|消费时间|消費時間|วันและเวลา(?:การทำรายการ)?|วันที่(?:/| ?และ ?)เวลา"
            r"|ngày, giờ giao dịch|thời gian(?: giao dịch)?|승인일시|이용일시|거래일시|when|date time|date & time of booking|date of booking"
            r"|booked on|transaction date[, ]{1,2}time|дата и время|zeitpunkt|trans\. date, time|tarikh (?:&|dan|/) masa"
            r"|tarikh/masa|tanggal/?waktu|waktu|data/ora|data e hora|dato og tid|datum och tid|datum/uhrzeit|transaktionszeitpunkt"
            r"|data i godzina|дата операции|ημερομηνία.{0,12}|işlem (?:zamanı|saati ve tarihi)|işlem tarihi ve saati"
            r"|วันที่ทำรายการ|วันที่และเวลา|thời gian(?: .{1,14})?|결제일시|입금일시|출금일시|送金日時|チャージ日時|支払日時|支払い日時|ご利用日時|入账时间|支付时间|消費日期|刷卡時間"
            r"|تاريخ (?:ووقت|العملية)|date/time|on|timestamp|transaction timestamp|paid at|sent at|received at|completed (?:at|on)"
        ),
    ),
    (
        "date",
        (
            r"(?:transaction|txn|trxn|trans|payment|posting|posted|value|order|invoice|purchase|booking|transfer|sent|paid"
            r"|processed|effective|debit|credit|receipt|billing)?\s?(?:date|on)(?: of (?:transaction|credit|debit|payment"
            r"|purchase))?|date|dated|posted|sent on|paid on|paid|fecha(?: (?:de (?:la )?)?(?:operación|transacción|compra|pago"
            r"|movimiento|consumo|valor|cargo|abono))?|el|data(?: (?:da|de|do) .{3,14})?|datum|buchungstag|buchungsdatum|valuta"
            r"|wertstellung|transaktionsdatum|belegdatum|date (?:de )?(?:l')?(?:opération|transaction|paiement|achat|valeur)"
            r"|data (?:operazione|transakcji|księgowania)|tarih|işlem tarihi|tanggal(?: transaksi)?|dato|kjøpsdato|betalt"
            r"|transaktionsdag|ご?利用日|取引日|お取引日|支払日|日付|交易日期|消费日期|消費日期|日期|วันที่(?:ทำรายการ)?|ngày(?: giao dịch)?|거래일|이용일자|дата"
            r"|التاريخ|تاريخ|fecha de (?:compra|pago|operación|envío|transferencia|abono|cargo|emisión del pago)|data (?:de|do"
            r"|da) (?:compra|pagamento|transação|transferência|operação)|date (?:d'achat|de commande|du paiement|de paiement"
            r"|de règlement)|zahlungsdatum|kaufdatum|bestelldatum|bezahldatum|bestellt am|bezahlt am|data (?:del pagamento"
            r"|acquisto|ordine|valuta)|besteldatum|betaaldatum|transactiedatum|boekdatum|köpdatum|betalningsdatum|betalingsdato"
            r"|dato for betaling|maksupäivä|data (?:płatności|zakupu|operacji)|datum (?:platby|transakce)|tarikh(?: transaksi)?"
            r"|tgl\.?|ngày (?:thanh toán|chuyển)|วันที่(?:ชำระ|โอน)?|ご?購入日|入金日|出金日|利用年月日|お振込日|支払い日付|付款日期|入账日期|刷卡日期|결제일|승인일자|거래일자"
            r"|입금일|في|תאריך|दिनांक|tarikh|dinank|transaction day|order placed|placed|ordered|purchased|purchase|issued|date issued"
            r"|payment received on|received on|deposit date|withdrawal date|settled on"
        ),
    ),
    (
        "time",
        (
            r"(?:transaction |payment )?time(?: of (?:transaction|purchase|payment))?|hora(?: (?:de (?:la )?)?(?:transacci[oó]n"
            r"|operación))?|uhrzeit|heure|ora|saat|jam|pukul|時刻|時間|เวลา|giờ|tid|время"
        ),
    ),
    (
        "reference1",
        (
            r".*(?:\butr\b|\brrn\b|\bumrn\b|upi (?:ref|transaction|txn)|unique transaction reference|retrieval reference|imps ref"
            r"|neft ref|network ref|bank ref|end.to.end).*|clave de rastreo|e2e id|endtoendid|id (?:da|de) transa[cç][aã]o|pix id"
            r"|trace(?: id| number)|b-connect.{0,14}|utr(?: no\.?| number)?"
        ),
    ),
    (
        "reference2",
        (
            r"referencia platiteľa|reference plátce|(?:transaction|trxn|txn|trans|payment|bank|our|your|transfer|receipt|booking"
            r"|order|recipient)?\s?(?:ref|reference|refer)(?:\.|erence)?\s?(?:no|number|id|code|#|num)?\.?|referencia"
            r"|número de referencia|nº? ?(?:de )?referencia|n(?:ú|u)m(?:\.|ero)? de referencia|ref(?:erenz)?(?:nummer|-nr\.?)?"
            r"|référence(?: .{0,16})?|numéro de référence|riferimento|no\.? ?referensi|nomor referensi|no ref|referans(?: no)?"
            r"|referensnummer|referanse(?:nr|nummer)?|numer referencyjny|参照番号|照会番号|参考编号|參考編號|流水号|流水號|เลขที่อ้างอิง|mã tham chiếu"
            r"|transaction ref(?:erence)?|nro\.? de referencia|no\.? rujukan|nombor rujukan|rujukan|หมายเลขอ้างอิง|รหัสอ้างอิง"
            r"|mã (?:tham chiếu|tra cứu)|số tham chiếu|참조번호|رقم المرجع|الرقم المرجعي|מספר אסמכתא|αριθμός αναφοράς|reference code"
            r"|ref\.?|ref\.? (?:no|number|id)\.?|your reference|payment reference|bank reference|viitenumero|referenční číslo"
            r"|referință|номер ссылки|numero di riferimento|référence de (?:l'opération|dossier|transaction|paiement)"
            r"|betalingskenmerk|kenmerk|viite"
        ),
    ),
    (
        "reference3",
        (
            r"(?:transaction|txn|trxn|trans|transfer|payment|operation|instruction|document|confirmation"
            r"|bank)[\s.]{1,2}(?:identification )?(?:id|no|number|num|code|#)\.?|(?:trx|txn|transaction)id|trx id"
            r"|transaction identification number|confirmation(?: number| code| id)?|nº? ?(?:de )?(?:operaci[oó]n|transacci[oó]n"
            r"|comprobante)|n(?:ú|u)mero (?:de )?(?:operaci[oó]n|transacci[oó]n|comprobante|orden|transação)|(?:código|codigo"
            r"|cód\.) de (?:operación|transacción)|id (?:da|de) transa[cç][aã]o|id de (?:transacción|operación)|transaktionscode"
            r"|transaktionsnummer|transaktions-id|buchungsnummer|vorgangsnummer|numéro de transaction"
            r"|identifiant de (?:la )?transaction|id transazione|codice (?:operazione|transazione)|transactienummer"
            r"|no\.? transaksi|id transaksi|işlem no|dekont no|numer transakcji|số lệnh giao dịch|mã giao dịch|เลขที่รายการ|取引番号"
            r"|受付番号|交易单号|交易號碼|交易编号|订单号|거래번호|kid|nor|identifier|payment id|order number|số giao dịch|trace no|stan|tid|txn\.?"
            r"|trx id|id|imad|n[º°]\.? (?:de )?(?:comprobante|operación|transacción|transferencia)|comprobante(?: n[º°]?)?"
            r"|folio(?: de (?:operación|internet))?|no\.? de operación|código de (?:operación|transacción)|işlem (?:no|numarası"
            r"|id)|fiş no|決済番号|取引id|管理番号|交易号|交易號|交易流水号|流水号|単号|單號|업무번호|거래고유번호|승인고유번호|رقم العملية|رقم الحوالة|رقم المعاملة|מספר עסקה"
            r"|номер операции|номер транзакции|id операции|αριθμός συναλλαγής|tranzakciószám|tranzakció azonosító|numer operacji"
            r"|id transakcji|číslo transakce|numărul tranzacției|id tranzacție|transaktion(?:s-?id|snummer)|codice transazione|cro"
            r"|trn|transaction (?:code|reference number)|nombor transaksi|mã gd|số gd|รหัสรายการ|หมายเลขรายการ|activity id"
            r"|payment number|confirmation #|confirmation no\.?"
        ),
    ),
    (
        "reference4",
        (
            r"order (?:id|no|number|#|ref|reference)\.?|order|receipt (?:no|number|#|id)?\.?|receipt|booking (?:id|no|code|number"
            r"|ref|reference)|invoice (?:no|number|#)|invoice number|n(?:ú|u)mero de (?:pedido|factura|orden)|pedido|pedido nº?"
            r"|bestellnummer|rechnungsnummer|numéro de (?:commande|facture)|numero (?:ordine|ricevuta)|bestelnummer|no\.? pesanan"
            r"|nomor pesanan|sipariş no|ordrenummer|ordernummer|numer zamówienia|注文番号|ご注文番号|领取号|pnr(?: no\.?)?|trip id|ride id"
            r"|ticket (?:no|number)|reservation (?:no|number|code)|document no\.?|order (?:code|nr)|주문번호|예약번호|영수증번호|订单(?:编号|号)"
            r"|訂單(?:編號|號碼)|注文id|ordine n[º°.]?|n[º°]\.? ordine|auftragsnummer|auftrag|buchungscode|buchungsnummer|localizador"
            r"|nº de pedido|número do pedido|commande n[º°]|n[º°] de commande|numéro de dossier|bestilling(?:snummer)?"
            r"|zamówienie nr|číslo objednávky|rendelésszám|номер заказа|رقم الطلب|mã đơn hàng|หมายเลขคำสั่งซื้อ|เลขที่ใบเสร็จ"
            r"|receipt id|(?:no\.? )?invoice|(?:no\.? )?faktur|ticket|e-?ticket number|reservation|itinerary number|check #"
            r"|check number"
        ),
    ),
    (
        "reference5",
        (
            r"auth(?:ori[sz]ation|\.)?\s?(?:code|no|number|id|#)?\.?|approval (?:code|no|number)|(?:n(?:ro|o|ú"
            r"|u)?m?\.?(?:ero)?\s(?:de\s)?)?(?:aut|autorizaci[oó]n|autorização)\.?|(?:código|cód\.?) de autoriza(?:ci[oó]n|ção)"
            r"|autorisierungscode|genehmigungsnummer|code d'autorisation|kode otorisasi|onay kodu|provizyon(?: no| kodu)?|承認番号|授权码"
            r"|授權碼|승인번호|autorisation|auth|código autorização|승인\s?번호|授权号|رقم التفويض"
        ),
    ),
    (
        "ownaccount",
        (
            r"accounts?|(?:debited|paid|transferred|payment|sent) from(?: account)?|from (?:your )?(?:account|a/c|card)|(?:source"
            r"|debit|debited|paying|from|origin) (?:of funds?|account|a/c|card)(?: no\.?| number)?|source(?: of funds?)?"
            r"|paid (?:with|using|via|by)|payment (?:method|mode|instrument|source|card)|credited to (?:your )?(?:a/c|account)"
            r"|refunded to|.{0,32}\b(?:card|account|a/c|acct)(?: ?(?:no|num|number|nr|ending(?: in| with)?|#)\.?)?"
            r"|cuenta(?: (?:de )?(?:cargo|origen|debitada|destino|abono))?|(?:número|n\.?º|no\.?) de (?:tarjeta"
            r"|cuenta)(?: .{0,24})?|tarjeta(?: .{0,24})?|producto(?: origen)?|medio de pago|forma de pago|cartão(?: .{0,20})?"
            r"|conta(?: .{0,20})?|forma de pagamento|karte(?:nnummer)?|kartennr\.?|konto(?:nummer)?|iban|zahlungsart"
            r"|zahlungsmethode|carte(?: .{0,16})?|compte(?: .{0,16})?|moyen de paiement|carta|conto(?: .{0,16})?"
            r"|metodo di pagamento|rekening(?: sumber| asal)?|sumber dana|kart(?: no| numarası)?|hesap(?: no)?|rachunek|karta"
            r"|kort(?:nummer)?|konto|カード(?:番号|名称)?|ご?利用カード|口座(?:番号)?|お?支払い?方法|卡号|卡號|账户|帳戶|付款方式|付款账户|บัญชี|จาก|เลขที่บัญชี"
            r"|tài khoản(?: nguồn| trích nợ)?|사용카드|이용카드|카드|승인카드|visa|mastercard|amex|american express|billed to|betaald met"
            r"|betalt med|wallet|by|cuenta (?:origen|de origen|débito|de cargo|simple|corriente|de ahorros?|vista)"
            r"|tarjeta (?:utilizada|usada|de (?:crédito|débito))|terminación|conta (?:de origem|debitada|corrente)"
            r"|cartão utilizado|compte (?:débité|crédité|à débiter)|carte utilisée|zahlungskonto|abbuchungskonto|gutschriftkonto"
            r"|zahlungsmittel|bezahlt mit|girokonto|conto (?:addebitato|corrente|di addebito)|pagato con|carta utilizzata"
            r"|van rekening|rekening|betaalmethode|betalat från|från konto|fra konto|betalt fra|maksukortti|tililtä|z rachunku"
            r"|rachunek (?:obciążany|nadawcy)|numer karty|z účtu|číslo karty|kártya(?:szám)?|számla|card(?:ul)?|contul|карта|счет"
            r"|со счета|счёт списания|κάρτα|λογαριασμός|gönderen hesap|dari rekening|rekening (?:sumber|asal|pengirim|debet)"
            r"|dari akaun|daripada akaun|akaun|metode(?: pembayaran)?|kaedah pembayaran|จากบัญชี|หักจากบัญชี|ชำระเงินจากบัญชี"
            r"|โอนจากบัญชี|บัญชีต้นทาง|หมายเลขบัตร|บัตร|ชำระด้วย|ช่องทางการชำระเงิน|tài khoản (?:nguồn|ghi nợ|chuyển|thanh toán)"
            r"|thẻ|từ tài khoản|phương thức(?: thanh toán)?|カード番号|ご利用カード番号|お支払い?カード(?:末尾)?|出金口座|入金口座|支払い?方法|お支払方法|卡号末四[码碼位]|卡號末四碼"
            r"|尾号|卡片|信用卡|付款卡号|扣款账户|付款帳號|入账账户|계좌|계좌번호|카드번호|결제수단|출금계좌|입금계좌|결제카드|بطاقة|البطاقة|رقم البطاقة|الحساب|حساب|من حساب"
            r"|إلى حساب|רקם|khata|khaate|bank account|payment from|charged to|card used|account used|funding source|paid from"
            r"|debited account|credited account|deposit to|deposited to|to account|pago con|pagado con|pagamento com|pago por"
            r"|instrument"
        ),
    ),
    (
        "theirs",
        (
            r"(?:bank|(?:nomor|no\.?)(?: rekening)?|rekening) (?:tujuan|penerima)|bank (?:pengirim|asal)|(?:to|beneficiary"
            r"|recipient|receiver|receiving|sender|sending|destination|payee|payer|remitter|remitting"
            r"|originating)(?:['’]s)? bank(?: name)?|banco (?:de )?(?:destino|origen|receptor|emisor|destinatario|origem"
            r"|recebedor)|ngân hàng (?:thụ hưởng|nhận|chuyển|gửi)|banque (?:du )?bénéficiaire|empfängerbank|bank des empfängers"
        ),
    ),
    (
        "payer",
        (
            r"transfer (?:dari|from)|mokėtojas|maksja|maksātājs|platitelj|uplatitelj|plačnik|платник|відправник|from|sender"
            r"|sent by|sender name|remitter(?: name)?|received from|paid by|bheja|payer|transferred by|deposited by|originator"
            r"|ordenante|remitente|origen|enviado por|emisor|pagador|nome do pagador|auftraggeber|von|absender|zahler"
            r"|donneur d'ordre|émetteur|expéditeur|mittente|ordinante|ontvangen van|afzender|pengirim|dari|gönderen|avsändare"
            r"|avsender|afsender|nadawca|zleceniodawca|odesílatel|振込依頼人(?:名)?|送金元|付款人|付款方|汇款人|匯款人|ผู้โอน|người chuyển|보낸분|입금자"
            r"|отправитель|المرسل|from \(name\)|de|desde|de parte de|¿?qui[ée]n (?:te )?(?:env\w+|pag\w+|deposit\w+"
            r"|transfir\w+)\??|nombre del (?:ordenante|remitente)|banco emisor name|remetente|de quem|quem enviou|quem pagou"
            r"|de la part de|da parte di|van|fra|från|od|betaler|maksaja|od koho|plátce|feladó|küldő|plătitor|expeditor|ordonator"
            r"|от кого|плательщик|από|αποστολέας|gönderen(?: adı)?|göndericinin adı|kimden|daripada|nama pengirim|từ|người (?:gửi"
            r"|chuyển tiền)|จาก|ชื่อผู้โอน|ผู้ส่ง|送金者|振込人|ご依頼人|差出人|汇款方|对方|對方|对方户名|보내는분|보낸사람|보낸\s?분|입금자명|의뢰인|من|اسم المرسل|المحول"
            r"|שולח|bhejne wala|credited by|name of sender|senders? name|sender details?|remitter details?|payer name|employer"
        ),
    ),
    (
        "payee",
        (
            r"الى|إلى|.{0,5}先|(?:特|商)[店家](?:名[称稱])?|penyedia (?:jasa|layanan)|nama biller|property|název protiúčtu"
            r"|název protistrany|názov protiúčtu|nazwa (?:kontrahenta|odbiorcy)|naziv (?:primatelja|trgovca)|titular(?: (?:destino"
            r"|de la cuenta destino))?|nombre destinatario|partner(?: neve)?|counterparty|other party|kontrahent|gegenpartei"
            r"|motpart|protistrana|name des (?:empfängers|händlers)|gavėjas|saaja|saņēmējs|primatelj|primalac|prejemnik|получател"
            r"|одержувач|отримувач|(?:name of )?(?:the )?(?:merchant|payee|beneficiary|recipient|receiver|biller|store|shop"
            r"|retailer|vendor|seller|company|supplier|service provider|restaurante?|ristorante|plaza|establishment)(?: ?(?:name"
            r"|details?|detail))?|from merchant|(?:paid|sent|transferred|transfer|payment|pay|credited) to|to|to \(name\)|where"
            r"|place|location|purchased (?:at|from)|spent at|used at|at|판매자|가맹점|판매처|tienda|vendeur|verkäufer|sprzedawca|prodejce"
            r"|comercio|nombre del comercio|nombre (?:de la empresa|(?:del? )?(?:beneficiario|destinatario|receptor))"
            r"|establecimiento|lugar(?: de (?:la )?(?:transacci[oó]n|compra))?|empresa|destinatario|beneficiario|a favor de|para"
            r"|estabelecimento|local(?: da compra)?|loja|favorecido|recebedor|nome (?:do )?(?:recebedor|favorecido|destinatário"
            r"|beneficiário)|beneficiário|destinatário|quem recebeu|händler|empfänger|auftraggeber/empfänger|zahlungsempfänger"
            r"|begünstigter|an|commerçant|marchand|commerce|bénéficiaire|créancier|destinataire|chez|esercente|negozio|begunstigde"
            r"|ontvanger|winkel|naar|butik|mottagare|mottaker|modtager|brukersted|forretning|butikk|kauppa|odbiorca|sklep|placówka"
            r"|příjemce|obchodník|kedvezményezett|kereskedő|beneficiar|comerciant|empfängerin|penerima|nama penerima|merchant|toko"
            r"|tujuan|ke|kepada|işyeri(?: adı)?|üye işyeri|alıcı(?: adı)?|mağaza|ご?利用先|ご?利用店(?:舗|名)?|加盟店(?:名)?|ご?利用加盟店|ご?利用場所"
            r"|店舗(?:名)?|お?支払い?先|受取人(?:名)?|商户(?:名称)?|商戶(?:名稱)?|收款(?:人|方)(?:名称|名稱)?|消費商店|ร้านค้า|ชื่อร้าน(?:ค้า)?|ไปยัง|ชื่อผู้รับ"
            r"|ผู้รับโอน|ผู้รับเงิน|tên người hưởng|người thụ hưởng|người nhận|đơn vị chấp nhận thẻ|가맹점(?:명)?|사용처|받는분|이용가맹점"
            r"|магазин|получатель|торговая точка|التاجر|المستفيد|المتجر|leverandør|provider|airline|hotel|payment to"
            r"|comercio/establecimiento|transaction at|concesionario|description/merchant|merchant detail|company name|servicio"
            r"|nombre(?: y apellidos?)?|terminal owner name|payee name|to promptpay|ผู้รับชำระเงิน|ไปยังพร้อมเพย์"
            r"|เพื่อเข้าบัญชี(?:บริษัท)?|ชื่อบริษัท|¿?a quién\??|quien recibe|quien recibió|receptor|comercio/servicio|proveedor"
            r"|convenio|biller name|biller|pagado a|transferido a|enviado a|para quem|pago a|pago para|nome do estabelecimento"
            r"|lojista|pour|versé à|au profit de|nom du bénéficiaire|nom du commerçant|zahlung an|überwiesen an|name|händlername"
            r"|shop|geschäft|nome beneficiario|esercizio|punto vendita|a favore di|naam|tegenrekening naam|aan|webwinkel|till|til"
            r"|mottagarens namn|inköpsställe|butiksnamn|betalningsmottagare|betalingsmottaker|mottakers navn|betalt til"
            r"|modtagers navn|saajan nimi|myyjä|do|nazwa odbiorcy|punkt|miejsce|místo|komu|kedvezményezett neve|elfogadóhely|helye"
            r"|către|locație|кому|место|продавец|δικαιούχος|κατάστημα|έμπορος|προς|alıcı|alıcının adı|kime|satıcı|kurum|dibayar ke"
            r"|ditransfer ke|nama (?:merchant|toko|tujuan|penerima)|peniaga|kedai|nama peniaga|đến|tới|nhà cung cấp|cửa hàng"
            r"|người bán|bên nhận|tên người nhận|ผู้รับ|ไปที่|ไปยังบัญชี|ชื่อบัญชีผู้รับ|ชื่อบัญชี|ร้าน|ผู้ให้บริการ|お支払い(?:先)?店舗"
            r"|支払店舗|ご利用店舗名|販売店|店名|商店名[称稱]|收款方|收款人|收款账户名|交易商户|消費店家|店家|특약점|가맹점명|받는\s?분|받는사람|상호|لدى|عند|اسم التاجر|اسم المستفيد|إلى"
            r"|לכבוד|בית עסק|שם בית העסק|transaction place|merchant/location|merchant location|recipient details?"
            r"|beneficiary details?|receiver details?|name of (?:payee|recipient|merchant|beneficiary)|paid towards|in favou?r of"
            r"|pay to|sold by|restaurant name|issuer|fund|scheme|scheme name|policy holder|operator|outlet|charity|organization"
            r"|organisation|utility|service|plan provider"
        ),
    ),
    (
        "narration",
        (
            r"popis (?:transakcie|transakce|platby)|(?:transaction )?(?:info|details?|description|desc?|narration)|p?opis(?: \w+)?"
            r"|descrição|descricao|histórico|reference details|description|descripción|concepto de la operación"
            r"|transaction +details|libellé|descrizione|açıklama|摘要|details of transaction|leírás|описание|περιγραφή|butiran"
            r"|perihal|รายละเอียด|diễn giải|取引内容|ご利用内容|交易摘要|交易描述|적요|거래내용|تفاصيل|الوصف|תיאור|vivaran"
        ),
    ),
    (
        "memo",
        (
            r"zpráva (?:pro příjemce|příjemci)|správa pre príjemcu|memo|note|particulars|yapero|message|comment|comentario"
            r"|concepto|motivo|motif|verwendungszweck|causale|mensaje|mensagem|remarks?|nội dung.*|keterangan|catatan|berita|for"
            r"|備考|备注|備註|การบันทึก|บันทึกช่วยจำ|recipient reference|omschrijving|melding|meddelande|tytuł|nota"
            r"|referencia del cliente|beskjed|viesti|tytuł(?: przelewu)?|zpráva|közlemény|сообщение|назначение|σχόλιο|not|pesan"
            r"|lời nhắn|ข้อความ|メッセージ|ご連絡|留言|附言|메모|الغرض|purpose|reason|remark"
        ),
    ),
)
COMPILED = tuple((field, re.compile(pattern, re.I)) for field, pattern in RULES)
PREFIX = re.compile(r"^(?:[a-h1-9][.)]\s)?[\s*•·■◆◇▼▪►\-–—「《<【\[]*")
SUFFIX = re.compile(r"[\s*:#.\]】>》」†¹²³]+$")
LONGEST = 46


# "Amount / 金額", "Jumlah (RM)": a label in two languages, or with a remark.
TWO_TONGUES = re.compile(r"\s{0,2}[/|()（）]\s{0,2}|\s[-–]\s")


DASH = re.compile(r"\s[-–]\s")
VALUED = re.compile(r"[:\d]")


@cache
def likely() -> Likely:
    return Likely(pattern for _, pattern in RULES)


def _field(key: str) -> str | None:
    return next((COMPILED[rule][0] for rule in likely().of(key) if COMPILED[rule][1].fullmatch(key)), None)


# "Amount*(*Including tax, if applicable)": what is in the sum says nothing of which sum it is.
INCLUDING = re.compile(r"\s{0,2}\*?\s?\(\s?\*?\s?(?:incl|inkl|including|inclusive)\b[^)]{0,60}\)\s?$", re.I)


@lru_cache(maxsize=8192)
def field_of(label: str) -> str | None:
    """The field a label announces, or None when it is no label."""
    if not label or len(label) > LONGEST:
        return None
    key = lower(SUFFIX.sub("", PREFIX.sub("", INCLUDING.sub("", label))).strip())
    if not key or len(key.split()) > 7:
        return None
    field = _field(key)
    if field is None and not VALUED.search(key) and (halves := TWO_TONGUES.split(key)) and len(halves) > 1:
        found = [_field(half.strip()) for half in halves if half]
        # "Merchant - OAK GRILL" is a label and its value: behind a dash the other language must be one as well.
        field = None if None in found and DASH.search(key) else next(filter(None, found), None)
    field = field or built_field(key)
    # "Merchant: DELIVERY HERO" is a label and its value; the value's words say nothing of the label.
    if field == "ignore" and ":" in key and _field(key.partition(":")[0].strip()) != "ignore":
        return None
    # "Your available credit is GBP 2,932.75" is a sentence, not a label.
    return None if field == "ignore" and any(char.isdigit() for char in key) else field
