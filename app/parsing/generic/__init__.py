"""The general reader: what mails of any issuer have in common, for senders and sentences nobody has described yet."""

from app.parsing.generic.evidence import Sender
from app.parsing.generic.moments import names_day
from app.parsing.generic.read import read_any
from app.parsing.generic.several import read_several

__all__ = ["Sender", "names_day", "read_any", "read_several"]
