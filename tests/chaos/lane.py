"""One lane: a stack of its own, its scenarios one after the other."""

import faulthandler
import json
import random
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tests.chaos import checks
from tests.chaos.house import House, Person
from tests.chaos.watcher import Watcher

# No scenario takes so long. One that does says where it stands.
SCENARIO_SECONDS = 480.0
Run = Callable[[House, Watcher], list[Person]]


@dataclass(frozen=True)
class Scenario:
    """`run` gives the people whose mail must now equal the ledger. `open_transactions` are part of it: I9 is not asked."""

    name: str
    run: Run
    open_transactions: bool = False


@dataclass
class Result:
    lane: str
    scenario: str
    seconds: float = 0.0
    faults: dict[str, int] = field(default_factory=dict)
    recovery: float | None = None
    longest_transaction: float | None = None
    broken: list[str] = field(default_factory=list)


def run_lane(name: str, scenarios: list[Scenario], seed: int, tariff: str, tell: Callable[[str], None]) -> list[Result]:
    """Goes on after a scenario that broke something: the others have something to tell as well."""
    with tempfile.TemporaryDirectory(prefix="fincoach-chaos-", ignore_cleanup_errors=True) as folder, ExitStack() as stops:
        house = House(Path(folder), random.Random(f"{seed}/{name}"), stops, tariff)
        house.open()
        watcher = Watcher(house)
        watcher.start()
        stops.callback(watcher.stop)
        results = [_run(name, one, house, watcher, tell) for one in scenarios]
        last = Result(name, "at the end")
        try:
            last.broken = checks.at_the_end(house)
        except AssertionError as error:
            last.broken = [str(error)]
        return [*results, last]


def _run(lane: str, scenario: Scenario, house: House, watcher: Watcher, tell: Callable[[str], None]) -> Result:
    began, before = time.monotonic(), Counter(house.faults)
    house.proxy.done.clear()
    watcher.recoveries.clear()
    watcher.longest_transaction = 0.0
    faulthandler.dump_traceback_later(SCENARIO_SECONDS)
    try:
        broken = _play(scenario, house, watcher)
    except Exception as error:  # noqa: BLE001  whatever it was, this scenario has failed and the next is tried
        broken = [f"{type(error).__name__}: {error}", *traceback.format_exc().splitlines()[-6:]]
    finally:
        faulthandler.cancel_dump_traceback_later()
    house.faults.update(house.proxy.done)
    result = Result(
        lane,
        scenario.name,
        round(time.monotonic() - began, 1),
        dict(house.faults - before),
        round(max(watcher.recoveries), 1) if watcher.recoveries else None,
        None if scenario.open_transactions else round(watcher.longest_transaction, 2),
        broken,
    )
    tell(json.dumps(asdict(result)))
    return result


def _play(scenario: Scenario, house: House, watcher: Watcher) -> list[str]:
    people = scenario.run(house, watcher)
    house.wait_until_over(people)
    house.wait_until(lambda: watcher.waiting == 0, 60, "I5: all work of killed workers goes on")
    return checks.broken(house, watcher, people)
