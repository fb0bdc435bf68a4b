import pytest

from sandbox.latency import Latency


def test_without_jitter_it_is_the_same_every_time() -> None:
    assert {Latency(0.3)() for _ in range(10)} == {0.3}


def test_jitter_is_drawn_by_the_seed_and_never_goes_below_nothing() -> None:
    def drawn(seed: int) -> list[float]:
        latency = Latency(0.1, 0.2, seed)
        return [latency() for _ in range(200)]

    assert drawn(1) == drawn(1) != drawn(2)
    assert min(drawn(1)) == 0
    assert 0.25 < max(drawn(1)) <= 0.3


def test_what_makes_no_sense_is_refused() -> None:
    for seconds, jitter in ((-1, 0), (0, -1), (601, 0)):
        with pytest.raises(ValueError, match="between 0 and 600"):
            Latency(seconds, jitter)
