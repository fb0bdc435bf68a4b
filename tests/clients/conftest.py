"""The clients' own virtual environment under .local, and a sandbox for them.

They are as their authors published them, and told only where Gmail is: the discovery document that Google's library carries is
replaced by the one which the sandbox serves, and the account has a token of the sandbox.
"""

import json
import os
import subprocess
import venv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
import urllib3

from tests.integration.gmail.conftest import Sandbox, serve

HERE = Path(__file__).parent
HOME = HERE.parents[1] / ".local" / "clients"
MAILS = 260
SCOPES = ("gmail.readonly", "gmail.labels", "gmail.modify")


@dataclass(frozen=True)
class Clients:
    """`python` is the interpreter of their environment; commands run in a home of their own."""

    folder: Path
    sandbox: Sandbox

    def run(self, command: Sequence[str | Path], home: Path, **more: str) -> str:
        """What a command of the environment printed. Its failure is the test's."""
        environment = {"PATH": f"{self.folder / 'bin'}{os.pathsep}{os.environ['PATH']}", "HOME": str(home), **more}
        whole = [str(self.folder / "bin" / command[0]), *map(str, command[1:])]
        done = subprocess.run(whole, cwd=home, env=environment, capture_output=True, text=True, timeout=180, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def token(self, address: str) -> str:
        """An authorized user's file, as the clients store it after the consent page."""
        scopes = [f"https://www.googleapis.com/auth/{scope}" for scope in SCOPES]
        grant = {"client_id": "sandbox", "client_secret": "sandbox", "refresh_token": f"sandbox-refresh-{address}"}
        return json.dumps({**grant, "token": f"sandbox-{address}", "expiry": "2099-01-01T00:00:00Z", "scopes": scopes})


@pytest.fixture(scope="session")
def environment() -> Path:
    """Made once, and again when the list of clients changes."""
    wanted = (HERE / "requirements.txt").read_text()
    ready = HOME / ".ready"
    if not ready.exists() or ready.read_text() != wanted:
        venv.create(HOME, clear=True, with_pip=True)
        pip: list[str | Path] = [HOME / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        if subprocess.run([*pip, "-r", HERE / "requirements.txt"], check=False).returncode:
            pytest.fail("pip could not install the clients; lieer needs libnotmuch and its headers (on Debian: libnotmuch-dev)")
        ready.write_text(wanted)
    return HOME


@pytest.fixture(scope="session")
def _sandbox() -> Iterator[Sandbox]:
    yield from serve(["--users", "4", "--mails", str(MAILS), "--tariff", "none", "--concurrency", "100"])


@pytest.fixture
def clients(environment: Path, _sandbox: Sandbox) -> Clients:
    library = next(environment.glob("lib/python3*/site-packages/googleapiclient/discovery_cache/documents/gmail.v1.json"))
    library.write_bytes(urllib3.request("GET", f"{_sandbox.root}$discovery/rest?version=v1").data)
    return Clients(environment, _sandbox)
