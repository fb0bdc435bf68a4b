"""UOB. Card and PayNow alerts, Singapore and Vietnam.

"You made/scheduled" is one alert for both and the only mail of that payment, so it is read; a payment ordered for later bears the
day of the order.
"""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "uob",
        "UOB",
        ("uobgroup.com",),
        "SG",
        "SGD",
        (
            Format(
                "card-spend",
                OUT,
                "A transaction of {amount} was made with your UOB Card ending {account} on {date} at {counterparty}. If unauthorised",
                Kind.PURCHASE,
                Sample(
                    "A transaction of USD 1,204.00 was made with your UOB Card ending 3378 on 05/06/26 at HARBORVIEW HOTELS. If unauthorised",
                    "1204.00 USD",
                    counterparty="HARBORVIEW HOTELS",
                    account="3378",
                    when="2026-06-05",
                ),
                seen=True,
            ),
            Format(
                "paynow",
                OUT,
                "You made a PayNow transfer of {amount} to {counterparty} (Mobile ending {word}) on your a/c ending {account} at {datetime}. If unauthorised",
                Kind.TRANSFER,
                Sample(
                    "You made a PayNow transfer of SGD 118.00 to NGX SIEX HUXX (Mobile ending 2048) on your a/c ending 4190 at 6:22PM SGT, 18 Jan 26. If unauthorised",
                    "118.00 SGD",
                    counterparty="NGX SIEX HUXX",
                    account="4190",
                    when="2026-01-18T18:22:00+08:00",
                ),
                seen=True,
            ),
            Format(
                "transfer-vn",
                OUT,
                "You have made a funds transfer of {amount} to {counterparty} from your a/c ending {account} at {datetime}. For assistance",
                Kind.TRANSFER,
                Sample(
                    "You have made a funds transfer of VND 1450000 to Nguyen Van Phuc from your a/c ending 5521 at 08:44PM, 03/06/2026, VN Time. For assistance",
                    "1450000 VND",
                    counterparty="Nguyen Van Phuc",
                    account="5521",
                    when="2026-06-03T20:44:00+07:00",
                ),
                seen=True,
            ),
            Format(
                "reversal",
                IN,
                "A transaction of {amount} made with your UOB card ending {account} on {datetime} at {counterparty} has been reversed",
                Kind.REVERSAL,
                Sample(
                    "A transaction of 27.90 SGD made with your UOB card ending 8959 on 24 May 26, 6:34PM at Saffron Rides has been reversed. UOB EMAIL DISCLAIMER",
                    "27.90 SGD",
                    counterparty="Saffron Rides",
                    account="8959",
                    when="2026-05-24T18:34:00",
                ),
            ),
            Format(
                "paynow-uen",
                OUT,
                "You made a PayNow transfer of {amount} to {counterparty} (UEN ending {word}) on your a/c ending {account} at {datetime}. If unauthorised",
                Kind.TRANSFER,
                Sample(
                    "You made a PayNow transfer of SGD 140.00 to PESTARIA PTE. LTD. (UEN ending 942R) on your a/c ending 7831 at 3:59PM SGT, 25 May 26. If unauthorised, call UOB.",
                    "140.00 SGD",
                    counterparty="PESTARIA PTE. LTD.",
                    account="7831",
                    when="2026-05-25T15:59:00+08:00",
                ),
            ),
            Format(
                "funds-transfer",
                OUT,
                "You made/scheduled a funds transfer(s) of {amount} to [UOB a/c ending {word}|{counterparty}] from your a/c ending {account} at {datetime}. If unauthorised",
                Kind.TRANSFER,
                Sample(
                    "You made/scheduled a funds transfer(s) of SGD 766.00 to UOB a/c ending 3561 from your a/c ending 7831 at 6:30AM SGT, 6 May 26. If unauthorised, call UOB.",
                    "766.00 SGD",
                    account="7831",
                    when="2026-05-06T06:30:00+08:00",
                ),
            ),
            Format(
                "bill-payment",
                OUT,
                "You made/scheduled a bill payment(s) of {amount} to {counterparty} on your a/c ending {account} at {datetime}. Bill ref",
                Kind.BILL_PAYMENT,
                Sample(
                    "You made/scheduled a bill payment(s) of SGD 1606.70 to Citi CC on your a/c ending 7831 at 6:33AM SGT, 6 May 26. Bill ref: ending 3902. If unauthorised",
                    "1606.70 SGD",
                    counterparty="Citi CC",
                    account="7831",
                    when="2026-05-06T06:33:00+08:00",
                ),
            ),
            Format(
                "paynow-in",
                IN,
                "You have received {amount} in your PayNow-linked account ending {account} on {datetime}. ",
                Kind.TRANSFER,
                Sample(
                    "You have received SGD 146.00 in your PayNow-linked account ending 3561 on 13-MAY-2026 09:56PM. UOB EMAIL DISCLAIMER",
                    "146.00 SGD",
                    account="3561",
                    when="2026-05-13T21:56:00",
                ),
            ),
        ),
        aliases=("uob",),
    ),
)
