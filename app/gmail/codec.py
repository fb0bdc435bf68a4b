"""Gmail's batch body: many requests in one multipart POST, many answers in one multipart reply.

Nothing is taken on trust on the way back: parts come doubled, reordered, cut short or not at all. `split` yields whatever can
be told apart; who asked for what, and what is missing, is for the reader of the parts to say.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

BATCH_CONTENT_TYPE = "multipart/mixed; boundary=fincoach_batch"
_OPEN = "--fincoach_batch\r\nContent-Type: application/http\r\nContent-ID: <{label}>\r\n\r\nGET {path} HTTP/1.1\r\n\r\n\r\n"
_CLOSE = "--fincoach_batch--\r\n"

_BOUNDARY = re.compile(r'boundary="?([^";,\s]+)', re.IGNORECASE)
_LABEL = re.compile(rb"^content-id:[ \t]*<?(?:response-)?([^>\s]+)", re.IGNORECASE | re.MULTILINE)
_STATUS = re.compile(rb"HTTP/[\d.]+ (\d{3})\b[^\r\n]*")
_BLANK_LINE = re.compile(rb"\r?\n\r?\n")


@dataclass(frozen=True, slots=True)
class Part:
    """One answer out of a batch: `head` holds its own header lines, unread until somebody asks."""

    status: int
    head: bytes
    body: bytes

    def headers(self) -> Mapping[str, str]:
        lines = (line.partition(":") for line in self.head.decode("latin-1").splitlines())
        return {name.strip().lower(): value.strip() for name, colon, value in lines if colon}


def encode(requests: Iterable[tuple[str, str]]) -> bytes:
    """The body for (label, path) pairs. Neither may hold white space or an angle bracket: the caller has checked them."""
    return ("".join(_OPEN.format(label=label, path=path) for label, path in requests) + _CLOSE).encode("ascii")


def split(body: bytes, content_type: str) -> Iterator[tuple[str, Part]]:
    """The labelled answers of a batch, in the order they came. Pieces without a label or a status line are passed over."""
    found = _BOUNDARY.search(content_type)
    if not found:
        return
    # A delimiter belongs on a line of its own, but an answer cut short may have swallowed the line end before it. Looking for
    # it anywhere is safe: a raw line end cannot stand inside JSON, so no mail can forge the header lines that must follow.
    for piece in body.split(b"--" + found[1].encode("latin-1", "ignore")):
        if labelled := _read(piece):
            yield labelled


def _read(piece: bytes) -> tuple[str, Part] | None:
    outer = _BLANK_LINE.search(piece)
    if not outer:
        return None
    label = _LABEL.search(piece, 0, outer.end())
    status = _STATUS.match(piece, outer.end())
    if not label or not status:
        return None
    inner = _BLANK_LINE.search(piece, status.end())
    head, text = (piece[status.end() : inner.start()], piece[inner.end() :]) if inner else (piece[status.end() :], b"")
    return label[1].decode("latin-1"), Part(int(status[1]), head, text)
