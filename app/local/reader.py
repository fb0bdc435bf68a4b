"""Mail files for `python -m app parse`: which mails they hold, and a table of what was read and why."""

import mailbox
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from email.parser import BytesHeaderParser
from pathlib import Path
from typing import Any

from rich.table import Table
from rich.text import Text

from app.domain.mail import Mail
from app.parsing import parse
from app.parsing.explain import explain
from app.parsing.redact import redact
from app.parsing.report import describe, describe_why
from app.parsing.rfc822 import mail_from_bytes

SUFFIXES = {".eml", ".mbox"}
MAIL_HEADERS = {"from", "to", "subject", "date", "received", "message-id", "return-path", "delivered-to", "mime-version"}
HEAD_BYTES = 100_000
COLOURS = {"transaction": "green", "unparsed": "yellow"}


Report = dict[str, Any]
# What is told of one mail: its source in, a report out.
Tell = Callable[[str, Mail], Report]


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that cannot be read or holds no mail, and why, in one line."""

    sentence: str


def plain(source: str, mail: Mail) -> Report:
    return describe(source, parse(mail))


def explained(source: str, mail: Mail) -> Report:
    return describe_why(source, explain(mail))


def redacted(source: str, mail: Mail) -> Report:
    """The mail as it may be shown in a bug report."""
    shown = redact(mail)
    return {"source": source, "redacted": f"From: {shown.sender}\nSubject: {shown.subject}\n\n{shown.text}\n"}


def reports(path: Path, tell: Tell) -> Iterator[Report | Unreadable]:
    """A report per mail, or why there is none, of a file or of every .eml and .mbox below a folder, in order.

    In an mbox the source is `file#number`, from 1.
    """
    if not path.is_dir():
        yield from _of_file(path, tell)
        return
    found = sorted(one for one in path.rglob("*") if one.suffix.lower() in SUFFIXES and one.is_file())
    if not found:
        yield Unreadable(f"{path}: no .eml or .mbox file in it")
    for file in found:
        yield from _of_file(file, tell)


def _of_file(path: Path, tell: Tell) -> Iterator[Report | Unreadable]:
    source = None
    try:
        for source, raw in _mails(path):
            yield tell(source, mail_from_bytes(raw)) if _is_mail(raw) else Unreadable(f"{source}: not a mail")
    except OSError as error:
        yield Unreadable(f"{path}: {error.strerror or error}")
    else:
        if source is None:
            yield Unreadable(f"{path}: no mail in it")


def _is_mail(raw: bytes) -> bool:
    """Does it begin with headers that every mail has some of? The reader itself takes anything, and finds nothing in it."""
    return not MAIL_HEADERS.isdisjoint(name.lower() for name in BytesHeaderParser().parsebytes(raw[:HEAD_BYTES]))


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


def reading_table(found: Sequence[Report]) -> Table:
    """What was read, and by which format, or why nothing was."""
    table = Table(box=None, pad_edge=False)
    for name in ("source", "outcome", "read", "why"):
        table.add_column(name, overflow="fold")
    common = os.path.commonpath([Path(report["source"]).absolute().parent for report in found])
    for report in found:
        outcome = str(report["outcome"])
        read = "\n".join(_sentence(one) for one in report["transactions"])
        table.add_row(
            _safe(os.path.relpath(report["source"], common)),
            Text(outcome, COLOURS.get(outcome, "")),
            _safe(read),
            _safe(_why(report)),
        )
    return table


def why_line(report: Report) -> Text:
    """`a.eml: hdfc upi-debit @b35c574f · a sentence of the issuer · reader 2`"""
    said = " ".join(str(report[name]) for name in ("issuer", "format") if report.get(name))
    version = f" @{report['format_version']}" if report.get("format_version") else ""
    phrase = f"«{report['phrase']}»" if report.get("phrase") else ""
    parts = (f"{said}{version}", report["rule"], phrase, f"reader {report['reader_version']}")
    return _safe(f"{Path(report['source']).name}: {' · '.join(part for part in parts if part)}")


def evidence_table(report: Report) -> Table:
    """Of one mail: each field with its value's words in the mail, their place, where they were found and how sure that is."""
    table = Table(box=None, pad_edge=False)
    for name in ("field", "quote", "place", "from", "sure"):
        table.add_column(name, overflow="fold")
    for transaction in report["transactions"]:
        for piece in transaction["evidence"]:
            place = f"{piece['where']} {piece['start']}-{piece['end']}" if piece["where"] else ""
            sure = transaction["confidence_by_field"][piece["field"]]
            table.add_row(piece["field"], _safe(piece["quote"] or ""), place, piece["origin"], f"{sure:.2f}")
        table.add_row("merchant", _safe(transaction["merchant"] or ""))
        table.add_row("category", transaction["category"], "", _safe(transaction["category_rule"]))
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


def _why(report: Report) -> str:
    if report.get("reason"):
        return str(report["reason"])
    where = " ".join(str(part) for part in (report.get("issuer"), report.get("format")) if part)
    return f"{where} ({report['confidence']:.2f})"


def _safe(text: str) -> Text:
    """A mail may hold escape sequences for our terminal, or rich's own markup: neither is obeyed."""
    return Text("".join(letter if letter.isprintable() or letter == "\n" else "·" for letter in text))
