"""One JSON object, its transactions as the API shows them."""

import dataclasses
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import orjson

from app.services.exports.source import Source


def write(source: Source) -> Iterator[str]:
    yield f'{{"user_id":"{source.user_id}","transactions":['
    comma = ""
    for one in source.transactions():
        yield comma + orjson.dumps(dataclasses.asdict(one), default=_plain).decode()
        comma = ",\n"
    yield "]}\n"


def _plain(value: Any) -> str:
    """Money as a decimal string: a number would be read as a float."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    raise TypeError
