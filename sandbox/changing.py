"""The methods that change a mailbox: new mail, labels, trash, deletion."""

import re
from collections.abc import Iterable
from email.utils import formatdate, getaddresses

from sandbox.calls import Call, Json
from sandbox.delivered import NewMail
from sandbox.errors import GoogleError, invalid, not_found
from sandbox.getting import brief, id_of, index_of
from sandbox.mailbox import Mailbox
from sandbox.reading import read_headers, received_at
from sandbox.uploads import incoming

_FIXED = frozenset(("SENT", "DRAFT", "CHAT"))
_RECEIVED = ("UNREAD", "INBOX")
_BCC = re.compile(rb"^bcc[ \t]*:[^\n]*\n(?:[ \t][^\n]*\n)*", re.IGNORECASE | re.MULTILINE)
_MOST = 1000


def insert(call: Call) -> Json:
    return _put(call, "receivedTime")


def import_(call: Call) -> Json:
    return _put(call, "dateHeader")


def _put(call: Call, source: str) -> Json:
    """`source` is where the internalDate comes from when the call does not say."""
    raw, resource = incoming(call)
    if call.arguments.flag("deleted"):
        raise GoogleError(501, "The sandbox has no Vault: it does not serve deleted=true.", "notImplemented")
    at = call.now
    if call.arguments.one("internalDateSource", source) == "dateHeader":
        date = received_at(read_headers(raw).get("date", ""))
        at = date if date is not None and 0 <= date <= call.now else call.now
    labels = _labels(call.mailbox, _strings(resource, "labelIds"), frozenset())
    return brief(call.mailbox.add(NewMail.of(raw, labels, at, thread_id=thread_id_of(call.mailbox, resource))))


def send(call: Call) -> Json:
    raw, resource = incoming(call)
    return sent(call, raw, thread_id_of(call.mailbox, resource))


def sent(call: Call, raw: bytes, thread_id: int | None) -> Json:
    """In Sent, and in the Inbox of everybody it is for who has a mailbox here. Nothing leaves the sandbox."""
    headers = read_headers(raw)
    addresses = [
        address.lower() for _, address in getaddresses([headers.get(name, "") for name in ("to", "cc", "bcc")]) if address
    ]
    if not addresses:
        raise invalid("Recipient address required")
    own = call.mailbox.persona.address
    labels = ("UNREAD", "SENT", "INBOX") if own.lower() in addresses else ("SENT",)
    mail = signed(raw, call)
    for address in dict.fromkeys(addresses):
        other = call.others(address)
        if other is not None and other is not call.mailbox:
            other.history.pass_time(call.now)
            other.add(NewMail.of(_without_bcc(mail), _RECEIVED, call.now))
    return brief(call.mailbox.add(NewMail.of(mail, labels, call.now, thread_id=thread_id)))


def _without_bcc(raw: bytes) -> bytes:
    """Nobody learns who else was sent a copy unseen."""
    head, blank, body = raw.partition(b"\r\n\r\n") if b"\r\n\r\n" in raw else raw.partition(b"\n\n")
    return _BCC.sub(b"", head + blank[: len(blank) // 2]) + blank[len(blank) // 2 :] + body


def signed(raw: bytes, call: Call) -> bytes:
    """With the headers that Gmail adds to a mail without them."""
    headers = read_headers(raw)
    own = call.mailbox.persona
    missing = {
        "Date": formatdate(call.now),
        "Message-ID": f"<CA{call.mailbox.history_id:x}.{int(call.now * 1000):x}@mail.sandbox.test>",
        "From": f"{own.name} <{own.address}>",
    }
    added = "".join(f"{name}: {value}\r\n" for name, value in missing.items() if name.lower() not in headers)
    return added.encode() + raw


def thread_id_of(mailbox: Mailbox, resource: Json) -> int | None:
    asked = resource.get("threadId")
    if not asked:
        return None
    thread_id = id_of(str(asked))
    if not mailbox.thread(thread_id):
        raise not_found()
    return thread_id


def modify(call: Call) -> Json:
    add, remove = _changes(call.mailbox, call.json())
    return _changed(call.mailbox, index_of(call.mailbox, call.arguments.path["id"]), add, remove)


def trash(call: Call) -> Json:
    return _changed(call.mailbox, index_of(call.mailbox, call.arguments.path["id"]), ("TRASH",), ("INBOX",))


def untrash(call: Call) -> Json:
    return _changed(call.mailbox, index_of(call.mailbox, call.arguments.path["id"]), (), ("TRASH",))


def delete(call: Call) -> None:
    call.mailbox.delete(index_of(call.mailbox, call.arguments.path["id"]))


def batch_modify(call: Call) -> None:
    """Ids that are not there are passed over."""
    body = call.json()
    add, remove = _changes(call.mailbox, body)
    for index in _present(call.mailbox, body):
        call.mailbox.change_labels(index, add, remove)


def batch_delete(call: Call) -> None:
    ids = [call.mailbox.ids[index] for index in _present(call.mailbox, call.json())]
    _delete_all(call.mailbox, ids)


def _present(mailbox: Mailbox, body: Json) -> list[int]:
    ids = _strings(body, "ids")
    if not ids:
        raise invalid("No message ids specified")
    if len(ids) > _MOST:
        raise invalid(f"Too many message ids specified: {len(ids)}, at most {_MOST}")
    found = (mailbox.index(id_of(one)) for one in dict.fromkeys(ids) if len(one) <= 16)
    return [index for index in found if index is not None]


def threads_modify(call: Call) -> Json:
    return _thread_changed(call, *_changes(call.mailbox, call.json()))


def threads_trash(call: Call) -> Json:
    return _thread_changed(call, ("TRASH",), ("INBOX",))


def threads_untrash(call: Call) -> Json:
    return _thread_changed(call, (), ("TRASH",))


def threads_delete(call: Call) -> None:
    _delete_all(call.mailbox, list(_members(call)))


def _thread_changed(call: Call, add: Iterable[str], remove: Iterable[str]) -> Json:
    add, remove = tuple(add), tuple(remove)
    messages = [_changed(call.mailbox, index_of(call.mailbox, f"{one:x}"), add, remove) for one in _members(call)]
    return {"id": messages[0]["threadId"], "messages": messages}


def _members(call: Call) -> list[int]:
    members = call.mailbox.thread(id_of(call.arguments.path["id"]))
    if not members:
        raise not_found()
    return list(members)


def _delete_all(mailbox: Mailbox, ids: Iterable[int]) -> None:
    for one in ids:
        index = mailbox.index(one)
        if index is not None:
            mailbox.delete(index)


def _changed(mailbox: Mailbox, index: int, add: Iterable[str], remove: Iterable[str]) -> Json:
    mailbox.change_labels(index, add, remove)
    return brief(mailbox.message(index))


def _changes(mailbox: Mailbox, body: Json) -> tuple[tuple[str, ...], tuple[str, ...]]:
    add = _labels(mailbox, _strings(body, "addLabelIds"), _FIXED)
    remove = _labels(mailbox, _strings(body, "removeLabelIds"), _FIXED)
    if not add and not remove:
        raise invalid("No label add or removes specified")
    both = set(add) & set(remove)
    if both:
        raise invalid(f"Cannot both add and remove the same label: {min(both)}")
    return add, remove


def _labels(mailbox: Mailbox, asked: list[str], refused: frozenset[str]) -> tuple[str, ...]:
    for one in asked:
        if one not in mailbox.book or one in refused:
            raise invalid(f"Invalid label: {one}")
    return tuple(dict.fromkeys(asked))


def _strings(body: Json, name: str) -> list[str]:
    found: list[str] = body.get(name) or []
    return found
