"""Commercial International Bank. Card alerts, Egypt."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "cib-eg",
        "CIB Egypt",
        ("cibeg.com",),
        "EG",
        "EGP",
        (
            Format(
                "card-charged",
                OUT,
                "Your [credit|debit|prepaid] card#{account} was charged for {amount} at {counterparty} on {date} at {time}",
                Kind.PURCHASE,
                Sample(
                    "Your credit card#4410 was charged for EGP 1,845.00 at NILE BOOKS CAIRO on 21/04/26 at 20:30. Available limit EGP 38,155.00.",
                    "1845.00 EGP",
                    counterparty="NILE BOOKS CAIRO",
                    account="4410",
                    when="2026-04-21T20:30:00",
                ),
                seen=True,
            ),
            Format(
                "card-charged-ending",
                OUT,
                "Your [credit|debit|prepaid] card ending with {account} was charged for {amount} at {counterparty} on {date} at {time}",
                Kind.PURCHASE,
                Sample(
                    "Your debit card ending with 4410 was charged for EGP 210.00 at ZAMALEK GROCER on 22/04/26 at 11:05. Card available balance is EGP 9,201.77.",
                    "210.00 EGP",
                    counterparty="ZAMALEK GROCER",
                    account="4410",
                    when="2026-04-22T11:05:00",
                ),
            ),
            Format(
                "refund",
                IN,
                "Your [credit|debit|prepaid] card#{account} was refunded [with |]{amount} [from|by|at] {counterparty} on {date} at {time}",
                Kind.REFUND,
                Sample(
                    "Your credit card#4410 was refunded with EGP 300.00 from NILE BOOKS CAIRO on 25/04/26 at 10:12.",
                    "300.00 EGP",
                    counterparty="NILE BOOKS CAIRO",
                    account="4410",
                    when="2026-04-25T10:12:00",
                ),
            ),
        ),
    ),
)
