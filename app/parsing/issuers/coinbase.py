"""Coinbase. Purchases of digital coins."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "coinbase",
        "Coinbase",
        ("coinbase.com",),
        "US",
        "USD",
        (
            Layout(
                "bought",
                OUT,
                "you successfully purchased",
                {"Total": "amount", "Reference code": "reference", "Date": "date", "Payment method": "account"},
                Kind.OTHER,
                Sample(
                    "You successfully purchased 0.00097312 BTC\nAmount | 0.00097312 BTC\n@ Price | $100,705.10 per BTC\nPayment method | Visa Debit 6642\nCoinbase Fee | $2.00\nTotal | $100.00\nReference code | K7QMR2ZT\nDate | May 28, 2026",
                    "100.00 USD",
                    counterparty="Coinbase",
                    account="6642",
                    when="2026-05-28",
                    reference="K7QMR2ZT",
                ),
                counterparty="Coinbase",
                seen=True,
            ),
        ),
        month_first=True,
    ),
)
