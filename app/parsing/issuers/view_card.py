"""ビューカード. Card alerts, Japan."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("view-card", "ビューカード", ("viewcard.co.jp",), "JP", "JPY"),)
