"""Sentences of wallets, mobile money and terse alerts, and what they say of money that stayed where it was."""

from datetime import date

import pytest

from app.domain.mail import Mail
from app.parsing import parse


def mail(domain: str, text: str, subject: str = "Alert") -> Mail:
    headers = {"from": (f"Some Wallet <noreply@{domain}>",), "to": ("Sam Rivera <user@example.com>",), "subject": (subject,)}
    return Mail(headers, text, None)


@pytest.mark.parametrize(
    ("domain", "text", "amount", "currency", "direction", "name"),
    [
        (
            "somewallet.bd",
            "Send Money Tk 410.00 to 01700000412 successful. Ref 7. Fee Tk 5.00. TrxID 9KJ41AB7Q2",
            "410.00",
            "BDT",
            "debit",
            None,
        ),
        (
            "somepesa.co.tz",
            "Cash Out of TSh 41,000.00 from Agent Duka Bora is successful. New balance TSh 7,120.00.",
            "41000.00",
            "TZS",
            "debit",
            None,
        ),
        (
            "somebank.in",
            "Your a/c XX4410 has Credit txn via Transfer of amt 84.00 on 12-05-26. Avlbl bal 910.00",
            "84.00",
            "INR",
            "credit",
            None,
        ),
        (
            "somebank.in",
            "Rs..85 debited from A/c XX4410 on 12-05-26 to FJORD TEA. UPI Ref 613298765432",
            "0.85",
            "INR",
            "debit",
            "FJORD TEA",
        ),
        ("somebank.ru", "Pokupka 41.50 BYN; FJORD TEA; karta *4410; Dostupno 910.00 BYN", "41.50", "BYN", "debit", "FJORD TEA"),
        (
            "somebank.sk",
            "12.05.2026 bol zostatok Vasho uctu SK*4410 znizeny o 41,50 EUR. Protistrana: Fjord Tea",
            "41.50",
            "EUR",
            "debit",
            "Fjord Tea",
        ),
        (
            "somebank.co.za",
            "Card payment\nFjord Tea Cape Town ZA – R 41.50\nCard ending ***4410\nAvailable balance: R 910.00",
            "41.50",
            "ZAR",
            "debit",
            "Fjord Tea Cape Town ZA",
        ),
        (
            "somebank.co.za",
            "ATM withdrawal\nAt Fjord Mall - R 900.00\nCard ending ***4410\nAvailable balance: R 910.00",
            "900.00",
            "ZAR",
            "debit",
            None,
        ),
        (
            "somebank.ch",
            "Un montant de 41.50 a été inscrit au débit du compte privé. État actuel du compte: CHF 910.00.",
            "41.50",
            "CHF",
            "debit",
            None,
        ),
        (
            "somebank.co.th",
            "Transfer/Withdrawal from your account X4410 41.50THB via CARD 12/05/26 21:23 The available balance is 910.00THB",
            "41.50",
            "THB",
            "debit",
            None,
        ),
        (
            "somebank.am",
            "C2C 4,150.00 AMD 5501***4410 TO: FJORD TEA, 12.05.2026 15:18 BALANCE: 9,100.00 AMD",
            "4150.00",
            "AMD",
            "debit",
            None,
        ),
        (
            "somebank.com",
            "Consumo con TDD # 4410 Bs. 4150.00 el 12-05-2026 13:12 Ref 4082\nSome Bank, C.A. RIF J-07013380",
            "4150.00",
            "VES",
            "debit",
            None,
        ),
        (
            "somebank.ru",
            "Karta *4410; Pokupka: FJORD TEA; 41.50 RUR; Data: 12/05/2026; Dostupny Ostatok: 910.00 RUR",
            "41.50",
            "RUB",
            "debit",
            "FJORD TEA",
        ),
        ("somebank.co.th", "SCB: Transfer in 4,150.00 THB A/C x4410 Bal 9,100.00 THB", "4150.00", "THB", "credit", None),
        ("somebank.co.th", "ใช้จ่ายบัตร 41.50 บาท ร้าน FJORD TEA บช x4410", "41.50", "THB", "debit", "FJORD TEA"),
        ("somewallet.vn", "Ban vua nhan 50,000d tu 0987654321. ND: 4410. SD: 1,500,000d", "50000", "VND", "credit", None),
        (
            "somebank.cz",
            "Dne 12.5.2026 byla na účtu 4410 zaúčtovaná Došlá platba.\nČástka: +41,50 CZK\nNázev protistrany: Fjord Tea",
            "41.50",
            "CZK",
            "credit",
            "Fjord Tea",
        ),
        ("somebank.com.sa", "شراء\nعبر:4410;مدى\nبـSAR 41.50\nلـFjord Tea\n12/05/26 16:46", "41.50", "SAR", "debit", "Fjord Tea"),
        ("somebank.kr", "[Web발신] 홍*동님 41,500원 피오르찻집 사용 잔액 910,000원", "41500", "KRW", "debit", "피오르찻집"),
        (
            "somebank.in",
            "Received Rs.84.00 in your Some Bank A/c XX4410 from A/c XX9902. Ref 613298765432",
            "84.00",
            "INR",
            "credit",
            None,
        ),
    ],
)
def test_a_terse_alert_is_read(domain: str, text: str, amount: str, currency: str, direction: str, name: str | None) -> None:
    (told,) = parse(mail(domain, text)).transactions
    assert (str(told.amount), told.currency, told.direction.value) == (amount, currency, direction)
    if name is not None:
        assert told.counterparty == name


def test_of_two_accounts_the_one_on_the_readers_side_is_told() -> None:
    text = "Rs.84.00 sent from your Some Bank A/c XX4410 to A/c XX9902 on 12-05-26. Ref 613298765432"
    assert [one.account_last4 for one in parse(mail("somebank.in", text)).transactions] == ["4410"]
    text = "Rs.84.00 received from A/c XX9902 into A/c XX4410 on 12-05-26. Ref 613298765432"
    assert [one.account_last4 for one in parse(mail("somebank.in", text)).transactions] == ["4410"]


TRANSFER = (
    "Waktu Transaksi: 12 Mei 2026 18:48\nTransfer Dari: {from_}\nBank Tujuan: BANK BCA\nNama Tujuan: {to}\n"
    "Jumlah: Rp200.000\nNo. Referensi: 202605121848"
)


@pytest.mark.parametrize(
    ("from_", "to", "direction", "name"),
    [("SAM RIVERA-XXXXXX4410", "FJORD TEA", "debit", "FJORD TEA"), ("FJORD TEA", "SAM RIVERA", "credit", "FJORD TEA")],
)
def test_the_side_that_the_readers_name_stands_on_tells_the_way(from_: str, to: str, direction: str, name: str) -> None:
    """And the bank of the other side is nobody's name."""
    told = parse(mail("somebank.co.id", TRANSFER.format(from_=from_, to=to))).transactions
    assert [(one.direction.value, one.counterparty) for one in told] == [(direction, name)]


def test_a_card_named_in_two_lines_is_the_accounts() -> None:
    text = "Top-up Berhasil\nPenyedia Jasa: 3 Prepaid\n****0248\nTotal Transaksi: Rp 40.000\n"
    text += "Rekening Sumber: SAM RIVERA\n*****4410\n"
    assert [one.account_last4 for one in parse(mail("somebank.co.id", text)).transactions] == ["4410"]


def test_a_row_written_in_blanks_is_read_by_the_line_above_it() -> None:
    text = "カードご利用のお知らせ\n\nご利用日 ご利用先 ご利用金額\n2026/05/12 フィヨルド茶店 4,150円\n"
    told = parse(mail("somecard.co.jp", text, "ご利用のお知らせ")).transactions
    assert [(str(one.amount), one.counterparty, one.occurred and one.occurred.on) for one in told] == [
        ("4150", "フィヨルド茶店", date(2026, 5, 12))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "You have requested to withdraw TZS 41,000 at agent 7731. Dial *150# to authorise this withdrawal.",
        "Your withdrawal of Rs.4,100 is being processed. We'll let you know once it is completed.",
        "Cheque no 000412 for Rs.4,100.00 drawn on your A/c XX4410 was received in clearing today.",
        "Hemos retenido 41,50 EUR en su tarjeta *4410 por FJORD TEA.",
        "Transfer terjadwal berhasil dibuat\nPenerima: FJORD TEA\nJumlah Transfer: Rp 500.000\nTanggal Pelaksanaan: 1 Des 2026",
        "5*4410; Pokupka; Neuspeshno: nedostatochno sredstv; Summa: 41,50 RUR; 12.05.2026",
        "¿Es tu transacción?\nCompra en FJORD TEA, $45.800, tarjeta final 4410.\nSi fuiste tú, responde SÍ. Si no, responde NO",
        "رمز پویا: 417712 خرید 410,000 ریال",
        "اکنون سفارش دهید: با خرید 500,000 ریال ارسال رایگان است",
        "Send money: $10.00 to a friend and, if successful, you both get a gift.",
        "Tell them about us. Receive $50.00 for each friend who opens an account.",
        "10,000원 할인쿠폰 사용 안내\n카드 *4410",
        "Coloque no débito automático da sua conta de luz e economize R$ 10,00 por mês. Cartão final 4410",
        "Autoryzacja transakcji: 250,00 PLN, karta *4410. Potwierdź w aplikacji.",
    ],
)
def test_what_is_asked_held_or_on_its_way_is_no_transaction(text: str) -> None:
    assert parse(mail("somebank.com", text)).transactions == ()


@pytest.mark.parametrize(
    ("domain", "text"),
    [
        ("birbanka.com.tr", "Cüzdanınıza 500,00 TL aktarıldı. Gönderen: Ahmet Yılmaz. 12.05.2026"),
        ("somebank.co.id", "Dana Rp 500.000 telah dikirim ke rekening BCA Anda ****4410 pada 12/05/2026."),
        ("unebanque.fr", "Votre facture FA-12 de 500,00 € a été réglée par ACME SARL le 12/05/2026."),
    ],
)
def test_what_came_is_never_told_as_gone(domain: str, text: str) -> None:
    assert "debit" not in [one.direction.value for one in parse(mail(domain, text)).transactions]


def test_a_limit_that_was_changed_is_no_transaction() -> None:
    assert parse(mail("somecard.co.jp", "限度額を変更いたしました。ご利用可能額 500,000円")).transactions == ()
