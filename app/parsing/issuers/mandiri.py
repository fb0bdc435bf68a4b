"""Livin' by Mandiri. Transfers, in Indonesian."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "mandiri",
        "Livin' by Mandiri",
        ("bankmandiri.co.id",),
        "ID",
        "IDR",
        (
            Layout(
                "transfer",
                OUT,
                "transfer berhasil",
                {
                    "Penerima": "counterparty",
                    "Tanggal": "date",
                    "Jam": "time",
                    "Jumlah Transfer": "amount",
                    "No. Referensi": "reference",
                },
                Kind.TRANSFER,
                Sample(
                    "Halo SAM RIVERA,\nTransfer Berhasil!\nPenerima\nCAHAYA PIKSEL NUSA\nBank Mandiri - 157000981200003\nTanggal\n13 Feb 2026\nJam\n17:20:11 WIB\nJumlah Transfer\nRp318.275,00\nNo. Referensi\n2602131120177230914\nKeterangan\n-\nRekening Sumber\nSAM RIVERA\n*****4096\nMandiri Call 14000",
                    "318275.00 IDR",
                    counterparty="CAHAYA PIKSEL NUSA",
                    account="4096",
                    when="2026-02-13T17:20:11+07:00",
                    reference="2602131120177230914",
                    subject="Transfer Berhasil",
                ),
                also=("Rekening Sumber {words} *****{account}",),
                seen=True,
            ),
        ),
        aliases=("mandiri",),
    ),
)
