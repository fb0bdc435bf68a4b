"""A client that only follows the history knows at every moment what a client that lists everything would find."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some

from tests.unit.sandbox.conftest import Gmail, checked, gmail_of
from tests.unit.sandbox.test_history import cursor, everything
from tests.unit.sandbox.test_messages import MAIL, reply

LABELS = ("STARRED", "UNREAD", "INBOX", "SPAM", "TRASH")
ACTIONS = some.tuples(
    some.sampled_from(("insert", "reply", "generate", "add", "remove", "trash", "delete", "batchDelete", "thread", "follow")),
    some.integers(0, 1 << 16),
    some.sampled_from(LABELS),
)
Replica = dict[str, frozenset[str]]


def change(gmail: Gmail, what: str, number: int, label: str) -> None:
    ids = [f"{one:016x}" for one in gmail.mailbox.ids]
    if what in ("insert", "reply"):
        gmail.now += number % 3
        gmail.insert(MAIL if what == "insert" else reply(number), (label,))
    elif what == "generate":
        gmail.mailbox.generate(1 + number % 3, gmail.now)
    elif ids:
        _change_one(gmail, what, ids[number % len(ids)], label)


def _change_one(gmail: Gmail, what: str, message_id: str, label: str) -> None:
    if what in ("add", "remove"):
        gmail.post(f"messages/{message_id}/modify", {f"{what}LabelIds": [label]})
    elif what == "trash":
        gmail.post(f"messages/{message_id}/trash")
    elif what == "delete":
        gmail.send("DELETE", f"messages/{message_id}")
    elif what == "batchDelete":
        gmail.send("POST", "messages/batchDelete", json.dumps({"ids": [message_id, message_id]}).encode())
    elif what == "thread":
        thread = gmail.get(f"messages/{message_id}", format="minimal")["threadId"]
        gmail.post(f"threads/{thread}/modify", {"addLabelIds": [label]})


def listed(gmail: Gmail) -> Replica:
    found = gmail.get("messages", maxResults=500, includeSpamTrash="true").get("messages", ())
    messages = [gmail.get(f"messages/{one['id']}", format="minimal") for one in found]
    return {one["id"]: frozenset(one.get("labelIds", ())) for one in messages}


def follow(gmail: Gmail, replica: Replica, start: str) -> str:
    """Apply what happened since the cursor; gives the next one."""
    pages = everything(gmail, start, maxResults=3)
    for record in (one for page in pages for one in page.get("history", ())):
        for kind, entries in record.items():
            if isinstance(entries, list) and kind != "messages":
                _apply(replica, kind, entries)
    return str(pages[-1]["historyId"])


def _apply(replica: Replica, kind: str, entries: list[dict[str, Any]]) -> None:
    for entry in entries:
        message, labels = entry["message"], frozenset(entry.get("labelIds", ()))
        own = replica.get(message["id"], frozenset())
        if kind == "messagesDeleted":
            del replica[message["id"]]
        elif kind == "messagesAdded":
            assert message["id"] not in replica
            replica[message["id"]] = frozenset(message.get("labelIds", ()))
        else:
            replica[message["id"]] = own | labels if kind == "labelsAdded" else own - labels
            assert replica[message["id"]] == frozenset(message.get("labelIds", ()))


@settings(max_examples=100, derandomize=True, deadline=None)
@given(some.lists(ACTIONS, max_size=40))
def test_a_replica_never_drifts(actions: list[tuple[str, int, str]]) -> None:
    for gmail in checked(gmail_of(3)):
        replica, start = listed(gmail), cursor(gmail)
        for what, number, label in actions:
            if what == "follow":
                start = follow(gmail, replica, start)
                assert replica == listed(gmail)
            else:
                change(gmail, what, number, label)
        follow(gmail, replica, start)
        assert replica == listed(gmail)
        assert gmail.get("profile")["messagesTotal"] == len(replica)
