"""drafts.*: what is written and not sent yet."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any

import pytest

from tests.unit.sandbox.conftest import ME, Gmail, read
from tests.unit.sandbox.test_history import cursor, everything
from tests.unit.sandbox.test_messages import GONE, MAIL

NOTE = b"To: Me <me@sandbox.test>\r\nSubject: note\r\n\r\nbuy milk\r\n"


def body(raw: bytes, **message: Any) -> dict[str, Any]:
    return {"message": {"raw": urlsafe_b64encode(raw).decode(), **message}}


def put(gmail: Gmail, draft_id: str, raw: bytes, status: int = 200, **message: Any) -> Any:
    return read(gmail.send("PUT", f"drafts/{draft_id}", json.dumps(body(raw, **message)).encode()), status)


def test_a_draft_is_a_message_with_its_label(gmail: Gmail) -> None:
    made = gmail.post("drafts", body(NOTE))
    message_id = made["message"]["id"]
    assert made == {"id": made["id"], "message": {"id": message_id, "threadId": message_id, "labelIds": ["DRAFT"]}}
    shown = gmail.get(f"drafts/{made['id']}")
    assert shown == {"id": made["id"], "message": gmail.get(f"messages/{message_id}")}
    assert {one["name"]: one["value"] for one in shown["message"]["payload"]["headers"]}["From"].endswith(f"<{ME}>")
    assert "raw" in gmail.get(f"drafts/{made['id']}", format="raw")["message"]
    assert [one["id"] for one in gmail.get("messages", q="in:drafts")["messages"]] == [message_id]


def test_a_draft_keeps_its_id_and_its_thread_while_it_is_rewritten(gmail: Gmail) -> None:
    start = cursor(gmail)
    first = gmail.post("drafts", body(NOTE))
    seen = {first["message"]["id"]}
    for text in (b"bread", b"salt"):
        rewritten = put(gmail, first["id"], NOTE.replace(b"milk", text))
        assert rewritten["id"] == first["id"]
        assert rewritten["message"]["threadId"] == first["message"]["threadId"]
        seen.add(rewritten["message"]["id"])
    assert len(seen) == 3
    assert gmail.get("drafts")["drafts"] == [
        {"id": first["id"], "message": {"id": rewritten["message"]["id"], "threadId": first["message"]["threadId"]}}
    ]
    assert gmail.get(f"drafts/{first['id']}")["message"]["snippet"] == "buy salt"
    records = [one for page in everything(gmail, start) for one in page["history"]]
    kinds = [next(key for key in one if key.startswith("messages") and key != "messages") for one in records]
    assert kinds == ["messagesAdded", "messagesAdded", "messagesDeleted", "messagesAdded", "messagesDeleted"]


def test_it_is_sent_as_it_is_or_as_it_comes_with_the_call(gmail: Gmail) -> None:
    for change in ({}, body(NOTE.replace(b"milk", b"beer"))):
        draft = gmail.post("drafts", body(NOTE))
        sent = gmail.post("drafts/send", {"id": draft["id"], **change})
        assert sent["labelIds"] == ["UNREAD", "SENT", "INBOX"]
        assert sent["threadId"] == draft["message"]["threadId"] != sent["id"]
        raw = urlsafe_b64decode(gmail.get(f"messages/{sent['id']}", format="raw")["raw"])
        assert raw.endswith(b"buy beer\r\n" if change else b"buy milk\r\n")
        gmail.get(f"messages/{draft['message']['id']}", 404)
        gmail.get(f"drafts/{draft['id']}", 404)
    assert gmail.get("drafts") == {"resultSizeEstimate": 0}


def test_one_that_cannot_be_sent_stays(gmail: Gmail) -> None:
    draft = gmail.post("drafts", body(b"Subject: to nobody\r\n\r\nx"))
    assert gmail.post("drafts/send", {"id": draft["id"]}, 400)["error"]["message"] == "Recipient address required"
    assert gmail.get(f"drafts/{draft['id']}")["id"] == draft["id"]


def test_deleted_for_good(gmail: Gmail) -> None:
    draft = gmail.post("drafts", body(NOTE))
    assert gmail.send("DELETE", f"drafts/{draft['id']}").status == 204
    gmail.get(f"messages/{draft['message']['id']}", 404)
    assert gmail.send("DELETE", f"drafts/{draft['id']}").status == 404


def test_a_reply_is_drafted_in_its_thread(gmail: Gmail) -> None:
    thread = gmail.insert(MAIL)
    draft = gmail.post("drafts", body(NOTE, threadId=thread))
    assert draft["message"]["threadId"] == thread
    put(gmail, draft["id"], NOTE, 404, threadId=GONE)


def test_lists_come_in_pages_and_are_searched(gmail: Gmail) -> None:
    for number in range(5):
        gmail.now += 1
        gmail.post("drafts", body(NOTE.replace(b"note", b"note %d" % number)))
    gmail.insert(MAIL)
    first = gmail.get("drafts", maxResults=3)
    second = gmail.get("drafts", maxResults=3, pageToken=first["nextPageToken"])
    assert (len(first["drafts"]), len(second["drafts"]), "nextPageToken" in second) == (3, 2, False)
    assert len(gmail.get("drafts", q="subject:4")["drafts"]) == 1


def test_mail_that_was_put_in_as_a_draft_is_one(gmail: Gmail) -> None:
    message_id = gmail.insert(NOTE, ("DRAFT",))
    (draft,) = gmail.get("drafts")["drafts"]
    assert gmail.get(f"drafts/{draft['id']}", format="minimal")["message"]["id"] == message_id


def test_a_draft_by_upload(gmail: Gmail) -> None:
    path = "/upload/gmail/v1/users/me/drafts"
    assert read(gmail.send("POST", path, NOTE, uploadType="media"))["message"]["labelIds"] == ["DRAFT"]
    thread = gmail.insert(MAIL)
    gmail.headers["content-type"] = "multipart/related; boundary=x"
    related = b'--x\r\nContent-Type: application/json\r\n\r\n{"message": {"threadId": "%b"}}\r\n--x\r\n' % thread.encode()
    whole = related + b"Content-Type: message/rfc822\r\n\r\n" + NOTE + b"\r\n--x--\r\n"
    assert read(gmail.send("POST", path, whole, uploadType="multipart"))["message"]["threadId"] == thread


@pytest.mark.parametrize("draft_id", ["r1", "r", "x", "1", "r-1", "r99999999999999999999999", "r%D9%A1"])
def test_what_is_no_draft(gmail: Gmail, draft_id: str) -> None:
    gmail.get(f"drafts/{draft_id}", 404)
    message_id = gmail.insert(MAIL)
    gmail.get(f"drafts/r{int(message_id, 16)}", 404)
    assert gmail.post("drafts/send", {}, 400)["error"]["status"] == "INVALID_ARGUMENT"
    assert gmail.post("drafts", {}, 400)["error"]["status"] == "INVALID_ARGUMENT"
