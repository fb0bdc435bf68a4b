"""Of what kind a payment is as the mail itself names it: a type in a table, or the most telling word of the sentence."""

import re

from app.domain.transaction import Kind
from app.parsing.generic.amounts import Candidate
from app.parsing.generic.events import Event
from app.parsing.generic.view import View

# Of several words in one sentence the more telling one: "a purchase … by transfer", "payment … refunded".
TELLING = (
    Kind.REVERSAL,
    Kind.REFUND,
    Kind.INTEREST,
    Kind.SALARY,
    Kind.FEE,
    Kind.TOPUP,
    Kind.WITHDRAWAL,
    Kind.BILL_PAYMENT,
    Kind.PURCHASE,
    Kind.TRANSFER,
    Kind.OTHER,
)
# What a table calls the transaction: "Jenis Transaksi: Transfer Antar Bank".
TYPED = (
    (re.compile(r"refund|reembolso|devoluci|rembours|erstattung|rimborso", re.I), Kind.REFUND),
    (re.compile(r"reversal|revers[oãi]|estorno|extorno|storno|iptal|取消|취소", re.I), Kind.REVERSAL),
    (
        re.compile(
            r"^\W{0,2}(?:[^\W\d]{3,14} ){0,2}(?:fees?|charges?)$|^\W{0,2}comisi[oó]n|^\W{0,2}comissão|^\W{0,2}tarifa"
            r"|^\W{0,2}frais\b|gebühr|entgelt$|^\W{0,2}commission[ei]|^\W{0,2}canone|^\W{0,2}(?:opłata|prowizja)|^\W{0,2}biaya"
            r"|^\W{0,2}phí\b|手数料|수수료|ücreti|komisyon",
            re.I,
        ),
        Kind.FEE,
    ),
    (
        re.compile(
            r"^\W{0,2}(?:[^\W\d]{3,14} )?(?:top[- ]?up|reload)|^\W{0,2}recarga|^\W{0,2}ricarica|^\W{0,2}isi (?:saldo|ulang)"
            r"|^\W{0,2}nạp tiền(?! điện)|チャージ|충전|充值|^\W{0,2}doładowanie(?! telefon)",
            re.I,
        ),
        Kind.TOPUP,
    ),
    (re.compile(r"withdrawal|\batm\b|retiro|saque|retrait|prelievo|abhebung|tarik", re.I), Kind.WITHDRAWAL),
    (re.compile(r"salary|payroll|nómina|gehalt|stipendio|salaire|gaji", re.I), Kind.SALARY),
    (re.compile(r"interest|intereses|zinsen|bunga", re.I), Kind.INTEREST),
    (
        re.compile(
            r"bill|utility|direct debit|lastschrift|prélèvement|domiciliaci|tagihan|insurance|adeudo|débito (?:automático"
            r"|direto|directo)|addebito diretto|incasso|autogiro|polecenie zapłaty|inkaso|口座振替|自動引落|자동이체|loan|repayment"
            r"|angsuran|cicilan",
            re.I,
        ),
        Kind.BILL_PAYMENT,
    ),
    (re.compile(r"purchase|compra|achat|\bpos\b|kartenzahlung|pembelian|zakup|alışveriş", re.I), Kind.PURCHASE),
    (
        re.compile(
            r"transfer|standing order|dauerauftrag|zlecenie stałe|orden permanente|trvalý příkaz|virement|überweisung|bonifico"
            r"|przelew|havale|overboeking|振込",
            re.I,
        ),
        Kind.TRANSFER,
    ),
)


def _stated_kind(view: View) -> Kind | None:
    named = " ".join(pair.value for pair in view.pairs if pair.field == "type" and len(pair.value) < 40)
    return next((kind for pattern, kind in TYPED if pattern.search(named)), None) if named else None


def named_kind(view: View, best: Candidate, event: Event | None) -> Kind | None:
    if stated := _stated_kind(view):
        return stated
    if event is None:
        return None
    at = view.body.text.find(best.sentence) if best.start >= 0 and not best.labelled else -1
    inside = [other for other in view.events if at <= other.start < at + len(best.sentence)] if at >= 0 else []
    kinds = {other.kind for other in (*inside, event) if other.direction is event.direction and other.kind}
    return next((kind for kind in TELLING if kind in kinds), None)
