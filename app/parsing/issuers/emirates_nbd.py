"""Emirates NBD. Account and card advice."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "emirates-nbd",
        "Emirates NBD",
        ("emiratesnbd.com",),
        "AE",
        "AED",
        (
            Format(
                "withdrawn",
                OUT,
                "{amount} has been withdrawn from your account {word}. The available balance",
                Kind.WITHDRAWAL,
                Sample(
                    "Dear Customer,\nAED 18,400.00 has been withdrawn from your account 042XXX55XXX01. The available balance is AED 37,219.48.\nCall 600 54 0000",
                    "18400.00 AED",
                    account="5544",
                    subject="Emirates NBD Transaction advice for account ending with 5544",
                ),
                also=("account ending with {account}",),
                seen=True,
            ),
        ),
    ),
)
