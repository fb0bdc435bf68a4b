from dataclasses import replace
from datetime import datetime, timedelta
from io import StringIO
from typing import Any

import pytest
from rich.console import Console

from app.local.display import SILENCE_SECONDS, display
from app.local.live_table import Row, duration, live_table, plain_line
from app.local.picture import drawn

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
    "known_emails": 0,
    "resume_at": None,
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


@pytest.mark.parametrize("phase", ["fetching", "waiting quota", "nothing new"])
def test_the_table_fits_eighty_columns_with_large_numbers(phase: str) -> None:
    out = StringIO()
    rows = [replace(RUNNING, phase=phase), DONE]
    Console(file=out, width=80, force_terminal=True, color_system=None).print(live_table(rows, 61))
    lines = out.getvalue().splitlines()
    assert max(map(len, lines)) <= 80
    assert any(all(word in line for word in ("user1", phase, "1000", "12345", "20000", "1234", "1:02:05")) for line in lines)
    assert "unread" in out.getvalue()
    assert "…" not in out.getvalue()


def test_the_line_without_a_terminal_sums_all_users() -> None:
    line = plain_line([RUNNING, DONE], 61)
    assert line == " 1:01  1/2 ended   41.8%  42100/100600 mails  12595 parsed  20345 skipped  1239 unread"


def test_nothing_to_import_is_complete() -> None:
    assert "100.0%" in plain_line([Row("user1", status="completed", progress=100)], 0)


def test_a_second_import_says_that_it_found_nothing_new() -> None:
    status = STATUS | {"status": "completed", "phase": "done", "progress": 100, "total_emails": 0, "known_emails": 600}
    row = Row.of("user1", status)
    assert (row.phase, row.known) == ("nothing new", 600)
    assert plain_line([row], 3).endswith("0 unread  600 known")
    assert Row.of("user1", status | {"known_emails": 0}).phase == "done"


def shown(*moments: tuple[float, list[Row]]) -> str:
    out = StringIO()
    with display(Console(file=out, width=80)) as show:
        for seconds, rows in moments:
            show(rows, seconds)
    return out.getvalue()


def test_without_a_terminal_there_are_whole_lines_and_no_table() -> None:
    text = shown((0, [Row("user1")]), (3, [RUNNING]), (6, [DONE]))
    assert text == "".join(f"{plain_line([row], at)}\n" for at, row in ((0, Row("user1")), (3, RUNNING), (6, DONE)))


def test_without_a_terminal_nothing_is_said_twice_but_after_a_long_silence() -> None:
    text = shown(*((seconds, [RUNNING]) for seconds in range(0, int(SILENCE_SECONDS) + 6, 3)))
    assert text == f"{plain_line([RUNNING], 0)}\n{plain_line([RUNNING], SILENCE_SECONDS)}\n"


def test_a_wait_for_quota_says_until_when() -> None:
    resume = datetime(2026, 3, 6, 10, 0, 40).astimezone()
    waiting = replace(RUNNING, phase="waiting quota", resume_at=resume)
    later = replace(waiting, resume_at=resume + timedelta(seconds=20))
    assert plain_line([later, waiting, DONE], 61).endswith("unread  waiting for Gmail's quota until 10:00:40")
    assert "waiting" not in plain_line([waiting, RUNNING], 61)
    assert "waiting" not in plain_line([DONE], 61)


def test_the_picture_is_of_these_rows_and_asks_nobody_for_a_font() -> None:
    svg = drawn([replace(RUNNING, phase="waiting quota"), DONE], 61)
    assert "waiting&#160;quota" in svg
    assert "12345" in svg
    assert "font-face" not in svg
    assert 'url("http' not in svg
