import os
import signal
import time

import pytest

from app.local.guardian import read
from app.local.interrupt import Interrupt, Interrupted


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_is_met_at_the_next_look(number: signal.Signals) -> None:
    with Interrupt() as interrupt:
        interrupt.check()
        os.kill(os.getpid(), number)
        with pytest.raises(Interrupted) as caught:
            interrupt.check()
    assert caught.value.number == number


def test_a_wait_ends_early() -> None:
    with Interrupt() as interrupt:
        os.kill(os.getpid(), signal.SIGTERM)
        began = time.monotonic()
        with pytest.raises(Interrupted):
            interrupt.wait(30)
    assert time.monotonic() - began < 5


def test_handlers_are_put_back() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with Interrupt():
        assert signal.getsignal(signal.SIGTERM) != before
    assert signal.getsignal(signal.SIGTERM) == before


def test_the_guardian_knows_what_is_still_watched() -> None:
    assert read(["watch 10 15\n", "watch 11 2\n", "forget 10\n", "forget 12\n", "\n"]) == {11: 2}
