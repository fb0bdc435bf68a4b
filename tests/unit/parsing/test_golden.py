"""What the formats read today is what they read yesterday, or the diff of the golden file says otherwise."""

from tests.unit.parsing.golden import GOLDEN, lines


def test_formats_read_what_the_golden_file_says() -> None:
    assert GOLDEN.read_text(encoding="utf-8").splitlines() == lines(), "python -m tests.unit.parsing.golden --write"
