"""Chase. Card, account and Zelle alerts."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Layout, Notice, Sample

ISSUERS = (
    Issuer(
        "chase",
        "Chase",
        ("chase.com",),
        "US",
        "USD",
        (
            Layout(
                "card-spend",
                OUT,
                "you made a&&transaction&&merchant",
                {"Account": "account", "Date": "datetime", "Merchant": "counterparty", "Amount": "amount"},
                Kind.PURCHASE,
                Sample(
                    "You made a $1,207.33 transaction\nThis transaction is above the level you set, see more here.\nAccount | Sapphire Preferred (...8830)\nDate | May 2, 2026 at 11:47 AM ET\nMerchant | DELTA RIDGE AIR\nAmount | $1,207.33",
                    "1207.33 USD",
                    counterparty="DELTA RIDGE AIR",
                    account="8830",
                    when="2026-05-02T11:47:00-04:00",
                ),
                seen=True,
            ),
            Format(
                "card-charge",
                OUT,
                "account ending in {account}. As you requested, we are notifying you of any charges over the amount of {balance}, as specified in your Alert settings. A charge of {amount} at {counterparty} has been authorized on {datetime}",
                Kind.PURCHASE,
                Sample(
                    "account ending in 5520.\nAs you requested, we are notifying you of any charges over the amount of ($USD) 0.01, as specified in your Alert settings.\nA charge of ($USD) 142.60 at NORTHGATE HARDWARE has been authorized on Feb 11, 2026 at 3:02 PM ET.",
                    "142.60 USD",
                    counterparty="NORTHGATE HARDWARE",
                    account="5520",
                    when="2026-02-11T15:02:00-05:00",
                ),
                seen=True,
            ),
            Layout(
                "atm",
                OUT,
                "atm withdrawal of",
                {"Account": "account", "Date": "datetime", "Amount": "amount"},
                Kind.WITHDRAWAL,
                Sample(
                    "ATM withdrawal of $300.00\nThere was a withdrawal above your $200.00 alert limit.\nAccount | TOTAL CHECKING (...6642)\nDate | Jun 5, 2026 at 7:20 PM ET\nAmount | $300.00",
                    "300.00 USD",
                    account="6642",
                    when="2026-06-05T19:20:00-04:00",
                ),
                seen=True,
            ),
            Layout(
                "direct-deposit",
                IN,
                "direct deposit of",
                {"Account": "account", "Posted": "date", "From": "counterparty"},
                Kind.SALARY,
                Sample(
                    "Direct deposit posted\nYou have a direct deposit of $2,846.19 from BRIGHTWELL PAYROLL.\nAccount\nTOTAL CHECKING (...6642)\nPosted\nMay 29, 2026\nFrom\nBRIGHTWELL PAYROLL",
                    "2846.19 USD",
                    counterparty="BRIGHTWELL PAYROLL",
                    account="6642",
                    when="2026-05-29",
                    subject="You have a direct deposit of $2,846.19",
                ),
                also=("direct deposit of {amount} from",),
                seen=True,
            ),
            Layout(
                "zelle-in",
                IN,
                "sent you money&&transaction number",
                {"Amount": "amount", "Sent on": "date", "Transaction number": "reference"},
                Kind.TRANSFER,
                Sample(
                    "DANIELA MORSE sent you money\nHere are the details:\nAmount | $325.00\nSent on | Feb 20, 2026\nTransaction number | 24417730955\nMemo | Feb rent share\nThe Zelle® payment DANIELA MORSE sent is in your account.\nZelle and the Zelle related marks are wholly owned by Early Warning Services, LLC.",
                    "325.00 USD",
                    counterparty="DANIELA MORSE",
                    when="2026-02-20",
                    reference="24417730955",
                    subject="You received money with Zelle®",
                ),
                also=("{counterparty} sent you money",),
                seen=True,
            ),
        ),
        notices=(
            Notice(
                "not_moved",
                "We noticed a pending deposit of {balance}",
                "We noticed a pending deposit of $2,000.00 to your account ending in 1234.",
            ),
        ),
        month_first=True,
        aliases=("chase",),
    ),
)
