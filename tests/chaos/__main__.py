"""`python -m tests.chaos`: everything. `--lane NAME` runs one lane and prints a JSON line for each scenario."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from tests.chaos import flush_scenarios, gmail_scenarios, postgres_scenarios, redis_scenarios, report, storm, worker_scenarios
from tests.chaos.lane import Scenario, run_lane

LANES: Mapping[str, list[Scenario]] = {
    **worker_scenarios.SCENARIOS,
    **redis_scenarios.SCENARIOS,
    **postgres_scenarios.SCENARIOS,
    **gmail_scenarios.SCENARIOS,
    **flush_scenarios.SCENARIOS,
    **storm.SCENARIOS,
}
TARIFFS = {"quota": "2026"}
# Measures of pace: taken when the other lanes are done.
ALONE = ("flush",)
LANE_SECONDS = 900
IN_PROCESS_SECONDS = 1500
IN_PROCESS = ["tests/integration/chaos", "-q", "-p", "no:randomly"]


def main() -> int:
    options = _options()
    if options.lane:
        return _lane(options.lane, options.only, options.seed)
    began = time.monotonic()
    # Lanes wait most of the time; what runs in one process does not.
    with ThreadPoolExecutor() as beside:
        in_process = None if options.only_lanes else beside.submit(_in_process, options.seed, options.examples)
        chosen = options.only_lanes or list(LANES)
        lines = _run_lanes([one for one in chosen if one not in ALONE], options.seed, options.side_by_side)
        counts = in_process.result() if in_process else []
        lines += _run_lanes([one for one in chosen if one in ALONE], options.seed, 1)
    found = report.Report(lines, counts, options.seed, time.monotonic() - began)
    sys.stdout.write(found.summary() + "\n")
    if not options.only_lanes:
        report.PAGE.write_text(found.page(), encoding="utf-8")
    return 0 if found.good else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make chaos", description=__doc__)
    parser.add_argument("--seed", type=int, default=7, help="the same seed, the same plan of faults")
    parser.add_argument("--lane", choices=sorted(LANES), help="run this lane in this process")
    parser.add_argument("--only", default="", help="with --lane: scenarios whose name holds this")
    parser.add_argument("--only-lanes", nargs="*", choices=sorted(LANES), help="some lanes, and no report")
    parser.add_argument("--side-by-side", type=int, default=4, help="lanes at once")
    parser.add_argument("--examples", type=int, default=450, help="histories of the state machine")
    return parser.parse_args()


def _lane(name: str, only: str, seed: int) -> int:
    scenarios = [one for one in LANES[name] if only in one.name]
    results = run_lane(name, scenarios, seed, TARIFFS.get(name, "legacy"), lambda line: print(line, flush=True))
    print(json.dumps({"lane": name, "scenario": "at the end", "broken": results[-1].broken}), flush=True)
    return 1 if any(one.broken for one in results) else 0


def _run_lanes(names: list[str], seed: int, side_by_side: int) -> list[dict[str, Any]]:
    """Each in a process of its own, so many at once; what they print is passed on as it comes."""
    waiting, lines = list(names), []
    running: dict[str, tuple[subprocess.Popen[bytes], float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        while waiting or running:
            while waiting and len(running) < side_by_side:
                name = waiting.pop(0)
                running[name] = _start(name, seed, Path(folder) / name)
            time.sleep(0.5)
            for name, (process, began) in list(running.items()):
                if process.poll() is None and time.monotonic() - began > LANE_SECONDS:
                    process.terminate()
                if process.poll() is not None:
                    lines += _told(name, Path(folder) / name, process.returncode)
                    del running[name]
    return lines


def _start(name: str, seed: int, out: Path) -> "tuple[subprocess.Popen[bytes], float]":
    command = [sys.executable, "-m", "tests.chaos", "--lane", name, "--seed", str(seed)]
    sys.stderr.write(f"lane {name} …\n")
    with out.open("wb") as output:
        return subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT), time.monotonic()


def _told(name: str, out: Path, code: int) -> list[dict[str, Any]]:
    text = out.read_text(encoding="utf-8", errors="replace")
    lines = [json.loads(line) for line in text.splitlines() if line.startswith('{"lane"')]
    for line in lines:
        sys.stderr.write(report.line_of(line) + "\n")
    if not lines or lines[-1]["scenario"] != "at the end":
        end = " / ".join(text.splitlines()[-5:])
        lines.append({"lane": name, "scenario": "the lane itself", "broken": [f"ended with {code}: {end}"]})
    return lines


def _in_process(seed: int, examples: int) -> list[dict[str, Any]]:
    """The failpoints one by one, and the state machine."""
    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder) / "counts"
        environment = {"CHAOS_COUNTS": str(book), "CHAOS_SEED": str(seed), "CHAOS_EXAMPLES": str(examples)}
        command = ["timeout", str(IN_PROCESS_SECONDS), sys.executable, "-m", "pytest", *IN_PROCESS]
        done = subprocess.run(command, env=os.environ | environment, check=False)
        counts = [json.loads(line) for line in book.read_text().splitlines()] if book.exists() else []
        return [*counts, {"kind": "broken", "faults": 1}] if done.returncode else counts


if __name__ == "__main__":
    sys.exit(main())
