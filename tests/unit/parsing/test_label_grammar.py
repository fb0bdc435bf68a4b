"""Labels that stand in no list are told by how they are built."""

import pytest

from app.parsing.generic.events import find_events
from app.parsing.generic.label_grammar import THEIR_ACCOUNT
from app.parsing.generic.labels import field_of


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Fecha del movimiento", "date"),
        ("Data contabile", "date"),
        ("Data e hora do pagamento", "datetime"),
        ("Päivämäärä", "date"),
        ("İşlem zamanı", "datetime"),
        ("付款時間", "datetime"),
        ("이체일시", "datetime"),
        ("Bijgeschreven bedrag", "amount"),
        ("Total réglé", "total"),
        ("จำนวนเงินที่โอน", "amount"),
        ("Naam ontvanger", "payee"),
        ("Enviaste a", "payee"),
        ("Nama penjual", "payee"),
        ("Inviato da", "payer"),
        ("Nazwa nadawcy", "payer"),
        ("Metoda płatności", "ownaccount"),
        ("Numéro de compte", "ownaccount"),
        ("رقم الحساب", "ownaccount"),
        ("Numer rachunku", "ownaccount"),
        ("Rekening tujuan", THEIR_ACCOUNT),
        ("Nomor transaksi", "reference3"),
        ("Referentienummer", "reference2"),
        ("Numéro de facture", "reference4"),
        ("Kod autoryzacji", "reference5"),
    ],
)
def test_a_label_is_what_its_head_says(label: str, field: str) -> None:
    assert field_of(label) == field


@pytest.mark.parametrize(
    "label", ["Number", "Restbetrag", "Fecha del cumpleaños", "Card colour", "Your name", "Numéro un en France", "Liefertag", ""]
)
def test_a_word_that_says_neither_makes_it_no_label(label: str) -> None:
    assert field_of(label) is None


@pytest.mark.parametrize(
    ("said", "way"),
    [
        ("we've taken £20.00", "debit"),
        ("you've paid your bill", "debit"),
        ("te enviaron $20", "credit"),
        ("se transfirió $20 a ana", "debit"),
        ("ana enviou um pix para você", "credit"),
        ("wir haben ihnen 20 € überwiesen", "credit"),
        ("ihre karte wurde in köln eingesetzt", "debit"),
        ("er staat € 20 op je rekening", "credit"),
        ("indbetaling 200 kr", "credit"),
        ("tilillesi maksettiin 20 €", "credit"),
        ("wynagrodzenie 20 zł", "credit"),
        ("20 tl geldi", "credit"),
        ("dipindahkan kepada ana", "debit"),
        ("お引き落としが完了", "debit"),
        ("송금받았어요", "credit"),
        ("aapke khate se rs 20 kat gaye", "debit"),
    ],
)
def test_verbs_are_known_in_their_forms(said: str, way: str) -> None:
    assert [str(event.direction) for event in find_events(said) if not event.weak][:1] == [way]
