"""The methods: a mailbox and a call's arguments in, the JSON value of the answer out. Refusals are raised."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from typing import Any

from sandbox import payload
from sandbox.discovery import Arguments
from sandbox.errors import invalid, not_found
from sandbox.mailbox import Change, Mailbox, Message
from sandbox.search import Search, parse

Json = dict[str, Any]
Method = Callable[[Mailbox, Arguments, float], Json]

_HIDDEN = frozenset(("SPAM", "TRASH"))
_SYSTEM_LABELS = (
    "CHAT", "SENT", "INBOX", "IMPORTANT", "TRASH", "DRAFT", "SPAM", "CATEGORY_FORUMS", "CATEGORY_UPDATES", "CATEGORY_PERSONAL",
    "CATEGORY_PROMOTIONS", "CATEGORY_SOCIAL", "STARRED", "UNREAD",
)  # fmt: skip
# A page token hides the id it goes on from; Gmail's own are twenty digits too.
_MASK = 0x5DEECE66D1CE4E5B


def profile(mailbox: Mailbox, _: Arguments, __: float) -> Json:
    count = len(mailbox)
    return {
        "emailAddress": mailbox.persona.address,
        "messagesTotal": count,
        "threadsTotal": count,
        "historyId": str(mailbox.history_id),
    }


def labels_list(_: Mailbox, __: Arguments, ___: float) -> Json:
    return {"labels": [{"id": name, "name": name, "type": "system"} for name in _SYSTEM_LABELS]}


def messages_list(mailbox: Mailbox, arguments: Arguments, now: float) -> Json:
    search = parse(arguments.one("q"), now)
    size = _page_size(arguments)
    found = _listed(mailbox, search, arguments)
    page = [message for message, _ in zip(found, range(size), strict=False)]
    if not page:
        return {"resultSizeEstimate": 0}
    answer: Json = {"messages": [{"id": one.hex_id, "threadId": one.hex_id} for one in page], "resultSizeEstimate": 201}
    if next(found, None) is not None:
        answer["nextPageToken"] = f"{page[-1].id ^ _MASK:020d}"
    return answer


def _page_size(arguments: Arguments) -> int:
    return min(max(arguments.number("maxResults", 100), 1), 500)


def _position(arguments: Arguments) -> int | None:
    """The id which the page before ended with: mail that arrives meanwhile shifts nothing."""
    token = arguments.one("pageToken")
    if not token:
        return None
    if not token.isdigit():
        raise invalid("Invalid pageToken", "pageToken")
    return int(token) ^ _MASK


def _listed(mailbox: Mailbox, search: Search, arguments: Arguments) -> Iterator[Message]:
    """Newest first."""
    wanted = set(arguments.all("labelIds"))
    everywhere = search.everywhere or arguments.flag("includeSpamTrash") or bool(wanted & _HIDDEN)
    position = _position(arguments)
    end = bisect_left(mailbox.times, search.until)
    end = end if position is None else min(end, bisect_left(mailbox.ids, position))
    for index in range(end - 1, bisect_left(mailbox.times, search.since) - 1, -1):
        labels = mailbox.labels(index)
        if not wanted.issubset(labels) or (not everywhere and not _HIDDEN.isdisjoint(labels)):
            continue
        message = mailbox.message(index)
        if search.accepts(message):
            yield message


def messages_get(mailbox: Mailbox, arguments: Arguments, _: float) -> Json:
    index = _index(mailbox, arguments.path["id"])
    message = mailbox.message(index)
    mail = message.mail()
    style = arguments.one("format", "full").lower()
    answer: Json = {
        "id": message.hex_id,
        "threadId": message.hex_id,
        "labelIds": list(message.source.labels),
        "snippet": payload.snippet(mail),
    }
    if style == "full":
        answer["payload"] = payload.full(mail, message.hex_id)
    elif style == "metadata":
        answer["payload"] = payload.metadata(mail, arguments.all("metadataHeaders"))
    elif style == "raw":
        answer["raw"] = payload.b64(message.raw) if message.raw is not None else payload.raw(mail)
    answer["sizeEstimate"] = len(message.raw) if message.raw is not None else payload.size_estimate(mail)
    answer["historyId"] = str(message.history_id)
    answer["internalDate"] = str(int(message.seed.received * 1000))
    mailbox.fetches[index] += 1
    return answer


def _index(mailbox: Mailbox, hex_id: str) -> int:
    try:
        message_id = int(hex_id, 16)
    except ValueError as error:
        raise invalid("Invalid id value") from error
    index = mailbox.index(message_id) if len(hex_id) <= 16 else None
    if index is None:
        raise not_found()
    return index


def attachments_get(mailbox: Mailbox, arguments: Arguments, _: float) -> Json:
    message = mailbox.message(_index(mailbox, arguments.path["messageId"]))
    body = payload.attachment(message.mail(), message.hex_id, arguments.path["id"])
    if body is None:
        raise invalid("Invalid attachment token")
    return {"size": len(body), "data": payload.b64(body)}


def history_list(mailbox: Mailbox, arguments: Arguments, _: float) -> Json:
    given = arguments.one("startHistoryId")
    if not given:
        raise invalid("Missing required parameter: startHistoryId", "startHistoryId")
    start = int(given)
    if not mailbox.oldest_history_id <= start <= mailbox.history_id:
        raise not_found()
    start = max(start, _position(arguments) or 0)
    size = _page_size(arguments)
    changes = mailbox.changes[bisect_right(mailbox.changes, start, key=lambda change: change.history_id) :]
    answer: Json = {"historyId": str(mailbox.history_id)}
    # A page is cut before the filter, as Gmail cuts it: it can hold a token and no history.
    records = [_record(change) for change in changes[:size] if _wanted(change, arguments)]
    if records:
        answer["history"] = records
    if len(changes) > size:
        answer["nextPageToken"] = f"{changes[size - 1].history_id ^ _MASK:020d}"
    return answer


def _wanted(change: Change, arguments: Arguments) -> bool:
    kinds, label = arguments.all("historyTypes"), arguments.one("labelId")
    return (not kinds or change.kind in kinds) and (not label or label in change.labels)


def _record(change: Change) -> Json:
    hex_id = f"{change.message_id:016x}"
    ids = {"id": hex_id, "threadId": hex_id}
    key = "messagesAdded" if change.kind == "messageAdded" else "messagesDeleted"
    return {"id": str(change.history_id), "messages": [ids], key: [{"message": {**ids, "labelIds": list(change.labels)}}]}


METHODS: dict[str, Method] = {
    "getProfile": profile,
    "labels.list": labels_list,
    "messages.list": messages_list,
    "messages.get": messages_get,
    "messages.attachments.get": attachments_get,
    "history.list": history_list,
}
