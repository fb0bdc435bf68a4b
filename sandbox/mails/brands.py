# ruff: noqa: E501 - a sentence of a mail stands on one line, as its issuer sends it
"""The issuers whose mails are imitated: how their mails look, and the small print they carry."""

from functools import partial

from sandbox.shells import Brand

_DICGC = "Deposits are insured with DICGC up to Rs. 5,00,000 per depositor. Never share OTP, PIN or CVV with anyone."
_UPI_APP = "Never share your UPI PIN or OTP. For support open the app > Help. Registered office: Bengaluru 560103."
_SHOP = "You are receiving this mail because you placed an order with us. GSTIN 29AAAAA0000A1Z5."

HDFC = Brand(
    "HDFC Bank", "hdfcbank.bank.in", colour="#004c8f", accent="#ed232a",
    helpline="If this was not you, report it at once on 1800 258 6161 (India, toll free), or SMS BLOCK to 7308080808.",
    legal="This is a system-generated mail; please do not reply. HDFC Bank never asks for your OTP, CVV or PIN.\nWarm regards, HDFC Bank",
)  # fmt: skip
ICICI = Brand(
    "ICICI Bank", "icici.bank.in", colour="#b02a30", accent="#f06321",
    helpline="To dispute, call 18002662. Deposits are insured by DICGC up to Rs. 5,00,000.",
    legal="Sincerely, ICICI Bank\nPlease do not share your OTP or PIN with anyone.",
)  # fmt: skip
AXIS = Brand(
    "Axis Bank", "axis.bank.in", colour="#97144d", accent="#ae275f",
    helpline="If this transaction was not initiated by you: SMS BLOCK to +919951860002 or call 18001035577 (Toll Free).",
    legal="Always open to help you. Regards, Axis Bank Ltd.\nPlease do not share your CVV/OTP with anyone.",
)  # fmt: skip
KOTAK = Brand(
    "Kotak Mahindra Bank", "kotak.bank.in", colour="#003874", accent="#ed1c24", helpline="Not you? Call 1860 266 2666.",
    legal="Warm regards, Kotak Mahindra Bank Ltd.\n" + _DICGC,
)  # fmt: skip
SBI = Brand(
    "State Bank of India", "sbi.bank.in", colour="#280071", accent="#00b5ef",
    legal="Please do not reply to this auto generated email. Beware of fraud calls; SBI never asks for OTP. Helpline 1800 1234.",
)  # fmt: skip
SBI_CARD = Brand(
    "SBI Card", "sbicard.com", colour="#0d2c6c", accent="#18a0da",
    helpline="Trxn. not done by you? Report at https://sbicard.com/Dispute.",
    legal="Safe banking tip: never share your card number, CVV, PIN, OTP or password with anyone.\nSBI Card helpline 1860 180 1290.",
)  # fmt: skip
INDUSIND = Brand(
    "IndusInd Bank", "indusind.com", colour="#8a1538", accent="#c8a96a",
    legal="In case you have not authorised this transaction please call 18602677777. IndusInd Bank never asks for OTP or PIN.",
)  # fmt: skip
IDFC = Brand("IDFC FIRST Bank", "idfcfirstbank.com", colour="#9d1d27", accent="#6e1219", legal=_DICGC)
YES = Brand("YES BANK", "yes.bank.in", colour="#00518f", accent="#dc1f2e", legal=_DICGC)
CANARA = Brand("Canara Bank", "canarabank.com", colour="#0091d5", accent="#fdc82f", legal="This is an auto generated mail")
BOB = Brand("Bank of Baroda", "bankofbaroda.bank.in", colour="#f26522", accent="#f26522", legal=_DICGC)
PNB = Brand("Punjab National Bank", "pnb.co.in", colour="#a20a3a", accent="#fbbc09", legal=_DICGC)
HSBC_IN = Brand("HSBC India", "hsbc.co.in", colour="#db0011", accent="#333333", legal=_DICGC)
ONECARD = Brand("OneCard", "getonecard.app", colour="#111111", accent="#666666", legal=_DICGC)
AMEX_IN = Brand("American Express India", "americanexpress.com", colour="#006fcf", accent="#00175a", legal=_DICGC)
PAYTM = Brand("Paytm", "paytm.com", colour="#00b9f1", accent="#002970", legal=_UPI_APP)
PHONEPE = Brand("PhonePe", "phonepe.com", colour="#5f259f", accent="#5f259f", legal=_UPI_APP)
GPAY = Brand("Google Pay", "google.com", colour="#1a73e8", accent="#34a853", legal=_UPI_APP)
AMAZON_PAY = Brand("Amazon Pay", "amazonpay.in", colour="#232f3e", accent="#ff9900", legal=_SHOP)
AMAZON_IN = Brand("Amazon.in", "amazon.in", colour="#232f3e", accent="#ff9900", legal=_SHOP)
SWIGGY = Brand("Swiggy", "swiggy.in", colour="#fc8019", accent="#fc8019", legal=_SHOP)
ZOMATO = Brand("Zomato", "zomato.com", colour="#e23744", accent="#e23744", legal=_SHOP)
UBER_IN = Brand("Uber", "uber.com", colour="#000000", accent="#276ef1", legal="Uber India Systems Private Limited")
CRED = Brand(
    "CRED", "cred.club", colour="#0d0d0d", accent="#d9d9d9", legal="copyright Dreamplug Technologies. all rights reserved."
)
ZERODHA = Brand("Zerodha", "zerodha.com", colour="#387ed1", accent="#387ed1", legal="Zerodha Broking Ltd. Member of NSE, BSE.")
AIRTEL = Brand("Airtel", "airtel.in", colour="#e40000", accent="#e40000", legal="Bharti Airtel Ltd, Gurugram 122015.")
IRCTC = Brand("IRCTC", "irctc.co.in", colour="#213d77", accent="#fb792b", legal="This is a system generated mail.")

_us = partial(Brand, country="US", region="US", zone="America/New_York", currency="USD")
_california = partial(Brand, country="US", region="US", zone="America/Los_Angeles", currency="USD")
_FDIC = "You are receiving this alert because your settings ask for it. Member FDIC."
CHASE = _us("Chase", "chase.com", colour="#117aca", accent="#0b5394", legal="JPMorgan Chase Bank, N.A. " + _FDIC)
BOFA = _us(
    "Bank of America", "bankofamerica.com", colour="#012169", accent="#e31837",
    legal="We'll never ask for your personal information such as SSN or ATM PIN in email messages. Bank of America, N.A. Member FDIC.",
)  # fmt: skip
CAPITAL_ONE = _us("Capital One", "capitalone.com", colour="#004977", accent="#d03027", legal=_FDIC)
DISCOVER = _us(
    "Discover",
    "discover.com",
    colour="#ff6000",
    accent="#23233f",
    legal="Discover Bank, P.O. Box 30943, Salt Lake City, UT 84130",
)
WELLS = _us(
    "Wells Fargo",
    "wellsfargo.com",
    colour="#d71e28",
    accent="#ffcd41",
    legal="Wells Fargo Online Customer Service. Member FDIC.",
)
PAYPAL = _california(
    "PayPal",
    "paypal.com",
    colour="#003087",
    accent="#009cde",
    legal="PayPal, Inc. 2211 N. First Street, San Jose, CA 95131",
)
VENMO = _california(
    "Venmo", "venmo.com", colour="#008cff", accent="#008cff", legal="Venmo, 117 Barrow Street, New York, NY 10014."
)
SPOTIFY = _us("Spotify", "spotify.com", colour="#1db954", accent="#191414", legal="Spotify USA Inc. 4 World Trade Center.")
WISE = Brand("Wise", "wise.com", "BE", "EU", "Europe/Brussels", "EUR", "#163300", "#9fe870", legal="Wise Europe SA, Brussels.")
REVOLUT = Brand("Revolut", "revolut.com", "IE", "EU", "Europe/Dublin", "EUR", "#0666eb", "#191c1f", legal="Revolut Bank UAB.")
N26 = Brand(
    "N26", "n26.com", "DE", "EU", "Europe/Berlin", "EUR", "#36a18b", "#1b1b1b", legal="N26 Bank SE, Voltairestr. 8, 10179 Berlin"
)
MONZO = Brand(
    "Monzo", "monzo.com", "GB", "EU", "Europe/London", "GBP", "#ff4f40", "#14233c",
    legal="Monzo Bank Limited. Your eligible deposits are protected up to £120,000 by the FSCS.",
)  # fmt: skip
DBS = Brand(
    "DBS",
    "dbs.com",
    "SG",
    "EU",
    "Asia/Singapore",
    "SGD",
    "#ff3333",
    "#000000",
    legal="This is an auto-generated message. Please do not reply.",
)
UOB = Brand(
    "UOB", "uobgroup.com", "SG", "EU", "Asia/Singapore", "SGD", "#0b3979", "#ed1c24",
    legal="UOB EMAIL DISCLAIMER\nAny person receiving this email and any attachment(s) contained, shall treat the information as confidential.",
)  # fmt: skip
NUBANK = Brand(
    "Nubank",
    "nubank.com.br",
    "BR",
    "EU",
    "America/Sao_Paulo",
    "BRL",
    "#820ad1",
    "#820ad1",
    legal="Nu Pagamentos S.A. CNPJ 18.236.120/0001-58.",
)
RAKUTEN = Brand(
    "Rakuten Card", "rakuten-card.co.jp", "JP", "EU", "Asia/Tokyo", "JPY", "#bf0000", "#bf0000",
    legal="※本メールは速報のため、後日お届けする確定版と内容が異なる場合がございます。",
)  # fmt: skip
AMAZON_US = _california(
    "Amazon.com", "amazon.com", colour="#232f3e", accent="#ff9900", legal="Amazon.com, Inc. Seattle, WA 98109"
)
DHL = Brand(
    "DHL",
    "dhl.de",
    "DE",
    "EU",
    "Europe/Berlin",
    "EUR",
    "#ffcc00",
    "#d40511",
    legal="Dies ist eine automatische Nachricht. Bitte antworten Sie nicht.",
)

FRIEND = Brand("Friends", "friends.example")
WORK = Brand("Brightpath", "brightpath.example")
GAZETTE = Brand(
    "The Weekly Reader",
    "weeklyreader.example",
    colour="#7a1f1f",
    accent="#b8860b",
    legal="The Weekly Reader, 12 Lake Road, Pune 411001",
)
DIGEST = Brand(
    "Developer Digest", "devdigest.example", colour="#0b7285", accent="#e8590c", legal="Written by three people and a cat."
)
STUDIO = Brand(
    "Ananda Studio",
    "anandastudio.example",
    colour="#5c7c3b",
    accent="#c77d2b",
    legal="Ananda Studio, 4 Temple Street, Bengaluru 560004",
)
FORGE = Brand("Forge", "codeforge.example", colour="#24292f", accent="#0969da", legal="Forge, a home for code.")
CALENDAR = Brand(
    "Calendar",
    "calendar.example",
    colour="#1a73e8",
    accent="#1a73e8",
    legal="You receive this because of your notification settings.",
)
JOBS = Brand(
    "Jobsboard", "jobsboard.example", colour="#2557a7", accent="#2557a7", legal="You receive this because you saved a search."
)
