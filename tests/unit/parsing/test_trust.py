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
        (None, True),
    ],
)
def test_what_the_receiving_server_found_is_weighed(results: str | None, believed: bool) -> None:
    reading = parse(sent_by("North Bank <alerts@northbank.example>", results))
    assert (reading.verdict is Verdict.TRANSACTION) is believed
    assert (reading.reason == "untrusted_sender") is not believed
