"""The methods: a mailbox and a call's arguments in, the JSON value of the answer out. Refusals are raised."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping

from sandbox import labels, payload
from sandbox.calls import Call, Json, Method
from sandbox.discovery import Arguments
from sandbox.errors import invalid, not_found
from sandbox.mailbox import Change, Mailbox, Message
from sandbox.search import Search, parse

_HIDDEN = frozenset(("SPAM", "TRASH"))
# A page token hides the id it goes on from; Gmail's own are twenty digits too.
_MASK = 0x5DEECE66D1CE4E5B


def profile(call: Call) -> Json:
    mailbox, count = call.mailbox, len(call.mailbox)
    return {
        "emailAddress": mailbox.persona.address,
        "messagesTotal": count,
        "threadsTotal": count - mailbox.conversations.surplus(),
        "historyId": str(mailbox.history_id),
    }


def labels_list(_: Call) -> Json:
    return {"labels": [{"id": name, "name": name, "type": "system"} for name in labels.SYSTEM]}


def messages_list(call: Call) -> Json:
    arguments = call.arguments
    search = parse(arguments.one("q"), call.now)
    size = _page_size(arguments)
    found = _listed(call.mailbox, search, arguments)
    page = [message for message, _ in zip(found, range(size), strict=False)]
    if not page:
        return {"resultSizeEstimate": 0}
    answer: Json = {"messages": [{"id": one.hex_id, "threadId": one.thread_hex_id} for one in page], "resultSizeEstimate": 201}
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
        own = mailbox.labels(index)
        if not wanted.issubset(own) or (not everywhere and not _HIDDEN.isdisjoint(own)):
            continue
        message = mailbox.message(index)
        if search.accepts(message):
            yield message


def messages_get(call: Call) -> Json:
    mailbox, arguments = call.mailbox, call.arguments
    index = _index(mailbox, arguments.path["id"])
    message = mailbox.message(index)
    mail = message.mail()
    style = arguments.one("format", "full").lower()
    answer: Json = {
        "id": message.hex_id,
        "threadId": message.thread_hex_id,
        "labelIds": list(message.labels),
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


def attachments_get(call: Call) -> Json:
    mailbox, arguments = call.mailbox, call.arguments
    message = mailbox.message(_index(mailbox, arguments.path["messageId"]))
    body = payload.attachment(message.mail(), message.hex_id, arguments.path["id"])
    if body is None:
        raise invalid("Invalid attachment token")
    return {"size": len(body), "data": payload.b64(body)}


def history_list(call: Call) -> Json:
    mailbox, arguments = call.mailbox, call.arguments
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
    ids = {"id": hex_id, "threadId": f"{change.thread_id:016x}"}
    key = "messagesAdded" if change.kind == "messageAdded" else "messagesDeleted"
    return {"id": str(change.history_id), "messages": [ids], key: [{"message": {**ids, "labelIds": list(change.labels)}}]}


METHODS: Mapping[str, Method] = {
    "getProfile": profile,
    "labels.list": labels_list,
    "messages.list": messages_list,
    "messages.get": messages_get,
    "messages.attachments.get": attachments_get,
    "history.list": history_list,
}
