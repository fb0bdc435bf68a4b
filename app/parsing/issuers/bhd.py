"""BHD. Card alerts in a table, Dominican Republic."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "bhd",
        "BHD",
        ("bhd.com.do",),
        "DO",
        "DOP",
        (
            Layout(
                "card-spend",
                OUT,
                "transacción realizada&&compra&&aprobada",
                {
                    "Fecha": "datetime",
                    "Moneda": "currency",
                    "Monto": "amount",
                    "Comercio": "counterparty",
                    "Estado": "status",
                    "Tipo": "word",
                },
                Kind.PURCHASE,
                Sample(
                    "Estimado cliente:\nLe informamos sobre la transacción realizada con su Visa Débito Intl # 7761\nFecha | Moneda | Monto | Comercio | Estado | Tipo\n16/02/2026 09:17 pm | RD | $1,438.15 | UBER*RIDES | Aprobada | Compra",
                    "1438.15 DOP",
                    counterparty="UBER*RIDES",
                    account="7761",
                    when="2026-02-16T21:17:00",
                ),
                also=(
                    "transacción realizada con su tarjeta # {account}",
                    "transacción realizada con su [Visa|Mastercard|MasterCard|Amex|American Express|Tarjeta] {words}# {account}",
                ),
                seen=True,
            ),
            Layout(
                "withdrawal",
                OUT,
                "transacción realizada&&retiro&&aprobada",
                {
                    "Fecha": "datetime",
                    "Moneda": "currency",
                    "Monto": "amount",
                    "Comercio": "counterparty",
                    "Estado": "status",
                    "Tipo": "word",
                },
                Kind.WITHDRAWAL,
                Sample(
                    "Estimado cliente:\nLe informamos sobre la transacción realizada con su Visa Débito Intl # 7761\nFecha | Moneda | Monto | Comercio | Estado | Tipo\n16/02/2026 09:17 pm | RD | $1,438.15 | ATM AV CHURCHILL | Aprobada | Retiro",
                    "1438.15 DOP",
                    counterparty="ATM AV CHURCHILL",
                    account="7761",
                    when="2026-02-16T21:17:00",
                ),
                also=(
                    "transacción realizada con su [Visa|Mastercard|MasterCard|Amex|American Express|Tarjeta] {words}# {account}",
                ),
            ),
            Layout(
                "transfer-out",
                OUT,
                "transacciones entre productos bhd",
                {
                    "Monto": "amount",
                    "Beneficiario": "counterparty",
                    "Fecha": "datetime",
                    "Número de confirmación": "reference",
                    "Número de referencia": "reference",
                },
                Kind.TRANSFER,
                Sample(
                    "Le informamos sobre la transferencia realizada\nMonto: RD$ 5,000.00\nBeneficiario: MARTE PERALTA, RUTH\nFecha: 14/05/2026 10:20 am",
                    "5000.00 DOP",
                    counterparty="MARTE PERALTA, RUTH",
                    when="2026-05-14T10:20:00",
                    subject="Transacciones entre productos BHD y a otros Bancos",
                ),
            ),
        ),
    ),
)
