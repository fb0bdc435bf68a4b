# ruff: noqa: E501 - a sentence of a mail stands on one line, as its issuer sends it
"""Issuers of the rest of the world: money that moved."""

from sandbox.mails import brands
from sandbox.slots import Amounts
from sandbox.templates import Template, Truth

_SPEND = Amounts(4, 400)

TEMPLATES = (
    Template(
        "wise-card", brands.WISE, "Wise <noreply@wise.com>", "You spent {amount:plain} EUR at {merchant}",
        "You spent {amount:plain} EUR at {merchant}.\n\nYou have {balance:plain} EUR left in your EUR balance.",
        Truth("debit", "purchase", "{merchant}"), channel="debit_card", look="receipt", weight=0.7, amounts=_SPEND,
    ),
    Template(
        "revolut-out", brands.REVOLUT, "Revolut <no-reply@revolut.com>", "Payment to {merchant}",
        "You made a payment of €{amount} to {merchant}.\n\nYour new balance is €{balance}.",
        Truth("debit", "purchase", "{merchant}"), channel="debit_card", look="receipt", weight=0.7, amounts=_SPEND,
    ),
    Template(
        "revolut-in", brands.REVOLUT, "Revolut <no-reply@revolut.com>", "You received €{amount} from {payee}",
        "# You’ve got money\n\nYou received €{amount} from {payee}.\n\nNote: brunch",
        Truth("credit", "transfer", "{payee}"), channel="p2p", form="html", look="receipt", weight=0.5, amounts=_SPEND,
    ),
    Template(
        "n26-card", brands.N26, "N26 <support@n26.com>", "Kartenzahlung über {amount:eu} €",
        """
        Hallo {first},

        du hast soeben **{amount:eu} €** bei **{merchant}** bezahlt.

        Datum: {date:%d.%m.%Y}

        Dein Kontostand: {balance:eu} €
        """,
        Truth("debit", "purchase", "{merchant}", None, "day"),
        channel="debit_card", form="html", look="receipt", weight=0.6, amounts=_SPEND,
    ),
    Template(
        "monzo-card", brands.MONZO, "Monzo <hello@monzo.com>", "You spent £{amount} at {merchant}",
        """
        You spent

        # £{amount}

        at **{merchant}**

        Card ending {card} · {date:%-d %B %Y, %H:%M}
        """,
        Truth("debit", "purchase", "{merchant}", "card", "minute"),
        channel="debit_card", form="html", look="receipt", weight=0.6, amounts=_SPEND,
    ),
    Template(
        "dbs-card", brands.DBS, "DBS <ibanking.alert@dbs.com>", "Card Transaction Alert",
        """
        # Card Transaction Alert

        Transaction Ref: {ref}

        Dear Sir / Madam,

        We refer to your card transaction request dated {date:%d/%m/%y}. We are pleased to confirm that the transaction was completed.

        | Date & Time: | {date:%d %b %H:%M} (SGT) |
        | Amount: | SGD{amount:plain} |
        | From: | DBS/POSB card ending {card} |
        | To: | {merchant} |

        If unauthorised, please login to DBS digibank mobile to report fraud dispute immediately.
        """,
        Truth("debit", "purchase", "{merchant}", "card", "minute", zone=True, reference="{ref}"),
        channel="credit_card", form="html", weight=0.6, amounts=_SPEND, patterns={"ref": "SP14006###########00519##"},
        picks={"merchant": ("KAYA TOAST HSE SINGAPORE SGP", "LAKSA CORNER SINGAPORE SGP", "ORCHID MART SINGAPORE SGP")},
    ),
    Template(
        "uob-card", brands.UOB, "<unialerts@uobgroup.com>", "UOB - Transaction Alert",
        "A transaction of SGD {amount:plain} was made with your UOB Card ending {card} on {date:%d/%m/%y} at {merchant}. If unauthorised, call 24/7 Fraud Hotline now",
        Truth("debit", "purchase", "{merchant}", "card", "day"),
        channel="credit_card", form="text", weight=0.5, amounts=_SPEND,
        picks={"merchant": ("KrisPay*Laksa Corner", "Orchid Mart", "Tanjong Books", "Harbour Grill")},
    ),
    Template(
        "uob-paynow", brands.UOB, "<unialerts@uobgroup.com>", "UOB Personal Internet Banking Notification Alerts",
        "You made a PayNow transfer of SGD {amount:plain} to {payee} (Mobile ending 2048) on your a/c ending {account} at {date:%-I:%M%p} SGT, {date:%d %b %y}. If unauthorised, call UOB 24/7 Fraud Hotline.",
        Truth("debit", "transfer", "{payee}", "account", "minute", zone=True),
        channel="p2p", form="html", look="legacy", weight=0.5, amounts=_SPEND,
        picks={"payee": ("TAN WEI MXXX", "LIM SIEX HUXX", "NUR AISXX", "KUMAR RAJXX")},
    ),
    Template(
        "nubank-pix-in", brands.NUBANK, "Nubank <todomundo@nubank.com.br>", "Você recebeu uma transferência pelo Pix!",
        """
        # Transferência recebida

        Você recebeu uma transferência pelo Pix de **{payee:upper}** e o valor já está disponível na sua conta do Nubank.

        | Valor Recebido: | R$ {amount:eu} |

        {date:%d %P} às {date:%H:%M}
        """,
        Truth("credit", "transfer", "{payee:upper}", None, "minute"),
        channel="p2p", form="html", look="receipt", weight=0.5, amounts=Amounts(20, 3_000),
        picks={"payee": ("Larissa Moura Teles", "Caio Braga Duarte", "Helena Prado Nunes", "Tiago Siqueira Lopes")},
    ),
    Template(
        "rakuten-card", brands.RAKUTEN, "楽天カード株式会社 <info@mail.rakuten-card.co.jp>", "【速報版】カード利用のお知らせ(本人ご利用分)",
        """
        【速報版】カード利用のお知らせ(本人ご利用分)

        楽天カード（Visa）をご利用いただき誠にありがとうございます。
        お客様のカードのご利用情報が楽天カードに届きましたのでお知らせいたします。

        <カードご利用情報>
        《ショッピングご利用分》
        ■利用日: {date:%Y/%m/%d}
        ■利用先: {merchant}
        ■利用者: 本人
        ■支払方法: 1回
        ■利用金額: {amount:whole} 円
        """,
        Truth("debit", "purchase", "{merchant}", None, "day"),
        channel="credit_card", form="text", weight=0.4, amounts=Amounts(200, 30_000, whole=True),
        picks={"merchant": ("ﾄﾞﾗﾂｸﾞｽﾄｱ ﾐﾄﾞﾘﾔ", "ｽｰﾊﾟｰ ﾊﾅﾏﾙ", "ｶﾌｴ ﾂｷﾐ", "ﾎﾝﾔ ｱｵｿﾞﾗ")},
    ),
)  # fmt: skip
