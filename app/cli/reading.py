"""The commands of the reader: read files, draft a format, read a person's mail again, say how well mail is read."""
# ruff: noqa: PLC0415 -- imports stand in the commands, as in app.cli

import json
from pathlib import Path
from typing import Annotated, Literal

import typer

from app.cli.manners import refuse
from app.errors import ConfigurationError

app = typer.Typer()


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
        refuse(f"{path}: {error}", 1)
    if draft.existing:
        typer.echo(f"fincoach: {draft.issuer.name} has a module; add this format to it under a name of its own", err=True)
    typer.echo(draft.source, nl=False)


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
