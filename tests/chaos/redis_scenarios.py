"""Redis restarted, killed, flushed, away and silent; messages dropped, doubled, reordered and poisoned."""

import json
import signal
import time
import uuid

from tests.chaos.house import House, Person
from tests.chaos.lane import Scenario
from tests.chaos.proxy import Mischief
from tests.chaos.watcher import Watcher

AWAY_SECONDS = 60.0
SILENT_SECONDS = 30.0
# What the API may take to answer while Redis does not.
ANSWER_SECONDS = 6.0


def restart(house: House, watcher: Watcher) -> list[Person]:
    return _away(house, kill=False, seconds=0)


def kill(house: House, watcher: Watcher) -> list[Person]:
    return _away(house, kill=True, seconds=0)


def down(house: House, watcher: Watcher) -> list[Person]:
    return _away(house, kill=False, seconds=AWAY_SECONDS)


def _away(house: House, *, kill: bool, seconds: float) -> list[Person]:
    people = house.people(3, 225)
    late = house.person(50)
    with house.slow(0.7):
        house.start_imports(people)
        house.wait_for_mails(people, 100)
        house.stop_redis(kill=kill)
        house.faults["Redis: killed" if kill else "Redis: stopped"] += 1
        if seconds:
            _api_answers(house, late)
        time.sleep(seconds)
        house.start_redis()
        house.start_imports([late])
        house.wait_until_over([*people, late])
    return [*people, late]


def _api_answers(house: House, person: Person) -> None:
    """Start and status while Redis is away: the job is committed, and rung later."""
    for call in (house.client.start, lambda user_id, _: house.client.status(user_id)):
        began = time.monotonic()
        call(person.user_id, 6)
        seconds = time.monotonic() - began
        assert seconds <= ANSWER_SECONDS, f"the API took {seconds:.1f} s without Redis"


def blackhole(house: House, watcher: Watcher) -> list[Person]:
    """It takes connections and says nothing."""
    people = house.people(3, 225)
    late = house.person(50)
    with house.slow(0.7):
        house.start_imports(people)
        house.wait_for_mails(people, 100)
        house.redis.child.popen.send_signal(signal.SIGSTOP)
        house.faults["Redis: silent"] += 1
        _api_answers(house, late)
        time.sleep(SILENT_SECONDS)
        house.redis.child.popen.send_signal(signal.SIGCONT)
        house.wait_until_over([*people, late])
    return [*people, late]


def flush_idle(house: House, watcher: Watcher) -> list[Person]:
    _flush(house)
    people = house.people(2, 100)
    house.start_imports(people)
    return people


def flush_at_work(house: House, watcher: Watcher) -> list[Person]:
    people = house.people(4, 225)
    with house.slow(0.7):
        house.start_imports(people)
        for _ in range(12):
            house.pause(0.2, 1.5)
            _flush(house)
        house.wait_until_over(people)
    return people


def _flush(house: House) -> None:
    with house.redis_client() as client:
        client.flushall()
    house.faults["Redis: FLUSHALL"] += 1


def drop_some(house: House, watcher: Watcher) -> list[Person]:
    return _with(house, Mischief(drop=0.3), people=6)


def drop_all_for_a_while(house: House, watcher: Watcher) -> list[Person]:
    people = house.people(3, 225)
    house.proxy.mischief = Mischief(drop=1.0)
    house.start_imports(people)
    time.sleep(10)
    house.proxy.mischief = Mischief()
    house.wait_until_over(people)
    return people


def double(house: House, watcher: Watcher) -> list[Person]:
    return _with(house, Mischief(copies=10), people=12)


def reorder(house: House, watcher: Watcher) -> list[Person]:
    return _with(house, Mischief(reorder=0.5, copies=2, drop=0.1), people=4)


def _with(house: House, mischief: Mischief, people: int) -> list[Person]:
    several = house.people(people, 225)
    house.proxy.mischief = mischief
    house.start_imports(several)
    house.wait_until_over(several, 300)
    house.proxy.mischief = Mischief()
    return several


def poison(house: House, watcher: Watcher) -> list[Person]:
    """Bodies that are no message, tasks nobody knows, arguments of the wrong kind: the worker lives on."""
    people = house.people(3, 225)
    with house.slow(0.5):
        house.start_imports(people)
        for _ in range(4):
            for queue in ("celery", "celery_dispatch"):
                for body in _poisons():
                    with house.redis_client() as client:
                        client.rpush(queue, body)
                    house.faults["message: poison"] += 1
                    house.pause(0.0, 0.1)
        house.wait_until_over(people)
    assert all(house.child(name).exit_code is None for name in ("worker", "worker2")), "a worker ended of a message"
    return people


def _poisons() -> list[bytes]:
    tasks = "app.workers.email_tasks"
    good = _message(f"{tasks}.process_email_batch", [str(uuid.uuid4())])
    return [
        b"this is no JSON",
        b"{}",
        b'["a", "list"]',
        json.dumps({**good, "body": "%%%"}).encode(),
        json.dumps({**good, "content-type": "application/x-python-serialize", "body": "gASVBQAAAAAAAAA="}).encode(),
        json.dumps({**good, "headers": {}}).encode(),
        json.dumps(_message("os.system", ["true"])).encode(),
        json.dumps(_message(f"{tasks}.process_email_batch", ["no uuid"])).encode(),
        json.dumps(_message(f"{tasks}.process_email_batch", [1, 2, 3])).encode(),
        json.dumps(_message(f"{tasks}.fetch_user_emails_initial", [str(uuid.uuid4()), -5])).encode(),
    ]


def _message(task: str, args: list[object]) -> dict[str, object]:
    """As Celery writes one (protocol 2)."""
    task_id = str(uuid.uuid4())
    body = json.dumps([args, {}, {"callbacks": None, "errbacks": None, "chain": None, "chord": None}])
    return {
        "body": body,
        "content-encoding": "utf-8",
        "content-type": "application/json",
        "headers": {"lang": "py", "task": task, "id": task_id, "root_id": task_id, "parent_id": None, "group": None},
        "properties": {
            "correlation_id": task_id,
            "delivery_mode": 2,
            "delivery_info": {"exchange": "", "routing_key": "celery"},
            "priority": 0,
            "body_encoding": "utf-8",
            "delivery_tag": str(uuid.uuid4()),
        },
    }


SCENARIOS = {
    "redis": [
        Scenario("Redis restarted", restart),
        Scenario("Redis killed with -9", kill),
        Scenario("Redis down for 60 s", down),
        Scenario("Redis silent for 30 s", blackhole),
        Scenario("FLUSHALL while idle", flush_idle),
        Scenario("FLUSHALL twelve times at work", flush_at_work),
    ],
    "messages": [
        Scenario("30 % of the messages dropped", drop_some),
        Scenario("all messages dropped for 10 s", drop_all_for_a_while),
        Scenario("each message ten times", double),
        Scenario("half of the messages put first, all doubled, 10 % dropped", reorder),
        Scenario("poison, unknown tasks, wrong arguments", poison),
    ],
}
