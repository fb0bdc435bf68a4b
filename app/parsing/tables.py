"""Labels and their values as a page lays them out: side by side, one below the other, behind a colon, or under a header row."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from app.parsing.clean import Page

# Where the cell beside a label names only the product ("Ahorro Sueldo Soles"), the number may stand on the next line.
OFTEN_BELOW = frozenset({"account", "amount", "date", "datetime"})
# What parts a label from its value in one cell.
MARKS = (":", "】", " - ")
Pair = tuple[str, str]
# Said once above or below two payments, these are of both.
SHARED = frozenset({"account", "iban", "currency", "date", "datetime", "japan_time", "time"})
MOST_TABLES = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """A value, the label it stands by (as `label_key` folds it) and the hole that label fills.

    `again`: another value that the same label may announce, since it is not sure which of two is meant.
    """

    label: str
    hole: str
    value: str
    again: bool = False


def label_key(text: str) -> str:
    return text.lower().strip(" :*.•-–■·#†【】[]").replace("’", "'")


def labelled(page: Page, table: Mapping[str, str]) -> Iterator[Pair]:
    """(hole, value) of the wanted labels in the order of the page; last those only guessed: "Amount $41.65" on a line of plain text."""
    yield from ((entry.hole, entry.value) for entry in entries(page, table))


def entries(page: Page, table: Mapping[str, str]) -> Iterator[Entry]:
    glued: list[Entry] = []
    for number, cells in enumerate(page.lines):
        if columns := _columns(page, number, table):
            yield from chain.from_iterable(columns)
            continue
        for index, cell in enumerate(cells):
            if hole := table.get(key := label_key(cell)):
                yield from (
                    Entry(key, hole, value, again=which > 0) for which, value in enumerate(_beside(page, number, index, hole))
                )
            elif behind := list(_behind_mark(cell, table)):
                yield from behind
            elif len(cells) == 1:
                glued.extend(_glued(cell, table))
    yield from glued


def tables_of(page: Page, table: Mapping[str, str]) -> list[list[Pair]]:
    """The pairs of each of several tables with the same labels, one below the other; nothing where there is but one."""
    found = list(entries(page, table))
    counts = Counter(entry.label for entry in found if not entry.again)
    sums = [counts[entry.label] for entry in found if entry.hole in {"amount", "number"}]
    many = max(sums, default=0)
    if not 1 < many <= MOST_TABLES:
        return []
    opening = next(entry.label for entry in found if counts[entry.label] == many)
    starts = [at for at, entry in enumerate(found) if entry.label == opening and not entry.again]
    parts = [found[start:stop] for start, stop in pairwise([*starts, len(found)])]
    repeated = {label for label, count in counts.items() if count == many}
    # One label alone that stands twice makes no two tables.
    if len(repeated) == 1 or any({entry.label for entry in part} & repeated != repeated for part in parts):
        return []
    common = [(entry.hole, entry.value) for entry in found if entry.label not in repeated and entry.hole in SHARED]
    return [[*_own(part, repeated, parts[-1]), *common] for part in parts]


def _own(part: Sequence[Entry], repeated: set[str], last: Sequence[Entry]) -> Iterator[Pair]:
    """What is of this table alone; what stands below all of them seems to be of the last."""
    return (
        (entry.hole, entry.value) for entry in part if entry.label in repeated or (part is not last and entry.hole not in SHARED)
    )


def _columns(page: Page, number: int, table: Mapping[str, str]) -> list[list[Entry]]:
    """The entries of a header row and each row of values below; none where this is no header row."""
    header = page.lines[number]
    if len(header) < 3 or number + 1 == len(page.lines) or len(page.lines[number + 1]) != len(header):
        return []
    holes = [table.get(label_key(cell)) for cell in header]
    if not any(left and right for left, right in pairwise(holes)):
        return []
    rows = [page.lines[number + 1]]
    for row in page.lines[number + 2 : number + 1 + MOST_TABLES]:
        if len(row) != len(header) or any(label_key(cell) in table for cell in row):
            break
        rows.append(row)
    keys = [label_key(cell) for cell in header]
    return [[Entry(key, hole, value) for key, hole, value in zip(keys, holes, row, strict=True) if hole] for row in rows]


def _beside(page: Page, number: int, index: int, hole: str) -> Iterator[str]:
    cells = page.lines[number]
    right = next((value for cell in cells[index + 1 :] if (value := cell.lstrip(": ").strip())), None)
    if right:
        yield right
    if right and hole not in OFTEN_BELOW:
        return
    below = page.lines[number + 1] if number + 1 < len(page.lines) else ()
    if below and not below[0].endswith(":") and (right or index == len(cells) - 1):
        value = below[0] if right or index else " ".join(below)
        if value := value.lstrip(": ").strip():
            yield value


def _behind_mark(cell: str, table: Mapping[str, str]) -> Iterator[Entry]:
    for mark in MARKS:
        label, found, rest = cell.partition(mark)
        if found and (value := rest.strip(" -:")) and (hole := table.get(key := label_key(label))):
            yield Entry(key, hole, value)
            return


def _glued(line: str, table: Mapping[str, str]) -> Iterator[Entry]:
    lowered = line.lower().replace("’", "'")
    labels = [label for label in table if lowered.startswith(label + " ") and line[:1].isupper()]
    if labels and (value := line[len(label := max(labels, key=len)) :].strip(" :-")):
        yield Entry(label, table[label], value)
