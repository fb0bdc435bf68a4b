"""The checker sees what breaks Google's contract, and every route of the document answers within it."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from sandbox.contract import Contract, breaches_of
from sandbox.discovery import Route, Router, document, localised
from sandbox.gmail_api import METHODS
from sandbox.wire import Answer, as_json
from tests.unit.sandbox.conftest import ME, Gmail, read
from tests.unit.sandbox.test_messages import MAIL


def route(name: str) -> Route:
    return next(one for one in Router().routes() if one.name == name)


def methods(resource: dict[str, Any]) -> list[dict[str, Any]]:
    inner = [one for below in resource.get("resources", {}).values() for one in methods(below)]
    return [*resource.get("methods", {}).values(), *inner]


ALL_METHODS = {method["id"].removeprefix("gmail.users."): method for method in methods(document())}
TOPIC = "projects/p/topics/t"
# What is served and refused: to all but service accounts, and where there is never anything.
REFUSED = {
    **{name: 403 for name, method in ALL_METHODS.items() if "wide authority" in method["description"] and name in METHODS},
    "settings.forwardingAddresses.get": 404,
}
del REFUSED["settings.sendAs.update"]  # one's own address is everybody's to change
RAW = "VG86IG1lQHNhbmRib3gudGVzdA0KDQp4"  # to me
GOOD = {"id": "1", "threadId": "1", "historyId": "5", "internalDate": "-1", "sizeEstimate": 3, "raw": "YQ=="}


@pytest.mark.parametrize(
    ("change", "breach"),
    [
        ({"historyId": 5}, "historyId is no string"),
        ({"historyId": "five"}, "historyId is no uint64"),
        ({"historyId": "-1"}, "historyId is no uint64"),
        ({"internalDate": "1.5"}, "internalDate is no int64"),
        ({"sizeEstimate": "3"}, "sizeEstimate is no int32"),
        ({"sizeEstimate": True}, "sizeEstimate is no int32"),
        ({"sizeEstimate": 1 << 31}, "sizeEstimate is no int32"),
        ({"raw": "YQ"}, "raw is no base64url with padding"),
        ({"raw": "+w=="}, "raw is no base64url with padding"),
        ({"labelIds": []}, "labelIds is empty"),
        ({"labelIds": "INBOX"}, "labelIds is no list"),
        ({"labelIds": [1]}, "labelIds[0] is no string"),
        ({"colour": "red"}, "colour is not in the document"),
        ({"payload": []}, "payload is no object"),
        ({"payload": {"parts": [{"body": {"size": None}}]}}, "payload.parts[0].body.size is no int32"),
    ],
)
def test_what_breaks_the_contract(change: dict[str, Any], breach: str) -> None:
    assert list(breaches_of(route("messages.get"), "", as_json(GOOD))) == []
    found = list(breaches_of(route("messages.get"), "", as_json(GOOD | change)))
    assert len(found) == 1
    assert breach in found[0]


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("messages.get", Answer(204, b"")),
        ("messages.get", as_json([])),
        ("messages.get", Answer(200, b"<html>", b"text/html")),
        ("messages.get", Answer(200, b"x()", b"text/javascript; charset=UTF-8")),
        ("messages.delete", as_json({})),
        ("messages.get", as_json({"message": "no"}, 404)),
        ("messages.get", as_json({"error": {"code": 400, "message": "m", "status": "s"}}, 404)),
        ("messages.get", as_json({"error": {"code": 404, "message": "m"}}, 404)),
        ("messages.get", as_json({"error": {"code": 404, "message": "m", "status": "s", "errors": [{}]}}, 404)),
        ("labels.get", as_json({"id": "x", "type": "other"})),
    ],
)
def test_answers_that_are_none_of_googles(name: str, answer: Answer) -> None:
    assert list(breaches_of(route(name), "", answer))


def test_a_broken_answer_does_not_leave(capsys: pytest.CaptureFixture[str]) -> None:
    contract = Contract()
    answer = contract.checked_answer(route("getProfile"), "", as_json({"historyId": 7}))
    assert answer.status == 500
    assert contract.report()["broken"] == ["getProfile: answer.historyId is no string: 7"]
    assert "historyId" in capsys.readouterr().err
    for _ in range(50):
        contract.checked_answer(route("getProfile"), "", as_json({"historyId": 7}))
    assert len(contract.broken) == 20
    assert contract.checked == 51


def test_the_table_holds_only_methods_of_the_document() -> None:
    assert set(METHODS) <= set(ALL_METHODS)
    served = {name.partition(".")[0] for name in METHODS}
    assert {"messages", "threads", "labels", "history", "getProfile"} <= served


@pytest.mark.parametrize("name", sorted(ALL_METHODS))
def test_every_route_answers_within_the_contract(full_gmail: Gmail, name: str) -> None:
    """With sound arguments a method that is served answers 2xx; one that is not says so aloud."""
    method = ALL_METHODS[name]
    label = full_gmail.post("labels", {"name": "mine"})["id"]
    message_id = full_gmail.insert(MAIL, (label,))
    draft = full_gmail.post("drafts", {"message": {"raw": RAW}})["id"]
    kept = full_gmail.post("settings/filters", {"criteria": {"from": "a"}, "action": {"addLabelIds": [label]}})["id"]
    own_id = {"labels": label, "drafts": draft, "settings": kept}.get(name.partition(".")[0], message_id)
    known = {"{userId}": "me", "{messageId}": message_id, "{sendAsEmail}": ME, "{id}": own_id}
    path = "/" + re.sub(r"\{\w+\}", lambda found: known.get(found[0], "x"), method["path"])
    full_gmail.service.pubsub.topics.add(TOPIC)
    query = {"startHistoryId": full_gmail.mailbox.history.oldest} if name == "history.list" else {}
    answer = full_gmail.send(method["httpMethod"], path, json.dumps(_bodies(name, message_id, draft)).encode(), **query)
    served = name in full_gmail.service.methods
    if name == "messages.attachments.get":
        assert answer.status == 400
    elif name in REFUSED:
        assert answer.status == REFUSED[name]
    elif served:
        assert answer.status in (200, 204), answer.body
        assert bool(answer.body) == ("response" in method)
    else:
        assert read(answer, 501)["error"]["message"] == f"The sandbox does not serve {name}."
    full_gmail.headers["authorization"] = "Bearer nobody"
    assert read(full_gmail.send(method["httpMethod"], path), 401)["error"]["status"] == "UNAUTHENTICATED"


def _bodies(name: str, message_id: str, draft: str) -> dict[str, Any]:
    change, mail = {"addLabelIds": ["STARRED"]}, {"raw": RAW}
    special: dict[str, dict[str, Any]] = {
        "watch": {"topicName": TOPIC},
        **dict.fromkeys(("messages.insert", "messages.import", "messages.send"), mail),
        "messages.batchDelete": {"ids": [message_id]},
        "messages.batchModify": {"ids": [message_id], **change},
        "settings.filters.create": {"criteria": {"to": "b"}, "action": change},
    }
    general: dict[str, dict[str, Any]] = {
        "labels": {"name": "other"},
        "drafts": {"id": draft, "message": mail},
        "settings": {},
    }
    return special.get(name, general.get(name.partition(".")[0], change))


def test_unknown_addresses_are_a_page_not_json(gmail: Gmail) -> None:
    for method, path in (("GET", "/gmail/v1/users/me/wishes"), ("PUT", "/gmail/v1/users/me/profile"), ("GET", "/gmail/v2/<x>&")):
        answer = gmail.send(method, path)
        assert (answer.status, answer.content_type) == (404, b"text/html; charset=UTF-8")
        assert b"was not found on this server" in answer.body
        assert b"<x>" not in answer.body


@pytest.mark.parametrize(
    ("path", "query", "message"),
    [
        ("profile", {"wibble": "1"}, 'Unknown name "wibble": Cannot bind query parameter.'),
        ("messages", {"maxResults": "many"}, "Invalid value at 'maxResults'"),
        ("messages", {"maxResults": "-1"}, "Invalid value at 'maxResults'"),
        ("messages", {"includeSpamTrash": "perhaps"}, "Invalid value at 'includeSpamTrash'"),
        ("messages/1", {"format": "xml"}, "Invalid value at 'format'"),
        ("profile", {"alt": "csv"}, "Invalid value at 'alt'"),
        ("profile", {"callback": "a b"}, "Invalid value for callback parameter."),
    ],
)
def test_parameters_are_held_to_the_document(gmail: Gmail, path: str, query: dict[str, str], message: str) -> None:
    assert message in gmail.refusal(path, **query)


class TestStandardParameters:
    def test_those_without_effect(self, gmail: Gmail) -> None:
        plain = gmail.get("profile")
        assert gmail.get("profile", key="k", quotaUser="q", alt="json", upload_protocol="", uploadType="") == plain

    def test_pretty_print(self, gmail: Gmail) -> None:
        assert gmail.send("GET", "profile").body.startswith(b'{\n  "emailAddress": "me@sandbox.test",\n')
        assert gmail.send("GET", "profile", prettyPrint="false").body.startswith(b'{"emailAddress":"me@sandbox.test",')
        assert b"\n" not in gmail.send("GET", "messages/1", prettyPrint="false").body

    def test_other_forms_than_json_are_refused(self, gmail: Gmail) -> None:
        for form in ("media", "proto"):
            gmail.get("profile", 501, alt=form)

    def test_a_callback(self, gmail: Gmail) -> None:
        answer = gmail.send("GET", "profile", callback="my.call_back")
        assert answer.body.startswith(b"// API callback\nmy.call_back({")
        assert answer.content_type == b"text/javascript; charset=UTF-8"

    def test_the_second_form_of_errors_has_no_list(self, gmail: Gmail) -> None:
        first, second = (gmail.get("messages/1", 404, **{"$.xgafv": form})["error"] for form in "12")
        assert set(first) - set(second) == {"errors"}


FIELDS: list[tuple[str, Callable[[dict[str, Any]], bool]]] = [
    ("id", lambda one: set(one) == {"id"}),
    ("id,snippet", lambda one: set(one) == {"id", "snippet"}),
    ("payload/headers/name", lambda one: one["payload"]["headers"][0] == {"name": "From"}),
    ("payload(mimeType,body/size)", lambda one: one == {"payload": {"mimeType": "text/plain", "body": {"size": 14}}}),
    ("payload/*", lambda one: "body" in one["payload"]),
    ("*", lambda one: "payload" in one),
    ("payload/*/size", lambda one: one == {"payload": {"body": {"size": 14}}}),
    ("payload/headers/*", lambda one: set(one["payload"]["headers"][0]) == {"name", "value"}),
    ("payload,payload/filename", lambda one: "body" in one["payload"]),
    ("payload/filename,payload/mimeType,id", lambda one: set(one["payload"]) == {"filename", "mimeType"}),
    ("raw", lambda one: one == {}),
]


@pytest.mark.parametrize(("fields", "holds"), FIELDS, ids=[text for text, _ in FIELDS])
def test_partial_answers(gmail: Gmail, fields: str, holds: Callable[[dict[str, Any]], bool]) -> None:
    assert holds(gmail.get(f"messages/{gmail.insert(MAIL)}", fields=fields))


@pytest.mark.parametrize(
    "fields",
    ["wish", "payload/wish", "payload(", "payload)", "id,", ",", "()", "payload(id", "a/" * 100, "(" * 100, "*/wish", "id/x"],
)
def test_fields_that_are_none(gmail: Gmail, fields: str) -> None:
    error = gmail.get("messages/1", 400, fields=fields)["error"]
    assert error["message"] == "Request contains an invalid argument."
    assert "Cannot find matching fields" in error["details"][0]["fieldViolations"][0]["description"]


def test_partial_lists(full_gmail: Gmail) -> None:
    page = full_gmail.get("messages", maxResults=2, fields="messages/id,nextPageToken")
    assert set(page) == {"messages", "nextPageToken"}
    assert all(set(one) == {"id"} for one in page["messages"])


def test_the_document_of_this_host() -> None:
    own = localised("http://localhost:8025/")
    assert (own["rootUrl"], own["batchPath"], own["servicePath"]) == ("http://localhost:8025/", "batch", "")
    assert "googleapis" not in json.dumps(
        {key: value for key, value in own.items() if key in ("rootUrl", "baseUrl", "mtlsRootUrl")}
    )
    assert own["resources"] == document()["resources"]
