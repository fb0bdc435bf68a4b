"""What wallets, mobile money and terse alerts say: the name of a command with its success, a balance that rose or fell. The notation is that of `verb`."""

from app.domain.transaction import Kind
from app.parsing.generic.verb import IN, OUT, Verb

DONE = r"(?:is |was |has been )?(?:success(?:ful(?:ly)?)?|completed)\b"
# What only may succeed is an offer.
GAP = r"(?:(?! (?:if|once|when|until|after)\b)[^\n])"
WALLETS: tuple[Verb, ...] = (
    # "Send Money Tk 250.00 to 017… successful", "Cash Out of TSh 30,000 from Agent … is successful"
    ("send money", rf"\bsend money\b{GAP}{{3,60}}? {DONE}", OUT, Kind.TRANSFER),
    ("cash", rf"\bcash[- ]?out\b{GAP}{{2,80}}? {DONE}", OUT, Kind.WITHDRAWAL),
    ("cash", rf"\bcash[- ]?in\b{GAP}{{2,80}}? {DONE}|\bcash[- ]?in received\b", IN, Kind.TOPUP),
    ("cash deposit", r"\bcash deposit of\b[^\n]{3,24} from\b", IN, Kind.TOPUP),
    ("add money", rf"\badd money\b{GAP}{{3,60}}? {DONE}", IN, Kind.TOPUP),
    ("wallet load", rf"\bwallet load\b{GAP}{{3,60}}? {DONE}", OUT, Kind.TOPUP),
    ("payment ", rf"\bpayment (?:of )?[a-z₹৳$]{{1,4}}\.? ?\d[\d,.]*\d to [^\n]{{2,60}}? {DONE}", OUT, None),
    ("txn", r"\btxn(?: successful)?,? am(?:oun)?t [^\n]{2,16} sent to\b", OUT, None),
    ("sent successfully to", None, OUT, Kind.TRANSFER),
    (
        "sent from",
        (
            r"\d(?: has been| was| is| have been)? (?:successfully )?sent from (?:your |my )?(?:[\w.]{1,12} ){0,3}(?:a/c|acct?"
            r"|account|wallet|card)\b"
        ),
        OUT,
        Kind.TRANSFER,
    ),
    ("transfered", r"\byou(?:'ve| have)? (?:successfully )?transfered\b", OUT, Kind.TRANSFER),
    ("~transfered", None, OUT, Kind.TRANSFER),
    ("~trx", r"\btrx\b(?! ?id| no| ref)", OUT, None),
    ("~transaction", r"\btransaction approved\b", OUT, Kind.PURCHASE),
    ("outgoing transaction", None, OUT, None),
    ("incoming transaction", None, IN, None),
    ("transfer out", r"\btransfer out\b\W{0,3}(?=\S{0,4}\s?\d)", OUT, Kind.TRANSFER),
    ("transfer in", r"\btransfer in\b\W{0,3}(?=\S{0,4}\s?\d)", IN, Kind.TRANSFER),
    # And no invitation: "Receive $50 for each friend."
    ("receive ", r"(?:^|[\n:.]\s?)receive (?=\S{0,4}\s?\d[\d.,]*(?: ?[a-z]{3})? from\b)", IN, Kind.TRANSFER),
    ("thay doi", r"\bthay doi\s?\+", IN, None),
    ("thay doi", r"\bthay doi\s?[-−–]", OUT, None),
    ("thay đổi", r"\bthay đổi\s?\+", IN, None),
    ("thay đổi", r"\bthay đổi\s?[-−–]", OUT, None),
    ("vua nhan", r"\bvua nhan(?: duoc)?\b", IN, Kind.TRANSFER),
    ("došl", r"\bdošl[áé] (?:platb|úhrad)\w", IN, Kind.TRANSFER),
    ("odchoz", r"\bodchozí (?:platb|úhrad)\w", OUT, Kind.TRANSFER),
    ("c2c", r"\bc2c\s\W{0,2}\d[^\n]{3,60} to:? ", OUT, Kind.TRANSFER),
    ("auth pmt", None, OUT, Kind.PURCHASE),
    ("credit", r"\b(?:has |a )?credit (?:txn|trxn|trx)\b", IN, None),
    ("debit", r"\b(?:has |a )?debit (?:txn|trxn|trx)\b", OUT, None),
    ("beneficiary", r"\byour beneficiary\b[^\n]{2,70}? has (?:been )?(?:received|credited)\b", OUT, Kind.TRANSFER),
    # Slavic languages without their letters
    ("pokupka", r"\bpokupka\b", OUT, Kind.PURCHASE),
    ("oplata", r"\boplata\b", OUT, Kind.PURCHASE),
    ("spisani", r"\bspisani[ey]\b", OUT, None),
    ("snyatie", None, OUT, Kind.WITHDRAWAL),
    ("nalichn", r"\b(?:vydacha|poluchenie|snyatie) nalichn\w+", OUT, Kind.WITHDRAWAL),
    ("popolneni", r"\bpopolneni[ey]\b", IN, Kind.TRANSFER),
    ("zachislen", r"\bzachislen\w{1,3}\b", IN, None),
    ("postuplen", r"\bpostuplen\w{1,3}\b", IN, None),
    ("otmena", r"\botmena (?:pokupki|operacii|oplaty)\b", IN, Kind.REVERSAL),
    ("vozvrat", r"\bvozvrat\b", IN, Kind.REFUND),
    ("placanje", r"\bplacanje\b[^\n]{0,24} karticom\b", OUT, Kind.PURCHASE),
    ("podizanje", r"\bpodizanje gotovine\b", OUT, Kind.WITHDRAWAL),
    ("odliv", r"\bodliv (?:sa|s) racuna\b", OUT, None),
    ("priliv", r"\bpriliv na racun\b", IN, None),
    # "bol zostatok Vasho uctu … znizeny o 12,31 EUR"
    ("zostatok", r"\bzostatok\b[^\n]{3,60}? (?:zn[ií][zž]en[ýy]|klesol|poklesol) o\b", OUT, None),
    ("zostatok", r"\bzostatok\b[^\n]{3,60}? (?:zv[yý][sš]en[ýy]|st[uú]pol|narastol) o\b", IN, None),
    ("*statek", r"\bz[ůu]statek\b[^\n]{3,60}? (?:sn[ií][zž]en|klesl|poklesl) o\b", OUT, None),
    ("*statek", r"\bz[ůu]statek\b[^\n]{3,60}? (?:zv[yý][sš]en|vzrostl) o\b", IN, None),
    # The rest of the world
    ("kartenumsatz", r"\bneuer kartenumsatz\b", OUT, Kind.PURCHASE),
    ("ocorreu ", r"\bocorreu uma? (?:opera[cç][aã]o de compra|compra)\b", OUT, Kind.PURCHASE),
    ("ocorreu ", r"\bocorreu um d[eé]bito\b", OUT, None),
    ("ocorreu ", r"\bocorreu um cr[eé]dito\b", IN, None),
    ("אושרה עסקה", None, OUT, Kind.PURCHASE),
    ("בוצעה עסקה", None, OUT, Kind.PURCHASE),
    ("חויב", r"חויב(?:ת|ה)? (?:ב|בסך|על)", OUT, None),
    # Of a person it means to win.
    ("זוכה", r"(?:חשבון|חשבונ|כרטיס)[^\n]{0,40} זוכה (?:ב|בסך|על)", IN, None),
    # Coupons and points are used, too.
    (
        "사용",
        r"\d원 (?!\S*(?:쿠폰|할인|포인트|적립|상품권|혜택|이상))\S{2,20} 사용(?=\s|$)(?! (?:가능|시|안내|방법|기간))",
        OUT,
        Kind.PURCHASE,
    ),
    # As the head of an alert, or told: in offers both words stand everywhere.
    ("واریز", r"واریز (?:شد|گردید)|(?:^|\n)\s?واریز(?=\s?:?\s?\n?\s?[-+]?\d)", IN, None),
    ("خرید", r"(?:^|\n)\s?خرید(?=\s?:?\s?\n?\s?[-+]?\d)", OUT, Kind.PURCHASE),
)
