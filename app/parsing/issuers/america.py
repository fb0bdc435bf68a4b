"""Banks, cards and wallets of the United States."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Layout

ISSUERS = (
    Issuer(
        "chase",
        "Chase",
        ("chase.com",),
        "US",
        "USD",
        (
            Layout(
                "card-spend",
                OUT,
                "you made a&&transaction&&merchant",
                {"Account": "account", "Date": "datetime", "Merchant": "counterparty", "Amount": "amount"},
                Kind.PURCHASE,
            ),
            Layout(
                "atm", OUT, "atm withdrawal of", {"Account": "account", "Date": "datetime", "Amount": "amount"}, Kind.WITHDRAWAL
            ),
            Layout(
                "direct-deposit",
                IN,
                "direct deposit of",
                {"Account": "account", "Posted": "date", "From": "counterparty"},
                Kind.SALARY,
                also=("direct deposit of {amount} from",),
            ),
        ),
        month_first=True,
        aliases=("chase",),
    ),
    Issuer(
        "bofa",
        "Bank of America",
        ("bankofamerica.com",),
        "US",
        "USD",
        (
            Layout(
                "card-spend",
                OUT,
                "credit card transaction exceeds alert limit",
                {"Amount": "amount", "Date": "date", "Where": "counterparty"},
                Kind.PURCHASE,
                also=("ending in {account}",),
            ),
        ),
        month_first=True,
    ),
    Issuer(
        "capitalone",
        "Capital One",
        ("capitalone.com",),
        "US",
        "USD",
        (
            Format(
                "card-spend",
                OUT,
                "ending in {account} As requested, we're notifying you that on {date}, at {counterparty}, a pending authorization or purchase in the amount of {amount} was placed or charged",
                Kind.PURCHASE,
            ),
        ),
        month_first=True,
    ),
    Issuer(
        "discover",
        "Discover",
        ("discover.com",),
        "US",
        "USD",
        (
            Layout(
                "card-spend",
                OUT,
                "a transaction was initiated on your account",
                {"Transaction Date": "date", "Merchant": "counterparty", "Amount": "amount"},
                Kind.PURCHASE,
                also=("Account ending in {account}",),
            ),
        ),
        month_first=True,
    ),
    Issuer(
        "wellsfargo",
        "Wells Fargo",
        ("wellsfargo.com",),
        "US",
        "USD",
        (
            Layout(
                "card-spend",
                OUT,
                "you made a credit card purchase",
                {"Credit card": "account", "Date": "date", "Amount": "amount", "Merchant detail": "counterparty"},
                Kind.PURCHASE,
            ),
        ),
        month_first=True,
    ),
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
                "you paid&&transaction id",
                {"Transaction ID": "reference", "Transaction date": "date", "Merchant": "counterparty", "Total": "amount"},
                Kind.PURCHASE,
                also=("[Mastercard|Visa|Amex|Discover]-{account}",),
            ),
            Layout(
                "refund",
                IN,
                "sent you a full refund",
                {"Transaction ID": "reference", "Transaction date": "date"},
                Kind.REFUND,
                also=("{counterparty} sent you a full refund of {amount} for your purchase", "Refunded to {words} x-{account}"),
            ),
        ),
        month_first=True,
        aliases=("paypal",),
    ),
    Issuer(
        "venmo",
        "Venmo",
        ("venmo.com",),
        "US",
        "USD",
        (
            Format(
                "paid",
                OUT,
                "You paid {counterparty} {amount} {words} Date: {date} Completed via your bank account ending in {account}. Payment ID: {reference}",
                Kind.TRANSFER,
            ),
            Format(
                "received",
                IN,
                "{counterparty} paid you {amount} {words} Transfer Date and Amount: {date} {word} · {amount} Payment ID: {reference}",
                Kind.TRANSFER,
            ),
        ),
        month_first=True,
    ),
    Issuer(
        "spotify",
        "Spotify",
        ("spotify.com",),
        "US",
        "USD",
        (
            Layout(
                "receipt",
                OUT,
                "thanks for your payment",
                {"Order ID": "reference", "Date": "date", "Total": "amount"},
                Kind.PURCHASE,
                counterparty="Spotify",
            ),
        ),
        month_first=True,
    ),
)
