"""Text out of the bytes of mails: charsets, encoded words (RFC 2047), parameters (RFC 2231). Raises nothing."""

import binascii
import codecs
import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote_to_bytes

_WORD = re.compile(r"=\?([^?\s]{1,64})\?([bBqQ])\?([^?]*)\?=")
_PARAMETER = re.compile(r';\s*([^\s=;"]+)\s*=\s*("(?:[^"\\]|\\.)*"?|[^;]*)', re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_SECTION = re.compile(r"([^*]+)(?:\*(\d{1,3}))?(\*)?")
_BASE64 = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=")
_NOT_BASE64 = bytes(sorted(set(range(256)) - _BASE64))
# Python's codecs that are no charset of a mail, and names of charsets that Python does not know.
_NO_CHARSETS = frozenset(("idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "mbcs", "oem"))
_ALIASES = {
    "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "x-sjis": "shift_jis", "iso-8859-8-i": "iso-8859-8",
    "unicode-1-1-utf-7": "utf-7", "ansi_x3.4-1968": "us-ascii", "x-mac-roman": "mac-roman", "windows-874": "cp874",
    "cp-850": "cp850",
}  # fmt: skip


@lru_cache(maxsize=256)
def codec(charset: str) -> str | None:
    """Python's name of a mail's charset, or None."""
    wanted = charset.strip().strip("'\"").lower()
    try:
        found = codecs.lookup(_ALIASES.get(wanted, wanted))
        # Bytes to bytes, as `base64` or `zlib`, is no charset.
        b"a".decode(found.name, "replace")
    except (LookupError, ValueError):
        return None
    return None if found.name.replace("-", "_") in _NO_CHARSETS else found.name


def text_of(data: bytes, charset: str = "") -> str:
    """In the charset if there is such a one; else as UTF-8 if that fits, else byte by byte."""
    known = codec(charset) if charset else None
    if known is not None and known not in ("utf-8", "ascii"):
        return _whole(data.decode(known, "replace"))
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace") if known == "utf-8" else data.decode("latin-1")


def _whole(text: str) -> str:
    """Half a surrogate pair, as UTF-7 may spell one, cannot be sent as JSON."""
    return text.encode("utf-8", "replace").decode()


def unbase64(data: bytes) -> bytes:
    """All that can be decoded; what is no base64 is passed over."""
    pieces = (piece for piece in data.translate(None, _NOT_BASE64).split(b"=") if len(piece) > 1)
    return b"".join(_quads(piece) for piece in pieces)


def _quads(piece: bytes) -> bytes:
    odd = len(piece) % 4
    if odd == 1:
        piece = piece[:-1]
    return binascii.a2b_base64(piece + b"=" * (-len(piece) % 4))


def decoded_words(text: str) -> str:
    """A header's value with its encoded words as text. Words side by side are one: a character may be cut between them."""
    if "=?" not in text:
        return text
    return "".join(_runs(text))


def _runs(text: str) -> Iterator[str]:
    end, charset, data = 0, "", b""
    for found in _WORD.finditer(text):
        between = text[end : found.start()]
        own = found[1].partition("*")[0].lower()
        if data and (between.strip() or own != charset):
            yield text_of(data, charset)
            data = b""
        if between.strip() or not end:
            yield between
        charset, data, end = own, data + _word(found[2], found[3]), found.end()
    if data:
        yield text_of(data, charset)
    yield text[end:]


def _word(encoding: str, text: str) -> bytes:
    data = text.encode("utf-8", "replace")
    return unbase64(data) if encoding in "bB" else binascii.a2b_qp(data, header=True)


def parameters(value: str) -> dict[str, str]:
    """The parameters of a Content-Type or Content-Disposition, by lower-case name, whole and decoded."""
    sections: dict[str, list[tuple[int, bool, str]]] = {}
    for found in _PARAMETER.finditer(value):
        name = _SECTION.fullmatch(found[1])
        if name is not None:
            section = (int(name[2] or 0), bool(name[3]), _unquoted(found[2].strip()))
            sections.setdefault(name[1].lower(), []).append(section)
    return {name: _joined(found) for name, found in sections.items()}


def _unquoted(value: str) -> str:
    if not value.startswith('"'):
        return value
    inner = value[1:-1] if len(value) > 1 and value.endswith('"') else value[1:]
    return _ESCAPED.sub(r"\1", inner)


def _joined(sections: list[tuple[int, bool, str]]) -> str:
    """RFC 2231: `charset'language'percent-encoded`, in numbered sections or not."""
    sections.sort(key=lambda section: section[0])
    if not any(encoded for _, encoded, _ in sections):
        return decoded_words("".join(value for _, _, value in sections))
    charset = ""
    data = b""
    for place, (_, encoded, value) in enumerate(sections):
        if encoded and not place and value.count("'") >= 2:
            charset, _, rest = value.split("'", 2)
            data += unquote_to_bytes(rest)
        else:
            data += unquote_to_bytes(value) if encoded else value.encode("utf-8", "replace")
    return text_of(data, charset)
