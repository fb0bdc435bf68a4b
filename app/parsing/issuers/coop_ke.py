"""Co-operative Bank of Kenya. Account alerts, Kenya."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("coop-ke", "Co-operative Bank of Kenya", ("co-opbank.co.ke",), "KE", "KES"),)
