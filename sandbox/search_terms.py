"""The operators of Gmail's search box: what `name:value` asks of a message. Words match whole words, in any case, as in Gmail."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from sandbox import payload
from sandbox.conditions import Condition, NotKnown, Test
from sandbox.labels import Label, LabelBook
from sandbox.mailbox import DAY
from sandbox.message import Message
from sandbox.mime import Part

_PACIFIC = ZoneInfo("America/Los_Angeles")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[/-](?P<month>\d{1,2})[/-](?P<day>\d{1,2})")
_YEAR_LAST = re.compile(r"(?P<month>\d{1,2})[/-](?P<day>\d{1,2})[/-](?P<year>\d{4})")
_AGE = re.compile(r"(\d{1,5})([dmy])")
_DAYS = {"d": 1, "m": 30, "y": 365}
_SIZE = re.compile(r"(\d{1,12})(k|m|kb|mb)?")
_FACTOR = {None: 1, "k": 1 << 10, "kb": 1 << 10, "m": 1 << 20, "mb": 1 << 20}
_TOKEN = re.compile(r"\w+")
_PLACES = {
    "inbox": "INBOX", "sent": "SENT", "drafts": "DRAFT", "draft": "DRAFT", "spam": "SPAM", "trash": "TRASH", "chats": "CHAT",
    "chat": "CHAT", "starred": "STARRED", "important": "IMPORTANT", "unread": "UNREAD",
}  # fmt: skip
_CATEGORIES = {
    "primary": "CATEGORY_PERSONAL",
    **{name: f"CATEGORY_{name.upper()}" for name in ("social", "promotions", "updates", "forums")},
}
_HIDDEN = ("spam", "trash", "anywhere")


@dataclass(frozen=True, slots=True)
class Asked:
    """When and in which mailbox a search is made. `early`: seconds before its epoch `after:` at which it begins nevertheless."""

    now: float
    book: LabelBook
    early: Callable[[], float]


def condition(name: str, value: str, asked: Asked) -> Condition:
    """Raises NotKnown for an operator, or a value of it, that the sandbox does not serve."""
    if name in _TIMES:
        since, until = _TIMES[name](name, value, asked)
        return Condition(lambda message: since <= message.seed.received < until, since, until)
    make = _TESTS.get(name)
    if make is None:
        raise NotKnown(f"{name}:{value}")
    return Condition(make(value, asked.book), message_id=value if name == "rfc822msgid" else "")


def _moment(name: str, value: str) -> float:
    """Epoch seconds as they are; a date is its midnight in California."""
    if value.isascii() and value.isdigit() and 4 < len(value) < 13:
        return float(value)
    found = _YEAR_FIRST.fullmatch(value) or _YEAR_LAST.fullmatch(value)
    if found is None:
        raise NotKnown(f"{name}:{value}")
    try:
        return datetime(int(found["year"]), int(found["month"]), int(found["day"]), tzinfo=_PACIFIC).timestamp()
    except (ValueError, OverflowError) as error:
        raise NotKnown(f"{name}:{value}") from error


def _from_moment(name: str, value: str, asked: Asked) -> tuple[float, float]:
    early = asked.early() if value.isdigit() else 0.0
    return _moment(name, value) - early, _EVER


def _age(name: str, value: str) -> float:
    found = _AGE.fullmatch(value.lower())
    if found is None:
        raise NotKnown(f"{name}:{value}")
    return int(found[1]) * _DAYS[found[2]] * DAY


def looks_everywhere(name: str, value: str) -> bool:
    """Does it ask for Spam or Trash, which are left out otherwise?"""
    return name in ("in", "label", "is") and value.lower() in _HIDDEN


def words(value: str) -> Test:
    """Bare words: in the subject, in addresses, in the text, in names of attachments."""
    pattern = _phrase(value)
    if pattern is None:
        return lambda _: True

    def found(message: Message) -> bool:
        mail = message.mail()
        names = " ".join(part.filename for _, part in mail.walk() if part.filename)
        heads = " ".join(mail.header(name) for name in ("Subject", "From", "To", "Cc"))
        return pattern.search(f"{heads}\n{names}\n{payload.visible(mail)}".lower()) is not None

    return found


def _phrase(value: str) -> re.Pattern[str] | None:
    """The words in a row, whatever stands between them. Scripts without spaces match anywhere."""
    tokens = _TOKEN.findall(value.lower())
    if not tokens:
        return None
    joined = r"[\W_]+".join(map(re.escape, tokens))
    before = r"(?<!\w)" if tokens[0][0] < "\u2e80" else ""
    after = r"(?!\w)" if tokens[-1][-1] < "\u2e80" else ""
    return re.compile(before + joined + after)


def _in_text(pattern: re.Pattern[str] | None, text: str) -> bool:
    return pattern is not None and pattern.search(text.lower()) is not None


def _from(value: str, _: LabelBook) -> Test:
    pattern = _phrase(value)

    def found(message: Message) -> bool:
        wanted = _phrase(message.seed.persona.address) if value.lower() == "me" else pattern
        return _in_text(wanted, message.source.sender(message.seed))

    return found


def _subject(value: str, _: LabelBook) -> Test:
    pattern = _phrase(value)
    return lambda message: _in_text(pattern, message.source.subject(message.seed))


def _header(names: tuple[str, ...], value: str, _: LabelBook) -> Test:
    pattern = _phrase(value)

    def found(message: Message) -> bool:
        wanted = _phrase(message.seed.persona.address) if value.lower() == "me" else pattern
        return _in_text(wanted, "\n".join(text for name, text in message.mail().headers if name.lower() in names))

    return found


def _label(value: str, book: LabelBook) -> Test:
    """A place, or the name of a label with hyphens for its spaces; a label that is not there is on no message."""
    name = value.lower()
    if name == "anywhere":
        return lambda _: True
    if name in ("read", "archive"):
        return _without(("UNREAD",) if name == "read" else ("INBOX", "TRASH", "SPAM", "SENT", "DRAFT"))
    wanted = _PLACES.get(name) or _named(name, book.own.values()) or book.named(value)
    return lambda message: wanted in message.labels


def _named(name: str, own: Iterable[Label]) -> str | None:
    return next((one.id for one in own if _hyphens(one.name) == _hyphens(name)), None)


def _hyphens(name: str) -> str:
    return re.sub(r"[\s/&()]+", "-", name.lower()).strip("-")


def _without(names: tuple[str, ...]) -> Test:
    return lambda message: not any(name in message.labels for name in names)


def _is(value: str, book: LabelBook) -> Test:
    name = value.lower()
    if name not in _PLACES and name != "read":
        raise NotKnown(f"is:{value}")
    return _label(name, book)


def _category(value: str, _: LabelBook) -> Test:
    label = _CATEGORIES.get(value.lower())
    if label is None:
        raise NotKnown(f"category:{value}")
    return lambda message: label in message.labels


def _has(value: str, book: LabelBook) -> Test:
    match value.lower():
        case "attachment":
            return lambda message: any(_is_attached(part) for _, part in message.mail().walk())
        case "userlabels":
            return lambda message: any(label in book.own for label in message.labels)
        case "nouserlabels":
            return lambda message: not any(label in book.own for label in message.labels)
    raise NotKnown(f"has:{value}")


def _is_attached(part: Part) -> bool:
    """A file, and not a picture that stands in the text."""
    inline = part.header("Content-ID") and not part.header("Content-Disposition").lower().startswith("attachment")
    return bool(part.filename) and not inline


def _filename(value: str, _: LabelBook) -> Test:
    pattern = _phrase(value)
    return lambda message: any(part.filename and _in_text(pattern, part.filename) for _, part in message.mail().walk())


def _size(larger: bool, value: str, _: LabelBook) -> Test:
    found = _SIZE.fullmatch(value.lower())
    if found is None:
        raise NotKnown(f"a size of {value}")
    limit = int(found[1]) * _FACTOR[found[2]]
    return (lambda message: size_of(message) >= limit) if larger else (lambda message: size_of(message) < limit)


def size_of(message: Message) -> int:
    size = message.raw_size
    return size if size is not None else payload.size_estimate(message.mail())


def _message_id(value: str, _: LabelBook) -> Test:
    wanted = value.strip("<>")
    return lambda message: message.mail().header("Message-ID").strip().strip("<>") == wanted


_EVER = float("inf")
_TIMES: dict[str, Callable[[str, str, Asked], tuple[float, float]]] = {
    "after": _from_moment,
    "newer": _from_moment,
    "before": lambda name, value, _: (-_EVER, _moment(name, value)),
    "older": lambda name, value, _: (-_EVER, _moment(name, value)),
    "newer_than": lambda name, value, asked: (asked.now - _age(name, value), _EVER),
    "older_than": lambda name, value, asked: (-_EVER, asked.now - _age(name, value)),
}
_TESTS: dict[str, Callable[[str, LabelBook], Test]] = {
    "from": _from,
    "to": partial(_header, ("to", "cc", "bcc")),
    "cc": partial(_header, ("cc",)),
    "bcc": partial(_header, ("bcc",)),
    "deliveredto": partial(_header, ("delivered-to",)),
    "list": partial(_header, ("list-id",)),
    "subject": _subject,
    "label": _label,
    "in": _label,
    "is": _is,
    "has": _has,
    "category": _category,
    "filename": _filename,
    "larger": partial(_size, True),
    "size": partial(_size, True),
    "smaller": partial(_size, False),
    "rfc822msgid": _message_id,
}
