"""Who asks a silent server waits so long and no longer, and costs one thread."""

import threading
from collections.abc import Callable
from itertools import count

import pytest

from app.services.patience import Patient


def counted(asked: "count[int]", gate: threading.Event) -> Callable[[], int]:
    def ask() -> int:
        number = next(asked)
        assert gate.wait(20)
        return number

    return ask


def test_a_silent_server_is_asked_once_and_again_when_it_has_answered() -> None:
    gate = threading.Event()
    patient = Patient(counted(count(1), gate), 0.02)
    for _ in range(3):
        with pytest.raises(TimeoutError):
            patient.answer()
    gate.set()
    patient.seconds = 20
    assert patient.answer() in {1, 2}  # the answer that was owed, or the next
    assert patient.answer() in {2, 3}


def test_what_goes_wrong_is_raised_where_it_is_waited_for() -> None:
    def ask() -> int:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        Patient(ask, 20).answer()
