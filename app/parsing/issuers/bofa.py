"""Bank of America. Card, account and Zelle alerts."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "bofa",
        "Bank of America",
        ("bankofamerica.com",),
        "US",
        "USD",
        (
            Layout(
                "card-spend",
                OUT,
                "credit card transaction exceeds alert limit",
                {"Amount": "amount", "Date": "date", "Where": "counterparty"},
                Kind.PURCHASE,
                Sample(
                    "Credit card transaction exceeds alert limit you set\nCustomized Cash Rewards Visa Signature ending in 9914\nAmount: | $27.40\nDate: | January 22, 2026\nWhere: | PAYPAL *LUMENSTREAM\nView details",
                    "27.40 USD",
                    counterparty="PAYPAL *LUMENSTREAM",
                    account="9914",
                    when="2026-01-22",
                    subject="Credit card transaction exceeds alert limit you set",
                ),
                also=("ending in {account}",),
                seen=True,
            ),
            Format(
                "zelle-in",
                IN,
                "{counterparty} sent you {amount}",
                Kind.TRANSFER,
                Sample("", "62.00 USD", counterparty="Tobias K Lindqvist", subject="Tobias K Lindqvist sent you $62.00"),
                where="subject",
                seen=True,
            ),
            Layout(
                "direct-deposit",
                IN,
                "a direct deposit has posted",
                {"Amount": "amount", "From": "counterparty", "Account ending in": "account", "On": "date"},
                Kind.SALARY,
                Sample(
                    "A direct deposit has posted\nAmount | $1,902.44\nFrom | CEDARWORKS LLC PAYROLL\nAccount ending in | 2270\nOn | January 30, 2026\nMinimum daily balance to waive the $12.00 monthly fee: $1,500.00",
                    "1902.44 USD",
                    counterparty="CEDARWORKS LLC PAYROLL",
                    account="2270",
                    when="2026-01-30",
                ),
                seen=True,
            ),
            Format(
                "fee",
                OUT,
                "We charged a {amount} monthly maintenance fee to {words} - {account} on {date} because",
                Kind.FEE,
                Sample(
                    "We charged a $12.00 monthly maintenance fee to Adv Plus Banking - 2270 on March 30, 2026 because",
                    "12.00 USD",
                    account="2270",
                    when="2026-03-30",
                ),
                seen=True,
            ),
        ),
        month_first=True,
    ),
)
