"""Gmail's search box: `q` as a time range and tests on messages. An operator it does not know is refused, never an empty list."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from sandbox import payload
from sandbox.errors import GoogleError, invalid
from sandbox.mailbox import DAY, Message

_PACIFIC = ZoneInfo("America/Los_Angeles")
_TERM = re.compile(r'(?P<no>-?)(?:(?P<operator>[A-Za-z_]+):)?(?P<value>"[^"]*"|[^\s"]+)')
_DATE = re.compile(r"(\d{4})[/-](\d{1,2})[/-](\d{1,2})")
_AGE = re.compile(r"(\d+)([dmy])")
_DAYS = {"d": 1, "m": 30, "y": 365}
_FOLDERS = {"inbox": "INBOX", "sent": "SENT", "drafts": "DRAFT", "draft": "DRAFT", "spam": "SPAM", "trash": "TRASH"}

Test = Callable[[Message], bool]


@dataclass(slots=True)
class Search:
    """`since` and `until` are epoch seconds, `until` exclusive. `everywhere`: Spam and Trash are not left out."""

    since: float = float("-inf")
    until: float = float("inf")
    everywhere: bool = False
    tests: list[Test] = field(default_factory=list)

    def accepts(self, message: Message) -> bool:
        return all(test(message) for test in self.tests)


def parse(q: str, now: float) -> Search:
    """Raises GoogleError (400) for what the sandbox does not know."""
    search = Search()
    for term in _TERM.finditer(q):
        operator, value = (term["operator"] or "").lower(), term["value"].strip('"').lower()
        if not operator:
            search.tests.append(_negated(_words(value), bool(term["no"])))
        elif operator in _TIMES and not term["no"]:
            _TIMES[operator](search, value, now)
        elif operator in _TESTS:
            search.tests.append(_negated(_TESTS[operator](search, value), bool(term["no"])))
        else:
            raise _unknown(term[0])
    return search


def _unknown(term: str) -> GoogleError:
    return invalid(f"The sandbox does not know this search: {term}", "q")


def _moment(value: str) -> float:
    """Epoch seconds as they are; a date is its midnight in California."""
    if value.isdigit() and len(value) > 4:
        return float(value)
    found = _DATE.fullmatch(value)
    if found is None:
        raise _unknown(value)
    try:
        return datetime(int(found[1]), int(found[2]), int(found[3]), tzinfo=_PACIFIC).timestamp()
    except ValueError as error:
        raise _unknown(value) from error


def _age(value: str) -> float:
    found = _AGE.fullmatch(value)
    if found is None:
        raise _unknown(value)
    return int(found[1]) * _DAYS[found[2]] * DAY


def _after(search: Search, value: str, now: float) -> None:  # noqa: ARG001 - one shape for all operators
    search.since = max(search.since, _moment(value))


def _before(search: Search, value: str, now: float) -> None:  # noqa: ARG001 - one shape for all operators
    search.until = min(search.until, _moment(value))


def _newer_than(search: Search, value: str, now: float) -> None:
    search.since = max(search.since, now - _age(value))


def _older_than(search: Search, value: str, now: float) -> None:
    search.until = min(search.until, now - _age(value))


def _in(search: Search, value: str) -> Test:
    if value == "anywhere":
        search.everywhere = True
        return lambda _: True
    label = _FOLDERS.get(value)
    if label is None:
        raise _unknown(f"in:{value}")
    search.everywhere = search.everywhere or label in ("SPAM", "TRASH")
    return lambda message: label in message.labels


def _from(search: Search, value: str) -> Test:  # noqa: ARG001 - one shape for all operators
    return lambda message: value in message.source.sender(message.seed).lower()


def _subject(search: Search, value: str) -> Test:  # noqa: ARG001 - one shape for all operators
    return lambda message: value in message.source.subject(message.seed).lower()


def _words(value: str) -> Test:
    if value in ("or", "and", "around") or any(sign in value for sign in "(){}"):
        raise _unknown(value)

    def test(message: Message) -> bool:
        mail = message.mail()
        return value in f"{mail.header('Subject')} {mail.header('From')} {payload.visible(mail)}".lower()

    return test


def _negated(test: Test, no: bool) -> Test:
    return (lambda message: not test(message)) if no else test


_TIMES = {
    "after": _after,
    "before": _before,
    "newer": _after,
    "older": _before,
    "newer_than": _newer_than,
    "older_than": _older_than,
}
_TESTS = {"in": _in, "from": _from, "subject": _subject}
