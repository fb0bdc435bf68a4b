"""Wells Fargo. Card alerts and the daily rundown of an account."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "wellsfargo",
        "Wells Fargo",
        ("wellsfargo.com",),
        "US",
        "USD",
        (
            Layout(
                "card-spend",
                OUT,
                "you made a credit card purchase",
                {"Credit card": "account", "Date": "date", "Amount": "amount", "Merchant detail": "counterparty"},
                Kind.PURCHASE,
                Sample(
                    "You made a credit card purchase of $73.51\nCredit card | ...6031\nDate | 03/21/2026\nAmount | $73.51\nMerchant detail | OAK & IRON GRILL PORTLAND OR\nView Accounts\nThis notification was sent because your purchase was over $1.00, the amount you set.",
                    "73.51 USD",
                    counterparty="OAK & IRON GRILL PORTLAND OR",
                    account="6031",
                    when="2026-03-21",
                ),
                seen=True,
            ),
            Format(
                "rundown-purchase",
                OUT,
                "for account ...{account} [Go to accounts ]Withdrawals PURCHASE AUTHORIZED ON {monthday} {counterparty} {word} {word} S{word} CARD {word} {amount}",
                Kind.PURCHASE,
                Sample(
                    "for account ...4920\nGo to accounts\nWithdrawals\nPURCHASE AUTHORIZED ON 02/03 RIVERBEND VET CLINIC DENVER CO S466034771902 CARD 8817 $61.20",
                    "61.20 USD",
                    counterparty="RIVERBEND VET CLINIC",
                    account="4920",
                    when="2026-02-03",
                    received="2026-02-05",
                ),
                seen=True,
            ),
            Format(
                "rundown-deposit",
                IN,
                "for account ...{account} Deposits {counterparty} {digits} {digits} {words} {amount} As of {date} at",
                Kind.SALARY,
                Sample(
                    "for account ...4920\nDeposits\nHALDEN TECH PAYROLL 260417 110928 SAM RIVERA $3,120.77\nAs of 04/17/2026 at",
                    "3120.77 USD",
                    counterparty="HALDEN TECH PAYROLL",
                    account="4920",
                    when="2026-04-17",
                ),
                seen=True,
            ),
        ),
        month_first=True,
    ),
)
