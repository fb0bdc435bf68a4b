"""Places where a worker may be made to die, to show that it may. Without FAILPOINTS nothing happens at any of them.

`FAILPOINTS="fetched=3,before_ring=20"` kills a worker's process the third time it has fetched, or the twentieth time it is
about to ring. Every process of the pool counts for itself. Production refuses the setting.
"""

import os
import signal

POINTS = (
    "claimed",  # a batch is leased, nothing is fetched
    "fetched",  # its mails are here, nothing is written
    "listed",  # a page of ids is here, nothing is written
    "looked",  # an incremental look has its ids, nothing is written
    "before_commit",  # all is written, nothing is committed
    "before_ring",  # committed; the next bell is not rung
    "rang",  # all bells are rung, the message is not acknowledged
)

_left: dict[str, int] = {}


def reach(point: str) -> None:
    """One of POINTS is passed."""
    if _left:
        _count_down(point)


def parse(said: str) -> dict[str, int]:
    """Raises ValueError for what is not `point=times`, of POINTS and from 1."""
    found = {}
    for item in filter(None, said.split(",")):
        point, _, times = item.partition("=")
        if point not in POINTS or not times.isdecimal() or int(times) < 1:
            raise ValueError(f"{item} is not a failpoint and a number from 1, as in {POINTS[0]}=3; there are {', '.join(POINTS)}")
        found[point] = int(times)
    return found


def arm(said: str) -> None:
    """From now on this process dies where `said` says."""
    _left.clear()
    _left.update(parse(said))


def _count_down(point: str) -> None:
    _left[point] = _left.get(point, 0) - 1
    if _left[point] == 0:
        # Past Python's buffers, which die with us: the log is where such deaths are counted.
        os.write(2, f"failpoint {point}\n".encode())
        os.kill(os.getpid(), signal.SIGKILL)
