"""BIDV. Account alerts, Vietnam."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("bidv", "BIDV", ("bidv.com.vn",), "VN", "VND"),)
