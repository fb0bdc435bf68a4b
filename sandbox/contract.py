"""Is an answer what the discovery document promises? For test runs: every answer of the API can be held against its schema."""

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import parse_qs

import orjson

from sandbox.discovery import Route, document
from sandbox.wire import JSON, Answer, as_json

_MOST = 20  # breaches that are kept: the first say what is wrong
_INTEGERS = {"int32": (-(1 << 31), (1 << 31) - 1), "uint32": (0, (1 << 32) - 1)}
_URLSAFE = re.compile(r"(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2}==|[A-Za-z0-9_-]{3}=)?")
_ERROR_KEYS = {"code", "message", "errors", "status", "details"}
Json = Mapping[str, Any]


class Contract:
    """Keeps count. An answer that breaks the contract does not leave the sandbox: a 500 that says so goes in its place."""

    def __init__(self) -> None:
        self.checked = 0
        self.broken: list[str] = []

    def report(self) -> dict[str, Any]:
        return {"checked": self.checked, "broken": self.broken}

    def checked_answer(self, route: Route, query: str, answer: Answer) -> Answer:
        self.checked += 1
        breaches = [f"{route.name}: {one}" for one in breaches_of(route, query, answer)]
        if not breaches:
            return answer
        self.broken += breaches[: max(0, _MOST - len(self.broken))]
        sys.stderr.write("".join(f"sandbox: against the discovery document: {one}\n" for one in breaches))
        return as_json({"error": {"code": 500, "message": "; ".join(breaches), "status": "INTERNAL"}}, 500)


def breaches_of(route: Route, query: str, answer: Answer) -> Iterator[str]:
    if answer.content_type != JSON and answer.body:
        if not answer.content_type.startswith(b"text/javascript") or "callback" not in parse_qs(query):
            yield f"content type {answer.content_type.decode()}"
        return
    if answer.status >= 400:
        yield from _error(answer)
    elif not route.response:
        if answer.status != 204 or answer.body:
            yield f"an answer ({answer.status}) of a method that has none"
    elif route.upload and not answer.body and (answer.status == 308 or any(name == b"location" for name, _ in answer.headers)):
        return
    elif not answer.body:
        yield f"no answer ({answer.status}), yet {route.response} is promised"
    else:
        yield from _value(orjson.loads(answer.body), {"$ref": route.response}, "")


def _error(answer: Answer) -> Iterator[str]:
    body = orjson.loads(answer.body)
    error = body.get("error") if isinstance(body, dict) else None
    if not isinstance(error, dict) or set(body) != {"error"}:
        yield "an error that is none of Google's"
        return
    if not set(error) <= _ERROR_KEYS or not {"code", "message", "status"} <= set(error):
        yield f"an error with {sorted(error)}"
    if error.get("code") != answer.status:
        yield f"code {error.get('code')} on an answer of {answer.status}"
    for one in error.get("errors", ()):
        if not {"message", "domain", "reason"} <= set(one):
            yield f"an error entry with {sorted(one)}"


def _value(value: Any, schema: Json, path: str) -> Iterator[str]:
    if "$ref" in schema:
        schema = document()["schemas"][schema["$ref"]]
    yield from _CHECKS[schema["type"]](value, schema, path or "answer")


def _object(value: Any, schema: Json, path: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{path} is no object"
        return
    properties = schema.get("properties", {})
    for name, inner in value.items():
        if name in properties:
            yield from _value(inner, properties[name], f"{path}.{name}")
        else:
            yield f"{path}.{name} is not in the document"


def _array(value: Any, schema: Json, path: str) -> Iterator[str]:
    if not isinstance(value, list):
        yield f"{path} is no list"
    elif not value:
        yield f"{path} is empty; an empty list is left out"
    else:
        for place, one in enumerate(value):
            yield from _value(one, schema["items"], f"{path}[{place}]")


def _string(value: Any, schema: Json, path: str) -> Iterator[str]:
    if not isinstance(value, str):
        yield f"{path} is no string: {value!r}"
        return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{path} is {value!r}, not one of {schema['enum']}"
    form = schema.get("format")
    if form in ("uint64", "int64") and not re.fullmatch(r"\d{1,20}" if form == "uint64" else r"-?\d{1,19}", value):
        yield f"{path} is no {form}: {value!r}"
    if form == "byte" and not _is_base64url(value):
        yield f"{path} is no base64url with padding"


def _is_base64url(value: str) -> bool:
    return len(value) % 4 == 0 and value.isascii() and (len(value) > 100_000 or _URLSAFE.fullmatch(value) is not None)


def _integer(value: Any, schema: Json, path: str) -> Iterator[str]:
    low, high = _INTEGERS[schema["format"]]
    if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
        yield f"{path} is no {schema['format']}: {value!r}"


def _boolean(value: Any, _: Json, path: str) -> Iterator[str]:
    if not isinstance(value, bool):
        yield f"{path} is no boolean: {value!r}"


_CHECKS: dict[str, Callable[[Any, Json, str], Iterator[str]]] = {
    "object": _object,
    "array": _array,
    "string": _string,
    "integer": _integer,
    "boolean": _boolean,
}
