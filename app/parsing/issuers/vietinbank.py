"""VietinBank. Account alerts, Vietnam."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("vietinbank", "VietinBank", ("vietinbank.vn",), "VN", "VND"),)
