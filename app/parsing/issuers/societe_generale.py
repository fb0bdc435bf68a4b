"""Société Générale. Cards and transfers, France."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "societe-generale",
        "Société Générale",
        (
            "societegenerale.fr",
            "socgen.com",
            "sg.fr",
        ),
        "FR",
        "EUR",
        (
            Format(
                "card-spend",
                OUT,
                "[Un|un] [paiement|achat] de {amount} [chez|à|auprès de] {counterparty} a été [effectué|réalisé|débité] avec votre carte [se terminant par |n° |]{account} le {datetime}",
                Kind.PURCHASE,
                Sample(
                    "Un paiement de 24,50 € chez LIBRAIRIE DU PORT a été effectué avec votre carte se terminant par 7723 le 14/05/2026 à 13h05.",
                    "24.50 EUR",
                    counterparty="LIBRAIRIE DU PORT",
                    account="7723",
                    when="2026-05-14T13:05:00",
                ),
            ),
            Format(
                "transfer-in",
                IN,
                "[Vous avez reçu|Votre compte a été crédité d'] un virement de {amount} de {counterparty} sur votre compte {account}",
                Kind.TRANSFER,
                Sample(
                    "Vous avez reçu un virement de 320,00 € de ATELIER MORIN sur votre compte ****7723.",
                    "320.00 EUR",
                    counterparty="ATELIER MORIN",
                    account="7723",
                ),
            ),
            Format(
                "transfer-out",
                OUT,
                "Votre virement de {amount} [vers|à|en faveur de] {counterparty} a été [effectué|exécuté]",
                Kind.TRANSFER,
                Sample(
                    "Votre virement de 150,00 € en faveur de LEA BLANC a été exécuté.", "150.00 EUR", counterparty="LEA BLANC"
                ),
            ),
        ),
    ),
)
