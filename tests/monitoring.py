"""The queries of the boards and of the alerts, as files have them."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

MONITORING = Path(__file__).parents[1] / "monitoring"
BOARDS = sorted((MONITORING / "grafana" / "boards").glob("*.json"))
RULES: list[dict[str, Any]] = [
    rule for group in yaml.safe_load((MONITORING / "rules.yml").read_text(encoding="utf-8"))["groups"] for rule in group["rules"]
]
_NAME = re.compile(r"\bfincoach_\w+")


def panels() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in BOARDS:
        for panel in json.loads(path.read_text(encoding="utf-8"))["panels"]:
            yield path.stem, panel


def board_queries() -> list[str]:
    """As Grafana sends them, with its own variable filled in."""
    return [target["expr"].replace("$__rate_interval", "1m") for _, panel in panels() for target in panel["targets"]]


def names_in_boards_and_rules() -> set[str]:
    """Every name of a series of ours that is asked for."""
    return {name for query in [*board_queries(), *(rule["expr"] for rule in RULES)] for name in _NAME.findall(query)}
