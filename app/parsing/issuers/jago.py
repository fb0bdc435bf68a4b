"""Bank Jago. QRIS payments and transfers, Indonesia."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "jago",
        "Bank Jago",
        ("jago.com",),
        "ID",
        "IDR",
        (
            Layout(
                "qris",
                OUT,
                "qris&&berhasil",
                {
                    "Merchant": "counterparty",
                    "Nama Merchant": "counterparty",
                    "Nominal": "amount",
                    "Total": "amount",
                    "Total Bayar": "amount",
                    "Tanggal": "datetime",
                    "Waktu": "datetime",
                    "Waktu Transaksi": "datetime",
                    "No. Referensi": "reference",
                    "Nomor Referensi": "reference",
                    "Status": "status",
                },
                Kind.PURCHASE,
                Sample(
                    "Pembayaran QRIS Berhasil\nNama Merchant\nWARUNG BU TINI\nTotal Bayar\nRp 42.000\nWaktu Transaksi\n12 Mei 2026 13:20 WIB\nNo. Referensi\n605121320447",
                    "42000 IDR",
                    counterparty="WARUNG BU TINI",
                    when="2026-05-12T13:20:00+07:00",
                    reference="605121320447",
                ),
                needs=("counterparty",),
            ),
            Layout(
                "transfer",
                OUT,
                "transfer&&berhasil&&penerima",
                {
                    "Penerima": "counterparty",
                    "Nama Penerima": "counterparty",
                    "Nominal": "amount",
                    "Jumlah": "amount",
                    "Jumlah Transfer": "amount",
                    "Tanggal": "datetime",
                    "Waktu": "datetime",
                    "Waktu Transaksi": "datetime",
                    "No. Referensi": "reference",
                    "Nomor Referensi": "reference",
                    "Status": "status",
                },
                Kind.TRANSFER,
                Sample(
                    "Transfer Berhasil\nNama Penerima\nAGUS WIJAYA\nNominal\nRp 250.000\nWaktu Transaksi\n13 Mei 2026 08:10 WIB\nNo. Referensi\n605130810551",
                    "250000 IDR",
                    counterparty="AGUS WIJAYA",
                    when="2026-05-13T08:10:00+07:00",
                    reference="605130810551",
                ),
                needs=("counterparty",),
            ),
        ),
    ),
)
