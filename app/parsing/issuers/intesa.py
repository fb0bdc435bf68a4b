"""Intesa Sanpaolo. Cards and transfers, Italy."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "intesa",
        "Intesa Sanpaolo",
        ("intesasanpaolo.com",),
        "IT",
        "EUR",
        (
            Format(
                "card-spend",
                OUT,
                "[Hai effettuato|È stato effettuato|Hai fatto] un [pagamento|acquisto] di {amount} presso {counterparty} con la [tua |]carta [terminante con |che termina con |]{account} il {datetime}",
                Kind.PURCHASE,
                Sample(
                    "Hai effettuato un pagamento di € 24,50 presso TRATTORIA ALBA con la tua carta terminante con 5501 il 14/05/2026 alle 13:05.",
                    "24.50 EUR",
                    counterparty="TRATTORIA ALBA",
                    account="5501",
                    when="2026-05-14T13:05:00",
                ),
            ),
            Format(
                "transfer-in",
                IN,
                "[Hai ricevuto|È stato accreditato] un bonifico di {amount} da {counterparty}",
                Kind.TRANSFER,
                Sample(
                    "Hai ricevuto un bonifico di € 320,00 da STUDIO VERDI. Il saldo è aggiornato.",
                    "320.00 EUR",
                    counterparty="STUDIO VERDI",
                ),
            ),
            Format(
                "transfer-out",
                OUT,
                "[Hai inviato|Hai effettuato|È stato eseguito] un bonifico di {amount} a [favore di |]{counterparty}",
                Kind.TRANSFER,
                Sample(
                    "Hai inviato un bonifico di € 150,00 a favore di MARTA NERI. Lo trovi tra i movimenti.",
                    "150.00 EUR",
                    counterparty="MARTA NERI",
                ),
            ),
        ),
        aliases=("intesasanpaolo",),
    ),
)
