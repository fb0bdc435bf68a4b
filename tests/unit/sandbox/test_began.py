from pathlib import Path

import pytest

from sandbox.began import kept
from sandbox.generator import Catalogue
from sandbox.world import World, populate


def test_a_second_start_has_the_first_ones_mails(tmp_path: Path) -> None:
    file = tmp_path / "began"
    assert kept(file, 1_790_000_000.25) == kept(file, 1_790_000_150.5) == 1_790_000_000.25
    assert [path.name for path in tmp_path.iterdir()] == ["began"]


def test_a_later_beginning_is_another_mailbox_of_the_same_ids(tmp_path: Path) -> None:
    """What a restart did before its beginning was kept, and why it is."""
    ledgers = []
    for began in (1_790_000_000.0, 1_790_000_150.0):
        world = World(Catalogue(None), began)
        populate(world, 1, 60, 7)
        mailbox = world.mailbox("user1@sandbox.test")
        assert mailbox is not None
        ledgers.append(mailbox.entries())
    assert [one["message_id"] for one in ledgers[0]] == [one["message_id"] for one in ledgers[1]]
    assert ledgers[0] != ledgers[1]


@pytest.mark.parametrize("said", ["", "yesterday", "nan", "-1", "1790000001", "\u0661"])
def test_a_file_that_says_no_moment_is_named(tmp_path: Path, said: str) -> None:
    file = tmp_path / "began"
    file.write_text(said, encoding="utf-8")
    with pytest.raises(ValueError, match="no moment in the past"):
        kept(file, 1_790_000_000.0)


def test_a_place_where_nothing_can_be_kept_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        kept(tmp_path / "nowhere" / "began", 1.0)
