"""Mail files for `python -m app parse`: which mails they hold, and a table of what was read and why."""

import mailbox
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from rich.table import Table
from rich.text import Text

from app.errors import AppError
from app.parsing import parse
from app.parsing.report import describe
from app.parsing.rfc822 import mail_from_bytes

SUFFIXES = {".eml", ".mbox"}
COLOURS = {"transaction": "green", "unparsed": "yellow"}


class Unreadable(AppError):
    code = "unreadable"
    title = "A file cannot be read"


def mail_files(path: Path) -> list[Path]:
    """The file itself, or every .eml and .mbox below a folder, in order. Raises Unreadable."""
    if not path.is_dir():
        return [path]
    found = sorted(one for one in path.rglob("*") if one.suffix.lower() in SUFFIXES and one.is_file())
    if not found:
        raise Unreadable(f"{path}: no .eml or .mbox file in it")
    return found


def reports(path: Path) -> Iterator[dict[str, Any]]:
    """One report per mail of a file; in an mbox the source is `file#number`, from 1. Raises Unreadable."""
    try:
        for source, raw in _mails(path):
            yield describe(source, parse(mail_from_bytes(raw)))
    except OSError as error:
        raise Unreadable(f"{path}: {error.strerror or error}") from error


def _mails(path: Path) -> Iterator[tuple[str, bytes]]:
    with path.open("rb") as file:
        is_mbox = path.suffix.lower() == ".mbox" or file.read(5) == b"From "
    if not is_mbox:
        yield str(path), path.read_bytes()
        return
    box = mailbox.mbox(path, create=False)
    try:
        for number, key in enumerate(box.iterkeys(), start=1):
            yield f"{path}#{number}", box.get_bytes(key)
    finally:
        box.close()


def reading_table(found: Sequence[dict[str, Any]]) -> Table:
    """What was read, and by which format, or why nothing was."""
    table = Table(box=None, pad_edge=False)
    for name in ("source", "outcome", "read", "why"):
        table.add_column(name, overflow="fold")
    for report in found:
        outcome = str(report["outcome"])
        read = "\n".join(_sentence(one) for one in report["transactions"])
        table.add_row(
            _safe(Path(report["source"]).name), Text(outcome, COLOURS.get(outcome, "")), _safe(read), _safe(_why(report))
        )
    return table


def _sentence(transaction: dict[str, Any]) -> str:
    """`debit 1,250.00 INR · purchase · SWIGGY · account 1234 · 2026-03-06 · ref 6123`"""
    parts = [
        f"{transaction['direction']} {transaction['amount']} {transaction['currency']}",
        transaction.get("kind"),
        transaction.get("counterparty"),
        transaction.get("account_last4") and f"account {transaction['account_last4']}",
        transaction.get("occurred_at"),
        transaction.get("reference") and f"ref {transaction['reference']}",
    ]
    return " · ".join(str(part) for part in parts if part)


def _why(report: dict[str, Any]) -> str:
    if report.get("reason"):
        return str(report["reason"])
    where = " ".join(str(part) for part in (report.get("issuer"), report.get("format")) if part)
    return f"{where} ({report['confidence']:.2f})"


def _safe(text: str) -> Text:
    """A mail may hold escape sequences for our terminal, or rich's own markup: neither is obeyed."""
    return Text("".join(letter if letter.isprintable() or letter == "\n" else "·" for letter in text))
