"""The command line's manners: exit codes, one line for what a person can mend, quick to start."""

import json
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app import cli
from app.errors import ConfigurationError, Unavailable
from app.local.supervisor import ROOT
from app.services.keys import SCOPES

MAIL = b"""From: HDFC Bank InstaAlerts <alerts@hdfcbank.net>
To: asha@example.com
Subject: OTP
Date: Fri, 06 Mar 2026 11:11:09 +0530
Message-ID: <one@example.com>

%s is your OTP. Do not share it with anyone.
"""

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def run_command(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["app", *map(str, arguments)])
        with pytest.raises(SystemExit) as end:
            cli.main()
        out, err = capsys.readouterr()
        return int(end.value.code or 0), out, err

    return run_command


def test_json_is_one_line_a_mail(run: Run, tmp_path: Path) -> None:
    _write(tmp_path)
    code, out, err = run("parse", "--json", tmp_path)
    lines = [json.loads(line) for line in out.splitlines()]
    assert (code, err) == (0, "")
    assert [Path(line["source"]).name for line in lines] == ["a.eml", "b.mbox#1", "b.mbox#2"]
    assert {line["outcome"] for line in lines} == {"notice"}


def test_the_table_says_what_and_why(run: Run, tmp_path: Path) -> None:
    _write(tmp_path)
    code, out, _ = run("parse", tmp_path / "a.eml")
    assert code == 0
    assert all(word in out for word in ("a.eml", "notice", "otp"))


PAYMENT = b"""From: HDFC Bank InstaAlerts <alerts@hdfcbank.net>
To: Asha Verma <asha@example.com>
Subject: You have done a UPI txn
Date: Fri, 10 Apr 2026 11:11:09 +0530

Rs.262.00 has been debited from account 4821 to VPA shop@okaxis CORNER SHOP on 10-04-26.
Your UPI transaction reference number is 610000000001.
"""


def test_a_single_mail_is_explained(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(PAYMENT)
    code, out, _ = run("parse", tmp_path / "a.eml")
    assert code == 0
    assert all(word in out for word in ("a sentence of the issuer", "text 0-9", "hole", "counterparty", "CORNER SHOP", "0.99"))


def test_a_mail_for_a_bug_report_names_nobody(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(PAYMENT)
    code, out, _ = run("parse", "--redact", tmp_path)
    assert code == 0
    assert out.startswith("From: hdfcbank.net\nSubject: You have done a UPI txn\n\nRs.111.11 has been debited from account 1111")
    assert not any(word in out for word in ("262", "4821", "shop@okaxis", "CORNER", "610000000001", "Asha"))


def test_json_with_the_words_that_decided(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(PAYMENT)
    told = json.loads(run("parse", "--json", "--explain", tmp_path)[1])
    (transaction,) = told["transactions"]
    quotes = {piece["field"]: piece["quote"] for piece in transaction["evidence"]}
    assert (quotes["amount"], quotes["reference"]) == ("Rs.262.00", "610000000001")
    assert transaction["confidence_by_field"]["amount"] == 1.0
    assert len(told["format_version"]) == 8
    assert "evidence" not in run("parse", "--json", tmp_path)[1]


def test_a_path_that_cannot_be_read_is_one_line_and_the_others_are_read(run: Run, tmp_path: Path) -> None:
    _write(tmp_path)
    missing = tmp_path / "missing.eml"
    code, out, err = run("parse", "--json", missing, tmp_path / "a.eml")
    assert code == 2
    assert err == f"fincoach: {missing}: No such file or directory\n"
    assert len(out.splitlines()) == 1


def test_a_folder_without_mails_is_said(run: Run, tmp_path: Path) -> None:
    assert run("parse", tmp_path) == (2, "", f"fincoach: {tmp_path}: no .eml or .mbox file in it\n")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("broken.eml", random.Random(1).randbytes(3000)),
        ("empty.eml", b""),
        ("note.txt", b"Buy milk: two litres\n\nand bread\n"),
        ("blank.eml", b"\n\nFrom: someone\n"),
    ],
)
def test_what_is_not_a_mail_is_said_and_the_others_are_read(run: Run, tmp_path: Path, name: str, content: bytes) -> None:
    _write(tmp_path)
    file = tmp_path / name
    file.write_bytes(content)
    code, out, err = run("parse", "--json", file, tmp_path / "a.eml")
    assert (code, err) == (2, f"fincoach: {file}: not a mail\n")
    assert [json.loads(line)["outcome"] for line in out.splitlines()] == ["notice"]


def test_in_an_mbox_only_what_is_not_a_mail_is_left_out(run: Run, tmp_path: Path) -> None:
    box = tmp_path / "box.mbox"
    start = b"From x@y Fri Mar  6 11:11:09 2026\n"
    box.write_bytes(start + b"\njust text\n\n" + start + MAIL % b"1")
    code, out, err = run("parse", "--json", box)
    assert (code, err) == (2, f"fincoach: {box}#1: not a mail\n")
    assert json.loads(out)["source"] == f"{box}#2"
    box.write_bytes(b"")
    assert run("parse", box) == (2, "", f"fincoach: {box}: no mail in it\n")


def test_the_table_tells_files_of_one_name_apart(run: Run, tmp_path: Path) -> None:
    for folder in ("one", "two", "two/deep"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "bank.eml").write_bytes(MAIL % b"1")
    for paths in ([tmp_path], [tmp_path / "one/bank.eml", tmp_path / "two"]):
        out = run("parse", *paths)[1]
        assert [line.split()[0] for line in out.splitlines()[1:]] == ["one/bank.eml", "two/bank.eml", "two/deep/bank.eml"]


def test_help_names_every_scope(run: Run) -> None:
    text = " ".join(run("keys", "create", "--help")[1].replace("│", " ").split())
    assert [scope for scope in SCOPES if scope not in text] == []


@pytest.mark.parametrize(
    ("content", "sentence"), [("", "is not JSON"), ("[]", "holds no refresh_token"), ("{}", "holds no refresh_token")]
)
def test_a_bad_token_file_is_one_line(run: Run, tmp_path: Path, content: str, sentence: str) -> None:
    path = tmp_path / "token.json"
    path.write_text(content)
    assert run("connect", "asha@example.com", "--token-file", path) == (2, "", f"fincoach: {path} {sentence}\n")


def test_a_wrong_setting_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise ConfigurationError("LEASE_SECONDS must be less")

    monkeypatch.setattr(cli, "app", lambda **_: fail())
    assert run() == (2, "", "fincoach: LEASE_SECONDS must be less\n")


def test_a_database_that_is_away_is_exit_1(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise Unavailable

    monkeypatch.setattr(cli, "app", lambda **_: fail())
    code, _, err = run()
    assert (code, err.count("\n")) == (1, 1)


def test_the_command_line_starts_without_the_service() -> None:
    heavy = "{'sqlalchemy', 'celery', 'fastapi', 'googleapiclient', 'psycopg2'}"
    code = f"import sys, app.cli; sys.exit(sorted({heavy} & set(sys.modules)) or 0)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, capture_output=True, text=True).stderr == ""


def _write(folder: Path) -> None:
    (folder / "a.eml").write_bytes(MAIL % b"123456")
    (folder / "b.mbox").write_bytes(
        b"".join(b"From x@y Fri Mar  6 11:11:09 2026\n" + MAIL % code + b"\n" for code in (b"1", b"2"))
    )
    (folder / "notes.txt").write_text("not a mail")
