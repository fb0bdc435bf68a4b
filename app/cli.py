"""`python -m app`: the commands for a developer and an operator. Each imports what it needs when it runs: all start quickly.

Exit codes: 0 done, 1 it did not work out, 2 bad input or a wrong setting, said in one line.
"""
# ruff: noqa: PLC0415 -- imports stand in the commands, see above

import json
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, Literal, NoReturn

import typer

from app import cli_operations
from app.errors import AppError, ConfigurationError, GmailError, GrantRevoked

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help="FinCoach Sync")
keys = typer.Typer(no_args_is_help=True, help="Keys for callers of the API.")
app.add_typer(keys, name="keys")
app.add_typer(cli_operations.app)


def main() -> None:
    """Run the command line; what a person can mend is one line on stderr and exit 2."""
    try:
        app(prog_name="python -m app")
    except ConfigurationError as error:
        _refuse(str(error), 2)
    except GmailError as error:
        _refuse(f"{error.title} ({error.detail})", 1)
    except AppError as error:
        _refuse(str(error), 1 if error.retryable or error.status >= 500 else 2)
    except BrokenPipeError:
        # Whoever read our output has gone (`| head`): not an error. Keep the interpreter from flushing into the closed pipe.
        sys.stdout = None


def _refuse(sentence: str, code: int) -> NoReturn:
    typer.echo(f"fincoach: {sentence}", err=True)
    raise SystemExit(code)


@app.command()
def demo(  # noqa: PLR0913, PLR0917 -- an option each
    once: Annotated[bool, typer.Option("--once", help="end after the imports: 0 when all is equal to the ledger")] = False,
    users: Annotated[int, typer.Option(min=1, max=500, help="mailboxes to import")] = 3,
    mails: Annotated[int, typer.Option(min=0, max=100_000, help="mails in each")] = 600,
    seed: Annotated[int, typer.Option(help="the same seed writes the same mails")] = 7,
    tariff: Annotated[
        Literal["2026", "legacy", "none"] | None,
        typer.Option(help="Gmail's quota, as the sandbox enforces it; 2026, or none for mail of your own"),
    ] = None,
    latency: Annotated[float, typer.Option(min=0, max=10, help="seconds of network latency per HTTP call")] = 0.1,
    workers: Annotated[int, typer.Option(min=1, max=64, help="processes of the worker")] = 2,
    api_port: Annotated[int, typer.Option(min=1, max=65535)] = 8000,
    sandbox_port: Annotated[int, typer.Option(min=1, max=65535)] = 8025,
    redis_port: Annotated[int | None, typer.Option(min=1, max=65535, help="a free one when not given")] = None,
    data: Annotated[Path | None, typer.Option(help=".local, or with --once a folder thrown away at the end")] = None,
    fresh: Annotated[bool, typer.Option("--fresh", help="forget earlier runs in the data folder")] = False,
    mbox: Annotated[list[Path] | None, typer.Option(exists=True, help="your own mail: a Google Takeout export")] = None,
    maildir: Annotated[list[Path] | None, typer.Option(exists=True, help="your own mail: a Maildir")] = None,
    eml: Annotated[list[Path] | None, typer.Option(exists=True, help="your own mail: a folder of .eml files")] = None,
    faults: Annotated[Path | None, typer.Option(exists=True, help="faults of the sandbox's, as a JSON list")] = None,
) -> None:
    """Run everything on this machine and import demo mailboxes with live progress."""
    from rich.console import Console

    with _local_mode():
        from app.local.demo import demo as run_demo
        from app.local.supervisor import Plan
    own = tuple((kind, path) for kind, paths in (("mbox", mbox), ("maildir", maildir), ("eml", eml)) for path in paths or ())
    plan = Plan(
        data=data or (None if once else Path(".local/own-mail" if own else ".local")),
        api_port=api_port,
        sandbox_port=sandbox_port,
        redis_port=redis_port,
        workers=workers,
        users=users,
        mails=mails,
        seed=seed,
        tariff=tariff or ("none" if own else "2026"),
        latency=latency,
        fresh=fresh,
        own_mail=own,
        faults=faults,
    )
    raise typer.Exit(run_demo(plan, Console(), once=once))


@app.command("migrations-check")
def migrations_check() -> None:
    """Migrate a throw-away server up, down and up again, and compare models and migrations."""
    with _local_mode():
        from app.local.migrations import round_trip
    wrong = round_trip()
    typer.echo(f"migrations: {wrong or 'up, down and up again; the models agree'}", err=bool(wrong))
    raise typer.Exit(1 if wrong else 0)


@contextmanager
def _local_mode() -> Iterator[None]:
    """The libraries of the local mode are not in the image of the service."""
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] in {"app", "sandbox"}:
            raise
        raise ConfigurationError(f"{error.name} is missing; the local mode needs: pip install -r requirements-dev.txt") from error


@app.command()
def parse(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help=".eml and .mbox files, and folders of them")],
    as_json: Annotated[bool, typer.Option("--json", help="one JSON object a line and mail")] = False,
    redact: Annotated[bool, typer.Option("--redact", help="print the mails without their person, for a bug report")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="with the words that decided; always for a single mail")] = False,
) -> None:
    """Read mails from files; print what was read and why."""
    from app.local import reader

    found = []
    unreadable = False
    tell = reader.redacted if redact else reader.explained if explain or not as_json else reader.plain
    for report in (report for path in paths for report in reader.reports(path, tell)):
        if isinstance(report, reader.Unreadable):
            typer.echo(f"fincoach: {report.sentence}", err=True)
            unreadable = True
        elif redact:
            typer.echo(report["redacted"])
        elif as_json:
            typer.echo(json.dumps(report))
        else:
            found.append(report)
    if found:
        from rich.console import Console

        console = Console()
        console.print(reader.reading_table(found))
        for report in found if explain or len(found) == 1 else ():
            console.print("", reader.why_line(report), sep="\n", soft_wrap=True)
            if report["transactions"]:
                console.print(reader.evidence_table(report))
    raise typer.Exit(2 if unreadable else 0)


@app.command("new-format")
def new_format(path: Annotated[Path, typer.Argument(metavar="FILE.eml", help="a mail of the issuer")]) -> None:
    """Draft a format from a mail: print a module for app/parsing/issuers with a sample that names nobody."""
    from app.parsing.drafting import NothingToDraft, draft_format
    from app.parsing.rfc822 import mail_from_bytes

    try:
        draft = draft_format(mail_from_bytes(path.read_bytes()))
    except OSError as error:
        raise ConfigurationError(f"{path}: {error.strerror}") from error
    except NothingToDraft as error:
        _refuse(f"{path}: {error}", 1)
    if draft.existing:
        typer.echo(f"fincoach: {draft.issuer.name} has a module; add this format to it under a name of its own", err=True)
    typer.echo(draft.source, nl=False)


@app.command()
def docs() -> None:
    """Write what is generated: docs/issuers.md, docs/categories.md, and the settings in EMAIL_PROCESSING_GUIDE.md."""
    with _local_mode():
        from app.local.documents import pages
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
        typer.echo(f"wrote {path.name}")


@app.command()
def reparse(
    user: Annotated[str, typer.Argument(metavar="USER", help="id or mail address")],
    apply: Annotated[bool, typer.Option("--apply", help="apply what the latest re-read found; else read first")] = False,
    scope: Annotated[Literal["all", "unparsed"], typer.Option(help="unparsed: not what an older reader could read")] = "all",
    wait: Annotated[float, typer.Option(min=0, max=86_400, help="seconds to wait for the workers")] = 600,
) -> None:
    """Read a user's unparsed and old mails again with the present reader; print what would change, and change it with --apply."""
    from rich.console import Console

    import app.celery_app  # noqa: F401  the Celery that app.queue rings through
    from app.local.reading_tables import reread

    reread(user, Console(), apply=apply, scope=scope, wait_seconds=wait)


@app.command()
def coverage(
    user: Annotated[str | None, typer.Option(help="of one user only: id or mail address")] = None,
    sample: Annotated[str | None, typer.Option(metavar="DOMAIN", help="print a redacted unparsed mail of this sender")] = None,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="rows of each table")] = 20,
) -> None:
    """How well mail is read, by sender; what is unparsed, by count."""
    from rich.console import Console

    from app.local.reading_tables import show_coverage, show_sample

    if sample:
        show_sample(sample, user, Console())
    else:
        show_coverage(user, Console(), limit=limit)


@app.command()
def connect(
    email: Annotated[str, typer.Argument(metavar="USER_EMAIL")],
    token_file: Annotated[Path, typer.Option(help="an authorized-user JSON file, as google-auth writes it")],
) -> None:
    """Connect a Gmail mailbox by a refresh token you hold already; makes the user when missing. The token is tried first."""
    from app.config import get_settings
    from app.services import connections, granting, users

    said = _grant(token_file)
    client_id = get_settings().google_client_id
    if not client_id:
        raise ConfigurationError("GOOGLE_CLIENT_ID is not set: it must be the OAuth client that the token was granted to")
    if said.get("client_id") not in {None, client_id}:
        raise ConfigurationError(f"{token_file} was granted to another client than GOOGLE_CLIENT_ID")
    try:
        grant = granting.try_grant(email, said["refresh_token"])
    except GrantRevoked as error:
        raise ConfigurationError(f"{token_file}: Google does not take this refresh token ({error.detail})") from error
    user = users.find_by_email(email) or users.create(email)
    scopes = grant.scopes or said.get("scopes") or ["https://www.googleapis.com/auth/gmail.readonly"]
    connections.connect(user.id, email, grant.refresh_token, scopes, access=grant.access)
    typer.echo(f"connected {email} as user {user.id}")


def _grant(path: Path) -> dict[str, Any]:
    try:
        grant = json.loads(path.read_bytes())
    except OSError as error:
        raise ConfigurationError(f"{path}: {error.strerror}") from error
    except ValueError as error:
        raise ConfigurationError(f"{path} is not JSON") from error
    if not isinstance(grant, dict) or not isinstance(grant.get("refresh_token"), str):
        raise ConfigurationError(f"{path} holds no refresh_token")
    return grant


@app.command("rotate-keys")
def rotate_keys(
    patience: Annotated[float, typer.Option(min=1, help="seconds to wait for connections that are being refreshed")] = 60,
) -> None:
    """Encrypt every stored token anew with the first of TOKEN_ENCRYPTION_KEYS, while everything runs. Then drop the old key."""
    from app.services import rotation

    done = rotation.rotate(patience)
    typer.echo(f"{done.rotated} connections re-encrypted")
    if done.unreadable:
        typer.echo(f"{done.unreadable} could not be read: these people must connect again", err=True)
    if done.left:
        typer.echo(f"{done.left} are in use and still under another key: run it again before you drop that key", err=True)
    raise typer.Exit(1 if done.left else 0)


@app.command("worker-alive")
def worker_alive(
    worker: Annotated[str | None, typer.Argument(metavar="[NODE]", help="its Celery node name; celery@<this host>")] = None,
    within: Annotated[float, typer.Option(min=20, help="seconds without a sign of life that are too many")] = 60,
) -> None:
    """Has this worker looked into the database, and taken up what was waiting? Exit 0 yes, 1 no; for health checks."""
    from celery.utils.nodenames import gethostname

    from app.services import liveness

    found = liveness.check(worker or f"celery@{gethostname()}", within)
    typer.echo(found.why, err=not found.alive)
    raise typer.Exit(0 if found.alive else 1)


@keys.command("create")
def create_key(
    name: Annotated[str, typer.Option(help="whose key it is")],
    scope: Annotated[
        list[str],
        typer.Option(
            help="what it allows; may be given again: sync:read, sync:write, users:read, users:write, transactions:read,"
            " transactions:write, access:read, or admin for everything and the sums of all users"
        ),
    ],
    days: Annotated[int, typer.Option(min=1, max=3650, help="how long it is valid")] = 365,
) -> None:
    """Make a key. The secret is shown now and never again."""
    from app.services import keys as service

    key, secret = service.create(name, scope, days)
    typer.echo(f"{key.id}  {key.name}", err=True)
    typer.echo(secret)


@keys.command("list")
def list_keys() -> None:
    """All keys, without their secrets."""
    from app.services import keys as service

    for key in service.all_keys():
        until = (
            f"revoked {key.revoked_at:%Y-%m-%d}"
            if key.revoked_at
            else f"until {key.expires_at:%Y-%m-%d}"
            if key.expires_at
            else "no end"
        )
        typer.echo(f"{key.id}  {key.name}  {','.join(key.scopes)}  {until}")


@keys.command("revoke")
def revoke_key(key_id: Annotated[uuid.UUID, typer.Argument(metavar="ID")]) -> None:
    """End a key at once."""
    from app.services import keys as service

    service.revoke(key_id)
    typer.echo(f"revoked {key_id}")
