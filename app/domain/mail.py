"""A mail as the reader sees it: headers and decoded text, nothing of the wire."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Mail:
    """One decoded mail.

    `headers` maps lower-case names to the values in their order (RFC 2047 words already decoded); `text` and `html` are the
    first text/plain and text/html bodies, or None; `received_at` is aware (Gmail's internalDate, else the Date header).
    """

    headers: Mapping[str, tuple[str, ...]]
    text: str | None
    html: str | None
    received_at: datetime | None = None

    def header(self, name: str) -> str:
        """The first value of a header, or an empty string."""
        values = self.headers.get(name.lower(), ())
        return values[0] if values else ""
