"""The reader: a mail in, transactions or a reason out. Pure: no clock, no socket, no setting."""

from app.parsing.reader import READER_VERSION, parse

__all__ = ["READER_VERSION", "parse"]
