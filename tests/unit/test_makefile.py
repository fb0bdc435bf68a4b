"""`make` with an interpreter that will not do: one line that says so, and nothing is made."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NEEDS = "FinCoach Sync needs Python 3.11, 3.12 or 3.13"


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    for name in ("Makefile", "requirements-dev.txt"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def make(clone: Path, python: str) -> str:
    """What it complains of, but for make's own last word."""
    # The tests may run under a make themselves, which hands down its flags and its interpreter.
    env = {name: value for name, value in os.environ.items() if name not in {"MAKEFLAGS", "MAKEOVERRIDES", "MAKELEVEL", "MFLAGS"}}
    done = subprocess.run(["make", "demo", f"PYTHON={python}"], cwd=clone, env=env, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert not (clone / ".venv").exists()
    return done.stderr.partition("make: ")[0]


def test_an_interpreter_that_is_not_there(clone: Path) -> None:
    assert make(clone, "python9") == "PYTHON=python9: there is no such program\n"


def test_an_interpreter_of_another_version(clone: Path) -> None:
    old = clone / "python3.10"
    old.write_text('#!/bin/sh\n[ "$1" = --version ] && echo "Python 3.10.12"\n')
    old.chmod(0o755)
    assert make(clone, str(old)) == f"PYTHON={old} is Python 3.10.12; {NEEDS}\n"


@pytest.mark.parametrize(
    ("says", "exits", "code"),
    [
        ("No known vulnerabilities found", 0, 0),
        ("Found 2 known vulnerabilities in 1 package", 1, 1),
        ("uvicorn Dependency not found on PyPI and could not be audited", 0, 3),
        ("requests.exceptions.ConnectionError: no such host", 1, 3),
    ],
)
def test_an_audit_that_was_not_done_is_no_success(tmp_path: Path, says: str, exits: int, code: int) -> None:
    pip_audit = tmp_path / "pip-audit"
    pip_audit.write_text(f"#!/bin/sh\necho '{says}'\nexit {exits}\n")
    pip_audit.chmod(0o755)
    done = subprocess.run(
        [ROOT / ".ci" / "audit"], env={**os.environ, "PIP_AUDIT": str(pip_audit)}, capture_output=True, check=False
    )
    assert done.returncode == code


def test_no_interpreter_at_all(clone: Path) -> None:
    assert make(clone, "") == f"{NEEDS}; none was found. Set PYTHON=/path/to/python3.\n"
