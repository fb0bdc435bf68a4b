"""messages.*, threads.*, labels.* and getProfile, as Gmail answers them."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from pathlib import Path
from typing import Any

import pytest

from sandbox.delivered import NewMail
from sandbox.wire import Answer
from tests.unit.sandbox.batches import ask, body_of, parts_of
from tests.unit.sandbox.conftest import ME, NOW, Gmail, gmail_of, read

MAIL = b"From: a@example.org\r\nTo: me@sandbox.test\r\nSubject: Rent\r\nMessage-ID: <rent@example.org>\r\n\r\nfive hundred\r\n"
GONE = "18c0ffffffffffff"


def reply(number: int, subject: str = "Re: Rent", reference: str = "<rent@example.org>") -> bytes:
    return (
        f"From: me@sandbox.test\r\nTo: a@example.org\r\nSubject: {subject}\r\nMessage-ID: <reply{number}@example.org>\r\n"
        f"In-Reply-To: {reference}\r\n\r\nreply {number}\r\n"
    ).encode()


class TestListing:
    def test_an_empty_mailbox_has_no_messages_key(self, gmail: Gmail) -> None:
        assert gmail.get("messages") == {"resultSizeEstimate": 0}
        assert gmail.get("threads") == {"resultSizeEstimate": 0}

    def test_a_hundred_by_default_and_five_hundred_at_most(self) -> None:
        gmail = gmail_of(520)
        first = gmail.get("messages")
        assert len(first["messages"]) == 100
        assert first["resultSizeEstimate"] == 201
        assert all(set(one) == {"id", "threadId"} for one in first["messages"])
        assert len(gmail.get("messages", maxResults=9999)["messages"]) == 500

    def test_pages_hold_every_message_once_newest_first_while_mail_arrives(self, full_gmail: Gmail) -> None:
        listed: list[str] = []
        query: dict[str, Any] = {"maxResults": 70}
        while True:
            page = full_gmail.get("messages", **query)
            listed += [one["id"] for one in page["messages"]]
            full_gmail.mailbox.generate(3, full_gmail.now)
            if "nextPageToken" not in page:
                break
            query["pageToken"] = page["nextPageToken"]
        dates = [int(full_gmail.get(f"messages/{one}", format="minimal")["internalDate"]) for one in listed]
        assert len(set(listed)) == len(listed) == 300
        assert dates == sorted(dates, reverse=True)

    def test_a_page_that_ends_with_the_last_message_has_no_token(self, full_gmail: Gmail) -> None:
        assert "nextPageToken" not in full_gmail.get("messages", maxResults=300)
        assert "nextPageToken" in full_gmail.get("messages", maxResults=299)

    @pytest.mark.parametrize("token", ["nonsense", "-1", "٣", "9" * 30])
    def test_a_page_token_of_ones_own(self, full_gmail: Gmail, token: str) -> None:
        assert full_gmail.refusal("messages", pageToken=token) == "Invalid pageToken"

    def test_threads_stand_where_their_newest_hit_stands(self, gmail: Gmail) -> None:
        first = gmail.insert(MAIL)
        other = gmail.insert(MAIL.replace(b"rent@", b"food@").replace(b"Rent", b"Food"))
        gmail.now += 60
        gmail.insert(reply(1))
        pages = [gmail.get("threads", maxResults=1)]
        pages.append(gmail.get("threads", maxResults=1, pageToken=pages[0]["nextPageToken"]))
        assert [one["id"] for page in pages for one in page["threads"]] == [first, other]
        assert "nextPageToken" not in pages[1]
        assert pages[0]["threads"][0]["snippet"] == "reply 1"


class TestGetting:
    def test_the_four_formats(self, full_gmail: Gmail) -> None:
        message_id = full_gmail.get("messages", maxResults=1)["messages"][0]["id"]
        common = {"id", "threadId", "labelIds", "snippet", "sizeEstimate", "historyId", "internalDate"}
        assert set(full_gmail.get(f"messages/{message_id}")) == common | {"payload"}
        assert set(full_gmail.get(f"messages/{message_id}", format="minimal")) == common
        raw = full_gmail.get(f"messages/{message_id}", format="raw")
        assert set(raw) == common | {"raw"}
        assert urlsafe_b64decode(raw["raw"]).startswith(b"Delivered-To: me@sandbox.test\r\n")
        metadata = full_gmail.get(f"messages/{message_id}", format="metadata")["payload"]
        assert set(metadata) == {"mimeType", "headers"}
        assert len(metadata["headers"]) > 8

    def test_metadata_headers_in_any_case(self, gmail: Gmail) -> None:
        message_id = gmail.insert(MAIL)
        shown = gmail.get(f"messages/{message_id}", format="metadata", metadataHeaders=["SUBJECT", "from", "X-None"])["payload"]
        assert [one["name"] for one in shown["headers"]] == ["From", "Subject"]
        assert gmail.get(f"messages/{message_id}", format="metadata", metadataHeaders="X-None")["payload"] == {
            "mimeType": "text/plain"
        }

    def test_ids_dates_and_sizes_have_their_types(self, gmail: Gmail) -> None:
        message = gmail.get(f"messages/{gmail.insert(MAIL)}")
        assert len(message["id"]) == 16
        assert message["id"] == message["threadId"]
        assert message["internalDate"] == str(int(NOW * 1000))
        assert message["sizeEstimate"] == len(MAIL)
        assert message["historyId"].isdigit()

    def test_a_snippet_is_escaped_and_short(self, gmail: Gmail) -> None:
        message_id = gmail.insert(b'Subject: x\r\n\r\nTom & "Ann\'s" <b>\r\n\r\n' + b"word " * 200)
        snippet = gmail.get(f"messages/{message_id}", format="minimal")["snippet"]
        assert snippet.startswith("Tom &amp; &quot;Ann&#39;s&quot; &lt;b&gt; word word")
        assert len(snippet) < 240

    def test_what_is_hidden_in_a_page_is_not_in_the_snippet(self, gmail: Gmail) -> None:
        page = (
            b"Content-Type: text/html\r\n\r\n<head><title>t</title><style>p{}</style></head><body><script>x()</script><p>seen</p>"
        )
        assert gmail.get(f"messages/{gmail.insert(page)}", format="minimal")["snippet"] == "seen"

    @pytest.mark.parametrize(
        "path", [f"messages/{GONE}", f"threads/{GONE}", f"messages/{GONE}/attachments/x", "messages/" + "f" * 20]
    )
    def test_what_is_not_there(self, gmail: Gmail, path: str) -> None:
        error = gmail.get(path, 404)["error"]
        assert error["message"] == "Requested entity was not found."
        assert error["errors"] == [{"message": error["message"], "domain": "global", "reason": "notFound"}]
        assert error["status"] == "NOT_FOUND"

    def test_ids_that_are_none(self, gmail: Gmail) -> None:
        for text in ("zebra", "0x10", "1_0", "+10", "%2010", "-1", "%D9%A1"):
            assert gmail.refusal(f"messages/{text}") == "Invalid id value"
        message_id = gmail.insert(MAIL)
        assert gmail.refusal(f"messages/{message_id}/attachments/nonsense") == "Invalid attachment token"

    def test_a_mail_whose_file_has_gone_fails_alone(
        self, gmail: Gmail, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        file = tmp_path / "one.eml"
        file.write_bytes(MAIL)
        lost = gmail.mailbox.add(NewMail(file.read_bytes, ("INBOX",), gmail.now)).hex_id
        file.unlink()
        assert gmail.get(f"messages/{lost}", 500)["error"]["errors"][0]["reason"] == "backendError"
        assert "one.eml" in capsys.readouterr().err
        kept = gmail.insert(MAIL)
        lines = [f"GET /gmail/v1/users/me/messages/{one}" for one in (lost, kept)]
        assert [status for _, status, _ in parts_of(ask(gmail, body_of(lines)))] == [500, 200]

    def test_profile(self, full_gmail: Gmail) -> None:
        profile = full_gmail.get("profile")
        assert (profile["emailAddress"], profile["messagesTotal"], profile["threadsTotal"]) == (ME, 300, 300)
        assert full_gmail.get(f"/gmail/v1/users/{ME.replace('@', '%40')}/profile") == profile
        assert full_gmail.get("/gmail/v1/users/ME@Sandbox.test/profile") == profile
        assert full_gmail.get("/gmail/v1/users/other@sandbox.test/profile", 403)["error"]["status"] == "PERMISSION_DENIED"


class TestPutting:
    def test_insert_keeps_every_byte_and_says_when_it_came(self, gmail: Gmail) -> None:
        dated = MAIL.replace(b"Subject", b"Date: Mon, 05 Jan 2026 10:30:00 +0530\r\nSubject")
        answer = gmail.post("messages", {"raw": urlsafe_b64encode(dated).decode().rstrip("="), "labelIds": ["INBOX", "UNREAD"]})
        assert answer == {"id": answer["id"], "threadId": answer["id"], "labelIds": ["INBOX", "UNREAD"]}
        stored = gmail.get(f"messages/{answer['id']}", format="raw")
        assert urlsafe_b64decode(stored["raw"]) == dated
        assert stored["internalDate"] == str(int(NOW * 1000))

    def test_import_takes_the_date_of_the_mail(self, gmail: Gmail) -> None:
        dated = MAIL.replace(b"Subject", b"Date: Mon, 05 Jan 2026 10:30:00 +0530\r\nSubject")
        body = {"raw": urlsafe_b64encode(dated).decode()}
        message_id = gmail.post("messages/import", body)["id"]
        message = gmail.get(f"messages/{message_id}")
        assert message["internalDate"] == "1767589200000"
        assert "labelIds" not in message
        inserted = gmail.post("messages", body, internalDateSource="dateHeader")["id"]
        assert gmail.get(f"messages/{inserted}")["internalDate"] == "1767589200000"
        received = gmail.post("messages/import", body, internalDateSource="receivedTime")["id"]
        assert [one["id"] for one in gmail.get("messages")["messages"]] == [received, inserted, message_id]

    def test_mail_of_any_age_finds_its_place(self, full_gmail: Gmail) -> None:
        for year in (1970, 1999, 2026, 2025, 2026, 1999):
            raw = f"Date: 5 Mar {year} 10:00:00 +0000\r\nSubject: {year}\r\n\r\nx".encode()
            full_gmail.post("messages/import", {"raw": urlsafe_b64encode(raw).decode()})
        ids = list(full_gmail.mailbox.ids)
        assert ids == sorted(set(ids))
        assert list(full_gmail.mailbox.times) == sorted(full_gmail.mailbox.times)
        assert len(ids) == 306

    def test_every_mail_has_an_id_of_its_own_however_old_and_in_whatever_order_they_come(self, gmail: Gmail) -> None:
        """The first days of 1970 have few ids, and each mail of these is older than the one before."""
        for minute in reversed(range(60)):
            raw = f"Date: Thu, 01 Jan 1970 00:{minute:02d}:00 +0000\r\nSubject: {minute}\r\n\r\nx".encode()
            gmail.post("messages/import", {"raw": urlsafe_b64encode(raw).decode()})
        listed = [one["id"] for one in gmail.get("messages")["messages"]]
        assert len(set(listed)) == 60
        subjects = {gmail.get(f"messages/{one}")["payload"]["headers"][1]["value"] for one in listed}
        assert subjects == {str(minute) for minute in range(60)}
        dates = [int(gmail.get(f"messages/{one}", format="minimal")["internalDate"]) for one in listed]
        assert dates == sorted(dates, reverse=True)

    def test_a_share_of_the_generated_mails_is_unread(self, full_gmail: Gmail) -> None:
        unread = full_gmail.get("labels/UNREAD")["messagesTotal"]
        assert 50 <= unread <= 100
        listed = full_gmail.get("messages", q="is:unread", maxResults=500)["messages"]
        assert len(listed) == unread
        full_gmail.post(f"messages/{listed[0]['id']}/modify", {"removeLabelIds": ["UNREAD"]})
        assert full_gmail.get("labels/UNREAD")["messagesTotal"] == unread - 1

    def test_send_to_oneself(self, gmail: Gmail) -> None:
        raw = b"To: Me <ME@sandbox.test>\r\nSubject: note\r\n\r\nbuy milk\r\n"
        sent = gmail.post("messages/send", {"raw": urlsafe_b64encode(raw).decode()})
        assert sent["labelIds"] == ["UNREAD", "SENT", "INBOX"]
        headers = {one["name"] for one in gmail.get(f"messages/{sent['id']}")["payload"]["headers"]}
        assert {"Date", "From", "Message-ID", "To", "Subject"} == headers
        other = gmail.post("messages/send", {"raw": urlsafe_b64encode(MAIL.replace(b"To: me@", b"To: you@")).decode()})
        assert other["labelIds"] == ["SENT"]
        error = gmail.post("messages/send", {"raw": urlsafe_b64encode(b"Subject: x\r\n\r\n").decode()}, 400)["error"]
        assert error["message"] == "Recipient address required"

    @pytest.mark.parametrize("end", [b"\r\n", b"\n"])
    def test_what_is_for_others_of_the_sandbox_comes_to_them(self, gmail: Gmail, end: bytes) -> None:
        for name in ("you", "they", "none"):
            gmail.service.world.add(f"{name}@sandbox.test", 0, 1)
        head = b"To: You <YOU@sandbox.test>, x@far.example\r\nBCC: they@sandbox.test,\r\n you@sandbox.test\r\nSubject: hi\r\n"
        raw = head + b"\r\nBcc: x\r\n"
        sent = gmail.post("messages/send", {"raw": urlsafe_b64encode(raw.replace(b"\r\n", end)).decode()})
        assert sent["labelIds"] == ["SENT"]
        assert b"BCC: they" in (gmail.mailbox.message(0).raw or b"")
        for name, count in (("you", 1), ("they", 1), ("none", 0)):
            mailbox = gmail.service.world.mailbox(f"{name}@sandbox.test")
            assert mailbox is not None
            assert len(mailbox) == count
            for message in mailbox.messages():
                assert message.labels == ("UNREAD", "INBOX")
                assert (message.raw or b"").endswith(b"Subject: hi" + 2 * end + b"Bcc: x" + end)
                assert b"they" not in (message.raw or b"")

    @pytest.mark.parametrize(
        ("body", "message"),
        [
            ({}, "'raw' RFC822 payload message string or uploading message via /upload/* URL required"),
            ({"raw": "a"}, "Invalid value at 'raw' (TYPE_BYTES), Base64 decoding failed"),
            ({"raw": "???"}, "Invalid value at 'raw' (TYPE_BYTES), Base64 decoding failed"),
            ({"raw": 5}, "Invalid value at 'raw' (TYPE_BYTES), 5"),
            ({"raw": "YWJj", "wish": 1}, 'Invalid JSON payload received. Unknown name "wish": Cannot find field.'),
            (
                {"payload": {"body": {"wish": 1}}},
                "Invalid JSON payload received. Unknown name \"wish\" at 'payload.body': Cannot find field.",
            ),
            ({"payload": {"parts": [{"body": []}]}}, "Invalid value at 'payload.parts[0].body' (TYPE_MESSAGE), []"),
            ({"sizeEstimate": True}, "Invalid value at 'sizeEstimate' (TYPE_INT32), true"),
            ({"raw": "YWJj", "labelIds": ["INBOX", 3]}, "Invalid value at 'labelIds[1]' (TYPE_STRING), 3"),
            ({"raw": "YWJj", "labelIds": ["Label_9"]}, "Invalid label: Label_9"),
            ({"raw": "YWJj", "labelIds": "INBOX"}, "Invalid value at 'labelIds' (TYPE_LIST), \"INBOX\""),
            ({"raw": "YWJj", "threadId": "zebra"}, "Invalid id value"),
        ],
    )
    def test_bad_mail(self, gmail: Gmail, body: Any, message: str) -> None:
        assert gmail.post("messages", body, 400)["error"]["message"] == message

    def test_bad_json(self, gmail: Gmail) -> None:
        for body in (b"{", b"[]", b"\xff"):
            error = read(gmail.send("POST", "messages", body), 400)["error"]
            assert error["message"].startswith("Invalid JSON payload received.")
        assert gmail.post("messages", {"raw": "YWJj", "threadId": GONE}, 404)["error"]["status"] == "NOT_FOUND"

    def test_uploads(self, gmail: Gmail) -> None:
        path = "/upload/gmail/v1/users/me/messages"
        alone = read(gmail.send("POST", path, MAIL, uploadType="media"))
        related = (
            b'--x\r\nContent-Type: application/json\r\n\r\n{"labelIds": ["STARRED"]}\r\n--x\r\nContent-Type: message/rfc822\r\n'
        )
        gmail.headers["content-type"] = "multipart/related; boundary=x"
        plain = read(gmail.send("POST", path, related + b"\r\n" + MAIL + b"\r\n--x--\r\n", uploadType="multipart"))
        encoded = related + b"Content-Transfer-Encoding: base64\r\n\r\n" + urlsafe_b64encode(MAIL[:60]) + b"\r\n--x--\r\n"
        other = read(gmail.send("POST", path, encoded, uploadType="multipart"))
        assert plain["labelIds"] == other["labelIds"] == ["STARRED"]
        for made, raw in ((alone, MAIL), (plain, MAIL), (other, MAIL[:60])):
            assert urlsafe_b64decode(gmail.get(f"messages/{made['id']}", format="raw")["raw"]) == raw
        assert (
            read(gmail.send("POST", path, b"no parts", uploadType="multipart"), 400)["error"]["errors"][0]["reason"]
            == "badContent"
        )
        read(gmail.send("POST", path, MAIL, uploadType="carrier-pigeon"), 501)


class TestResumableUploads:
    PATH = "/upload/gmail/v1/users/me/messages"

    def begin(self, gmail: Gmail) -> str:
        opened = gmail.send("POST", self.PATH, b'{"labelIds": ["INBOX"]}', uploadType="resumable")
        headers = dict(opened.headers)
        assert opened.status == 200
        assert headers[b"location"].startswith(
            b"http://localhost:1/upload/gmail/v1/users/me/messages?uploadType=resumable&upload_id="
        )
        return headers[b"x-guploader-uploadid"].decode()

    def put(self, gmail: Gmail, upload_id: str, body: bytes, content_range: str = "") -> Answer:
        gmail.headers["content-range"] = content_range
        return gmail.send("PUT", self.PATH, body, uploadType="resumable", upload_id=upload_id)

    def test_in_pieces_with_one_lost(self, gmail: Gmail) -> None:
        upload_id = self.begin(gmail)
        assert self.put(gmail, upload_id, MAIL[:40], f"bytes 0-39/{len(MAIL)}").headers == ((b"range", b"bytes=0-39"),)
        assert self.put(gmail, upload_id, MAIL[60:], f"bytes 60-{len(MAIL) - 1}/{len(MAIL)}").status == 308
        assert self.put(gmail, upload_id, b"", f"bytes */{len(MAIL)}").headers == ((b"range", b"bytes=0-39"),)
        made = read(self.put(gmail, upload_id, MAIL[40:], f"bytes 40-{len(MAIL) - 1}/{len(MAIL)}"))
        assert made["labelIds"] == ["INBOX"]
        assert urlsafe_b64decode(gmail.get(f"messages/{made['id']}", format="raw")["raw"]) == MAIL
        assert self.put(gmail, upload_id, MAIL).status == 404

    def test_in_one_piece(self, gmail: Gmail) -> None:
        made = read(self.put(gmail, self.begin(gmail), MAIL))
        assert gmail.get(f"messages/{made['id']}")["sizeEstimate"] == len(MAIL)

    def test_what_is_no_piece(self, gmail: Gmail) -> None:
        upload_id = self.begin(gmail)
        assert self.put(gmail, upload_id, b"", "bytes */*").headers == ()
        assert self.put(gmail, upload_id, b"x", "the first byte").status == 400
        assert self.put(gmail, "nobody", b"x").status == 404
        for _ in range(21):
            self.begin(gmail)
        assert self.put(gmail, upload_id, MAIL).status == 404


class TestChanging:
    def test_modify(self, gmail: Gmail) -> None:
        message_id = gmail.insert(MAIL, ("INBOX", "UNREAD"))
        before = gmail.get(f"messages/{message_id}")["historyId"]
        answer = gmail.post(f"messages/{message_id}/modify", {"addLabelIds": ["STARRED"], "removeLabelIds": ["UNREAD"]})
        assert answer == {"id": message_id, "threadId": message_id, "labelIds": ["INBOX", "STARRED"]}
        assert int(gmail.get(f"messages/{message_id}")["historyId"]) > int(before)
        for body in (
            {},
            {"addLabelIds": ["SENT"]},
            {"addLabelIds": ["X"]},
            {"addLabelIds": ["INBOX"], "removeLabelIds": ["INBOX"]},
        ):
            assert gmail.post(f"messages/{message_id}/modify", body, 400)["error"]["status"] == "INVALID_ARGUMENT"

    def test_trash_and_back(self, gmail: Gmail) -> None:
        message_id = gmail.insert(MAIL)
        assert gmail.post(f"messages/{message_id}/trash")["labelIds"] == ["TRASH"]
        assert gmail.get("messages") == {"resultSizeEstimate": 0}
        assert "labelIds" not in gmail.post(f"messages/{message_id}/untrash")
        assert len(gmail.get("messages")["messages"]) == 1

    def test_delete_is_for_good(self, full_gmail: Gmail) -> None:
        ids = [one["id"] for one in full_gmail.get("messages", maxResults=5)["messages"]]
        answer = full_gmail.send("DELETE", f"messages/{ids[0]}")
        assert (answer.status, answer.body) == (204, b"")
        full_gmail.get(f"messages/{ids[0]}", 404)
        assert full_gmail.post("messages/batchDelete", {"ids": [ids[1], ids[2], ids[0]]}, 204) is None
        assert full_gmail.get("messages", maxResults=2)["messages"][0]["id"] == ids[3]
        assert full_gmail.get("profile")["messagesTotal"] == 297

    def test_batch_modify(self, full_gmail: Gmail) -> None:
        ids = [one["id"] for one in full_gmail.get("messages", maxResults=3)["messages"]]
        full_gmail.post("messages/batchModify", {"ids": [*ids, GONE, ids[0]], "addLabelIds": ["STARRED"]}, 204)
        assert {one["id"] for one in full_gmail.get("messages", labelIds="STARRED")["messages"]} == set(ids)
        assert full_gmail.get("labels/STARRED")["messagesTotal"] == 3
        full_gmail.post("messages/batchModify", {"addLabelIds": ["STARRED"]}, 400)
        full_gmail.post("messages/batchModify", {"ids": ["1"] * 1001, "addLabelIds": ["STARRED"]}, 400)


class TestThreads:
    def test_a_reply_joins_while_the_subject_stays(self, gmail: Gmail) -> None:
        first = gmail.insert(MAIL)
        joined = gmail.insert(reply(1))
        further = gmail.insert(reply(2, reference="<nobody@example.org> <reply1@example.org>"))
        changed = gmail.insert(reply(3, subject="Something else"))
        threads = {one: gmail.get(f"messages/{one}", format="minimal")["threadId"] for one in (joined, further, changed)}
        assert threads == {joined: first, further: first, changed: changed}
        thread = gmail.get(f"threads/{first}", format="metadata", metadataHeaders="Subject")
        assert [one["id"] for one in thread["messages"]] == [first, joined, further]
        assert thread["historyId"] == thread["messages"][-1]["historyId"]
        profile = gmail.get("profile")
        assert (profile["messagesTotal"], profile["threadsTotal"]) == (4, 2)

    def test_a_thread_outlives_its_first_message(self, gmail: Gmail) -> None:
        first, second = gmail.insert(MAIL), gmail.insert(reply(1))
        gmail.send("DELETE", f"messages/{first}")
        assert [one["id"] for one in gmail.get(f"threads/{first}")["messages"]] == [second]
        gmail.send("DELETE", f"messages/{second}")
        gmail.get(f"threads/{first}", 404)
        assert gmail.insert(reply(2)) != first

    def test_a_thread_by_its_id(self, gmail: Gmail) -> None:
        first = gmail.insert(MAIL)
        other = gmail.insert(b"Subject: unrelated\r\n\r\nx", threadId=first)
        assert gmail.get(f"messages/{other}", format="minimal")["threadId"] == first

    def test_whole_threads_change(self, gmail: Gmail) -> None:
        first, second = gmail.insert(MAIL), gmail.insert(reply(1))
        changed = gmail.post(f"threads/{first}/modify", {"addLabelIds": ["STARRED"]})
        assert [one["labelIds"] for one in changed["messages"]] == [["INBOX", "STARRED"]] * 2
        assert gmail.post(f"threads/{first}/trash")["messages"][1] == {
            "id": second,
            "threadId": first,
            "labelIds": ["STARRED", "TRASH"],
        }
        gmail.post(f"threads/{first}/untrash")
        assert gmail.send("DELETE", f"threads/{first}").status == 204
        assert gmail.get("profile")["messagesTotal"] == 0
        gmail.post(f"threads/{first}/trash", status=404)

    def test_a_reply_to_a_generated_mail(self, full_gmail: Gmail) -> None:
        newest = full_gmail.get("messages", maxResults=1)["messages"][0]["id"]
        headers = full_gmail.get(f"messages/{newest}", format="metadata")["payload"]["headers"]
        by_name = {one["name"]: one["value"] for one in headers}
        answer = full_gmail.insert(reply(1, f"Re: {by_name['Subject']}", by_name["Message-ID"]))
        assert full_gmail.get(f"messages/{answer}")["threadId"] == newest


class TestLabels:
    def test_the_system_labels(self, gmail: Gmail) -> None:
        labels = {one["id"]: one for one in gmail.get("labels")["labels"]}
        assert labels["INBOX"] == {"id": "INBOX", "name": "INBOX", "type": "system"}
        assert labels["SPAM"]["labelListVisibility"] == "labelHide"
        assert len(labels) == 14

    def test_a_label_of_ones_own(self, gmail: Gmail) -> None:
        colour = {"textColor": "#000000", "backgroundColor": "#ffffff"}
        made = gmail.post("labels", {"name": "Money", "color": colour})
        assert made["type"] == "user"
        assert (made["labelListVisibility"], made["messageListVisibility"], made["color"]) == ("labelShow", "show", colour)
        message_id = gmail.insert(MAIL, ("INBOX", "UNREAD", made["id"]))
        assert gmail.get(f"labels/{made['id']}")["messagesUnread"] == 1
        assert gmail.get("labels/INBOX")["threadsTotal"] == 1
        patched = read(gmail.send("PATCH", f"labels/{made['id']}", b'{"name": "Gold"}'))
        assert (patched["name"], patched["color"]) == ("Gold", colour)
        put = read(gmail.send("PUT", f"labels/{made['id']}", b'{"name": "Silver", "labelListVisibility": "labelHide"}'))
        assert put == {"id": made["id"], "name": "Silver", "labelListVisibility": "labelHide", "type": "user"}
        assert gmail.send("DELETE", f"labels/{made['id']}").status == 204
        assert gmail.get(f"messages/{message_id}")["labelIds"] == ["INBOX", "UNREAD"]
        gmail.get(f"labels/{made['id']}", 404)

    def test_what_is_no_label(self, gmail: Gmail) -> None:
        gmail.post("labels", {"name": "Money"})
        conflict = gmail.post("labels", {"name": "money"}, 409)["error"]
        assert (conflict["message"], conflict["status"]) == ("Label name exists or conflicts", "ABORTED")
        gmail.post("labels", {"name": "inbox"}, 409)
        for body in (
            {},
            {"name": " "},
            {"name": "x", "labelListVisibility": "no"},
            {"name": "x", "color": {"textColor": "#000"}},
        ):
            gmail.post("labels", body, 400)
        assert read(gmail.send("PATCH", "labels/INBOX", b"{}"), 400)
        assert read(gmail.send("DELETE", "labels/Label_99"), 404)
