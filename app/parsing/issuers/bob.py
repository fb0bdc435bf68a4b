"""Bank of Baroda. Account alerts of bob World, and BOBCARD."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "bob",
        "Bank of Baroda",
        (
            "bankofbaroda.bank.in",
            "bankofbaroda.com",
            "bobcard.in",
        ),
        "IN",
        "INR",
        (
            Format(
                "debit",
                OUT,
                "{amount} debited from A/c no. {account} on {date} via bob World",
                Kind.TRANSFER,
                Sample(
                    "Rs.2,240.00 debited from A/c no. XXXXXX1765 on 16-01-26 via bob World.",
                    "2240.00 INR",
                    account="1765",
                    when="2026-01-16",
                ),
                seen=True,
            ),
            Format(
                "credit",
                IN,
                "{amount} credited to A/c no. {account} on {date} via bob World",
                Kind.TRANSFER,
                Sample(
                    "Rs.8,000.00 credited to A/c no. XXXXXX1765 on 21-05-26 via bob World.",
                    "8000.00 INR",
                    account="1765",
                    when="2026-05-21",
                ),
                seen=True,
            ),
            Format(
                "card-spend",
                OUT,
                "{amount} is spent on your BOBCARD ending {account} at {counterparty} on {datetime}. Available",
                Kind.PURCHASE,
                Sample(
                    "INR 1,500.00 is spent on your BOBCARD ending 9472 at RANG SAREES on 25-03-2026 10:30:00. Available",
                    "1500.00 INR",
                    counterparty="RANG SAREES",
                    account="9472",
                    when="2026-03-25T10:30:00",
                ),
                seen=True,
            ),
            Format(
                "bobcard-used",
                OUT,
                "using your BOBCARD {account} for a transaction of {amount} at {counterparty} on {date}. Following",
                Kind.PURCHASE,
                Sample(
                    "Thank you for using your BOBCARD **4471 for a transaction of INR 1,000.00 at NIMBUS ELECTRONICS on 30-04-2026. Following this transaction, the available balance on your card is Rs 99,000.00",
                    "1000.00 INR",
                    counterparty="NIMBUS ELECTRONICS",
                    account="4471",
                    when="2026-04-30",
                ),
            ),
            Format(
                "upi-debit",
                OUT,
                "{amount} [Dr.|debited] from [A/C|A/c] {account} and [Cr.|credited] to {counterparty}. Ref:{reference}",
                Kind.TRANSFER,
                Sample(
                    "Rs.230.00 Dr. from A/C XXXXXX1234 and Cr. to sagar.veg@okbizaxis. Ref:612411223344. AvlBal:Rs4021.55(2026:05:04 10:11:12).",
                    "230.00 INR",
                    counterparty="sagar.veg@okbizaxis",
                    account="1234",
                    reference="612411223344",
                ),
            ),
            Format(
                "upi-credit",
                IN,
                "{amount} credited to your [A/C|A/c] {account} by UPI Ref No {reference} [by|from] {counterparty}. [AvlBal|Avl]",
                Kind.TRANSFER,
                Sample(
                    "Rs.500.00 credited to your A/C XXXXXX1234 by UPI Ref No 612511223344 by REKHA NAMBIAR. AvlBal: Rs4521.55",
                    "500.00 INR",
                    counterparty="REKHA NAMBIAR",
                    account="1234",
                    reference="612511223344",
                ),
            ),
        ),
    ),
)
