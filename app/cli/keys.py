"""The commands of keys for callers of the API."""
# ruff: noqa: PLC0415 -- imports stand in the commands, as in app.cli

import uuid
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, help="Keys for callers of the API.")


@app.command("create")
def create_key(
    name: Annotated[str, typer.Option(help="whose key it is")],
    scope: Annotated[
        list[str],
        typer.Option(
            help="what it allows; may be given again: sync:read, sync:write, users:read, users:write, transactions:read,"
            " transactions:write, access:read, webhooks:write, or admin for everything and the sums of all users"
        ),
    ],
    days: Annotated[int, typer.Option(min=1, max=3650, help="how long it is valid")] = 365,
) -> None:
    """Make a key. The secret is shown now and never again."""
    from app.services import keys as service

    key, secret = service.create(name, scope, days)
    typer.echo(f"{key.id}  {key.name}", err=True)
    typer.echo(secret)


@app.command("list")
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


@app.command("revoke")
def revoke_key(key_id: Annotated[uuid.UUID, typer.Argument(metavar="ID")]) -> None:
    """End a key at once."""
    from app.services import keys as service

    service.revoke(key_id)
    typer.echo(f"revoked {key_id}")
