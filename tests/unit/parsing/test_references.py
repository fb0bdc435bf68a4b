"""References in groups, with hyphens, and behind the labels of many languages."""

import pytest

from app.parsing import parse
from tests.unit.parsing.mails import text_mail

PAID = "You paid EUR 12.50 to Bakery Lane on 17/04/2026."


def reference(text: str) -> str | None:
    return parse(text_mail(text)).transactions[0].reference


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Ref: 1234 5678 9012", "1234 5678 9012"),
        ("Reference: AB-12 34-X", "AB-12 34-X"),
        ("Mã giao dịch: FT 2610 7123 45", "FT 2610 7123 45"),
        ("Référence : VIR 2604 17AB", "VIR 2604 17AB"),
        ("Confirmation number: ABC 123 456", "ABC 123 456"),
        ("UTR: HDFC R5 2026 0417 1234", "HDFC R5 2026 0417 1234"),
        ("CRO: 0123 4567 8901", "0123 4567 8901"),
        ("Numer transakcji: PL/26/04/17 881", "PL/26/04/17 881"),
        ("Referans No: 2026 0417 8812", "2026 0417 8812"),
        ("거래번호: 2026-0417-0001", "2026-0417-0001"),
        ("取引番号：1234-5678-90", "1234-5678-90"),
        ("رقم المرجع: FT26-1071-23", "FT26-1071-23"),
        ("Nr referencyjny: C0426 1234 5678", "C0426 1234 5678"),
        ("Autorización: 884213", "884213"),
        ("Código de transação: E12345678202604171200", "E12345678202604171200"),
        ("Nº de operação: 0412-8821", "0412-8821"),
        # A payer's memo is none.
        ("Verwendungszweck: 2026 0417 55", None),
        ("Causale: 2026 0417 55", None),
    ],
)
def test_behind_its_label_a_reference_is_read_whole(line: str, wanted: str | None) -> None:
    assert reference(f"{PAID}\n{line}") == wanted


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (f"{PAID[:-1]} (ref 1234 5678 9012).", "1234 5678 9012"),
        ("You paid EUR 12.50 to Bakery Lane. Your reference number is AB-12 34-X. Thank you.", "AB-12 34-X"),
        ("Ref 1234 5678 9012 your card 4471 was debited EUR 12.50 at Bakery Lane on 17/04/2026", "1234 5678 9012"),
        ("You paid EUR 12.50 to Bakery Lane, reference 4411 2203 on 17 April 2026.", "4411 2203"),
        ("You paid EUR 12.50 to Bakery Lane, reference 4411 17 April 2026.", "4411"),
        ("You paid EUR 12.50 to Bakery Lane, ref 441122 500 EUR are left.", "441122"),
        ("Has pagado 12,50 € a Bakery Lane. Referencia 0012 3456 7890. Saldo 300,00 €.", "0012 3456 7890"),
        ("Hai pagato 12,50 € a Bakery Lane. Numero operazione 2604 1700 123.", "2604 1700 123"),
    ],
)
def test_in_a_sentence_a_reference_goes_as_far_as_its_groups(said: str, wanted: str) -> None:
    assert reference(said) == wanted


def test_the_number_of_an_operation_is_no_account() -> None:
    payment = parse(text_mail(f"{PAID}\nرقم العملية: 1234 5678")).transactions[0]
    assert (payment.account_last4, payment.reference) == (None, "1234 5678")
