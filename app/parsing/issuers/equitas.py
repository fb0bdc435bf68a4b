"""Equitas Small Finance Bank. Accounts and cards. Old sender domain equitasbank.com, new equitas.bank.in."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "equitas",
        "Equitas Small Finance Bank",
        (
            "equitasbank.com",
            "equitas.bank.in",
        ),
        "IN",
        "INR",
        (
            Format(
                "upi-credit",
                IN,
                "An amount of {amount} has been credited to your [A/c|account|Account] [no. |No. |]{account} on {date} {words} UPI REF NO {rrn}",
                Kind.TRANSFER,
                Sample(
                    "An amount of INR 450.00 has been credited to your account XXXX4412 on 06-05-2026 through UPI REF NO 612644556677.",
                    "450.00 INR",
                    account="4412",
                    when="2026-05-06",
                    reference="612644556677",
                ),
            ),
            Format(
                "payment-received",
                IN,
                "We inform you that {amount} was received on {date} and was credited to your Equitas Credit Card {account}",
                Kind.BILL_PAYMENT,
                Sample(
                    "We inform you that INR 12,345.00 was received on 06/05/2026 and was credited to your Equitas Credit Card XX9999.",
                    "12345.00 INR",
                    account="9999",
                    when="2026-05-06",
                ),
            ),
        ),
        aliases=("equitas",),
    ),
)
