"""A format's sample as the mail its issuer would send: for tests, for documents, for a new format on trial."""

from datetime import UTC, datetime
from html import escape

from app.domain.mail import Mail
from app.parsing.formats import Issuer, Sample


def as_mail(issuer: Issuer, sample: Sample) -> Mail:
    """A line of the sample a block, " | " between the cells of a table's row."""
    received = datetime.fromisoformat(sample.received).replace(tzinfo=UTC)
    return mail_of(issuer, sample.text, sample.subject, received)


def mail_of(issuer: Issuer, text: str, subject: str = "", received: datetime | None = None) -> Mail:
    headers = {"from": (f"{issuer.name} <alerts@{issuer.domains[0]}>",), "subject": (subject,)}
    blocks = "".join(_block(line) for line in escape(text, quote=False).split("\n"))
    return Mail(headers, None, f"<html><body>{blocks}</body></html>", received)


def _block(line: str) -> str:
    cells = line.split(" | ")
    if len(cells) == 1:
        return f"<p>{line}</p>"
    return f"<table><tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr></table>"
