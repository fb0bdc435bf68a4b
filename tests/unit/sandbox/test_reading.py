"""Any bytes become a payload: the zoo, the mails of Python's own tests, and noise."""

import email
from base64 import urlsafe_b64decode
from collections.abc import Iterator
from email.message import Message
from importlib import util
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox import payload
from sandbox.reading import from_rfc822, read_headers, received_at
from sandbox.words import codec, decoded_words, parameters, text_of, unbase64
from tests.stopwatch import ends_within
from tests.unit.sandbox.conftest import Gmail
from tests.unit.sandbox.zoo import ZOO, Animal, deep


def _of_python() -> dict[str, bytes]:
    """The raw mails that Python tests its own email package with; some builds of Python leave them out."""
    found = util.find_spec("test.test_email") if util.find_spec("test") else None
    folder = Path(found.origin).parent / "data" if found and found.origin else None
    return {path.stem: path.read_bytes() for path in sorted(folder.glob("msg_*.txt"))} if folder else {}


ALL_MAILS = {name: animal.raw for name, animal in ZOO.items()} | _of_python() | {"deep": deep(30), "deeper": deep(400)}


def _parts(shown: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield shown
    for child in shown.get("parts", ()):
        yield from _parts(child)


def _tree(shown: dict[str, Any]) -> Any:
    children = tuple(_tree(child) for child in shown.get("parts", ()))
    return (shown["mimeType"], children) if children else shown["mimeType"]


def _texts(shown: dict[str, Any]) -> tuple[str, ...]:
    return tuple(urlsafe_b64decode(part["body"]["data"]).decode() for part in _parts(shown) if "data" in part["body"])


@pytest.mark.parametrize("animal", ZOO.values(), ids=ZOO.keys())
def test_the_zoo(gmail: Gmail, animal: Animal) -> None:
    shown = payload.full(from_rfc822(animal.raw), "1")
    assert _tree(shown) == animal.tree
    assert _texts(shown) == animal.texts


SENT = {name: raw for name, raw in ALL_MAILS.items() if raw}


@pytest.mark.parametrize("raw", SENT.values(), ids=SENT.keys())
def test_raw_comes_back_and_full_holds_the_rules(gmail: Gmail, raw: bytes) -> None:
    message_id = gmail.insert(raw)
    assert urlsafe_b64decode(gmail.get(f"messages/{message_id}", format="raw")["raw"]) == raw
    message = gmail.get(f"messages/{message_id}")
    assert message["sizeEstimate"] == len(raw)
    assert len(message["snippet"]) <= 200 * len("&quot;")
    parts = list(_parts(message["payload"]))
    ids = [part["partId"] for part in parts]
    assert ids[0] == ""
    assert len(set(ids)) == len(ids)
    for part in parts:
        assert all(child["partId"].rpartition(".")[0] == part["partId"] for child in part.get("parts", ()))
        _holds_the_body_rule(gmail, message_id, part)


def _holds_the_body_rule(gmail: Gmail, message_id: str, part: dict[str, Any]) -> None:
    """A container has an empty body; of a leaf, text without a filename has data, all else an attachment of the stated size."""
    body = part["body"]
    if "parts" in part:
        assert body == {"size": 0}
    elif part["mimeType"].startswith("text/") and not part["filename"]:
        assert "attachmentId" not in body
        assert ("data" in body) == (body["size"] > 0)
    else:
        assert "data" not in body
        attachment = gmail.get(f"messages/{message_id}/attachments/{body['attachmentId']}")
        assert attachment["size"] == body["size"] == len(urlsafe_b64decode(attachment["data"]))


def _leaves(message: "Message[str, str]") -> Iterator["Message[str, str]"]:
    """Python looks into every message/…; Gmail only into mails."""
    inside = message.get_content_maintype() != "message" or message.get_content_type() == "message/rfc822"
    children = message.get_payload() if message.is_multipart() and inside else []
    if not message.is_multipart():
        yield message
    for child in children:
        assert isinstance(child, Message)
        yield from _leaves(child)


def _python_text(leaf: "Message[str, str]") -> str:
    body = leaf.get_payload(decode=True)
    assert isinstance(body, bytes)
    text = body.decode(leaf.get_content_charset("utf-8"))
    text.encode()
    return text


def _python_texts(raw: bytes) -> list[str] | None:
    """What Python's own parser reads; None where it finds a fault, or a charset it does not know."""
    message = email.message_from_bytes(raw)
    leaves = [one for one in _leaves(message) if one.get_content_maintype() == "text" and not one.get_filename()]
    try:
        texts = [_python_text(one).rstrip() for one in leaves]
    except (LookupError, UnicodeError):
        return None
    return None if any(one.defects for one in message.walk()) else texts


def test_the_text_is_what_python_reads() -> None:
    compared = 0
    for name in ALL_MAILS.keys() - {"deeper", "a type with spaces and comments"}:
        theirs = _python_texts(ALL_MAILS[name])
        if theirs is not None:
            ours = [part for _, part in from_rfc822(ALL_MAILS[name]).walk() if part.is_text() and not part.parts]
            assert [payload.as_utf8(part).decode().rstrip() for part in ours] == theirs, name
            compared += 1
    assert compared >= 25


def test_the_declared_charset_stays_and_the_size_is_the_old_one() -> None:
    shown = payload.full(from_rfc822(ZOO["iso-2022-jp"].raw), "1")
    assert {"name": "Content-Type", "value": "text/plain; charset=iso-2022-jp"} in shown["headers"]
    text = ZOO["iso-2022-jp"].texts[0]
    assert shown["body"]["size"] == len(text.encode("iso-2022-jp")) != len(text.encode())
    assert shown["body"]["data"] == payload.b64(text.encode())


def test_data_is_padded_base64url() -> None:
    shown = payload.full(from_rfc822(b"Content-Type: text/plain\r\n\r\n???>>>?"), "1")
    assert shown["body"]["data"] == "Pz8_Pj4-Pw=="


def test_headers_are_decoded_unfolded_kept_double_and_in_order() -> None:
    raw = (
        b"Received: by a\r\nReceived: by b\r\nSubject: =?utf-8?Q?Pay=C3?= =?utf-8?Q?=A9?=\r\n =?iso-8859-1?B?4Q==?= now\r\n"
        b"X-Folded: one\r\n\ttwo\r\nX-Eight: caf\xc3\xa9 \xff\r\n\r\n"
    )
    assert from_rfc822(raw).headers == (
        ("Received", "by a"),
        ("Received", "by b"),
        ("Subject", "Payéá now"),
        ("X-Folded", "one\ttwo"),
        ("X-Eight", "cafÃ© ÿ"),
    )
    assert read_headers(raw)["received"] == "by a"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("=?UTF-8?B?4oK5NTAw?=", "₹500"),
        ("=?utf-8*en?q?a_b?=", "a b"),
        ("a =?utf-8?q?b?= c", "a b c"),
        ("=?utf-8?b?!!!?=", ""),
        ("=?x-none?q?a=41?=", "aA"),
        ("=?utf-8?q?open", "=?utf-8?q?open"),
        ("=?utf-8?q?=F0=9F=98?= =?utf-8?q?=80?=", "😀"),
    ],
)
def test_encoded_words(text: str, expected: str) -> None:
    assert decoded_words(text) == expected


@pytest.mark.parametrize(
    ("value", "name", "expected"),
    [
        ('text/plain; charset="utf-8"', "charset", "utf-8"),
        ("text/plain; CHARSET = us-ascii ; format=flowed", "charset", "us-ascii"),
        (r'attachment; filename="a \"b\".pdf"', "filename", 'a "b".pdf'),
        ("attachment; filename*=UTF-8''%E2%82%B9%20bill.pdf", "filename", "₹ bill.pdf"),
        ("attachment; filename*1*=%20two; filename*0*=utf-8'en'one", "filename", "one two"),
        ('attachment; filename*0="long "; filename*1="name"', "filename", "long name"),
        ('attachment; filename="=?utf-8?B?4oK5?=.pdf"', "filename", "₹.pdf"),
        ('attachment; filename="no end', "filename", "no end"),
        ("attachment; filename*=broken", "filename", "broken"),
        ('multipart/mixed; boundary="a;b=c"', "boundary", "a;b=c"),
    ],
)
def test_parameters(value: str, name: str, expected: str) -> None:
    assert parameters(value)[name] == expected


def test_dates() -> None:
    assert received_at("Mon, 05 Jan 2026 10:30:00 +0530") == 1_767_589_200.0
    assert received_at("Mon, 05 Jan 2026 05:00:00 -0000") == 1_767_589_200.0
    assert received_at("yesterday") is None
    assert received_at("Mon, 05 Jan 99999 05:00:00 +0000") is None


def test_charsets() -> None:
    assert codec("GB2312") == "gb18030"
    assert codec(" 'UTF-8' ") == "utf-8"
    assert codec("punycode") is None
    assert text_of(b"\xff", "utf-8") == "\ufffd"
    assert unbase64(b"YQ==YQ==") == b"aa"


@given(st.binary(max_size=400))
def test_noise_is_a_mail(raw: bytes) -> None:
    _convert(raw)


_FRAGMENTS = st.sampled_from(
    [
        b"Content-Type: multipart/mixed; boundary=x\r\n", b"Content-Type: message/rfc822\r\n",
        b"Content-Type: text/plain; charset=",
        b"Content-Transfer-Encoding: base64\r\n", b"Content-Transfer-Encoding: quoted-printable\n",
        b"\r\n", b"\n", b"--x\r\n", b"--x--",
        b"=?utf-8?b?", b"?=", b"utf-7", b"utf-16", b"hz", b"idna", b"filename*0*=''", b";", b'"', b"=", b"\xff\xfe",
        b"Subject: ", b" ",
        b"+2AA-", b"Content-Disposition: attachment; filename*=utf-7''%2B2AA-\r\n",
    ]
)  # fmt: skip


@given(st.lists(_FRAGMENTS, max_size=30))
def test_broken_mime_is_a_mail(pieces: list[bytes]) -> None:
    _convert(b"".join(pieces))


def _convert(raw: bytes) -> None:
    part = from_rfc822(raw)
    shown = payload.full(part, "1")
    assert shown["partId"] == ""
    for one in _parts(shown):
        one["mimeType"].encode()
        assert all(header["value"].encode() is not None for header in one.get("headers", ()))
    assert payload.snippet(part).encode() is not None


def _whole_of_many_levels() -> bytes:
    """Ten thousand levels that were never closed."""
    return b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (level, level) for level in range(10_000))


@pytest.mark.parametrize(
    "raw",
    [
        deep(2000),
        _whole_of_many_levels(),
        b"Content-Type: multipart/mixed; boundary=x\r\n\r\n" + b"--x\r\n\r\n" * 20_000,
        b"X: " + b"=?utf-8?q?a?= " * 30_000,
        b"X: a\r\n" + b" folded\r\n" * 60_000,
        b"Content-Type: text/plain;" + b' a="\\' * 50_000,
        b"Content-Type: text/plain; a" + b"*0" * 50_000 + b"=x",
        b"A:b\r\n" * 30_000,
    ],
    ids=["deep", "deeper", "many parts", "many words", "long fold", "open quotes", "stars", "many headers"],
)
def test_hostile_mails_take_no_time(raw: bytes) -> None:
    assert ends_within(3.0, lambda: payload.full(from_rfc822(raw), "1"))


PAGE = b"Content-Type: text/html\r\n\r\n"


@pytest.mark.parametrize(
    "page",
    [
        b"<div>" * 300_000,
        b"<p " + b" ".join(b"a%d" % number for number in range(300_000)) + b">x",
        b"<" * 1_000_000,
        b"<style" * 200_000,
        b"<title></style" * 100_000,
    ],
    ids=["deep", "attributes", "open tags", "open styles", "mixed up"],
)
def test_hostile_pages_take_no_time(page: bytes) -> None:
    assert ends_within(3.0, lambda: payload.snippet(from_rfc822(PAGE + page)))


def test_a_page_too_large_for_the_parser_has_the_same_words() -> None:
    seen = b"<title>no</title><STYLE>p{}</style><p>Rs&nbsp;500 &amp; <b>more</b></p><script>if (a<b) x()</script>"
    small, large = (from_rfc822(PAGE + seen + b"<p>end</p>" * times) for times in (1, 20_000))
    assert payload.snippet(large).startswith(payload.snippet(small))
    assert payload.snippet(small) == "Rs 500 &amp; more end"
