"""A mail as Gmail's payload: the part tree with its shapes as read off recordings of the real API."""

import html
import re
from base64 import urlsafe_b64encode
from hashlib import sha256
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from sandbox.mime import Part, to_rfc822

_SPACES = re.compile(r"\s+")
_SNIPPET = 200


def b64(data: bytes) -> str:
    """base64url with padding."""
    return urlsafe_b64encode(data).decode("ascii")


def full(part: Part, message_id: str, part_id: str = "") -> dict[str, Any]:
    """`data` XOR `attachmentId`: text without a filename carries its data, everything else an id, even for twelve bytes."""
    body: dict[str, Any] = {"size": 0 if part.parts else len(part.body)}
    if not part.parts and not part.is_text():
        body["attachmentId"] = attachment_id(message_id, part_id)
    elif part.body:
        body["data"] = b64(_as_utf8(part))
    answer: dict[str, Any] = {
        "partId": part_id,
        "mimeType": part.mime_type,
        "filename": part.filename,
        "headers": [{"name": name, "value": value} for name, value in part.headers],
        "body": body,
    }
    if part.parts:
        prefix = f"{part_id}." if part_id else ""
        answer["parts"] = [full(child, message_id, f"{prefix}{place}") for place, child in enumerate(part.parts)]
    return answer


def metadata(part: Part, wanted: list[str]) -> dict[str, Any]:
    """Headers only; all of them when none are asked for by name."""
    names = {name.lower() for name in wanted}
    headers = [{"name": name, "value": value} for name, value in part.headers if not names or name.lower() in names]
    return {"mimeType": part.mime_type, "headers": headers}


def _as_utf8(part: Part) -> bytes:
    """Gmail sends text as UTF-8 whatever the charset header says, and leaves the header alone."""
    if part.charset.lower() in ("utf-8", "us-ascii", "utf8"):
        return part.body
    try:
        return part.body.decode(part.charset, "replace").encode()
    except LookupError:
        return part.body


def attachment_id(message_id: str, part_id: str) -> str:
    return "ANGjdJ" + b64(sha256(f"{message_id}/{part_id}".encode()).digest()).rstrip("=")


def attachment(part: Part, message_id: str, wanted: str) -> bytes | None:
    for part_id, one in part.walk():
        if not one.parts and not one.is_text() and attachment_id(message_id, part_id) == wanted:
            return one.body
    return None


def size_estimate(part: Part) -> int:
    """About as many bytes as the mail has on the wire; base64 makes three out of two-and-a-bit."""
    own = sum(len(name) + len(value) + 4 for name, value in part.headers)
    return own + len(part.body) * 4 // 3 + sum(size_estimate(child) + 60 for child in part.parts)


def snippet(part: Part) -> str:
    """The first words, HTML-escaped, about 200 characters."""
    words = _SPACES.sub(" ", part.preview or visible(part)).strip()
    return html.escape(words[:_SNIPPET]).replace("&#x27;", "&#39;")


def visible(part: Part) -> str:
    """The words of the first text part, else of the first HTML part."""
    texts = [one for _, one in part.walk() if one.is_text()]
    for one in texts:
        if one.mime_type == "text/plain":
            return _as_utf8(one).decode("utf-8", "replace")
    for one in texts:
        body = LexborHTMLParser(_as_utf8(one)).body
        return body.text(separator=" ") if body is not None else ""
    return ""


def raw(part: Part) -> str:
    return b64(to_rfc822(part))
