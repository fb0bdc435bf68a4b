import base64
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.mail import Mail
from app.gmail.payload import MAX_DEPTH, MAX_PARTS, read_mail
from tests.stopwatch import ends_within
from tests.unit.gmail.wire import encoded, leaf

NOW = datetime(2026, 11, 1, tzinfo=UTC)


def read(payload: dict[str, Any]) -> Mail:
    return read_mail(payload, NOW)


def box(*parts: dict[str, Any], mime_type: str = "multipart/mixed", **more: Any) -> dict[str, Any]:
    return {"mimeType": mime_type, "filename": "", "body": {"size": 0}, "parts": list(parts), **more}


def declared(charset: str, text: bytes) -> dict[str, Any]:
    return leaf(
        "text/plain", text, headers=[{"name": "Content-Type", "value": f'text/plain; charset="{charset}"; format=flowed'}]
    )


def test_the_first_plain_and_the_first_html_body_are_taken() -> None:
    mail = read(
        box(
            box(leaf("text/plain", "one"), leaf("text/html", "<p>one"), mime_type="multipart/alternative"),
            leaf("text/plain", "two"),
            leaf("text/html", "<p>two"),
        )
    )
    assert (mail.text, mail.html, mail.received_at) == ("one", "<p>one", NOW)


def test_a_mail_may_be_a_single_leaf_or_nothing_at_all() -> None:
    assert read(leaf("TEXT/HTML", "<p>")).html == "<p>"
    assert read(leaf("TEXT/HTML", "<p>")).text is None
    assert read({}) == Mail(headers={}, text=None, html=None, received_at=NOW)


@pytest.mark.parametrize(
    ("date", "day", "hours"),
    [
        ("Sun, 01 Nov 2026 05:30:00 +0530", 1, 5.5),
        ("Sat, 31 Oct 2026 21:00:00 -0300", 31, -3.0),
        ("31 Oct 2026 20:00:00 -0400 (AST)", 31, -4.0),
        ("Sun, 01 Nov 2026 00:00:00 GMT", 1, 0.0),
        ("Sun, 01 Nov 2026 00:00:00 +1900", 1, 0.0),
        ("yesterday", 1, 0.0),
    ],
)
def test_the_moment_is_gmail_s_and_the_clock_the_sender_s(date: str, day: int, hours: float) -> None:
    found = read({**leaf("text/plain", "one"), "headers": [{"name": "Date", "value": date}]}).received_at
    assert found == NOW
    assert (found.day, found.utcoffset()) == (day, timedelta(hours=hours))


def test_files_empty_leaves_and_attached_mails_are_not_the_body() -> None:
    behind_an_id = leaf("text/plain", "", filename="statement.txt")
    behind_an_id["body"] = {"attachmentId": "ANGjdJ", "size": 12}
    mail = read(
        box(
            behind_an_id,
            leaf("text/plain", "a file's", filename="note.txt"),
            box(leaf("text/plain", "another sender's"), mime_type="message/rfc822"),
            {"mimeType": "text/plain", "body": {"size": 0}},
            {"mimeType": "text/plain"},
            leaf("image/png", b"\x89PNG"),
            leaf("text/plain", "the body"),
        )
    )
    assert mail.text == "the body"


def test_headers_keep_order_and_duplicates_under_lower_case_names() -> None:
    headers = [
        {"name": "Received", "value": "by b"},
        {"name": "From", "value": "Bänk\0 <a@b.test>"},
        {"name": "RECEIVED", "value": "by a \ud83d"},
    ]
    mail = read(leaf("text/plain", "x", headers=headers))
    assert dict(mail.headers) == {"received": ("by b", "by a "), "from": ("Bänk <a@b.test>",)}
    assert mail.header("From") == "Bänk <a@b.test>"


@given(st.text("a=\r\né€😀\u200b", min_size=1, max_size=40))
def test_base64url_is_read_with_and_without_padding(text: str) -> None:
    padded = encoded(text)
    for data in (padded, padded.rstrip("=")):
        assert read({"mimeType": "text/plain", "body": {"data": data}}).text == text


@pytest.mark.parametrize(
    ("charset", "raw", "text"),
    [
        ("iso-2022-jp", "引き落とし".encode(), "引き落とし"),  # what Gmail really does: UTF-8 under the old name
        ("iso-8859-1", "25 £".encode("latin-1"), "25 £"),
        ("windows-1252", b"\x80 25", "€ 25"),
        ("gb2312", "支付".encode("gb2312"), "支付"),
        ("x-no-such-charset", b"25 \xa3", "25 \ufffd"),
        ("zip", b"25 \xa3", "25 \ufffd"),
        ("\0", b"25 \xa3", "25 \ufffd"),
        ("ünknown", b"25 \xa3", "25 \ufffd"),
        ("undefined", b"25 \xa3", "25 \ufffd"),
        ("", b"25 \xa3", "25 \ufffd"),
        ("utf-7", b"+2AA- \xa325", " \ufffd25"),
        ("utf-8", b"a\0b", "ab"),
    ],
)
def test_utf8_when_valid_else_as_declared(charset: str, raw: bytes, text: str) -> None:
    assert read(declared(charset, raw)).text == text


def test_without_a_declared_charset_stray_bytes_become_marks() -> None:
    assert read(leaf("text/plain", b"25 \xa3")).text == "25 \ufffd"


@pytest.mark.parametrize("charset", ["punycode", "PUNYCODE", "idna", "unicode-escape", "raw_unicode_escape"])
def test_encodings_no_mail_uses_cannot_hold_a_worker(charset: str) -> None:
    part = declared(charset, b"\xff" + b"-a" * 500_000)
    assert read(part).text
    assert ends_within(1, lambda: read(part))


def test_ten_thousand_levels_and_parts_end_at_the_limits() -> None:
    deep = leaf("text/plain", "too deep")
    for _ in range(10_000):
        deep = box(deep)
    assert read(box(deep, leaf("text/html", "<p>beside"))).html == "<p>beside"
    assert read(deep).text is None

    wide = box(*(leaf("image/png", "x") for _ in range(10_000)), leaf("text/plain", "too far"))
    assert read(wide).text is None


def test_what_is_within_the_limits_is_read() -> None:
    nested = leaf("text/plain", "within")
    for _ in range(MAX_DEPTH):
        nested = box(nested)
    assert read(nested).text == "within"
    assert read(box(*(leaf("image/png", "x") for _ in range(MAX_PARTS - 2)), leaf("text/plain", "within"))).text == "within"


def test_many_equal_headers_take_linear_time() -> None:
    headers = [{"name": "Received", "value": "x"}] * 200_000
    part = leaf("text/plain", "x", headers=headers)
    assert len(read(part).headers["received"]) == 200_000
    assert ends_within(2, lambda: read(part))


@pytest.mark.parametrize(
    "payload",
    [
        {"mimeType": 3},
        {"parts": 7},
        {"parts": [None]},
        {"mimeType": "text/plain", "body": "text"},
        {"mimeType": "text/plain", "body": {"data": 7}},
        {"mimeType": "text/plain", "body": {"data": "Ünsinn"}},
        {"mimeType": "text/plain", "body": {"data": "abcde"}},
        {"headers": 3},
        {"headers": [{}]},
        {"headers": [{"name": "From", "value": None}]},
        {"headers": {"From": "x"}},
    ],
)
def test_a_tree_that_is_not_gmails_raises_only_what_is_documented(payload: dict[str, Any]) -> None:
    with pytest.raises((ValueError, TypeError, LookupError, AttributeError)):
        read(payload)


def test_padding_in_excess_is_harmless() -> None:
    data = base64.urlsafe_b64encode(b"ab").decode() + "=="
    assert read({"mimeType": "text/plain", "body": {"data": data}}).text == "ab"
