"""PalmPay. Wallet alerts, Nigeria."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("palmpay", "PalmPay", ("palmpay.com",), "NG", "NGN"),)
