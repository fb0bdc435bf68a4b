"""GoTyme Bank. Account alerts, Philippines."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("gotyme", "GoTyme Bank", ("gotyme.com.ph",), "PH", "PHP"),)
