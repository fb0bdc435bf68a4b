"""The system user that runs PostgreSQL when we are root (a container, a build machine)."""

import fcntl
import os
import pwd
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.errors import ConfigurationError

NAME = "pgserver"
PASS = 0o001


@dataclass(frozen=True, slots=True)
class SystemUser:
    uid: int
    gid: int

    @property
    def popen_options(self) -> dict[str, Any]:
        """Give up root's groups too: a folder closed to root's group would else be closed to this user as well."""
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def own(self, folder: Path) -> None:
        os.chown(folder, self.uid, self.gid)

    def let_pass(self, *paths: Path) -> None:
        """Let everybody pass through, not read, the folders above these paths."""
        for folder in {parent for path in paths for parent in path.parents if parent.exists()}:
            mode = folder.stat().st_mode
            if not mode & PASS:
                folder.chmod(mode | PASS)


def unprivileged_user() -> SystemUser | None:
    """The user to run as, made when missing; None when we are not root and may run as ourselves."""
    if os.geteuid() != 0:
        return None
    # Two first runs at once would both try to make the user. The folder itself is locked: a file would be left behind.
    lock = os.open(tempfile.gettempdir(), os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        entry = _find() or _make()
    finally:
        os.close(lock)
    return SystemUser(entry.pw_uid, entry.pw_gid)


def _find() -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(NAME)
    except KeyError:
        return None


def _make() -> pwd.struct_passwd:
    command = ["useradd", "--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", NAME]
    try:
        subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 -- fixed words only
    except (OSError, subprocess.CalledProcessError) as error:
        why = getattr(error, "stderr", "") or str(error)
        raise ConfigurationError(f"PostgreSQL will not run as root, and the user {NAME} cannot be made: {why.strip()}") from error
    return pwd.getpwnam(NAME)
