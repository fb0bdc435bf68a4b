"""What the commands `reparse` and `coverage` print."""

import time
import uuid
from collections.abc import Callable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from app.errors import Conflict, NotFound, Unavailable
from app.services import coverage, reparse, users
from app.services.reparse import ChangeShown, Report, Scope
from app.services.transactions import Facts

POLL_SECONDS = 0.5
SHOWN = 200
COLOURS = {"new": "green", "changed": "yellow", "gone": "red"}


class TooSlow(Unavailable):
    code = "too_slow"
    title = "The workers were not done in time"


def find_user(user: str) -> uuid.UUID:
    """By id or address. Raises NotFound (`user_not_found`)."""
    try:
        return users.get(uuid.UUID(user)).id
    except ValueError:
        found = users.find_by_email(user)
    if found is None:
        raise NotFound(f"no user {user}", code="user_not_found")
    return found.id


def reread(
    user: str, console: Console, *, apply: bool, scope: Scope, wait_seconds: float, sleep: Callable[[float], None] = time.sleep
) -> None:
    """Read again unless a finished re-read waits to be applied; show it; apply it when asked.

    Raises TooSlow when the workers are not done in time (the re-read goes on, and the next call shows it), and Conflict
    (`reparse_failed`) when it cannot go on.
    """
    user_id = find_user(user)
    if not (apply and _waits(user_id)):
        reparse.start(user_id, scope)
    _wait(user_id, wait_seconds, sleep)
    report = reparse.report(user_id, limit=SHOWN)
    console.print(_summary(report))
    if report.changes:
        console.print(changes_table(report))
    if apply:
        counts = reparse.apply(user_id).counts
        console.print(f"applied: {counts['new']} new, {counts['changed']} changed, {counts['gone']} gone")
    elif report.changes:
        console.print("nothing is changed yet; --apply does it")


def _waits(user_id: uuid.UUID) -> bool:
    """Whether a finished re-read has not been applied."""
    try:
        job = reparse.latest(user_id)
    except NotFound:
        return False
    return job.status == "completed" and job.applied_at is None


def _wait(user_id: uuid.UUID, wait_seconds: float, sleep: Callable[[float], None]) -> None:
    waited = 0.0
    while (job := reparse.latest(user_id)).status not in {"completed", "failed"}:
        if waited >= wait_seconds:
            done = f"{job.processed_emails} of {job.total_emails} mails"
            raise TooSlow(f"{done} after {waited:.0f} s; is a worker running?")
        sleep(POLL_SECONDS)
        waited += POLL_SECONDS
    if job.status == "failed":
        raise Conflict(f"the re-read ended early: {job.failure_code}", code="reparse_failed")


def _summary(report: Report) -> str:
    counts, job = report.counts, report.job
    return (
        f"{job.processed_emails} mails read again: {counts['new']} new, {counts['changed']} changed, {counts['gone']} gone;"
        f" {job.failed_emails} still unread"
    )


def changes_table(report: Report) -> Table:
    table = Table(box=None, pad_edge=False)
    for name in ("change", "mail", "before", "after"):
        table.add_column(name, overflow="fold")
    for one in report.changes:
        told = (_told(one.before, one), _told(one.after, one))
        table.add_row(Text(one.change, COLOURS[one.change]), f"{one.message_id}#{one.line}", *map(_safe, told))
    return table


def _told(facts: Facts | None, change: ChangeShown) -> str:
    """Of a changed transaction the fields that differ, of the others all."""
    if facts is None:
        return ""
    if change.change == "changed":
        return "\n".join(f"{name} {getattr(facts, name)}" for name in change.fields)
    parts = (
        f"{facts.direction} {facts.amount} {facts.currency}",
        facts.kind,
        facts.counterparty,
        facts.category,
        facts.occurred_at,
    )
    return " · ".join(str(part) for part in parts if part)


def show_coverage(user: str | None, console: Console, *, limit: int) -> None:
    found = coverage.report(find_user(user) if user else None, limit=limit)
    tally = found.tally
    console.print(
        f"reader {found.reader_version}: {tally.total} mails; {tally.imported} read, {tally.unparsed} unparsed,"
        f" {tally.notice} notices; share read {_share(found.share_read)}"
    )
    senders = _table("sender", "issuer", "read", "unparsed", "notices", "share read")
    for one in found.senders:
        counts = (str(one.read), str(one.unparsed), str(one.notices), _share(coverage.share_read(one.read, one.unparsed)))
        senders.add_row(_safe(one.sender_domain or "–"), one.issuer or "–", *counts)
    console.print(senders)
    if found.unparsed:
        heaps = _table("unparsed", "issuer", "reason", "mails", "users")
        for heap in found.unparsed:
            heaps.add_row(
                _safe(heap.sender_domain or "–"), heap.issuer or "–", heap.reason or "–", str(heap.mails), str(heap.users)
            )
        console.print(heaps)


def show_sample(sender_domain: str, user: str | None, console: Console) -> None:
    found = coverage.sample(user_id=find_user(user) if user else None, sender_domain=sender_domain)
    console.print(_safe(f"From: {found.mail.sender}\nSubject: {found.mail.subject}\n\n{found.mail.text}"), soft_wrap=True)
    console.print(f"now: {found.outcome} ({found.reason}), reader {found.reader_version}. Look before you publish.")


def _table(*names: str) -> Table:
    table = Table(box=None, pad_edge=False)
    for name in names:
        table.add_column(name, overflow="fold")
    return table


def _share(share: float | None) -> str:
    return "–" if share is None else f"{share:.1%}"


def _safe(text: str) -> Text:
    """What comes from a mail obeys neither the terminal nor rich."""
    return Text("".join(letter if letter.isprintable() or letter == "\n" else "·" for letter in text))
