"""The pieces formats are made of: sentences, tables, holes."""

from decimal import Decimal
from textwrap import fill

import pytest

from app.domain.mail import Mail
from app.domain.transaction import Kind, Transaction
from app.parsing.clean import read_page
from app.parsing.dates import DateContext
from app.parsing.formats import OUT, Format, Layout
from app.parsing.narration import read_narration
from app.parsing.sentences import FormatError, compile_sentence
from app.parsing.slots import Reader, clean_name
from app.parsing.tables import labelled

READER = Reader("IN", "INR", DateContext(None))


def read(form: Format | Layout, text: str, subject: str = "", country: str = "IN", currency: str = "INR") -> Transaction | None:
    page = read_page(Mail({"subject": (subject,)}, text, None))
    return form.read(page, page.text.lower().replace("’", "'"), Reader(country, currency, DateContext(None)))


def table(html: str, labels: dict[str, str]) -> list[tuple[str, str]]:
    return list(labelled(read_page(Mail({}, None, f"<html><body><p>A mail of some bank</p>{html}</body></html>")), labels))


def row(*cells: str) -> str:
    return f"<table><tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr></table>"


@pytest.mark.parametrize(
    ("html", "pairs"),
    [
        (row("Amount", "USD 5.00"), [("amount", "USD 5.00")]),
        (row("Amount", ":", "USD 5.00"), [("amount", "USD 5.00")]),
        ("<p>Amount: USD 5.00</p>", [("amount", "USD 5.00")]),
        ("<p>Amount - USD 5.00</p>", [("amount", "USD 5.00")]),
        ("<p>【Amount】 USD 5.00</p>", [("amount", "USD 5.00")]),
        ("<p>Amount</p><p>USD 5.00</p>", [("amount", "USD 5.00")]),
        ("<p>Amount USD 5.00</p>", [("amount", "USD 5.00")]),
        (
            row("Shop", "Amount", "State") + row("Kiosk", "USD 5.00", "Approved"),
            [("counterparty", "Kiosk"), ("amount", "USD 5.00")],
        ),
        ("<p>An amount of USD 5.00</p>", []),
        ("<p>Amount:</p><p>Date:</p>", []),
    ],
)
def test_a_label_finds_its_value_however_the_table_is_laid_out(html: str, pairs: list[tuple[str, str]]) -> None:
    assert table(html, {"amount": "amount", "shop": "counterparty"}) == pairs


def test_an_account_may_stand_below_the_name_of_its_product() -> None:
    found = table(row("From", "Savings in soles") + "<p>108 3047711904</p>", {"from": "account"})
    assert found == [("account", "Savings in soles"), ("account", "108 3047711904")]


@pytest.mark.parametrize(
    ("status", "amount"),
    [
        ("Aprobada", Decimal(5)),
        ("Successful", Decimal(5)),
        ("สำเร็จ", Decimal(5)),
        ("Rechazada", None),
        ("Not successful", None),
        ("Pending", None),
        ("REVERSED", None),
    ],
)
def test_a_layout_with_a_status_reads_only_what_was_done(status: str, amount: Decimal | None) -> None:
    layout = Layout("x", OUT, "card", {"Amount": "amount", "Status": "status"})
    told = read(layout, f"Your card\nAmount: INR 5\nStatus: {status}\n")
    assert (told.amount if told else None) == amount


def test_a_column_of_its_own_names_the_currency() -> None:
    layout = Layout("x", OUT, "card", {"Monto": "number", "Moneda": "currency"})
    mail = "Su card\nMonto: 19,800.00\nMoneda: {}\n"
    assert [
        told.currency if (told := read(layout, mail.format(name), country="CR", currency="CRC")) else None
        for name in ("COLON COSTA RICA", "DOLAR", "US", "unknown")
    ] == ["CRC", "USD", "USD", "CRC"]


@pytest.mark.parametrize("text", ["paid Rs. 5 to A B now", "paid Rs. 5 to A B, thank you now"])
def test_what_may_be_missing_leaves_one_blank(text: str) -> None:
    assert compile_sentence("paid {amount} to {counterparty}[,] [thank you|thanks|] now").search(text)


def test_a_day_does_not_begin_with_the_name_of_a_shop() -> None:
    form = Format("x", OUT, "spent {amount} en {counterparty} el {date}")
    told = read(form, "spent INR 45.30 en LIBRERIA EL FARO el 12/03/2026")
    assert told
    assert told.counterparty == "LIBRERIA EL FARO"


def test_letters_that_grow_when_lowered_move_nothing() -> None:
    form = Format("x", OUT, "{amount} tutarında harcama yapılmıştır", Kind.PURCHASE)
    assert read(form, "İ" * 300 + "\n310,00 TL tutarında harcama yapılmıştır", country="TR")


@pytest.mark.parametrize("sentence", ["参考：{amount}", "{reference} {amount}"])
def test_a_sentence_that_could_never_match_is_refused(sentence: str) -> None:
    with pytest.raises(FormatError):
        Format("x", OUT, sentence)


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("PESTARIA PTE. LTD. (UEN ending 942R)", "PESTARIA PTE. LTD."),
        ("Green  Leaf Stores.", "Green Leaf Stores"),
        ("Lattice Note, Inc.", "Lattice Note, Inc."),
        ("Nerea I.", "Nerea I."),
    ],
)
def test_a_name_is_as_printed_without_what_a_bank_adds(name: str, clean: str) -> None:
    assert clean_name(name) == clean


@pytest.mark.parametrize(
    ("remark", "counterparty", "reference", "kind"),
    [
        ("UPI/612411009988/GANESH AUTO", "GANESH AUTO", "612411009988", Kind.TRANSFER),
        ("IMPS 625918610771 INNOVEST", "INNOVEST", "625918610771", Kind.TRANSFER),
        ("VPA ram.k@ybl (UPI Ref no 612455667788)", "ram.k@ybl", "612455667788", Kind.TRANSFER),
        ("VPA ram@ybl RAMESH K (UPI Ref No 612455667788)", "RAMESH K", "612455667788", Kind.TRANSFER),
        ("ACH D- LOTUS MUTUAL FUND-88213", "LOTUS MUTUAL FUND", None, Kind.BILL_PAYMENT),
        ("NEFT by RIVERSTONE LLP", "RIVERSTONE LLP", None, Kind.TRANSFER),
        ("SMS CHARGES", "SMS CHARGES", None, Kind.FEE),
        ("Interest Credit", None, None, Kind.INTEREST),
        ("TUNEBOX", "TUNEBOX", None, None),
    ],
)
def test_a_remark_is_taken_apart(remark: str, counterparty: str | None, reference: str | None, kind: Kind | None) -> None:
    told = read_narration(remark)
    assert (told.counterparty, told.reference, told.kind) == (counterparty, reference, kind)


def test_plain_text_broken_at_a_fixed_width_reads_as_written() -> None:
    said = "Account ending 4417 was debited today with INR 1,250.00 at THE HARBOUR STREET BOOKS AND STATIONERY on 12/05/2026."
    footer = "This mail was sent to you because you hold an account with us. If you did not pay, call us at once."
    text = f"{fill(said, 72)}\n\nAmount: INR 1,250.00\nShop: HARBOUR\n\n{fill(footer, 72)}"
    assert "HARBOUR\nSTREET" in text
    lines = [line for (line,) in read_page(Mail({}, text, None)).lines]
    assert lines[:3] == [said, "Amount: INR 1,250.00", "Shop: HARBOUR"]


def test_lines_an_author_broke_stay_apart() -> None:
    text = "Thank you for paying with the card of your bank, here is the sum\nTo HARBOUR BOOKS\nFrom ending 4417\nAmount INR 5.00"
    assert len(read_page(Mail({}, text, None)).lines) == 4
