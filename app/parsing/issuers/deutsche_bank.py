"""Deutsche Bank. Notices of bookings, Germany."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "deutsche-bank",
        "Deutsche Bank",
        (
            "deutsche-bank.de",
            "db.com",
        ),
        "DE",
        "EUR",
        (
            Layout(
                "direct-debit",
                OUT,
                "wurde folgender umsatz gebucht&&sepa-lastschrift",
                {
                    "Buchungstag": "date",
                    "Betrag": "amount",
                    "Auftraggeber/Empfänger": "counterparty",
                    "Empfänger": "counterparty",
                    "Auftraggeber": "counterparty",
                },
                Kind.BILL_PAYMENT,
                Sample(
                    "auf Ihrem Konto mit der IBAN DE** **** **** **** **44 17 wurde folgender Umsatz gebucht:\nBuchungstag: | 02.03.2026\nUmsatzart: | SEPA-Lastschrift\nBetrag: | -49,99 EUR\nAuftraggeber/Empfänger: | Stadtwerke Lindau GmbH\nMandatsreferenz: | SWL-0088-2201",
                    "49.99 EUR",
                    counterparty="Stadtwerke Lindau GmbH",
                    account="4417",
                    when="2026-03-02",
                ),
                also=("mit der IBAN {iban} wurde",),
                seen=True,
            ),
            Layout(
                "transfer-out",
                OUT,
                "wurde folgender umsatz gebucht&&sepa-überweisung",
                {
                    "Buchungstag": "date",
                    "Betrag": "amount",
                    "Auftraggeber/Empfänger": "counterparty",
                    "Empfänger": "counterparty",
                    "Auftraggeber": "counterparty",
                },
                Kind.TRANSFER,
                Sample(
                    "auf Ihrem Konto mit der IBAN DE** **** **** **** **44 17 wurde folgender Umsatz gebucht:\nBuchungstag: | 02.03.2026\nUmsatzart: | SEPA-Überweisung\nBetrag: | -320,00 EUR\nAuftraggeber/Empfänger: | Tischlerei Ahorn\nMandatsreferenz: | SWL-0088-2201",
                    "320.00 EUR",
                    counterparty="Tischlerei Ahorn",
                    account="4417",
                    when="2026-03-02",
                ),
                also=("mit der IBAN {iban} wurde",),
            ),
            Layout(
                "transfer-in",
                IN,
                "wurde folgender umsatz gebucht&&sepa-gutschrift",
                {
                    "Buchungstag": "date",
                    "Betrag": "amount",
                    "Auftraggeber/Empfänger": "counterparty",
                    "Empfänger": "counterparty",
                    "Auftraggeber": "counterparty",
                },
                Kind.TRANSFER,
                Sample(
                    "auf Ihrem Konto mit der IBAN DE** **** **** **** **44 17 wurde folgender Umsatz gebucht:\nBuchungstag: | 02.03.2026\nUmsatzart: | SEPA-Gutschrift\nBetrag: | 1.150,00 EUR\nAuftraggeber/Empfänger: | Kanzlei Wolff\nMandatsreferenz: | SWL-0088-2201",
                    "1150.00 EUR",
                    counterparty="Kanzlei Wolff",
                    account="4417",
                    when="2026-03-02",
                ),
                also=("mit der IBAN {iban} wurde",),
            ),
            Layout(
                "card",
                OUT,
                "wurde folgender umsatz gebucht&&kartenzahlung",
                {
                    "Buchungstag": "date",
                    "Betrag": "amount",
                    "Auftraggeber/Empfänger": "counterparty",
                    "Empfänger": "counterparty",
                    "Auftraggeber": "counterparty",
                },
                Kind.PURCHASE,
                Sample(
                    "auf Ihrem Konto mit der IBAN DE** **** **** **** **44 17 wurde folgender Umsatz gebucht:\nBuchungstag: | 02.03.2026\nUmsatzart: | Kartenzahlung\nBetrag: | -18,40 EUR\nAuftraggeber/Empfänger: | Bäckerei Kern\nMandatsreferenz: | SWL-0088-2201",
                    "18.40 EUR",
                    counterparty="Bäckerei Kern",
                    account="4417",
                    when="2026-03-02",
                ),
                also=("mit der IBAN {iban} wurde",),
            ),
        ),
    ),
)
