"""易通行. Tolls, Hong Kong."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "hketoll",
        "HKeToll",
        ("hketoll.gov.hk",),
        "HK",
        "HKD",
        (
            Format(
                "toll",
                OUT,
                "於{datetime} 駛經{counterparty}，隧道費為{amount}",
                Kind.PURCHASE,
                Sample(
                    "易通行：AB1234於06/05/2026, 20:03 駛經紅磡海底隧道(往九龍)，隧道費為HK$20.00。",
                    "20.00 HKD",
                    counterparty="紅磡海底隧道(往九龍)",
                    when="2026-05-06T20:03:00",
                ),
            ),
        ),
    ),
)
