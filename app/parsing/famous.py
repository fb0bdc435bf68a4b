"""Banks, cards and wallets that swindlers like to be: the name people know and the registered labels it sends from.

Only names that mean nothing else stand here; a word of daily life ("current", "chime in") needs a second word to count as the name.
"""

# name in lower case, blanks kept → labels before the public suffix that the company owns, beside the name itself without blanks.
FAMOUS: dict[str, tuple[str, ...]] = {
    # India
    "federal bank": ("federalbank",), "union bank of india": ("unionbankofindia", "unionbank"), "punjab national bank": ("pnb", "pnbindia"), "bank of baroda": ("bankofbaroda", "bobibanking", "bobcard"),
    "bank of india": ("bankofindia", "boi"), "indian bank": ("indianbank",), "yes bank": ("yesbank",), "rbl bank": ("rblbank", "rbl"), "bandhan bank": ("bandhanbank",), "state bank of india": ("sbi", "sbicard", "onlinesbi"),
    "karur vysya": ("kvbmail", "kvb"), "idbi bank": ("idbi", "idbibank"), "bajaj finserv": ("bajajfinserv", "bajajfinance", "bajajfinservmarkets"), "mobikwik": (), "razorpay": (), "zerodha": (), "groww": (), "paytm": ("paytmbank", "paytmmoney", "paytmpayments"),
    # United States and Canada
    "wells fargo": ("wellsfargo",), "bank of america": ("bankofamerica", "bofa", "merrilledge", "ml"), "capital one": ("capitalone",), "u.s. bank": ("usbank",), "us bank": ("usbank",), "american express": ("americanexpress", "aexp", "amexmail"),
    "navy federal": ("navyfederal",), "charles schwab": ("schwab",), "coinbase": (), "robinhood": (), "zelle": ("zellepay", "chase", "bankofamerica", "wellsfargo", "usbank", "capitalone"), "cash app": ("cash", "square", "squareup", "block"), "quickbooks": ("intuit",),
    "royal bank of canada": ("rbc", "royalbank"), "scotiabank": (), "desjardins": (), "interac": (), "geek squad": ("bestbuy",), "norton lifelock": ("norton", "gen", "nortonlifelock"), "truist": (), "usaa": (), "regions bank": ("regions",), "adp": (), "paychex": (), "citibank": ("citi", "citicorp"),
    # British Isles
    "lloyds bank": ("lloydsbank", "lloydsbanking", "lloyds"), "natwest": (), "barclays": ("barclaycard",), "nationwide building": ("nationwide",), "halifax": (), "hsbc": ("hsbcnet",), "monzo": (), "revolut": (), "starling bank": ("starlingbank",), "santander": ("santanderbank", "bancosantander", "gruposantander", "mysantander"),
    "hmrc": ("service", "hmrc"), "royal mail": ("royalmail",), "bank of ireland": ("boi", "bankofireland"), "allied irish": ("aib",),
    # Europe
    "sparkasse": ("sparkassen", "s-markt", "s-pay", "berliner-sparkasse", "haspa", "kskmse"), "deutsche bank": ("db", "deutsche-bank"), "commerzbank": ("comdirect",), "postbank": (), "volksbank": ("vr", "volksbanken-raiffeisenbanken"), "n26": (), "comdirect": (),
    "crédit agricole": ("credit-agricole", "ca-", "creditagricole", "ca"), "credit agricole": ("credit-agricole", "ca-", "creditagricole", "ca"), "bnp paribas": ("bnpparibas", "bnp"), "société générale": ("socgen", "societegenerale", "sg"), "boursobank": ("boursorama", "boursobank"), "la banque postale": ("labanquepostale",),
    "intesa sanpaolo": ("intesasanpaolo",), "unicredit": ("unicreditgroup", "unicredit-it"), "poste italiane": ("posteitaliane", "poste"), "postepay": ("poste", "posteitaliane"), "caixabank": ("lacaixa", "imaginbank"), "bbva": ("bbvanet", "bbvamexico", "garantibbva"), "bankinter": (), "sabadell": ("bancsabadell", "bancosabadell"),
    "rabobank": (), "abn amro": ("abnamro",), "klarna": (), "swedbank": (), "handelsbanken": (), "nordea": (), "danske bank": ("danskebank",), "vipps": ("vippsmobilepay",), "mobilepay": ("vippsmobilepay",), "pko bp": ("pkobp", "ipko"), "pko bank polski": ("pkobp", "ipko"), "mbank": (), "allegro": (),
    "česká spořitelna": ("csas",), "komerční banka": ("kb",), "otp bank": ("otpbank", "otp", "otpmobil"), "banca transilvania": ("btrl", "bancatransilvania"), "raiffeisen": ("raiffeisenbank", "rbi", "raiffeisen-"), "ubs": (), "postfinance": (), "eurobank": (), "sberbank": ("sber",), "т-банк": ("tbank", "tinkoff"), "сбербанк": ("sberbank", "sber"),
    "garanti bbva": ("garantibbva", "garanti"), "garanti": ("garantibbva",), "iş bankası": ("isbank",), "akbank": (), "yapı kredi": ("yapikredi",), "ziraat": ("ziraatbank", "ziraatbankasi"), "papara": (),
    # Latin America
    "nubank": ("nu",), "banco itaú": ("itau", "itau-unibanco"), "itaú": ("itau", "itau-unibanco"), "bradesco": (), "banco do brasil": ("bb",), "caixa econômica": ("caixa",), "mercado pago": ("mercadopago", "mercadolivre", "mercadolibre"), "mercadopago": ("mercadolibre", "mercadolivre"), "banorte": (), "banamex": ("citibanamex",), "bancolombia": ("notificacionesbancolombia", "grupobancolombia"),
    "davivienda": ("davibank", "daviplata"), "nequi": ("bancolombia",), "banco de bogotá": ("bancodebogota",), "interbank": ("intercorp", "plin"), "banco de chile": ("bancochile", "bancoedwards"), "bancoestado": (), "banco galicia": ("bancogalicia", "galicia"), "yape": ("yapebcp", "viabcp"), "pichincha": (), "banreservas": ("banreservas",),
    # Africa and the Gulf
    "gtbank": ("gtbank", "gtco", "guarantytrustbank"), "zenith bank": ("zenithbank",), "access bank": ("accessbankplc",), "first bank of nigeria": ("firstbanknigeria",), "opay": ("opay-nigeria", "opayweb"), "kuda": ("kudabank",), "fnb": ("fnb", "firstnationalbank", "rmb", "fnbbotswana", "fnbnamibia", "fnbzambia", "fnbeswatini"), "capitec": ("capitecbank",), "absa": (), "standard bank": ("standardbank",), "nedbank": (), "m-pesa": ("safaricom", "mpesa", "vodacom"), "safaricom": (), "equity bank": ("equitybank", "equitybankgroup"),
    "emirates nbd": ("emiratesnbd",), "first abu dhabi bank": ("bankfab", "fab"), "mashreq": ("mashreqbank",), "adcb": (), "al rajhi": ("alrajhibank", "alrajhi"), "الراجحي": ("alrajhibank",), "riyad bank": ("riyadbank",), "qnb": ("qnbalahli",), "البنك الأهلي": ("alahli", "nbe", "snb", "alahlibank"),
    # Asia and Oceania
    "dbs": ("posb",), "posb": ("dbs",), "ocbc": (), "uob": ("uobgroup",), "maybank": ("maybank2u",), "cimb": ("cimbclicks", "cimbbank", "cimbniaga"), "public bank": ("publicbank", "pbebank"), "bdo unibank": ("bdo",), "bpi": (), "gcash": ("mynt",), "maya bank": ("maya", "mayabank"), "metrobank": ("metrobankonline",), "bank mandiri": ("bankmandiri", "mandiri"), "klikbca": ("bca",), "gopay": ("gojek",), "ovo": (), "dana indonesia": ("dana",),
    "scb connect": ("scb",), "kasikorn": ("kasikornbank", "kbank"), "krungthai": ("ktb",), "bangkok bank": ("bangkokbank", "bbl"), "vietcombank": ("vcb",), "techcombank": (), "vpbank": (), "bidv": (), "momo": ("mservice",), "agribank": (),
    "三井住友": ("vpass", "smbc", "smbc-card", "smbcgroup", "smfg"), "三菱ufj": ("mufg", "cr.mufg", "bk.mufg"), "みずほ": ("mizuhobank", "mizuho-fg"), "楽天カード": ("rakuten-card", "rakuten"), "楽天銀行": ("rakuten-bank", "rakuten"), "paypay": ("paypay-bank", "paypay-card"), "ゆうちょ": ("japanpost", "jp-bank"), "イオン": ("aeon", "aeonbank"), "えきねっと": ("eki-net",),
    "신한": ("shinhan", "shinhancard", "shinhanbank"), "국민카드": ("kbcard", "kbstar"), "카카오뱅크": ("kakaobank", "kakaocorp"), "토스": ("toss", "tossbank"), "현대카드": ("hyundaicard",), "삼성카드": ("samsungcard",), "招商银行": ("cmbchina",), "工商银行": ("icbc",), "建设银行": ("ccb",), "中国银行": ("boc", "bochk", "bankofchina"), "支付宝": ("alipay", "antgroup"), "國泰世華": ("cathaybk", "cathay-ins"), "玉山": ("esunbank",), "中國信託": ("ctbcbank", "chinatrust"), "hang seng": ("hangseng",),
    "commbank": ("cba", "commonwealthbank"), "westpac": (), "anz": (), "nab": (), "kiwibank": (), "meezan": ("meezanbank",), "easypaisa": ("telenorbank",),
    # Everywhere
    "paypal": ("paypal-corp", "paypal-communication"), "netflix": (), "spotify": (), "apple pay": ("apple",), "icloud": ("apple",), "binance": (), "wise": ("transferwise",), "western union": ("westernunion", "westernunionemail"), "dhl": ("dhlparcel", "deutschepost"), "microsoft": ("microsoftonline", "office", "xbox", "live"),
}  # fmt: skip
