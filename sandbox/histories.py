"""history.list: what changed since a cursor."""

from sandbox.calls import Call, Json
from sandbox.chronicle import Change
from sandbox.errors import invalid, not_found
from sandbox.listing import page_size, position, token_of

# Change.kind: the record's key, and whether it names the labels that changed.
_KEYS = {
    "messageAdded": ("messagesAdded", False),
    "messageDeleted": ("messagesDeleted", False),
    "labelAdded": ("labelsAdded", True),
    "labelRemoved": ("labelsRemoved", True),
}


def history_list(call: Call) -> Json:
    mailbox = call.mailbox
    given = call.arguments.one("startHistoryId")
    if not given:
        raise invalid("Missing required parameter: startHistoryId", "startHistoryId")
    start = int(given)
    if not mailbox.history.oldest <= start <= mailbox.history_id:
        raise not_found()
    start = max(start, position(call) or 0)
    size = page_size(call)
    changes = mailbox.history.since(start)
    answer: Json = {"historyId": str(mailbox.history_id)}
    # A page is cut before the filter, as Gmail cuts it: it can hold a token and no history.
    records = [_record(change) for change in changes[:size] if _wanted(change, call)]
    if records:
        answer["history"] = records
    if len(changes) > size:
        answer["nextPageToken"] = token_of(changes[size - 1].history_id)
    return answer


def _wanted(change: Change, call: Call) -> bool:
    kinds, label = call.arguments.all("historyTypes"), call.arguments.one("labelId")
    return (not kinds or change.kind in kinds) and (not label or label in change.labels or label in change.changed)


def _record(change: Change) -> Json:
    ids = {"id": f"{change.message_id:016x}", "threadId": f"{change.thread_id:016x}"}
    key, names_labels = _KEYS[change.kind]
    entry: Json = {"message": {**ids, "labelIds": list(change.labels)} if change.labels else ids}
    if names_labels:
        entry["labelIds"] = list(change.changed)
    return {"id": str(change.history_id), "messages": [ids], key: [entry]}
