"""`python -m app connect`: a grant is tried before it is kept, and what is wrong with it is one line."""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from app import cli
from app.config import Settings
from app.services import users
from tests.integration.gmail.conftest import Sandbox, serve
from tests.integration.services.facts import rows

EMAIL = "user1@sandbox.test"
Connect = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def gmail() -> Iterator[Sandbox]:
    yield from serve(["--users", "2", "--mails", "1", "--tariff", "none"])


@pytest.fixture
def connect(
    database_url: str,
    gmail: Sandbox,
    app_settings: Callable[..., Settings],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> Connect:
    """Run the command with this in the token's file; gives exit code, output and complaint."""
    app_settings(GMAIL_API_ROOT=gmail.root, GOOGLE_TOKEN_URL=f"{gmail.root}token", GOOGLE_CLIENT_ID="sandbox")
    app_settings(GOOGLE_CLIENT_SECRET="sandbox", TOKEN_ENCRYPTION_KEYS=Fernet.generate_key().decode())

    def run(email: str = EMAIL, **grant: object) -> tuple[int, str, str]:
        path = tmp_path / "token.json"
        path.write_text(json.dumps({"refresh_token": f"sandbox-refresh-{EMAIL}"} | grant))
        monkeypatch.chdir(tmp_path)
        monkeypatch.setattr(sys, "argv", ["app", "connect", email, "--token-file", "token.json"])
        with pytest.raises(SystemExit) as end:
            cli.main()
        out, err = capsys.readouterr()
        return int(end.value.code or 0), out, err

    return run


def test_a_grant_that_works_is_kept(connect: Connect) -> None:
    code, out, err = connect("User1@sandbox.test", client_id="sandbox")
    person = users.find_by_email(EMAIL)
    assert person is not None
    assert (code, out, err) == (0, f"connected User1@sandbox.test as user {person.id}\n", "")
    assert person.connection_state == "active"


def test_a_token_that_google_does_not_take(connect: Connect) -> None:
    """It used to be stored, and the first import failed."""
    answer = connect(refresh_token="1//made-up")
    assert answer == (2, "", "fincoach: token.json: Google does not take this refresh token (expired_or_revoked)\n")
    assert rows("SELECT 1 FROM users") == []


def test_a_token_of_another_mailbox(connect: Connect) -> None:
    answer = connect("me@gmail.com")
    assert answer == (2, "", f"fincoach: the grant opens the mailbox of {EMAIL}, not of me@gmail.com\n")
    assert rows("SELECT 1 FROM users") == []


def test_a_client_that_is_not_set_or_another_one(connect: Connect, app_settings: Callable[..., Settings]) -> None:
    assert connect(client_id="another")[2] == "fincoach: token.json was granted to another client than GOOGLE_CLIENT_ID\n"
    app_settings(GOOGLE_CLIENT_ID="")
    code, _, err = connect(client_id="another")
    assert (code, err) == (
        2,
        "fincoach: GOOGLE_CLIENT_ID is not set: it must be the OAuth client that the token was granted to\n",
    )


def test_google_out_of_reach(connect: Connect, app_settings: Callable[..., Settings]) -> None:
    app_settings(GOOGLE_TOKEN_URL="http://127.0.0.1:9/token")
    code, _, err = connect()
    assert (code, err.count("\n")) == (1, 1)
    assert err.startswith("fincoach: Gmail could not be reached or answered with an error of its own (")
