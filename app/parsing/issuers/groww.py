"""Groww. Money added and fund purchases, India."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Notice, Sample

ISSUERS = (
    Issuer(
        "groww",
        "Groww",
        ("groww.in",),
        "IN",
        "INR",
        (
            Format(
                "money-added",
                IN,
                "{amount} has been [successfully |]added to your Groww [balance|wallet|account]",
                Kind.TOPUP,
                Sample(
                    "₹2,500 has been successfully added to your Groww balance from HDFC Bank XX4471.",
                    "2500 INR",
                ),
            ),
            Format(
                "withdrawn",
                OUT,
                "{amount} has been [successfully |]withdrawn [to|from your Groww balance to] your [bank account|bank]",
                Kind.TRANSFER,
                Sample(
                    "₹1,800 has been successfully withdrawn from your Groww balance to your bank account.",
                    "1800 INR",
                    counterparty="Groww",
                ),
                counterparty="Groww",
            ),
            Format(
                "sip-processed",
                OUT,
                "Your SIP for {counterparty} has been processed. Amount {amount}",
                Kind.OTHER,
                Sample(
                    "Your SIP for Lotus Silver ETF FoF Direct Growth has been processed. Amount ₹2500. Units allotted.",
                    "2500 INR",
                    counterparty="Lotus Silver ETF FoF Direct Growth",
                ),
            ),
        ),
        notices=(
            Notice(
                "due_reminder",
                "SIP instalment of {balance} is due on",
                "Hi Asha, your SIP instalment of ₹2,500 is due on 16 Jun 2026. Please keep your account funded so the auto-debit goes through.",
            ),
        ),
        aliases=("groww",),
        shop=True,
    ),
)
