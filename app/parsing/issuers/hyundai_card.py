"""현대카드. Card alerts, Korea."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("hyundai-card", "현대카드", ("hyundaicard.com",), "KR", "KRW"),)
