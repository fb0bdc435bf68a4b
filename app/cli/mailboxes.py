"""The commands around the grants to mailboxes: connect one, encrypt the stored tokens anew."""
# ruff: noqa: PLC0415 -- imports stand in the commands, as in app.cli

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from app.errors import ConfigurationError, GrantRevoked

app = typer.Typer()


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
    """Encrypt every stored secret anew with the first of TOKEN_ENCRYPTION_KEYS, while everything runs. Then drop the old key."""
    from app.services import rotation

    done = rotation.rotate(patience)
    typer.echo(f"{done.rotated} secrets of connections, revocations and webhooks re-encrypted")
    if done.unreadable:
        typer.echo(f"{done.unreadable} could not be read: these people must connect again, and webhooks be made anew", err=True)
    if done.left:
        typer.echo(f"{done.left} are in use and still under another key: run it again before you drop that key", err=True)
    raise typer.Exit(1 if done.left else 0)
