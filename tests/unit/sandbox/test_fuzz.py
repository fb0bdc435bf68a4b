"""Whatever a client sends, it gets an answer of Google's: never an exception, never an answer outside of the contract."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.wire import Request
from tests.unit.sandbox.batches import ask
from tests.unit.sandbox.conftest import Gmail, checked, gmail_of


@pytest.fixture(scope="module")
def shared() -> Iterator[Gmail]:
    yield from checked(gmail_of(12))


_WORDS = st.sampled_from(
    ["from:", "to:", "subject:", "in:", "is:", "label:", "has:", "after:", "newer_than:", "larger:", "rfc822msgid:", "category:",
     "OR", "AND", "-", "!", "+", "(", ")", "{", "}", '"', "2026/05/20", "2d", "5M", "inbox", "me", "payment",
     "x:y", "AROUND", " ", " ", " ", "é", "支払"]
)  # fmt: skip


@given(q=st.one_of(st.lists(_WORDS, max_size=14).map("".join), st.text(max_size=60)))
def test_any_search(shared: Gmail, q: str) -> None:
    assert shared.send("GET", "messages", q=q.encode("utf-8", "replace")).status in (200, 400)


@given(
    fields=st.one_of(
        st.lists(st.sampled_from(["messages", "id", "/", "(", ")", ",", "*", "nextPageToken"]), max_size=12).map("".join),
        st.text(),
    )
)
def test_any_fields(shared: Gmail, fields: str) -> None:
    assert shared.send("GET", "messages", fields=fields.encode("utf-8", "replace")).status in (200, 400)


_PIECES = st.sampled_from(
    [b"--batch_x", b"--", b"\r\n", b"\n", b"Content-Type: application/http", b"GET /gmail/v1/users/me/profile", b" HTTP/1.1",
     b"POST /batch",      b"Content-ID: <1>", b":", b"\xff", b"Authorization: Bearer x", b"Content-Length: 5"]
)  # fmt: skip


@given(
    body=st.one_of(st.binary(max_size=200), st.lists(_PIECES, max_size=20).map(b"".join)),
    kind=st.sampled_from(["multipart/mixed; boundary=batch_x", "x", ""]),
)
def test_any_batch(shared: Gmail, body: bytes, kind: str) -> None:
    assert ask(shared, body, kind).status in (200, 400)


@given(
    st.text(st.characters(codec="latin-1"), max_size=40),
    st.text(st.characters(codec="latin-1"), max_size=40),
    st.sampled_from(["GET", "POST", "DELETE"]),
)
def test_any_address(shared: Gmail, path: str, query: str, method: str) -> None:
    for whole in (f"/{path}", f"/gmail/v1/users/me/{path}", f"/gmail/v1/users/me/messages/{path}"):
        answer = shared.call(Request(method, whole, query, shared.headers))
        assert 200 <= answer.status < 500


_JSON: Any = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["raw", "labelIds", "ids", "name", "color", "x"]), inner, max_size=3)
    ),
    max_leaves=6,
)
_KEYS = st.sampled_from(
    [
        "raw",
        "labelIds",
        "threadId",
        "addLabelIds",
        "removeLabelIds",
        "ids",
        "name",
        "color",
        "labelListVisibility",
        "topicName",
        "labelFilterBehavior",
    ]
)
_PATHS = [
    "messages",
    "messages/import",
    "messages/send",
    "messages/batchModify",
    "messages/batchDelete",
    "labels",
    "watch",
    "stop",
]


@given(body=st.dictionaries(_KEYS, _JSON, max_size=4), path=st.sampled_from([*_PATHS, "messages/{}/modify", "threads/{}/modify"]))
def test_any_body(shared: Gmail, body: dict[str, Any], path: str) -> None:
    known = f"{shared.mailbox.ids[0]:016x}" if len(shared.mailbox) else "1"
    answer = shared.send("POST", path.format(known), json.dumps(body).encode())
    assert answer.status in (200, 204, 400, 404, 409)
