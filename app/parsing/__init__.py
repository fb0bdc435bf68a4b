"""The reader: a mail in, transactions or a reason out. Pure: no clock, no socket, no setting."""

from app.parsing.enrichment import enrich
from app.parsing.people import money_sender, owner_name
from app.parsing.reader import READER_VERSION, parse

__all__ = ["READER_VERSION", "enrich", "money_sender", "owner_name", "parse"]
