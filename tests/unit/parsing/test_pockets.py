"""What the mail says of a payment that only changes its owner's pocket counts, also where it names no payee."""

import pytest

from app.domain.category import Flow, flow
from app.domain.reading import Reading
from app.domain.transaction import Direction, Kind
from app.parsing import enrich, parse
from tests.unit.parsing.mails import text_mail


def read(text: str, sender: str = "Some Bank <alerts@somebank.example>", subject: str = "") -> Reading:
    return parse(text_mail(text, sender=sender, subject=subject))


def went(reading: Reading) -> tuple[str, str, Flow]:
    (told,) = reading.transactions
    found = enrich(told, issuer=reading.issuer, pocket=reading.pocket)
    return found.category, found.rule, flow(told.direction, found.category)


@pytest.mark.parametrize(
    "text",
    [
        "Rs.500.00 debited from a/c XX4410 on 12-05-26 towards payment of credit card XX9901. Ref 612345678901.",
        "Rs.500.00 debited from a/c XX4410 on 12-05-26 towards your credit card XX9901. Ref 612345678901.",
        "Your credit card payment of $41.50 has been made from your checking account ending 4410 on 12 May 2026.",
        "Your credit card bill payment of Rs.500.00 was successful on 12-05-26. Paid from a/c XX4410.",
        "You paid $41.50 to your Visa credit card ending 9901 from account ending 4410 on 12 May 2026.",
        "Se realizó el pago de tu tarjeta de crédito terminada en 9901 por $850.00 MXN el 12/05/2026 desde tu cuenta 4410.",
        "Your AutoPay payment of $120.00 to Chase Sapphire card (...1234) was made on 12 May 2026 from checking ...4410.",
        "Pagamento da fatura do cartão realizado com sucesso.\nValor: R$ 150,00\nData: 12/05/2026",
        "Ihre Kreditkartenabrechnung über 412,20 EUR wurde am 12.05.2026 von Ihrem Konto DE12 abgebucht.",
        "Kredi kartı borcu ödemeniz gerçekleştirildi. Tutar: 1.250,00 TL Tarih: 12.05.2026",
        "信用卡还款成功，金额人民币1,250.00元，2026年05月12日，尾号4410。",
        "Spłata karty kredytowej 1 250,00 PLN została zrealizowana 12.05.2026.",
        "Hemos recibido un pago de RD$4,500.00 a su tarjeta de crédito terminada en 0091 el 12/05/2026.",
    ],
)
def test_a_card_s_bill_is_no_spending(text: str) -> None:
    reading = read(text)
    assert reading.transactions[0].kind is Kind.BILL_PAYMENT
    rule = "told" if reading.transactions[0].direction is Direction.DEBIT else "received"
    assert went(reading) == ("transfers.card_bill", f"card-bill:{rule}", Flow.OWN)


@pytest.mark.parametrize(
    "text",
    [
        "You transferred $41.50 from your savings account 1111 to your checking account 7731 on 12 May 2026.",
        "Your transfer of $400.00 from Checking ...4410 to Savings ...2217 was completed on 06/06/2026.",
        "Rs.500.00 was transferred to your own account XX9901 from a/c XX4410 on 12-05-26. Ref 612345678901.",
        "Transferencia entre cuentas propias realizada con éxito.\nMonto: $850.00 MXN\nFecha: 12/05/2026",
        "Has transferido $850.00 MXN entre tus cuentas el 12/05/2026.",
    ],
)
def test_a_move_between_own_accounts_is_no_spending(text: str) -> None:
    assert went(read(text)) == ("transfers.own", "own:told", Flow.OWN)


@pytest.mark.parametrize(
    "text",
    [
        "Rs.500.00 debited to your SBI Credit Card ending 2675 on 12-05-26 at Nimbus Textiles.",
        "Your bill payment of Rs.500.00 to Kaveri Power was successful on 12-05-26. Paid with your credit card XX9901.",
        "Rs.500.00 has been debited by a UPI payment on your RuPay Credit Card XX2675 to VPA shop@ybl NIMBUS on 12-05-26.",
        "Payment of Rs.500.00 was made with your credit card XX2675 to NIMBUS TEXTILES on 12-05-26.",
        "You transferred $41.50 to MARIA LOPEZ from your savings account 1111 on 12 May 2026.",
        "$41.50 was paid to Tamworth Gas from your checking account ending 4410 on 12 May 2026. Move money to your savings pot.",
    ],
)
def test_what_is_paid_with_a_card_or_to_others_is_spending(text: str) -> None:
    assert went(read(text))[2] is Flow.SPENDING


def test_a_known_merchant_is_paid_whatever_else_the_mail_says() -> None:
    (told,) = read("You paid $41.50 to Netflix on 12 May 2026 from account ending 4410.").transactions
    reading = read("Your credit card bill payment of Rs.500.00 was successful on 12-05-26. Paid from a/c XX4410.")
    assert enrich(told, pocket=reading.pocket).category == "digital.streaming"
