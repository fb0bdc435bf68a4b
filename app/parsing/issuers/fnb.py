"""FNB. inContact messages; a payment to the user's own account is income."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "fnb",
        "FNB",
        ("fnb.co.za",),
        "ZA",
        "ZAR",
        (
            Format(
                "paid",
                OUT,
                "{amount} paid from {words} a/c..{account} @ {word}. Avail {balance}. Ref.{counterparty}. {datetime}",
                Kind.TRANSFER,
                Sample(
                    "R3200.00 paid from Fusion Private a/c..770218 @ Smartapp. Avail R41906. Ref.Thandi Rent. 19Mar 15:20",
                    "3200.00 ZAR",
                    counterparty="Thandi Rent",
                    account="0218",
                    when="2026-03-19T15:20:00",
                    received="2026-03-19",
                ),
                seen=True,
            ),
            Format(
                "received",
                IN,
                "{amount} paid to {words} a/c..{account} @ {word}. Avail {balance}. Ref.{counterparty}. {datetime}",
                Kind.TRANSFER,
                Sample(
                    "FNB:-) R950.00 paid to Fusion Private a/c..770218 @ Eft. Avail R42856. Ref.Naledi. 21Mar 09:10",
                    "950.00 ZAR",
                    counterparty="Naledi",
                    account="0218",
                    when="2026-03-21T09:10:00",
                ),
            ),
            Format(
                "own-transfer",
                OUT,
                "{amount} t/fer from {words} a/c..{account} to {counterparty} a/c..{word} @ {words}. Avail {balance}. {datetime}",
                Kind.TRANSFER,
                Sample(
                    "FNB:-) R250.00 t/fer from Fusion Private a/c..341485 to Notice a/c..218933 @ Scheduled Pymt. Avail R94044. 17May 04:07",
                    "250.00 ZAR",
                    counterparty="Notice",
                    account="1485",
                    when="2026-05-17T04:07:00",
                ),
            ),
            Format(
                "reserved",
                OUT,
                "{amount} reserved for purchase @ {counterparty} from {words} a/c..{account} using card..{word}. Avail {balance}. {datetime}",
                Kind.PURCHASE,
                Sample(
                    "FNB:-) R123.45 reserved for purchase @ Karoo Padstal from Fusion Private a/c..341485 using card..4417. Avail R9404. 18May 14:07",
                    "123.45 ZAR",
                    counterparty="Karoo Padstal",
                    account="1485",
                    when="2026-05-18T14:07:00",
                ),
            ),
        ),
    ),
)
