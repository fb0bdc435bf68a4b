"""Prometheus itself on rules, configuration and boards: `make test-monitoring`. Not in the suite, for it needs its two programs.

`apt-get install prometheus` brings them, or unpack its release anywhere and set PROMETHEUS_BIN to the folder.
"""

import json
import os
import shutil
import subprocess
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from app.local.client import Client
from app.local.ports import free_port
from tests.acceptance.conftest import ready_stack
from tests.acceptance.test_kill_worker import connect_all, wait_until
from tests.monitoring import MONITORING, RULES, panels

pytestmark = pytest.mark.timeout(300)
FOLDER = os.environ.get("PROMETHEUS_BIN", "")
TOKEN = "a-token-of-prometheus"
EMAIL = "user1@sandbox.test"
# Of an import in which nothing goes wrong and no quota binds, these have nothing to show.
QUIET = {
    "Errors of ours",
    "Of the day's units",
    "Work put off for quota",
    "Leases lost",
    "Bells rung again",
    "Unparsed share of an issuer, six hours",
    "More unparsed than in the week",
    "Unparsed in a day, by issuer",
}


def program(name: str) -> str:
    found = shutil.which(name, path=f"{FOLDER}:{os.environ['PATH']}")
    assert found, f"there is no {name}; see the head of this file"
    return found


def promtool(*arguments: str) -> str:
    done = subprocess.run(
        [program("promtool"), *arguments], cwd=MONITORING, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_rules_are_rules_and_alert_when_they_should() -> None:
    assert f"SUCCESS: {len(RULES)} rules found" in promtool("check", "rules", "rules.yml")
    promtool("test", "rules", "rules_test.yml")


def test_the_configuration_is_one(tmp_path: Path) -> None:
    token = tmp_path / "token"
    token.write_text(TOKEN)
    text = (MONITORING / "prometheus.yml").read_text(encoding="utf-8").replace("/tmp/metrics-token", str(token))
    (tmp_path / "prometheus.yml").write_text(text)
    shutil.copy(MONITORING / "rules.yml", tmp_path)
    promtool("check", "config", str(tmp_path / "prometheus.yml"))


class Prometheus:
    def __init__(self, port: int) -> None:
        self._root = f"http://127.0.0.1:{port}/api/v1"

    def ask(self, path: str, **values: str) -> Any:
        with urllib.request.urlopen(f"{self._root}/{path}?{urllib.parse.urlencode(values)}", timeout=10) as answer:
            return json.load(answer)["data"]

    def healthy_targets(self) -> int:
        try:
            return sum(one["health"] == "up" for one in self.ask("targets")["activeTargets"])
        except OSError:
            return 0


@pytest.fixture(scope="module")
def prometheus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prometheus]:
    """One that has watched an import from its begin to its end."""
    folder = tmp_path_factory.mktemp("prometheus")
    worker, own = free_port(), free_port()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WORKER_METRICS_ADDRESS", f"127.0.0.1:{worker}")
        patch.setenv("METRICS_TOKEN", TOKEN)
        with (
            ready_stack(folder / "stack", users=1, mails=1500, latency=0.2) as stack,
            Client(stack.api_url, stack.sandbox_url) as client,
        ):
            targets = {"fincoach-api": f"127.0.0.1:{stack.plan.api_port}", "fincoach-worker": f"127.0.0.1:{worker}"}
            process = start(folder, own, targets)
            try:
                watching = Prometheus(own)
                user_id = client.ensure_user(EMAIL, "User 1")
                connect_all(stack, {EMAIL: user_id})
                wait_until(lambda: watching.healthy_targets() == len(targets), 30)
                client.start(user_id, 6)
                wait_until(lambda: client.status(user_id)["status"] == "completed", 120)
                time.sleep(2.5)
                yield watching
            finally:
                process.terminate()
                process.wait(20)


def start(folder: Path, port: int, targets: dict[str, str]) -> "subprocess.Popen[bytes]":
    settings = {
        "global": {"scrape_interval": "1s", "evaluation_interval": "1s"},
        "rule_files": [str(MONITORING / "rules.yml")],
        "scrape_configs": [
            {"job_name": name, "authorization": {"credentials": TOKEN}, "static_configs": [{"targets": [address]}]}
            for name, address in targets.items()
        ],
    }
    (folder / "prometheus.yml").write_text(yaml.safe_dump(settings))
    command = [program("prometheus"), f"--config.file={folder}/prometheus.yml", f"--storage.tsdb.path={folder}/data"]
    with (folder / "prometheus.log").open("wb") as log:
        return subprocess.Popen([*command, f"--web.listen-address=127.0.0.1:{port}"], stderr=log)


def test_every_panel_has_something_to_show_from_the_first_import(prometheus: Prometheus) -> None:
    empty = set()
    for _, panel in panels():
        for target in panel["targets"]:
            query = target["expr"].replace("$__rate_interval", "60s")
            if not prometheus.ask("query", query=query)["result"]:
                empty.add(panel["title"])
    assert empty - QUIET - {"Units of the day"} == set()


def test_every_rule_can_be_evaluated_and_none_fires(prometheus: Prometheus) -> None:
    rules = [rule for group in prometheus.ask("rules")["groups"] for rule in group["rules"]]
    assert len(rules) == len(RULES)
    assert {rule["health"] for rule in rules} == {"ok"}
    assert [rule["name"] for rule in rules if rule.get("state") == "firing"] == []
