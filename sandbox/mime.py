"""Mails as a tree of parts, from and to RFC 822 bytes."""

import base64
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import policy
from email.errors import MessageError
from email.header import Header, decode_header
from email.message import Message
from email.parser import BytesHeaderParser, BytesParser
from email.utils import parsedate_to_datetime

Headers = tuple[tuple[str, str], ...]
_FOLD = re.compile(r"\r?\n(?=[ \t])")


@dataclass(frozen=True, slots=True)
class Part:
    """`headers` are decoded and unfolded, in their order; `body` is what the transfer encoding held, still in `charset`.

    `preview` is the first words of a generated mail, known without reading its HTML; empty for all others.
    """

    mime_type: str
    headers: Headers
    body: bytes = b""
    charset: str = "utf-8"
    filename: str = ""
    parts: tuple["Part", ...] = ()
    preview: str = ""

    def header(self, name: str) -> str:
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), "")

    def walk(self, part_id: str = "") -> Iterator[tuple[str, "Part"]]:
        """Every part with Gmail's part id: the root is empty, its children `0`, `1`, theirs `0.0`, `0.1`."""
        yield part_id, self
        for place, child in enumerate(self.parts):
            yield from child.walk(f"{part_id}.{place}" if part_id else str(place))

    def is_text(self) -> bool:
        return self.mime_type.startswith("text/") and not self.filename


def from_rfc822(raw: bytes) -> Part:
    """Raises nothing: a mail nobody can read is one text part."""
    return _part(BytesParser(policy=policy.compat32).parsebytes(raw))


def read_headers(raw: bytes) -> dict[str, str]:
    """The decoded headers of a mail by lower-case name, the first of each; its body is not looked at."""
    found: dict[str, str] = {}
    for name, value in BytesHeaderParser(policy=policy.compat32).parsebytes(raw).items():
        found.setdefault(name.lower(), _decoded(str(value)))
    return found


def received_at(part: Part) -> float | None:
    """The Date header as epoch seconds, or None."""
    try:
        return parsedate_to_datetime(part.header("Date")).timestamp()
    except (ValueError, TypeError, OverflowError):
        return None


def _part(message: "Message[str, str]") -> Part:
    headers = tuple((name, _decoded(str(value))) for name, value in message.items())
    children = message.get_payload() if message.is_multipart() else None
    if isinstance(children, list):
        return Part(
            message.get_content_type(), headers, parts=tuple(_part(child) for child in children if isinstance(child, Message))
        )
    body = message.get_payload(decode=True)
    charset = message.get_content_charset("utf-8")
    return Part(message.get_content_type(), headers, body if isinstance(body, bytes) else b"", charset, _filename(message))


def _filename(message: "Message[str, str]") -> str:
    name = message.get_filename("")
    return _decoded(name) if name else ""


def _decoded(value: str) -> str:
    """RFC 2047 words decoded, folding removed; raw 8-bit bytes read as UTF-8."""
    value = _FOLD.sub("", value)
    try:
        words = decode_header(value)
        text = "".join(_word(word, charset) for word, charset in words)
    except (MessageError, ValueError, LookupError):
        text = value
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _word(word: bytes | str, charset: str | None) -> str:
    if isinstance(word, str):
        return word
    try:
        return word.decode(charset or "latin-1", "replace")
    except LookupError:
        return word.decode("utf-8", "replace")


def to_rfc822(part: Part) -> bytes:
    """The mail on the wire. A multipart's Content-Type header must name its boundary."""
    return b"".join(_lines(part))


def _lines(part: Part) -> Iterator[bytes]:
    for name, value in part.headers:
        yield f"{name}: {_encoded(name, value)}\r\n".encode()
    yield b"\r\n"
    if not part.parts:
        yield _transfer(part)
        return
    boundary = _boundary(part)
    for child in part.parts:
        yield b"--" + boundary + b"\r\n"
        yield from _lines(child)
        yield b"\r\n"
    yield b"--" + boundary + b"--\r\n"


def _boundary(part: Part) -> bytes:
    found = re.search(r'boundary="?([^";]+)', part.header("Content-Type"))
    if found is None:
        raise ValueError("a multipart without a boundary")
    return found[1].encode()


_ADDRESS = re.compile(r'^"?(?P<name>[^"<]*?)"?\s*(?P<address><[^<>]+>)$')


def _encoded(name: str, value: str) -> str:
    if value.isascii():
        return value
    found = _ADDRESS.match(value)
    if found and name in ("From", "To", "Reply-To"):
        return f"{Header(found['name'], 'utf-8').encode()} {found['address']}"
    return Header(value, "utf-8", header_name=name).encode(linesep="\r\n")


def _transfer(part: Part) -> bytes:
    encoding = part.header("Content-Transfer-Encoding").lower()
    if encoding == "base64":
        return base64.encodebytes(part.body).replace(b"\n", b"\r\n")
    if encoding == "quoted-printable":
        # Line ends are text here; quopri would escape the CR.
        return quopri.encodestring(part.body.replace(b"\r\n", b"\n")).replace(b"\n", b"\r\n")
    return part.body
