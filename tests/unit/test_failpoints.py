"""Failpoints kill a process where they are told to, at the time they are told, and are nothing otherwise."""

import signal
import subprocess
import sys

import pytest

from app import failpoints

PROGRAM = (
    "from app import failpoints; failpoints.arm({said!r}); [failpoints.reach(point) or print(point) for point in {points!r}]"
)


def run(said: str, points: list[str]) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-u", "-c", PROGRAM.format(said=said, points=points)]
    return subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)


def test_the_process_dies_the_third_time_it_comes_by() -> None:
    done = run("fetched=3,listed=9", ["fetched", "listed", "fetched", "fetched", "rang"])
    assert done.returncode == -signal.SIGKILL
    assert done.stdout.split() == ["fetched", "listed", "fetched"]
    assert done.stderr == "failpoint fetched\n"


def test_without_the_setting_nothing_happens() -> None:
    assert run("", list(failpoints.POINTS) * 3).returncode == 0


def test_a_point_is_known_by_its_name() -> None:
    with pytest.raises(ValueError, match="nowhere=1 is not a failpoint"):
        failpoints.parse("claimed=2,nowhere=1")
