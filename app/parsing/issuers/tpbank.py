"""TPBank. Account alerts, Vietnam."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("tpbank", "TPBank", ("tpb.com.vn",), "VN", "VND"),)
