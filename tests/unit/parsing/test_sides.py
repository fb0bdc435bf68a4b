"""Tables that tell who stands on which side, and what a column beside the sum says of it."""

import pytest

from app.parsing import parse
from tests.unit.parsing.mails import html_mail, text_mail

BANK = "Banco del Lago <avisos@bancodellago.example>"


def told(text: str) -> list[tuple[str, ...]]:
    reading = parse(text_mail(text, BANK, "Comprobante", date="Tue, 03 Mar 2026 10:05:00 -0300"))
    return [
        (f"{one.amount} {one.currency}", one.direction.value, one.counterparty or "", one.account_last4 or "")
        for one in reading.transactions
    ]


def test_each_block_names_its_own_side() -> None:
    text = (
        "Has realizado una transferencia de fondos.\nMonto: CLP 8.226\nDatos de origen\nNombre: Sam Rivera\nCuenta: ****1924\n"
        "Datos de destino\nNombre: Valeria Pinto\nCuenta: ****2222\nFecha: 03/03/2026"
    )
    assert told(text) == [("8226 CLP", "debit", "Valeria Pinto", "1924")]


def test_whoever_is_in_the_block_of_the_origin_has_paid() -> None:
    text = (
        "Recibiste una transferencia.\nMonto: CLP 8.226\nDatos de origen\nNombre: Valeria Pinto\nCuenta: ****2222\n"
        "Datos de destino\nNombre: Sam Rivera\nCuenta: ****1924\nFecha: 03/03/2026"
    )
    assert told(text) == [("8226 CLP", "credit", "Valeria Pinto", "1924")]


@pytest.mark.parametrize(
    ("kind", "way"),
    [
        ("Transferencia recibida", "credit"),
        ("Transferencia enviada", "debit"),
        ("Incoming payment", "credit"),
        ("Odchozí úhrada", "debit"),
    ],
)
def test_the_participle_of_a_type_says_which_way_it_went(kind: str, way: str) -> None:
    text = f"Tipo de operación: {kind}\nMonto: USD 40.00\nCuenta: ****2210\nFecha: 03/03/2026\nReferencia: 88120077"
    assert [one[1] for one in told(text)] == [way]


def test_the_currency_may_stand_in_a_row_of_its_own() -> None:
    text = "Compra aprobada con tu tarjeta ****9675\nMoneda: US\nMonto: $1.19\nComercio: CLOUDBOX\nFecha: 03/03/2026"
    assert told(text) == [("1.19 USD", "debit", "CLOUDBOX", "9675")]


def test_a_merchant_whose_name_is_a_verb_moves_nothing() -> None:
    text = "Tu transacción fue realizada\nComercio: CASA HEREDIA CR\nMonto: CRC 16,915.00\nTarjeta: ****6728\nFecha: 03/03/2026"
    assert told(text) == [("16915.00 CRC", "debit", "CASA HEREDIA CR", "6728")]


def test_rows_below_withdrawals_are_one_payment_each() -> None:
    rows = ("LUMEN APP 261005</td><td>$125.00", "HARBOR LOAN 261005</td><td>$2,000.00")
    table = "".join(f"<tr><td>{row}</td></tr>" for row in ("for account ...1184", "Withdrawals", *rows, "As of 10/06/2026"))
    reading = parse(html_mail(f"<table>{table}</table>", "Lake Bank <alerts@lakebank.example>", "Account update"))
    assert [str(one.amount) for one in reading.transactions] == ["125.00", "2000.00"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Su transferencia se encuentra en proceso.",
        "O pagamento está em processamento.",
        "Votre virement est en cours de traitement.",
        "Il bonifico è in elaborazione.",
        "Przelew jest w trakcie realizacji.",
    ],
)
def test_what_is_on_its_way_has_not_moved(sentence: str) -> None:
    assert told(f"{sentence}\nMonto: EUR 40,00\nCuenta: ****2210\nFecha: 03/03/2026") == []
