"""The demo's live table, and its plain line for where there is no terminal. Values in, text out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

WAITING = "waiting quota"
NOTHING_NEW = "nothing new"
PHASES = {"waiting_quota": WAITING}
BAR_WIDTH = 10
STYLES = {"completed": "green", "failed": "red"}


@dataclass(frozen=True, slots=True)
class Row:
    """One user's import, as the status route tells it.

    `unread` are the mails that could not be read or fetched; `known` those that an earlier job had settled.
    """

    user: str
    status: str = "pending"
    phase: str = "queued"
    progress: float = 0.0
    total: int = 0
    processed: int = 0
    parsed: int = 0
    skipped: int = 0
    unread: int = 0
    emails_per_second: float | None = None
    eta_seconds: float | None = None
    known: int = 0
    resume_at: datetime | None = None

    @classmethod
    def of(cls, user: str, status: Mapping[str, Any]) -> "Row":
        return cls(
            user=user,
            status=status["status"],
            phase=_phase(status),
            progress=float(status["progress"]),
            total=status["total_emails"],
            processed=status["processed_emails"],
            parsed=status["parsed_transactions"],
            skipped=status["skipped_emails"],
            unread=status["failed_emails"],
            emails_per_second=_speed(status),
            eta_seconds=status["eta_seconds"],
            known=status["known_emails"],
            resume_at=datetime.fromisoformat(status["resume_at"]) if status["resume_at"] else None,
        )

    @property
    def ended(self) -> bool:
        return self.status in {"completed", "failed"}


def live_table(rows: Sequence[Row], seconds: float) -> Table:
    """Fits 80 columns: only the bar gives way."""
    table = Table(title=f"Importing · {duration(seconds)}", box=None, pad_edge=False, title_justify="left", expand=False)
    table.add_column("user", no_wrap=True, overflow="ellipsis", max_width=12)
    table.add_column("phase", no_wrap=True, overflow="ellipsis", width=13)
    table.add_column("", width=BAR_WIDTH)
    for name in ("%", "mails/s", "parsed", "skipped", "unread", "ETA"):
        table.add_column(name, justify="right", no_wrap=True)
    for row in rows:
        table.add_row(*_cells(row))
    if len(rows) > 1:
        table.add_section()
        table.add_row(*_cells(_sum(rows)), style="bold")
    return table


def plain_line(rows: Sequence[Row], seconds: float) -> str:
    """One line for a log."""
    total = _sum(rows)
    ended = sum(row.ended for row in rows)
    return (
        f"{duration(seconds):>5}  {ended}/{len(rows)} ended  {total.progress:5.1f}%  {total.processed}/{total.total} mails  "
        f"{total.parsed} parsed  {total.skipped} skipped  {total.unread} unread{_known(total)}{_wait(rows)}"
    )


def _known(total: Row) -> str:
    return f"  {total.known} known" if total.known else ""


def _wait(rows: Sequence[Row]) -> str:
    """Until when nothing moves, by the clock on this machine's wall; empty while something does."""
    resumes = [row.resume_at for row in rows if not row.ended and row.phase == WAITING and row.resume_at is not None]
    if not resumes or len(resumes) < sum(not row.ended for row in rows):
        return ""
    return f"  waiting for Gmail's quota until {min(resumes).astimezone():%H:%M:%S}"


def duration(seconds: float | None) -> str:
    """`42s`, `3:07`, `1:02:03`."""
    if seconds is None:
        return "–"
    hours, rest = divmod(round(seconds), 3600)
    minutes, left = divmod(rest, 60)
    if hours:
        return f"{hours}:{minutes:02d}:{left:02d}"
    return f"{minutes}:{left:02d}" if minutes else f"{left}s"


def _phase(status: Mapping[str, Any]) -> str:
    """An import that found only mails of earlier ones has done nothing, and should say so."""
    if status["phase"] == "done" and not status["total_emails"] and status["known_emails"]:
        return NOTHING_NEW
    phase: str = status["phase"]
    return PHASES.get(phase, phase)


def _speed(status: Mapping[str, Any]) -> float | None:
    """Of the last minute while it runs, over the whole when it has ended."""
    began, ended = status["started_at"], status["completed_at"]
    if ended is None or began is None:
        now: float | None = status["emails_per_second"]
        return now
    seconds = (datetime.fromisoformat(ended) - datetime.fromisoformat(began)).total_seconds()
    return status["processed_emails"] / seconds if seconds > 0 else None


def _cells(row: Row) -> list[Any]:
    speed = "–" if row.emails_per_second is None else f"{row.emails_per_second:.0f}"
    eta = "" if row.ended else duration(row.eta_seconds)
    bar = ProgressBar(total=100, completed=row.progress, width=BAR_WIDTH)
    phase = Text(row.phase, style=STYLES.get(row.status, ""))
    return [row.user, phase, bar, f"{row.progress:.0f}", speed, str(row.parsed), str(row.skipped), str(row.unread), eta]


def _sum(rows: Sequence[Row]) -> Row:
    """All users as one: the speeds add up, the longest ETA is the last to come."""
    total, processed = sum(row.total for row in rows), sum(row.processed for row in rows)
    speeds = [row.emails_per_second for row in rows if row.emails_per_second is not None and not row.ended]
    etas = [row.eta_seconds for row in rows if row.eta_seconds is not None and not row.ended]
    ended = all(row.ended for row in rows)
    return Row(
        user="all",
        status="completed" if ended else "processing",
        phase="ended" if ended else "",
        progress=100.0 * processed / total if total else 100.0 * ended,
        total=total,
        processed=processed,
        parsed=sum(row.parsed for row in rows),
        skipped=sum(row.skipped for row in rows),
        unread=sum(row.unread for row in rows),
        known=sum(row.known for row in rows),
        emails_per_second=sum(speeds) if speeds else None,
        eta_seconds=max(etas, default=None),
    )
