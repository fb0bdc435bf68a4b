"""PayPal. Payments, money received and refunds."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Layout, Notice, Sample

ISSUERS = (
    Issuer(
        "paypal",
        "PayPal",
        ("paypal.com",),
        "US",
        "USD",
        (
            Layout(
                "receipt",
                OUT,
                "you paid&&transaction id&&merchant",
                {"Transaction ID": "reference", "Transaction date": "date", "Merchant": "counterparty", "Total": "amount"},
                Kind.PURCHASE,
                Sample(
                    'PayPal\nHello, Sam Rivera\nYou paid $59.00 USD to Cobalt Fonts Ltd\nView or Manage Payment\nTransaction ID | 4KD81922XT660143B\nTransaction date | Mar 11, 2026\nMerchant | Cobalt Fonts Ltd\nInvoice ID | INV-4KD819\nDescription | Unit price | Qty | Amount\nAnnual plan | $59.00 USD | 1 | $59.00 USD\nSubtotal | $59.00 USD\nTotal | $59.00 USD\nPayment | $59.00 USD\nCharge will appear on your credit card statement as "PAYPAL *COBALT F"\nPaid Cobalt Fonts Ltd with\nMastercard-5501 $59.00 USD\nYou have 180 days from the date of the transaction to open a dispute in the Resolution Center.',
                    "59.00 USD",
                    counterparty="Cobalt Fonts Ltd",
                    account="5501",
                    when="2026-03-11",
                    reference="4KD81922XT660143B",
                    subject="Receipt for Your Payment to Cobalt Fonts Ltd",
                ),
                also=("[Mastercard|Visa|Amex|Discover]-{account}",),
                seen=True,
            ),
            Layout(
                "refund",
                IN,
                "you a full refund of",
                {"Transaction ID": "reference", "Transaction date": "date"},
                Kind.REFUND,
                Sample(
                    "PayPal\nLarkspur Goods sent you a full refund of $27.80 USD for your purchase.\nTransaction ID\n3RF55810CC902217D\nTransaction date\nFeb 19, 2026\nOriginal payment\n$27.80 USD on Feb 2, 2026\nRefunded to Visa x-5501\n$27.80 USD",
                    "27.80 USD",
                    counterparty="Larkspur Goods",
                    account="5501",
                    when="2026-02-19",
                    reference="3RF55810CC902217D",
                    subject="You received a refund from Larkspur Goods",
                ),
                also=(
                    "{counterparty} sent you a full refund of {amount} for your purchase",
                    "Refunded to {words} x-{account}",
                ),
                seen=True,
            ),
            Layout(
                "received",
                IN,
                "sent you&&amount received",
                {"Transaction ID": "reference", "Transaction date": "date", "Total": "amount"},
                Kind.TRANSFER,
                Sample(
                    "PayPal\nHello Sam Rivera,\nIngrid Vasquez sent you $180.00 USD\n“for the ceramic set”\nTransaction ID | 8HM40213WL775902K\nTransaction date | April 14, 2026\nAmount received | $180.00 USD\nFee | $0.00 USD\nTotal | $180.00 USD\nTransfer to your bank in minutes for a fee of 1.75% (min. $0.25, max. $25.00).",
                    "180.00 USD",
                    counterparty="Ingrid Vasquez",
                    when="2026-04-14",
                    reference="8HM40213WL775902K",
                    subject="You've got money",
                ),
                also=("{counterparty} sent you",),
                seen=True,
            ),
            Format(
                "receipt-zh",
                OUT,
                "你已支付 {amount} 給 {counterparty} 交易 ID {reference}",
                Kind.PURCHASE,
                Sample(
                    "你已支付 $11.48 USD 給 Domainly, Inc\n交易 ID\n9XP00000A0000000P",
                    "11.48 USD",
                    counterparty="Domainly, Inc",
                    reference="9XP00000A0000000P",
                ),
            ),
        ),
        notices=(Notice("request", "sent you a money request", "John Sample sent you a money request for $50.00 USD"),),
        month_first=True,
        aliases=("paypal",),
    ),
)
