"""Names people know on domains that are not theirs, and honest senders that look odd."""

import pytest

from app.domain.mail import Mail
from app.domain.reading import Verdict
from app.parsing import parse
from app.parsing.trust import untrusted


def sent_by(sender: str, results: str | None = None) -> Mail:
    headers = {"from": (sender,), "to": ("Sam <sam@example.com>",)}
    if results:
        headers["authentication-results"] = (results,)
    return Mail(headers, "Rs. 5.00 has been debited from your account XX1234 on 01-06-2026 to A B.", None)


@pytest.mark.parametrize(
    "sender",
    [
        "Capital One <alerts@capitalone-notices.example>",
        "Lloyds Bank <alerts@lloyds-secure-mail.net>",
        "Zenith Bank <alert@zenithbank.secure-login.com>",
        "Bradesco <aviso@bradesco-clientes.com>",
        "Rabobank <alert@rabo-veilig.nu>",
        "Alerts <no-reply@emiratesnbd-online.net>",
        "三井住友カード <info@card-notice.example>",
        "Sparkasse <info@spk24.xyz>",
        "Wells Farg0 <a@gmail.com>",
        "HDFCBank <alerts@mailer.example>",
        "H D F C Bank <alerts@mailer.example>",
        "alerts@hdfcbank.net <alerts@mailer.example>",
        "ＨＤＦＣ Bank <alerts@mailer.example>",
        "H\u200bDFC Bank <alerts@mailer.example>",
        "НDFС Bank <alerts@mailer.example>",
        "Alerts <alerts@secure.hdfcbank.mailer.example>",
        "InstaAlert <alerts@hdfcbank-alerts.in>",
        "Alerts <alerts@hdfcb\u0430nk.net>",
        "Alerts <alerts@xn--hdfcbnk-6fg.net>",
        "Revolut <no-reply@revolut.support>",
        "someone@mailer.example, HDFC Bank <alerts@hdfcbank.net>",
        "HDFC Bank <hdfcbank.net>",
        "HDFC Bank <a@mailer.example@hdfcbank.net>",
        # The name, or its suffix, changed.
        "HDFC Bank <alerts@hdfcbank.co>",
        "alerts@hdfcbank-alerts.com",
        "service@paypa1.co",
        "Chase <alerts@chase.com.co>",
        "ICICI Bank <alerts@icicibank.in.net>",
        "State Bank of India <alerts@sbi.co>",
        "Revolut <no-reply@revolut.cards>",
        "Commerzbank <info@commerzbank.com.de>",
        "ING <noreply@ing.nl.com>",
        "chase.alerts@mailer-sv3.net",
        "Interac e-Transfer <notify@payments-interac.net>",
        "Impots <remboursement@impots-gouv.net>",
        "Receipts <forms-receipts-noreply@google.com>",
        "Sparkasse <info@sparkasse-kunden-service.de>",
    ],
)
def test_a_famous_name_on_a_foreign_domain_is_not_believed(sender: str) -> None:
    assert untrusted(sent_by(sender))
    assert parse(sent_by(sender)).reason == "untrusted_sender"


@pytest.mark.parametrize(
    "sender",
    [
        "Union Bank of India <noreply@unionbankofindia.bank.in>",
        "Bank of India <alerts@boi.co.in>",
        "Yapı Kredi <bilgi@yapikredi.com.tr>",
        "Türkiye İş Bankası <bilgi@isbank.com.tr>",
        "Interbank <avisos@netinterbank.com.pe>",
        "BoursoBank <ne-pas-repondre@boursobank.info>",
        "MTN MoMo <momo@mtn.com.gh>",
        "Wise Owl Books <orders@wiseowlbooks.com>",
        "Cash & Carry <receipts@cashandcarry.co.uk>",
        "三井住友カード <statement@vpass.ne.jp>",
        "Crédit Agricole <ne-pas-repondre@ca-centrest.fr>",
        "Metro Bank <alerts@metrobankonline.co.uk>",
        '"Northbank, Alerts" <alerts@northbank.example>',
        "Тинькофф <noreply@tinkoff.example>",
        # Where the same bank, or another of its name, is at home.
        "CIBC Caribbean <alerts@cibccaribbean.com>",
        "HSBC <alerts@mail.hsbc.co.in>",
        "Citibank <alerts@citibank.co.in>",
        "QNB <bilgi@qnb.com.tr>",
        "Metro Bank <alerts@metrobank.co.uk>",
        "Chase <hello@chase.co.uk>",
        "Sparkasse <info@sparkasse-bremen.de>",
        "Zelle at Regions <alerts@regions.com>",
        "하나은행 <info@hanabank.com>",
        "Zerodha <no-reply@reportsmailer.zerodha.net>",
    ],
)
def test_a_bank_s_own_domain_is_believed(sender: str) -> None:
    assert not untrusted(sent_by(sender))


@pytest.mark.parametrize(
    ("results", "believed"),
    [
        ("mx; dmarc=pass header.from=northbank.example", True),
        ("mx; dmarc=fail header.from=northbank.example; dkim=pass header.d=northbank.example", False),
        ("mx; dkim=pass header.i=@mail.northbank.example; spf=pass", True),
        ("mx; dkim=pass header.i=@bulk.example; spf=pass", False),
        ("mx; dkim=none; spf=none; dmarc=none header.from=northbank.example", True),
        ("mx; dkim=neutral header.i=@northbank.example; spf=pass smtp.mailfrom=bounce@mail.northbank.example", True),
        ("mx; spf=pass smtp.mailfrom=someone@bulk.example", False),
        ("mx; spf=fail smtp.mailfrom=a@northbank.example", False),
        ("mx; dkim=fail header.i=@northbank.example; dkim=pass header.i=@bulk.example", False),
        ("mx; dmarc=pass header.from=bulk.example; dkim=pass header.i=@bulk.example", False),
        ("mx; DMARC = FAIL header.from=northbank.example", False),
        # What the sender chose stands in comments and quotes.
        ("mx; spf=pass (mx: domain of dmarc=pass@bulk.example) smtp.mailfrom=x@bulk.example; dmarc=fail", False),
        ('mx; spf=pass smtp.mailfrom="a;dmarc=pass"@bulk.example; dkim=none', False),
        ("mx; arc=pass (i=1 spf=pass dkim=pass dmarc=pass fromdomain=northbank.example); dmarc=fail", False),
        (None, True),
    ],
)
def test_what_the_receiving_server_found_is_weighed(results: str | None, believed: bool) -> None:
    reading = parse(sent_by("North Bank <alerts@northbank.example>", results))
    assert (reading.verdict is Verdict.TRANSACTION) is believed
    assert (reading.reason == "untrusted_sender") is not believed


@pytest.mark.parametrize(
    ("results", "believed"),
    [
        (("mx.google.com; dmarc=fail", "elsewhere; dmarc=pass header.from=northbank.example"), False),
        (("elsewhere; dmarc=pass header.from=northbank.example", "mx.google.com; dmarc=fail"), False),
        (("mx.google.com; dmarc=pass header.from=northbank.example", "elsewhere; dmarc=fail"), True),
    ],
)
def test_only_the_receiving_server_is_believed(results: tuple[str, ...], believed: bool) -> None:
    mail = sent_by("North Bank <alerts@northbank.example>")
    assert untrusted(Mail({**mail.headers, "authentication-results": results}, mail.text, None)) is not believed


def forward_of(first: str) -> Mail:
    own = "Sam <sam@example.com>"
    text = f"---------- Forwarded message ---------\nFrom: {first}\n\nRs. 5.00 debited from your account XX1234 on 01-06-2026."
    return Mail({"from": (own,), "to": (own,), "subject": ("Fwd: Alert",)}, text, None)


@pytest.mark.parametrize(
    ("first", "believed"),
    [("HDFC Bank <alerts@hdfcbank.net>", True), ("HDFC Bank <alerts@hdfcbank.co>", False), ("Chase <a@chase-secure.net>", False)],
)
def test_whose_mail_the_owner_passed_on_to_himself_is_weighed_too(first: str, believed: bool) -> None:
    assert untrusted(forward_of(first)) is not believed


@pytest.mark.parametrize(
    "text",
    [
        "Thank you. Amount charged: $429.99 on Nov 9, 2026. To stop this charge phone our desk at +1 (808) 555-0142.",
        "A refund of $399.00 was credited to your account on 11/09/2026. We sent too much: please return $250.00 as gift cards.",
    ],
)
def test_a_stranger_s_receipt_that_wants_a_call_or_money_back_is_not_believed(text: str) -> None:
    mail = Mail({"from": ("Desk <billing@subs-desk.example>",), "subject": ("Payment receipt 88120",)}, text, None)
    assert parse(mail).transactions == ()
