"""What all commands share: how they say no."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import typer

from app.errors import ConfigurationError


def refuse(sentence: str, code: int) -> NoReturn:
    typer.echo(f"fincoach: {sentence}", err=True)
    raise SystemExit(code)


@contextmanager
def local_mode() -> Iterator[None]:
    """The libraries of the local mode are not in the image of the service."""
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] in {"app", "sandbox"}:
            raise
        raise ConfigurationError(f"{error.name} is missing; the local mode needs: pip install -r requirements-dev.txt") from error
