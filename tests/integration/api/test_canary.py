"""Words that were put into a mailbox, its grant and its owner's requests are looked for everywhere afterwards: in each line
logged, each row, each entry of Redis and each answer."""

import io
import json
import logging
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
import redis
import structlog
from fastapi.testclient import TestClient
from sqlalchemy import text

from app.config import Settings
from app.db import Base, get_engine
from app.domain.mail import Mail
from app.errors import GrantRevoked
from app.log import configure_logging
from app.services import connections, dispatch, incremental, keys, leaving, sync, users, webhooks
from tests.integration.api.conftest import SCOPE
from tests.integration.services.facts import only, rows
from tests.integration.services.scripted_gmail import PAYMENT, ScriptedGmail

SUBJECT, BODY, REFRESH, GUESS = "canarysubject", "canarybody", "1//0canaryrefreshtoken", "fcs_canaryguess"
ADDRESS = "canary.person@example.com"
EVERYWHERE_HIDDEN = (SUBJECT, BODY, REFRESH, GUESS)


@pytest.fixture
def logged(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    written = io.StringIO()
    monkeypatch.setattr("sys.stderr", written)
    root = logging.getLogger()
    before = root.handlers[:], root.level
    configure_logging("DEBUG")
    structlog.configure(cache_logger_on_first_use=False)
    yield written
    root.handlers[:], root.level = before
    structlog.reset_defaults()


@pytest.fixture
def gmail(monkeypatch: pytest.MonkeyPatch) -> ScriptedGmail:
    """A payment, a letter, something that cannot be read, and something that breaks the reader: each with a canary."""
    gmail = ScriptedGmail()
    sender = {"from": ("HDFC Bank InstaAlerts <alerts@hdfcbank.net>",), "subject": (SUBJECT,)}
    texts = {
        "pay": PAYMENT.format(amount=7) + f"\n\n{BODY}",
        "let": f"Shall we walk by the lake, {BODY}?",
        "odd": f"Rs. 12.00 {BODY} was debited somehow from a/c XX12 to {BODY}",
        "bad": f"{BODY} \x00 Rs.{'9' * 40}.00 has been debited",
    }
    for key, said in texts.items():
        moment = datetime.now(UTC) - timedelta(hours=1)
        gmail.mails[key] = Mail(headers=sender, text=said, html=f"<p>{said}</p>", received_at=moment)
    # The port is the seam; what the wire says to it has tests of its own.
    monkeypatch.setattr(connections, "open_mailbox", lambda _: gmail)
    return gmail


def in_rows() -> dict[str, str]:
    with get_engine().connect() as connection:
        return {
            table.name: "\n".join(connection.scalars(text(f'SELECT t::text FROM "{table.name}" t')))
            for table in Base.metadata.sorted_tables
        }


def in_redis(url: str) -> str:
    found = []
    with redis.Redis.from_url(url) as server:
        for key in server.scan_iter():
            kind = server.type(key)
            found += [key, *(server.lrange(key, 0, -1) if kind == b"list" else ())]
            found += [repr(server.hgetall(key)).encode()] if kind == b"hash" else []
            found += [server.get(key) or b""] if kind == b"string" else []
    return b"\n".join(found).decode("utf-8", "replace")


def test_no_canary_sings(
    client: TestClient, redis_url: str, app_settings: Callable[..., Settings], gmail: ScriptedGmail, logged: io.StringIO
) -> None:
    app_settings(GOOGLE_REVOKE_URL="http://127.0.0.1:9/", GMAIL_TARIFF="none")
    admin = {"Authorization": f"Bearer {keys.create('canary', ['admin'])[1]}"}
    hook = webhooks.register("https://1.1.1.1/hook", ["transactions.stored", "connection.needs_reconnect"])
    person = users.create(ADDRESS).id
    connections.connect(person, ADDRESS, REFRESH, [SCOPE])
    answers = [
        client.post(f"/api/v1/email-sync/start/{person}", headers=admin),
        client.get("/api/v1/users", headers={"Authorization": f"Bearer {GUESS}"}, params={"email": ADDRESS}),
    ]
    sync.list_mailbox(person, 6)
    dispatch.dispatch()
    for batch in rows("SELECT id FROM email_sync_batches"):
        sync.process_batch(batch["id"])
    gmail.raises["profile"] = [GrantRevoked("revoked")]
    incremental.check_mailbox(person)
    logging.getLogger("some.library").warning("POST /token refresh_token=%s for %s: %s", REFRESH, ADDRESS, f"Subject: {SUBJECT}")
    structlog.get_logger().warning("careless", refresh_token=REFRESH, mail={"subject": SUBJECT, "body": BODY}, email=ADDRESS)
    answers += [
        client.get(f"/api/v1/{path}", headers=admin)
        for path in (
            f"email-sync/status/{person}", f"email-sync/history/{person}", f"transactions?user_id={person}",
            f"transactions/export?user_id={person}", f"users/{person}/accesses", "email-sync/stats", "webhooks",
            f"webhooks/{hook.webhook.id}/deliveries",
        )
    ]  # fmt: skip
    assert only("SELECT count(*) AS n FROM email_outcomes")["n"] == len(gmail.mails)
    tables, queue, said = in_rows(), in_redis(redis_url), "\n".join(one.text for one in answers)
    lines = logged.getvalue()
    assert {"transactions.stored", "connection.needs_reconnect"} <= {
        row["event"] for row in rows("SELECT event FROM webhook_deliveries")
    }
    for canary in (*EVERYWHERE_HIDDEN, hook.secret):
        for place, found in {**tables, "redis": queue, "answers": said, "log": lines}.items():
            assert canary not in found, f"{canary} in {place}"
    for place, found in {**tables, "redis": queue, "answers": said, "log": lines}.items():
        assert (ADDRESS in found) is (place in ("users", "gmail_connections")), place
    assert len(lines.splitlines()) >= 4
    assert all(json.loads(line) for line in lines.splitlines())
    leaving.erase(person)
    assert ADDRESS not in "".join(in_rows().values())
    assert str(person) not in "".join(in_rows().values()) + in_redis(redis_url)
