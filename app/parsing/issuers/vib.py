"""VIB. Account and card alerts, Vietnam."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("vib", "VIB", ("vib.com.vn",), "VN", "VND"),)
