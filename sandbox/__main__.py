"""`python -m sandbox`: serve Gmail on a loopback port, or write its mails to disk."""

import argparse
import gc
import signal
import socket
import sys
from pathlib import Path

import orjson

from sandbox import export, sources
from sandbox.began import kept
from sandbox.clock import Clock
from sandbox.contract import Contract
from sandbox.corpus import read_corpus
from sandbox.generator import Catalogue
from sandbox.latency import Latency
from sandbox.options import parsed
from sandbox.quota import Quota
from sandbox.server import App, Server
from sandbox.service import Service
from sandbox.tariffs import tariff
from sandbox.world import OWN, World, populate

_LOOPBACK = ("127.0.0.1", "::1", "localhost")


def main() -> int:
    # A signal that comes before the loop stands is an orderly end as well.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    signal.signal(signal.SIGINT, lambda *_: sys.exit(0))
    options = parsed()
    try:
        catalogue = Catalogue(read_corpus(options.corpus) if options.corpus else None)
    except OSError as error:
        return _refuse(f"cannot read the corpus {options.corpus}: {error.strerror}")
    except ValueError as error:
        return _refuse(f"cannot read the corpus {options.corpus}: {error}")
    clock = Clock(options.clock_rate)
    try:
        began = kept(options.began, clock()) if options.began else clock()
    except OSError as error:
        return _refuse(f"cannot keep its beginning in {options.began}: {error.strerror}")
    except ValueError as error:
        return _refuse(f"cannot use the beginning in {options.began}: {error}")
    world = World(catalogue, began)
    populate(world, options.users, options.mails, options.seed)
    refused = _import(world, options)
    if refused:
        return _refuse(refused)
    return _dump(world, options.dump) if options.dump else _serve(world, clock, options)


def _refuse(sentence: str) -> int:
    sys.stderr.write(f"sandbox: {sentence}\n")
    return 2


def _complain(sentence: str) -> None:
    sys.stderr.write(f"sandbox: {sentence}\n")


def _import(world: World, options: argparse.Namespace) -> str:
    """Read the mails that are somebody's own. Gives what stands in the way, or nothing."""
    readers = ((sources.eml, options.eml), (sources.maildir, options.maildir), (sources.mbox, options.mbox))
    for reader, paths in readers:
        for path in paths:
            try:
                count = world.import_mails(OWN, reader(path, _complain))
            except (OSError, ValueError) as error:
                why = error.strerror if isinstance(error, OSError) and error.strerror else error
                return f"cannot read {path}: {why}"
            sys.stderr.write(f"sandbox: {count} mails of {path} are in {OWN}\n")
    return ""


def _dump(world: World, folder: Path) -> int:
    try:
        written = export.dump(world, folder)
    except OSError as error:
        return _refuse(f"cannot write to {folder}: {error}")
    sys.stdout.write(f"{written} mails in {folder}\n")
    return 0


def _serve(world: World, clock: Clock, options: argparse.Namespace) -> int:
    try:
        service = _service(world, clock, options)
    except (OSError, ValueError) as error:
        return _refuse(str(error))
    try:
        listener = socket.create_server((options.host, options.port), backlog=4096)
    except OSError as error:
        return _refuse(f"cannot listen on {options.host}:{options.port}: {error.strerror or error}")
    sizes = [count for _, count in world.sizes()]
    where = f"http://{options.host}:{listener.getsockname()[1]}"
    banner = f"Gmail sandbox on {where}: {len(sizes)} mailboxes, {sum(sizes)} mails, tariff {service.quota.tariff.name}"
    # What stands here stands till the end: the collector need not look at it again.
    gc.freeze()
    Server(App(service, loopback=options.host in _LOOPBACK), banner).run(sockets=[listener])
    return 0


def _service(world: World, clock: Clock, options: argparse.Namespace) -> Service:
    quota = Quota(tariff(options.tariff), options.concurrency)
    latency = Latency(options.latency, options.jitter, options.seed)
    service = Service(world, quota, clock, latency, Contract() if options.check else None)
    service.grants.policy.rotate_refresh_tokens = options.rotate
    service.grants.policy.testing = options.testing
    if options.faults:
        _read_faults(service, options.faults)
    return service


def _read_faults(service: Service, path: Path) -> None:
    """A JSON list of faults, or a single one. Raises ValueError."""
    try:
        given = orjson.loads(path.read_bytes())
        service.faults.add_all(given if isinstance(given, list) else [given])
    except OSError as error:
        raise ValueError(f"cannot read the faults {path}: {error.strerror}") from error
    except (ValueError, TypeError) as error:
        raise ValueError(f"cannot read the faults {path}: {error}") from error


if __name__ == "__main__":
    sys.exit(main())
