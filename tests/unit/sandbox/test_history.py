"""history.list: what changed since a cursor."""

from typing import Any

import pytest

from tests.unit.sandbox.conftest import Gmail
from tests.unit.sandbox.test_messages import MAIL
from tests.unit.sandbox.test_search import DAY


def everything(gmail: Gmail, start: str, **query: Any) -> list[dict[str, Any]]:
    """The pages that follow a cursor, each as it came."""
    pages: list[dict[str, Any]] = []
    token: dict[str, Any] = {}
    while True:
        pages.append(gmail.get("history", startHistoryId=start, **query, **token))
        if "nextPageToken" not in pages[-1]:
            return pages
        token = {"pageToken": pages[-1]["nextPageToken"]}


def cursor(gmail: Gmail) -> str:
    return str(gmail.get("profile")["historyId"])


def test_nothing_new_has_no_history_key(gmail: Gmail) -> None:
    start = cursor(gmail)
    assert gmail.get("history", startHistoryId=start) == {"historyId": start}


def test_every_kind_of_change(gmail: Gmail) -> None:
    start = cursor(gmail)
    message_id = gmail.insert(MAIL, ("INBOX",))
    gmail.post(f"messages/{message_id}/modify", {"addLabelIds": ["STARRED"], "removeLabelIds": ["INBOX"]})
    gmail.post(f"messages/{message_id}/modify", {"addLabelIds": ["STARRED"]})
    gmail.send("DELETE", f"messages/{message_id}")
    ids = {"id": message_id, "threadId": message_id}
    records = gmail.get("history", startHistoryId=start)["history"]
    assert [{key: value for key, value in one.items() if key != "id"} for one in records] == [
        {"messages": [ids], "messagesAdded": [{"message": {**ids, "labelIds": ["INBOX"]}}]},
        {"messages": [ids], "labelsAdded": [{"message": {**ids, "labelIds": ["INBOX", "STARRED"]}, "labelIds": ["STARRED"]}]},
        {"messages": [ids], "labelsRemoved": [{"message": {**ids, "labelIds": ["STARRED"]}, "labelIds": ["INBOX"]}]},
        {"messages": [ids], "messagesDeleted": [{"message": {**ids, "labelIds": ["STARRED"]}}]},
    ]
    history_ids = [int(one["id"]) for one in records]
    assert history_ids == sorted(history_ids)
    assert gmail.get("history", startHistoryId=history_ids[1])["history"] == records[2:]
    assert gmail.get("history", startHistoryId=start)["historyId"] == records[-1]["id"] == cursor(gmail)


def test_types_and_labels(gmail: Gmail) -> None:
    start = cursor(gmail)
    inbox, starred = gmail.insert(MAIL, ("INBOX",)), gmail.insert(MAIL, ("STARRED",))
    gmail.post(f"messages/{inbox}/modify", {"removeLabelIds": ["INBOX"]})

    def kinds(**query: Any) -> list[str]:
        records = gmail.get("history", startHistoryId=start, **query).get("history", ())
        return [next(key for key in one if key not in ("id", "messages")) for one in records]

    assert kinds(historyTypes="messageAdded") == ["messagesAdded"] * 2
    assert kinds(historyTypes=["labelRemoved", "labelAdded"]) == ["labelsRemoved"]
    assert kinds(labelId="INBOX") == ["messagesAdded", "labelsRemoved"]
    assert kinds(labelId="STARRED", historyTypes="messageAdded") == ["messagesAdded"]
    assert kinds(historyTypes="messageDeleted") == []
    assert gmail.get(f"messages/{starred}")["labelIds"] == ["STARRED"]


def test_a_page_may_hold_a_token_and_no_history(gmail: Gmail) -> None:
    start = cursor(gmail)
    message_id = gmail.insert(MAIL)
    for _ in range(6):
        gmail.post(f"messages/{message_id}/modify", {"addLabelIds": ["STARRED"]})
        gmail.post(f"messages/{message_id}/modify", {"removeLabelIds": ["STARRED"]})
    last = gmail.insert(MAIL)
    pages = everything(gmail, start, historyTypes="messageAdded", maxResults=5)
    assert [len(page.get("history", ())) for page in pages] == [1, 0, 1]
    assert "history" not in pages[1]
    added = [one["messagesAdded"][0]["message"]["id"] for page in pages for one in page.get("history", ())]
    assert added == [message_id, last]


def test_the_last_week_of_a_generated_mailbox(full_gmail: Gmail) -> None:
    start = full_gmail.mailbox.history.oldest
    records = [one for page in everything(full_gmail, str(start), maxResults=5) for one in page.get("history", ())]
    recent = full_gmail.get("messages", q="newer_than:7d", maxResults=500)["messages"]
    assert {one["messagesAdded"][0]["message"]["id"] for one in records} == {one["id"] for one in recent}


def test_a_cursor_lasts_for_a_week(gmail: Gmail) -> None:
    start = cursor(gmail)
    gmail.insert(MAIL)
    gmail.now += 6 * DAY
    later = cursor(gmail)
    assert len(gmail.get("history", startHistoryId=start)["history"]) == 1
    gmail.now += 8 * DAY
    gmail.get("history", 404, startHistoryId=start)
    assert gmail.get("history", startHistoryId=later) == {"historyId": later}


def test_a_change_is_forgotten_after_a_week_also_when_nobody_asked_meanwhile(gmail: Gmail) -> None:
    start = cursor(gmail)
    gmail.now += 600
    gmail.insert(MAIL)
    gmail.now += 8 * DAY
    gmail.get("history", 404, startHistoryId=start)


def test_too_old_a_cursor(full_gmail: Gmail) -> None:
    start = cursor(full_gmail)
    full_gmail.mailbox.history.expire()
    error = full_gmail.get("history", 404, startHistoryId=start)["error"]
    assert error["errors"][0]["reason"] == "notFound"
    assert full_gmail.get("history", startHistoryId=cursor(full_gmail)) == {"historyId": cursor(full_gmail)}
    full_gmail.get("history", 404, startHistoryId=int(cursor(full_gmail)) + 1)


@pytest.mark.parametrize("query", [{}, {"startHistoryId": ""}, {"startHistoryId": "x"}, {"startHistoryId": -5}])
def test_a_cursor_is_needed(gmail: Gmail, query: dict[str, Any]) -> None:
    assert "startHistoryId" in gmail.refusal("history", **query)


def test_unknown_types_are_refused(gmail: Gmail) -> None:
    assert "historyTypes" in gmail.refusal("history", startHistoryId=cursor(gmail), historyTypes="everything")


def test_whoever_listens_hears_each_change_once(gmail: Gmail) -> None:
    heard: list[tuple[str, int]] = []
    gmail.service.world.listeners.append(lambda _, change: heard.append((change.kind, change.history_id)))
    start = cursor(gmail)
    message_id = gmail.insert(MAIL)
    gmail.post(f"messages/{message_id}/trash")
    gmail.mailbox.generate(2, gmail.now)
    assert [kind for kind, _ in heard] == ["messageAdded", "labelAdded", "labelRemoved", "messageAdded", "messageAdded"]
    assert [str(history_id) for _, history_id in heard] == [
        one["id"] for one in gmail.get("history", startHistoryId=start)["history"]
    ]
