"""IndusInd Bank. Accounts and cards."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "indusind",
        "IndusInd Bank",
        (
            "indusind.com",
            "indusind.bank.in",
        ),
        "IN",
        "INR",
        (
            Format(
                "card-spend",
                OUT,
                "The transaction on your IndusInd Bank Credit Card ending {account} for {amount} on {datetime} at {counterparty} is Approved",
                Kind.PURCHASE,
                Sample(
                    "The transaction on your IndusInd Bank Credit Card ending 1234 for INR 104,500.00 on 18-06-2026 11:58:03 pm at SKYWINGS AIRLINES is Approved.",
                    "104500.00 INR",
                    counterparty="SKYWINGS AIRLINES",
                    account="1234",
                    when="2026-06-18T23:58:03",
                ),
            ),
            Format(
                "account-debit",
                OUT,
                "Your IndusInd Bank Account No. {account} has been Debited for {amount} towards {narration}. The balance",
                Kind.OTHER,
                Sample(
                    "Your IndusInd Bank Account No. 15XXXXXX6217 has been Debited for INR 1.00 towards UPI/612400873659/DR/Tipjar/YESB0PTMUPI/tipjar.70@ptyb. The balance",
                    "1.00 INR",
                    counterparty="Tipjar",
                    account="6217",
                    reference="612400873659",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "account-credit",
                IN,
                "Your IndusInd Bank Account No. {account} has been Credited for {amount} towards {narration}. The balance",
                Kind.OTHER,
                Sample(
                    "Your IndusInd Bank Account No. 15XXXXXX6217 has been Credited for INR 1,000.00 towards UPI/617312890751/CR/SEEMA V/HDFC/seemav@okhdfcbank. The balance",
                    "1000.00 INR",
                    counterparty="SEEMA V",
                    account="6217",
                    reference="617312890751",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "card-bill",
                IN,
                "Thank you for your Payment of {amount} towards your IndusInd Bank Credit Card. Your payment is credited to your Credit Card account on {date}",
                Kind.BILL_PAYMENT,
                Sample(
                    "Thank you for your Payment of INR 9,870.00 towards your IndusInd Bank Credit Card. Your payment is credited to your Credit Card account on 20/02/2026.",
                    "9870.00 INR",
                    when="2026-02-20",
                ),
            ),
            Layout(
                "debit-card",
                OUT,
                "transaction initiated via your indusind bank debit card",
                {
                    "Merchant Name": "counterparty",
                    "Amount": "amount",
                    "Amount*(*Including Tax)": "amount",
                    "Date": "date",
                    "Time": "time",
                },
                Kind.PURCHASE,
                Sample(
                    "The transaction initiated via your IndusInd Bank Debit Card ending 5678 is successful.\nMerchant Name | SKYWINGS AIRLINES\nAmount | INR 13,000.00\nDate | 15-01-2026\nTime | 10:30:00\nThe balance available in your account is INR 100.00",
                    "13000.00 INR",
                    counterparty="SKYWINGS AIRLINES",
                    account="5678",
                    when="2026-01-15T10:30:00",
                ),
                also=("Debit Card ending {account} is successful",),
            ),
            Format(
                "card-spent",
                OUT,
                "{amount} spent on [your |]IndusInd [Bank |]Card {account} on {datetime} at {counterparty}. [Avl|Available]",
                Kind.PURCHASE,
                Sample(
                    "INR 812.00 spent on IndusInd Card XX7001 on 04-05-2026 09:22:10 pm at PETAL FLORIST. Avl Lmt: INR 61,000.00",
                    "812.00 INR",
                    counterparty="PETAL FLORIST",
                    account="7001",
                    when="2026-05-04T21:22:10",
                ),
            ),
            Format(
                "refund",
                IN,
                "[Refund|refund] of {amount} [from|by] {counterparty} [has been |]credited to your IndusInd Bank Credit Card ending {account} on {date}",
                Kind.REFUND,
                Sample(
                    "Refund of INR 1,499.00 from PETAL FLORIST has been credited to your IndusInd Bank Credit Card ending 7001 on 12-05-2026.",
                    "1499.00 INR",
                    counterparty="PETAL FLORIST",
                    account="7001",
                    when="2026-05-12",
                ),
            ),
            Format(
                "account-debited",
                OUT,
                "{amount} [has been |is |]debited from your [IndusInd Bank |][A/C|A/c|a/c] [No. |ending |]{account} towards {narration} on {date}.",
                Kind.OTHER,
                Sample(
                    "INR 500.00 debited from your A/C 123XXX1234 towards UPI/612345678901/DR/LOTUS FOODS on 12-05-26. Bal INR 900.00.",
                    "500.00 INR",
                    counterparty="LOTUS FOODS",
                    account="1234",
                    when="2026-05-12",
                    reference="612345678901",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "account-credited",
                IN,
                "{amount} [has been |is |]credited to your [IndusInd Bank |][A/C|A/c|a/c] [No. |ending |]{account} towards {narration} on {date}.",
                Kind.OTHER,
                Sample(
                    "INR 700.00 credited to your A/C 123XXX1234 towards UPI/612345678903/CR/ANITA RAO on 12-05-26. Bal INR 1,600.00.",
                    "700.00 INR",
                    counterparty="ANITA RAO",
                    account="1234",
                    when="2026-05-12",
                    reference="612345678903",
                    kind=Kind.TRANSFER,
                ),
            ),
        ),
        aliases=("indusind",),
    ),
)
