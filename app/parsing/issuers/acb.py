"""ACB. Account alerts, Vietnam."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("acb", "ACB", ("acb.com.vn",), "VN", "VND"),)
