"""IDFC FIRST Bank. Accounts and cards."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "idfc",
        "IDFC FIRST Bank",
        (
            "idfcfirstbank.com",
            "idfcfirst.bank.in",
        ),
        "IN",
        "INR",
        (
            Format(
                "card-spend",
                OUT,
                "{amount} spent on your IDFC FIRST BANK Credit Card ending {account} at {counterparty} on {date} at {time}",
                Kind.PURCHASE,
                Sample(
                    "INR 100.00 spent on your IDFC FIRST BANK Credit Card ending XX9912 at DOSA CORNER on 15 JAN 2026 at 05:29 PM.",
                    "100.00 INR",
                    counterparty="DOSA CORNER",
                    account="9912",
                    when="2026-01-15T17:29:00",
                ),
            ),
            Format(
                "card-spend-day",
                OUT,
                "{amount} spent on your IDFC FIRST BANK Credit Card ending {account} at {counterparty} on {date}. Available",
                Kind.PURCHASE,
                Sample(
                    "INR 100.00 spent on your IDFC FIRST BANK Credit Card ending XX9912 at DOSA CORNER on 15 JAN 2026. Available Limit: INR 88,400.25",
                    "100.00 INR",
                    counterparty="DOSA CORNER",
                    account="9912",
                    when="2026-01-15",
                ),
            ),
            Format(
                "account-debit",
                OUT,
                "Your A/C {account} has been debited by {amount} on {datetime}. New balance",
                Kind.OTHER,
                Sample(
                    "Your A/C XXXXXXX1764 has been debited by INR 427.00 on 14/02/2026 00:08. New balance",
                    "427.00 INR",
                    account="1764",
                    when="2026-02-14T00:08:00",
                ),
            ),
            Format(
                "account-credit",
                IN,
                "Your A/C {account} has been credited with {amount} on {datetime}. New balance",
                Kind.OTHER,
                Sample(
                    "Your A/C XXXXXXX1764 has been credited with INR 1,20,000.00 on 04/04/2026 10:22. New balance",
                    "120000.00 INR",
                    account="1764",
                    when="2026-04-04T10:22:00",
                ),
            ),
            Format(
                "neft-credit",
                IN,
                "Your A/C {account} has been credited with {amount} on {datetime} vide [NEFT|IMPS|RTGS] payment reference {reference} received from {counterparty}",
                Kind.TRANSFER,
                Sample(
                    "Your A/C XXXXXXX1764 has been credited with INR 50,000.00 on 29-05-2026 10:30:00 vide NEFT payment reference CITIN26149565655 received from BRIGHTPATH CONSULTING.",
                    "50000.00 INR",
                    counterparty="BRIGHTPATH CONSULTING",
                    account="1764",
                    when="2026-05-29T10:30:00",
                    reference="CITIN26149565655",
                ),
            ),
            Format(
                "neft-debit",
                OUT,
                "Your A/C {account} has been debited by {amount} on {datetime} vide [NEFT|IMPS|RTGS] payment reference {reference} paid to {counterparty}",
                Kind.TRANSFER,
                Sample(
                    "Your A/C XXXXXXX1764 has been debited by INR 25,000.00 on 15-01-2026 11:00:00 vide RTGS payment reference IDFBR52026011500 paid to LOTUS HOUSING FINANCE. New balance is INR 1,000.00",
                    "25000.00 INR",
                    counterparty="LOTUS HOUSING FINANCE",
                    account="1764",
                    when="2026-01-15T11:00:00",
                    reference="IDFBR52026011500",
                ),
            ),
            Format(
                "upi-debit",
                OUT,
                "Your A/c {account} debited by {amount} on {date}; {counterparty} credited. RRN {reference}",
                Kind.TRANSFER,
                Sample(
                    "Your A/c XX1764 debited by Rs. 1,248.10 on 15/01/26; GREENBUS TRAVELS credited. RRN 601549490707.",
                    "1248.10 INR",
                    counterparty="GREENBUS TRAVELS",
                    account="1764",
                    when="2026-01-15",
                    reference="601549490707",
                ),
            ),
            Format(
                "neft-received",
                OUT,
                "Your beneficiary {counterparty} has received {amount} on {date} transferred via [NEFT|IMPS|RTGS] UTR {reference}",
                Kind.TRANSFER,
                Sample(
                    "Your beneficiary VIKRAM BHAT has received ₹12,345.00 on 15-01-2026 transferred via NEFT UTR IDFBH26015000123.",
                    "12345.00 INR",
                    counterparty="VIKRAM BHAT",
                    when="2026-01-15",
                    reference="IDFBH26015000123",
                ),
            ),
            Format(
                "card-bill",
                IN,
                "Payment of {amount} was received on your {words} Credit Card ending with {account} on {date}",
                Kind.BILL_PAYMENT,
                Sample(
                    "Payment of Rs. 1,234.56 was received on your FIRST Wealth Credit Card ending with XX9912 on 15 May 2026.",
                    "1234.56 INR",
                    account="9912",
                    when="2026-05-15",
                ),
            ),
            Format(
                "card-reversal",
                IN,
                "Transaction of {amount} done at {counterparty} on {date} has been reversed to your IDFC FIRST Bank Credit Card ending {account}",
                Kind.REVERSAL,
                Sample(
                    "Transaction of SGD 99.99 done at KUEH CORNER on 15 JAN 2026 has been reversed to your IDFC FIRST Bank Credit Card ending XX9912.",
                    "99.99 SGD",
                    counterparty="KUEH CORNER",
                    account="9912",
                    when="2026-01-15",
                ),
            ),
        ),
        aliases=("idfc",),
    ),
)
