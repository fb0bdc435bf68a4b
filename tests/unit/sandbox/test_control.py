"""The control routes without a socket: what they do, and the sentence they refuse with."""

import json
from base64 import urlsafe_b64encode
from typing import Any

import pytest

from sandbox.control import Control
from sandbox.wire import Request
from tests.unit.sandbox.house import ADDRESS, House, house, value

MESSAGES = f"mailboxes/{ADDRESS}/messages"
TOPIC = "projects/p/topics/gmail"


def ask(sandbox: House, method: str, path: str, given: Any = None) -> tuple[int, Any]:
    path, _, query = path.partition("?")
    body = given if isinstance(given, bytes) else json.dumps({} if given is None else given).encode()
    request = Request(method, f"/sandbox/{path}", query, {"host": sandbox.host}, body)
    answer = Control(sandbox.service).answer(request, "127.0.0.1")
    return answer.status, value(answer)


def post(sandbox: House, path: str, given: Any = None, status: int = 200) -> Any:
    told, answer = ask(sandbox, "POST", path, given)
    assert told == status, answer
    return answer if status == 200 else answer["error"]


@pytest.fixture
def sandbox() -> House:
    return house()


class TestDelivery:
    @pytest.mark.parametrize(
        ("given", "sentence"),
        [
            ({}, "give a mail"),
            (b" \r\n", "give a mail"),
            ({"labels": ["INBOX"]}, "give a mail"),
            ({"raw": "no base64!"}, "raw is a mail in base64url"),
            ({"raw": "YWJjZ"}, "raw is a mail in base64url"),
            ({"raw": ""}, "raw is a mail in base64url"),
            ({"raw": 7}, "raw is a mail in base64url"),
            ({"raw": "YQ==", "subject": "x"}, "raw does not go together with subject"),
            ({"raw": "YQ==", "expected": "x"}, "expected is null, or an object with the texts amount, currency, direction"),
            ({"subject": "x", "labels": ["NOWHERE"]}, "labels is a list of ids"),
            ({"subject": 7}, "subject is a text"),
            ({"generate": 1, "labels": ["INBOX"]}, "generate does not go together with labels"),
            *(({"generate": one}, "generate is a whole number from 1") for one in (-1, 0, 100_000_000, 1.5, True, "2", None)),
        ],
    )
    def test_what_makes_no_mail_is_refused_and_nothing_is_delivered(self, sandbox: House, given: Any, sentence: str) -> None:
        assert post(sandbox, MESSAGES, given, 400).startswith(sentence)
        assert ask(sandbox, "GET", "mailboxes")[1]["mailboxes"][0]["messages"] == 5

    def test_labels_that_are_unknown_are_refused_of_a_mail_as_it_is_too(self, sandbox: House) -> None:
        assert post(sandbox, f"{MESSAGES}?labels=INBOX,NOWHERE", b"From: a@x\r\n\r\nhi", 400).startswith("labels is a list")

    def test_raw_generated_and_composed_mails_come_in(self, sandbox: House) -> None:
        raw = urlsafe_b64encode("From: a@x\r\nSubject: ÿ÷þ\r\n\r\nhi".encode()).decode()
        for given in ({"raw": raw}, {"raw": raw.rstrip("=")}, {"generate": 3}, {"subject": "x", "labels": ["SPAM"]}):
            post(sandbox, MESSAGES, given)
        newest = ask(sandbox, "GET", f"{MESSAGES}?limit=6")[1]["messages"]
        assert (newest[0]["labels"], newest[5]["subject"]) == (["SPAM"], "ÿ÷þ")

    @pytest.mark.parametrize("limit", ["x", "-1", "0", "", "1.5"])
    def test_a_limit_that_is_none(self, sandbox: House, limit: str) -> None:
        assert ask(sandbox, "GET", f"{MESSAGES}?limit={limit}") == (400, {"error": "limit is a whole number from 1"})


class TestMailboxes:
    @pytest.mark.parametrize(
        ("given", "sentence"),
        [
            *(({"email": one}, "email is an address") for one in (None, "", "nobody", "a@b@c", "a b@c", 7, "a/b@c", "@c")),
            ({}, "email is an address"),
            *(({"email": "a@x", "mails": one}, "mails is a whole number from 0 to 100000") for one in ("many", 1.5, -1, 1e9)),
            *(({"email": "a@x", "seed": one}, "seed is a whole number") for one in ("x", 1.5, None)),
        ],
    )
    def test_a_mailbox_that_cannot_be(self, sandbox: House, given: Any, sentence: str) -> None:
        assert post(sandbox, "mailboxes", given, 400).startswith(sentence)
        assert "a@x" not in sandbox.service.world

    def test_an_address_that_is_taken_in_any_case(self, sandbox: House) -> None:
        assert post(sandbox, "mailboxes", {"email": "User1@Sandbox.test"}, 409) == (
            "there is a mailbox User1@Sandbox.test already"
        )

    def test_a_mailbox_is_found_in_any_case(self, sandbox: House) -> None:
        assert ask(sandbox, "GET", "mailboxes/USER1@sandbox.test/ledger")[1]["email"] == ADDRESS

    @pytest.mark.parametrize("restore", ["x", 1, None])
    def test_only_a_clear_word_restores(self, sandbox: House, restore: Any) -> None:
        assert post(sandbox, f"mailboxes/{ADDRESS}/revoke", {"restore": restore}, 400) == "restore is not true or false"
        assert sandbox.call("profile").status == 200


class TestPush:
    def test_a_second_subscription_of_a_topic_moves_it(self, sandbox: House) -> None:
        for port in (1, 2):
            told = post(sandbox, "push", {"topic": TOPIC, "endpoint": f"http://127.0.0.1:{port}/push"})
        assert [one["pushConfig"]["pushEndpoint"] for one in told["subscriptions"]] == ["http://127.0.0.1:2/push"]
        (pulled,) = post(sandbox, "push", {"topic": TOPIC})["subscriptions"]
        assert pulled["pushConfig"] == {}

    def test_a_bad_endpoint_is_named_and_changes_nothing(self, sandbox: House) -> None:
        post(sandbox, "push", {"topic": TOPIC, "endpoint": "http://127.0.0.1:1/push"})
        before = ask(sandbox, "GET", "push")
        assert "http://example.com/" in post(sandbox, "push", {"topic": TOPIC, "endpoint": "http://example.com/"}, 400)
        assert "http://example.com/" in post(sandbox, "push", {"topic": f"{TOPIC}2", "endpoint": "http://example.com/"}, 400)
        assert ask(sandbox, "GET", "push") == before


class TestClients:
    @pytest.mark.parametrize("uri", ["http://evil.example/cb", "ftp://x/", "https://", "urn:x", "https://a.example/#x", 7])
    def test_a_redirect_uri_that_google_does_not_take(self, sandbox: House, uri: Any) -> None:
        sentence = post(sandbox, "oauth/clients", {"client_id": "c", "redirect_uris": ["https://a.example/cb", uri]}, 400)
        assert sentence.startswith(f"{uri} is no redirect URI")
        assert ask(sandbox, "GET", "oauth")[1]["clients"] == []

    def test_https_and_this_machine(self, sandbox: House) -> None:
        uris = ["https://a.example/cb", "http://localhost:8000/cb", "http://127.0.0.1/cb"]
        (client,) = post(sandbox, "oauth/clients", {"client_id": "c", "redirect_uris": uris})["clients"]
        assert client["redirect_uris"] == uris
