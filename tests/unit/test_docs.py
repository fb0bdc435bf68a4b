"""The guide keeps step with the code: settings, routes, tasks, intervals, error codes, links and make targets."""

import re
from html import unescape
from pathlib import Path

import pytest

from app.celery_app import celery_app
from app.config import Settings
from app.errors import AppError
from app.main import create_app
from app.services.keys import SCOPES
from app.tariff import TARIFFS
from app.workers import email_tasks  # noqa: F401  registers the tasks

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "EMAIL_PROCESSING_GUIDE.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "sandbox").glob("*.md")])


def settings_table() -> dict[str, str]:
    rows = re.findall(r"^\| `([A-Z_]+)` \| (.*?) \|", GUIDE.split("## Settings")[1], re.M)
    return {name: default.strip("`") for name, default in rows}


def test_every_setting_and_its_default_is_in_the_guide() -> None:
    wanted = {name.upper(): shown(field.default) for name, field in Settings.model_fields.items()}
    assert settings_table() == wanted


def shown(default: object) -> str:
    text = getattr(default, "get_secret_value", lambda: str(default))()
    return text or "–"


def test_every_route_is_in_the_guide_and_no_other() -> None:
    routes = {(method.upper(), path) for path, methods in create_app().openapi()["paths"].items() for method in methods}
    told = {(method, path) for method, path in re.findall(r"`(GET|POST|PUT|PATCH|DELETE) (/[^\s`?]*)", GUIDE)}
    assert told == routes


def test_every_task_is_in_the_guide() -> None:
    names = {name.rpartition(".")[2] for name in celery_app.tasks if name.startswith("app.")}
    assert set(re.findall(r"^\| `(\w+)` \| [^|]+\| `celery", GUIDE, re.M)) == names


def test_intervals_are_the_guides() -> None:
    for entry in celery_app.conf.beat_schedule.values():
        name, schedule = entry["task"].rpartition(".")[2], entry["schedule"]
        text = f"every {schedule:g} s" if isinstance(schedule, float) else f"`{schedule._orig_minute}`"
        (row,) = re.findall(rf"^\| `{name}` .*$", GUIDE, re.M)
        assert text in row


def classes(base: type[AppError]) -> list[type[AppError]]:
    return [base, *(one for child in base.__subclasses__() for one in classes(child))]


def test_every_error_code_a_client_can_see_is_in_the_guide() -> None:
    codes = {cls.code for cls in classes(AppError) if cls.__module__ == "app.errors" and cls.status < 500 and cls is not AppError}
    for path in (ROOT / "app" / "services").glob("*.py"):
        codes |= set(
            re.findall(r'(?:NotFound|Conflict|BadRequest|Unauthorized)\(.*?code="(\w+)"', path.read_text(encoding="utf-8"))
        )
    told = set(re.findall(r"`(\w+)`", GUIDE.split("### Errors")[1].split("## Tasks")[0]))
    assert codes - told == set()


def test_every_event_of_the_log_is_explained() -> None:
    said = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "app").rglob("*.py"))
    events = set(re.findall(r'\blog\.(?:info|warning|error)\(\s*"(\w+)"', said))
    operations = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    table = operations.split("| event | says |")[1].split("\n\n")[0]
    assert set(re.findall(r"`(\w+)`", table)) == events


def test_the_figures_of_scaling_follow_from_the_tariffs() -> None:
    text = " ".join((ROOT / "docs" / "scaling.md").read_text(encoding="utf-8").split())
    tariff, legacy, mails = TARIFFS["2026"], TARIFFS["legacy"], 1500 / 180
    looks = 48 * (tariff.get_profile + tariff.history_list) + tariff.messages_list
    day, day_at_legacy = looks + tariff.messages_get * mails, looks + legacy.messages_get * mails
    assert tariff.per_project_day == 80_000_000
    assert f"**{day:.0f}**" in text
    assert f"| 100,000 | {day / 10:.1f} M | {day * 1e5 / 80e6:.0%}".replace("%", " %") in text
    assert f"| 1,000,000 | {day:.0f} M | {day * 1e6 / 80e6:.0%}".replace("%", " %") + f" | {day_at_legacy:.0f} M |" in text
    assert f"| {80e6 / day / 1000:.0f},000 | 80.0 M |" in text
    assert f"{1500 * tariff.messages_get + 3 * tariff.messages_list + tariff.get_profile:,}" in text


def test_every_scope_is_in_the_guide() -> None:
    assert [scope for scope in SCOPES if f"`{scope}`" not in GUIDE.split("### Scopes")[1].split("###")[0]] == []


def test_every_make_target_named_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    for page in PAGES:
        assert set(re.findall(r"make ([a-z-]+)(?=[`\s]| ARGS)", "\n".join(re.findall(r"`[^`]+`", page.read_text())))) <= targets


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_every_direct_library_has_its_reason() -> None:
    reasons = (ROOT / "docs" / "decisions" / "001-libraries.md").read_text(encoding="utf-8")
    for name in ("requirements.in", "requirements-dev.in"):
        for package in re.findall(r"^([a-z][\w-]*)", (ROOT / name).read_text(encoding="utf-8"), re.M):
            assert f"`{package}`" in reasons, package


def test_the_readme_opens_with_its_two_commands() -> None:
    head = "\n".join(README.splitlines()[:20])
    assert "make demo" in head
    assert "make test" in head


def test_the_picture_is_as_it_was_taken() -> None:
    """`python -m app.local.picture docs/live-table.svg` takes it; a word changed by hand would no longer fit its length."""
    svg = (ROOT / "docs" / "live-table.svg").read_text(encoding="utf-8")
    texts = re.findall(r'textLength="([\d.]+)"[^>]*>([^<]*)</text>', svg)
    assert {word for _, text in texts for word in unescape(text).split()} >= {"user", "phase", "unread", "ETA", "user3"}
    wrong = [text for length, text in texts if abs(float(length) - 12.2 * len(unescape(text))) > 0.1]
    assert wrong == []
