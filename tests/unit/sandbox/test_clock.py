import pytest

from sandbox.clock import Clock


def test_it_is_the_walls_until_told_otherwise() -> None:
    wall = [100.0]
    clock = Clock(wall=lambda: wall[0])
    assert clock() == 100
    wall[0] = 130.0
    assert clock() == 130


def test_it_can_run_fast_and_be_advanced_without_a_jump_back() -> None:
    wall = [100.0]
    clock = Clock(wall=lambda: wall[0])
    clock.run(60)
    wall[0] = 101.0
    assert clock() == 160
    clock.advance(7 * 86_400)
    assert clock() == 160 + 7 * 86_400
    clock.run(1)
    wall[0] = 102.0
    assert clock() == 161 + 7 * 86_400


@pytest.mark.parametrize("rate", [0, -1, 1e7])
def test_a_rate_that_makes_no_sense_is_refused(rate: float) -> None:
    with pytest.raises(ValueError, match="rate"):
        Clock(rate)


def test_it_never_goes_back() -> None:
    with pytest.raises(ValueError, match="seconds"):
        Clock().advance(-1)
