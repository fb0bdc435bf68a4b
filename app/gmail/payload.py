"""Gmail's payload tree -> Mail: the first plain and the first HTML body, and the headers."""

import binascii
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta, timezone
from typing import Any

from pydantic import ConfigDict, TypeAdapter

from app.domain.mail import Mail

MAX_DEPTH = 100
MAX_PARTS = 2_000
# The library's decoder is compiled Rust, with and without padding: a tenth of binascii's time, which was most of a mail's.
_BASE64URL = TypeAdapter(bytes, config=ConfigDict(val_json_bytes="base64"))
_WANTED = ("text/plain", "text/html")
# Python's own encodings that no mail is written in; punycode takes quadratic time, a few kilobytes would hold a worker.
_NOT_FOR_MAIL = frozenset({"punycode", "idna", "unicode_escape", "raw_unicode_escape", "undefined"})


def read_mail(payload: Mapping[str, Any], received_at: datetime) -> Mail:
    """Raises ValueError, TypeError, LookupError or AttributeError when the tree is not what Gmail documents."""
    bodies = _bodies(payload)
    headers = _headers(payload.get("headers") or ())
    return Mail(
        headers=headers,
        text=bodies.get("text/plain"),
        html=bodies.get("text/html"),
        received_at=_where_sent(received_at, headers.get("date", ("",))[0]),
    )


# How far a Date header's zone stands from its start.
LONGEST_DATE = 80
ZONE = re.compile(r"\d\d:\d\d(?::\d\d)?\s{1,3}([+-])([01]\d)([0-5]\d)\b")
FURTHEST = timedelta(hours=14)


def _where_sent(received_at: datetime, date: str) -> datetime:
    """Gmail's moment on the clock of whoever wrote: the reader asks what day it is there, and whose `$` and `Rs` are meant."""
    if not (found := ZONE.search(date[:LONGEST_DATE])):
        return received_at
    sign, hours, minutes = found.groups()
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    return received_at.astimezone(timezone(-offset if sign == "-" else offset)) if offset <= FURTHEST else received_at


def _headers(items: Iterable[Mapping[str, str]]) -> dict[str, tuple[str, ...]]:
    headers: dict[str, list[str]] = {}
    for item in items:
        headers.setdefault(_clean(item["name"]).lower(), []).append(_clean(item["value"]))
    return {name: tuple(values) for name, values in headers.items()}


def _bodies(payload: Mapping[str, Any]) -> dict[str, str]:
    bodies: dict[str, str] = {}
    for leaf in _leaves(payload):
        kind = leaf.get("mimeType", "").lower()
        if kind in _WANTED and kind not in bodies and (text := _text(leaf)):
            bodies[kind] = text
            if len(bodies) == len(_WANTED):
                break
    return bodies


def _leaves(payload: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Leaves in the mail's order, without recursion: the depth is the sender's choice. Beyond the limits they are left out."""
    waiting = [(payload, 0)]
    for _ in range(MAX_PARTS):
        if not waiting:
            return
        part, depth = waiting.pop()
        # An attached mail is somebody else's: its text is not what this sender says.
        if part.get("mimeType", "").lower() == "message/rfc822":
            continue
        if children := part.get("parts"):
            if depth < MAX_DEPTH:
                waiting.extend((child, depth + 1) for child in reversed(children[:MAX_PARTS]))
        elif not part.get("filename"):
            yield part


def _text(leaf: Mapping[str, Any]) -> str:
    data = (leaf.get("body") or {}).get("data")
    if not data:
        return ""
    raw = _decode_base64url(data)
    try:
        # Gmail turns bodies into UTF-8 and leaves the old charset in the header. Valid UTF-8 holds no surrogates.
        return raw.decode().replace("\0", "")
    except UnicodeDecodeError:
        return _clean(_decode_as_declared(raw, leaf))


def _decode_base64url(data: str) -> bytes:
    try:
        return _BASE64URL.validate_json(f'"{data}"')
    except ValueError:
        # White space, padding in excess and the like: binascii passes over what does not belong.
        return binascii.a2b_base64(data.replace("-", "+").replace("_", "/") + "==")


def _decode_as_declared(raw: bytes, leaf: Mapping[str, Any]) -> str:
    charset = _charset(leaf)
    if charset.replace("-", "_") in _NOT_FOR_MAIL:
        charset = "utf-8"
    try:
        return raw.decode(charset, "replace")
    except (LookupError, ValueError):
        return raw.decode("utf-8", "replace")


def _charset(leaf: Mapping[str, Any]) -> str:
    for item in leaf.get("headers") or ():
        if item["name"].lower() == "content-type":
            _, _, rest = item["value"].lower().partition("charset=")
            return rest.partition(";")[0].strip(" \t\"'") or "utf-8"
    return "utf-8"


def _clean(text: str) -> str:
    """Without U+0000 and lone surrogates: PostgreSQL stores neither."""
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError:
            text = text.encode("utf-8", "ignore").decode()
    return text.replace("\0", "")
