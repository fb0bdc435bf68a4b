"""Ends what its parent has left running when the parent is gone, however it went.

Run as a file, apart from the package: `python -IS guardian.py`, with a pipe from the parent as its standard input. Each line is
`watch <process group> <signal>` or `forget <process group>`. A pipe closes when its last writer dies, SIGKILL included, and this
works on Linux and macOS alike; then the watched groups get their signal, last watched first, and after a grace SIGKILL.
"""

import contextlib
import os
import signal
import sys
import time
from collections.abc import Iterable

GRACE_SECONDS = 5.0


def read(lines: Iterable[str]) -> dict[int, int]:
    """The groups still watched when the pipe closed, with the signal each wants."""
    watched: dict[int, int] = {}
    for line in lines:
        match line.split():
            case ["watch", group, number]:
                watched[int(group)] = int(number)
            case ["forget", group]:
                watched.pop(int(group), None)
    return watched


def end(watched: dict[int, int]) -> None:
    """Ask each group to end, wait, then insist."""
    for group, number in reversed(watched.items()):
        _send(group, number)
    deadline = time.monotonic() + GRACE_SECONDS
    while time.monotonic() < deadline and any(_send(group, 0) for group in watched):
        time.sleep(0.05)
    for group in watched:
        _send(group, signal.SIGKILL)


def _send(group: int, number: int) -> bool:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(group, number)
        return True
    return False


if __name__ == "__main__":
    for ignored in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ignored, signal.SIG_IGN)
    end(read(sys.stdin))
