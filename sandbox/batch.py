"""The server's side of Google's batch format: multipart/mixed of application/http parts."""

import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sandbox.errors import GoogleError
from sandbox.reading import pieces
from sandbox.wire import REASONS, Answer, Request

LIMIT = 100
_VARY = b"Vary: Origin\r\nVary: X-Origin\r\nVary: Referer\r\n"
_BOUNDARY = re.compile(r'boundary=(?:"([^"]+)"|([^\s;]+))', re.IGNORECASE)
_BLANK = re.compile(rb"\r?\n\r?\n")
_ORIGIN = re.compile(r"https?://[^/?]+")


@dataclass(frozen=True, slots=True)
class Part:
    """`content_id` as it came, without its angle brackets; empty when the part has none."""

    content_id: str
    request: Request


def read(content_type: str, body: bytes) -> list[Part]:
    """Raises GoogleError for a body which is no batch, or too long a one."""
    found = _BOUNDARY.search(content_type)
    if not content_type.lower().startswith("multipart/mixed") or found is None:
        raise _refused("Failed to parse batch request, error: Missing boundary in the Content-Type header.")
    inner = list(pieces(body, found[1] or found[2]))
    if not inner:
        raise _refused("Failed to parse batch request, error: 0 items.")
    if len(inner) > LIMIT:
        raise too_many(len(inner), LIMIT)
    return [_part(piece) for piece in inner]


def too_many(received: int, limit: int) -> GoogleError:
    return _refused(f"Inner request count exceeds the limit. Received: {received}, Limit: {limit}")


def _refused(message: str) -> GoogleError:
    return GoogleError(400, message, "badRequest")


def _part(piece: bytes) -> Part:
    outer, inner = _cut(piece)
    line, _, rest = inner.partition(b"\n")
    words = line.decode("latin-1").split()
    if len(words) < 2:
        raise _refused("Failed to parse batch request, error: Failed to parse the inner request line.")
    head, body = _cut(rest)
    path, _, query = _ORIGIN.sub("", words[1]).partition("?")
    outer_headers = _headers(outer)
    if not outer_headers.get("content-type", "application/http").lower().startswith("application/http"):
        raise _refused("Failed to parse batch request, error: A part is not application/http.")
    content_id = outer_headers.get("content-id", "").strip("<>")
    return Part(content_id, Request(words[0].upper(), path, query, _inner_headers(head), body))


def _cut(block: bytes) -> tuple[bytes, bytes]:
    """Header lines and body; CRLF or LF. A block which begins with a line end has no headers."""
    if block[:1] in (b"\n", b"\r"):
        return b"", block.lstrip(b"\r\n")
    found = _BLANK.search(block)
    return (block[: found.start()], block[found.end() :]) if found else (block, b"")


@lru_cache(maxsize=256)
def _inner_headers(block: bytes) -> Mapping[str, str]:
    """The parts of a batch, and of the next one, have the same headers."""
    return _headers(block)


def _headers(block: bytes) -> dict[str, str]:
    lines = (line.partition(":") for line in block.decode("latin-1").splitlines())
    return {name.strip().lower(): value.strip() for name, colon, value in lines if colon}


def with_headers(part: Part, outer: Mapping[str, str]) -> Request:
    """The batch's headers hold for its parts; a part's own win."""
    own = part.request
    return Request(own.method, own.path, own.query, {**outer, **own.headers}, own.body)


def inherited(headers: Mapping[str, str]) -> dict[str, str]:
    """The headers of a batch that its parts inherit: not those which speak of its body."""
    return {name: value for name, value in headers.items() if not name.startswith("content-") and name != "transfer-encoding"}


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
