"""Commonwealth Bank. Card and PayID alerts, Australia."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "commbank",
        "CommBank",
        (
            "cba.com.au",
            "commbank.com.au",
        ),
        "AU",
        "AUD",
        (
            Format(
                "card-spend-stop",
                OUT,
                "You spent {amount} at {counterparty} with your [Mastercard|Debit Mastercard|Visa|Credit Card|Debit card|card] ending [in |]{account}. {datetime}",
                Kind.PURCHASE,
                Sample(
                    "You spent A$84.20 at GOANNA GROCERS SURRY HILLS with your Mastercard ending 7729.\n16/02/2026 6:04pm",
                    "84.20 AUD",
                    counterparty="GOANNA GROCERS SURRY HILLS",
                    account="7729",
                    when="2026-02-16T18:04:00",
                ),
                seen=True,
            ),
            Format(
                "payid-in",
                IN,
                "{amount} from {counterparty} was paid into [Smart Access|NetBank Saver|GoalSaver|your account|Streamline|Complete Access] {account} via [PayID|Osko] on {date}",
                Kind.TRANSFER,
                Sample(
                    "$540.00 from Wattle Street Physio was paid into Smart Access xx3381 via PayID on 29 Apr 2026.\nDescription: refund overcharge",
                    "540.00 AUD",
                    counterparty="Wattle Street Physio",
                    account="3381",
                    when="2026-04-29",
                ),
                seen=True,
            ),
        ),
        aliases=("commbank",),
    ),
)
