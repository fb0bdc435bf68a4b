"""Nexi. Its authorisations of card payments are the only mail it sends of them, Italy."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "nexi",
        "Nexi",
        (
            "nexi.it",
            "nexigroup.com",
        ),
        "IT",
        "EUR",
        (
            Layout(
                "authorised",
                OUT,
                "autorizzazione&&nexi",
                {
                    "Importo": "amount",
                    "Esercente": "counterparty",
                    "Presso": "counterparty",
                    "Data e ora": "datetime",
                    "Data": "datetime",
                    "Carta": "account",
                    "Numero carta": "account",
                },
                Kind.PURCHASE,
                Sample(
                    "Nexi\nTi confermiamo l'autorizzazione di pagamento con la tua carta\nImporto | € 42,90\nPresso | LIBRERIA DEL CORSO\nData e ora | 12/05/2026 18:20\nCarta | **** 4471",
                    "42.90 EUR",
                    counterparty="LIBRERIA DEL CORSO",
                    account="4471",
                    when="2026-05-12T18:20:00",
                ),
            ),
            Format(
                "authorised-line",
                OUT,
                "[autorizzato|autorizzata] [un pagamento|una spesa|un'operazione] di {amount} presso {counterparty} [il|in data] {datetime} con la [tua |]carta [Nexi |][terminante con |]{account}",
                Kind.PURCHASE,
                Sample(
                    "Abbiamo autorizzato un pagamento di € 18,40 presso CAFFE ROMA il 13/05/2026 alle 09:10 con la tua carta terminante con 4471.",
                    "18.40 EUR",
                    counterparty="CAFFE ROMA",
                    account="4471",
                    when="2026-05-13T09:10:00",
                ),
            ),
        ),
        aliases=("nexi",),
    ),
)
