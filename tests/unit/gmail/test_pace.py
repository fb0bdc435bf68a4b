import pytest

from app.gmail.pace import BatchSize


def follow(pace: BatchSize, story: str) -> list[int]:
    sizes = []
    for event in story:
        pace = pace.refused() if event == "r" else pace.passed()
        sizes.append(pace.size)
    return sizes


@pytest.mark.parametrize(
    ("ceiling", "story", "sizes"),
    [
        (25, "", []),
        (25, "pppp", [25, 25, 25, 25]),
        (25, "rrrrrr", [12, 6, 3, 1, 1, 1]),
        (25, "rpppp", [12, 12, 15, 15, 18]),
        (25, "rprp", [12, 12, 6, 6]),
        (25, "rrrrpppp", [12, 6, 3, 1, 1, 2, 2, 3]),
        (1, "rp", [1, 1]),
        (100, "rrpp", [50, 25, 25, 31]),
    ],
)
def test_size_halves_at_once_and_creeps_back(ceiling: int, story: str, sizes: list[int]) -> None:
    assert follow(BatchSize.starting_at(ceiling), story) == sizes


def test_size_never_passes_the_ceiling() -> None:
    assert max(follow(BatchSize.starting_at(25), "r" + "p" * 50)) == 25


def test_a_bound_of_the_moment_holds_for_size_and_growth() -> None:
    assert follow(BatchSize.starting_at(25).at_most(5), "r" + "p" * 20)[-1] == 5
    assert BatchSize.starting_at(3).at_most(5).size == 3
