"""The data folder of the local mode: what lies where, the lock on it, and the key that opens the tokens in it."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cryptography.fernet import Fernet

from app.errors import ConfigurationError


@dataclass(frozen=True, slots=True)
class DataFolder:
    root: Path

    @property
    def postgres(self) -> Path:
        return self.root / "postgres"

    @property
    def redis(self) -> Path:
        return self.root / "redis"

    @property
    def beat_schedule(self) -> Path:
        return self.root / "celerybeat-schedule"

    def log(self, name: str) -> Path:
        return self.root / "logs" / f"{name}.log"

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the folder. The system lets go when we die, so a killed run locks nobody out."""
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            lock = (self.root / "lock").open("w", encoding="utf-8")
        except OSError as error:
            raise ConfigurationError(
                f"{self.root} cannot hold the data: {error.strerror}; choose another with --data DIR"
            ) from error
        with lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                message = f"another run uses {self.root}; stop it, or choose another folder with --data DIR"
                raise ConfigurationError(message) from error
            yield

    def clear(self) -> None:
        """Forget earlier runs: only what we put here ourselves, for the folder may be anybody's."""
        for name in ("postgres", "postgres.new", "redis", "logs"):
            shutil.rmtree(self.root / name, ignore_errors=True)
        for path in (self.root / "token.key", *self.root.glob("celerybeat-schedule*")):
            path.unlink(missing_ok=True)

    def token_key(self) -> str:
        """The Fernet key of this folder's tokens, made on first use and readable by us alone."""
        path = self.root / "token.key"
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return path.read_text(encoding="ascii")
        with os.fdopen(handle, "w", encoding="ascii") as file:
            key = Fernet.generate_key().decode("ascii")
            file.write(key)
        return key
