"""The sentence of a mail as a format with its sample."""

import re

from app.parsing.clean import Page
from app.parsing.drafting.inventing import invented
from app.parsing.drafting.spans import Known, Span, spans
from app.parsing.formats import Format, Sample
from app.parsing.money import find_money

CUT = re.compile(r"[.!?,]\s|\n")
FIRST_LINES = 4


class NothingToDraft(ValueError):
    """The mail shows no amount that could be a transaction's."""


def draft_sentence(page: Page, known: Known, lines_before: int) -> Format:
    told = known.told
    where, region = _region(page, known, lines_before)
    found = spans(region, known)
    if not any(span.hole == "amount" for span in found):
        raise NothingToDraft("no sentence names the amount")
    while found[-1].hole in {"word", "words", "balance"}:
        found.pop()
    # A greeting goes, with the name in it.
    while found[0].hole in {"word", "words"} and CUT.search(region, found[0].end, found[1].start):
        found.pop(0)
    begin = 0 if lines_before else max((cut.end() for cut in CUT.finditer(region, 0, found[0].start)), default=0)
    end = _end(region, found[-1])
    sentence, text, at = "", "", begin
    for span in found:
        sentence += region[at : span.start] + f"{{{span.hole}}}"
        text += region[at : span.start] + invented(span.hole, region[span.start : span.end])
        at = span.end
    sentence, text = sentence + region[at:end], text + region[at:end]
    sample = Sample(text, "") if where == "text" else Sample("", "", subject=text)
    return Format("draft", told.direction, " ".join(sentence.split()), told.kind, sample, where)


def _region(page: Page, known: Known, lines_before: int) -> tuple[str, str]:
    """The line that names the amount, with what follows as long as it tells more of the payment."""
    told, lines = known.told, page.text.split("\n")
    for number, line in enumerate(lines):
        if any(money.amount == told.amount for money in find_money(line, known.reader.country)):
            last = number + 1
            for further in range(number + 1, min(number + FIRST_LINES, len(lines))):
                if any(value and value in lines[further] and value not in line for value in (told.reference, told.counterparty)):
                    last = further + 1
            return "text", "\n".join(lines[max(0, number - lines_before) : last])
    return "subject", page.subject


def _end(region: str, last: Span) -> int:
    """Behind the last hole a few more words, where it would not know where to stop."""
    rest = region[last.end :]
    if not rest.strip() or rest[0] in ".;\n":
        return last.end
    words = re.match(r"(?:[^\w\n\[\]{}|]{0,3}[^\W\d]+\b){1,3}", rest)
    return last.end + (words.end() if words else 0)
