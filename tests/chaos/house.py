"""A whole stack with its servers in our hand, and the people whose mail it imports."""

import contextlib
import json
import os
import random
import signal
import time
import urllib.parse
import uuid
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import httpx2 as httpx
import psutil  # type: ignore[import-untyped]  # it ships no types
import psycopg2
import psycopg2.extras
import redis

from app.config import get_settings
from app.db import dispose_engine
from app.local.client import CallFailed, Client
from app.local.interrupt import Interrupt
from app.local.ports import LOOPBACK, free_port
from app.local.postgres import postgres_server
from app.local.processes import Child, start
from app.local.redis import redis_server
from app.local.supervisor import ROOT, Plan, Stack, _command, running
from app.services import connections
from tests.chaos.proxy import RedisProxy

SCOPE = "https://www.googleapis.com/auth/gmail.readonly"
BATCH = 25
READY_SECONDS = 120.0
# For a look of ours at the database: whoever waits for something there looks again.
PATIENCE = "-c statement_timeout=10s"
# Small batches make many steps. Redis gives out again soon after a lease ends, or a lane would wait five minutes for it.
SETTINGS = {"EMAILS_PER_BATCH": str(BATCH), "VISIBILITY_TIMEOUT_SECONDS": "60"}
# Whoever writes the outcomes of a batch whose lease has run out is noted down: invariant I4.
FENCE = """
CREATE TABLE chaos_fence (batch_id uuid, at timestamptz DEFAULT clock_timestamp());
CREATE FUNCTION chaos_fence() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF OLD.status = 'running' AND OLD.lease_expires_at < clock_timestamp() AND NEW.lost_leases = OLD.lost_leases
     AND cardinality(NEW.pending_ids) < cardinality(OLD.pending_ids) THEN
    INSERT INTO chaos_fence (batch_id) VALUES (OLD.id);
  END IF;
  RETURN NEW; END $$;
CREATE TRIGGER chaos_fence BEFORE UPDATE ON email_sync_batches FOR EACH ROW EXECUTE FUNCTION chaos_fence();
"""


@dataclass(frozen=True)
class Person:
    user_id: str
    email: str


class Late(AssertionError):
    """What was waited for did not happen in time."""


@dataclass
class House:
    folder: Path
    dice: random.Random
    stops: ExitStack
    tariff: str = "legacy"
    latency: float = 0.2
    faults: Counter[str] = field(default_factory=Counter)
    _postgres: Any = None
    _redis: Any = None
    _people: int = 0

    def open(self) -> None:
        self._start_postgres()
        self._start_redis()
        self.proxy = RedisProxy(self.redis_port, self.dice)
        self.proxy.start()
        broker = f"redis://{LOOPBACK}:{self.proxy.port}/0"
        os.environ.update(SETTINGS, DATABASE_URL=self.database_url, CELERY_BROKER_URL=broker, CELERY_RESULT_BACKEND=broker)
        plan = Plan(
            data=self.folder / "data",
            api_port=free_port(),
            sandbox_port=free_port(),
            users=0,
            mails=0,
            tariff=self.tariff,
            latency=self.latency,
            seed=self.dice.randrange(1000),
        )
        self.stack: Stack = self.stops.enter_context(running(plan, Interrupt()))
        self.client = self.stops.enter_context(Client(self.stack.api_url, self.stack.sandbox_url))
        self.http = self.stops.enter_context(httpx.Client(timeout=20, trust_env=False))
        os.environ.update(self.stack.env)
        dispose_engine()
        get_settings.cache_clear()
        self.start_worker("worker2")
        self.wait_until(self.client.ready, READY_SECONDS, "ready")
        self.execute(FENCE)

    # ── servers ──

    def _start_postgres(self) -> None:
        self._postgres = ExitStack()
        self.stops.callback(self._postgres.close)
        self.postgres = self._postgres.enter_context(postgres_server(self.folder / "postgres", self.folder / "postgres.log"))
        self.database_url = self.postgres.url

    def stop_postgres(self) -> None:
        self._postgres.close()

    def start_postgres(self) -> None:
        self._start_postgres()

    def _start_redis(self, port: int | None = None) -> None:
        self._redis = ExitStack()
        self.stops.callback(self._redis.close)
        self.redis = self._redis.enter_context(redis_server(self.folder / "redis", self.folder / "redis.log", port=port))
        self.redis_port = int(urllib.parse.urlsplit(self.redis.url).port or 0)

    def stop_redis(self, *, kill: bool = False) -> None:
        if kill:
            self.redis.child.popen.kill()
        self._redis.close()

    def start_redis(self) -> None:
        self._start_redis(self.redis_port)

    @contextlib.contextmanager
    def redis_client(self) -> Iterator["redis.Redis"]:
        with redis.Redis.from_url(self.redis.url, socket_timeout=5) as client:
            yield client

    # ── processes ──

    def start_worker(self, name: str, **environment: str) -> None:
        """`worker` or `worker2`; what ran under the name is ended."""
        stack = replace(self.stack, env={**self.stack.env, **environment})
        if name in self.stack.children:
            self.stack.children[name].stop(0)
        command = [*_command("worker", self.stack.plan, self.stack.folder), "-n", f"{name}@%h"]
        self.stack.children[name] = start(name, command, self.stack.folder.log(name), env=stack.env, cwd=ROOT)

    def start_beat(self, name: str = "beat") -> None:
        command = [*_command("beat", self.stack.plan, self.stack.folder)]
        command[command.index("--schedule") + 1] += name
        if name in self.stack.children:
            self.stack.children[name].stop(0)
        self.stack.children[name] = start(name, command, self.stack.folder.log(name), env=self.stack.env, cwd=ROOT)

    def child(self, name: str) -> Child:
        return self.stack.children[name]

    def pool_of(self, name: str) -> list[psutil.Process]:
        with contextlib.suppress(psutil.Error):
            return list(psutil.Process(self.child(name).popen.pid).children())
        return []

    def kill_group(self, name: str, number: signal.Signals = signal.SIGKILL) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.child(name).popen.pid, number)

    # ── database ──

    def rows(self, sql: str, *values: object) -> list[dict[str, Any]]:
        with contextlib.closing(psycopg2.connect(self.database_url, connect_timeout=5, options=PATIENCE)) as connection:
            connection.autocommit = True
            with connection.cursor(cursor_factory=psycopg2.extras.RealDictCursor) as cursor:
                cursor.execute(sql, values or None)
                return [dict(row) for row in cursor.fetchall()] if cursor.description else []

    def execute(self, sql: str, *values: object) -> None:
        self.rows(sql, *values)

    # ── people ──

    def people(self, count: int, mails: int) -> list[Person]:
        """New people with a connected mailbox each."""
        return [self.person(mails) for _ in range(count)]

    def person(self, mails: int) -> Person:
        self._people += 1
        email = f"person{self._people}@sandbox.test"
        self.sandbox("POST", "mailboxes", {"email": email, "mails": mails, "seed": self.dice.randrange(10_000)})
        return self.connect(email, email)

    def connect(self, user_email: str, mailbox: str) -> Person:
        person = Person(self.client.ensure_user(user_email, "Person"), mailbox)
        connections.connect(uuid.UUID(person.user_id), mailbox, f"sandbox-refresh-{mailbox}", [SCOPE])
        return person

    def start_imports(self, people: list[Person], months: int = 6) -> None:
        for person in people:
            self.client.start(person.user_id, months)

    def look_now(self, people: list[Person]) -> None:
        """Let their mailboxes be due for an incremental look."""
        ids = [one.user_id for one in people]
        self.execute("UPDATE gmail_connections SET next_sync_at = now() WHERE user_id = ANY(%s::uuid[])", ids)

    def status(self, person: Person) -> Mapping[str, Any]:
        return self.client.status(person.user_id)

    def processed(self, people: list[Person]) -> int:
        ids = [one.user_id for one in people]
        sql = "SELECT coalesce(sum(processed_emails), 0) AS n FROM email_sync_jobs WHERE user_id = ANY(%s::uuid[])"
        return int(self.rows(sql, ids)[0]["n"])

    def wait_for_mails(self, people: list[Person], mails: int, seconds: float = 60) -> None:
        self.wait_until(lambda: self.processed(people) >= mails, seconds, f"{mails} mails")

    def wait_for_work(self, batches: int) -> None:
        """So many are at work just now."""
        running = "SELECT count(*) AS n FROM email_sync_batches WHERE status = 'running'"
        self.wait_until(lambda: self.rows(running)[0]["n"] >= batches, 60, f"{batches} batches at work")

    def wait_until_over(self, people: list[Person], seconds: float = 150) -> None:
        """No job of theirs is live."""
        ids = [one.user_id for one in people]
        live = "SELECT 1 FROM email_sync_jobs WHERE user_id = ANY(%s::uuid[]) AND status IN ('pending', 'processing')"
        self.wait_until(lambda: not self.rows(live, ids), seconds, "the end of the imports")

    @staticmethod
    def wait_until(done: Callable[[], object], seconds: float, what: str, every: float = 0.1) -> None:
        give_up = time.monotonic() + seconds
        while True:
            with contextlib.suppress(psycopg2.Error, CallFailed, redis.RedisError):
                if done():
                    return
            if time.monotonic() > give_up:
                raise Late(f"{what}: not within {seconds:.0f} s")
            time.sleep(every)

    def pause(self, low: float, high: float) -> None:
        time.sleep(self.dice.uniform(low, high))

    # ── sandbox ──

    def sandbox(self, method: str, path: str, body: Any = None, **options: Any) -> Any:
        if body is not None:
            options["content"], options["headers"] = json.dumps(body), {"content-type": "application/json"}
        answer = self.http.request(method, f"{self.stack.sandbox_url}/sandbox/{path}", **options)
        answer.raise_for_status()
        return answer.json()

    def api(self, method: str, path: str) -> None:
        self.http.request(method, f"{self.stack.api_url}/api/v1/{path}").raise_for_status()

    @contextlib.contextmanager
    def gmail_faults(self, *faults: dict[str, Any]) -> Iterator[None]:
        """While inside; each hit is counted, but those that only slow things down."""
        for fault in faults:
            self.sandbox("POST", "faults", {"seed": self.dice.randrange(1000), **fault})
        try:
            yield
        finally:
            for one in self.sandbox("GET", "faults")["faults"]:
                if one["kind"] != "delay" or one.get("seconds", 1.0) >= get_settings().gmail_timeout_seconds:
                    self.faults[f"Gmail: {one['kind']}"] += one["hits"]
            self.sandbox("DELETE", "faults")

    def slow(self, seconds: float) -> Any:
        """Batches take so long: time to let things go wrong in."""
        return self.gmail_faults({"kind": "delay", "method": "batch", "seconds": seconds})
