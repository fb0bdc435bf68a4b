"""카카오뱅크. Account alerts, Korea."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "kakaobank",
        "카카오뱅크",
        ("kakaobank.com",),
        "KR",
        "KRW",
        (
            Layout(
                "withdrawal",
                OUT,
                "출금",
                {
                    "출금액": "amount",
                    "출금금액": "amount",
                    "거래금액": "amount",
                    "받는분": "counterparty",
                    "가맹점": "counterparty",
                    "거래일시": "datetime",
                    "계좌번호": "account",
                },
                Kind.OTHER,
                Sample(
                    "카카오뱅크 출금 안내\n거래일시 | 2026-05-12 13:20\n출금금액 | 12,000원\n가맹점 | 푸른서점\n계좌번호 | 3333-**-***4417",
                    "12000 KRW",
                    counterparty="푸른서점",
                    account="4417",
                    when="2026-05-12T13:20:00",
                ),
                needs=("counterparty",),
            ),
            Layout(
                "deposit",
                IN,
                "입금",
                {
                    "입금액": "amount",
                    "입금금액": "amount",
                    "보낸분": "counterparty",
                    "거래일시": "datetime",
                    "계좌번호": "account",
                },
                Kind.TRANSFER,
                Sample(
                    "카카오뱅크 입금 안내\n거래일시 | 2026-05-13 09:10\n입금금액 | 50,000원\n보낸분 | 김민수\n계좌번호 | 3333-**-***4417",
                    "50000 KRW",
                    counterparty="김민수",
                    account="4417",
                    when="2026-05-13T09:10:00",
                ),
                needs=("counterparty",),
            ),
        ),
        aliases=("kakaobank",),
    ),
)
