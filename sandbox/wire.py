"""A request and an answer, as values: an HTTP call of its own or one part of a batch."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

import orjson

JSON = b"application/json; charset=UTF-8"
_INDENTED = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
REASONS = {one.value: one.phrase.encode() for one in HTTPStatus}


@dataclass(frozen=True, slots=True)
class Request:
    """`headers` has lower-case names, the last value of each. `path` is still percent-encoded."""

    method: str
    path: str
    query: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: bytes
    content_type: bytes = JSON
    headers: tuple[tuple[bytes, bytes], ...] = ()


def as_json(value: Any, status: int = 200, *, compact: bool = False) -> Answer:
    """Google indents its JSON unless it is asked not to."""
    return Answer(status, orjson.dumps(value) if compact else orjson.dumps(value, option=_INDENTED))
