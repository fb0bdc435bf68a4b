"""labels.*: the labels of a mailbox, and how many messages carry each."""

from sandbox.calls import Call, Json
from sandbox.errors import GoogleError, invalid, not_found
from sandbox.labels import HIDDEN, SYSTEM, Label
from sandbox.mailbox import Mailbox


def labels_list(call: Call) -> Json:
    own = [_resource(label) for label in call.mailbox.book.own.values()]
    return {"labels": [*map(_system, SYSTEM), *own]}


def labels_get(call: Call) -> Json:
    label_id = call.arguments.path["id"]
    label = call.mailbox.book.own.get(label_id)
    if label is None and label_id not in SYSTEM:
        raise not_found()
    return {**(_resource(label) if label else _system(label_id)), **_counts(call.mailbox, label_id)}


def labels_create(call: Call) -> Json:
    given = call.json()
    return _resource(call.mailbox.book.create(_read(call.mailbox, given, Label("", "", "show", "labelShow"))))


def labels_update(call: Call) -> Json:
    return _rewritten(call, Label(call.arguments.path["id"], ""))


def labels_patch(call: Call) -> Json:
    return _rewritten(call, _own(call))


def labels_delete(call: Call) -> None:
    label = _own(call)
    mailbox = call.mailbox
    for index in range(len(mailbox)):
        if label.id in mailbox.labels(index):
            mailbox.change_labels(index, (), (label.id,))
    del mailbox.book.own[label.id]


def _rewritten(call: Call, base: Label) -> Json:
    """What the body does not name stays as `base` has it."""
    old = _own(call)
    label = _read(call.mailbox, call.json(), base, old.id)
    call.mailbox.book.own[old.id] = label
    return _resource(label)


def _own(call: Call) -> Label:
    label_id = call.arguments.path["id"]
    if label_id in SYSTEM:
        raise invalid("Invalid update request: a system label cannot be changed")
    label = call.mailbox.book.own.get(label_id)
    if label is None:
        raise not_found()
    return label


def _read(mailbox: Mailbox, given: Json, base: Label, own_id: str = "") -> Label:
    name = given.get("name") or base.name
    if not name.strip():
        raise invalid("Invalid label name")
    if mailbox.book.named(name) not in (None, own_id):
        raise GoogleError(409, "Label name exists or conflicts", "aborted")
    label_list = given.get("labelListVisibility") or base.label_list
    message_list = given.get("messageListVisibility") or base.message_list
    return Label(base.id, name.strip(), message_list, label_list, _colour(given, base.colour))


def _colour(given: Json, default: tuple[str, str] | None) -> tuple[str, str] | None:
    colour = given.get("color")
    if colour is None:
        return default
    if not (colour.get("textColor") and colour.get("backgroundColor")):
        raise invalid("Invalid label color: both textColor and backgroundColor are needed")
    return colour["backgroundColor"], colour["textColor"]


def _system(name: str) -> Json:
    answer: Json = {"id": name, "name": name}
    if name in HIDDEN:
        answer |= {"messageListVisibility": "hide", "labelListVisibility": "labelHide"}
    return {**answer, "type": "system"}


def _resource(label: Label) -> Json:
    answer: Json = {"id": label.id, "name": label.name}
    if label.message_list:
        answer["messageListVisibility"] = label.message_list
    if label.label_list:
        answer["labelListVisibility"] = label.label_list
    answer["type"] = "user"
    if label.colour:
        answer["color"] = {"backgroundColor": label.colour[0], "textColor": label.colour[1]}
    return answer


def _counts(mailbox: Mailbox, label_id: str) -> Json:
    """Messages and threads that carry it, and those of them that are unread."""
    messages, unread = 0, 0
    threads: set[int] = set()
    unread_threads: set[int] = set()
    for index in range(len(mailbox)):
        own = mailbox.labels(index)
        if label_id in own:
            thread = mailbox.conversations.thread_of(mailbox.ids[index])
            messages += 1
            threads.add(thread)
            if "UNREAD" in own:
                unread += 1
                unread_threads.add(thread)
    return {
        "messagesTotal": messages,
        "messagesUnread": unread,
        "threadsTotal": len(threads),
        "threadsUnread": len(unread_threads),
    }
