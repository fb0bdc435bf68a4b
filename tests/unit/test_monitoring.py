"""Boards and alerts ask for what is exported, by labels that it has; every alert has its part in the documents."""

import itertools
import json
import re
import threading
from datetime import date
from pathlib import Path

import pytest
from prometheus_client import CollectorRegistry
from prometheus_client.registry import Collector

from app import metrics
from app.services import gauges, ops
from app.storage.overview import BatchPace, WorkerSeen
from tests.monitoring import BOARDS, MONITORING, RULES, board_queries, names_in_boards_and_rules, panels

OPERATIONS = (MONITORING.parent / "docs" / "operations.md").read_text(encoding="utf-8")
ALERTS = [rule["alert"] for rule in RULES if "alert" in rule]
STATE = ops.State(
    queues={"celery": 0},
    queue_age=0.0,
    batches={"ready": 0, "queued": 0, "running": 0},
    oldest_due=None,
    pace=BatchPace(0, None, None),
    throttled_jobs=0,
    workers=[WorkerSeen("celery@here", 1.0, None)],
    beat_ago=1.0,
    quota=ops.Quota(date(2026, 1, 1), 1, 2, 1, None, None),
    connections=dict.fromkeys(ops.CONNECTION_STATES, 0),
    jobs={"pending": 0, "processing": 0},
)


def exported() -> dict[str, set[str]]:
    """Every series there can be, and its labels."""
    registry = CollectorRegistry()
    book = metrics.Book(registry)
    found: dict[str, set[str]] = {}
    for metric in vars(book).values():
        labels = set(metric._labelnames)
        (family,) = metric.describe()
        for name in {f"{family.name}{end}" for end in ("_total", "_bucket", "_sum", "_count")}:
            found[name] = labels | ({"le"} if name.endswith("_bucket") else set())
    registry.register(gauges.StateGauges(ask=lambda: STATE))
    for family in registry.collect():
        for sample in family.samples:
            found.setdefault(sample.name, set()).update(sample.labels)
    return found


EXPORTED = exported()
# Those of Prometheus itself, and of our own recording rules.
THEIRS = {"instance", "job"}


def test_every_name_asked_for_is_exported() -> None:
    assert names_in_boards_and_rules() - EXPORTED.keys() == set()


def test_every_name_exported_is_on_a_board_or_in_a_rule() -> None:
    asked = names_in_boards_and_rules()
    families = {re.sub(r"_(total|bucket|sum|count)$", "", name) for name in asked}
    assert {re.sub(r"_(total|bucket|sum|count)$", "", name) for name in EXPORTED} - families == set()


@pytest.mark.parametrize("query", [*board_queries(), *(rule["expr"] for rule in RULES)])
def test_a_query_asks_by_labels_that_are_there(query: str) -> None:
    has = set().union(*(EXPORTED[name] for name in re.findall(r"\bfincoach_\w+", query)), THEIRS)
    if "fincoach:" in query:
        has |= {"issuer"}
    by = {word.strip() for group in re.findall(r"by \(([^)]*)\)", query) for word in group.split(",")}
    chosen = set(re.findall(r"(\w+)\s*=~?\s*\"", query))
    assert (by | chosen) - has == set()


def test_a_legend_names_labels_that_its_query_keeps() -> None:
    for board, panel in panels():
        for target in panel["targets"]:
            kept = {word.strip() for group in re.findall(r"by \(([^)]*)\)", target["expr"]) for word in group.split(",")}
            kept |= {"issuer"} if "fincoach:" in target["expr"] else set()
            assert set(re.findall(r"{{(\w+)}}", target["legendFormat"])) <= kept, (board, panel["title"])


@pytest.mark.parametrize("path", BOARDS, ids=lambda path: path.stem)
def test_a_board_is_one_that_grafana_takes(path: Path) -> None:
    board = json.loads(path.read_text(encoding="utf-8"))
    assert (board["uid"], board["schemaVersion"]) == (path.stem, 39)
    assert [one["id"] for one in board["panels"]] == list(range(1, len(board["panels"]) + 1))
    for one, other in itertools.combinations([panel["gridPos"] for panel in board["panels"]], 2):
        apart = one["x"] + one["w"] <= other["x"] or other["x"] + other["w"] <= one["x"]
        above = one["y"] + one["h"] <= other["y"] or other["y"] + other["h"] <= one["y"]
        assert apart or above
    assert all(panel["datasource"] == {"type": "prometheus", "uid": "fincoach"} for panel in board["panels"])


@pytest.mark.parametrize("alert", ALERTS)
def test_an_alert_says_what_it_is_and_what_to_do(alert: str) -> None:
    rule = next(rule for rule in RULES if rule.get("alert") == alert)
    assert rule["labels"]["severity"] in {"page", "ticket"}
    assert rule["annotations"]["summary"]
    runbook = OPERATIONS.partition(f"### {alert}\n")[2].partition("\n##")[0]
    assert len(runbook) > 120, "docs/operations.md has no part under this name"


def test_there_is_no_part_about_an_alert_that_is_none() -> None:
    assert set(re.findall(r"^### (\w+)$", OPERATIONS.partition("## Alerts")[2], re.M)) == set(ALERTS)


def test_gauges_of_a_database_that_is_away_are_none() -> None:
    from app.errors import Unavailable

    def away() -> ops.State:
        raise Unavailable("the database is away")

    told: Collector = gauges.StateGauges(ask=away)
    assert [(family.name, family.samples[0].value) for family in told.collect()] == [("fincoach_state_known", 0.0)]


def test_gauges_of_a_silent_database_are_none_in_time() -> None:
    release = threading.Event()

    def silent() -> ops.State:
        assert release.wait(20)
        return STATE

    told: Collector = gauges.StateGauges(ask=silent, patience_seconds=0.02)
    assert [(family.name, family.samples[0].value) for family in told.collect()] == [("fincoach_state_known", 0.0)]
    release.set()


def test_gauges_are_asked_once_in_ten_seconds() -> None:
    asked = []

    def ask() -> ops.State:
        asked.append(1)
        return STATE

    told = gauges.StateGauges(ask=ask)
    assert len(list(told.collect())) == len(list(told.collect())) > 10
    assert asked == [1]
