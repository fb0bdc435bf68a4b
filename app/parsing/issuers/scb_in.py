"""Standard Chartered, which writes from one domain in many countries. Card and account alerts name their currency."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "standard-chartered",
        "Standard Chartered",
        ("sc.com",),
        "SG",
        "SGD",
        (
            Format(
                "card-in",
                OUT,
                "Thank you for using your Standard Chartered [Bank |]Credit Card {words}{account} for {amount} at {counterparty} on {datetime}",
                Kind.PURCHASE,
                Sample(
                    "Thank you for using your Standard Chartered Credit Card ending XX4417 for INR 1,220.00 at PEPPER BARN on 06-05-2026.",
                    "1220.00 INR",
                    counterparty="PEPPER BARN",
                    account="4417",
                    when="2026-05-06",
                ),
            ),
            Format(
                "card-sg",
                OUT,
                "[A transaction|Transaction] of {amount} [was|has been] [made|performed|charged] [on|to|with] your [Standard Chartered |][credit card|Credit Card|card|debit card] [ending |ending with |]{account} at {counterparty} on {datetime}",
                Kind.PURCHASE,
                Sample(
                    "A transaction of SGD 42.10 was made on your Standard Chartered credit card ending 8811 at SATAY CORNER on 06 May 2026.",
                    "42.10 SGD",
                    counterparty="SATAY CORNER",
                    account="8811",
                    when="2026-05-06",
                ),
            ),
            Format(
                "card-charged",
                OUT,
                "Your card ending {account} was charged {amount} at {counterparty} on {date}",
                Kind.PURCHASE,
                Sample(
                    "Your card ending 3399 was charged SGD 12.00 at SOMERSET JUICE on 01/05/26.",
                    "12.00 SGD",
                    counterparty="SOMERSET JUICE",
                    account="3399",
                    when="2026-05-01",
                ),
            ),
        ),
    ),
)
