"""The services on a real database, with Gmail scripted at its port and the doorbell written down instead of rung."""

import json
import uuid
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from app import queue
from app.config import Settings
from app.services import connections, dispatch, incremental, sync, users
from tests.integration.services.scripted_gmail import ScriptedGmail

SetTariff = Callable[..., None]
SCOPE = "https://www.googleapis.com/auth/gmail.readonly"


@dataclass
class Bells:
    """What was rung: (task, arguments)."""

    rung: list[tuple[str, tuple[object, ...]]] = field(default_factory=list)

    def take(self, name: str) -> list[tuple[object, ...]]:
        found = [args for task, args in self.rung if task == name]
        self.rung = [(task, args) for task, args in self.rung if task != name]
        return found


def granted(bells: Bells) -> list[uuid.UUID]:
    """The batches that were rung for."""
    return [uuid.UUID(str(args[0])) for args in bells.take("process_email_batch")]


@pytest.fixture
def bells(monkeypatch: pytest.MonkeyPatch) -> Bells:
    bells = Bells()

    def ring(name: str, *args: object, **_: object) -> None:
        bells.rung.append((name, args))

    # The one way to ring; replaced so that a test decides when, how often and in which order a bell is answered.
    monkeypatch.setattr(queue, "_ring", ring)
    monkeypatch.setattr(queue, "_together", lambda: nullcontext({}))
    monkeypatch.setattr(queue, "listings_waiting", lambda: (0, 0))
    # Keeping bells apart is Redis' work, which has a test of its own.
    monkeypatch.setattr(queue, "_first_within", lambda *_, **__: True)
    return bells


@pytest.fixture
def gmail(monkeypatch: pytest.MonkeyPatch) -> ScriptedGmail:
    gmail = ScriptedGmail()
    # The port is the seam; the client behind it has its own tests against the sandbox.
    monkeypatch.setattr(connections, "open_mailbox", lambda _: gmail)
    return gmail


@pytest.fixture
def person(database_url: str, app_settings: Callable[..., Settings], bells: Bells, gmail: ScriptedGmail) -> uuid.UUID:
    """A connected user; small batches, and a tariff without limits."""
    app_settings(TOKEN_ENCRYPTION_KEYS=Fernet.generate_key().decode(), EMAILS_PER_BATCH="10", GMAIL_TARIFF="none")
    return new_person("asha@example.com")


@pytest.fixture
def tariff(app_settings: Callable[..., Settings], tmp_path: Path, person: uuid.UUID) -> SetTariff:
    """Sets the numbers of a tariff in which a mail costs one unit and nothing has a limit."""

    def write(**numbers: int | None) -> None:
        path = tmp_path / f"tariff{len(list(tmp_path.iterdir()))}.json"
        path.write_text(json.dumps({"messages_get": 1, "per_user_minute": None, "per_project_minute": None, **numbers}))
        app_settings(GMAIL_TARIFF=str(path))

    return write


def new_person(email: str, mailbox: str | None = None) -> uuid.UUID:
    person = users.create(email)
    connections.connect(person.id, mailbox or email, "refresh-token", [SCOPE])
    return person.id


def answer_bells(bells: Bells, *, rounds: int = 50) -> None:
    """Be Celery: answer every bell until nothing is rung any more."""
    for _ in range(rounds):
        rung, bells.rung = bells.rung, []
        if not rung:
            return
        for name, args in rung:
            if name == "fetch_user_emails_initial":
                sync.list_mailbox(uuid.UUID(str(args[0])), int(str(args[1])))
            elif name == "fetch_user_emails_incremental":
                incremental.check_mailbox(uuid.UUID(str(args[0])))
            elif name == "process_email_batch":
                sync.process_batch(uuid.UUID(str(args[0])))
            elif name == "dispatch_batches":
                dispatch.dispatch()
    raise AssertionError("the bells do not stop")
