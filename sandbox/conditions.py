"""What a search asks of a message, and how such conditions join."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sandbox.message import Message

Test = Callable[[Message], bool]


class NotKnown(Exception):
    """Says which operator or value the sandbox does not know."""


@dataclass(frozen=True, slots=True)
class Condition:
    """`test` decides. The others say where alone a hit can be; `until` is exclusive."""

    test: Test
    since: float = float("-inf")
    until: float = float("inf")
    message_id: str = ""


def all_of(conditions: Sequence[Condition]) -> Condition:
    if len(conditions) == 1:
        return conditions[0]
    tests = [one.test for one in conditions]
    return Condition(
        lambda message: all(test(message) for test in tests),
        max((one.since for one in conditions), default=float("-inf")),
        min((one.until for one in conditions), default=float("inf")),
        next((one.message_id for one in conditions if one.message_id), ""),
    )


def any_of(conditions: Sequence[Condition]) -> Condition:
    tests = [one.test for one in conditions]
    return Condition(lambda message: any(test(message) for test in tests))


def negated(condition: Condition) -> Condition:
    return Condition(lambda message: not condition.test(message))
