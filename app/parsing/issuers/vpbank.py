"""VPBank. Account and card alerts, Vietnam."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("vpbank", "VPBank", ("vpbank.com.vn",), "VN", "VND"),)
