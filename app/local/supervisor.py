"""Everything FinCoach Sync needs, as children of one process.

    lock the data folder
      └─ PostgreSQL ─ migrate
           └─ Redis
                └─ sandbox, API, worker, beat     stopped first, together; then Redis; then PostgreSQL; then the lock

A server named by DATABASE_URL or CELERY_BROKER_URL is used instead of the embedded one. A child that ends by itself ends the run.
"""

import os
import signal
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from app.config import Settings
from app.development import sandbox_addresses
from app.errors import AppError
from app.local import migrations
from app.local.folder import DataFolder, Mailboxes
from app.local.interrupt import Interrupt
from app.local.named_servers import NamedServers, named_servers
from app.local.ports import LOOPBACK, require_free
from app.local.postgres import postgres_server
from app.local.processes import Child, start, stop_all
from app.local.redis import redis_server
from app.setting_forms import CALLBACK_PATH

CHILDREN = ("sandbox", "api", "worker", "beat")
ROOT = Path(__file__).parents[2]
# A worker finishes the batches it has in hand. Killed after this it loses nothing either: their leases run out.
GRACE_SECONDS = 10.0


class ChildEnded(AppError):
    code = "child_ended"
    title = "A process of the local mode ended by itself"

    def __init__(self, child: Child) -> None:
        code = child.exit_code or 0
        how = f"was killed by {signal.Signals(-code).name}" if code < 0 else f"ended with exit code {code}"
        super().__init__(f"{child.name} {how}; the end of {child.log}:\n{child.log_tail()}")


@dataclass(frozen=True, slots=True)
class Plan:
    """What to run. A `redis_port` of None takes a free one; a `data` of None is for who runs it to decide, else `.local`.

    `own_mail` holds a person's own mail, by kind (mbox, maildir, eml), in place of generated mailboxes. `faults` is a file.
    """

    data: Path | None
    api_port: int = 8000
    sandbox_port: int = 8025
    redis_port: int | None = None
    workers: int = 2
    users: int = 3
    mails: int = 600
    seed: int = 7
    tariff: str = "2026"
    latency: float = 0.1
    fresh: bool = False
    log_level: str = "INFO"
    own_mail: tuple[tuple[str, Path], ...] = ()
    faults: Path | None = None

    @property
    def emails(self) -> list[str]:
        """The sandbox's mailboxes: one of the person's own mail, or the generated ones."""
        return ["me@sandbox.test"] if self.own_mail else [f"user{number}@sandbox.test" for number in range(1, self.users + 1)]

    @property
    def mailboxes(self) -> Mailboxes:
        return Mailboxes(0, 0, 0) if self.own_mail else Mailboxes(self.users, self.mails, self.seed)


@dataclass(frozen=True, slots=True)
class Stack:
    """What runs. `env` is the children's environment; the app's own settings read the same. `again`: not the first run here."""

    plan: Plan
    folder: DataFolder
    again: bool
    named: NamedServers
    env: Mapping[str, str]
    servers: Sequence[Child]
    children: dict[str, Child] = field(default_factory=dict)

    @property
    def api_url(self) -> str:
        return f"http://{LOOPBACK}:{self.plan.api_port}"

    @property
    def sandbox_url(self) -> str:
        return f"http://{LOOPBACK}:{self.plan.sandbox_port}"

    @property
    def settings(self) -> dict[str, str]:
        """The app's settings among `env`."""
        return {name.upper(): self.env[name.upper()] for name in Settings.model_fields if name.upper() in self.env}

    def start(self, name: str) -> None:
        """Start one of CHILDREN, in place of the one that ran before."""
        if name in self.children:
            self.children[name].stop(0)
        command = _command(name, self.plan, self.folder)
        self.children[name] = start(name, command, self.folder.log(name), env=self.env, cwd=ROOT)

    def check(self) -> None:
        """Raises ChildEnded when one has."""
        for child in (*self.children.values(), *self.servers):
            if child.exit_code is not None:
                raise ChildEnded(child)


@contextmanager
def running(plan: Plan, interrupt: Interrupt, *, starting: Callable[[], None] = lambda: None) -> Iterator[Stack]:
    """Start everything, and stop everything at the end. Children are started but need not be ready yet.

    `starting` is called once nothing stands in the way any more.
    Raises ConfigurationError when a port or the data folder is taken, or a server does not start.
    """
    with ExitStack() as stops:
        folder = DataFolder((plan.data or Path(".local")).resolve())
        stops.enter_context(folder.locked())
        named = named_servers()
        _require_ports(plan, named)
        if named.database is None and not plan.fresh:
            folder.require(plan.mailboxes)
        starting()
        if plan.fresh:
            folder.clear()
        again = folder.mailboxes() is not None
        folder.remember(plan.mailboxes)
        stack = Stack(plan, folder, again, named, *_start_servers(plan, folder, named, stops, interrupt.check))
        stops.callback(lambda: stop_all(list(stack.children.values()), GRACE_SECONDS))
        for name in CHILDREN:
            interrupt.check()
            stack.start(name)
        stops.enter_context(folder.reachable(stack.settings))
        yield stack


def _require_ports(plan: Plan, named: NamedServers) -> None:
    require_free(plan.api_port, "API", "--api-port")
    require_free(plan.sandbox_port, "sandbox", "--sandbox-port")
    if plan.redis_port is not None and named.broker is None:
        require_free(plan.redis_port, "embedded Redis", "--redis-port")


def _start_servers(
    plan: Plan, folder: DataFolder, named: NamedServers, stops: ExitStack, check: Callable[[], None]
) -> tuple[dict[str, str], list[Child]]:
    """The embedded servers where no others are named; gives the environment and the servers that are ours."""
    servers = []
    database_url, broker_url = named.database, named.broker
    if database_url is None:
        postgres = stops.enter_context(postgres_server(folder.postgres, folder.log("postgres")))
        database_url = postgres.url
        servers.append(postgres.child)
    check()
    migrations.upgrade(database_url)
    check()
    if broker_url is None:
        redis = stops.enter_context(redis_server(folder.redis, folder.log("redis"), port=plan.redis_port))
        broker_url = redis.url
        servers.append(redis.child)
    return _environment(plan, folder, database_url, broker_url, named.results or broker_url), servers


def _environment(plan: Plan, folder: DataFolder, database_url: str, broker_url: str, results_url: str) -> dict[str, str]:
    sandbox = f"http://{LOOPBACK}:{plan.sandbox_port}/"
    return os.environ | {
        "APP_ENV": "local",
        "OPEN_TO_LOOPBACK": "true",
        "WEBHOOK_PRIVATE_TARGETS": "true",
        "DATABASE_URL": database_url,
        "CELERY_BROKER_URL": broker_url,
        "CELERY_RESULT_BACKEND": results_url,
        # Each by its name: whatever stands in the environment or in .env, the demo never speaks to Google.
        **{name.upper(): address for name, address in sandbox_addresses(sandbox).items()},
        "GOOGLE_REDIRECT_URI": f"http://{LOOPBACK}:{plan.api_port}{CALLBACK_PATH}",
        # Not the sandbox's own client: to that one every mailbox is granted already, and nobody would see the consent page.
        "GOOGLE_CLIENT_ID": "FinCoach.sandbox",
        "GOOGLE_CLIENT_SECRET": "sandbox",
        "GMAIL_TARIFF": plan.tariff,
        "GMAIL_GZIP": "false",  # both ends share this machine's cores
        "TOKEN_ENCRYPTION_KEYS": os.environ.get("TOKEN_ENCRYPTION_KEYS") or folder.token_key(),
        "PYTHONUNBUFFERED": "1",
    }


def _command(name: str, plan: Plan, folder: DataFolder) -> list[str]:
    python = [sys.executable, "-m"]
    celery = [*python, "celery", "-A", "app.celery_app"]
    match name:
        case "sandbox":
            return [*python, "sandbox", *_sandbox_options(plan)]
        case "api":
            api = [*python, "uvicorn", "app.main:create_app", "--factory", "--host", LOOPBACK, "--port", str(plan.api_port)]
            # An event stream would keep the server from ending.
            return [*api, "--timeout-graceful-shutdown", "2"]
        case "worker":
            # There is one worker: it has nobody to greet or gossip with, and starts a second earlier without.
            alone = ["--without-mingle", "--without-gossip"]
            return [*celery, "worker", "--concurrency", str(plan.workers), *alone, "--loglevel", plan.log_level]
        case _:
            # No pid file: one left behind by a kill would keep beat from starting; the folder's lock does that work.
            return [*celery, "beat", "--schedule", str(folder.beat_schedule), "--pidfile=", "--loglevel", "INFO"]


def _sandbox_options(plan: Plan) -> list[str]:
    names = ("mails", "seed", "tariff", "latency")
    mailboxes = [f"--{kind}={path.resolve()}" for kind, path in plan.own_mail] or [f"--users={plan.users}"]
    faults = [f"--faults={plan.faults.resolve()}"] if plan.faults else []
    return [f"--port={plan.sandbox_port}", *mailboxes, *faults, *(f"--{name}={getattr(plan, name)}" for name in names)]
