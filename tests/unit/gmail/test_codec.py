import email
from email.message import Message

import pytest

from app.gmail import codec
from tests.unit.gmail.wire import BOUNDARY, MULTIPART, bad, good, ids, multipart


def labels(body: bytes, content_type: str = MULTIPART) -> list[str]:
    return [label for label, _ in codec.split(body, content_type)]


def test_a_batch_is_a_mime_body_any_reader_understands() -> None:
    body = codec.encode([("a1", "/gmail/v1/users/me/messages/a1?format=full"), ("b2", "/x")])
    read: Message = email.message_from_bytes(f"Content-Type: {codec.BATCH_CONTENT_TYPE}\r\n\r\n".encode() + body)
    parts = read.get_payload()
    assert isinstance(parts, list)
    assert [(part.get_content_type(), part["Content-ID"]) for part in parts if isinstance(part, Message)] == [
        ("application/http", "<a1>"),
        ("application/http", "<b2>"),
    ]
    assert b"GET /gmail/v1/users/me/messages/a1?format=full HTTP/1.1\r\n\r\n" in body
    assert not read.defects


def test_parts_come_with_their_status_headers_and_body() -> None:
    answer = multipart([good("a1"), bad("b2", 429, "rateLimitExceeded", headers="Retry-After:  7\r\n")])
    (first, whole), (second, refused) = codec.split(answer, MULTIPART)
    assert (first, second) == ("a1", "b2")
    assert (whole.status, refused.status) == (200, 429)
    assert whole.body.strip().endswith(b"}")
    assert refused.headers()["retry-after"] == "7"


@pytest.mark.parametrize(
    "content_type",
    [
        f"multipart/mixed; boundary={BOUNDARY}",
        f'multipart/mixed; boundary="{BOUNDARY}"',
        f"Multipart/Mixed; charset=utf-8; BOUNDARY={BOUNDARY}; x=y",
    ],
)
def test_the_boundary_is_found_however_it_is_written(content_type: str) -> None:
    assert labels(multipart([good("a1")]), content_type) == ["a1"]


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"", MULTIPART),
        (b"<html>502</html>", "text/html"),
        (b"<html>502</html>", MULTIPART),
        (multipart([good("a1")]), ""),
        (multipart([good("a1")]), "multipart/mixed"),
        (multipart([good("a1")]), "multipart/mixed; boundary="),
        (b"--" + BOUNDARY.encode(), MULTIPART),
        (b"\0\xff" * 100, MULTIPART),
    ],
)
def test_what_is_no_batch_holds_no_parts(body: bytes, content_type: str) -> None:
    assert labels(body, content_type) == []


def test_line_ends_may_be_bare() -> None:
    assert labels(multipart([good("a1"), good("b2")]).replace(b"\r\n", b"\n")) == ["a1", "b2"]


def test_unlabelled_and_statusless_pieces_are_passed_over() -> None:
    unlabelled = good("a1").replace(b"Content-ID: <response-a1>\r\n", b"")
    statusless = good("b2").replace(b"HTTP/1.1 200", b"FTP 200")
    assert labels(multipart([unlabelled, statusless, good("c3")])) == ["c3"]


@pytest.mark.parametrize("label", ["<response-a1>", "response-a1", "<a1>", "  <response-a1>  "])
def test_a_label_is_read_however_it_is_dressed(label: str) -> None:
    assert labels(multipart([good("a1").replace(b"<response-a1>", label.encode())])) == ["a1"]


def test_a_label_inside_the_answer_itself_does_not_count() -> None:
    forged = (
        good("a1").replace(b"Content-ID: <response-a1>\r\n", b"").replace(b"\r\n\r\n{", b"\r\nContent-ID: <response-a1>\r\n\r\n{")
    )
    assert labels(multipart([forged])) == []


def test_a_part_cut_short_does_not_swallow_the_next() -> None:
    first, second = ids(2)
    torn = good(first)[:-20]
    body = b"--%b\r\n%b--%b\r\n%b--%b--" % (BOUNDARY.encode(), torn, BOUNDARY.encode(), good(second), BOUNDARY.encode())
    assert labels(body) == [first, second]


def test_a_part_may_have_a_status_and_nothing_else() -> None:
    (_, part), *_ = codec.split(multipart([b"Content-ID: <response-a1>\r\n\r\nHTTP/1.1 204 No Content\r\n"]), MULTIPART)
    assert (part.status, part.body, dict(part.headers())) == (204, b"", {})
