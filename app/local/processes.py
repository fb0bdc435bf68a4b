"""Child processes of the local mode: each leads its own session, writes to its own log, and cannot outlive us."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil  # type: ignore[import-untyped]  # it ships no types
from honcho.process import Popen

from app.local.system_user import SystemUser

TAIL_LINES = 15
LEFTOVER_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Child:
    """A started process. `stop_signal` is what its leader wants for a clean end; its group is killed after that."""

    name: str
    popen: "subprocess.Popen[bytes]"
    log: Path
    stop_signal: signal.Signals = signal.SIGTERM

    @property
    def exit_code(self) -> int | None:
        code: int | None = self.popen.poll()
        return code

    def log_tail(self, lines: int = TAIL_LINES) -> str:
        with contextlib.suppress(OSError):
            return "\n".join(self.log.read_text(encoding="utf-8", errors="replace").splitlines()[-lines:])
        return ""

    def ask_to_stop(self) -> None:
        """Only the leader is asked: a Celery worker ends its pool children itself, after what they have in hand."""
        if self.exit_code is None:
            self.popen.send_signal(self.stop_signal)

    def stop(self, grace_seconds: float) -> None:
        """Ask, wait, then kill whatever is left of the group."""
        self.ask_to_stop()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.popen.wait(timeout=max(grace_seconds, 0))
        with contextlib.suppress(ProcessLookupError, PermissionError):  # macOS says EPERM of a group of zombies
            os.killpg(self.popen.pid, signal.SIGKILL)
        self.popen.wait()
        _guardian.forget(self.popen.pid)


@dataclass(frozen=True, slots=True)
class Server:
    """A child that others connect to."""

    url: str
    child: Child


def start(
    name: str,
    command: Sequence[str],
    log: Path,
    *,
    env: Mapping[str, str] | None = None,
    user: SystemUser | None = None,
    cwd: Path | None = None,
    stop_signal: signal.Signals = signal.SIGTERM,
) -> Child:
    """Start a command in its own session, its output in `log` (the last run's is kept as `<log>.1`).

    A session of its own keeps the terminal's Ctrl-C from it: we decide who ends first. `user` is another system user to run as.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    if log.exists():
        log.replace(log.with_name(log.name + ".1"))
    with log.open("wb") as output:
        popen = Popen(
            list(command),
            shell=False,
            stdin=subprocess.DEVNULL,
            stdout=output,
            env=None if env is None else dict(env),
            cwd=cwd,
            **(user.popen_options if user else {}),
        )
    _guardian.watch(popen.pid, stop_signal)
    return Child(name, popen, log, stop_signal)


def stop_all(children: Sequence[Child], grace_seconds: float) -> None:
    """Stop several at once: the grace is shared, not added up."""
    deadline = time.monotonic() + grace_seconds
    for child in children:
        child.ask_to_stop()
    for child in children:
        child.stop(deadline - time.monotonic())


def end_leftover(pid_file: Path, folder: Path, stop_signal: signal.Signals) -> None:
    """Stop a server that outlived its run, and drop a process-id file that speaks of another process by now.

    Callers hold the lock of the data folder, so a server on it has no owner any more. Ours name their folder when started.
    """
    with contextlib.suppress(OSError, ValueError, IndexError, psutil.Error):
        process = psutil.Process(int(pid_file.read_text().splitlines()[0]))
        if str(folder) not in process.cmdline():
            pid_file.unlink()
            return
        process.send_signal(stop_signal)
        with contextlib.suppress(psutil.TimeoutExpired):
            process.wait(LEFTOVER_SECONDS)
            return
        process.kill()
        process.wait(LEFTOVER_SECONDS)


class _Guardian:
    """Our end of the guardian's pipe. It runs only while there is something to guard."""

    def __init__(self) -> None:
        self._groups: set[int] = set()
        self._process: subprocess.Popen[bytes] | None = None

    def watch(self, group: int, number: signal.Signals) -> None:
        self._groups.add(group)
        self._tell(f"watch {group} {int(number)}\n")

    def forget(self, group: int) -> None:
        if group not in self._groups:
            return
        self._groups.remove(group)
        self._tell(f"forget {group}\n")
        if not self._groups:
            self._end()

    def _tell(self, line: str) -> None:
        # A guardian that somebody has killed is not worth failing for: we still end our children ourselves.
        with contextlib.suppress(OSError):
            pipe = self._running().stdin
            if pipe is not None:
                pipe.write(line.encode())

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._process is None:
            script = Path(__file__).with_name("guardian.py")
            # -IS leaves out site-packages: it starts in milliseconds and needs none of them.
            command = [sys.executable, "-IS", str(script)]
            self._process = subprocess.Popen(  # noqa: S603 -- our own interpreter, our own file
                command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, bufsize=0, start_new_session=True
            )
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            with contextlib.suppress(OSError):
                process.communicate()


_guardian = _Guardian()
