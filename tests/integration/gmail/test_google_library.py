"""Google's own Python library, unmodified, with its own batches: it finds the sandbox through the discovery document."""

import email
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from google.oauth2.credentials import Credentials
from googleapiclient.discovery import build
from googleapiclient.errors import HttpError
from googleapiclient.http import MediaIoBaseUpload

from tests.integration.gmail.conftest import Sandbox

ADDRESS = "user1@sandbox.test"


@pytest.fixture
def service(sandbox: Sandbox) -> Iterator[Any]:
    credentials = Credentials(token=f"sandbox-{ADDRESS}")  # type: ignore[no-untyped-call]  # google-auth is untyped
    address = f"{sandbox.root}$discovery/rest?version={{apiVersion}}"
    with build("gmail", "v1", credentials=credentials, discoveryServiceUrl=address, static_discovery=False) as service:
        yield service


def list_all(service: Any, **query: Any) -> list[str]:
    messages = service.users().messages()
    request, found = messages.list(userId="me", maxResults=200, **query), []
    while request is not None:
        page = request.execute()
        found += [one["id"] for one in page.get("messages", ())]
        request = messages.list_next(request, page)
    return found


def fetch(service: Any, ids: list[str], **query: Any) -> tuple[dict[str, Any], dict[str, HttpError]]:
    """Messages and errors by id, in batches of the library's own, as many parts as one user may have running."""
    messages: dict[str, Any] = {}
    errors: dict[str, HttpError] = {}

    def keep(request_id: str, answer: Any, error: HttpError | None) -> None:
        if error is None:
            messages[request_id] = answer
        else:
            errors[request_id] = error

    for start in range(0, len(ids), 25):
        batch = service.new_batch_http_request(callback=keep)
        for one in ids[start : start + 25]:
            batch.add(service.users().messages().get(userId="me", id=one, **query), request_id=one)
        batch.execute()
    return messages, errors


def test_a_full_pull_in_the_librarys_own_batches(service: Any) -> None:
    ids = list_all(service)
    assert len(ids) == service.users().getProfile(userId="me").execute()["messagesTotal"]
    messages, errors = fetch(service, [*ids, "18c0ffffffffffff"])
    assert messages.keys() == set(ids)
    assert all(one["payload"]["headers"] for one in messages.values())
    assert errors.keys() == {"18c0ffffffffffff"}
    assert errors["18c0ffffffffffff"].resp.status == 404
    assert errors["18c0ffffffffffff"].reason == "Requested entity was not found."


def test_an_incremental_pull(service: Any, sandbox: Sandbox) -> None:
    start = service.users().getProfile(userId="me").execute()["historyId"]
    delivered = sandbox.deliver(ADDRESS, 5)
    history = service.users().history()
    request, added = history.list(userId="me", startHistoryId=start, historyTypes="messageAdded", maxResults=2), []
    while request is not None:
        page = request.execute()
        added += [one["message"]["id"] for record in page.get("history", ()) for one in record["messagesAdded"]]
        request = history.list_next(request, page)
    assert sorted(added) == sorted(delivered)


def test_raw_mail_goes_in_and_comes_out(service: Any) -> None:
    raw = b"From: a@example.org\r\nTo: user1@sandbox.test\r\nSubject: =?utf-8?b?4oK5?= rent\r\n\r\nfive\r\n"
    messages = service.users().messages()
    made = messages.insert(userId="me", body={"raw": urlsafe_b64encode(raw).decode(), "labelIds": ["INBOX"]}).execute()
    media = MediaIoBaseUpload(BytesIO(raw), mimetype="message/rfc822")
    uploaded = messages.insert(userId="me", body={"labelIds": ["STARRED"]}, media_body=media).execute()
    assert (made["labelIds"], uploaded["labelIds"]) == (["INBOX"], ["STARRED"])
    for one in (made, uploaded):
        got = messages.get(userId="me", id=one["id"], format="raw").execute()
        assert urlsafe_b64decode(got["raw"]) == raw
    shown = messages.get(userId="me", id=made["id"], fields="payload(headers,body/data)").execute()
    assert {"name": "Subject", "value": "₹ rent"} in shown["payload"]["headers"]
    assert urlsafe_b64decode(shown["payload"]["body"]["data"]) == b"five\r\n"
    assert messages.delete(userId="me", id=made["id"]).execute() == ""
    assert messages.trash(userId="me", id=uploaded["id"]).execute()["labelIds"] == ["STARRED", "TRASH"]
    messages.batchDelete(userId="me", body={"ids": [uploaded["id"]]}).execute()


def test_a_resumable_upload_in_pieces(service: Any) -> None:
    raw = b"From: a@example.org\r\nTo: user1@sandbox.test\r\nSubject: big\r\n\r\n" + b"line of text\r\n" * 60_000
    media = MediaIoBaseUpload(BytesIO(raw), mimetype="message/rfc822", chunksize=256 * 1024, resumable=True)
    request = service.users().messages().insert(userId="me", body={"labelIds": ["STARRED"]}, media_body=media)
    made, steps = None, 0
    while made is None:
        _, made = request.next_chunk()
        steps += 1
    assert steps == 4
    assert made["labelIds"] == ["STARRED"]
    got = service.users().messages().get(userId="me", id=made["id"], format="raw").execute()
    assert urlsafe_b64decode(got["raw"]) == raw
    service.users().messages().delete(userId="me", id=made["id"]).execute()


def test_raw_and_full_hold_the_same_text(service: Any) -> None:
    ids = list_all(service)[:60]
    raw, _ = fetch(service, ids, format="raw")
    full, _ = fetch(service, ids)
    for one in ids:
        theirs = [part for part in email.message_from_bytes(urlsafe_b64decode(raw[one]["raw"])).walk() if is_text(part)]
        ours = list(texts(full[one]["payload"]))
        assert [bytes(part.get_payload(decode=True)).rstrip() for part in theirs] == [text.rstrip() for text in ours]


def is_text(part: "email.message.Message[str, str]") -> bool:
    return part.get_content_maintype() == "text" and not part.get_filename()


def texts(part: dict[str, Any]) -> Iterator[bytes]:
    if "data" in part["body"]:
        yield urlsafe_b64decode(part["body"]["data"])
    for child in part.get("parts", ()):
        yield from texts(child)


def test_a_search_too_long_for_an_address(service: Any) -> None:
    """The library sends it as a POST that overrides its method."""
    q = " OR ".join(f"subject:nothing-of-this-name-{number}" for number in range(200)) + " OR in:inbox"
    assert len(service.users().messages().list(userId="me", q=q, maxResults=3).execute()["messages"]) == 3


def test_errors_read_as_google_writes_them(service: Any) -> None:
    with pytest.raises(HttpError) as raised:
        service.users().messages().list(userId="me", q="wibble:1").execute()
    assert raised.value.resp.status == 400
    assert raised.value.reason == "The sandbox does not know this search: wibble:1"
    with pytest.raises(HttpError) as raised:
        service.users().history().list(userId="me", startHistoryId="1").execute()
    assert raised.value.resp.status == 404
