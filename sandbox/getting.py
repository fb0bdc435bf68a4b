"""messages.get, threads.get and attachments.get."""

import re
from collections.abc import Sequence

from sandbox import payload
from sandbox.calls import Call, Json
from sandbox.errors import invalid, not_found
from sandbox.mailbox import Mailbox
from sandbox.message import Message

_HEX = re.compile(r"[0-9A-Fa-f]+")


def messages_get(call: Call) -> Json:
    index = index_of(call.mailbox, call.arguments.path["id"])
    call.mailbox.fetches[index] += 1
    arguments = call.arguments
    return resource(call.mailbox.message(index), arguments.one("format", "full"), arguments.all("metadataHeaders"))


def threads_get(call: Call) -> Json:
    arguments = call.arguments
    thread_id = id_of(arguments.path["id"])
    style, wanted = arguments.one("format", "full"), arguments.all("metadataHeaders")
    members = call.mailbox.thread_messages(thread_id)
    if not members:
        raise not_found()
    for one in members:
        call.mailbox.fetches[index_of(call.mailbox, one.hex_id)] += 1
    return {
        "id": f"{thread_id:016x}",
        "historyId": str(max(one.history_id for one in members)),
        "messages": [resource(one, style, wanted) for one in members],
    }


def attachments_get(call: Call) -> Json:
    message = call.mailbox.message(index_of(call.mailbox, call.arguments.path["messageId"]))
    body = payload.attachment(message.mail(), message.hex_id, call.arguments.path["id"])
    if body is None:
        raise invalid("Invalid attachment token")
    return {"size": len(body), "data": payload.b64(body)}


def resource(message: Message, style: str, wanted: Sequence[str]) -> Json:
    """A message in one of the four formats. `wanted` names the headers of `metadata`; none: all of them."""
    mail = message.mail()
    size = message.raw_size
    answer = brief(message)
    answer["snippet"] = payload.snippet(mail)
    if style == "full":
        answer["payload"] = payload.full(mail, message.hex_id)
    elif style == "metadata":
        answer["payload"] = payload.metadata(mail, wanted)
    answer["sizeEstimate"] = size if size is not None else payload.size_estimate(mail)
    if style == "raw":
        raw = message.raw
        answer["raw"] = payload.b64(raw) if raw is not None else payload.raw(mail)
    answer["historyId"] = str(message.history_id)
    answer["internalDate"] = str(int(message.seed.received * 1000))
    return answer


def brief(message: Message) -> Json:
    """What the answers of changes carry."""
    answer: Json = {"id": message.hex_id, "threadId": message.thread_hex_id}
    if message.labels:
        answer["labelIds"] = list(message.labels)
    return answer


def id_of(hex_id: str) -> int:
    if not _HEX.fullmatch(hex_id):
        raise invalid("Invalid id value")
    return int(hex_id, 16)


def index_of(mailbox: Mailbox, hex_id: str) -> int:
    message_id = id_of(hex_id)
    index = mailbox.index(message_id) if len(hex_id) <= 16 else None
    if index is None:
        raise not_found()
    return index
