"""Gmail clients from PyPI pull a whole mailbox from the sandbox, then what came since: `make test-clients`.

Not collected with the other tests: these install other people's packages.
"""

import email
from pathlib import Path

from tests.clients.conftest import HERE, MAILS, Clients

NEW = 7


def maildir(folder: Path) -> list[Path]:
    return [path for part in ("cur", "new") for path in (folder / part).glob("*")]


def message_ids(folder: Path) -> set[str]:
    return {str(email.message_from_bytes(path.read_bytes())["Message-ID"]) for path in maildir(folder)}


def test_lieer_keeps_a_notmuch_mailbox(clients: Clients, tmp_path: Path) -> None:
    """Google's library and its batches; the increment by history.list."""
    address = "user1@sandbox.test"
    config = tmp_path / "notmuch.ini"
    config.write_text(f"[database]\npath={tmp_path}\n[user]\nprimary_email={address}\n[new]\ntags=new\n")
    named = {"NOTMUCH_CONFIG": str(config)}
    clients.run(["python", "-c", "import notmuch2, sys; notmuch2.Database.create(sys.argv[1])", tmp_path], tmp_path, **named)
    account = tmp_path / "account"
    account.mkdir()
    (account / ".credentials.gmailieer.json").write_text(clients.token(address))
    clients.run(["gmi", "init", "-C", account, address], tmp_path, **named)
    clients.run(["gmi", "pull", "-C", account], tmp_path, **named)
    assert len(maildir(account / "mail")) == MAILS
    clients.sandbox.deliver(address, NEW)
    clients.run(["gmi", "pull", "-C", account], tmp_path, **named)
    assert len(maildir(account / "mail")) == MAILS + NEW
    victim = max(maildir(account / "mail"), key=lambda path: path.name)
    clients.sandbox.delete(address, victim.name.partition(":")[0])
    clients.run(["gmi", "pull", "-C", account], tmp_path, **named)
    assert len(maildir(account / "mail")) == MAILS + NEW - 1


def test_gmailsync_keeps_a_maildir(clients: Clients, tmp_path: Path) -> None:
    """Google's library, raw mail; the increment by `after:` and the second of the newest mail, which thus comes twice."""
    address = "user2@sandbox.test"
    make_token = (
        "import pickle, sys; from google.oauth2.credentials import Credentials; "
        "pickle.dump(Credentials(token=sys.argv[1]), open('token.pickle', 'wb'))"
    )
    clients.run(["python", "-c", make_token, f"sandbox-{address}"], tmp_path)
    (tmp_path / "secret.json").write_text("{}")
    box = tmp_path / "box"
    config = tmp_path / "gmailsync.cfg"
    general = f"[general]\ncredentials={tmp_path}/secret.json\ntoken={tmp_path}/token.pickle\nbox_type=maildir\n"
    config.write_text(f"{general}[log]\nfile={tmp_path}/log\n[channel-all]\nmailbox={box}\n")
    clients.run(["gmailsync", "-c", config], tmp_path)
    assert len(maildir(box)) == len(message_ids(box)) == MAILS
    clients.sandbox.deliver(address, NEW)
    clients.run(["gmailsync", "-c", config], tmp_path)
    assert len(message_ids(box)) == MAILS + NEW


def test_mailsync_keeps_a_database(clients: Clients, tmp_path: Path) -> None:
    """An HTTP stack and a batch codec of its own, partial answers, history with pages."""
    address = "user3@sandbox.test"
    token = tmp_path / "token.json"
    token.write_text(clients.token(address))
    command: list[str | Path] = ["python", HERE / "drive_mailsync.py", clients.sandbox.root, address, token]
    assert clients.run(command, tmp_path).split() == [str(MAILS), str(MAILS)]
    clients.sandbox.deliver(address, NEW)
    assert clients.run(command, tmp_path).split() == [str(NEW), str(MAILS + NEW)]


def test_simplegmail_reads_messages_and_sends_one(clients: Clients, tmp_path: Path) -> None:
    """One call a message, threads of workers, attachments, labels and sending."""
    address = "user4@sandbox.test"
    token = tmp_path / "gmail_token.json"
    token.write_text(clients.token(address))
    command: list[str | Path] = ["python", HERE / "drive_simplegmail.py", token, address]
    assert clients.run(command, tmp_path).split() == [str(MAILS), "1", "starred"]
