"""オリコカード. Card alerts, Japan."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("orico", "オリコカード", ("orico.co.jp",), "JP", "JPY"),)
