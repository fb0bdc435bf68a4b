"""Bank Syariah Indonesia. Receipts of BYOND, Indonesia."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("bsi", "Bank Syariah Indonesia", ("bankbsi.co.id",), "ID", "IDR"),)
