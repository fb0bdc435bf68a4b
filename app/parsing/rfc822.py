"""A raw message to a Mail: limits on size, depth and parts, forgiving about charsets; whatever it holds, it does not raise."""

import codecs
import contextlib
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email import policy
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.utils import parsedate_to_datetime
from itertools import islice

from app.domain.mail import Mail

# Gmail delivers up to 35 MB, most of it attachments. The text of a payment mail stands in the first megabytes.
MAX_BYTES = 40_000_000
MAX_BODY = 2_000_000
MAX_PARTS = 200
MAX_DEPTH = 30
MAX_HEADER = 4_000
MAX_HEADERS = 300
META_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]{2,40})", re.I)
CONTAINER = re.compile(rb"(?im)^content-type[ \t]*:\s{0,20}(?:multipart|message)/")
BOUNDARY_LINE = re.compile(rb"(?m)^--[^\r\n]{1,200}\r?$")
CONTENT_HEADER = re.compile(rb"content-[a-z\-]{1,30}[ \t]{0,20}:[^\n]*+(?:\n[ \t][^\n]*+)*+", re.I)
END_OF_HEADERS = re.compile(rb"\r?\n\r?\n")
MAX_HEADER_BLOCK = 256_000
MAX_LINES = 500_000


def mail_from_bytes(raw: bytes) -> Mail:
    message = BytesParser(policy=policy.compat32).parsebytes(_bounded(raw[:MAX_BYTES]))
    headers = _headers(message)
    bodies: dict[str, str] = {}
    for part in _parts(message):
        kind = part.get_content_type()
        if (
            kind in {"text/plain", "text/html"}
            and kind not in bodies
            and "attachment" not in str(part.get("Content-Disposition", "")).lower()
        ):
            bodies[kind] = _text(part)
    return Mail(headers, bodies.get("text/plain"), bodies.get("text/html"), _date(headers))


def _bounded(raw: bytes) -> bytes:
    """The standard parser is slow on thousands of boundaries and on long Content-Type headers, and calls itself for every part within a part.

    What comes after the first few hundred, or lies deeper, is left out.
    """
    raw = _with_short_content_headers(_with_short_head(raw))
    while raw.count(b"\n") + raw.count(b"\r") - raw.count(b"\r\n") > MAX_LINES:
        raw = raw[: len(raw) // 2]
    for pattern, most in ((CONTAINER, MAX_DEPTH * 2), (BOUNDARY_LINE, MAX_PARTS * 2)):
        # Each of them begins a line: most mails have fewer lines that begin so than they may have of these.
        if pattern is BOUNDARY_LINE and raw.count(b"\n--") < most:
            continue
        if pattern is CONTAINER and raw.lower().count(b"content-type") < most:
            continue
        for count, found in enumerate(pattern.finditer(raw)):
            if count > most:
                raw = raw[: found.start()]
                break
    return raw


def _with_short_content_headers(raw: bytes) -> bytes:
    lowered, pieces, done = raw.lower(), [], 0
    at = 0 if lowered.startswith(b"content-") else lowered.find(b"\ncontent-") + 1 or -1
    while at >= 0:
        found = CONTENT_HEADER.match(raw, at)
        end = found.end() if found else at
        if end - at > MAX_HEADER:
            pieces.append(raw[done : at + MAX_HEADER])
            done = end
        at = lowered.find(b"\ncontent-", end) + 1 or -1
    return b"".join([*pieces, raw[done:]]) if pieces else raw


def _with_short_head(raw: bytes) -> bytes:
    end = END_OF_HEADERS.search(raw)
    start = end.start() if end else len(raw)
    return raw if start <= MAX_HEADER_BLOCK else raw[:MAX_HEADER_BLOCK] + b"\r\n\r\n" + raw[start:]


def _headers(message: Message) -> dict[str, tuple[str, ...]]:
    headers: dict[str, tuple[str, ...]] = {}
    # As they came: `items` shows bytes beyond ASCII as question marks.
    for name, value in islice(message.raw_items(), MAX_HEADERS):
        key = name.lower()
        headers[key] = (*headers.get(key, ()), decode_words(str(value)[:MAX_HEADER]))
    return headers


def decode_words(value: str) -> str:
    """RFC 2047 words decoded, raw bytes read as UTF-8, folding undone."""
    text = _clean(" ".join(value.split()))
    if "=?" in text:
        with contextlib.suppress(ValueError, LookupError, MessageError):
            text = "".join(
                _decode(chunk, charset) if isinstance(chunk, bytes) else chunk for chunk, charset in decode_header(text)
            )
        return _clean(text)
    return text


def _clean(text: str) -> str:
    try:
        # Only lone surrogates cannot be encoded: asked so, a long text costs a hundredth of a look at each letter.
        text.encode()
    except UnicodeEncodeError:
        text = text.encode("utf-8", "surrogateescape" if _escaped(text) else "replace").decode("utf-8", "replace")
    return text.replace("\x00", "")


def _escaped(text: str) -> bool:
    return all(not "\ud800" <= char <= "\udfff" or "\udc80" <= char <= "\udcff" for char in text)


def _parts(message: Message) -> Iterator[Message]:
    queue: list[tuple[Message, int]] = [(message, 0)]
    seen = 0
    while queue and seen < MAX_PARTS:
        part, depth = queue.pop(0)
        seen += 1
        inner = part.get_payload() if part.is_multipart() else None
        if isinstance(inner, list):
            if depth < MAX_DEPTH:
                queue[:0] = [(child, depth + 1) for child in inner[:MAX_PARTS] if isinstance(child, Message)]
        else:
            yield part


def _text(part: Message) -> str:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    payload = payload[:MAX_BODY]
    charset = part.get_content_charset()
    if charset is None and (found := META_CHARSET.search(payload[:4000])):
        charset = found.group(1).decode("ascii", "replace")
    return _clean(_decode(payload, charset))


def _decode(payload: bytes, charset: str | None) -> str:
    """The named charset, else UTF-8, else Windows-1252, which no byte offends."""
    for name in (_known(charset), "utf-8"):
        if name:
            try:
                return payload.decode(name)
            except (UnicodeError, ValueError):
                continue
    return (
        payload.decode("cp1252", "replace") if _known(charset) is None else payload.decode(_known(charset) or "utf-8", "replace")
    )


def _known(charset: str | None) -> str | None:
    """Text codecs only: `zlib` and `rot13` are codecs too. A mail that says Latin-1 or ASCII means Windows-1252."""
    if not charset or "\x00" in charset:
        return None
    try:
        info = codecs.lookup(charset.strip("\"' ")[:40])
    except (LookupError, ValueError, UnicodeError):
        return None
    if not getattr(info, "_is_text_encoding", True) or info.name in {
        "idna",
        "punycode",
        "undefined",
        "unicode_escape",
        "raw_unicode_escape",
        "mbcs",
        "oem",
    }:
        return None
    return "cp1252" if info.name == "iso8859-1" else None if info.name == "ascii" else info.name


def _date(headers: dict[str, tuple[str, ...]]) -> datetime | None:
    for value in headers.get("date", ())[:1]:
        try:
            sent = parsedate_to_datetime(value)
        except (ValueError, TypeError, IndexError, OverflowError):
            return None
        return sent if sent.tzinfo else sent.replace(tzinfo=UTC)
    return None
