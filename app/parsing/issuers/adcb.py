"""ADCB. Card, account and cash alerts, United Arab Emirates."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "adcb",
        "ADCB",
        ("adcb.com",),
        "AE",
        "AED",
        (
            Format(
                "card-used",
                OUT,
                "[Credit|Debit|Covered] Card {account} was used for {amount} on {datetime} at {counterparty}[.|] [Available|Avl|Avail] [limit|balance|Bal]",
                Kind.PURCHASE,
                Sample(
                    "Debit Card XX6017 was used for AED33.50 on 14/01/2026 09:02:10 at PALM BAKERY, ABU DHABI-AE\nAvailable balance AED8087.05",
                    "33.50 AED",
                    counterparty="PALM BAKERY, ABU DHABI-AE",
                    account="6017",
                    when="2026-01-14T09:02:10",
                ),
                seen=True,
            ),
            Format(
                "account-debit",
                OUT,
                "{amount} [has been|was] debited from your account {account} on {datetime}",
                Kind.OTHER,
                Sample(
                    "AED 1,200.00 has been debited from your account XXX3381 on 02/02/2026 11:40:07. Available balance AED 4,008.10",
                    "1200.00 AED",
                    account="3381",
                    when="2026-02-02T11:40:07",
                ),
            ),
            Format(
                "account-credit",
                IN,
                "{amount} [has been|was] credited to your account {account} on {datetime}",
                Kind.OTHER,
                Sample(
                    "AED 9,500.00 has been credited to your account XXX3381 on 28/02/2026 08:15:30. Available balance AED 13,508.10",
                    "9500.00 AED",
                    account="3381",
                    when="2026-02-28T08:15:30",
                ),
            ),
            Format(
                "atm",
                OUT,
                "{amount} [was|has been] withdrawn from [your |]account {account} [using|with] [Card|Debit Card] {word} on {datetime} at {counterparty}",
                Kind.WITHDRAWAL,
                Sample(
                    "AED 500.00 was withdrawn from your account XXX3381 using Debit Card XX6017 on 05/02/2026 19:22:41 at ATM-MARINA WALK.",
                    "500.00 AED",
                    counterparty="ATM-MARINA WALK",
                    account="3381",
                    when="2026-02-05T19:22:41",
                ),
            ),
        ),
        aliases=("adcb",),
    ),
)
