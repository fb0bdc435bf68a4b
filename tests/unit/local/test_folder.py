import stat
from pathlib import Path

import pytest

from app.errors import ConfigurationError
from app.local.folder import DataFolder


def test_the_token_key_is_made_once_and_for_us_alone(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    assert folder.token_key() == folder.token_key()
    assert stat.S_IMODE((tmp_path / "token.key").stat().st_mode) == 0o600


def test_a_folder_is_held_by_one_run_at_a_time(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "data")
    with folder.locked(), pytest.raises(ConfigurationError, match="--data"), folder.locked():
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
    folder.clear()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine"]
