"""Pure reading: a mail goes in, transactions or the reason for none come out."""

from app.parsing.reader import READER_VERSION, parse

__all__ = ["READER_VERSION", "parse"]
