"""Bounds on processor time that a busy machine or a collection of garbage cannot break."""

import gc
import time
from collections.abc import Callable

TRIES = 3


def ends_within(seconds: float, work: Callable[[], object]) -> bool:
    """Whether `work` needs less processor time than this; only a work that is always too slow is too slow."""
    return any(cpu_seconds(work) < seconds for _ in range(TRIES))


def cpu_seconds(work: Callable[[], object]) -> float:
    """What one call costs this process, without collecting what other tests left behind."""
    collects = gc.isenabled()
    gc.disable()
    try:
        begin = time.process_time()
        work()
        return time.process_time() - begin
    finally:
        if collects:
            gc.enable()
