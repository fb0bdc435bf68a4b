"""A mail as Gmail's payload: the part tree with its shapes as read off recordings of the real API."""

import html
import re
from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from itertools import chain
from typing import Any

from pybase64 import b64encode_as_string
from selectolax.lexbor import LexborHTMLParser

from sandbox.mime import Part, to_rfc822
from sandbox.words import codec, text_of

_SNIPPET = 200
# Tags in tags, and attributes of one tag, cost the parser the square of their number: a page of more is read without it.
_LARGE = 128 << 10
_MOST_TAGS = 10_000
_UNSEEN = re.compile(rb"<(style|script|title)\b[^<]*(?:<(?!/\1)[^<]*)*", re.IGNORECASE)
_TAG = re.compile(rb"<[^<>]*>?")
_ASCII = bytes(range(128))
_SWITCHING = ("utf-7", "utf_7", "iso2022", "hz")


def b64(data: bytes) -> str:
    """base64url with padding."""
    return b64encode_as_string(data, altchars=b"-_")


def full(part: Part, message_id: str, part_id: str = "") -> dict[str, Any]:
    """`data` XOR `attachmentId`: text without a filename carries its data, everything else an id, even for twelve bytes."""
    body: dict[str, Any] = {"size": 0 if part.parts else len(part.body)}
    if not part.parts and not part.is_text():
        body["attachmentId"] = attachment_id(message_id, part_id)
    elif part.body:
        body["data"] = b64(as_utf8(part))
    answer: dict[str, Any] = {"partId": part_id, "mimeType": part.mime_type, "filename": part.filename}
    if part.headers:
        answer["headers"] = [{"name": name, "value": value} for name, value in part.headers]
    answer["body"] = body
    if part.parts:
        prefix = f"{part_id}." if part_id else ""
        answer["parts"] = [full(child, message_id, f"{prefix}{place}") for place, child in enumerate(part.parts)]
    return answer


def metadata(part: Part, wanted: Sequence[str]) -> dict[str, Any]:
    """Headers only; all of them when none are asked for by name."""
    names = {name.lower() for name in wanted}
    headers = [{"name": name, "value": value} for name, value in part.headers if not names or name.lower() in names]
    return {"mimeType": part.mime_type, "headers": headers} if headers else {"mimeType": part.mime_type}


def as_utf8(part: Part) -> bytes:
    """Gmail sends text as UTF-8 whatever the charset header says, and leaves the header alone."""
    if part.sound or (part.body.isascii() and _ascii_is_itself(part.charset)):
        return part.body
    return text_of(part.body, part.charset).encode()


@lru_cache(maxsize=256)
def _ascii_is_itself(charset: str) -> bool:
    """Not so in UTF-16, in EBCDIC, and where escapes made of ASCII switch the alphabet (UTF-7, ISO-2022, HZ)."""
    name = codec(charset) or "utf-8"
    return not name.startswith(_SWITCHING) and _ASCII.decode(name, "replace") == _ASCII.decode()


def attachment_id(message_id: str, part_id: str) -> str:
    return "ANGjdJ" + b64(sha256(f"{message_id}/{part_id}".encode()).digest()).rstrip("=")


def attachment(part: Part, message_id: str, wanted: str) -> bytes | None:
    for part_id, one in part.walk():
        if not one.parts and not one.is_text() and attachment_id(message_id, part_id) == wanted:
            return one.body
    return None


def size_estimate(part: Part) -> int:
    """About as many bytes as the mail has on the wire; base64 makes three out of two-and-a-bit."""
    own = len("".join(chain.from_iterable(part.headers))) + 4 * len(part.headers)
    return own + len(part.body) * 4 // 3 + sum(size_estimate(child) + 60 for child in part.parts)


def snippet(part: Part) -> str:
    """The first words, HTML-escaped, about 200 characters. Gmail escapes as HTML does, quotes and apostrophes too."""
    words = " ".join((part.preview or visible(part)).split())
    return html.escape(words[:_SNIPPET]).replace("&#x27;", "&#39;")


def visible(part: Part) -> str:
    """The words of the first text part, else of the first HTML part."""
    texts = [one for _, one in part.walk() if one.is_text()]
    for one in texts:
        if one.mime_type == "text/plain":
            return as_utf8(one).decode("utf-8", "replace")
    for one in texts:
        if one.mime_type == "text/html":
            return _words_of_page(as_utf8(one))
    return ""


def _words_of_page(page: bytes) -> str:
    if len(page) > _LARGE or page.count(b"<") > _MOST_TAGS:
        return html.unescape(_TAG.sub(b" ", _UNSEEN.sub(b" ", page)).decode("utf-8", "replace"))
    tree = LexborHTMLParser(page)
    tree.strip_tags(["style", "script", "title"])
    return tree.body.text(separator=" ") if tree.body is not None else ""


def raw(part: Part) -> str:
    return b64(to_rfc822(part))
