"""Names of payees as they stand in sentences."""

import pytest

from app.domain.mail import Mail
from app.domain.transaction import Direction
from app.parsing import parse
from app.parsing.generic.names import name_in
from app.parsing.slots import clean_name
from tests.unit.parsing.mails import text_mail


@pytest.mark.parametrize(
    ("behind", "name"),
    [
        ("to VPA ravi.tea@okvin (RAVI TEA STALL).", "RAVI TEA STALL"),
        ("to VPA ravi.tea@okvin RAVI TEA STALL on 12-05-26.", "RAVI TEA STALL"),
    ],
)
def test_a_payee_in_brackets_is_named_without_them(behind: str, name: str) -> None:
    mail = text_mail(f"Dear Customer, Rs.125.50 debited from a/c XX4410 on 12-05-26 {behind} UPI Ref No 613298765432.")
    assert [one.counterparty for one in parse(mail).transactions] == [name]


def test_whole_brackets_belong_to_a_name() -> None:
    assert clean_name("RAVI TEA STALL (MUMBAI)") == "RAVI TEA STALL (MUMBAI)"


CARD_PAYMENT = "Payment 46.10 GEL\nVISA *7719\nAgora Batumi\n12/05/2026 10:58"
DANISH = "Du har betalt\n89,00 kr.\ntil Kiosken Vest\n12. maj 2026\nDankort ••4417"
UNKNOWN_LABEL = "You paid by card\nAmount: $12.00\nCard: *7719\nZzyzx: {name}\nDate: 05/12/2026"
FRENCH = "Un virement de 640,00 € émis par CAF DU NORD vient de créditer votre compte *4410 le 12/05/2026."


@pytest.mark.parametrize(
    ("domain", "text", "name"),
    [
        # A card-like mail names the shop on a line of its own.
        ("nordbank.ge", CARD_PAYMENT, "Agora Batumi"),
        ("nordbank.dk", DANISH, "Kiosken Vest"),
        # The value of a label that nobody knows, where it alone can be a name; the reader is nobody's counterparty.
        ("nordbank.com", UNKNOWN_LABEL.format(name="PINE STREET BOOKS"), "PINE STREET BOOKS"),
        ("nordbank.com", UNKNOWN_LABEL.format(name="Sam Rivera"), None),
        # A name in capitals ends where the sentence goes on, and a small word in capitals is a part of it.
        ("nordbank.fr", FRENCH, "CAF DU NORD"),
    ],
)
def test_a_name_stands_apart(domain: str, text: str, name: str | None) -> None:
    headers = {"from": (f"Nordbank <alerts@{domain}>",), "to": ("Sam Rivera <user@example.com>",), "subject": ("Payment",)}
    assert [one.counterparty for one in parse(Mail(headers, text, None)).transactions] == [name]


def test_whoever_received_money_from_the_reader_was_paid() -> None:
    text = "Receipt No. WB-4417\nReceived from: Sam Rivera\nAmount (Rs.): 3,740.00\nReceipt date: 12.05.2026\nMode: net banking"
    sender = {
        "from": ("Hill Waterworks <noreply@hillwater.in>",),
        "to": ("Sam Rivera <user@example.com>",),
        "subject": ("e-Receipt",),
    }
    assert [one.direction.value for one in parse(Mail(sender, text, None)).transactions] == ["debit"]


@pytest.mark.parametrize(
    ("sentence", "way", "name"),
    [
        ("Orbit Service GmbH hat 12,50 € von Ihrem Konto abgebucht.", Direction.DEBIT, "Orbit Service GmbH"),
        ("Blue Orbit Cafe collected $12.50 by Direct Debit.", Direction.DEBIT, "Blue Orbit Cafe"),
        ("Telefónica S.A. ha cobrado 12,50 € de tu cuenta.", Direction.DEBIT, "Telefónica S.A."),
        ("Total charged $12.50", Direction.DEBIT, None),
        ("Anna Orbit har skickat 125 kr till dig.", Direction.CREDIT, "Anna Orbit"),
        ("Marie Orbite vous a versé 12,50 €.", Direction.CREDIT, "Marie Orbite"),
        ("Sunita Devi ne aapko Rs 40 bheje.", Direction.CREDIT, "Sunita Devi"),
        ("Orbit Kafe'ye 12,50 TL gönderdiniz.", Direction.DEBIT, "Orbit Kafe"),
        ("Hesabınıza Ayşe Orbit tarafından 12,50 TL yatırıldı.", Direction.CREDIT, "Ayşe Orbit"),
        ("ヤマダ タロウ様から1,250円の振込がありました。", Direction.CREDIT, "ヤマダ タロウ"),
        ("您给李明转账125.00元。", Direction.DEBIT, "李明"),
        ("Dauerauftrag an Orbit Café über 12,50 € ausgeführt.", Direction.DEBIT, "Orbit Café"),
        ("Transferência de R$ 12,50 para Padaria Órbita realizada.", Direction.DEBIT, "Padaria Órbita"),
        ("A Direct Debit of $12.50 to Blue Orbit Cafe left your account.", Direction.DEBIT, "Blue Orbit Cafe"),
    ],
)
def test_a_name_ends_where_the_sentence_goes_on(sentence: str, way: Direction, name: str | None) -> None:
    assert name_in(sentence, way) == name
