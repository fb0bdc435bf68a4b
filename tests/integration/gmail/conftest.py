"""Gmail on localhost, one process for all tests of this folder, and small hands to reach behind its back."""

import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest
import urllib3

from app.config import Settings
from app.gmail.client import GmailClient
from app.gmail.credentials import refresh_access_token

MAILS = 620


@dataclass
class RefreshedTokens:
    """What the services do over the database, in memory."""

    refresh_token: str
    settings: Settings
    token: str | None = None
    refreshes: int = 0

    def access_token(self) -> str:
        return self.token or self.refresh("")

    def refresh(self, rejected: str) -> str:
        self.refreshes += 1
        self.token = refresh_access_token(self.refresh_token, self.settings).token
        return self.token


@dataclass
class Sandbox:
    root: str
    pid: int
    _http: urllib3.PoolManager = field(default_factory=urllib3.PoolManager)

    def settings(self, **changes: Any) -> Settings:
        return Settings(_env_file=None, gmail_api_root=self.root, google_token_url=f"{self.root}token", **changes)

    def client(self, address: str, **changes: Any) -> GmailClient:
        settings = self.settings(**changes)
        return GmailClient(RefreshedTokens(f"sandbox-refresh-{address}", settings), settings)

    def ask(self, method: str, path: str, body: Any = None) -> Any:
        answer = self._http.request(method, f"{self.root}sandbox/{path}", json=body)
        assert answer.status == 200, answer.data
        return answer.json()

    def inject(self, **fault: Any) -> None:
        self.ask("POST", "faults", fault)

    def deliver(self, address: str, count: int) -> list[str]:
        return list(self.ask("POST", f"mailboxes/{address}/messages", {"generate": count})["ids"])

    def delete(self, address: str, message_id: str) -> None:
        self.ask("DELETE", f"mailboxes/{address}/messages/{message_id}")

    def revoke(self, address: str, *, restore: bool = False) -> None:
        self.ask("POST", f"mailboxes/{address}/revoke", {"restore": restore})


def serve(arguments: Sequence[str]) -> Iterator[Sandbox]:
    command = [sys.executable, "-m", "sandbox", "--port", "0", "--seed", "7", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            found = re.search(r"http://[\d.]+:\d+", process.stdout.readline())
            assert found, "the sandbox did not start"
            sandbox = Sandbox(f"{found[0]}/", process.pid)
            yield sandbox
            assert sandbox.ask("GET", "contract")["broken"] == []
        finally:
            process.terminate()


@pytest.fixture(scope="session")
def _unlimited() -> Iterator[Sandbox]:
    yield from serve(["--users", "2", "--mails", str(MAILS), "--tariff", "none"])


@pytest.fixture(scope="session")
def _metered() -> Iterator[Sandbox]:
    yield from serve(["--users", "2", "--mails", "350", "--tariff", "2026", "--concurrency", "10"])


@pytest.fixture
def sandbox(_unlimited: Sandbox) -> Iterator[Sandbox]:
    """Two mailboxes of MAILS mails, no quota. A test heals what it broke, all but mails it added."""
    yield _unlimited
    _unlimited.ask("DELETE", "faults")


@pytest.fixture
def metered(_metered: Sandbox) -> Sandbox:
    """Two mailboxes of 350 mails, of which a minute's quota fetches 300; 10 calls of a user at once."""
    return _metered
