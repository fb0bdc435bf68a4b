"""A database, a scripted mailbox that two people have connected, and Celery in the hand of the test."""

import json
import random
import uuid
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from app.config import Settings
from app.services import connections, incremental, revoking
from tests.integration.chaos import share
from tests.integration.chaos.celery_in_hand import Celery, celery
from tests.integration.services.conftest import new_person
from tests.integration.services.facts import run
from tests.integration.services.scripted_gmail import ScriptedGmail

__all__ = ["celery"]

USER_MINUTE = 60
NewWorld = Callable[[], tuple[ScriptedGmail, list[uuid.UUID]]]


@pytest.fixture
def new_world(
    database_url: str, app_settings: Callable[..., Settings], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, celery: Celery
) -> NewWorld:
    """`new_world()` empties the tables and gives the mailbox and the two users of it. Batches of five; sixty units a minute."""
    tariff = tmp_path / "tariff.json"
    tariff.write_text(json.dumps({"messages_get": 1, "per_user_minute": USER_MINUTE, "per_project_minute": None}))
    app_settings(TOKEN_ENCRYPTION_KEYS=Fernet.generate_key().decode(), EMAILS_PER_BATCH="5", GMAIL_TARIFF=str(tariff))

    dice = random.Random()

    def make() -> tuple[ScriptedGmail, list[uuid.UUID]]:
        run("DELETE FROM users")
        run("DELETE FROM quota_days")
        # Ids decide who is first among equals: random ones would keep a history from being replayed.
        monkeypatch.setattr(uuid, "uuid4", lambda: uuid.UUID(int=dice.getrandbits(128), version=4))
        dice.seed(share.SEED)
        gmail = ScriptedGmail(page_size=7, history_page_size=2)
        # A look that finds more than a page is gone on with by a job.
        monkeypatch.setattr(incremental, "INLINE_PAGES", 1)
        # The port is the seam; the client behind it has its own tests against the sandbox.
        monkeypatch.setattr(connections, "open_mailbox", lambda _: gmail)
        # Nor is Google there to be told of those who leave.
        monkeypatch.setattr(revoking, "revoke_token", lambda *_: None)
        celery.messages.clear()
        celery.workers.clear()
        return gmail, [new_person("asha@example.com"), new_person("ravi@example.com", "Asha@example.com")]

    return make
