"""One import as a developer sees it: the script at the root, the queue by its name, the result under the task's id."""

import json
import subprocess
import sys

import pytest
import redis
from sqlalchemy import text

from app.db import transaction
from app.local.client import Client
from app.local.compare import compare
from app.local.environment import settings_from
from app.local.supervisor import ROOT, Stack
from app.services import connections, users
from tests.acceptance.test_kill_worker import SCOPE, wait_until

pytestmark = pytest.mark.timeout(200)
EMAIL = "user1@sandbox.test"
QUEUES = ("celery", "celery_listing", "celery_pages", "celery_dispatch")


def run_script(stack: Stack, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "test_celery_task.py", *arguments]
    return subprocess.run(command, cwd=ROOT, env=dict(stack.env), capture_output=True, text=True, timeout=120, check=False)


def test_the_script_rings_one_import_and_prints_it_until_it_ends(stack: Stack, client: Client) -> None:
    with settings_from(stack.env):
        person = users.create(EMAIL)
        connections.connect(person.id, EMAIL, f"sandbox-refresh-{EMAIL}", [SCOPE])
    done = run_script(stack, EMAIL, "--months", "6")
    assert done.returncode == 0, done.stdout + done.stderr
    first, *_, last = done.stdout.splitlines()
    assert first.startswith(f"{EMAIL}: job ")
    assert last.split()[:3] == ["done", "100.0%", "150/150"]
    assert not compare(client.ledger(EMAIL), client.transactions(str(person.id))).differences

    task_id = first.rpartition("task ")[2]
    with redis.Redis.from_url(stack.env["CELERY_RESULT_BACKEND"], decode_responses=True) as backend:
        wait_until(lambda: backend.exists(f"celery-task-meta-{task_id}") == 1, 10)
        kept = json.loads(str(backend.get(f"celery-task-meta-{task_id}")))
        assert kept["status"] == "SUCCESS"
        assert kept["result"].keys() == {"job_id", "status", "total_emails", "known_emails"}
        assert kept["result"]["job_id"] == client.status(str(person.id))["job_id"]
        assert len(list(backend.scan_iter("celery-task-meta-*"))) == 1, "the other tasks keep no result"
        assert 3000 < backend.ttl(f"celery-task-meta-{task_id}") <= 3600
    assert run_script(stack, "nobody@example.com").returncode == 2

    again = run_script(stack, EMAIL, "--months", "6")
    assert again.stdout.splitlines()[-1] == "150 mails were imported by earlier jobs and are not fetched again"


def test_what_was_imported_is_explained_and_read_again(stack: Stack, client: Client) -> None:
    """By the real worker, out of the real wire's mailbox; the command at the shell shows it and applies it once."""
    with settings_from(stack.env):
        person = users.find_by_email(EMAIL)
        assert person is not None
        before = list(client.transactions(str(person.id)))
        why = client._call("GET", f"/transactions/{before[0]['id']}/explanation")
        assert (why["unchanged"], why["transaction"]) == (True, before[0])
        assert before[0]["amount"].partition(".")[0] in why["evidence"][0]["quote"].replace(",", "").replace(".", "")
        with transaction() as session:
            session.execute(text("UPDATE email_outcomes SET reader_version = 0"))
            session.execute(text("DELETE FROM transactions WHERE id = :id"), {"id": before[0]["id"]})
    shown = run_app(stack, "reparse", EMAIL, "--wait", "60")
    assert "150 mails read again: 1 new, 0 changed, 0 gone" in shown
    assert "applied: 1 new, 0 changed, 0 gone" in run_app(stack, "reparse", EMAIL, "--apply")
    assert not compare(client.ledger(EMAIL), client.transactions(str(person.id))).differences


def run_app(stack: Stack, *arguments: str) -> str:
    command = [sys.executable, "-m", "app", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=dict(stack.env), capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_queues_drain_and_nothing_secret_is_left_anywhere(stack: Stack, client: Client) -> None:
    email = "user2@sandbox.test"
    with settings_from(stack.env):
        person = users.create(email)
        connections.connect(person.id, email, f"sandbox-refresh-{email}", [SCOPE])
    client.start(str(person.id), 6)
    wait_until(lambda: client.status(str(person.id))["status"] == "completed", 60)
    with redis.Redis.from_url(stack.env["CELERY_BROKER_URL"]) as broker:
        wait_until(lambda: sum(map(broker.llen, QUEUES)) + broker.hlen("unacked") <= 2, 30)
        in_redis = b"".join(broker.dump(key) or b"" for key in broker.scan_iter("*"))
    logs = b"".join(path.read_bytes() for path in stack.folder.root.rglob("*.log"))
    for canary in (b"sandbox-refresh-", b"Bearer ", b"has been debited"):
        assert canary not in in_redis, canary
        assert canary not in logs, canary


def command(stack: Stack, *arguments: str) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, "-m", "app", *arguments]
    return subprocess.run(words, cwd=ROOT, env=dict(stack.env), capture_output=True, text=True, timeout=120, check=False)


def test_demo_mailboxes_of_servers_that_run_already(stack: Stack) -> None:
    """As the container of the profile `demo` does it: over HTTP with a key of its own, which is worth nothing afterwards."""
    done = command(stack, "demo-users", "--api", stack.api_url, "--sandbox", stack.sandbox_url, "--users", "2")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Equal: nothing lost, nothing doubled, nothing changed." in done.stdout
    assert "revoked" in command(stack, "keys", "list").stdout


def test_the_doctor_and_the_health_checks_find_what_runs_well(stack: Stack) -> None:
    said = command(stack, "doctor")
    assert said.returncode == 0, said.stdout
    assert "ok    google: GOOGLE_TOKEN_URL knows our client" in said.stdout
    assert "s from the database's" in said.stdout
    assert command(stack, "api-alive", "--port", str(stack.plan.api_port)).returncode == 0
    wait_until(lambda: command(stack, "beat-alive", str(stack.folder.beat_schedule)).returncode == 0, 30)
    assert command(stack, "beat-alive", str(stack.folder.root / "nothing")).returncode == 1
