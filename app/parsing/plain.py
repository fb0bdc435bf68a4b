"""Plain text that was made from a table: its columns between tabs or bars, and what was bold between asterisks."""

import re

from app.parsing.markup import CELL

# "*Amount:* *$4.99*", as Gmail and others write what was bold; an asterisk of a masked number or a merchant's name has no partner so placed.
BOLD = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,80}?)(?<=[^\s*])\*(?![\w*])")
# "| Monto: | RD$ 520.00 |", or a label and its value with one bar between.
BARRED = re.compile(r"\s*\|[^\n]*\||[^\n|]{2,40}\s\|\s[^\n|]+")
TAB = "\t"
# A longer part is a sentence, which somebody has indented.
LONGEST = 60  # characters


def columns(plain: str) -> str:
    """The text with a mark between the cells of each line."""
    if "*" in plain:
        plain = BOLD.sub(r"\1", plain)
    if TAB not in plain and "|" not in plain:
        return plain
    return "\n".join([_parted(line) if TAB in line or "|" in line else line for line in plain.split("\n")])


def _parted(line: str) -> str:
    parts = [part for part in line.split(TAB) if not part.isspace()] if TAB in line else []
    line = (CELL if len(parts) > 1 and max(map(len, parts)) < LONGEST else " ").join(parts) if parts else line
    return line.replace("|", CELL) if "|" in line and BARRED.fullmatch(line.rstrip()) else line
