"""Labels and their values as a page lays them out: side by side, one below the other, behind a colon, or under a header row."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from app.parsing.clean import Page

# Where the cell beside a label names only the product ("Ahorro Sueldo Soles"), the number may stand on the next line.
OFTEN_BELOW = frozenset({"account", "amount", "date", "datetime"})
# What parts a label from its value in one cell.
MARKS = (":", "】", " - ")
Pair = tuple[str, str]


def label_key(text: str) -> str:
    return text.lower().strip(" :*.•-–■·#†【】[]").replace("’", "'")


def labelled(page: Page, table: Mapping[str, str]) -> Iterator[Pair]:
    """(hole, value) of the wanted labels in the order of the page; last those only guessed: "Amount $41.65" on a line of plain text."""
    glued: list[Pair] = []
    for number, cells in enumerate(page.lines):
        if columns := _columns(page, number, table):
            yield from columns
            continue
        for index, cell in enumerate(cells):
            if hole := table.get(label_key(cell)):
                yield from _beside(page, number, index, hole)
            elif behind := list(_behind_mark(cell, table)):
                yield from behind
            elif len(cells) == 1:
                glued.extend(_glued(cell, table))
    yield from glued


def _columns(page: Page, number: int, table: Mapping[str, str]) -> list[Pair]:
    """The pairs of a header row and the row of values below; none where this is no header row."""
    header = page.lines[number]
    if len(header) < 3 or number + 1 == len(page.lines) or len(page.lines[number + 1]) != len(header):
        return []
    holes = [table.get(label_key(cell)) for cell in header]
    if not any(left and right for left, right in pairwise(holes)):
        return []
    return [(hole, value) for hole, value in zip(holes, page.lines[number + 1], strict=True) if hole]


def _beside(page: Page, number: int, index: int, hole: str) -> Iterator[Pair]:
    cells = page.lines[number]
    right = next((value for cell in cells[index + 1 :] if (value := cell.lstrip(": ").strip())), None)
    if right:
        yield hole, right
    if right and hole not in OFTEN_BELOW:
        return
    below = page.lines[number + 1] if number + 1 < len(page.lines) else ()
    if below and not below[0].endswith(":") and (right or index == len(cells) - 1):
        value = below[0] if right or index else " ".join(below)
        if value := value.lstrip(": ").strip():
            yield hole, value


def _behind_mark(cell: str, table: Mapping[str, str]) -> Iterator[Pair]:
    for mark in MARKS:
        label, found, rest = cell.partition(mark)
        if found and (value := rest.strip(" -:")) and (hole := table.get(label_key(label))):
            yield hole, value
            return


def _glued(line: str, table: Mapping[str, str]) -> Iterator[Pair]:
    lowered = line.lower().replace("’", "'")
    labels = [label for label in table if lowered.startswith(label + " ") and line[:1].isupper()]
    if labels and (value := line[len(label := max(labels, key=len)) :].strip(" :-")):
        yield table[label], value
