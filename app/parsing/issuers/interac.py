"""Interac e-Transfer. Money sent between Canadian banks; only what was deposited has moved."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "interac",
        "Interac e-Transfer",
        ("interac.ca",),
        "CA",
        "CAD",
        (
            Format(
                "auto-deposit",
                IN,
                "{counterparty} has sent you {amount} and the money has been automatically deposited into your bank account at {words}. [Message: {words} ]Reference Number: {reference}",
                Kind.TRANSFER,
                Sample(
                    "JEROME BEAUDET has sent you $260.00 (CAD) and the money has been automatically deposited into your bank account at Tangerine.\nMessage: hockey fees\nReference Number: C1BRm4tLWqXz",
                    "260.00 CAD",
                    counterparty="JEROME BEAUDET",
                    reference="C1BRm4tLWqXz",
                ),
                seen=True,
            ),
            Format(
                "auto-deposited",
                IN,
                "You've received {amount} from {counterparty} and it has been automatically deposited",
                Kind.TRANSFER,
                Sample(
                    "You've received $50.00 (CAD) from Lena Kaiser and it has been automatically deposited into your bank account.",
                    "50.00 CAD",
                    counterparty="Lena Kaiser",
                ),
            ),
        ),
    ),
)
