"""`python -m app demo` from its start to its end, however it ends: no process is left, and the next start works."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psutil  # type: ignore[import-untyped]  # it ships no types
import pytest

from app.local.ports import LOOPBACK, free_port
from app.local.supervisor import ROOT

pytestmark = pytest.mark.timeout(180)

MARK = "FINCOACH_TEST_RUN"
UP = "Running until Ctrl-C."


class Demo:
    """A demo run with a mark in its environment, by which its processes are told from all others."""

    def __init__(self, data: Path, *options: str, **environment: str) -> None:
        self.data, self.mark = data, uuid.uuid4().hex
        self.log = data.with_name(f"{self.mark}.log")
        command = [sys.executable, "-m", "app", "demo", "--tariff", "none", "--latency", "0", "--users", "1", "--mails", "40"]
        command += ["--api-port", str(free_port()), "--sandbox-port", str(free_port()), *options]
        with self.log.open("wb") as out:
            self.popen = subprocess.Popen(
                command,
                cwd=ROOT,
                stdout=out,
                stderr=out,
                env=os.environ | {MARK: self.mark} | environment,
                start_new_session=True,
            )

    @property
    def output(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def wait_for(self, sentence: str, seconds: float = 90) -> None:
        give_up = time.monotonic() + seconds
        while sentence not in self.output:
            assert self.popen.poll() is None, self.output
            assert time.monotonic() < give_up, self.output
            time.sleep(0.1)

    def end(self, seconds: float = 150) -> int:
        """Its exit code; by then nothing may be left."""
        code = self.popen.wait(seconds)
        assert [process.cmdline() for process in self.processes()] == []
        return code

    def processes(self, *words: str) -> list[psutil.Process]:
        """Those of this run whose command line holds all the words. PostgreSQL overwrites its environment: known by its data."""
        found = []
        for process in psutil.process_iter():
            with suppress(psutil.Error):
                command = " ".join(process.cmdline())
                ours = process.environ().get(MARK) == self.mark or str(self.data) in command
                if ours and process.status() != psutil.STATUS_ZOMBIE and all(word in command for word in words):
                    found.append(process)
        return found


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "data"
    yield folder
    for process in psutil.process_iter():
        with suppress(psutil.Error):
            assert str(tmp_path) not in " ".join(process.cmdline())


def test_once_imports_everything_and_equals_the_ledger(data: Path) -> None:
    demo = Demo(data, "--once", "--users", "2", "--mails", "150", "--data", str(data))
    assert demo.end() == 0, demo.output
    assert "Equal: nothing lost, nothing doubled, nothing changed." in demo.output
    assert "user2" in demo.output
    assert "Importing" not in demo.output, "a table is for a terminal"
    assert demo.output.endswith("\n")

    again = Demo(data, "--once", "--users", "2", "--mails", "150", "--data", str(data))
    assert again.end() == 0, again.output
    assert "300 mails were imported by an earlier run and are not fetched again. --fresh starts over." in again.output

    other = Demo(data, "--once", "--users", "1", "--mails", "100", "--data", str(data))
    assert other.end() == 2, other.output
    assert other.output.count("\n") == 1
    assert "holds other mailboxes (--users 2 --mails 150 --seed 7, not --users 1 --mails 100 --seed 7)" in other.output


def test_a_persons_own_mail_is_imported_and_told_of(data: Path, tmp_path: Path) -> None:
    """An export with one unreadable part: its offset is named, all the rest is served; there is no ledger, but a balance."""
    date = (datetime.now(UTC) - timedelta(days=3)).strftime("%a, %d %b %Y %H:%M:%S +0000")
    postmark = b"From 1790000000000000001@xxx Thu Jan 15 10:20:30 +0000 2026\r\n"
    mail = f"From: A Friend <friend@example.com>\r\nSubject: Hello\r\nDate: {date}\r\n\r\nSee you on Sunday.\r\n\r\n".encode()
    takeout = tmp_path / "All mail.mbox"
    takeout.write_bytes(postmark + b"\x00\r\n\r\n" + (postmark + mail) * 3)
    faults = tmp_path / "faults.json"
    faults.write_text('[{"kind": "reset", "method": "batch", "count": 1}]')
    demo = Demo(data, "--once", "--mbox", str(takeout), "--faults", str(faults), "--data", str(data))
    assert demo.end() == 0, demo.output
    assert re.search(r"mails +3\n", demo.output), demo.output
    assert re.search(r"notice +3\n", demo.output), demo.output
    assert "no mail at offset 0; " in demo.output
    assert "Balanced: every mail has its outcome." in demo.output


def test_ctrl_c_ends_everything_and_the_next_start_finds_its_data(data: Path) -> None:
    first = Demo(data, "--data", str(data))
    first.wait_for(UP)
    assert len(first.processes()) >= 7
    assert f"(set -a; . {data}/env; " in first.output
    script = f"set -a; . {data}/env; exec {sys.executable} -m app keys create --name test --scope admin"
    made = subprocess.run(["sh", "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (made.returncode, made.stdout[:4]) == (0, "fcs_"), made.stderr
    first.popen.send_signal(signal.SIGINT)
    assert first.end() == 0, first.output
    assert not (data / "env").exists()

    second = Demo(data, "--data", str(data))
    second.wait_for(UP)
    second.popen.send_signal(signal.SIGTERM)
    assert second.end() == 0, second.output


def test_a_killed_supervisor_leaves_nothing_and_the_next_start_works(data: Path) -> None:
    demo = Demo(data, "--data", str(data))
    demo.wait_for(UP)
    demo.popen.kill()
    demo.popen.wait()
    psutil.wait_procs(demo.processes(), timeout=20)
    assert demo.processes() == []

    again = Demo(data, "--data", str(data))
    again.wait_for(UP)
    again.popen.send_signal(signal.SIGINT)
    assert again.end() == 0, again.output


@pytest.mark.parametrize(("name", "word"), [("sandbox", "sandbox"), ("worker", "worker"), ("beat", "beat")])
def test_a_child_that_dies_is_named_and_ends_the_run(data: Path, name: str, word: str) -> None:
    demo = Demo(data, "--data", str(data))
    demo.wait_for(UP)
    leaders = [
        process
        for process in demo.processes("-m", word)
        if process.ppid() == demo.popen.pid and "app demo" not in process.cmdline()
    ]
    min(leaders, key=lambda process: process.pid).kill()
    assert demo.end() == 1, demo.output
    assert f"{name} was killed by SIGKILL" in demo.output


def test_a_port_in_use_is_one_clear_line(data: Path) -> None:
    with socket.create_server((LOOPBACK, 0)) as taken:
        port = taken.getsockname()[1]
        demo = Demo(data, "--data", str(data), "--api-port", str(port))
        assert demo.end() == 2
    assert demo.output == f"fincoach: port {port}, wanted by the API, is in use; choose another with --api-port PORT\n"


def test_a_second_demo_on_the_same_data_is_one_clear_line(data: Path) -> None:
    first = Demo(data, "--data", str(data))
    first.wait_for("Starting")
    second = Demo(data, "--data", str(data))
    assert second.popen.wait(60) == 2
    assert second.output == (
        f"fincoach: another run uses {data}; stop it, or run beside it:"
        ' make demo ARGS="--data DIR --api-port PORT --sandbox-port PORT"\n'
    )
    first.popen.send_signal(signal.SIGINT)
    assert first.end() == 0, first.output


def test_servers_named_in_the_environment_are_used_instead(data: Path, postgres_url: str, redis_server_url: str) -> None:
    demo = Demo(data, "--once", "--data", str(data), DATABASE_URL=postgres_url, CELERY_BROKER_URL=redis_server_url)
    assert demo.end() == 0, demo.output
    assert not (data / "postgres").exists()
    assert not (data / "redis").exists()


def test_a_database_that_is_away_is_one_clear_line(data: Path) -> None:
    demo = Demo(data, "--data", str(data), DATABASE_URL="postgresql://me:hush@127.0.0.1:9/x")
    assert demo.end() == 2
    assert demo.output == "fincoach: no PostgreSQL at 127.0.0.1:9 (DATABASE_URL)\n"


def test_a_throw_away_folder_is_thrown_away_unless_the_run_fails(data: Path, tmp_path: Path) -> None:
    thrown = tmp_path / "tmp"
    thrown.mkdir()
    demo = Demo(data, "--once", TMPDIR=str(thrown))
    assert demo.end() == 0, demo.output
    assert list(thrown.iterdir()) == []
    assert str(thrown) not in demo.output

    failing = Demo(data, "--once", TMPDIR=str(thrown))
    failing.wait_for("Ready after")
    min(failing.processes("-m", "beat"), key=lambda process: process.pid).kill()
    assert failing.end() == 1, failing.output
    (kept,) = thrown.iterdir()
    assert failing.output.endswith(f"Data and logs are kept in {kept}\n")
    assert (kept / "logs" / "beat.log").exists()
