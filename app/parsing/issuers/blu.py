"""blu by BCA Digital. Indonesia."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "blu",
        "blu by BCA Digital",
        ("blubybcadigital.id",),
        "ID",
        "IDR",
        (
            Layout(
                "qris",
                OUT,
                "transaksi qris kamu berhasil",
                {"Merchant": "counterparty", "Nominal": "amount", "Waktu": "datetime"},
                Kind.PURCHASE,
                Sample(
                    "Yay, transaksi QRIS kamu berhasil!\nMerchant\nKEDAI TEH SARI\nNominal\nRp48.500\nWaktu\n21 Januari 2026, 11:29 WIB",
                    "48500 IDR",
                    counterparty="KEDAI TEH SARI",
                    when="2026-01-21T11:29:00+07:00",
                ),
                seen=True,
            ),
            Layout(
                "transfer",
                OUT,
                "transfer kamu berhasil",
                {"Penerima": "counterparty", "Nama Penerima": "counterparty", "Nominal": "amount", "Waktu": "datetime"},
                Kind.TRANSFER,
                Sample(
                    "Yay, transfer kamu berhasil!\nPenerima\nRATNA DEWI\nNominal\nRp150.000\nWaktu\n22 Januari 2026, 08:10 WIB",
                    "150000 IDR",
                    counterparty="RATNA DEWI",
                    when="2026-01-22T08:10:00+07:00",
                ),
            ),
        ),
    ),
)
