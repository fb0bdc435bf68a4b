"""Sentences whose subject is the other side, "Orbit GmbH hat 12,50 € abgebucht", and names between the endings that languages hang on them."""

import re
from collections.abc import Iterator

from app.parsing.clean import lower
from app.parsing.lexicon import Likely

UPPER = r"(?-i:[^\W\d_a-zß-öø-ÿ])"
# The beginning of a sentence, with a name that begins with a capital.
FIRST = rf"(?:^|[.!?:]\s{{1,2}}|\n)(?P<n>(?!(?:your|you|we|a|an|the|sie|du|ihre?|dein\w?|wir|vous|tu|votre|un|une|el|la|le|il|se|te|je|u|er|us|det|der|ditt?|vi|hai|ha|has|you've|twoj\w*)\s){UPPER}[^\n!:;,$€£₹₺]{{1,60}}?)\s+"
TURKISH_FIRST = rf"(?:^|[.!\n]\s{{0,2}}|\b(?:kartınızla|kartınızdan|kartınız ile|hesabınızdan|hesabınıza|tarihinde|saat \S{{4,8}})\s)(?P<n>(?!kartınız|hesabınız){UPPER}[^\n,.\d'’]{{1,44}}?)"


class Sentences:
    """Each is tried in its own language only: where its small word stands."""

    def __init__(self, *patterns: str) -> None:
        self.patterns = tuple(re.compile(pattern, re.I) for pattern in patterns)
        self.likely = Likely(patterns)

    def names(self, text: str) -> Iterator[str]:
        """What stands where the other side does, in each that holds."""
        tried = (self.patterns[which] for which in self.likely.of(lower(text)))
        return (found["n"] for pattern in tried if (found := pattern.search(text)))


TOOK = Sentences(
    FIRST + r"(?:has |have |just )*(?:charged|collected|took|taken|debited|billed)\s(?=your|you\b|[$€£₹\d]|[A-Z]{3} ?\d|Rs)",
    FIRST
    + r"(?:(?:ha|te ha|le ha) (?:cobrado|cargado|debitado|descontado|addebitato|prelevato|incassato)|cobró|cobrou|debitou)\b",
    FIRST + r"(?:a (?:bien )?reçu (?:tes|vos)|has received your|ha recibido tu|recibió tu|hat (?:deine|ihre))\b",
    FIRST + r"a (?:prélevé|débité|encaissé|facturé)\b",
    FIRST + r"hat\s(?=[^\n]{1,80}(?:abgebucht|eingezogen|belastet)\b)",
    FIRST + r"heeft\s(?=[^\n]{1,80}(?:afgeschreven|geïncasseerd|geïnd)\b)",
    FIRST + r"(?:har (?:trukket|dragit|belastet|debiteret|fått)|trak)\b",
    (
        r"(?:^|\baapne |\d )(?P<n>(?!aapne|rs\b|inr\b)[^\W\d][^\n,.:\d]{1,40}?) (?:ko|par|pe) (?=[^\n]{0,30}(?:bhej|pay|transfer"
        r"|kharch|di[yae]|kiy))"
    ),
    FIRST + r"(?:pobrał|obciążył|ściągnął)[ao]?\b",
)
GAVE = Sentences(
    r"(?:^|[.!]\s{1,2}|\n|\bque )(?P<n>(?!usted|tú|se\b|has\b|ha\b)"
    + UPPER
    + r"[^\n.,:$]{1,50}?) (?:te |le )?(?:(?:ha )?(?:realizado|hecho|efectuado|enviado)|realizó|hizo|efectuó|envió) (?:una? )?(?:transferencia|depósito|abono|giro|pago|envío)\b[^\n]{0,40} (?:a|en|hacia) (?:tu|su)\b",
    r"(?:^|[.!]\s{1,2}|\n|\bque )(?P<n>(?!você\b|se\b)"
    + UPPER
    + r"[^\n.,:$]{1,50}?) (?:te |lhe )?(?:realizou|fez|efetuou|enviou) (?:uma? )?(?:transferência|depósito|pix|pagamento)\b[^\n]{0,40} (?:para|na) (?:a )?(?:tua|sua|você)\b",
    FIRST + r"(?:te |le |ti |te ha |ti ha )?(?:depositó|abonó|envió|transfirió|inviato|enviou|mandou|depositou|transferiu)\b",
    (
        r"(?:^|[.!,:]\s{1,2}(?:o |a )?)(?P<n>(?-i:[A-ZÀ-Þ])[^\n.,:!€$]{1,50}?) (?:acabou de (?:te |lhe )?|acaba de )(?:enviar"
        r"|transferir|mandar|pagar|depositar)"
    ),
    FIRST + r"(?:vous|t['’]) ?a (?:versé|viré|envoyé|payé|remboursé)\b",
    FIRST + r"hat (?:ihnen|dir)\b",
    FIRST + r"heeft (?:je|u)\b",
    FIRST + r"heeft\s(?=[^\n]{1,60} (?:aan|naar) (?:je|u)\b)",
    FIRST + r"har (?:skickat|sendt|betalt|överfört|overført)\b",
    FIRST + r"(?:przesłał|wysłał|przelał|wpłacił)a?\b",
    FIRST + r"(?:telah )?(?:mengirim|mentransfer|menghantar)\w*\b",
    r"(?:^|\baapko )(?P<n>(?!aapko)[^\W\d][^\n,.:\d]{1,40}?) (?:se|ne) (?=[^\n]{0,40}(?:mil|bhej|prapt|aay|jama|credit))",
    FIRST + r"đã (?:chuyển|gửi)\b",
)
# What a name ends before, in a line that goes on.
THAI_END = r"(?=\s+(?:จำนวน|วันที่|เวลา|ด้วย|ผ่าน|เข้า|เมื่อ|สำเร็จ|พร้อมเพย์|ธนาคาร|บัญชี|เลขที่|เรียบร้อย|บาท|\d)|\n|$)"
THAI_TITLE = r"(?:นางสาว|นาย|นาง|น\.ส\.|ด\.ช\.|ด\.ญ\.|บริษัท|บจก\.|บมจ\.|หจก\.|ร้าน)"
DUTY = r"\b(?:débito (?:automático|direto|directo)|prélèvement|adeudo|domiciliaci[oó]n|addebito(?: diretto)?|incasso|(?:sepa-?)?lastschrift)\b"
OUT_ENDINGS = Sentences(
    TURKISH_FIRST + r"['’]n[dt][ea]n?\s",
    TURKISH_FIRST + r"\s(?:iş ?yerinden|mağazasından|sitesinden|firmasından)\s",
    TURKISH_FIRST + r"\s(?:elektrik |su |doğalgaz |telefon |internet )?fatura(?:sı|nız|sını)\s",
    rf"\d ?(?:TL|TRY|₺)\s(?:tutarındaki (?:eft|havale|fast) işleminiz )?(?P<n>{UPPER}[^\n,.\d'’]{{1,44}}?)['’](?:n[ae]|y[ae]|[ae])\s",
    (
        rf"\b(?:tutarındaki|tutarlı) (?:\w{{2,10}} )?(?:işleminiz|ödemeniz"
        rf"|transferiniz) (?P<n>{UPPER}[^\n,.\d'’]{{1,44}}?)['’](?:n[ae]|y[ae]|[ae])\s"
    ),
    DUTY + rf"[^\n]{{0,40}}?(?:€|eur|euro|\d)\s(?:d[aeio]|der|des|durch|par|door|van|von|au profit de)\s(?P<n>{UPPER}[^\n,;:]{{1,44}}?)(?=\s(?:efe[ct]tuad|efectuad|effectu|eseguit|realizad|foi |a été|ha sido|wurde|ist |is |è stat|em \d|el \d|le \d|il \d|am \d|op \d|na conta|en tu|sur |sul )|$)",
    rf"\b(?:sepa-?)?lastschrift (?:der|des|von|durch)\s(?P<n>{UPPER}[^\n,;:]{{1,44}}?)\s(?:in höhe|über|wurde|am \d)",
    r"(?:^|[\s。、]|で)(?P<n>(?!口座)[^\s、。「」:：\dでに]{2,30}?)(?:さん|様|さま)?(?:に|へ|宛に|あてに)\s?[\d,]{1,12}\s?円(?:の|を)",
    r"(?:^|[\n。、:：]\s?)(?P<n>(?!本日|今日|先ほど|いつも|このたび|カード|口座)[^\s、。「」:：\d][^、。「」:：\n\d]{1,28}?)(?:にて|で)\s?[\d,]{1,12}\s?円",
    r"\[(?:출금|이체|송금|결제|승인)\]\s?[\d,]{1,12}원\s(?P<n>(?!잔액|누적|일시불)[^\s\d:]{2,16})",
    rf"(?:^|[.!,\n]\s{{0,2}})(?P<n>{UPPER}[^\n,.\d'’]{{1,44}}?)['’](?:n[ae]|y[ae]|[ae])\s\d",
    r"자동이체[^\n:\d]{0,8}[:：]?\s(?P<n>(?!출금|결제|완료|잔액)[^\s\d:]{2,20})\s[\d,]{1,12}원",
    rf"(?:ให้แก่|ให้กับ|ให้|ไปยัง|ไปที่|ถึง)\s?คุณ\s?(?P<n>[^\s\d:][^\n:\d]{{1,44}}?){THAI_END}",
    rf"(?:ให้แก่|ให้กับ|ให้|ไปยัง|ไปที่|ถึง)\s?(?P<n>{THAI_TITLE}\s?[^\s\d:][^\n:\d]{{1,44}}?){THAI_END}",
    rf"tiền (?:điện|nước|internet|điện thoại)\s(?P<n>{UPPER}[^\n,.:\d]{{1,40}}?)\s(?:thành công|lúc|ngày|từ)\b",
    r"شراء[^\n]{0,40} (?:من|لدى|عند) (?!بطاق|حساب)(?P<n>[^\n:\d]{2,40}?)(?=\s+(?:ببطاق|بالبطاق|باستخدام|عن طريق|بواسطة|مدى))",
    TURKISH_FIRST + r"(?:['’](?:de|da|te|ta|ye|ya|e|a|ne|na|den|dan|ten|tan)|\s(?:işyerinde|iş yerinde|mağazasında|firmasına|firmasında|adlı (?:kişiye|işyerinde|alıcıya)|hesabına|alıcısına))\s",
    r"円を\s?(?P<n>[^\n、。\d]{2,30}?)(?:さん|様)?(?:へ|に|で)(?:振|お?支|送|決)",
    r"(?:^|[\s。、])(?P<n>[^\s、。「」:：]{2,30}?)での\s?[\d,]{1,12}\s?円",
    r"(?:^|\s)(?P<n>[^\s\n:\d][^\s\n:]{1,28}?)(?:님에게|에게|님께|에) [\d,]{1,12}원[을이]?\s?(?:결제|송금|보냈|이체|지불)",
    r"(?:^|\n)(?P<n>[^\s\n:\d][^\n:\d]{1,28}?) [\d,]{1,12}원 (?:승인|결제)",
    r"(?:在|於|于)\s?(?P<n>[^\n，。,:：\d]{1,30}?)\s?(?:消[费費]|刷卡|支付|付款|交易)",
    r"(?:付款给|支付给|转账给|轉帳給)\s?(?P<n>[^\n，。,\d]{1,30}?)(?=\s?(?:[\d¥￥]|人民|hk|nt|成功))",
    r"شراء[^\n]{0,40} من (?!بطاق|حساب)(?P<n>[^\n:]{2,40}?)(?=\s+(?:بتاريخ|في|بمبلغ|عبر)\s|[.،]|\n|$)",
)  # fmt: skip
IN_ENDINGS = Sentences(
    rf"\d ?(?:TL|TRY|₺)\s(?P<n>{UPPER}[^\n,.\d'’]{{1,44}}?)['’](?:den|dan|ten|tan|nden|ndan)\s",
    rf"จาก\s?คุณ\s?(?P<n>[^\s\d:][^\n:\d]{{1,44}}?){THAI_END}",
    rf"จาก\s?(?P<n>{THAI_TITLE}\s?[^\s\d:][^\n:\d]{{1,44}}?){THAI_END}",
    TURKISH_FIRST + r"(?:['’](?:den|dan|ten|tan)|\s(?:tarafından|hesabınıza|size|adlı kişiden))\s",
    r"(?:^|[\n。])(?P<n>[^\s、。「」:：\d][^、。「」:：\d\n]{1,24}?)(?:さん|様)?(?:から|より)",
    r"(?:^|[\n。])(?P<n>[^\s、。「」:：\d][^、。「」:：\d\n]{1,24}?)(?:さん|様)が[^\n]{0,24}送金",
    r"(?:^|\s)(?P<n>[\uac00-\ud7a3]{2,10}?)님에게 [\d,]{1,12}원을 받",
    r"(?:^|[\n，。])(?P<n>[^\n，。,:：\d您你]{1,20}?)(?:向|给|給)(?:您|你)(?:转账|轉帳|轉賬|付款|汇款|匯款)",
    r"(?:收到|来自|來自)(?:了)?(?:来自|來自)?(?P<n>[^\n，。,\d的]{1,20}?)的(?:汇款|匯款|转账|轉帳|轉賬|付款)",
    r"(?:^|[\n，。])(?P<n>[^\n，。,:：\d您你]{1,20}?)(?:转入|轉入)(?:您|你)的",
    r"(?:حول|أرسل) (?:لك|إليك) (?P<n>[^\n:\d]{2,40}?) (?:مبلغ|بقيمة)",
)  # fmt: skip
