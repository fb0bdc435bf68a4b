"""Ctrl-C and SIGTERM as a flag looked at between steps, so that no step is torn and everything started is also stopped."""

import signal
import threading
from types import FrameType, TracebackType
from typing import Any, Self

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Interrupted(Exception):
    """Somebody asked us to end. `number` is the signal."""

    def __init__(self, number: int) -> None:
        super().__init__(signal.Signals(number).name)
        self.number = number


class Interrupt:
    """While entered, the first signal is remembered and later ones are not heard: the stop under way runs to its end."""

    def __init__(self) -> None:
        self._number: int | None = None
        self._asked = threading.Event()
        self._before: dict[signal.Signals, Any] = {}

    def __enter__(self) -> Self:
        self._before = {number: signal.signal(number, self._remember) for number in SIGNALS}
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _remember(self, number: int, _frame: FrameType | None) -> None:
        self._number = self._number or number
        self._asked.set()

    def check(self) -> None:
        """Raises Interrupted once a signal has come."""
        self.wait(0)

    def wait(self, seconds: float) -> None:
        """Sleep, but not beyond a signal: raises Interrupted when one has come."""
        if self._asked.wait(seconds) and self._number is not None:
            raise Interrupted(self._number)
