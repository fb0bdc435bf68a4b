"""Every command that the documents show is run: here as it stands there, on a real stack, or by the test named beside it."""

import json
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

import pytest
import urllib3

from app.local.client import Client
from app.local.supervisor import ROOT, Stack
from tests.acceptance.conftest import ready_stack
from tests.acceptance.test_kill_worker import connect_all, wait_until

pytestmark = pytest.mark.timeout(200)
EMAIL = "user1@sandbox.test"
TOKEN = "a-token-of-prometheus"
PAGES = (
    "README.md",
    "EMAIL_PROCESSING_GUIDE.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "docs/operations.md",
    "docs/sql.md",
    "docs/api.md",
)
PROGRAMS = (".venv/bin/", "python -m ", "curl ", "(set -a; ", "docker", "make ", "container/", "celery -A ")
# What is a command only to the eye: a program's name, a file, or the beginning of one.
NO_COMMAND = {
    "docker-compose",
    "docker compose",
    "docker-compose.yml",
    "python -m app keys create",
    ".venv/bin/python -m app reparse",
}
# These must not run beside others: they want what the others are using.
ALONE = ("reparse", "rotate-keys")

# In place of a run here, by how a command begins: the file that runs it, and what is to be found there.
ELSEWHERE = {
    "make demo": ("tests/acceptance/test_demo.py", '"demo"'),
    "make test": ("tests/unit/test_makefile.py", "Makefile"),
    "make ": ("tests/unit/test_docs.py", "test_every_make_target_named_exists"),
    "docker-compose up --build": ("tests/compose/check_compose.py", '"up", "--build", "-d"'),
    "docker-compose up -d --scale": ("tests/compose/check_compose.py", '"celery_worker=8"'),
    "docker-compose up -d": ("tests/compose/check_compose.py", '"up", "-d"'),
    "docker-compose --profile demo up": ("tests/compose/check_compose.py", '"--profile", "demo", "up"'),
    "docker-compose --profile monitoring up": ("tests/compose/check_compose.py", '"--profile", "monitoring", "config"'),
    "docker-compose build": ("tests/compose/check_compose.py", '"--build"'),
    "docker-compose down": ("tests/compose/check_compose.py", '"down"'),
    "docker-compose stop": ("tests/compose/check_compose.py", '"stop", "api", "celery_worker", "celery_beat"'),
    "docker-compose run --rm migrate": ("tests/compose/check_compose.py", '"run", "--rm", "migrate"'),
    "docker-compose ps": ("tests/compose/check_compose.py", '"ps", "-q"'),
    "docker-compose logs": ("tests/compose/check_compose.py", '"logs"'),
    "docker-compose exec db psql": ("tests/compose/check_compose.py", '"psql"'),
    "docker-compose exec api alembic": ("tests/compose/check_compose.py", '"alembic", "upgrade", "head"'),
    "docker-compose exec api python test_celery_task.py": ("tests/compose/check_compose.py", '"test_celery_task.py"'),
    "docker-compose exec api python -m app doctor": ("tests/compose/check_compose.py", '"-m", "app", "doctor"'),
    "docker-compose exec api python -m app keys": ("tests/compose/check_compose.py", '"-m", "app", "keys"'),
    "docker exec -it fincoach-redis-1 redis-cli": ("tests/compose/check_compose.py", '"fincoach-redis-1", "redis-cli"'),
    "container/": ("tests/integration/test_operations.py", "test_a_backup_brings_back_what_was_there"),
    ".venv/bin/alembic upgrade head": ("tests/integration/local/test_migrations.py", "upgrade"),
    ".venv/bin/python -m app connect": ("tests/integration/local/test_connect.py", '"--token-file"'),
    ".venv/bin/python -m app coverage --sample": ("tests/integration/services/test_reading_commands.py", "show_sample"),
    ".venv/bin/python -m app parse": ("tests/unit/local/test_cli.py", '"parse"'),
    ".venv/bin/python test_celery_task.py USER": ("tests/acceptance/test_first_import.py", "test_celery_task.py"),
    ".venv/bin/python -m app docs": ("tests/unit/local/test_documents.py", "documents.pages()"),
    ".venv/bin/python -m tests.unit.parsing.golden": ("tests/unit/parsing/golden.py", "--write"),
    "celery -A app.celery_app": ("app/local/supervisor.py", '"-A", "app.celery_app"'),
}


def commands() -> set[str]:
    found = set()
    for page in PAGES:
        text = (ROOT / page).read_text(encoding="utf-8")
        blocks = "\n".join(re.findall(r"```sh\n(.*?)```", text, re.S)).splitlines()
        spans = re.findall(r"(?<!`)`([^`]+)`(?!`)", re.sub(r"```.*?```", "", text, flags=re.S))
        said = [" ".join(one.partition("   #")[0].split()) for one in [*blocks, *spans]]
        found |= {one for one in said if one.startswith(PROGRAMS) and one not in NO_COMMAND}
    return {re.sub(r"^python -m app", ".venv/bin/python -m app", one) for one in found}


def examples() -> dict[str, object]:
    """By call the answer that docs/api.md shows."""
    text = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    return {call: json.loads(answer) for call, answer in re.findall(r"```sh\n(.*?)\n```\n```json\n(.*?)```", text, re.S)}


def shape(value: object) -> object:
    """The names in a JSON value, as deep as it goes; a list is like its first element. None for what has no names."""
    if isinstance(value, dict):
        return {name: shape(one) for name, one in value.items()}
    return shape(value[0]) if isinstance(value, list) and value else None


def elsewhere(command: str) -> tuple[str, str] | None:
    fitting = [begins for begins in ELSEWHERE if command.startswith(begins)]
    return ELSEWHERE[max(fitting, key=len)] if fitting else None


HERE = sorted(one for one in commands() if elsewhere(one) is None)


@pytest.mark.parametrize(("page", "needle"), sorted(set(ELSEWHERE.values())))
def test_the_test_named_for_a_command_is_there(page: str, needle: str) -> None:
    assert needle in (ROOT / page).read_text(encoding="utf-8")


def test_every_entry_is_of_a_command_that_some_document_shows() -> None:
    shown = commands()
    assert [begins for begins in ELSEWHERE if not any(one.startswith(begins) for one in shown)] == []


@dataclass
class Ran:
    code: int
    said: str


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Ran]]:
    """Each command as the document has it, on an imported mailbox; some at a time, for each begins with Python's start."""
    folder = tmp_path_factory.mktemp("documents")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("METRICS_TOKEN", TOKEN)
        with ready_stack(folder / "stack", users=1) as stack, Client(stack.api_url, stack.sandbox_url) as client:
            user_id = client.ensure_user(EMAIL, "User 1")
            connect_all(stack, {EMAIL: user_id})
            client.start(user_id, 6)
            wait_until(lambda: client.status(user_id)["status"] == "completed", 60)
            values = {
                "USER_ID": user_id,
                "USER": EMAIL,
                "MAIL.eml": str(mail(folder)),
            }
            alone = [one for one in HERE if any(word in one for word in ALONE)]
            others = [one for one in HERE if one not in alone]
            with ThreadPoolExecutor(3) as pool:
                done = dict(zip(others, pool.map(lambda one: run(one, stack, values), others), strict=True))
            yield done | {one: run(one, stack, values) for one in alone}


def mail(folder: Path) -> Path:
    message = EmailMessage()
    message["From"] = "Nobody's Bank <alerts@nobodys-bank.example>"
    message["To"] = EMAIL
    message["Subject"] = "Debit alert"
    message["Date"] = format_datetime(datetime(2026, 4, 10, tzinfo=UTC))
    message.set_content("Rs. 1,250.00 was debited from your account XX4821 on 10-04-2026 at CORNER SHOP. Reference 610000000001.")
    path = folder / "mail.eml"
    path.write_bytes(message.as_bytes())
    return path


def run(command: str, stack: Stack, values: dict[str, str]) -> Ran:
    for name, value in values.items():
        command = re.sub(rf"(?<![\w.]){re.escape(name)}(?![\w@])", value, command)
    if command.startswith("curl "):
        return curl(command.replace("http://127.0.0.1:8000", stack.api_url))
    command = command.replace(".venv/bin/", f"{Path(sys.executable).parent}/")
    command = command.replace(".local/env", str(stack.folder.root / "env"))
    done = subprocess.run(
        ["/bin/sh", "-c", command], cwd=ROOT, env=dict(stack.env), capture_output=True, text=True, timeout=90, check=False
    )
    return Ran(done.returncode, done.stdout + done.stderr)


def curl(command: str) -> Ran:
    """What curl would do, where there may be none."""
    words = iter(shlex.split(command)[1:])
    method, headers, url = "GET", {}, ""
    for word in words:
        if word == "-X":
            method = next(words)
        elif word == "-H":
            name, _, value = next(words).partition(": ")
            headers[name] = value.replace("$METRICS_TOKEN", TOKEN)
        elif not word.startswith("-"):
            url = word
    if "$KEY" in headers.get("Authorization", ""):
        headers.clear()  # this machine needs none; that a key opens it is tested with every route
    answer = urllib3.request(method, url, headers=headers, preload_content=False, timeout=20)
    # A stream has no end.
    body = answer.read1(200) if "events" in url else answer.read()
    answer.close()
    return Ran(0 if answer.status < 300 else 22, body.decode())


@pytest.mark.parametrize("command", HERE)
def test_a_command_does_what_the_document_says(ran: dict[str, Ran], command: str) -> None:
    assert ran[command].code == 0, ran[command].said


@pytest.mark.parametrize("call", examples())
def test_an_answer_has_the_fields_that_the_document_shows(ran: dict[str, Ran], call: str) -> None:
    told, shown = json.loads(ran[call].said), examples()[call]
    assert shape(told) == shape(shown)
