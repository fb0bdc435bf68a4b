"""messages.list and threads.list: newest first, in pages that mail arriving meanwhile does not shift."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from sandbox import payload
from sandbox.calls import Call, Json
from sandbox.errors import invalid
from sandbox.mailbox import Mailbox
from sandbox.message import Message
from sandbox.search import Search, parse
from sandbox.search_terms import Asked

_HIDDEN = frozenset(("SPAM", "TRASH"))
# A page token hides the id it goes on from; Gmail's own are twenty digits too.
_MASK = 0x5DEECE66D1CE4E5B
_MOST = 500


def messages_list(call: Call) -> Json:
    found = hits(call, position(call))
    page = list(islice(found, page_size(call)))
    if not page:
        return {"resultSizeEstimate": 0}
    answer: Json = {"messages": [{"id": one.hex_id, "threadId": one.thread_hex_id} for one in page], "resultSizeEstimate": 201}
    if next(found, None) is not None:
        answer["nextPageToken"] = token_of(page[-1].id)
    return answer


def threads_list(call: Call) -> Json:
    """A thread stands where its newest hit stands."""
    found = _threads(call)
    page = list(islice(found, page_size(call)))
    if not page:
        return {"resultSizeEstimate": 0}
    answer: Json = {"threads": [_thread(call.mailbox, one) for one in page], "resultSizeEstimate": 201}
    if next(found, None) is not None:
        answer["nextPageToken"] = token_of(page[-1].id)
    return answer


def page_size(call: Call) -> int:
    return min(max(call.arguments.number("maxResults", 100), 1), _MOST)


def position(call: Call) -> int | None:
    """What the page before ended with."""
    token = call.arguments.one("pageToken")
    if not token:
        return None
    if not (token.isascii() and token.isdigit() and len(token) <= 20):
        raise invalid("Invalid pageToken", "pageToken")
    return int(token) ^ _MASK


def token_of(last: int) -> str:
    return f"{last ^ _MASK:020d}"


def hits(call: Call, before: int | None) -> Iterator[Message]:
    """What the call asks for, newest first."""
    mailbox, arguments = call.mailbox, call.arguments
    search = parse(arguments.one("q"), Asked(call.now, mailbox.book, call.early))
    wanted = frozenset(arguments.all("labelIds"))
    unknown = [one for one in arguments.all("labelIds") if one not in mailbox.book]
    if unknown:
        raise invalid(f"Invalid label: {unknown[0]}")
    everywhere = search.everywhere or arguments.flag("includeSpamTrash") or bool(wanted & _HIDDEN)
    for index in _range(mailbox, search, before):
        own = mailbox.labels(index)
        if wanted.issubset(own) and (everywhere or _HIDDEN.isdisjoint(own)):
            message = mailbox.message(index)
            if search.condition.test(message):
                yield message


def _range(mailbox: Mailbox, search: Search, before: int | None) -> range:
    """Where the hits can be, newest first."""
    condition = search.condition
    end = bisect_left(mailbox.times, condition.until)
    if before is not None:
        end = min(end, bisect_left(mailbox.ids, before))
    start = bisect_left(mailbox.times, condition.since)
    if condition.message_id:
        index = mailbox.find(condition.message_id)
        if index is None:
            return range(0)
        start, end = max(start, index), min(end, index + 1)
    return range(end - 1, start - 1, -1)


def _threads(call: Call) -> Iterator[Message]:
    """The newest hit of each thread. An older hit on a later page must not bring its thread again: where there are threads of
    several messages, the search begins at the top on every page."""
    seen: set[int] = set()
    before = position(call)
    for message in hits(call, None if call.mailbox.conversations.surplus() else before):
        if message.thread_id not in seen:
            seen.add(message.thread_id)
            if before is None or message.id < before:
                yield message


def _thread(mailbox: Mailbox, message: Message) -> Json:
    members = mailbox.thread_messages(message.thread_id)
    history_id = max(one.history_id for one in members)
    return {"id": message.thread_hex_id, "snippet": payload.snippet(members[-1].mail()), "historyId": str(history_id)}
