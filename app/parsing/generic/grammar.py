"""Where a sentence keeps the name of the other side, and what ends it there, language by language."""

import re

# What ends a name inside a sentence.
STOP = re.compile(
    r"\s+(?:on|at|using|via|with|for|to|through|by|is|was|has|had|have|into|in|and the|and paid|and reference|dated|towards|of"
    r"|ending|your|our|it|this|it's|ref|refno|rrn|upi|utr|txn|info|avl|available|against|in the amount|amount|where|if"
    r"|credited|requested|went|didn't|completed|just|successfully|successful"
    r"|el|con|desde|por|a las|hoy|fue|ha sido|mediante|mientras|en tu|en su|en la cuenta|cuando|no dia|no cart[ãa]o"
    r"|no cr[ée]dito|no d[ée]bito|na sua|na conta|em|às|com|pelo|pela|no valor|foi|am|um|mit|bezahlt|gesendet|überwiesen"
    r"|belastet|erhalten|auf|vom|wurde|le|avec|depuis|sur|par|pour|il|alle|tramite|con carta|op|met|om|den|kl|den|tarihinde"
    r"|işyerinde|tutarında|pada|dengan|dari|daripada|kepada|sebesar|ngày|lúc|gebucht|umgesetzt|abgebucht|eingegangen"
    r"|gutgeschrieben|afgeschreven|bijgeschreven|wurden?|ist|sind|a bien|a été|ont|è stato|è|is|dnia|dne|za|kartą|kartou"
    r"|kortilla|cu|în data|in data|în|sur|bei|con carta|presso|sana|size|karte|karta|ka|ko|ke|mein|naam|hai|hain|วันที่|เวลา"
    r"|จำนวน|ผ่าน|เป็นเงิน|จาก|เข้า|số|vào|qua|bằng|từ|بتاريخ|في|بمبلغ|من|إلى|على|через|картой|на сумму|με|στις|την|stiga"
    r"|med kort|kortti|via|och|og|và|pakai|menggunakan|memakai|sejumlah|pukul|jam)\b"
    r"|\s+(?:debitad[oa]|creditad[oa]|est (?:parti|arrivé|débité)|a été|vanaf|er (?:trukket|betalt|belastet)|har (?:dragits"
    r"|betalats)|blev|ble|został\w{0,3}|über \d|na (?:kartę|konto|rachunek|účet)|z (?:konta|rachunku|karty|účtu)|fra konto"
    r"|från konto|da (?:sua )?conta|na (?:sua )?conta|(?:de|sur) votre|(?:de|en) tu|del tuo|sul tuo|van je|op je|auf (?:ihr"
    r"|dein)|von (?:ihr|dein))\b"
    r"|\s+(?:current|curr|new|total) bal(?:ance)?\b|\s+(?:a/c|acct?|iban)\b(?=[\s:#.no]{0,6}[*xX•\d])"
    r"|\s*,\s(?:[\w']{2,14} ){1,3}(?:bank|a/c)\b|\s*,\s(?:card|a/c|account|acct|cuenta|tarjeta|conta|cartão|conto|carta|konto"
    r"|karte|compte|carte|rekening)\b"
    r"|\s+\(?\+?\d{2,6}[xX*•#]{2,8}\d{2,4}(?!\d|\s+[A-Z])|\s+(?:ve výši|vo výške|дата|на стойност|dana|dne|dňa|на дата|картка"
    r"|карта|tarehe|tarihinde|kuupäev|datums|naudojant|u iznosu|v znesku|summas|en concepto|por un|por importe|por valor"
    r"|no dia|en el comercio|avec|ontvangen|reçu|på|hos|med|din|karticom|kartico|kortelė|kortele|ar karti|карткою|карткой"
    r"|картою|þann)\b"
    r"|\s+(?:from|under|per) (?:[\w-]{1,16} ){0,2}(?:your|account|a/c|acct|our|my|card|wallet)\b|\s+from (?:your|card|ac)\b"
    r"|\s+[-–]\s|\s*(?<=\s)\d{1,2}[:/\-.]\d{2}|\s+\d{1,2}(?:st|nd|rd|th)?[ \-](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
    r"|dec)|\s*[,;]\s+(?:where|on|at|your|you|ref|rrn|a pending|el\b|o dia|am|le\b|the|which|con\b|for\b|please)"
    r"|\s*[;!|•·→]|\s*\((?:ref|vpa|mobile|uen|\*|upi|x{2}|ending|a/c|card|for|using|via|\d)|\s*[（]"
    r"|(?<!\b\w)(?<!\bmr)(?<!\bms)(?<!\bdr)(?<!\bsr)(?<!\bmrs)(?<!\bmme)(?<!\bsra)\.\s|\.$|\s*,\s*(?:\d{1,2}\s|\d{1,2}$|rrn)"
    r"|\s+[$€£₹₱₦]\s?\d|\s+(?:Rs\.?|INR|USD|EUR|GBP|SGD|MYR|AED|NGN|KES|ZAR|PHP|CRC|HKD|BRL|MXN|SAR|QAR|KWD|EGP|PLN|CZK|HUF"
    r"|RON|SEK|NOK|DKK|CHF|TRY|THB|VND|IDR|JPY|KRW|CNY|TWD|LKR|PKR|GHS|UGX|TZS)\s?\d|\s+(?:RM|Rp|R\$|kr|₹|฿|₫)\s?\d"
    r"|[,;]\s*(?:data|valuta|ref|kort|karte|karta|kortti|kártya|cu|egyenleg|saldo|txn|tid|available|dnia|kl|klo|vid|am|on|at"
    r"|le|el|il)\b|[、。，]|\n|$",
    re.I,
)
LONGEST_NAME = 90  # characters


# A name that stands before the verb, or between two words of languages that put the verb last.
BEFORE_VERB = re.compile(
    r"(?:^|[.!:]\s|\n)(?P<n>[^\n!:]{2,60}?)\s+(?:has |have |just |ha )*(?:sent you|paid you|sent a|sent money|te (?:envió"
    r"|ha enviado|transfirió|ha transferido|pagó|yapeó|depositó)|te hizo|(?:te )?enviou|ti ha (?:inviato|pagato)"
    r"|t['’]a (?:envoyé|versé|viré|payé|remboursé)|vous a (?:envoyé|payé)|hat dir|heeft (?:je|[^\n]{0,24}betaald|[€\d])"
    r"|skickade|sendte deg|sent\b|refunded\b|deposited\b|added (?:money|funds|[$€£₹]))",
    re.I,
)
AROUND = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"(?:tarihinde|saat[^\n]{0,8})\s+(?P<n>[^\n]{2,60}?)\s+(?:işyerinde|adlı|mağazası|firması)",
        r"在\s*(?P<n>[^\n]{1,40}?)\s*(?:消費|消费|支付|使用|刷卡)",
        r"[向给給]\s*(?P<n>[^\n]{1,30}?)\s*(?:付款|转账|轉賬|支付)",
        r"(?:^|\n)(?P<n>[^\n]{1,40}?)[（(](?:買物|ショッピング|利用|支払い?)[）)]",
        r"(?P<n>(?:[\u30a1-\u30ff]{1,12} )?[^\s\n]{1,30})(?:様|さん)から",
        r"\bInfo:?\s+(?P<n>[^\n]{2,70}?)(?=\.\s|\.?$|\n)",
        r"\bwhere:?\s+(?P<n>[^\n]{2,70}?)(?=\n|$)",
        r"[;,]\s*(?P<n>[^\n;,]{2,60}?)\s+credited\b",
        r"\b[Rr]eceipt from (?P<n>[^\n\[#]{2,60}?)(?=\s*(?:\[|#|\n|$|amount))",
        r"\b(?:txn|ref|rrn|transaction)\b[^\n()]{0,16}\d{6,16} \((?P<n>(?-i:[A-Z])[^\n()\d]{2,40})\)",
        r"\b(?:card|kart\w{1,2}|tarjeta|carte|carta)(?: nr| no\.?)? ?[*xX.]{1,8}\d{3,4}: (?P<n>(?-i:[A-Z])[^\n:;]{1,44}?)(?=\.\s|,\s|$|\n)",
        r"\bpurchase from (?P<n>[^\n]{2,60}?)(?= on | for |\.|$)",
        r"\bbeneficiary (?P<n>(?-i:[A-Z])[^\n]{2,50}?) has (?:been )?(?:received|credited)",
        r"\byou (?:paid|sent)\s+(?P<n>[A-Z][^\n$€£₹\d]{1,50}?)(?=\s*\n|\s+[$€£₹]|$)",
        r"\bpurchase:? \S{0,3}?[\d.,]{3,12}(?: [A-Z]{3})? (?:at )?(?P<n>(?-i:[A-Z])[^\n,;]{2,40}?)(?= \d{1,2}[/.-]\d|\.|$)",
        r"\bRef\.(?P<n>[A-Za-z][^\n.]{1,40})",
        r"\d{1,2}:\d{2}, (?P<n>(?-i:[A-Z][A-Z0-9&' *-]{2,40}))(?=[.,]|\n|$)",
    )
)
# A name between two words that only a payment made has …
AROUND_OUT = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        (
            r"(?:\d{2}[:.]\d{2}(?:['’]\w{1,4})?|tarihinde)\s+(?P<n>[^\n,\d][^\n,]{1,50}?)\s+(?:işyerin[de]e?|işyerine|iş yerinde"
            r"|üye işyerinde|mağazasında|noktasında)"
        ),
        r"(?:\d{2}[:.]\d{2}(?:['’]\w{1,4})?|tarihinde)\s+(?P<n>[^\n,\d][^\n,]{1,50}?)\s+(?:alıcısına|adlı alıcıya|hesabına)",
        r"(?:^|\s)(?P<n>(?-i:[A-ZÇĞİÖŞÜ])[^\n,\d'’()]{1,40}?)['’](?:tan|ten|dan|den|ta|te|da|de)\s(?=[^\n]{0,60}(?:TL|TRY|₺))",
        r"(?:입금|출금|이체|송금|승인|결제)\s[\d,]{1,12}원\s(?P<n>(?!잔액|누적|일시불)[^\s\d:]{2,16})",
        r"hesab(?:ınızdan|ından)\s+(?:[\d.: ]{0,24}(?:tarihinde|['’]\w{2})?\s{0,2})(?P<n>[^\n\d]{2,50}?)\s+(?:adına|hesabına|alıcısına)",
        (
            r"(?:naam|nome|tegenpartij|ordinante|beneficiario|empfänger|odbiorca|penerima|merchant|payee"
            r"|beneficiary):?\s+(?P<n>[^\n:,;]{2,60}?)(?=[.,;]\s|\.?$|\n)"
        ),
        r"[:：]\s?(?P<n>[^\s、。「」:：\d][^、。「」:：\n\d]{1,28}?)(?:にて|で)\s?[\d,]{1,12}\s?円",
        r"(?P<n>[^\s、。「」:：]{2,30})\s?(?:で|にて)\s?[\d,]{1,12}\s?円",
        r"(?P<n>[^\s、。「」:：]{2,30}?)(?:さん|様)?(?:に|へ)\s?(?:[\d,]{1,12}\s?円)?(?:を)?(?:送金|支払|お支払|振込|送り)",
        r"(?:카드로|카드에서|계좌로|계좌에서)\s(?P<n>[^\n:\d]{2,28}?)에서\s[\d,]{1,12}원",
        r"(?:^|\s)(?P<n>[^\s\n:]{2,30}?)\s?(?:에서|님에게|님께|에게|께)\s",
        r"\d{1,2}[/.\-]\d{1,2} \d{1,2}:\d{2}\s+(?P<n>[^\s\d\n:][^\s\n:]{1,30})(?=\s|$)",
        r"(?:摘要|内容)\s?[:：]?\s?(?:口座振替|振替|カード|デビット)?\s?(?P<n>(?![をはのがにで])[^\n\d]{2,40})",
        r"在\s*[「“]?(?P<n>[^\n，。,「」“”]{1,40}?)[」”]?\s*(?:消費|消费|支付|使用|刷卡|付款|交易|簽賬|簽帳|签账)",
        r"(?:向|给|給|予)\s*(?P<n>[^\n，。,\d]{1,30}?)\s*(?:付款|转账|轉賬|轉帳|支付|汇款|匯款|转出)",
        r"(?:商[户戶](?:名[称稱])?|商店(?:名[称稱])?|收款(?:人|方)|特[约約]商[户戶店])\s?[:：]\s?(?P<n>[^\n，。,;；]{1,40})",
        r"(?:لدى|لصالح|إلى|عند)\s*:?\s+(?P<n>[^\n:]{2,50}?)(?=\s+(?:بتاريخ|في|بمبلغ|من|بقيمة|عبر)(?:\s|$)|[.،]|\n|$)",
        (
            r"(?:ที่ร้าน|ร้าน|ที่|ให้แก่|ให้|ไปยัง)\s+(?P<n>(?:\d-)?[^\n:\d][^\n:]{1,44}?)(?=\s+(?:จำนวน|วันที่|เวลา|ด้วย|ผ่าน"
            r"|เป็น|เมื่อ|สำเร็จ|พร้อมเพย์|ธนาคาร|บัญชี|เลขที่|THB|บาท|\d)|\n|$)"
        ),
        r"(?<!\w)(?:στο|στη|στην|στον|στα|προς|σε)\s+(?P<n>[^\n]{2,44}?)(?=\s+(?:με|στις|την|από|για|ποσού|\d)(?:\s|\d)|[.,]\s|\.?$|\n)",
        r"(?:₽|руб\.?|RUB|р\.|₴|грн)[.,]?\s+(?P<n>[^\n.,\d][^\n.]{1,40}?)(?=[.,]\s|\n|$)",
        r"(?:покупка|оплата|купівля)[.:]\s+(?P<n>[^\n.,\d][^\n.,]{1,40})",
        r"(?<!\w)(?:ב-?|אצל )(?P<n>[^\n\d]{2,40}?)(?=\s+(?:בתאריך|בסך|בכרטיס|על)|[.,]|\n|$)",
        r"\b(?:cajero|caixa eletr[oô]nico|cash machine|atm)(?: automático)?:? (?P<n>(?-i:[A-Z][A-Z0-9])[^\n,.]{1,40}?)(?=[,.]|$|\n)",
        r"(?:轉出|转出|轉帳|转账)[^\n]{0,16}至\s?(?P<n>[^\n，。,\d]{1,20})",
        r"(?:\d{2}[:.]\d{2}(?:['’]\w{1,4})?)\s+(?P<n>[^\n,\d]{2,50}?)['’](?:a|e|ya|ye|na|ne)\s+[\d.,]{1,14} ?TL",
        r"\d원\s?(?:결제|승인|사용)\s(?P<n>[^\s\d\n][^\n]{1,30}?)(?=\s(?:누적|잔액)|$|\n)",
        r"(?:pr[ée]l[èe]vement|virement|achat cb|carte)(?: sepa)? (?:de |à |chez )?(?P<n>(?-i:[A-Z][A-Z0-9&' .*-]{2,40}?))(?=\.|,|$|\n| le \d)",
        (
            r"\((?:(?:visa|pos|eftpos|card|direct) )?(?:(?:purchase|payment|debit"
            r"|deposit) )?(?P<n>(?-i:[A-Z][A-Z0-9&'*./-]+(?: [A-Z0-9&'*./-]+)+))\)"
        ),
        r"\b(?:purchase|payment|txn|spend), (?P<n>(?-i:[A-Z])[^\n,]{2,40}), ",
        r"\b(?:for|of) your (?P<n>(?-i:[A-Z])[^\n.,:]{1,30}?) (?:order|purchase|instal?ment)\b",
        r"\d[/-]\d{2,4} [-–] (?P<n>(?-i:[A-Z])[^\n.]{2,50}?)(?=\.\s|\.?$|\n)",
        r"\bPayee\s*[:\-]\s*(?P<n>[^\n.,;]{2,50})",
        r"(?<!\w)(?P<n>[^\n,.:\d]{2,40}?) (?:ko|को) (?:rs\.?|inr|₹)?\s?[\d,.]{0,12}\s?(?:bhej|diye|diya|pay)",
        r"\bpurchased from (?P<n>[^\n]{2,60}?)(?= on | for |\. |\.?$|\n)",
        (
            r"\b(?:trx|trxn|txn|transaction|purchase)\b[^\n]{0,60}?\d[^\n]{0,12}? from (?P<n>(?-i:[A-Z])(?![^\n]{0,24}\b(?:a/c"
            r"|acct?|account|card)\b)[^\n]{2,50}?)(?= for | on | with |\. |\.?$|\n)"
        ),
        r"\b(?:GIRO|IBG|ACH|ECS|NACH)\s?[,:]\s(?P<n>(?-i:[A-Z])[^\n.,;]{2,50})",
        r"\|\s?\d{4,6}\*{2,}\d{4},?\s?\|\s?(?P<n>[^|\n]{2,60}?)\s?\|\s?\d",
        r"\bpokupka:\s(?P<n>[^;\n]{3,50});\s",
        r"\bso du[^:\n]{0,16}: ?(?:VND )?[\d,.]{4,20}(?: ?VND)?\.\s(?P<n>(?-i:[A-Z])[^.\n]{3,60}?)(?=\.|$|\n)",
        r"ร้าน\s?(?P<n>[^\n]{2,40}?)(?=\s(?:บช|คงเหลือ|บัญชี|วันที่|\d)|$|\n)",
        r"\bostatok:[^;\n]{3,24};\s(?P<n>(?=[^;\n]*[^\W\d_]{3})[^;\n]{3,60})(?=;|$|\n)",
        r"(?:^|\n)لـ\s?:?\s?(?P<n>(?!\d)[^\n;]{2,50})(?=;|\n|$)",
        r"(?:^|\n)من\s?:?\s?\d{4};\s?(?P<n>[^\n;]{2,50})(?=\n|$)",
        r"(?:对方(?:为|户名)?|對方(?:為|戶名)?|商[户戶][为為])\s?[:：]?\s?(?P<n>(?![账帳户戶])[^\n，。,;；:：\d]{2,40})",
        r"(?:^|\n)ref:? (?P<n>(?-i:[A-Z][A-Z'.-]+(?: [A-Z][A-Z'.-]+)+)) (?:at|on) \d",
        r"\b(?:oplata|pokupka|spisanie)\W{1,3}[\d.,]{2,14} [A-Z]{3}[.;]\s(?:(?-i:[A-Z]{3}) )?(?P<n>[^\n.;]{2,50})(?=[.;]|\n|$)",
        r"\bkwenda (?:LIPA )?(?P<n>(?-i:[A-Z])[^\n\d:]{2,50}?)(?= (?:AC|A/C|REF|tarehe|\d)|\.|$|\n)",
        r"(?:^|\n)(?:(?-i:[A-Z]{2,5})/){2,4}(?P<n>(?-i:[A-Z][A-Z .&'-]{3,50}))(?=\n|$)",
        r"\bagent\s?[-:]\s?(?P<n>(?-i:[A-Z])[^\n.,]{2,40}?)(?= (?:is|was|has)\b|[.,]|\n|$)",
        r"\d, name:? (?P<n>(?-i:[A-Z])[^\n.,:]{2,40}?)(?= at \d| on \d|[.,]|\n|$)",
        r"\d원 (?P<n>[^\s\d\n][^\n\d]{1,24}?) 사용(?=\s|$)",
    )
)
# … and one that only a payment received has.
AROUND_IN = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"(?:^|[.!,\n]\s{0,2})(?P<n>[^\n.!,:\d]{2,50}?)\s+(?:sana|size|hesabınıza|hesabına|tarafından|adlı kişi)\b",
        r"(?:^|[.!\n]\s{0,2})(?P<n>(?-i:[A-ZÇĞİÖŞÜ])[^\n,.\d]{2,40}), [^\n]{5,120}(?:gönderdi|yolladı|yatırdı|aktardı)",
        r"hesab(?:ınıza|ına)\s+(?:[\d.: ]{0,24}(?:tarihinde|['’]\w{2})?\s{0,2})(?P<n>[^\n\d]{2,50}?)\s+(?:tarafından|adlı kişiden|hesabından)",
        r"(?:érkezett |jóváírás )?(?P<n>(?-i:[A-ZÁÉÍÓÖŐÚÜŰ])[^\n,.\d]{2,40}?) (?:ügyféltől|részéről|partnertől)",
        r"\((?P<n>(?-i:[A-Z][A-Z0-9&'*./-]+(?: [A-Z0-9&'*./-]+)+?))(?: PAYROLL| SALARY| WAGES)?\)",
        r"\bquem (?:mandou|enviou|pagou)\s?:?\s(?P<n>[^\n.,:]{2,50})",
        r"mobile (?:no\.? )?[\dXx*]{6,14}-(?P<n>[^\n(]{2,40}?)(?=\s*\(|\.|$)",
        (
            r"(?:naam|nome|mittente|tegenpartij|ordinante|auftraggeber|plačnik|platitelj|uplatitelj|mokėtojas|maksja|maksātājs"
            r"|платник|відправник|отправитель|remitente|ordenante|nadawca|zleceniodawca|pengirim|sender"
            r"|bhejne wale)\s?:?\s+(?P<n>[^\n:,;]{2,60}?)(?=\s+(?:data|valuta|am|on|el|del|dnia|pada|il)\b|[.,;]\s|\.?$|\n)"
        ),
        r"(?P<n>(?:[\u30a1-\u30ff]{1,12} )?[^\s、。「」:：\n]{1,30}?)\s?(?:さん|様)?(?:から|より)",
        r"(?:^|\s)(?P<n>[^\s\n:]{2,30}?)\s?(?:님이|님으로부터|님에게서|에게서|으로부터|로부터|님께서)",
        r"(?P<n>[\uac00-\ud7a3]{2,6})\s?(?:입금|송금)\s",
        r"(?:입금|송금)\s[\d,]{1,12}원\s(?P<n>(?!잔액|누적)[^\s\d:]{2,16})",
        r"(?:付款人|付款方|付方|汇款人|匯款人|轉出人|转出人|对方|對方|来自|來自)\s?[:：]?\s?(?P<n>[^\n，。,;；的]{1,40})",
        r"(?:收到|获得|獲得)(?:由|自|来自|來自)?\s?(?P<n>[^\n，。,\d]{1,40}?)\s?(?:的|向你|向您|给你|給你)?(?:转账|轉賬|轉帳|转入|轉入|汇款|匯款|汇入|匯入|存入|付款|红包)",
        r"(?:من|المرسل)\s*:?\s+(?P<n>[^\n:\d]{2,50}?)(?=\s+(?:بتاريخ|في|بمبلغ|إلى|على|بقيمة)(?:\s|$)|[.،]|\n|$)",
        r"(?:จาก|โดย)\s+(?P<n>[^\n:\d][^\n:]{1,44}?)(?=\s+(?:จำนวน|วันที่|เวลา|เข้า|ผ่าน|เมื่อ|\d)|\n|$)",
        r"(?:nội dung|nd)\s?:?\s+(?P<n>(?-i:[A-Z][A-Z]+(?: [A-Z]+){1,5}))\s+(?:chuyen|ck|tra|thanh toan|gui)",
        r"(?<!\w)(?:από)\s+(?P<n>[^\n\d]{2,44}?)(?=\s+(?:με|στις|στον|στο|για)\s|[.,]\s|\.?$|\n)",
        r"(?<!\w)(?:от)\s+(?P<n>[^\n\d.]{2,44}?)(?=\s+(?:на|в|по)\s|[.,]\s|\.?$|\n)",
        r"(?:摘要|内容|振込依頼人|依頼人|振込人|送金者)\s?[:：]?\s?(?:給与|賞与|振込|入金)?\s?(?P<n>(?![をはのがにで])[^\n]{2,40})",
        (
            r"\bcredited to (?:your )?(?:ac|a/c|acct|account)\s\S{3,20} (?:for|by|from) (?P<n>(?-i:[A-Z])[^\n]{1,50}?)(?=\s[-:]"
            r"|\s(?:on|via|ref)\b|\.\s|\n|$)"
        ),
        r"(?<=\d)from (?P<n>(?-i:[A-Z])[^\n\d]{2,50}?)(?= as | balance| via | on |\.|\n|$)",
        r"\b(?:incoming|inward) transfer: (?P<n>(?-i:[A-Z])[^\n\d:]{2,40})",
        r"在\s?(?P<n>[^\n，。,:：\d]{1,30}?)的?(?:退[货貨款])",
        r"(?:jama|credit|prapt)[^\n]{0,60}\b(?P<n>(?-i:[A-Z][A-Z]+(?: [A-Z]+){0,4})) (?:se|ne|dwara)\b",
    )
)
# What stands behind an amount after a comma, "489,00 Kč, ALBERT PRAHA 5, 20.3.2026", or before one, "ICA MAXI, 249 kr".
# In capitals it needs no comma: "EFTPOS $42.10 RB PATEL NADI card *5510".
BEHIND_AMOUNT = re.compile(
    r"\s(?P<c>[A-Z][A-Z0-9&'*./-]{1,20}(?: [A-Z0-9&'*./-]{1,20}){1,5})(?=\s(?!\s?\d{1,3}[.,]\d\d)(?:card\b|on\b|at\b|dt\b"
    r"|\d{1,2}[ /.-])|[.,](?:\s|$)|$|\n)|\s{0,2}[,;:–-]\s{1,2}(?P<n>(?-i:[^\W\d_a-zà-ÿ])[^\n,;]{1,44}?)(?=\s{0,2}[,;]\s|\.\s"
    r"|\.?$|\n)"
)


def _can_be_plain(pattern: str) -> bool:
    """Whether some way through the pattern needs no letter beyond ASCII: only then is plain text worth the search."""
    fixed = "".join(phrase for phrase in re.split(r"\(\?P<n>.*?\)(?=$|[^\w])", pattern))
    return fixed.isascii() or any(
        key in pattern
        for key in (
            "naam",
            "Info",
            "where",
            "you (?:paid",
            "credited",
            "Ref",
            "Payee",
            "RUB",
            "bhej",
            "jama",
            "işyer",
            "mağaza",
            "hesab",
            "beneficiary",
        )
    )


PLAIN_AROUND = frozenset(one.pattern for one in (*AROUND, *AROUND_OUT, *AROUND_IN) if _can_be_plain(one.pattern))
