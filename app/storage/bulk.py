"""Many rows in one statement with one parameter: the rows as JSON, taken apart by PostgreSQL.

A batch's hundred outcomes cost 0.1 ms of this process's time that way, 0.4 ms with a parameter for every value, and some 6 ms
through the ORM.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, cast

import orjson
from sqlalchemy import Table, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.sql.elements import TextClause

from app.db import Base

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_DIALECT = postgresql.dialect()  # type: ignore[no-untyped-call]  # SQLAlchemy says nothing of its type


def insert_from_json(model: type[Base], names: Sequence[str], *, fixed: Sequence[str], then: str) -> TextClause:
    """An INSERT of the columns `fixed`, each a parameter of its own, and `names`, read from the parameter `rows` in its order.

    `then` follows it: what to do on conflict, what to return.
    """
    table = cast("Table", model.__table__)
    columns = ", ".join((*fixed, *names))
    values = ", ".join((*(f"CAST(:{name} AS {_type(table, name)})" for name in fixed), *(f"new.{name}" for name in names)))
    shape = ", ".join(f"{name} {_type(table, name)}" for name in names)
    return text(f"INSERT INTO {table.name} ({columns}) SELECT {values} FROM json_to_recordset(:rows) AS new({shape}) {then}")  # noqa: S608  names of our own tables


def as_json(rows: Sequence["Mapping[str, object] | DataclassInstance"]) -> str:
    """Dataclasses are written by their fields, dates and times in ISO format, enumerations by their values."""
    return orjson.dumps(rows).decode()


def _type(table: Table, name: str) -> str:
    return table.c[name].type.compile(dialect=_DIALECT)
