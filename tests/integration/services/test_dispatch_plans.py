"""A tick looks nothing up by reading a table from end to end, however many users are idle."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event

from app.config import Settings
from app.db import get_engine
from app.services import dispatch
from app.storage import turns
from benchmarks.populate import populate
from tests.integration.services.conftest import Bells

# A minute of grants, all of which are added up, and a row a day.
SMALL = {"quota_grants", "quota_days"}

Statement = tuple[str, Any]


@pytest.fixture
def many_users(database_url: str, app_settings: Callable[..., Settings]) -> None:
    app_settings(GMAIL_TARIFF="legacy")
    populate(users=20_000, active=300)


@contextmanager
def statements() -> Iterator[list[Statement]]:
    seen: list[Statement] = []

    def note(_: Any, __: Any, statement: str, parameters: Any, *___: Any) -> None:
        seen.append((statement, parameters))

    event.listen(get_engine(), "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(get_engine(), "before_cursor_execute", note)


def scans(plan: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """(kind, table) of every node that reads a table."""
    if "Relation Name" in plan:
        yield plan["Node Type"], plan["Relation Name"]
    for below in plan.get("Plans", ()):
        yield from scans(below)


def plan_of(statement: Statement) -> dict[str, Any]:
    with get_engine().connect() as connection:
        found = connection.exec_driver_sql(f"EXPLAIN (FORMAT JSON) {statement[0]}", statement[1]).scalar()
    plans = found if isinstance(found, list) else json.loads(str(found))
    plan: dict[str, Any] = plans[0]["Plan"]
    return plan


def test_a_tick_reads_indexes_only(many_users: None, bells: Bells) -> None:
    dispatch.dispatch()
    with statements() as seen:
        dispatch.requeue_stalled()
    assert len(bells.take("process_email_batch")) == turns.SHORTEST_QUEUE
    read = [(kind, table, statement[0]) for statement in seen for kind, table in scans(plan_of(statement))]
    assert {"email_sync_jobs", "email_sync_batches", "quota_grants"} <= {table for _, table, _ in read}
    assert [one for one in read if one[0] == "Seq Scan" and one[1] not in SMALL] == []
