"""The data folder of the local mode: what lies where, who holds it, whose mails are in it, how to reach what runs on it."""

import fcntl
import json
import os
import shlex
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from cryptography.fernet import Fernet

from app.errors import ConfigurationError


@dataclass(frozen=True, slots=True)
class Mailboxes:
    """What the sandbox writes its mailboxes by. The same seed and number write the same mails; more users are more mailboxes."""

    users: int
    mails: int
    seed: int

    def __str__(self) -> str:
        return f"--users {self.users} --mails {self.mails} --seed {self.seed}"

    def holds(self, other: "Mailboxes") -> bool:
        """Are all mailboxes of `other` among these, mail by mail?"""
        return (self.mails, self.seed) == (other.mails, other.seed) and self.users >= other.users


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
                raise ConfigurationError(
                    f"another run uses {self.root}; stop it, or run beside it:"
                    ' make demo ARGS="--data DIR --api-port PORT --sandbox-port PORT"'
                ) from error
            yield

    def require(self, wanted: Mailboxes) -> None:
        """Raises ConfigurationError when the mails imported here are not among the wanted mailboxes: they would all be gone."""
        here = self.mailboxes()
        if here is not None and not wanted.holds(here):
            raise ConfigurationError(
                f"{self.root} holds other mailboxes ({here}, not {wanted}); give the same numbers, --fresh to start over,"
                " or another folder with --data DIR"
            )

    def mailboxes(self) -> Mailboxes | None:
        """What an earlier run imported here, or None before the first one."""
        path = self._mailboxes
        return Mailboxes(**json.loads(path.read_text(encoding="ascii"))) if path.exists() else None

    def remember(self, mailboxes: Mailboxes) -> None:
        self._mailboxes.write_text(json.dumps(asdict(mailboxes)), encoding="ascii")

    @property
    def _mailboxes(self) -> Path:
        return self.root / "mailboxes.json"

    @property
    def env(self) -> Path:
        return self.root / "env"

    @contextmanager
    def reachable(self, settings: Mapping[str, str]) -> Iterator[None]:
        """Meanwhile a shell may read the settings of what runs here from `env`; only we may, for it opens the tokens."""
        self.env.unlink(missing_ok=True)
        with os.fdopen(os.open(self.env, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.writelines(f"{name}={shlex.quote(value)}\n" for name, value in sorted(settings.items()))
        try:
            yield
        finally:
            self.env.unlink(missing_ok=True)

    def clear(self) -> None:
        """Forget earlier runs: only what we put here ourselves, for the folder may be anybody's."""
        for name in ("postgres", "postgres.new", "redis", "logs"):
            shutil.rmtree(self.root / name, ignore_errors=True)
        for path in (self.root / "token.key", self._mailboxes, self.env, *self.root.glob("celerybeat-schedule*")):
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
