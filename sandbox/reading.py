"""Any bytes as a mail: RFC 822 and MIME, however broken, in time that grows with their length. Raises nothing."""

import binascii
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime

from sandbox.mime import Headers, Part
from sandbox.words import decoded_words, parameters, text_of, unbase64

_NAME = re.compile(rb"([!-9;-~]+)[ \t]*:")
_FOLD = re.compile(rb"\r?\n(?=[ \t])")
_BREAKS = re.compile(r"[\r\n\0]+")
_TYPE = re.compile(r"[!#$%&'*+.^_`|~0-9a-z-]+/[!#$%&'*+.^_`|~0-9a-z-]+")
_COMMENT = re.compile(r"\([^()]*\)|\s+")
_TAIL = re.compile(rb"(--)?[ \t]*(?:\r?\n|\Z)")
_NEWLINE = 10
_DEEPEST = 50
_MAILS = ("message/rfc822", "message/global")
RawHeader = tuple[str, bytes]


def from_rfc822(raw: bytes) -> Part:
    return _part(raw, 0, "text/plain")


def read_headers(raw: bytes) -> dict[str, str]:
    """The decoded headers of a mail by lower-case name, the first of each; its body is not looked at."""
    found: dict[str, str] = {}
    for name, value in cut(raw)[0]:
        if name.lower() not in found:
            found[name.lower()] = _decoded(value)
    return found


def received_at(date: str) -> float | None:
    """A Date header as epoch seconds, or None."""
    try:
        moment = parsedate_to_datetime(date)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


@dataclass(frozen=True, slots=True)
class _Head:
    """What the headers of a part say of it."""

    headers: Headers
    mime_type: str
    content_type: Mapping[str, str]
    disposition: Mapping[str, str]
    encoding: str

    @property
    def filename(self) -> str:
        return self.disposition.get("filename") or self.content_type.get("name", "")


def _head(headers: Headers, default: str) -> _Head:
    content_type = _first(headers, "content-type")
    mime_type = _COMMENT.sub("", content_type.partition(";")[0]).lower()
    return _Head(
        headers,
        mime_type if _TYPE.fullmatch(mime_type) else default,
        parameters(content_type),
        parameters(_first(headers, "content-disposition")),
        _first(headers, "content-transfer-encoding").partition(";")[0].strip().lower(),
    )


def _part(block: bytes, depth: int, default: str) -> Part:
    raw_headers, body = cut(block)
    head = _head(tuple((name, _decoded(value)) for name, value in raw_headers), default)
    children = _children(head, body, depth) if depth < _DEEPEST else ()
    if children:
        return Part(head.mime_type, head.headers, parts=children, filename=head.filename)
    # A multipart that could not be taken apart is shown as the text it is.
    shown = "text/plain" if head.mime_type.startswith("multipart/") else head.mime_type
    return Part(shown, head.headers, _transfer(head, body), head.content_type.get("charset", ""), head.filename)


def _children(head: _Head, body: bytes, depth: int) -> tuple[Part, ...]:
    """None for a leaf; a multipart whose boundary does not occur is one, too."""
    if head.mime_type in _MAILS:
        inner = _transfer(head, body)
        return (_part(inner, depth + 1, "text/plain"),) if inner.strip() else ()
    boundary = head.content_type.get("boundary", "").rstrip()
    if not boundary or not head.mime_type.startswith("multipart/"):
        return ()
    default = "message/rfc822" if head.mime_type == "multipart/digest" else "text/plain"
    return tuple(_part(piece, depth + 1, default) for piece in pieces(body, boundary))


def pieces(body: bytes, boundary: str) -> Iterator[bytes]:
    """What stands between the delimiters; without the last one, to the end."""
    start: int | None = None
    for at, end, last in _delimiters(body, b"--" + boundary.encode("utf-8", "replace")):
        # Two delimiters in a row hold nothing, not even an empty part.
        if start is not None and start < at:
            yield body[start:at].removesuffix(b"\n").removesuffix(b"\r")
        start = end
        if last:
            return
    if start is not None:
        yield body[start:]


def _delimiters(body: bytes, mark: bytes) -> Iterator[tuple[int, int, bool]]:
    """Where each line begins and ends that is a delimiter, and whether it is the closing one."""
    at = body.find(mark)
    while at >= 0:
        tail = _TAIL.match(body, at + len(mark)) if not at or body[at - 1] == _NEWLINE else None
        if tail is not None:
            yield at, tail.end(), tail[1] is not None
        at = body.find(mark, at + len(mark))


def _transfer(head: _Head, body: bytes) -> bytes:
    if head.encoding == "base64":
        return unbase64(body)
    return binascii.a2b_qp(body) if head.encoding == "quoted-printable" else body


def _first(headers: Headers, wanted: str) -> str:
    return next((value for name, value in headers if name.lower() == wanted), "")


def cut(block: bytes) -> tuple[list[RawHeader], bytes]:
    """Headers and body. A line that is no header ends them, as if the blank line stood before it."""
    headers: list[tuple[str, list[bytes]]] = []
    start = 0
    while start < len(block):
        end = block.find(b"\n", start) + 1 or len(block)
        line = block[start:end]
        if line in (b"\r\n", b"\n"):
            start = end
            break
        found = _NAME.match(line)
        if line[:1] in (b" ", b"\t") and headers:
            headers[-1][1].append(line)
        elif found is not None:
            headers.append((found[1].decode("ascii"), [line[found.end() :]]))
        elif headers or not line.startswith((b"From ", b">From ")):
            break
        start = end
    return [(name, b"".join(lines)) for name, lines in headers], block[start:]


def _decoded(value: bytes) -> str:
    """Unfolded, encoded words as text, on one line."""
    return _BREAKS.sub(" ", decoded_words(text_of(_FOLD.sub(b"", value)).strip()))
