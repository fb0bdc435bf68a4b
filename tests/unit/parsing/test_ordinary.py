"""Sums in ordinary mail: what is told of no payment, and the payments that are told in words near to it."""

import pytest

from app.domain.reading import Verdict
from app.parsing import parse
from tests.unit.parsing.mails import text_mail


@pytest.mark.parametrize(
    "text",
    [
        "The price of your plan goes up from $9.99 to $11.99 on 15 May. You are paid until then.",
        "El precio de tu plan sube de 9,99 € a 11,99 €. Pagado con tu tarjeta *4471.",
        "Ihr Beitrag steigt von 9,99 € auf 11,99 €, abgebucht von Ihrem Konto *4471.",
        "You currently pay $9.99, charged to your card ending 4471.",
        "Je betaalt nu € 9,99, afgeschreven van je rekening *4471.",
        "Obecnie płacisz 39,00 zł, pobierane z karty *4471.",
        "We ship once we have received your payment. Amount: EUR 41.00 by transfer, order paid in advance.",
        "Wir liefern nach Eingang Ihrer Zahlung. Betrag: 41,00 €, bezahlt per Überweisung.",
        "Ein Beispiel: Jonas hat 50,00 € an Mia überwiesen, abgebucht von Konto *4471.",
        "For example, you paid £3.60 for a coffee with your card ending 4471.",
        "Transakcję powyżej 100,00 zł kartą *4471 potwierdź kodem PIN.",
        "You told us you don't recognise a $212.40 charge at NORTHLINE on your card ending 4471.",
        "Rs. 2,000.00 has been blocked on your card XX4471 at BHARAT FUELS on 17-04-2026.",
        "Se informa: 45,00 € han sido retenidos en su tarjeta *4471.",
        "「48,000円の送金が完了しました」という件名のメールにご注意ください。",
        "田中さんに3,000円を送りました、と言われたら詐欺です。",
        "Aylık 500 TL faiz ödendi diyen mesajlara inanmayın.",
        "Account 55120-4\nPayments received since 1 April: £1,184.00",
        "Top up saldo Rp 50.000 dan menangkan hadiah!",
        "Kamu bayar Rp 10.000 saja kalau pakai kode HEMAT.",
        "Transfer Rp 1.000.000 ke teman dan dapatkan cashback Rp 10.000 setelah transaksi berhasil.",
        "Hoàn tiền 50.000 đ vào thẻ khi chi tiêu từ 1.000.000 đ.",
        "Thanh toán thẻ tín dụng tối thiểu 250.000 đ trước 20/04.",
        "Thanh toán hóa đơn tiền điện 842.000 đ trước ngày 20/04/2026.",
        "La rata del mutuo di 312,00 € non è stata addebitata.",
        "Su orden permanente de 200,00 € no pudo ser ejecutada.",
        "Rata kredytu 312,00 zł nie została pobrana.",
        "Votre virement permanent de 300,00 € vers Claire Dubois n'a pas été exécuté.",
        "Pembayaran tagihan PLN lewat aplikasi, hemat Rp 20.000 untuk pelanggan baru.",
        "Zahlung von 79,95 € ist in 3 Tagen fällig. Bisher bezahlt: 0,00 €",
        "Your transfer is set up. Now pay us so that we can send it. You send 500.00 GBP from your account.",
        "Your last bill $402.15, paid, thank you.\nAmount due $386.71\nDirect debit on 28 Oct 2026",
        "Paczka czeka na odbiór. Kwota pobrania 84,90 zł. Zapłacisz przy odbiorze kartą.",
        "Pembelian pulsa Rp 50.000, bonus kuota 5 GB.",
        "Thanh toán hóa đơn điện qua ứng dụng, hoàn tiền 50.000 đ.",
        "Nạp tiền điện thoại 100.000 đ, tặng thêm 20%.",
        "Our fees\nATM withdrawal\nR 12.00\nCard payment\nR 1.50\nPrices include VAT.",
    ],
)
def test_a_new_price_a_habit_a_condition_and_an_example_are_no_payments(text: str) -> None:
    assert parse(text_mail(text)).transactions == ()


@pytest.mark.parametrize(
    "text",
    [
        "You paid $11.99 for your plan with your card ending 4471 on 17 April 2026.",
        "La cuota de tu plan, 11,99 €, se ha cobrado en tu tarjeta *4471 el 17/04/2026.",
        "Der Beitrag von 11,99 € wurde am 17.04.2026 von Ihrem Konto *4471 abgebucht.",
        "Zapłacono 139,00 zł kartą *4471 w sklepie LIPKA 17.04.2026.",
        "We've credited $212.40 to your card ending 4471 for the charge you told us you don't recognize.",
        "Rs. 2,000.00 was debited from your card XX4471 at BHARAT FUELS. The amount blocked earlier was released.",
        "「コンビニ」で1,280円のお支払いが完了しました。カード末尾4471 2026年4月17日",
        "Kamu bayar Rp 32.000 ke Kopi Senja pada 17 April 2026. Kumpulkan poin!",
        "Top up saldo Rp 200.000 berhasil pada 17/04/2026.",
        "You spent USD 12.50 at Bakery Lane on 04/17/2026 with card 4471. You currently pay no annual fee.",
        "Ihr Beitrag steigt von 39,90 € auf 42,90 €. Heute wurden 39,90 € von Ihrem Konto *4471 abgebucht.",
        "You paid EUR 41.00 at Bakery Lane on 17/04/2026 with card 4471. Orders ship once we have received your payment.",
        "A card-not-present purchase of $18.00 was made with your card ending 4471 at SOUK on 17 April 2026.",
    ],
)
def test_what_was_paid_for_the_same_things_is_told(text: str) -> None:
    assert parse(text_mail(text)).verdict is Verdict.TRANSACTION
