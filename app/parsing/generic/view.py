"""A page with what was found on it, looked for once."""

from dataclasses import dataclass, replace
from functools import cached_property

from app.parsing.clean import Page, lower
from app.parsing.generic.events import Event, find_events
from app.parsing.generic.evidence import RECEIPT, Sender
from app.parsing.generic.pairs import Pair, pairs_of
from app.parsing.generic.sides import told_apart
from app.parsing.generic.stance import A_SUM
from app.parsing.lexicon import Lexicon

# Small print starts here: what follows speaks of deposits insured, offers and helplines.
FINE_PRINT = Lexicon(
    r"if (?:this was not you|you did not|this transaction was not|unauthorised|you made this)|not you\?|do not reply"
    r"|don't reply|system[- ]generated|auto[- ]?generated|never share|unsubscribe|terms apply|you are receiving this"
    r"|you receive this|registered office|need help\?|questions\?|©|este es un mensaje automático|recibe este correo"
    r"|mensagem automática|dies ist eine automatische|email ini dikirim|本メール|this is an automated|sent to you as a service"
    r"|please do not share this"
)
# How far from the start of its line such a phrase may stand.
INDENT = 40
# The payment stands near the top: verbs further down are not looked for.
MOST_TEXT = 2500


@dataclass(frozen=True)
class View:
    """A page with what was found on it, looked for once."""

    page: Page
    body: Page
    sender: Sender

    @cached_property
    def pairs(self) -> list[Pair]:
        return told_apart(self.body.lines, pairs_of(self.body))

    @cached_property
    def lowered(self) -> str:
        return lower(self.body.text)

    @cached_property
    def events(self) -> list[Event]:
        """Places count from the start of the body; the subject's are negative."""
        shift = len(self.page.subject) + 1
        found = (replace(event, start=event.start - shift, end=event.end - shift) for event in find_events(self.wide))
        names = self._names()
        return [event for event in found if not any(left <= event.start < event.end <= right for left, right in names)]

    def _names(self) -> list[tuple[int, int]]:
        """Where the other side stands: "JARDIN HEREDIA CR" credits nobody."""
        values = [pair.value for pair in self.pairs if pair.field == "payee" and pair.value[:1].isupper()]
        starts = ((self.body.text.find(value), len(value)) for value in values)
        return [(at, at + length) for at, length in starts if at >= 0]

    @cached_property
    def wide(self) -> str:
        return f"{lower(self.page.subject)}\n{self.lowered[:MOST_TEXT]}"

    @cached_property
    def receipt(self) -> bool:
        return RECEIPT.search(f"{lower(self.page.subject)}\n{self.lowered[:400]}") is not None


def without_fine_print(page: Page, lowered: str) -> Page:
    starts = (found.start() for found in FINE_PRINT.finditer(lowered))
    places = [line for at in starts if at > 60 and at - (line := lowered.rfind("\n", 0, at)) <= INDENT + 1 and line > 0]
    # Before the sum is told there is no small print yet: "Questions? Visit …" may stand above a receipt.
    at = next((at for at in sorted(places) if A_SUM.search(page.text, 0, at)), None)
    if at is None:
        return page
    lines = page.lines[: page.text[:at].count("\n") + 1]
    text = "\n".join(" ".join(row) for row in lines)
    return Page(page.subject, lines, text)
