"""Ask what may never answer. A server that is stopped, and not dead, keeps whoever asks it waiting for as long as it likes."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(slots=True, eq=False)
class Patient(Generic[T]):
    """Asks in a thread of its own. While an answer is owed nobody asks again, so a silent server costs one thread."""

    ask: Callable[[], T]
    seconds: float
    _owed: Future[T] | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def answer(self) -> T:
        """Raises TimeoutError when there is none in time, and whatever `ask` raises."""
        with self._lock:
            if self._owed is None or self._owed.done():
                self._owed = Future()
                threading.Thread(target=_fulfil, args=(self._owed, self.ask), name="patience", daemon=True).start()
            owed = self._owed
        return owed.result(self.seconds)


def _fulfil(owed: Future[T], ask: Callable[[], T]) -> None:
    try:
        owed.set_result(ask())
    except BaseException as error:  # noqa: BLE001 -- it is raised where somebody waits for it
        owed.set_exception(error)
