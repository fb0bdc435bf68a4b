"""Mails as a tree of parts, and on the wire. `reading` makes them from any bytes."""

import base64
import quopri
import re
from collections.abc import Iterator
from email.header import Header
from typing import NamedTuple

Headers = tuple[tuple[str, str], ...]


class Part(NamedTuple):
    """`headers` are decoded and unfolded, in their order; `body` is what the transfer encoding held, still in `charset`.

    `preview` is the first words of a generated mail, known without reading its HTML; empty for all others. `sound`: the body is
    UTF-8 for certain.
    """

    mime_type: str
    headers: Headers
    body: bytes = b""
    charset: str = "utf-8"
    filename: str = ""
    parts: tuple["Part", ...] = ()
    preview: str = ""
    sound: bool = False

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
