"""The command line."""

import argparse
import os
from collections.abc import Callable
from pathlib import Path

from sandbox.tariffs import TARIFFS

_USERS = 8


def parsed(arguments: list[str] | None = None) -> argparse.Namespace:
    """Ends the process with a sentence for what makes no sense."""
    options = parser().parse_args(arguments)
    if options.users is None:
        options.users = 0 if options.eml or options.maildir or options.mbox else _USERS
    return options


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="python -m sandbox", description="Gmail on localhost.")
    made.add_argument("--port", type=_whole(0, 65535), default=8025)
    made.add_argument("--host", default="127.0.0.1")
    _add_mailboxes(made)
    _add_behaviour(made)
    made.add_argument(
        "--check",
        action="store_true",
        default=bool(os.environ.get("SANDBOX_CHECK")),
        help="hold every answer of the API against Google's discovery document (or SANDBOX_CHECK=1)",
    )
    made.add_argument("--dump", type=Path, metavar="DIR", help="write the mailboxes into this folder and end")
    return made


def _add_mailboxes(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("mailboxes")
    group.add_argument(
        "--users", type=_whole(0, 100_000), help=f"mailboxes user1@sandbox.test … ({_USERS}; 0 with mail of your own)"
    )
    group.add_argument("--mails", type=_whole(0, 1_000_000), default=600, help="in each of them, over the last 175 days (600)")
    group.add_argument("--seed", type=int, default=1, help="the same seed writes the same mails")
    group.add_argument(
        "--began", type=Path, metavar="FILE", help="keep the moment it began there: after a restart its mails have the same dates"
    )
    group.add_argument("--corpus", type=Path, metavar="FILE.jsonl", help="labelled mails which every mailbox holds among its own")
    for name, what in (("--eml", "DIR"), ("--maildir", "DIR"), ("--mbox", "FILE")):
        group.add_argument(
            name,
            type=Path,
            metavar=what,
            action="append",
            default=[],
            help="mail of your own, served as me@sandbox.test; repeatable",
        )


def _add_behaviour(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("behaviour")
    group.add_argument("--tariff", default="2026", help=f"{', '.join(TARIFFS)}, or a JSON file (2026)")
    group.add_argument("--concurrency", type=_whole(1, 100_000), default=30, help="calls of one user that may run at once (30)")
    group.add_argument("--latency", type=_seconds, default=0.0, metavar="SECONDS", help="added to each HTTP call (0)")
    group.add_argument("--jitter", type=_seconds, default=0.0, metavar="SECONDS", help="give or take, drawn by the seed (0)")
    group.add_argument("--faults", type=Path, metavar="FILE.json", help="a list of faults that stand from the start")
    group.add_argument("--clock-rate", type=_rate, default=1.0, metavar="RATE", help="seconds of sandbox time in a real one (1)")
    group.add_argument("--rotate", action="store_true", help="a refresh token is good for one refresh")
    group.add_argument("--testing", action="store_true", help="grants end after 7 days, as with a consent screen in Testing")


def _whole(low: int, high: int) -> Callable[[str], int]:
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


def _rate(text: str) -> float:
    value = float(text)
    if not 0 < value <= 1_000_000:
        raise argparse.ArgumentTypeError(f"{text} is not above 0, at most 1000000")
    return value
