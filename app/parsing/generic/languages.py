"""Language by language: the small words that betray it in a sentence, and the prepositions before a payee and before a payer."""

import re


def _prepositions(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<=[\s,:.]))(?:{words})\s+(?=\S)", re.I)


# By language: the words that betray it in a sentence, and the prepositions before a payee, best first, and before a payer.
Language = tuple[frozenset[str], tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]]
LANGUAGES: tuple[Language, ...] = tuple(
    (
        frozenset(betray.split("|")),
        tuple(_prepositions(word) for word in out),
        tuple(_prepositions(word) for word in into),
    )
    for betray, out, into in (
        (
            (
                r"the|your|you|was|is|has|been|paid|sent|spent|payment|debited|credited|received|from|purchase|at|to|transaction"
                r"|transfer|order|receipt|trip|refund|a/c|charged"
            ),
            (
                r"(?:to|towards|by) VPA\s+(?:[\w.\-]+@[\w.\-]+(?=\s+(?!\(?(?:UPI|Ref)\b)[A-Z(]))?",
                r"at (?:merchant|atm)|with merchant|at",
                (
                    r"(?:(?:made|paid|sent|transferred|credited) )?to (?:the )?(?:beneficiary|payee|recipient|merchant"
                    r"|biller)(?: name)?:?|(?:made|paid|sent|transferred|credited) to|to|towards"
                ),
                r"(?:debit|purchase|charge) of \S{1,16}(?: \S{1,12})? from(?! (?:your|the|my|account|a/c|card)\b)",
                r"being(?: (?:the )?payment (?:of|for|to))?",
                r"shares of",
                r"(?:sip|invest\w*)\b[^\n.]{0,40} in(?: the)?",
                r"transaction with|purchase with|order with|(?<!ride )(?<!trip )(?<!riding )with",
                r"(?:transaction|spent|purchase|purchased|payment)(?: of)?(?: [^\n]{1,18}?)? on(?!\s?\d)",
                r"on(?=\s+(?-i:[A-Z]{3}))",
                r"for (?:AutoPay|payment to|your payment to)|payment for|for",
                r"(?:purchase|spent|pos|txn|eftpos|swiped|used) @|by(?=\s+(?-i:[A-Z][\w'&]))",
            ),
            (
                r"(?:from|linked to) VPA\s+(?:[\w.\-]+@[\w.\-]+(?=\s+[A-Z]))?",
                r"received from|sent by|credited by|deposited by|initiated by|from",
                r"by",
                r"at",
                r"raised for",
                r"via",
            ),
        ),
        (
            (
                r"el|la|tu|su|un|una|con|por|has|hemos|desde|recibido|retiraste|gastaste|bizum|débito|adeudo|cargo|abono|compra"
                r"|consumo|cuenta|tarjeta|pago|transferencia|pagaste|enviaste|recibiste|te|se"
            ),
            (
                (
                    r"por concepto de(?: pago)?(?: a| de)?|por (?:el )?(?:pago|consumo|compra)(?: de| del| en"
                    r"| a)?(?: (?:servicios?|recibo|factura)(?: de| del)?)?"
                ),
                r"realizada en|en|en el comercio",
                r"a favor de|a|para",
                r"de",
            ),
            (r"de parte de|de", r"por"),
        ),
        (
            r"o|você|seu|sua|fez|pra|recebeu|compra|pagamento|cartão|conta|foi|pix|enviou|para|pelo|no|recebeu",
            (r"a favor de", r"em|no estabelecimento|no|na|estabelecimento", r"para|pra|a|ao|à"),
            (r"de|do|da|por",),
        ),
        (
            r"le|la|votre|vous|un|une|tu|as|chez|par|sur|dépensé|prélèvement|reçu|paiement|achat|compte|carte|montant|de|au|virement",
            (
                r"chez|auprès de|au distributeur",
                r"au profit de|en faveur de|au bénéfice de|à l'ordre de",
                r"à|au|vers|pour|prélèvement de|par(?=\s+(?-i:[A-Z]))",
            ),
            (r"de la part de|de|par",),
        ),
        (
            (
                r"an|bei|auf|ihrem|ihren|von|wurden|zu|heute|euro|girokonto|kartenzahlung|ist|hat|überweisung|lastschrift|der|die"
                r"|das|ihr|ihre|dein|deine|deiner|deinem|deinen|du|mit|am|um|wurde|über|bezahlt|karte|konto|ein|eine|einen|einer"
                r"|hast|haben|sie"
            ),
            (
                r"bei",
                r"an",
                r"lastschrift von|abbuchung (?:von|durch)|durch|von(?=\s[^\n]{2,50} (?:abgebucht|eingezogen))|zugunsten(?: von| der| des)?",
                r"(?:€|eur|euro) (?:der|des|durch)",
            ),
            (r"von",),
        ),
        (
            r"il|la|di|è|stato|ricevuto|con|carta|pagamento|hai|euro|presso|tua|conto|bonifico|del",
            (r"presso|c/o|da", r"a favore di|a"),
            (r"da|da parte di",),
        ),
        (
            r"je|met|van|een|bij|er|is|door|naar|aan|hebt|heeft|afgeschreven|bijgeschreven|betaald|betaling|rekening|uw|het|de|pas",
            (r"bij", r"ten (?:gunste|voordele) van|aan|naar", r"door"),
            (r"van",),
        ),
        (
            r"du|med|kort|och|og|har|på|till|til|hos|betalt|betalat|köp|kjøp|køb|konto|din|ditt|kr",
            (r"hos|på|ved", r"till|til"),
            (r"från|fra|av",),
        ),
        (
            (
                r"w|na|z|karta|kartą|karty|kartę|płatność|płatności|płatnością|konto|transakcja|transakcji|transakcję|kwota|kwotę"
                r"|kwoty|do|zł|przelew"
            ),
            (r"w sklepie|w punkcie|u sprzedawcy|w|u", r"na rzecz|dla|do"),
            (r"od sprzedawcy|ze sklepu", r"od"),
        ),
        (
            (
                r"di|ke|dari|rp|rm|transaksi|pembayaran|anda|berhasil|sebesar|kamu|kepada|telah|pada|dengan|daripada|akaun"
                r"|rekening|wang|dana|berjaya|yth|nasabah"
            ),
            (r"kepada|dibayar ke|bayar ke", r"di|ke", r"untuk"),
            (r"daripada|dari", r"oleh"),
        ),
        (
            r"bạn|quý khách|đã|thanh toán|giao dịch|chuyển|tiền|cho|tại|vào|lúc|ngày|tài khoản|thẻ|thành công|số|từ|được",
            (r"tại", r"cho|đến|sang|tới"),
            (r"từ",),
        ),
        (
            r"plata|plată|cu|cardul|contul|dvs|suma|data|la|în|ați|ai|tranzacția|tranzacție|tranzactia|tranzactie|lei|ron|de|pe|din",
            (r"la", r"către|catre"),
            (r"de la|din partea",),
        ),
        (r"kártya|összeg|vásárlás|számla|forint|ft|egyenleg|a|az|ön", (r"kedvezményezett:",), (r"feladó:",)),
        (
            (
                r"kortti|maksoit|sait|kaupassa|maksajalta|tili|eur|korttiosto|klo|sinun|maksu|osto|on|maksettu|tililtäsi|tilillesi"
                r"|saajalle|kortillasi|viite"
            ),
            (r"saajalle", r"kaupassa|liikkeessä|saaja:"),
            (r"maksajalta|maksaja:|lähettäjä:?",),
        ),
        (
            r"platba|kartou|částka|účet|kč|zůstatek|dne|na|z|ve|vaše|vaší|vašeho|vašem|karta",
            (r"ve prospěch|v prospech", r"u obchodníka|obchodník|příjemci|příjemce|v|ve|u", r"na účet|pro"),
            (r"od",),
        ),
        (
            r"kaardiga|kaardimakse|konto|kontole|kontolt|eest|makse|tasuti|saaja|summas|jääk|laekus",
            (r"saajale|kauplus(?:es)?|kaupmees",),
            (r"maksjalt|saatja",),
        ),
        (
            r"no|ar|karti|karte|konta|kontā|eur|maksājums|pirkums|jūsu|norakstīts|saņemts|summa",
            (r"saņēmējam|veikalā|tirgotājam", r"pie|uz"),
            (r"no|nosūtītājs",),
        ),
        (
            r"iš|jūsų|sąskaitos|sąskaitą|kortele|kortelė|eur|data|mokėjimas|gavėjas|nurašyta|sumokėta|suma",
            (r"gavėjui|parduotuvėje|prekybos vietoje", r"į"),
            (r"iš|siuntėjas|nuo",),
        ),
        (
            (
                r"na|vaš|vašem|vašeg|račun|računa|računu|kartica|karticom|kartice|eur|rsd|dana|iznos|od|za|je|s|sa|vaše|kupnja"
                r"|plaćanje|nakup|kartico"
            ),
            (
                r"na prodajnem mestu|na prodajnom mjestu|na prodajnom mestu|trgovac|primatelj|primalac|prejemniku",
                r"kod|u korist|v korist|u|v|pri",
                r"za|na",
            ),
            (r"od strane|od",),
        ),
        (
            (
                r"в|на|с|ви|сплатили|карткою|карта|картка|картою|картой|сметка|сметката|рахунку|рахунок|ваш|вашата|вашия|вашого"
                r"|плащане|покупка|оплата|сума|стойност|лв|грн|от|від|у"
            ),
            (r"в магазин|при|у|в|во|во продавница", r"на користь|на|до|към|в полза на|одержувач"),
            (r"от|від",),
        ),
        (
            r"með|korti|hjá|þann|greitt|frá|til|kr|reikning|reikningi|millifært",
            (r"hjá", r"til"),
            (r"frá",),
        ),
        (
            r"umelipa|kwa|tsh|ksh|kwenye|akaunti|yako|malipo|umetuma|umepokea|kutoka|salio|tarehe",
            (r"kwa|kwenye",),
            (r"kutoka kwa|kutoka",),
        ),
        (
            r"ang|ng|iyong|mula|kay|nagbayad|natanggap|nakatanggap",
            (r"sa|kay",),
            (r"mula kay|mula sa|galing kay|galing sa",),
        ),
        (
            r"jou|kaart|aankoop|gedebiteer|betaalde",
            (r"by|aan",),
            (r"van",),
        ),
    )
)
