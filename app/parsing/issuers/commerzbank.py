"""Commerzbank. Cards and bookings, Germany."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "commerzbank",
        "Commerzbank",
        (
            "commerzbank.de",
            "commerzbank.com",
        ),
        "DE",
        "EUR",
        (
            Format(
                "card-spend",
                OUT,
                "[Ihre|Deine] [Karte|Kreditkarte|Visa|Girocard|Debitkarte] [mit der Endziffer |mit den Endziffern |]{account} wurde am {datetime} [Uhr |]mit {amount} [bei {counterparty} ]belastet",
                Kind.PURCHASE,
                Sample(
                    "Ihre Kreditkarte mit den Endziffern 6645 wurde am 14.05.2026 um 13:05 Uhr mit 24,50 EUR bei Buchladen Linde belastet.",
                    "24.50 EUR",
                    counterparty="Buchladen Linde",
                    account="6645",
                    when="2026-05-14T13:05:00",
                ),
            ),
            Format(
                "credit",
                IN,
                "[auf Ihrem|auf deinem|Auf Ihrem|Auf deinem] [Girokonto|Konto] [{iban} |]wurden am {date} {amount} von {counterparty} gutgeschrieben",
                Kind.TRANSFER,
                Sample(
                    "Guten Tag, auf Ihrem Girokonto wurden am 15.05.2026 320,00 EUR von Werkstatt Mohn gutgeschrieben.",
                    "320.00 EUR",
                    counterparty="Werkstatt Mohn",
                    when="2026-05-15",
                ),
            ),
            Format(
                "debit",
                OUT,
                "[von Ihrem|von deinem|Von Ihrem|Von deinem] [Girokonto|Konto] [{iban} |]wurden am {date} {amount} [an|zugunsten] {counterparty} [überwiesen|abgebucht]",
                Kind.TRANSFER,
                Sample(
                    "Guten Tag, von Ihrem Girokonto wurden am 16.05.2026 49,90 EUR an Stadtwerke Aue abgebucht.",
                    "49.90 EUR",
                    counterparty="Stadtwerke Aue",
                    when="2026-05-16",
                ),
            ),
        ),
        aliases=("commerzbank",),
    ),
)
