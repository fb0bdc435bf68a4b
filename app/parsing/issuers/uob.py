"""UOB. Card and PayNow alerts, Singapore and Vietnam."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

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
            ),
        ),
        aliases=("uob",),
    ),
)
