"""The commands of whoever runs the service: is it well, bring the database up to date, health checks, demo mailboxes."""
# ruff: noqa: PLC0415 -- imports stand in the commands, as in app.cli

import http.client
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer()
_MARKS = {"ok": "ok  ", "warn": "warn", "fail": "FAIL"}


@app.command()
def doctor(
    parts: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PART]...", help="settings, database, migrations, broker, tokens, google, clock; all"),
    ] = None,
    wait: Annotated[float, typer.Option(min=0, max=3600, help="seconds to wait for what may still come")] = 0,
    quiet: Annotated[bool, typer.Option("--quiet", help="say only what fails")] = False,
) -> None:
    """What keeps the service from working, and what to do about it. Exit 0: nothing; 1: something; 2: a wrong setting."""
    from app.services import doctor as service

    findings = service.examine(parts or (), wait)
    if quiet:
        for finding in service.causes(findings):
            typer.echo(f"fincoach: {finding}", err=True)
    else:
        for finding in findings:
            typer.echo(f"{_MARKS[finding.state]}  {finding}")
    raise typer.Exit(1 if any(finding.state == "fail" for finding in findings) else 0)


@app.command()
def migrate(
    wait: Annotated[float, typer.Option(min=0, max=3600, envvar="WAIT_SECONDS", help="seconds to wait for the database")] = 60,
) -> None:
    """Bring the database to the newest revision. Safe to run twice, and in two places at once."""
    from app.services import migrating

    typer.echo(f"migrations: the database is at {migrating.migrate(wait)}")


@app.command("api-alive")
def api_alive(port: Annotated[int, typer.Option(min=1, max=65535)] = 8000) -> None:
    """Does the API of this host answer? Exit 0 yes, 1 no; for health checks."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=4)
    try:
        connection.request("GET", "/health/live")
        status = connection.getresponse().status
    except (OSError, http.client.HTTPException) as error:
        typer.echo(f"the API does not answer on port {port}: {error}", err=True)
        raise typer.Exit(1) from None
    finally:
        connection.close()
    typer.echo(f"the API answers {status}", err=status != 200)
    raise typer.Exit(0 if status == 200 else 1)


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


@app.command("beat-alive")
def beat_alive(
    schedule: Annotated[Path, typer.Argument(envvar="BEAT_SCHEDULE", help="beat's schedule file")] = Path(
        "/tmp/celerybeat-schedule"  # noqa: S108 -- where celery_beat_entrypoint.sh has it
    ),
    within: Annotated[float, typer.Option(min=20, help="seconds without a ring that are too many")] = 60,
) -> None:
    """Has the beat of this host rung lately? Exit 0 yes, 1 no; for health checks."""
    from app.services import liveness

    found = liveness.check_beat(schedule, within)
    typer.echo(found.why, err=not found.alive)
    raise typer.Exit(0 if found.alive else 1)


@app.command("demo-users")
def demo_users(
    api: Annotated[str, typer.Option(metavar="URL")] = "http://127.0.0.1:8000",
    sandbox: Annotated[str, typer.Option(metavar="URL", help="its loopback address: from afar it tells no ledger")] = (
        "http://127.0.0.1:8025"
    ),
    users: Annotated[int, typer.Option(min=1, max=500, help="mailboxes to import")] = 3,
) -> None:
    """Import the mailboxes of a sandbox that runs, and compare every transaction with its ledger. Exit 0: all equal."""
    from rich.console import Console

    from app.local.demo_users import Servers, import_mailboxes

    raise typer.Exit(import_mailboxes(Servers(api.rstrip("/"), sandbox.rstrip("/"), users), Console()))
