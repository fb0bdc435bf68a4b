from io import StringIO
from typing import Any

import pytest
from rich.console import Console

from app.local.live_table import Row, duration, live_table, plain_line

RUNNING = Row("user1", "processing", "fetching", 41.5, 100_000, 41_500, 12_345, 20_000, 1_234, 1_000.4, 3_725)
DONE = Row("user2", "completed", "completed", 100, 600, 600, 250, 345, 5, 12.2, None)


@pytest.mark.parametrize(
    ("seconds", "text"), [(None, "–"), (0, "0s"), (42.4, "42s"), (59.6, "1:00"), (187, "3:07"), (3_725, "1:02:05")]
)
def test_durations_read_at_a_glance(seconds: float | None, text: str) -> None:
    assert duration(seconds) == text


STATUS: dict[str, Any] = {
    "status": "processing",
    "phase": "waiting_quota",
    "progress": 50.0,
    "total_emails": 600,
    "processed_emails": 300,
    "parsed_transactions": 100,
    "skipped_emails": 200,
    "failed_emails": 0,
    "emails_per_second": 12.5,
    "eta_seconds": 24,
    "started_at": "2026-03-06T10:00:00Z",
    "completed_at": None,
}


def test_a_running_import_shows_its_present_speed() -> None:
    row = Row.of("user1", STATUS)
    assert (row.phase, row.emails_per_second, row.eta_seconds, row.ended) == ("waiting quota", 12.5, 24, False)


def test_an_ended_import_shows_its_speed_over_all() -> None:
    row = Row.of("user1", STATUS | {"status": "completed", "phase": "done", "completed_at": "2026-03-06T10:00:30Z"})
    assert (row.phase, row.emails_per_second, row.ended) == ("done", 10.0, True)


def test_the_table_fits_eighty_columns_with_large_numbers() -> None:
    out = StringIO()
    Console(file=out, width=80, force_terminal=True, color_system=None).print(live_table([RUNNING, DONE], 61))
    lines = out.getvalue().splitlines()
    assert max(map(len, lines)) <= 80
    assert any(all(word in line for word in ("user1", "fetching", "1000", "12345", "20000", "1234", "1:02:05")) for line in lines)
    assert "…" not in out.getvalue()


def test_the_line_without_a_terminal_sums_all_users() -> None:
    line = plain_line([RUNNING, DONE], 61)
    assert line == " 1:01  1/2 ended   41.8%  42100/100600 mails  12595 parsed  20345 skipped  1239 failed"


def test_nothing_to_import_is_complete() -> None:
    assert "100.0%" in plain_line([Row("user1", status="completed", progress=100)], 0)
