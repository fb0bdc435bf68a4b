"""M-PESA. Money sent, Kenya."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "mpesa",
        "M-PESA",
        ("safaricom.co.ke",),
        "KE",
        "KES",
        (
            Format(
                "sent",
                OUT,
                "{reference} Confirmed. {amount} sent to {counterparty} 0{word} on {datetime}. New M-PESA balance",
                Kind.TRANSFER,
                Sample(
                    "TFK81QX0ZP Confirmed. Ksh1,500.00 sent to WANJIKU SAMPLE 0712***881 on 21/5/26 at 10:15 AM. New M-PESA balance",
                    "1500.00 KES",
                    counterparty="WANJIKU SAMPLE",
                    when="2026-05-21T10:15:00",
                    reference="TFK81QX0ZP",
                ),
                seen=True,
            ),
            Format(
                "received",
                IN,
                "{reference} Confirmed. You have received {amount} from {counterparty} 0{word} on {datetime}. New M-PESA balance",
                Kind.TRANSFER,
                Sample(
                    "TFK91QX0ZR Confirmed. You have received Ksh700.00 from OTIENO SAMPLE 0712***881 on 22/5/26 at 9:15 AM. New M-PESA balance is Ksh5,570.22.",
                    "700.00 KES",
                    counterparty="OTIENO SAMPLE",
                    when="2026-05-22T09:15:00",
                    reference="TFK91QX0ZR",
                ),
            ),
            Format(
                "till",
                OUT,
                "{reference} Confirmed. {amount} paid to {counterparty}[.|] on {datetime}.[ |]New M-PESA balance",
                Kind.PURCHASE,
                Sample(
                    "TEC1234567 Confirmed. Ksh450.00 paid to LOTUS MARKET. on 12/5/26 at 7:33 PM.New M-PESA balance is Ksh1,000.00.",
                    "450.00 KES",
                    counterparty="LOTUS MARKET",
                    when="2026-05-12T19:33:00",
                    reference="TEC1234567",
                ),
            ),
            Format(
                "paybill",
                OUT,
                "{reference} Confirmed. {amount} sent to {counterparty} for account {word} on {datetime}[.|] New M-PESA balance",
                Kind.BILL_PAYMENT,
                Sample(
                    "TEC1234568 Confirmed. Ksh900.00 sent to CITY POWER for account 4471 on 12/5/26 at 7:33 PM New M-PESA balance is Ksh1,000.00.",
                    "900.00 KES",
                    counterparty="CITY POWER",
                    when="2026-05-12T19:33:00",
                    reference="TEC1234568",
                ),
            ),
            Format(
                "airtime",
                OUT,
                "{reference} confirmed.[ |]You bought {amount} of airtime on {datetime}.[ |]New M-PESA balance",
                Kind.PURCHASE,
                Sample(
                    "TEC1234569 confirmed. You bought Ksh50.00 of airtime on 12/5/26 at 7:33 PM. New M-PESA balance is Ksh950.00.",
                    "50.00 KES",
                    counterparty="Safaricom",
                    when="2026-05-12T19:33:00",
                    reference="TEC1234569",
                ),
                counterparty="Safaricom",
            ),
        ),
    ),
)
