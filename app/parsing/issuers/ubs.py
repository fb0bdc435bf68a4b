"""UBS. Card and account notices, Switzerland."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "ubs",
        "UBS",
        ("ubs.com",),
        "CH",
        "CHF",
        (
            Format(
                "card-de",
                OUT,
                "UBS [Debit Card|Visa|Mastercard|Kreditkarte|Prepaidkarte] {account} wurde am {date} um {time} Uhr mit {amount} bei {counterparty} belastet",
                Kind.PURCHASE,
                Sample(
                    "Ihre UBS Debit Card XXXX 0317 wurde am 20.05.2026 um 18:21 Uhr mit CHF 1'234.55 bei Uhrenhaus Zeller, Luzern belastet.\nTageslimite: CHF 5'000.00.",
                    "1234.55 CHF",
                    counterparty="Uhrenhaus Zeller, Luzern",
                    account="0317",
                    when="2026-05-20T18:21:00",
                ),
                seen=True,
            ),
            Format(
                "card-en",
                OUT,
                '{amount} have been charged to card "{account}". {counterparty}. Available amount',
                Kind.PURCHASE,
                Sample(
                    'CHF 18.40 have been charged to card "0317". Velowerk Thun CHE. Available amount: CHF 2\u2019104.10.',
                    "18.40 CHF",
                    counterparty="Velowerk Thun CHE",
                    account="0317",
                ),
            ),
            Format(
                "credit-de",
                IN,
                "Ihrem Konto {iban} wurden am {date} {amount} von {counterparty} gutgeschrieben",
                Kind.TRANSFER,
                Sample(
                    "Ihrem Konto CH** **** **** 0317 wurden am 22.05.2026 CHF 410.00 von Velowerk Thun gutgeschrieben.",
                    "410.00 CHF",
                    counterparty="Velowerk Thun",
                    account="0317",
                    when="2026-05-22",
                ),
            ),
        ),
    ),
)
