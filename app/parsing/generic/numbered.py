"""The lines in which a number may stand."""

import re

NUMBERED = re.compile(r"\d{3}|\d \d\d|\d[A-Z\d]{4}|[A-Z]{2}\d")


def numbered(text: str) -> str:
    """The lines with a number in them: the others name no account and no reference."""
    return "\n".join([line for line in text[:5000].split("\n") if NUMBERED.search(line)])
