"""BoursoBank. Transfers and card payments, France."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "boursobank",
        "BoursoBank",
        (
            "boursobank.info",
            "boursobank.com",
            "boursorama.fr",
            "boursorama-banque.com",
        ),
        "FR",
        "EUR",
        (
            Format(
                "transfer-in",
                IN,
                "Vous avez reçu un virement de {amount} de {counterparty} sur votre compte {account} le {date}",
                Kind.TRANSFER,
                Sample(
                    "Vous avez reçu un virement de 1 234,56 € de M. THIBAUT GARNERAY sur votre compte ****3381 le 27/03/2026.\nMotif : REMB TRAVAUX\nDécouvert autorisé : 1 000,00 €",
                    "1234.56 EUR",
                    counterparty="M. THIBAUT GARNERAY",
                    account="3381",
                    when="2026-03-27",
                ),
                seen=True,
            ),
            Format(
                "transfer-out",
                OUT,
                "Votre virement de {amount} [vers|à] {counterparty} depuis votre compte {account} a été [exécuté|effectué] le {date}",
                Kind.TRANSFER,
                Sample(
                    "Votre virement de 450,00 € vers SCI LES TILLEULS depuis votre compte ****3381 a été exécuté le 02/04/2026.",
                    "450.00 EUR",
                    counterparty="SCI LES TILLEULS",
                    account="3381",
                    when="2026-04-02",
                ),
            ),
            Format(
                "card-spend",
                OUT,
                "[paiement|achat] de {amount} chez {counterparty} avec votre carte {account} le {date} a été [effectué|réalisé|accepté]",
                Kind.PURCHASE,
                Sample(
                    "Un paiement de 58,90 € chez LIBRAIRIE DU QUAI avec votre carte ****7719 le 04/04/2026 a été effectué.",
                    "58.90 EUR",
                    counterparty="LIBRAIRIE DU QUAI",
                    account="7719",
                    when="2026-04-04",
                ),
            ),
        ),
        aliases=(
            "boursobank",
            "boursorama",
        ),
    ),
)
