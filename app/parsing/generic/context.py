"""Words around an amount that make it something else than the payment: a balance, a threshold, an offer, a sum yet to come."""

import re

from app.parsing.lexicon import Lexicon

SENTENCE_BREAK = re.compile(
    r"[!?。！？](?=\s)|(?<!\b[DMS]r)(?<!\b[MS]s)(?<!\bMrs)(?<!\bSra)(?<!\d\sг)(?<!\bapprox)(?<!\baprox)(?<![\u0e00-\u0e7f])\.(?=\s+(?:[^\W\d_a-zà-ÿ]|[$€£₹¥₦₱฿₺]))|\n|。|;\s"
)
# Anywhere between the start of the sentence (or the amount before) and the amount.
STOCK = Lexicon(
    r"\btối thiểu\b|\bsd[:\s]{0,2}$|\b(?:so du|bal|balance|balances|limit|limits|available|avl|avlbl|avlb|avail|aval"
    r"|outstanding|overdraft(?! (?:\w{2,12} )?fee)|minimum|min\.|total due|amount due|insured|protected|threshold|credit line"
    r"|(?<!top up )(?<!isi )(?<!isi ulang )(?<!pembelian )saldo|límite|limite|disponible|disponibile|disponível|cupo|tope"
    r"|solde|plafond|découvert|kontostand|verfügungsrahmen|limiet|guthaben|tageslimite|bakiye|limit[ei]?|kullanılabilir"
    r"|sisa|dostupn\w{0,5}|beschikbaar|depósitos asegurados|garantía|insurance(?! (?:premium|payment|bill|instal"
    r"|contribution))|coverage|einlagen|simpanan|brokerage|sum assured|(?<!transaction )(?<!purchase )(?<!payment )worth"
    r"|value of|warenwert|loan of|personal loan"
    r"|(?<!cuota de tu )(?<!cuota de su )(?<!cuota del )(?<!pago de tu )(?<!pago del )(?<!letra del )préstamo"
    r"|(?<!prestação do )(?<!prestação do seu )(?<!parcela do )empréstimo"
    r"|crédito preaprobado|eligible|pre-?approved|pre-?qualified|preaprobado|bonus(?! redemption| kart)|voucher|gift card worth"
    r"|round(?:ed)? up|ended with|cash ?back of up|year to date|savings? of|you saved|saved|costo?s?|custo)\b"
    r"|残高|利用可能|限度|ポイント|相当|年会費|額度|额度|余额|餘額|คงเหลือ|ยอดเงิน|số dư|잔액|한도|баланс|остаток|الرصيد|رصيد",
)
# Only right before the amount.
THRESHOLD = re.compile(
    r"(?:\b(?:over|above|more than|greater than|exceeds?|exceeding|exceeded|below|under|less than|at least|at most|from"
    r"|starting (?:at|from)|up ?to|as low as|max(?:imum)?|min(?:imum)?|(?:points?|miles?|rewards?|cents|back|p) per|(?:for|on"
    r"|by) (?:paying|spending|recharging|shopping(?: for)?)|save|earn|win|get|flat|extra|bonus|fees?|fee of|charges? of up to"
    r"|starts at"
    r"|desde|hasta|mayor(?:es)? a|superior(?:es)? a|más de|a partir de|até|acima de|ab|bis zu|bis|über mehr als|mehr als"
    r"|à partir de|jusqu'à|plus de"
    r"|(?<!pagamento )(?<!bonifico )(?<!acquisto )(?<!addebito )(?<!prelievo )(?<!accredito )(?<!spesa )(?<!operazione )(?<!transazione )da"
    r"|fino a|oltre|vanaf|tot|från|upp till|fra|opptil|op til|(?<!iznosu )(?<!znesku )(?<!visini )(?<!vrednosti )(?<!suma )od"
    r"|do|powyżej|poniżej|ponad|nad|över|yli|nagyobb mint|peste|üzerindeki|lebih dari|di atas|melebihi|trên|vượt(?: quá)?"
    r"|mulai|hingga|dari|từ|tới|đến|lên đến|ตั้งแต่|สูงสุด|cuotas(?: fijas| mensuales)? de|mensualidades de|instal?ments of"
    r"|parcelas de|mensualités de|raten (?:zu|von)(?: je)?|rate da|termijnen van|rat po|taksit|からと?|最大|最高|(?<=\s)bis)"
    r"|@)\s?(?:of|de|du|a|el|la|the|just|only|nur|\W){0,6}$",
    re.I,
)
AFTER = re.compile(
    r"^\s{0,2}(?:(?:plus gst )?(?:is |are |will be )?applicable|alert limit|you set|or more|or less|and above|or above"
    r"|and over|(?:and|or) up\b|ve üzeri|y más|o más|o mayor|e mais|ou mais|ou plus|et plus|und mehr|oder mehr|en meer|of meer"
    r"|e oltre|o più|eller mer|och uppåt|i więcej|lub więcej|dan lebih|ke atas|trở lên|ขึ้นไป|以上|이상|فأكثر|или больше|и выше"
    r"|off\b|cash ?back|(?:cash |joining |free |welcome |deposit |bet )?bonus|(?:super|promo|reward) ?(?:cash|coins?)"
    r"|(?:in )?free (?:bets?|credits?|spins?)|credit limit|limit\b|left\b(?! (?:\S{1,12} ){0,4}(?:account|a/c|acct))|remaining"
    r"|available|balance|in your [^\n]{0,20}balance|per (?:month|year|week|day|hour|person|100)|a (?:month|year|week|day)"
    r"|/\s?(?:mo|month|yr|year|day|week|hour)|(?:personal |home |instant |gold |car |pre-?approved )?(?:loan|credit line"
    r"|line of credit)\b(?! (?:emi|re-?payment|payment|instal))|monthly(?! (?:maintenance|service|account) fee)|annual(?! fee)"
    r"|al mes|por mes|ao mês|por día|pro monat|im monat|par mois|al mese|million|billion|lakh|crore|points|minimum|p\.a"
    r"|deductible|worth|discount|reward|voucher|gift|threshold|相当|ポイント)",
    re.I,
)
CASHBACK_CAME = re.compile(r"\s{0,2}cash ?back\b[^\n]{0,120}\b(?:has been|was|is) (?:added|credited|deposited)\b")
FUTURE = Lexicon(
    r"\b(?:will|shall|would|won't|could|can|may|might)\s(?:\w{1,12}\s){0,3}?(?:be\s|get\s)?(?:\w{1,12}\s)?(?:debited|credited"
    r"|charged|deducted|transferred|paid|processed|withdrawn|taken|collected|renew(?:ed)?|leave|expire|arrive|cost|appear|give"
    r"|receive|increase|be)\b"
    r"|\b(?:is|are) (?:going )?to be (?:debited|credited|charged|deducted|paid)|\byou'll (?:be )?(?:charged|pay|get|receive"
    r"|earn)|\b(?:is|are|was|falls|comes) (?:now )?due\b|\bdue (?:on|by|date|in)\b|\bpayment due\b|\bscheduled\b|\bupcoming\b"
    r"|\brenews? (?:on|at)\b|\bto be (?:paid|debited|charged)\b"
    r"|\bse (?:cargará|debitará|cobrará|abonará|acreditará)|\bserá[n]? (?:debitad|cobrad|cargad|abonad|acreditad|creditad"
    r"|efetuad)|\bvence\b|\bvencimiento\b|\bvencimento\b|\bpróxim[oa]\b"
    r"|\bwird\b[^\n.]{0,80}(?:abgebucht|belastet|eingezogen|gutgeschrieben|zugestellt|fällig)|\bfällig\b|\bsera (?:prélevé"
    r"|débité|crédité)|\bprélèvement prévu|\béchéance\b(?![^\n]{0,80} a (?:bien )?été (?:débit|prélev|pay|rég))"
    r"|\bverrà (?:addebitat|accreditat)|\bscadenza\b|\bwordt\b[^\n.]{0,60}(?:afgeschreven|geïncasseerd)"
    r"|\bakan (?:didebet|dipotong|ditransfer|dikreditkan)|\bjatuh tempo|\bson ödeme|çekilecek|yapılacak|\bkommer att"
    r"|\bvil bli\b|\bzostanie\b|\bbude (?:stržen|odečten)"
    r"|\btrước (?:ngày )?\d"
    r"|\bse présenter(?:a|ont)\b|\bprélèvements? (?:\w{1,12} )?à venir\b|\b(?:previst[oa]|programad[oa]) (?:per|para) (?:il "
    r"|el |o )?\d|\b(?:is|are) coming up\b"
    r"|お支払い?(?:予定)?日|引き?落とし予定|予定|จะถูก|กำหนดชำระ|đến hạn|sẽ (?:được|bị)|繳款日|缴款日|到期|예정|сrok|будет списан|سيتم"
    r"|\b(?:carg|cobr|debit|descont|abon|acredit|retir|transfer|deposit|proces|renov|reembols|devolv|pag)(?:ar|er|ir)(?:á|án"
    r"|emos|ão)\b|\b(?:vamos a|va a|van a) (?:cobrar|cargar|debitar)|\ba pagar\b|\bpor pagar\b|\bpago pendiente"
    r"|\bfecha (?:límite|de cargo|de vencimiento)"
    r"|\b(?:será|serão|irá|iremos|vamos) (?:cobrad|debitad|creditad|pag|cobrar|debitar|programad)|\bprogramad[oa] para\b|\bagendad[oa]\b"
    r"|\b(?:sera|seront|serez|va être|vont être|allons) (?:prélev|débit|crédit|vers|rembours|exécut|effectu|vir|envoy|factur)"
    r"|\bà (?:régler|payer)\b|\bprélèvement à venir|\bdate (?:limite|d'échéance)"
    r"|\b(?:verrà|verranno|sarà|saranno) (?:addebit|accredit|prelev|effettu|esegu|rimbors)|\baddebiteremo|\bda pagare\b"
    r"|\bwir (?:buchen|ziehen|belasten|werden)\b|\bwerden (?:wir|am|in|von)\b[^\n.]{0,80}(?:abgebucht|abbuchen|eingezogen"
    r"|einziehen)|\bzu zahlen\b|\bbitte (?:überweisen|zahlen|begleichen)|\bzahlbar\b|\bte betalen\b|\b(?:zullen"
    r"|schrijven) (?:we|wij)\b|\bschrijven (?:we|wij)[^\n.]{0,60}\baf\b"
    r"|\bförfall|\bforfall|\bdras (?:den|från)|\btrekkes\b|\btrækkes\b|\bvil blive|\bveloitetaan\b|\berääntyy|\bzostaną"
    r"|\bpobierzemy|\bdo zapłaty|\btermin płatności|\bbudeme?\b|\bk úhradě|\bsplatn|\besedékes|\bfizetendő|\bfizetési határid"
    r"|\bva fi\b|\bvom (?:debita|percepe|retrage|[iî]ncasa|transfera|procesa|trimite|pl[aă]ti)\w*|\bscaden[tț]|\bбуд(?:ет"
    r"|ут)\b|\bспишем|\bк оплате|\bθα\b"
    r"|\b\w{3,}(?:acak|ecek)(?:t[ıi]r)?\b|\basgari ödeme|\bdönem borc|\bakan (?:di\w+|mem\w+|kami|segera)|\bharap\b"
    r"|\bsegera (?:bayar|selesaikan)|\bmenunggu pembayaran|\bsila (?:bayar|jelaskan)|\bperlu dibayar|\btarikh akhir"
    r"|\bbatas waktu|(?<!pembayaran )(?<!bayar )\btagihan (?:anda|kamu|bulan|listrik|air)"
    r"|จะ(?:ถูก|หัก|ตัด|เรียกเก็บ|โอน)|กรุณาชำระ|โปรดชำระ|ภายในวันที่|ครบกำหนด|ยอดที่ต้องชำระ|vui lòng thanh toán"
    r"|cần thanh toán|hạn (?:chót|thanh toán)|sẽ\b|お支払い?期限|お振替日|確定しました|将(?:于|在|从|扣)|將(?:於|在|從|扣)|请于|請於|应还|應還|應繳|应缴|最低还款|最低應繳"
    r"|待支付|待付款|还款日|청구|납부|결제예정|결제하실|يرجى (?:السداد|الدفع)|مستحق|سوف|לתשלום"
    r"|\bdebiteeritakse\b|\bmaksetähta|\btuleb tasuda\b|\btiks (?:norakst|ietur)|\bapmaksas termiņ|\bapmaksāt līdz\b"
    r"|\bbus (?:nurašyt|nuskaičiuot)|\bapmokėti iki\b|\bbit će (?:tereć|naplać)|\bbiće (?:zaduž|naplać)|\bdospijeć|\bdospeva\b"
    r"|\brok (?:plaćanja|plačila)\b|\bza (?:platiti|plačilo|uplatu)\b|\bbo (?:obremenj|bremenj)|\bzapade\b"
    r"|\bще бъд|\bпадеж|\bсрок за плащане|\bдължим|\bбуде списан|\bдо сплати\b|\bтермін сплати|\bзаплановано\b|\beindag"
    r"|\bgjalddag|\bitakatwa\b|\bitatolewa\b|\blipa kabla\b|\bunadaiwa\b|\bunatakiwa kulipa\b|\bsal (?:gedebiteer|afgetrek)"
    r"|\bbetaalbaar\b|\bsisingilin\b|\bbabayaran\b|\bmagbayad\b"
    r"|\bserà (?:carregat|cobrat)|\bvenciment\b|কাটা হবে|শেষ তারিখ|काटे जाएंगे|काटा जाएगा|देय तिथि|अंतिम तिथि|יחויב"
    r"|מועד התשלום|خواهد شد|سررسید|\bse (?:cargarán|debitarán|cobrarán|descontará)|\bserão (?:debitad|cobrad)"
    r"|\bvai ser (?:debitad|cobrad)|\bvamos (?:cobrar|debitar)|\bsera (?:présenté|facturé)|\bira en prélèvement"
    r"|\bverranno prelevat|\bbuchen wir\b|\bziehen wir\b|\bwir am \d|\bafgeschreven worden\b|\bworden afgeschreven op\b"
    r"|\bkommer (?:att )?dras\b|\bdras den\b|\bblir trukket\b|\btrekkes den\b",
)
# The same told ahead of the amount, of the payment itself: a mail that opens so announces.
ANNOUNCED = Lexicon(
    r"\b(?:payment|transaction|account|a/c|card|bill|transfer|amount|it|this|money|funds|subscription|emi|instal?ment|premium"
    r"|deposit|refund|cashback|debit|which|and|you)\b[^\n.;]{0,60}?\b(?:will|shall|would) (?:now |soon |then "
    r"|automatically )?be (?:auto-?)?(?:debited|credited|charged|deducted|paid|made|processed|transferred|withdrawn|taken"
    r"|collected|used|sent|executed|received|settled|billed|added|deposited|drafted|presented|refunded)\b"
    r"|\bwe(?:'ll| will) (?:be )?(?:charg|debit|bill|collect|tak|deduct|draft|transfer|withdraw|mov|send|try|attempt)\w*"
    r"|\bwe expect to (?:post|pay|deposit|credit)\b|\bis (?:set|due) to (?:be )?(?:debited|charged|renew|leave|go out)",
)
PRONOUN_NEXT = re.compile(
    r"\s{0,3}[.!]?\s{1,3}we(?:'ll| will) (?:debit|take|collect|move|transfer|charge|send|pay) it\b"
    r"|(?<!\bfrom)(?<!\bof)(?<!\bfor)(?<!\bwith)(?<!\bin)\s{0,3}[.!]?\s{1,3}(?:it|this|the (?:amount|money|cashback|refund"
    r"|payment))\b[^\n.]{0,40}\bwill (?:be|reach|reflect|appear|get)\b(?! (?:on|in) your (?:next |card |account "
    r"|monthly )*(?:statement|bill))",
    re.I,
)
# Offers: in the subject or beside the amount they make it an invitation.
PROMOTION = Lexicon(
    r"\b\d{1,3}% off\b|\boff your (?:next|first)\b|\b(?:get|earn|win|enjoy|claim|grab|unlock)\b[^\n.]{0,40}(?:cash ?back|bonus"
    r"|off|reward|points|voucher|credit|free|benefits|worth)|\bcash ?back when\b|\buse (?:promo )?code\b|\bpre-?approved\b"
    r"|\bpre-?qualified\b|\byou're eligible\b|\byou are eligible\b|\bapply now\b|\bjoin (?:us )?on (?:telegram|whatsapp)\b"
    r"|\bcredited (?:to your [^\n.]{2,30} )?(?:every (?:day|week|month)|daily)\b|\binvite (?:a )?friends?\b"
    r"|\brefer (?:a )?friend"
    r"|\b(?:apr|rrso|taeg?|effektiver jahreszins)\b[^\n]{0,20}%|\blimited[- ]time\b|\bsale ends\b|\bshop now\b|\bdon't miss\b"
    r"|\byou left something\b|\bin your (?:cart|bag)\b|\bfelicidades\b|\bpreaprobad|\bpré-aprovad|\baproveite\b|\baprovecha\b"
    r"|\bganhe\b|\bgana hasta\b|\bgewinn(?:e|en)\b|\bkazan(?:ın|abilir\w*|mak için|ma fırsatı)\b|\bđể được (?:hoàn|tặng"
    r"|nhận)\b|\bpara ganar\b|もらえる|받으세요|\bsichern\b|\bprofitez\b|\bofferta\b|\bpromosi\b|\bkampanya\b|キャンペーン|抽選|お得|\(광고\)|优惠"
    r"|優惠|折扣|即可(?:获得|獲得|享)|\bve üzeri\b|ส่วนลด|ưu đãi|\bper hour\b|\bsalary range\b|\bsimilar jobs\b|\bcurrent bid\b"
    r"|\bquote\b[^\n]{0,30}valid\b|\bpremium would be\b|\brate alert\b|\bspend\b[^\n.]{0,40}\band (?:get|earn|receive)\b"
    r"|\bwhen you spend\b|\bwelcome (?:bonus|benefits)\b|\bspecial offer\b|\bhot deals?\b|\blowest price\b|\bhurry\b"
    r"|\bhemat rp\b|\bbonus kuota\b|\bgratis ongkir\b|\btặng thêm\b|\bhoàn tiền \d(?![^\n]{0,80}(?:thành công|\bđã\b))"
    r"|\beconomize\b|ارسال رایگان|\buse it on\b|\borders? (?:above|over)\b|\bvalid (?:till|until) midnight|\b(?:(?<!national )lottery|jackpot|inheritance"
    r"|beneficiary of the fund|million (?:us )?dollars)\b",
)


def clause(text: str, start: int, previous_end: int) -> str:
    """What stands before an amount in its sentence, after the amount before it."""
    floor = max(previous_end, start - 160, 0)
    before = text[floor:start]
    breaks = [found.end() for found in SENTENCE_BREAK.finditer(before)]
    return before[breaks[-1] :] if breaks else before


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    left = max(0, start - 400)
    # One sign further, for a full stop shows what it ends by what stands behind it.
    for found in SENTENCE_BREAK.finditer(text, left, start + 1):
        left = min(found.end(), start)
    # Beyond the longest sentence only as far as a full stop looks.
    right = SENTENCE_BREAK.search(text, end, end + 500)
    return left, right.start() if right and right.start() < end + 400 else min(len(text), end + 400)


def is_stock(text: str, start: int, end: int, previous_end: int) -> bool:
    """Whether the amount there is a balance, a limit, a threshold or an offer and not a payment. `text` is in lower case."""
    before = clause(text, start, previous_end)
    if STOCK.search(before) or THRESHOLD.search(before[-24:]):
        return True
    return AFTER.match(text[end : end + 40]) is not None and CASHBACK_CAME.match(text[end : end + 200]) is None
