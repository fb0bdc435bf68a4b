"""Names people know and the registered labels they send from, for senders that have no formats here (yet)."""

# The word shown in the From header → the labels before the public suffix that the company owns.
BRANDS: dict[str, tuple[str, ...]] = {
    "hdfc": ("hdfcbank", "hdfc", "hdfclife", "hdfcergo", "hdfcsec", "hdfcfund"),
    "icici": ("icicibank", "icici", "icicidirect", "iciciprulife", "icicilombard"),
    "axis": ("axisbank", "axis", "axismf", "axisbankmail"),
    "kotak": ("kotak", "kotaksecurities", "kotak811"),
    "citic": ("citic", "citicbank", "ecitic"),
    "sbi": ("sbi", "sbicard", "onlinesbi", "sbimf", "sbilife", "billdesk"),
    "indusind": ("indusind",),
    "idfc": ("idfcfirstbank", "idfcfirst", "idfc"),
    "canara": ("canarabank", "canara"),
    "paytm": ("paytm", "paytmbank"),
    "phonepe": ("phonepe",),
    "citi": ("citi", "citibank", "citicorp"),
    "citibank": ("citi", "citibank"),
    "chase": ("chase", "jpmchase", "jpmorgan", "mcmap"),
    "bofa": ("bankofamerica", "bofa"),
    "paypal": ("paypal", "paypal-corp"),
    "venmo": ("venmo",),
    "zelle": ("zellepay", "zelle", "chase", "bankofamerica", "wellsfargo", "usbank", "capitalone"),
    "amex": ("americanexpress", "aexp"),
    "hsbc": ("hsbc", "hsbcnet"),
    "barclays": ("barclays", "barclaycard", "barclaysus"),
    "santander": ("santander", "bancosantander", "gruposantander", "santanderbank"),
    "bbva": ("bbva", "bbvanet", "bbvamexico", "garantibbva"),
    "revolut": ("revolut",),
    "wise": ("wise", "transferwise"),
    "monzo": ("monzo",),
    "nubank": ("nubank", "nu"),
    "maybank": ("maybank", "maybank2u"),
    "bancolombia": ("bancolombia", "notificacionesbancolombia"),
    "davivienda": ("davivienda", "davibank"),
    "yape": ("yape", "yapebcp"),
    "netflix": ("netflix",),
    "spotify": ("spotify",),
    "amazon": ("amazon", "amazonpay", "amazonses"),
    "flipkart": ("flipkart",),
    "swiggy": ("swiggy",),
    "zomato": ("zomato",),
    "starling": ("starlingbank", "starling"),
    "wellsfargo": ("wellsfargo",),
    "bankofamerica": ("bankofamerica", "bofa"),
    "capitalone": ("capitalone",),
    "americanexpress": ("americanexpress", "aexp"),
    "rakuten": ("rakuten", "rakuten-card", "rakuten-bank"),
    "garanti": ("garanti", "garantibbva"),
    "itaú": ("itau", "itau-unibanco"),
    "dbs": ("dbs", "posb"),
    "ocbc": ("ocbc",),
    "metrobank": ("metrobank", "metrobankonline"),
    "uob": ("uobgroup", "uob"),
}
# Anybody can write from these: no issuer does.
FREE_MAIL = frozenset(
    "gmail.com googlemail.com yahoo.com yahoo.co.in yahoo.co.uk ymail.com outlook.com hotmail.com live.com msn.com aol.com icloud.com me.com mac.com proton.me protonmail.com gmx.com gmx.de gmx.net web.de mail.ru "
    "yandex.ru yandex.com rediffmail.com zoho.com mail.com qq.com 163.com 126.com naver.com hotmail.co.uk hotmail.fr orange.fr free.fr laposte.net libero.it t-online.de".split()
)
GENERIC_WORDS = frozenset(
    "alerts alert mail info bank notify notifications account accounts service services news updates card cards payments payment receipts orders order email support customer team online transaction statement".split()
)
