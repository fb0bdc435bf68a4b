"""The commands of a developer on one machine: the demo, the round trip of the migrations, generated documents."""
# ruff: noqa: PLC0415 -- imports stand in the commands, as in app.cli

from pathlib import Path
from typing import Annotated, Literal

import typer

from app.cli.manners import local_mode

app = typer.Typer()


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

    with local_mode():
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
    with local_mode():
        from app.local.migrations import round_trip
    wrong = round_trip()
    typer.echo(f"migrations: {wrong or 'up, down and up again; the models agree'}", err=bool(wrong))
    raise typer.Exit(1 if wrong else 0)


@app.command()
def docs() -> None:
    """Write what is generated: docs/issuers.md, docs/categories.md, and the settings in EMAIL_PROCESSING_GUIDE.md."""
    with local_mode():
        from app.local.documents import pages
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
        typer.echo(f"wrote {path.name}")
