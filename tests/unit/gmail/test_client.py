import logging
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from app.errors import (
    GmailError,
    GmailRefused,
    GrantRevoked,
    HistoryExpired,
    MailboxGone,
    ProjectStopped,
    Throttled,
    TransientFault,
)
from app.gmail.client import GmailClient
from app.gmail.discovery import describe
from app.gmail.port import Gmail, HistoryPage, IdPage, Profile
from app.gmail.transport import Answer
from tests.unit.gmail.wire import FixedTokens, Reply, ScriptedTransport, answering, ids, json_answer, refusal, settings

AFTER = datetime(2026, 5, 1, 12, 30, 15, 900_000, tzinfo=timezone(timedelta(hours=5, minutes=30)))
PROFILE = {"emailAddress": "a@b.test", "historyId": "18446744073709551615"}


def client(*replies: Reply, tokens: FixedTokens | None = None) -> tuple[GmailClient, ScriptedTransport]:
    wire = ScriptedTransport(*replies)
    return GmailClient(tokens or FixedTokens(), settings(), wire), wire


def test_the_profile_holds_a_64_bit_cursor() -> None:
    gmail, wire = client(json_answer(PROFILE))
    assert gmail.profile() == Profile("a@b.test", 2**64 - 1)
    assert wire.sent[0].url.startswith("http://gmail.test/gmail/v1/users/me/profile?")
    assert (wire.sent[0].method, wire.sent[0].body, wire.sent[0].token) == ("GET", None, "token-0")


def test_a_page_of_ids_asks_from_the_second_on() -> None:
    gmail, wire = client(json_answer({"messages": [{"id": "b", "threadId": "t"}, {"id": "a"}], "nextPageToken": "p2"}))
    assert gmail.list_ids(after=AFTER, page_token="p1") == IdPage(("b", "a"), "p2")
    asked = parse_qs(urlsplit(wire.sent[0].url).query)
    assert asked["q"] == [f"after:{int(AFTER.timestamp())}"]
    assert (asked["maxResults"], asked["pageToken"]) == (["500"], ["p1"])


def test_an_empty_mailbox_has_no_messages_key() -> None:
    gmail, wire = client(json_answer({"resultSizeEstimate": 0}))
    assert gmail.list_ids(after=AFTER, page_token=None) == IdPage((), None)
    assert "pageToken" not in wire.sent[0].url


def test_a_moment_without_a_zone_is_refused() -> None:
    gmail, _ = client(json_answer({}))
    with pytest.raises(ValueError, match="time zone"):
        gmail.list_ids(after=AFTER.replace(tzinfo=None), page_token=None)


def test_a_history_page_names_each_added_message_once() -> None:
    def added(message_id: str, *labels: str) -> dict[str, Any]:
        return {"message": {"id": message_id, "threadId": "t", "labelIds": list(labels)}}

    records = [
        {"id": "1", "messages": [{"id": "x"}], "messagesAdded": [added("a", "INBOX"), added("b")]},
        {"id": "2", "labelsAdded": [added("c")]},
        {"id": "3", "messagesAdded": [added("a"), added("d", "SPAM"), added("e", "UNREAD", "TRASH"), added("f")]},
    ]
    gmail, wire = client(json_answer({"history": records, "nextPageToken": "n", "historyId": "77"}))
    assert gmail.list_added(start_history_id=5, page_token=None) == HistoryPage(("a", "b", "f"), "n", 77)
    asked = parse_qs(urlsplit(wire.sent[0].url).query)
    assert (asked["startHistoryId"], asked["historyTypes"]) == (["5"], ["messageAdded", "labelRemoved"])


def test_what_is_taken_out_of_spam_or_trash_is_as_good_as_new() -> None:
    def removed(message_id: str, label: str, *left: str) -> dict[str, Any]:
        return {"labelsRemoved": [{"message": {"id": message_id, "labelIds": list(left)}, "labelIds": [label]}]}

    back = [removed("a", "SPAM", "INBOX"), removed("b", "TRASH"), removed("c", "SPAM", "TRASH")]
    read = [removed("d", "UNREAD", "INBOX"), removed("e", "INBOX", "SPAM")]
    gmail, _ = client(json_answer({"history": [*back, *read], "historyId": "77"}))
    assert gmail.list_added(start_history_id=5, page_token=None) == HistoryPage(("a", "b"), None, 77)


def test_a_history_page_may_be_empty_and_have_a_next_one() -> None:
    gmail, _ = client(json_answer({"nextPageToken": "n", "historyId": "77"}))
    assert gmail.list_added(start_history_id=5, page_token="m") == HistoryPage((), "n", 77)


@pytest.mark.parametrize(
    ("answer", "error", "detail"),
    [
        (refusal(429, "rateLimitExceeded"), Throttled, "http_429"),
        (refusal(403, "dailyLimitExceeded"), ProjectStopped, "daily_limit"),
        (refusal(403, "insufficientPermissions"), GrantRevoked, "insufficient_permissions"),
        (refusal(400, "invalidArgument"), GmailRefused, "http_400"),
        (refusal(400, "failedPrecondition"), TransientFault, "http_400"),
        (refusal(400, "failedPrecondition", "Mail service not enabled"), MailboxGone, "mail_not_enabled"),
        (refusal(503), TransientFault, "http_503"),
        (TransientFault("timeout"), TransientFault, "timeout"),
        (Answer(200, {}, b"<html>"), TransientFault, "unexpected_answer"),
        (Answer(200, {}, b"[]"), TransientFault, "unexpected_answer"),
        (Answer(200, {}, b'{"messages": [7], "history": 7}'), TransientFault, "unexpected_answer"),
        (Answer(200, {}, b"{", torn="connection"), TransientFault, "connection"),
        (Answer(404, {}, b"<html>"), TransientFault, "http_404"),
    ],
)
def test_single_calls_raise_by_the_table(answer: Reply, error: type[GmailError], detail: str) -> None:
    gmail, _ = client(answer)
    calls: list[Callable[[], object]] = [
        gmail.profile,
        lambda: gmail.list_ids(after=AFTER, page_token=None),
        lambda: gmail.list_added(start_history_id=1, page_token=None),
    ]
    for call in calls:
        with pytest.raises(error) as raised:
            call()
        assert raised.value.detail == detail


def test_a_wait_that_gmail_asks_for_is_passed_on() -> None:
    gmail, _ = client(refusal(429, headers={"retry-after": "12"}))
    with pytest.raises(Throttled) as raised:
        gmail.profile()
    assert raised.value.retry_after_seconds == 12


def test_a_404_means_what_was_asked_for() -> None:
    gmail, _ = client(refusal(404, "notFound"))
    with pytest.raises(HistoryExpired):
        gmail.list_added(start_history_id=1, page_token=None)
    with pytest.raises(MailboxGone):
        gmail.profile()
    with pytest.raises(MailboxGone):
        gmail.list_ids(after=AFTER, page_token=None)


def test_a_401_is_replayed_once_with_a_newer_token() -> None:
    tokens = FixedTokens()
    gmail, wire = client(refusal(401), json_answer(PROFILE), tokens=tokens)
    assert gmail.profile().email_address == "a@b.test"
    assert tokens.rejected == ["token-0"]
    assert [sent.token for sent in wire.sent] == ["token-0", "token-1"]
    gmail.profile()
    assert wire.sent[-1].token == "token-1"


def test_a_second_401_is_a_lost_grant() -> None:
    gmail, wire = client(refusal(401))
    with pytest.raises(GrantRevoked) as raised:
        gmail.profile()
    assert (raised.value.code, raised.value.detail) == ("needs_reconnect", "http_401")
    assert len(wire.sent) == 2


def test_a_lost_grant_at_the_refresh_is_raised_as_it_is() -> None:
    gmail, _ = client(refusal(401), tokens=FixedTokens(["token-0", GrantRevoked("revoked")]))
    with pytest.raises(GrantRevoked) as raised:
        gmail.profile()
    assert raised.value.detail == "revoked"


def test_the_client_is_the_port() -> None:
    gmail, _ = client(json_answer(PROFILE))
    port: Gmail = gmail
    port.close()


def test_nothing_secret_is_logged_or_quoted(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    canary = "canary-7f3a"
    gmail, _ = client(refusal(400, "invalidArgument", canary), tokens=FixedTokens([canary]))
    with pytest.raises(GmailRefused) as raised:
        gmail.profile()
    assert canary not in f"{raised.value!r} {raised.value.detail}"
    gmail, _ = client(answering(), tokens=FixedTokens([canary]))
    gmail.fetch(ids(3), deadline_seconds=5)
    assert canary not in caplog.text
    assert "body of" not in caplog.text


@pytest.mark.parametrize("root", ["https://gmail.googleapis.com/", "http://127.0.0.1:8081/", "http://[::1]:8081/"])
def test_every_address_is_below_the_root(root: str) -> None:
    description = describe(root)
    calls = (description.profile(), description.list_messages("after:1", None), description.list_history(1, None))
    assert all(call.url.startswith(f"{root}gmail/v1/users/me/") for call in calls)
    assert description.batch_url == f"{root}batch/gmail/v1"
    assert description.message_path("18c0").startswith("/gmail/v1/users/me/messages/18c0?")
    assert describe(root) is description
