# ruff: noqa: E501 - a sentence of a mail stands on one line, as its issuer sends it
"""Banks, cards, wallets and receipts of the United States: money that moved."""

from sandbox.mails import brands
from sandbox.slots import Amounts
from sandbox.templates import Template, Truth

_SPEND = Amounts(4, 400)
_PAYPAL_ID = {"txn": "#@@#####@@######@"}

TEMPLATES = (
    Template(
        "chase-card", brands.CHASE, "Chase <no.reply.alerts@chase.com>", "You made a ${amount} transaction with {merchant}",
        """
        ! Transaction alert

        # You made a ${amount} transaction

        This transaction is above the level you set, see more here.

        | Account | Freedom Unlimited (...{card}) |
        | Date | {date:%b %-d, %Y} at {date:%-I:%M %p} ET |
        | Merchant | {merchant} |
        | Amount | ${amount} |
        """,
        Truth("debit", "purchase", "{merchant}", "card", "minute", zone=True),
        channel="credit_card", form="html", weight=1.5, amounts=_SPEND,
    ),
    Template(
        "chase-atm", brands.CHASE, "Chase <no.reply.alerts@chase.com>", "You withdrew ${amount}",
        """
        # ATM withdrawal of ${amount}

        There was a withdrawal above your $20.00 alert limit.

        | Account | TOTAL CHECKING (...{account}) |
        | Date | {date:%b %-d, %Y} at {date:%-I:%M %p} ET |
        | Amount | ${amount} |
        """,
        Truth("debit", "withdrawal", None, "account", "minute", zone=True),
        channel="atm", form="html", weight=0.4, amounts=Amounts(2, 20, whole=True, step=20),
    ),
    Template(
        "chase-deposit", brands.CHASE, "Chase <no.reply.alerts@chase.com>", "You have a direct deposit of ${amount}",
        """
        # Direct deposit posted

        You have a direct deposit of **${amount}** from {company}.

        | Account | TOTAL CHECKING (...{account}) |
        | Posted | {date:%b %-d, %Y} |
        | From | {company} |
        """,
        Truth("credit", "salary", "{company}", "account", "day"),
        form="html", weight=0.3, amounts=Amounts(1_200, 5_200),
    ),
    Template(
        "bofa-card", brands.BOFA, "Bank of America <onlinebanking@ealerts.bankofamerica.com>",
        "Credit card transaction exceeds alert limit you set",
        """
        # Credit card transaction exceeds alert limit you set

        Customized Cash Rewards Visa Signature ending in **{card}**

        | Amount: | ${amount} |
        | Date: | {date:%B %d, %Y} |
        | Where: | {merchant} |

        [View details]

        - If you made this purchase or payment but don't recognize the amount, wait until the final purchase amount has posted before filing a dispute claim.
        """,
        Truth("debit", "purchase", "{merchant}", "card", "day"),
        channel="credit_card", form="html", weight=0.8, amounts=_SPEND,
    ),
    Template(
        "capitalone-card", brands.CAPITAL_ONE, "Capital One | Quicksilver <capitalone@notification.capitalone.com>",
        "A new transaction was charged to your account",
        """
        A purchase was charged to your account.

        About your Quicksilver Credit Card ending in {card}

        As requested, we're notifying you that on {date:%B %-d, %Y}, at {merchant}, a pending authorization or purchase in the amount of ${amount} was placed or charged on your Quicksilver Credit Card.

        - Note: You'll receive this notification for both purchases and pending authorizations, such as car rentals, hotel reservations and so on.
        """,
        Truth("debit", "purchase", "{merchant}", "card", "day"),
        channel="credit_card", weight=0.8, amounts=_SPEND,
    ),
    Template(
        "discover-card", brands.DISCOVER, "Discover Card <discover@services.discover.com>", "Transaction Alert",
        """
        # Transaction Alert

        A transaction was initiated on your account. This notice is for your information; no action is needed.

        Account ending in {card}

        Transaction Date: {date:%B %d, %Y}

        Merchant: {merchant}

        Amount: ${amount}
        """,
        Truth("debit", "purchase", "{merchant}", "card", "day"),
        channel="credit_card", weight=0.5, amounts=_SPEND,
    ),
    Template(
        "wellsfargo-card", brands.WELLS, "Wells Fargo Online <alerts@notify.wellsfargo.com>", "You made a credit card purchase of ${amount}",
        """
        # You made a credit card purchase of ${amount}

        | Credit card | ...{card} |
        | Date | {date:%m/%d/%Y} |
        | Amount | ${amount} |
        | Merchant detail | {merchant} |

        [View Accounts]

        This notification was sent because your purchase was over $1.00, the amount you set.
        """,
        Truth("debit", "purchase", "{merchant}", "card", "day"),
        channel="credit_card", form="html", weight=0.5, amounts=_SPEND,
    ),
    Template(
        "paypal-receipt", brands.PAYPAL, "service@paypal.com <service@paypal.com>", "Receipt for Your Payment to {merchant}",
        """
        Hello, {name}

        # You paid ${amount} USD to {merchant}

        [View or Manage Payment]

        | Transaction ID | {txn} |
        | Transaction date | {date:%b %-d, %Y} |
        | Merchant | {merchant} |
        | Subtotal | ${amount} USD |
        | Total | ${amount} USD |
        | Payment | ${amount} USD |

        Paid {merchant} with

        Mastercard-{card} ${amount} USD
        """,
        Truth("debit", "purchase", "{merchant}", "card", "day", reference="{txn}"),
        channel="wallet", form="html", look="receipt", weight=1, amounts=_SPEND, patterns=_PAYPAL_ID,
        picks={"merchant": ("Cobalt Fonts Ltd", "Larkspur Goods", "Tideline Prints", "Oakwell Games", "Fernhill Ceramics")},
    ),
    Template(
        "paypal-refund", brands.PAYPAL, "service@paypal.com <service@paypal.com>", "You received a refund from {merchant}",
        """
        {merchant} sent you a full refund of ${amount} USD for your purchase.

        | Transaction ID | {txn} |
        | Transaction date | {date:%b %-d, %Y} |
        | Refunded to Visa x-{card} | ${amount} USD |
        """,
        Truth("credit", "refund", "{merchant}", "card", "day", reference="{txn}"),
        channel="wallet", form="html", look="receipt", weight=0.4, amounts=_SPEND, patterns=_PAYPAL_ID,
        picks={"merchant": ("Cobalt Fonts Ltd", "Larkspur Goods", "Tideline Prints", "Oakwell Games", "Fernhill Ceramics")},
    ),
    Template(
        "venmo-out", brands.VENMO, "Venmo <venmo@venmo.com>", "You paid {payee} ${amount}",
        """
        You paid {payee}

        # ${amount}

        Pottery class

        Date: {date:%B %d, %Y}

        Completed via your bank account ending in {account}.

        Payment ID: {payment}
        """,
        Truth("debit", "transfer", "{payee}", "account", "day", reference="{payment}"),
        channel="p2p", form="html", look="receipt", weight=0.7, amounts=Amounts(4, 180), patterns={"payment": "39###############73"},
    ),
    Template(
        "venmo-in", brands.VENMO, "Venmo <venmo@venmo.com>", "{payee} paid you ${amount}",
        """
        {payee} paid you

        # ${amount}

        Dinner split

        Transfer Date and Amount:

        {date:%b %d, %Y} PST · ${amount}

        Payment ID: {payment}

        Money credited to your Venmo account. Cash out now
        """,
        Truth("credit", "transfer", "{payee}", None, "day", reference="{payment}"),
        channel="p2p", look="receipt", weight=0.5, amounts=Amounts(4, 180), patterns={"payment": "38###############45"},
    ),
    Template(
        "spotify-receipt", brands.SPOTIFY, "Spotify <no-reply@spotify.com>", "Your receipt from Spotify",
        """
        # Thanks for your payment

        Your payment for Premium Individual went through.

        | Order ID | {order} |
        | Date | {date:%B %-d, %Y} |
        | Premium Individual | ${amount} |
        | Tax | $0.00 |
        | Total | ${amount} |
        | Payment method | Visa |
        """,
        Truth("debit", "purchase", "Spotify", None, "day", reference="{order}"),
        channel="receipt", form="html", look="receipt", weight=0.4, amounts=Amounts(9, 20), patterns={"order": "7724#########"},
    ),
)  # fmt: skip
