"""mBank. Account and card alerts, Poland."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "mbank",
        "mBank",
        (
            "mbank.pl",
            "mbank.eu",
        ),
        "PL",
        "PLN",
        (
            Format(
                "card-spend",
                OUT,
                "Transakcja kartą [*|nr |]{account} na kwotę {amount} w {counterparty} [dnia|w dniu] {datetime} została [zrealizowana|wykonana]",
                Kind.PURCHASE,
                Sample(
                    "Transakcja kartą *4417 na kwotę 89,90 PLN w KSIEGARNIA LAS w dniu 12.05.2026 została zrealizowana.",
                    "89.90 PLN",
                    counterparty="KSIEGARNIA LAS",
                    account="4417",
                    when="2026-05-12",
                ),
            ),
            Format(
                "credit",
                IN,
                "Na Twoje konto {account} wpłynęło {amount} od {counterparty}",
                Kind.TRANSFER,
                Sample(
                    "Na Twoje konto ...4417 wpłynęło 320,00 PLN od STUDIO WISLA.",
                    "320.00 PLN",
                    counterparty="STUDIO WISLA",
                    account="4417",
                ),
            ),
        ),
        aliases=("mbank",),
    ),
)
