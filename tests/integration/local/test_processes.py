"""Children and their guardian: nothing outlives us, whether we end well or not."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil  # type: ignore[import-untyped]  # it ships no types

from app.local.processes import Child, start, stop_all

# A leader that starts a child of its own; both refuse SIGTERM.
STUBBORN = """
import signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
if len(sys.argv) == 1:
    subprocess.Popen([sys.executable, __file__, "child"])
    print("up", flush=True)
time.sleep(60)
"""
SUPERVISOR = """
import sys, time
from pathlib import Path
from app.local.processes import start
start("sleeper", [sys.executable, "-c", "import time; time.sleep(60)", sys.argv[1]], Path(sys.argv[1]))
print("up", flush=True)
time.sleep(60)
"""


def test_stop_kills_what_the_leader_leaves_behind(tmp_path: Path) -> None:
    script = tmp_path / "stubborn.py"
    script.write_text(STUBBORN)
    child = _start(tmp_path, [sys.executable, str(script)])
    _wait_for_line(child, "up")
    assert len(_naming(script)) == 2
    stop_all([child], grace_seconds=0.2)
    assert child.exit_code == -signal.SIGKILL
    _gone(script)


def test_a_polite_child_ends_with_its_own_code(tmp_path: Path) -> None:
    child = _start(tmp_path, [sys.executable, "-c", "import sys; print('bye'); sys.exit(3)"])
    child.popen.wait(20)
    child.stop(1)
    assert child.exit_code == 3
    assert child.log_tail() == "bye"


def test_the_log_of_the_run_before_is_kept(tmp_path: Path) -> None:
    for word in ("first", "second"):
        child = _start(tmp_path, [sys.executable, "-c", f"print('{word}')"])
        child.popen.wait(20)
        child.stop(1)
    assert (tmp_path / "child.log").read_text() == "second\n"
    assert (tmp_path / "child.log.1").read_text() == "first\n"


def test_the_guardian_ends_the_children_of_a_killed_parent(tmp_path: Path) -> None:
    log = tmp_path / "sleeper.log"
    parent = subprocess.Popen([sys.executable, "-c", SUPERVISOR, str(log)], stdout=subprocess.PIPE, cwd=Path(__file__).parents[3])
    with parent:
        assert parent.stdout is not None
        assert parent.stdout.readline() == b"up\n"
        assert len(_naming(log)) == 2
        parent.kill()
    _gone(log)


def test_no_guardian_stays_when_there_is_nothing_to_guard(tmp_path: Path) -> None:
    child = _start(tmp_path, [sys.executable, "-c", "import time; time.sleep(60)"])
    before = _guardians()
    child.stop(5)
    assert len(before) == 1
    assert len(_guardians()) <= len(before)


def _start(folder: Path, command: list[str]) -> Child:
    return start("child", command, folder / "child.log")


def _wait_for_line(child: Child, line: str) -> None:
    give_up = time.monotonic() + 20
    while line not in child.log_tail():
        assert time.monotonic() < give_up
        time.sleep(0.02)


def _guardians() -> list[psutil.Process]:
    return [one for one in psutil.Process().children() if any("guardian.py" in part for part in one.cmdline())]


def _naming(path: Path) -> list[psutil.Process]:
    return [
        one
        for one in psutil.process_iter(["cmdline", "status"])
        if str(path) in (one.info["cmdline"] or ()) and one.info["status"] != psutil.STATUS_ZOMBIE
    ]


def _gone(path: Path) -> None:
    give_up = time.monotonic() + 10
    while _naming(path):
        assert time.monotonic() < give_up
        time.sleep(0.05)
