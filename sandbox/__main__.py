"""`python -m sandbox`: serve Gmail on a loopback port, or write its mails to disk."""

import argparse
import gc
import signal
import socket
import sys
import time
from collections.abc import Callable
from pathlib import Path

from sandbox import export
from sandbox.contract import Contract
from sandbox.generator import Catalogue, read_corpus
from sandbox.quota import TARIFFS, Quota
from sandbox.server import App, Server
from sandbox.service import Service
from sandbox.world import World, populate


def main() -> int:
    # A signal that comes before the loop stands is an orderly end as well.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    signal.signal(signal.SIGINT, lambda *_: sys.exit(0))
    options = _options()
    try:
        catalogue = Catalogue(read_corpus(options.corpus) if options.corpus else None)
    except (OSError, ValueError, KeyError, TypeError) as error:
        return _refuse(f"cannot read the corpus {options.corpus}: {error}")
    world = World(catalogue, time.time())
    populate(world, options.users, options.mails, options.seed)
    return _dump(world, options.dump) if options.dump else _serve(world, options)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m sandbox", description="Gmail on localhost.")
    parser.add_argument("--port", type=_number(0, 65535), default=8025)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--users", type=_number(0, 100_000), default=8, help="mailboxes user1@sandbox.test ...")
    parser.add_argument("--mails", type=_number(0, 1_000_000), default=600, help="in each mailbox, over the last 175 days")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tariff", choices=tuple(TARIFFS), default="2026")
    parser.add_argument("--latency", type=_seconds, default=0.0, help="seconds added to each HTTP call")
    parser.add_argument("--concurrency", type=_number(1, 100_000), default=30, help="calls of one user that may run at once")
    parser.add_argument("--corpus", type=Path, help="labelled mails which every mailbox holds among its own")
    parser.add_argument("--check", action="store_true", help="hold every answer of the API against Google's discovery document")
    parser.add_argument("--dump", type=Path, help="write the mailboxes into this folder and end")
    return parser.parse_args()


def _number(low: int, high: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        value = int(text)
        if not low <= value <= high:
            raise argparse.ArgumentTypeError(f"{value} is not between {low} and {high}")
        return value

    return number


def _seconds(text: str) -> float:
    value = float(text)
    if not 0 <= value <= 600:
        raise argparse.ArgumentTypeError(f"{text} is not between 0 and 600")
    return value


def _refuse(sentence: str) -> int:
    sys.stderr.write(f"sandbox: {sentence}\n")
    return 2


def _dump(world: World, folder: Path) -> int:
    try:
        written = export.dump(world, folder)
    except OSError as error:
        return _refuse(f"cannot write to {folder}: {error}")
    sys.stdout.write(f"{written} mails in {folder}\n")
    return 0


def _serve(world: World, options: argparse.Namespace) -> int:
    try:
        listener = socket.create_server((options.host, options.port), backlog=4096)
    except OSError as error:
        return _refuse(f"cannot listen on {options.host}:{options.port}: {error.strerror or error}")
    service = Service(world, Quota(TARIFFS[options.tariff], options.concurrency), contract=Contract() if options.check else None)
    port = listener.getsockname()[1]
    size = f"{options.users} mailboxes of {options.mails} mails"
    banner = f"Gmail sandbox on http://{options.host}:{port}: {size}, tariff {options.tariff}"
    # What stands here stands till the end: the collector need not look at it again.
    gc.freeze()
    Server(App(service, options.latency), banner).run(sockets=[listener])
    return 0


if __name__ == "__main__":
    sys.exit(main())
