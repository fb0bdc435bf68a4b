"""Batches as values: what is one, what is none, and how its parts are answered."""

import pytest

from tests.unit.sandbox.batches import TYPE, ask, body_of, parts_of, profile_lines
from tests.unit.sandbox.conftest import Gmail, read


def test_answers_come_in_the_order_of_the_requests_each_with_its_own_status(full_gmail: Gmail) -> None:
    ids = [one["id"] for one in full_gmail.get("messages", maxResults=3)["messages"]]
    lines = [f"GET /gmail/v1/users/me/messages/{one}?format=minimal" for one in (*ids, "18c0ffffffffffff", ids[0], "zebra")]
    found = parts_of(ask(full_gmail, body_of([*lines, "GET /nowhere"])))
    assert [status for _, status, _ in found] == [200, 200, 200, 404, 200, 400, 404]
    assert [content_id for content_id, _, _ in found] == [f"response-id+{number}" for number in range(7)]
    for place, message_id in enumerate(ids):
        assert f'"id": "{message_id}"' in found[place][2]
    assert found[4][2] == found[0][2]


def test_a_content_id_may_hold_spaces(full_gmail: Gmail) -> None:
    """Google's own library joins two ids with ` + `."""
    found = parts_of(ask(full_gmail, body_of(profile_lines(2), ["<a + 1>", "bare"])))
    assert [content_id for content_id, _, _ in found] == ["response-a + 1", "response-bare"]


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_either_line_end(full_gmail: Gmail, end: str) -> None:
    assert [status for _, status, _ in parts_of(ask(full_gmail, body_of(profile_lines(2), end=end)))] == [200, 200]


def test_inner_requests_with_bodies_whole_addresses_and_headers_of_their_own(full_gmail: Gmail) -> None:
    message_id = full_gmail.get("messages", maxResults=1)["messages"][0]["id"]
    change = b'{"addLabelIds": ["STARRED"]}'
    body = (
        b"for old readers\r\n--batch_x\r\nContent-Type: application/http\r\n\r\n"
        b"POST https://gmail.googleapis.com/gmail/v1/users/me/messages/" + message_id.encode() + b"/modify HTTP/1.1\r\n"
        b"Content-Type: application/json\r\nContent-Length: " + str(len(change)).encode() + b"\r\n\r\n" + change + b"\r\n"
        b"--batch_x\r\ncontent-type: application/http; msgtype=request\r\ncontent-id: plain\r\n\r\n"
        b"GET /gmail/v1/users/me/profile\r\nAuthorization: Bearer nobody\r\n\r\n\r\n--batch_x--"
    )
    found = parts_of(ask(full_gmail, body))
    assert [(content_id, status) for content_id, status, _ in found] == [("", 200), ("response-plain", 401)]
    assert "STARRED" in found[0][2]


def test_the_outer_token_holds_for_the_parts(full_gmail: Gmail) -> None:
    full_gmail.headers["authorization"] = "Bearer nobody"
    assert [status for _, status, _ in parts_of(ask(full_gmail, body_of(profile_lines(2))))] == [401, 401]
    full_gmail.headers["x-other"] = "kept"
    full_gmail.headers["authorization"] = "Bearer sandbox-me@sandbox.test"
    assert parts_of(ask(full_gmail, body_of(profile_lines(1))))[0][1] == 200


def test_a_hundred_parts_and_not_one_more(full_gmail: Gmail) -> None:
    assert len(parts_of(ask(full_gmail, body_of(profile_lines(100))))) == 100
    error = read(ask(full_gmail, body_of(profile_lines(250))), 400)["error"]
    assert error["message"] == "Inner request count exceeds the limit. Received: 250, Limit: 100"
    assert error["status"] == "INVALID_ARGUMENT"


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("multipart/mixed", body_of(profile_lines(1))),
        ("application/json", body_of(profile_lines(1))),
        ("", body_of(profile_lines(1))),
        (TYPE, b""),
        (TYPE, b"no boundary in here"),
        (TYPE, b"--batch_x--\r\n"),
        (TYPE, b"--other\r\n\r\nGET /x HTTP/1.1\r\n\r\n--other--"),
        (TYPE, b"--batch_x\r\nContent-Type: application/http\r\n\r\n\r\n\r\n--batch_x--"),
        (TYPE, b"--batch_x\r\nContent-Type: application/http\r\n\r\nGET\r\n\r\n--batch_x--"),
        (TYPE, b"--batch_x\r\nContent-Type: text/plain\r\n\r\nGET /x HTTP/1.1\r\n\r\n--batch_x--"),
        (TYPE, b"\xff\x00--batch_x\xff"),
    ],
)
def test_what_is_no_batch_is_a_400_in_googles_shape(gmail: Gmail, content_type: str, body: bytes) -> None:
    error = read(ask(gmail, body, content_type), 400)["error"]
    assert error["message"].startswith("Failed to parse batch request, error: ")
    assert error["errors"][0]["reason"] == "badRequest"
    assert error["status"] == "INVALID_ARGUMENT"
