# ruff: noqa: E501 - a sentence of a mail stands on one line, as its issuer sends it
"""Mails of the rest of the world in which no money moved."""

from sandbox.mails import brands
from sandbox.slots import Amounts
from sandbox.templates import Template

_SPEND = Amounts(10, 600)

TEMPLATES = (
    Template(
        "chase-otp", brands.CHASE, "Chase <no.reply.alerts@chase.com>", "Your one-time code",
        "Here is your one-time code: {code}\n\nIt expires in 30 minutes. We will never call you to ask for it.",
        trap="otp", weight=1.5, patterns={"code": "48######"},
    ),
    Template(
        "dbs-otp", brands.DBS, "DBS <ibanking.alert@dbs.com>", "Your OTP for online transaction",
        "OTP {otp} for your online transaction of SGD {amount:plain} at {merchant} with card ending {card}. Valid till {date:%d %b %H:%M} SGT. Never share your OTP.",
        trap="otp", form="text", weight=1, channel="credit_card", amounts=_SPEND,
    ),
    Template(
        "chase-promo", brands.CHASE, "Chase <chase@mcmap.chase.com>", "{first}, earn a $200 bonus",
        "# Earn $200 bonus cash back\n\nafter you spend $500 on purchases in the first 3 months. Plus 5% on up to $12,000 in grocery purchases.\n\n[Learn more]\n\n- $0 annual fee. APR 20.49% to 29.24%.",
        trap="promo", form="html", look="campaign", label="CATEGORY_PROMOTIONS", weight=1.5, channel="credit_card",
    ),
    Template(
        "chase-scheduled", brands.CHASE, "Chase <no.reply.alerts@chase.com>", "Your credit card payment is scheduled",
        """
        | Amount | ${amount} |
        | Account | Freedom Unlimited(...{card}) |
        | Pay date: | {soon:%b %-d, %Y} |
        """,
        trap="scheduled", form="html", weight=0.8, channel="credit_card", amounts=_SPEND,
    ),
    Template(
        "capitalone-declined", brands.CAPITAL_ONE, "Capital One | Quicksilver <capitalone@notification.capitalone.com>", "Your card was declined",
        "We declined a ${amount} purchase at {merchant} on {date:%B %-d, %Y} with your Quicksilver card ending in {card}. Was this you?",
        trap="declined", form="html", weight=0.7, channel="credit_card", amounts=_SPEND,
    ),
    Template(
        "discover-statement", brands.DISCOVER, "Discover Card <discover@services.discover.com>", "You have a new statement online",
        """
        Your paperless statement is ready.

        Statement Date: {date:%B %-d, %Y}

        Statement Balance: ${amount}

        Your minimum payment of $29.00 is due on {due:%B %-d, %Y}.
        """,
        trap="statement", weight=0.8, channel="credit_card", amounts=Amounts(120, 2_500),
    ),
    Template(
        "venmo-request", brands.VENMO, "Venmo <venmo@venmo.com>", "{payee} requests ${amount}",
        """
        {payee} requests

        # ${amount}

        Concert parking

        Pay Decline

        Payment ID: {payment}
        """,
        trap="request", form="text", weight=0.6, channel="p2p", amounts=Amounts(5, 90), patterns={"payment": "39917722########"},
    ),
    Template(
        "paypal-invoice", brands.PAYPAL, "service@paypal.com <service@paypal.com>", "Invoice from Brindle Design ({number})",
        "Brindle Design sent you an invoice for ${amount} USD\n\nDue on receipt.\n\n[View and Pay Invoice]",
        trap="request", form="html", look="receipt", weight=0.6, channel="wallet", amounts=_SPEND, patterns={"number": "00##"},
    ),
    Template(
        "spotify-renewal", brands.SPOTIFY, "Spotify <no-reply@spotify.com>", "Your plan will renew soon",
        "Your Premium Individual plan renews on {soon:%B %-d, %Y}. You’ll be charged ${amount} to Visa.",
        trap="scheduled", form="html", look="receipt", weight=0.6, channel="receipt", amounts=Amounts(9, 20),
    ),
    Template(
        "wise-rate", brands.WISE, "Wise <noreply@wise.com>", "1 GBP = 1.17{digits} EUR",
        "Your rate alert: 1 GBP = 1.17{digits} EUR. Sending 1,000 GBP today would give you 1,168.31 EUR.",
        trap="other", form="html", look="receipt", weight=0.8, patterns={"digits": "##"},
    ),
    Template(
        "revolut-points", brands.REVOLUT, "Revolut <no-reply@revolut.com>", "Boost your RevPoints balance",
        "Get more points and cashback: spend €500, earn 1,000 points worth €10.",
        trap="promo", form="html", look="campaign", label="CATEGORY_PROMOTIONS", weight=1,
    ),
    Template(
        "nubank-bill-closed", brands.NUBANK, "Nubank <todomundo@nubank.com.br>", "A fatura do seu cartão Nubank está fechada",
        "Olá, {first}. A fatura do seu cartão fechou no valor de R$ {amount:eu} e o vencimento é em {due:%d %P}.",
        trap="statement", weight=0.6, channel="credit_card", amounts=Amounts(200, 3_000),
    ),
    Template(
        "amazon-shipped", brands.AMAZON_US, '"Amazon.com" <shipment-tracking@amazon.com>', 'Shipped: "{item}"',
        """
        # Your package was shipped!

        Arriving {soon:%A, %B %-d}

        Order # {order}

        Shipment total: ${amount}

        [Track package]
        """,
        trap="shipping", look="receipt", weight=1.2, channel="receipt", amounts=_SPEND, patterns={"order": "112-#######-#######"},
    ),
    Template(
        "amazon-in-shipped", brands.AMAZON_IN, '"Amazon.in" <shipment-tracking@amazon.in>', 'Dispatched: "{item}"',
        """
        Hi {first}, your package was dispatched.

        Arriving {soon:%A, %-d %B}

        Order # {order}

        [Track package]
        """,
        trap="shipping", form="html", look="receipt", weight=5, channel="receipt", patterns={"order": "404-#######-#######"},
    ),
    Template(
        "dhl-tomorrow", brands.DHL, "DHL <noreply@dhl.de>", "Ihr Paket kommt morgen",
        "Ihr Paket von Teekontor Hansen (Warenwert 23,90 EUR) wird am {soon:%d.%m.%Y} zugestellt.",
        trap="shipping", form="html", weight=0.8, channel="receipt",
    ),
)  # fmt: skip
