"""`python -m sandbox` from files: one's own mail, a corpus with its ledger, faults and a tariff; and what cannot be read."""

import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import urllib3

from tests.integration.gmail.conftest import serve

LONG_AGO = datetime.now(UTC) - timedelta(days=20_000)
ME = "me@sandbox.test"
FROM = b"From 1790000000000000001@xxx Thu Jan 15 10:20:30 +0000 2026\r\n"


def raw(number: int) -> bytes:
    date = b"Date: Fri, 16 Jan 2026 11:%02d:00 +0000\r\n" % number
    return b"From: a@x\r\nSubject: mail %d\r\n%bX-Gmail-Labels: Inbox\r\n\r\nHello %d\r\n" % (number, date, number)


def refusal(*arguments: str) -> str:
    """What `python -m sandbox` says as it refuses to start."""
    command = [sys.executable, "-m", "sandbox", "--port", "0", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 2, done.stdout
    assert done.stdout == ""
    return done.stderr


def test_a_takeout_is_served_and_what_is_broken_in_it_is_named(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    takeout = tmp_path / "All mail.mbox"
    broken = FROM + b"\x00\x01\r\n\r\n"
    takeout.write_bytes(broken + b"".join(FROM + raw(number) + b"\r\n" for number in range(30)))
    for sandbox in serve(["--mbox", str(takeout)]):
        (only,) = sandbox.ask("GET", "mailboxes")["mailboxes"]
        assert (only["email"], only["messages"], only["ledger"]) == (ME, 30, False)
        asked = "client_id=a&redirect_uri=http://localhost/&response_type=code&scope=openid"
        chooser = urllib3.request("GET", f"{sandbox.root}o/oauth2/v2/auth?{asked}").data.decode()
        assert "Your own mail" in chooser
        gmail = sandbox.client(ME)
        page = gmail.list_ids(after=LONG_AGO, page_token=None)
        fetched = gmail.fetch(list(page.ids), deadline_seconds=20)
        assert [fetched.mails[one].mail.header("subject") for one in page.ids] == [
            f"mail {number}" for number in range(29, -1, -1)
        ]
        ledger = sandbox.ask("GET", f"mailboxes/{ME}/ledger")
        assert (ledger["complete"], ledger["transactions"], ledger["outcomes"]) == (False, [], {})
        gmail.close()
    assert capfd.readouterr().err.splitlines() == [
        f"sandbox: {takeout}: no mail at offset 0; {len(broken)} bytes left out",
        f"sandbox: 30 mails of {takeout} are in {ME}",
    ]


def test_ids_stay_the_same_from_start_to_start(tmp_path: Path) -> None:
    takeout = tmp_path / "All.mbox"
    takeout.write_bytes(b"".join(FROM + raw(number % 3) + b"\r\n" for number in range(9)))
    seen = []
    for _ in range(2):
        for sandbox in serve(["--mbox", str(takeout)]):
            messages = sandbox.ask("GET", f"mailboxes/{ME}/messages")["messages"]
            seen += [[one["id"] for one in messages]]
    assert seen[0] == seen[1]
    assert len(set(seen[0])) == 9


def test_folders_and_files_together_beside_generated_mailboxes(tmp_path: Path) -> None:
    (tmp_path / "eml").mkdir()
    (tmp_path / "eml" / "1.eml").write_bytes(raw(1))
    (tmp_path / "maildir" / "cur").mkdir(parents=True)
    (tmp_path / "maildir" / "cur" / "2:2,S").write_bytes(raw(2))
    corpus = tmp_path / "corpus.jsonl"
    truth = {"amount": "9.00", "currency": "EUR", "direction": "out", "kind": "purchase"}
    sample = {"id": "s1", "headers": {"From": "b@x", "Subject": "s"}, "text": "t", "html": None}
    corpus.write_text(json.dumps(sample | {"expected": truth}) + "\n")
    folders = ["--eml", str(tmp_path / "eml"), "--maildir", str(tmp_path / "maildir"), "--corpus", str(corpus)]
    for sandbox in serve([*folders, "--users", "1", "--mails", "5"]):
        sizes = {one["email"]: one["messages"] for one in sandbox.ask("GET", "mailboxes")["mailboxes"]}
        assert sizes == {"user1@sandbox.test": 5, ME: 2}
        ledger = sandbox.ask("GET", "mailboxes/user1@sandbox.test/ledger")["transactions"]
        assert "9.00" in {one["amount"] for one in ledger}


def test_faults_tariff_and_clock_stand_from_the_start(tmp_path: Path) -> None:
    faults, tariff = tmp_path / "faults.json", tmp_path / "mine.json"
    faults.write_text('[{"kind": "hang", "method": "watch"}, {"kind": "reset", "probability": 0}]')
    tariff.write_text('{"per_user": 7}')
    options = ["--faults", str(faults), "--tariff", str(tariff), "--clock-rate", "3600", "--rotate", "--testing"]
    for sandbox in serve(["--users", "1", "--mails", "1", *options]):
        assert [one["kind"] for one in sandbox.ask("GET", "faults")["faults"]] == ["hang", "reset"]
        assert sandbox.ask("GET", "usage")["tariff"]["per_user"] == 7
        assert sandbox.ask("GET", "clock")["rate"] == 3600
        policy = sandbox.ask("GET", "oauth")
        assert (policy["rotate_refresh_tokens"], policy["testing"]) == (True, True)


def test_what_cannot_be_read_is_one_sentence(tmp_path: Path) -> None:
    bad = tmp_path / "bad"
    bad.write_text("not this")
    for option, sentence in (
        ("--mbox", "no mbox: there is no line of the form"),
        ("--eml", "not a folder"),
        ("--maildir", "not a folder"),
        ("--corpus", "cannot read the corpus"),
        ("--faults", "cannot read the faults"),
        ("--tariff", "not JSON"),
    ):
        said = refusal(option, str(bad))
        assert sentence in said
        assert len(said.splitlines()) == 1
    assert "No such file" in refusal("--mbox", str(tmp_path / "missing"))
    assert "neither a file nor one of" in refusal("--tariff", "2027")
