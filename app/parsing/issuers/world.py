"""Europe, Asia and Latin America."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Layout

ISSUERS = (
    Issuer(
        "wise",
        "Wise",
        ("wise.com",),
        "GB",
        "GBP",
        (Format("card-spend", OUT, "You spent {amount} at {counterparty}. You have", Kind.PURCHASE),),
    ),
    Issuer(
        "revolut",
        "Revolut",
        ("revolut.com",),
        "GB",
        "GBP",
        (
            Format("paid", OUT, "You made a payment of {amount} to {counterparty}. Your new balance", Kind.PURCHASE),
            Format("received", IN, "You received {amount} from {counterparty}", Kind.TRANSFER),
        ),
    ),
    Issuer(
        "n26",
        "N26",
        ("n26.com",),
        "DE",
        "EUR",
        (Format("card-spend", OUT, "du hast soeben {amount} bei {counterparty} bezahlt. Datum: {date}", Kind.PURCHASE),),
    ),
    Issuer(
        "monzo",
        "Monzo",
        ("monzo.com",),
        "GB",
        "GBP",
        (Format("card-spend", OUT, "You spent {amount} at {counterparty} Card ending {account} · {datetime}", Kind.PURCHASE),),
    ),
    Issuer(
        "dbs",
        "DBS",
        ("dbs.com",),
        "SG",
        "SGD",
        (
            Layout(
                "card-spend",
                OUT,
                "we refer to your card transaction request",
                {"Date & Time": "datetime", "Amount": "amount", "From": "account", "To": "counterparty"},
                Kind.PURCHASE,
                also=("Transaction Ref: {reference}",),
            ),
        ),
    ),
    Issuer(
        "uob",
        "UOB",
        ("uobgroup.com",),
        "SG",
        "SGD",
        (
            Format(
                "card-spend",
                OUT,
                "A transaction of {amount} was made with your UOB Card ending {account} on {date} at {counterparty}. If unauthorised",
                Kind.PURCHASE,
            ),
            Format(
                "paynow",
                OUT,
                "You made a PayNow transfer of {amount} to {counterparty} (Mobile ending {word}) on your a/c ending {account} at {time}, {date}. If unauthorised",
                Kind.TRANSFER,
            ),
        ),
    ),
    Issuer(
        "nubank",
        "Nubank",
        ("nubank.com.br",),
        "BR",
        "BRL",
        (
            Layout(
                "pix-received",
                IN,
                "transferência pelo pix de",
                {"Valor Recebido": "amount"},
                Kind.TRANSFER,
                also=("transferência pelo Pix de {counterparty} e o valor", "{date} às {time}"),
            ),
        ),
    ),
    Issuer(
        "rakuten-card",
        "Rakuten Card",
        ("rakuten-card.co.jp",),
        "JP",
        "JPY",
        (
            Layout(
                "card-spend",
                OUT,
                "カード利用のお知らせ",
                {"利用日": "date", "利用先": "counterparty", "利用金額": "amount"},
                Kind.PURCHASE,
            ),
        ),
    ),
)
