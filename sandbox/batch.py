"""The server's side of Google's batch format: multipart/mixed of application/http parts."""

import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sandbox.errors import GoogleError
from sandbox.reading import pieces
from sandbox.wire import REASONS, Answer, Request

LIMIT = 100
_VARY = b"Vary: Origin\r\nVary: X-Origin\r\nVary: Referer\r\n"
_BOUNDARY = re.compile(r'boundary=(?:"([^"]+)"|([^\s;]+))', re.IGNORECASE)
_TYPE = re.compile(rb"^content-type:[ \t]*([^\s;]+)", re.IGNORECASE | re.MULTILINE)
_CONTENT_ID = re.compile(rb"^content-id:([^\r\n]*)", re.IGNORECASE | re.MULTILINE)
_BLANK = re.compile(rb"\r?\n\r?\n")
_ORIGIN = re.compile(r"https?://[^/?]+")


@dataclass(frozen=True, slots=True)
class Part:
    """`content_id` as it came, without its angle brackets; empty when the part has none."""

    content_id: str
    request: Request


def read(batch: Request) -> list[Part]:
    """Raises GoogleError for a body which is no batch, or too long a one."""
    content_type = batch.headers.get("content-type", "")
    found = _BOUNDARY.search(content_type)
    if not content_type.lower().startswith("multipart/mixed") or found is None:
        raise _refused("Failed to parse batch request, error: Missing boundary in the Content-Type header.")
    inner = list(pieces(batch.body, found[1] or found[2]))
    if not inner:
        raise _refused("Failed to parse batch request, error: 0 items.")
    if len(inner) > LIMIT:
        raise too_many(len(inner), LIMIT)
    headers = _Headers(batch.headers)
    return [_part(piece, headers) for piece in inner]


def too_many(received: int, limit: int) -> GoogleError:
    return _refused(f"Inner request count exceeds the limit. Received: {received}, Limit: {limit}")


def _refused(message: str) -> GoogleError:
    return GoogleError(400, message, "badRequest")


class _Headers:
    """Those of the inner requests: the batch's hold for its parts, but for those which speak of its body; a part's own win.

    The parts of a batch mostly have the same headers, which are read once.
    """

    def __init__(self, outer: Mapping[str, str]) -> None:
        self._outer = {name: value for name, value in outer.items() if not name.startswith(("content-", "transfer-"))}
        self._known: dict[bytes, Mapping[str, str]] = {}

    def of(self, head: bytes) -> Mapping[str, str]:
        known = self._known.get(head)
        if known is None:
            lines = (line.partition(":") for line in head.decode("latin-1").splitlines())
            own = {name.strip().lower(): value.strip() for name, colon, value in lines if colon}
            known = self._known[head] = {**self._outer, **own}
        return known


def _part(piece: bytes, headers: _Headers) -> Part:
    outer, inner = _cut(piece)
    kind = _TYPE.search(outer)
    if kind is not None and kind[1].lower() != b"application/http":
        raise _refused("Failed to parse batch request, error: A part is not application/http.")
    line, _, rest = inner.partition(b"\n")
    words = line.decode("latin-1").split()
    if len(words) < 2:
        raise _refused("Failed to parse batch request, error: Failed to parse the inner request line.")
    head, body = _cut(rest)
    path, _, query = (words[1] if words[1].startswith("/") else _ORIGIN.sub("", words[1])).partition("?")
    content_id = _CONTENT_ID.search(outer)
    request = Request(words[0].upper(), path, query, headers.of(head), body)
    return Part(content_id[1].decode("latin-1").strip().strip("<>") if content_id else "", request)


def _cut(block: bytes) -> tuple[bytes, bytes]:
    """Header lines and body; CRLF or LF. A block which begins with a line end has no headers."""
    if block[:1] in (b"\n", b"\r"):
        return b"", block.lstrip(b"\r\n")
    found = _BLANK.search(block)
    return (block[: found.start()], block[found.end() :]) if found else (block, b"")


def write(answers: Sequence[tuple[str, Answer]]) -> Answer:
    """`answers` are (content id, answer) pairs in the order of the requests."""
    boundary = f"batch_{secrets.token_urlsafe(24)}".encode()
    out: list[bytes] = []
    for content_id, answer in answers:
        out += (b"--", boundary, b"\r\nContent-Type: application/http\r\n")
        if content_id:
            out += (b"Content-ID: <response-", content_id.encode("latin-1"), b">\r\n")
        out += (b"\r\n", _head(answer), answer.body, b"\r\n")
    out += (b"--", boundary, b"--\r\n")
    return Answer(200, b"".join(out), b"multipart/mixed; boundary=" + boundary)


def _head(answer: Answer) -> bytes:
    extra = b"".join(b"%b: %b\r\n" % header for header in answer.headers)
    reason = REASONS.get(answer.status, b"Unknown")
    return b"HTTP/1.1 %d %b\r\nContent-Type: %b\r\n%b%bContent-Length: %d\r\n\r\n" % (
        answer.status, reason, answer.content_type, _VARY, extra, len(answer.body),
    )  # fmt: skip
