"""Labels nobody listed, told by how they are built: a word that says what the value is, and words that only say of what.

"Fecha del movimiento" is a date of something, "Numer rachunku" a number of an account, 付款時間 a time of a payment. One word that is
neither makes the whole no label.
"""

import re

Classes = dict[str, str]


def _classes(**words: str) -> Classes:
    return {word: name for name, listed in words.items() for word in listed.split()}


WORDS = _classes(
    amount="amount amt sum monto importe cantidad montante quantia montant somme betrag summe importo somma bedrag belopp beløp beløb summa kwota tutar tutarı tutari miktar miktarı jumlah nominal nilai amaun",
    total="total totale totaal totalt toplam razem gesamt łącznie",
    date="date fecha data datum dato tarih tarihi tanggal tarikh tgl päivämäärä pvm día",
    time="time hora heure uhrzeit zeit zeitpunkt ora tijd tijdstip tid tidspunkt klokkeslett klockslag godzina czas saat saati zaman zamanı jam waktu masa aika when cuándo quando quand wann wanneer när når kiedy",
    payee="contacto merchant payee recipient beneficiary receiver biller creditor comercio establecimiento beneficiario destinatario receptor vendedor negocio estabelecimento favorecido recebedor comerciante beneficiário destinatário commerçant bénéficiaire destinataire marchand créancier enseigne magasin "
    "boutique empfänger empfängerin händler zahlungsempfänger begünstigter begünstigte gläubiger anbieter esercente venditore creditore ontvanger begunstigde winkel verkoper incassant tegenrekening mottagare handlare säljare butik köpställe betalningsmottagare mottaker butikk modtager forretning "
    "betalingsmodtager saaja kauppias ostopaikka odbiorca odbiorcy sklep sprzedawca akceptant beneficjent alıcı işyeri mağaza satıcı kurum penerima toko penjual tujuan kedai peniaga destino",
    payer="sender payer remitter originator debtor ordenante remitente pagador depositante remetente émetteur expéditeur payeur débiteur auftraggeber auftraggebers absender zahler zahlungspflichtiger einzahler überweisender mittente ordinante pagatore debitore afzender opdrachtgever betaler verzender "
    "avsändare betalare avsender afsender indbetaler lähettäjä maksaja maksajan nadawca nadawcy zleceniodawca płatnik wpłacający gönderen gönderici ödeyen pengirim penghantar",
    account="card account a/c acct tarjeta cuenta cartão conta carte compte karte konto kreditkarte girokonto debitkarte carta conto rekening kaart pas betaalpas kort kortti tili rachunek rachunku karta karty kart kartı kartınız hesap hesabı hesabınız kartu akaun kad iban rekeningnummer pasnummer korttinumero tilinumero kontonummer kartennummer kortnummer",
    method="method método metodo medio meio moyen forma zahlungsart zahlungsmittel zahlungsweise zahlungsmethode metoda sposób betaalwijze betaalmethode betalsätt betalningssätt betalingsmåte betalingsmetode maksutapa yöntemi şekli metode kaedah",
    number="number no num nº n° n nr nro número numero numéro nummer numer numara numarası nomor nombor id code código codice kod kodu kode identifiant identifikator",
    reference="reference ref referencia referência référence referenz riferimento kenmerk referentie referens referanse rujukan referensi referans referencyjny viite referenznummer referensnummer referentienummer transaktionsnummer transactienummer belegnummer transaktions-id transactie-id transaksjons-id",
    order="order invoice receipt booking pedido factura recibo commande facture bestellung rechnung ordine fattura bestelling factuur sipariş fiş pesanan faktur resi zamówienia faktury",
    authorisation="authorisation authorization autorización autorização autorisation autorizzazione autoryzacji onay approval",
    neutral="of de del della dell delle du des la le les el los the da do dos das di d l e y et und och og ve dan i en in en van der den das von zur zum und al a your tu su votre ihr ihre dein deine sua tua je uw din ditt twoje kontrahenta "
    "transaction trans transacción transação transazione transaktion transaktions transactie transakcji transaksi transaksjon işlem operation operación operação operazione opération operacji movement movimiento movimento payment pago pagamento paiement zahlung betaling betalning płatności ödeme pembayaran pembayar bayaran "
    "purchase compra achat acquisto kauf aankoop köp kjøp køb zakupu alışveriş harcama belanja transfer transferencia transferência virement überweisung bonifico overboeking överföring overføring przelewu havale transferu charge settlement booking posting value valor valeur valuta execution d'exécution exécution "
    "paid pagado payé réglé bezahlt bezahlter betaald betalt pagato ödenen dibayar sent enviado envoyé gesendet inviato charged debited cargado debitado débité abgebucht addebitato addebito afgeschreven obciążany credited abonado acreditado crédité gutgeschrieben accreditato bijgeschreven "
    "received recibido recebido reçu erhalten name nome nombre nom naam namn navn nazwa nama adı nimi sumber origen origem utilizada utilisée used contable contabile księgowania bancaire crédito crédit maksettu veloitettu samlet",
)  # fmt: skip
# Of the languages to the east, which decline their nouns.
EASTERN = _classes(
    amount="částka částku čiastka suma sumă obnos összeg összege valoare valoarea ποσό ποσού αξία сумма суммы сума iznos iznosa znesek",
    total="celkem celková celkovo spolu összesen végösszeg totală σύνολο итого всего разом ukupno skupaj",
    date="datum dátum dátuma data ημερομηνία ημ/νία дата nap",
    time="čas hodina időpont időpontja ώρα время час vrijeme vreme",
    payee="příjemce príjemca obchodník obchodníka prodejce predajca protistrana protistrany kedvezményezett kereskedő elfogadóhely partner comerciant comerciantul comerciantului beneficiar beneficiarul beneficiarului destinatar έμπορος δικαιούχος παραλήπτης κατάστημα επιχείρηση "
    "получатель получателя продавец торговец магазин отримувач отримувача одержувач primatelj primatelja primalac prejemnik trgovac trgovec",
    payer="plátce platca odesílatel odosielateľ příkazce utaló átutaló küldő feladó plătitor ordonator expeditor αποστολέας εντολέας πληρωτής отправитель отправителя плательщик відправник платник наредител platitelj uplatitelj nalogodavac plačnik",
    account="účet účtu számla számlaszám számlaszáma kártya kártyaszám cont contul contului cardul cardului λογαριασμός λογαριασμού κάρτα κάρτας счет счёт счета карта карты картка картки рахунок рахунку račun računa kartica kartice сметка",
    number="číslo čísla szám száma azonosító azonosítója număr numărul αριθμός αρ κωδικός номер код broj broja številka",
    reference="identifikátor referință referința αναφοράς αναφορά referenca",
    authorisation="авторизации авторизації autorizării έγκρισης",
    neutral="platby platba platbu transakce transakcia transakcie pohybu operace operácie zaúčtování účtování zaúčtovania provedení vykonania úhrady úhrada měně mene název názov jméno meno pokynu tranzakció tranzakciós művelet utalás átutalás fizetés vásárlás könyvelés értéknap neve név az "
    "tranzacției tranzacție tranzactiei plății plata operațiunii transferului numele nume debitat creditat συναλλαγής πληρωμής αγοράς μεταφοράς χρέωσης πίστωσης εμβάσματος της του όνομα επωνυμία операции операция платежа перевода транзакции покупки списания зачисления имя название наименование "
    "операції платежу переказу назва транзакції зарахування transakcije plaćanja uplate isplate plačila naziv ime на с со v na z ze pro o",
)
# What ends a compound of the Germanic languages and of Finnish.
ENDS = (
    ("betrag", "amount"), ("summe", "amount"), ("bedrag", "amount"), ("belopp", "amount"), ("beløp", "amount"), ("beløb", "amount"), ("datum", "date"), ("dato", "date"),
    ("dag", "date"), ("päivä", "date"), ("konto", "account"), ("karte", "account"), ("nummer", "reference"), ("tunnus", "reference"), ("empfänger", "payee"),
)  # fmt: skip
SPLIT = re.compile(r"[^\w°º'/-]+|(?<=\b[dl])'|(?<=\bdell)'")
# What is to come or stands over is no payment: a compound of these words says nothing of one that was made.
NOT_PAID = re.compile(
    r"rest|kontroll|forfall|förfall|fällig|mindest|rechnungs|versand|liefer|geburts|gültig|limit|rahmen|gebühr|rabatt"
)
MOST_WORDS = 5
# Where the money went, which is no account of the reader's and no name.
THEIR_ACCOUNT = "theirs"

_JA = r"(?:ご?利用|お?支払い?|決済|お?振込|送金|お?取引|入金|出金|ご?購入|チャージ|返金|受取)"
_ZH = r"(?:交易|付款|支付|消[费費]|转[账帐]|轉[帳賬]|到[账帳賬]|入[账帳賬]|收款|退款|订单|訂單|刷卡|扣款|汇款|匯款|实付|實付|[转轉][入出])"
_KO = r"(?:결제|승인|이용|거래|송금|이체|사용|환불|입금|출금|구매|주문)"
# Of scripts that write without blanks, and of languages whose words are phrases.
BUILT = tuple(
    (field, re.compile(pattern))
    for field, pattern in (
        ("amount", rf"{_JA}(?:合計)?(?:金額|総額|額)|{_ZH}[总總]?[金款]?[额額]|{_KO}\s?(?:금액|액)|합계|총액"),
        ("amount", r"(?:จำนวน(?:เงิน)?|ยอด)(?:ที่)?(?:โอน|ชำระ|ใช้จ่าย|ใช้|จ่าย|รวม)?|(?:số|tổng(?: số)?|thành|giá trị) (?:tiền|giao dịch)(?: (?:chuyển|thanh toán|giao dịch))?"),
        ("amount", r"(?:إجمالي |قيمة )(?:ال)?مبلغ|(?:ال)?مبلغ (?:ال)?\w{2,12}"),
        ("datetime", rf"{_JA}?(?:日時|日付|時間|時刻)|{_ZH}(?:日期|时间|時間|日)|时间|{_KO}?\s?(?:일시|일자|날짜|시간|시각)"),
        ("datetime", r"วัน(?:ที่)?[-/ ]?(?:และ)?เวลา(?:ที่)?(?:โอน|ชำระ|ทำรายการ)?|เมื่อ|(?:ngày|thời gian|thời điểm|lúc|giờ)(?:,? (?:giờ|giao dịch|thanh toán|chuyển))*|(?:ال)?(?:تاريخ|وقت)(?: و?(?:ال)?\w{2,10}){0,2}"),
        ("payee", rf"{_JA}(?:店舗?|店)名?|お店|(?:商[户戶家店]|店[铺鋪家]|特[约約]商[店户戶])(?:名[称稱]?)?|(?:收款|交易对手|[转轉]入)(?:人|方|户名|戶名)(?:姓名|名[称稱])?|交易对手|付款给"),
        ("payee", r"(?:결제|사용|이용|구매)처|매장|수취인|받(?:는|으신)\s?(?:분|사람)|보낸\s?곳|(?:โอน)?ไปยัง|ถึง|สถานที่|ชำระให้|(?:ที่)?ร้าน|(?:tên )?(?:người|đơn vị|bên) (?:nhận|thụ hưởng)|tại|địa điểm|nơi giao dịch"),
        ("payee", r"(?:اسم )?(?:ال)?(?:تاجر|مستفيد|محل|متجر|جهة)|لصالح|الوجهة"),
        ("payer", r"(?:ご?依頼|お?振込(?:依頼)?|送金|入金|お?支払い?)(?:人|元|者)名?|(?:付款|汇款|匯款|转账|[转轉]出|[转轉]帳|匯出)(?:人|方)(?:姓名|户名|戶名|名称)?|来源|송금[인자]|입금(?:인|자|하신\s?분)|보낸\s?(?:분|사람|이)"),
        ("payer", r"ผู้โอน(?:เงิน)?|ผู้ส่ง(?:เงิน)?|โอนจาก|จาก|(?:tên )?(?:người|đơn vị|bên) (?:gửi|chuyển)|(?:اسم )?(?:ال)?(?:مرسل|محول|دافع)(?: \w{2,10})?|الجهة المحولة"),
        ("reference3", rf"(?:{_JA}|受付|照会|伝票|お問い合わせ|管理|予約)(?:番号|id)|(?:{_ZH}|参考|參考|凭证|憑證|商户|流水|授权|授權)?(?:单号|單號|[编編][号號]|流水[号號]|序[号號]|参考号)|(?:{_KO}|관리|예약|참조)\s?(?:고유)?\s?번호"),
        ("reference3", r"(?:เลข(?:ที่)?|รหัส|หมายเลข)(?:อ้างอิง|รายการ|ธุรกรรม|คำสั่งซื้อ|ใบเสร็จ)|(?:mã|số) (?:giao dịch|gd|tham chiếu|bút toán|tra soát|lệnh|đơn hàng|tra cứu)|(?:رقم|رمز) (?:ال)?(?:عملية|مرجع|مرجعي|حوالة|معاملة|طلب)|المرجع"),
        ("ownaccount", rf"{_JA}?(?:口座|カード)(?:番号|末尾|名称?)?|{_JA}方法|(?:扣款|付款|支付|[转轉]出|信用卡|银行|銀行|交易)?(?:卡[号號]|[账帳][号號户戶])(?:尾[号號]|末四[码碼])?|银行卡|支付(?:方式|工具)|{_KO}\s?(?:수단|방법|카드|계좌)"),
        ("ownaccount", r"(?:ช่องทาง|วิธี)(?:การ)?ชำระเงิน|บัตร(?:เครดิต|เดบิต)|เข้าบัญชี|(?:số )?(?:tài khoản|thẻ|tk)|hình thức thanh toán|(?:رقم )?(?:ال)?(?:حساب|بطاقة)|(?:طريقة|وسيلة) الدفع"),
    )
)  # fmt: skip


# What was done, and by whom, to whom or when: "Inviato da", "Pagaste a", "Ausgeführt am".
DONE = tuple(
    (field, re.compile(pattern))
    for field, pattern in (
        ("payer", r"(?:recibid[oa]|recibiste|recebid[oa]|reçue?|ricevuto|diterima|otrzymano|ontvangen|mottaget|mottatt|modtaget|received|enviad[oa]|envoyé|inviato|gesendet|dikirim|wysłan[oey]|sent|deposited|credited|transferred) (?:de|da|dari|od|van|von|från|fra|por|par|oleh|przez|by|from)|od kogo|keneltä|kimden"),
        ("payee", r"(?:pagaste|enviaste|transferiste|le enviaste|le pagaste|pagado|enviado|transferido|payable|dibayar|bayar|ditransfer|versé|payé|pagato|inviato|betaald|gestuurd|betalat|betalt|sendt) (?:a|ao|to|kepada|ke|à|aan|till|til)|(?:ort|lieu|luogo|paikka|miejsce|dónde|onde|où|waar|presso|bij|firma|yer|entidade|bedrijf)(?: transakcji)?"),
        ("datetime", r"(?:realizad[oa]|efectuad[oa]|efetuad[oa]|effectuée?|exécutée?|ausgeführt|gebucht|eseguit[oa]|uitgevoerd|genomförd|utført|wykonano|completed|executed|occurred)(?: (?:em|el|le|am|il|op|on|den))?"),
    )
)  # fmt: skip


def built_field(key: str) -> str | None:
    """The field of a label in lower case by its make; None when it is none."""
    if not key.isascii() and (built := next((field for field, pattern in BUILT if pattern.fullmatch(key)), None)):
        return built
    if done := next((field for field, pattern in DONE if pattern.fullmatch(key)), None):
        return done
    words = [word for word in SPLIT.split(key) if word]
    if not 0 < len(words) <= MOST_WORDS:
        return None
    classes = {_class(word) for word in words}
    return None if None in classes else _of({name for name in classes if name}, len(words))


def _class(word: str) -> str | None:
    if known := WORDS.get(word) or EASTERN.get(word):
        return known
    ends = next((name for end, name in ENDS if word.endswith(end) and len(word) > len(end) + 2), None)
    return None if ends and NOT_PAID.search(word) else ends


MADE = {
    frozenset(classes.split()): field
    for field, listed in (
        ("date", "date"),
        ("datetime", "time|date time"),
        ("amount", "amount"),
        ("total", "total|amount total"),
        ("ownaccount", "account|method|account method|account number|method number"),
        ("payer", "payer|payer account|payer number"),
        ("payee", "payee|payee payer"),
        (THEIR_ACCOUNT, "payee account"),
        ("reference2", "reference|reference number"),
        ("reference4", "order number|order reference|order number reference"),
        ("reference5", "authorisation number|authorisation reference"),
    )
    for classes in listed.split("|")
}


def _of(classes: set[str], words: int) -> str | None:
    said = frozenset(classes - {"neutral"})
    # A bare "No." may number anything; that of a transaction is its reference.
    return "reference3" if said == {"number"} and words > 1 else MADE.get(said)
