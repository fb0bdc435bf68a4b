"""Bancolombia. Purchases, payments and transfers received."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "bancolombia",
        "Bancolombia",
        ("notificacionesbancolombia.com",),
        "CO",
        "COP",
        (
            Format(
                "card-spend",
                OUT,
                "Compra por {amount} en {counterparty} {time}. {date} [T.Cred|T.Deb] {account}.",
                Kind.PURCHASE,
                Sample(
                    "Compra por $58.400,00 en TIENDA LA 85 13:48. 04/02/2026 T.Cred *8850.",
                    "58400.00 COP",
                    counterparty="TIENDA LA 85",
                    account="8850",
                    when="2026-02-04T13:48:00",
                ),
                seen=True,
            ),
            Format(
                "paid",
                OUT,
                "Pagaste {amount} a {counterparty} desde tu producto {account} el {datetime}.",
                Kind.BILL_PAYMENT,
                Sample(
                    "Pagaste $87,640.00 a Gas del Valle SA desde tu producto *4412 el 22/01/2026 09:31.",
                    "87640.00 COP",
                    counterparty="Gas del Valle SA",
                    account="4412",
                    when="2026-01-22T09:31:00",
                ),
                seen=True,
            ),
            Format(
                "received",
                IN,
                "recepción transferencia de {counterparty} por {amount} en la cuenta {account}. {datetime}",
                Kind.TRANSFER,
                Sample(
                    "recepción transferencia de MELISSA AVENDAÑO por $42,300 en la cuenta *1175. 01/03/2026 10:06",
                    "42300 COP",
                    counterparty="MELISSA AVENDAÑO",
                    account="1175",
                    when="2026-03-01T10:06:00",
                ),
                seen=True,
            ),
            Format(
                "card-compraste",
                OUT,
                "Compraste {amount} en {counterparty} con tu [T.Deb|T.Cred|tarjeta] {account}, el {date} a las {time}",
                Kind.PURCHASE,
                Sample(
                    "Bancolombia: Compraste $39.380,00 en TERMAX LP con tu T.Deb *2499, el 20/05/2026 a las 13:38. ¿Dudas? Llamanos",
                    "39380.00 COP",
                    counterparty="TERMAX LP",
                    account="2499",
                    when="2026-05-20T13:38:00",
                ),
            ),
            Format(
                "transfer-out",
                OUT,
                "Transferiste {amount} [por codigo QR |por código QR |]desde tu cuenta {account} a la [cuenta|llave] {word} el {date} a las {time}",
                Kind.TRANSFER,
                Sample(
                    "Bancolombia: Transferiste $11,900.00 desde tu cuenta *3037 a la cuenta *3190000184 el 21/05/26 a las 20:00. ¿Dudas? Llamanos al 018000931987.",
                    "11900.00 COP",
                    account="3037",
                    when="2026-05-21T20:00:00",
                ),
            ),
            Format(
                "purchase-product",
                OUT,
                "Compra por {amount} en {counterparty} desde tu producto {account}",
                Kind.PURCHASE,
                Sample(
                    "Compra por $50.000,00 en ALMACENES LUZ desde tu producto *1234.",
                    "50000.00 COP",
                    counterparty="ALMACENES LUZ",
                    account="1234",
                ),
            ),
            Format(
                "deposit",
                IN,
                "Recibiste [consignación|una consignación|una transferencia|transferencia] [de|por] {amount} de {counterparty} en tu [producto|cuenta] {account}",
                Kind.TRANSFER,
                Sample(
                    "Recibiste consignación de $1,500,000.00 de JULIAN PARRA en tu producto *6798.",
                    "1500000.00 COP",
                    counterparty="JULIAN PARRA",
                    account="6798",
                ),
            ),
            Format(
                "cash",
                OUT,
                "Retiraste {amount} en {counterparty} [de tu|con tu] [T.Deb|T.Cred|tarjeta|cuenta] {account} el {date} a las {time}",
                Kind.WITHDRAWAL,
                Sample(
                    "Bancolombia: Retiraste $200,000.00 en CAJERO AV 80 de tu T.Deb *2499 el 22/05/2026 a las 09:12. ¿Dudas? Llamanos",
                    "200000.00 COP",
                    counterparty="CAJERO AV 80",
                    account="2499",
                    when="2026-05-22T09:12:00",
                ),
            ),
        ),
        aliases=("bancolombia",),
    ),
)
