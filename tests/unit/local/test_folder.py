import stat
import subprocess
from pathlib import Path

import pytest

from app.errors import ConfigurationError
from app.local.folder import DataFolder, Mailboxes


def test_the_token_key_is_made_once_and_for_us_alone(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    assert folder.token_key() == folder.token_key()
    assert stat.S_IMODE((tmp_path / "token.key").stat().st_mode) == 0o600


def test_a_folder_is_held_by_one_run_at_a_time(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "data")
    with (
        folder.locked(),
        pytest.raises(ConfigurationError, match="--data DIR --api-port PORT --sandbox-port PORT"),
        folder.locked(),
    ):
        pass
    with folder.locked():
        pass


def test_a_file_where_the_folder_should_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    with pytest.raises(ConfigurationError, match="cannot hold the data"), DataFolder(tmp_path / "data").locked():
        pass


def test_clear_removes_our_own_things_only(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    for path in (folder.postgres / "PG_VERSION", folder.log("api"), folder.beat_schedule, tmp_path / "mine" / "photo.jpg"):
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    folder.token_key()
    folder.remember(Mailboxes(3, 600, 7))
    folder.clear()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine"]


@pytest.mark.parametrize("wanted", [Mailboxes(2, 200, 7), Mailboxes(4, 900, 8), Mailboxes(3, 900, 7)])
def test_other_mailboxes_than_those_here_are_refused(tmp_path: Path, wanted: Mailboxes) -> None:
    """Mails imported already would be asked for and be gone."""
    folder = DataFolder(tmp_path)
    folder.remember(Mailboxes(4, 900, 7))
    with pytest.raises(ConfigurationError, match=r"other mailboxes .--users 4 --mails 900 --seed 7, not .*--fresh"):
        folder.require(wanted)


@pytest.mark.parametrize("wanted", [Mailboxes(4, 900, 7), Mailboxes(5, 900, 7)])
def test_the_same_mailboxes_and_more_of_them_are_welcome(tmp_path: Path, wanted: Mailboxes) -> None:
    folder = DataFolder(tmp_path)
    assert folder.mailboxes() is None
    folder.require(wanted)
    folder.remember(Mailboxes(4, 900, 7))
    folder.require(wanted)


def test_a_shell_can_read_the_settings_while_it_runs(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    odd = "it's $HOME `pwd` & more"
    with folder.reachable({"DATABASE_URL": odd, "TOKEN_ENCRYPTION_KEYS": "k="}):
        assert stat.S_IMODE(folder.env.stat().st_mode) == 0o600
        script = f'set -a; . {folder.env}; env | grep -E "^(DATABASE|TOKEN)"'
        said = subprocess.run(["sh", "-c", script], capture_output=True, text=True, check=True)  # a shell is what it is for
        assert sorted(said.stdout.splitlines()) == [f"DATABASE_URL={odd}", "TOKEN_ENCRYPTION_KEYS=k="]
    assert not folder.env.exists()


def test_settings_that_a_killed_run_left_are_replaced(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    folder.env.write_text("DATABASE_URL=old")
    with folder.reachable({"DATABASE_URL": "new"}):
        assert folder.env.read_text() == "DATABASE_URL=new\n"
