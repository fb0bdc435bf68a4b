"""Where progress is shown: a live table on a terminal, lines where there is none."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from rich.console import Console
from rich.live import Live

from app.local.live_table import Row, live_table, plain_line

Show = Callable[[Sequence[Row], float], None]

# A log that says nothing for longer looks as if nobody were there.
SILENCE_SECONDS = 30.0


@contextmanager
def display(console: Console) -> Iterator[Show]:
    """A function that shows the rows as they are after so many seconds."""
    if not console.is_terminal:
        yield _Lines(console).show
        return
    with Live(console=console, auto_refresh=False) as live:
        yield lambda rows, seconds: live.update(live_table(rows, seconds), refresh=True)


@dataclass(slots=True)
class _Lines:
    """A line when it tells something new, or when it has been quiet for long."""

    console: Console
    told: str = ""
    told_at: float = 0.0

    def show(self, rows: Sequence[Row], seconds: float) -> None:
        line = plain_line(rows, seconds)
        # Behind the clock that every line begins with.
        news = line.strip().partition(" ")[2]
        if news == self.told and seconds - self.told_at < SILENCE_SECONDS:
            return
        self.told, self.told_at = news, seconds
        self.console.print(line, markup=False, highlight=False, soft_wrap=True)
