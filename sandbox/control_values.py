"""What comes to the control routes: a JSON object or a query, checked for shape."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import orjson

from sandbox.wire import Request

Json = dict[str, Any]


class Refused(Exception):
    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


def arguments(request: Request) -> Json:
    """The query, or the body of what changes something."""
    if request.method == "GET":
        return {name: values[-1] for name, values in parse_qs(request.query).items()}
    return body(request)


def body(request: Request) -> Json:
    try:
        value = orjson.loads(request.body or b"{}")
    except orjson.JSONDecodeError as error:
        raise Refused(400, "not JSON") from error
    if not isinstance(value, dict):
        raise Refused(400, "not a JSON object")
    return value


def known(given: Json, *names: str) -> Json:
    """Refuses what nobody would heed."""
    unknown = set(given) - set(names)
    if unknown:
        raise Refused(400, f"unknown: {', '.join(sorted(unknown))}; known: {', '.join(names)}")
    return given


def number(given: Json, name: str, default: float) -> float:
    value = given.get(name, default)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Refused(400, f"{name} is not a number")
    return float(value)


def whole(given: Json, name: str, default: int, low: int, high: int) -> int:
    value = given.get(name, default)
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise Refused(400, f"{name} is a whole number from {low} to {high}")
    return value


def flag(given: Json, name: str, default: bool) -> bool:
    value = given.get(name, default)
    if not isinstance(value, bool):
        raise Refused(400, f"{name} is not true or false")
    return value


def same_origin(request: Request) -> bool:
    """Another site's page must not change anything here through a visitor's browser."""
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host")
