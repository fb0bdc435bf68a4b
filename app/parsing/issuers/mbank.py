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
                "card-authorisation",
                OUT,
                "{time} mBank: Autoryzacja karty *{account}: {counterparty}. Kwota: {amount}. Dost",
                Kind.PURCHASE,
                Sample(
                    "Powiadomienie e-mail - 2026-05-12\n10:15:00 mBank: Autoryzacja karty *4417: KSIEGARNIA LAS. Kwota: 45,60 PLN. Dost.: 1200,00 PLN.",
                    "45.60 PLN",
                    counterparty="KSIEGARNIA LAS",
                    account="4417",
                    when="2026-05-12T10:15:00",
                ),
                also=("Powiadomienie e-mail - {date}",),
            ),
            Format(
                "transfer-out",
                OUT,
                "{time} mBank: Przelew wych. z rach. *{account} na rach. {word} kwota {amount} dla {counterparty} Dost",
                Kind.TRANSFER,
                Sample(
                    "Powiadomienie e-mail - 2026-05-13\n11:20:00 mBank: Przelew wych. z rach. *5678 na rach. *9999 kwota 150,00 PLN dla STUDIO WISLA Dost. 1050,00 PLN.",
                    "150.00 PLN",
                    counterparty="STUDIO WISLA",
                    account="5678",
                    when="2026-05-13T11:20:00",
                ),
                also=("Powiadomienie e-mail - {date}",),
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
