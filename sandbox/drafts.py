"""drafts.*: mails with the label DRAFT. A draft keeps its id while its message is replaced, and ends when it is sent."""

from itertools import islice

from sandbox import changing
from sandbox.calls import Call, Json
from sandbox.delivered import NewMail
from sandbox.errors import invalid, not_found
from sandbox.getting import brief, resource
from sandbox.listing import hits, page_size, position, token_of
from sandbox.message import Message
from sandbox.mime import to_rfc822
from sandbox.uploads import given, incoming

_DRAFT = "DRAFT"


def drafts_create(call: Call) -> Json:
    raw, message = incoming(call)
    return _shown(call, _put(call, raw, changing.thread_id_of(call.mailbox, message)))


def drafts_update(call: Call) -> Json:
    """Another message in the old one's place; it stays in its thread unless it is told to go."""
    raw, message = incoming(call)
    old = _draft(call, call.arguments.path["id"])
    thread_id = changing.thread_id_of(call.mailbox, message)
    new = _put(call, raw, old.thread_id if thread_id is None else thread_id)
    _remove(call, old)
    call.mailbox.drafts.replace(old.id, new.id)
    return _shown(call, new)


def drafts_get(call: Call) -> Json:
    draft_id = call.arguments.path["id"]
    return {"id": draft_id, "message": resource(_draft(call, draft_id), call.arguments.one("format", "full"), ())}


def drafts_list(call: Call) -> Json:
    found = (one for one in hits(call, position(call)) if _DRAFT in one.labels)
    page = list(islice(found, page_size(call)))
    if not page:
        return {"resultSizeEstimate": 0}
    drafts = [
        {"id": call.mailbox.drafts.of(one.id), "message": {"id": one.hex_id, "threadId": one.thread_hex_id}} for one in page
    ]
    answer: Json = {"drafts": drafts, "resultSizeEstimate": len(page)}
    if next(found, None) is not None:
        answer["nextPageToken"] = token_of(page[-1].id)
    return answer


def drafts_delete(call: Call) -> None:
    _remove(call, _draft(call, call.arguments.path["id"]))


def drafts_send(call: Call) -> Json:
    """The draft as it is, or what comes with the call instead. What was sent is another message, in the same thread."""
    raw, asked = given(call)
    if not asked.get("id"):
        raise invalid("Invalid draft")
    draft = _draft(call, asked["id"])
    sent = changing.sent(call, raw or draft.raw or to_rfc822(draft.mail()), draft.thread_id)
    _remove(call, draft)
    return sent


def _draft(call: Call, draft_id: str) -> Message:
    mailbox = call.mailbox
    message_id = mailbox.drafts.message(draft_id)
    index = None if message_id is None else mailbox.index(message_id)
    if index is None or _DRAFT not in mailbox.labels(index):
        raise not_found()
    return mailbox.message(index)


def _put(call: Call, raw: bytes, thread_id: int | None) -> Message:
    return call.mailbox.add(NewMail.of(changing.signed(raw, call), (_DRAFT,), call.now, thread_id=thread_id))


def _remove(call: Call, message: Message) -> None:
    index = call.mailbox.index(message.id)
    if index is not None:
        call.mailbox.delete(index)


def _shown(call: Call, message: Message) -> Json:
    return {"id": call.mailbox.drafts.of(message.id), "message": brief(message)}
