"""What all rings share: settings of a test's own, and embedded servers that start once and only when asked for.

unit         no socket, not even a unix one
integration  a migrated database per test (`database_url`), an emptied Redis (`redis_url`), settings (`app_settings(NAME="…")`)
acceptance   the real processes
"""

import os
import shutil
import signal
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any, NoReturn

import hypothesis
import pytest
import pytest_socket
import redis
from xdist.scheduler import LoadScopeScheduling

from app.config import Settings, get_settings
from app.db import dispose_engine
from app.local import migrations
from app.local.postgres import create_database, drop_database, postgres_server, with_database
from app.local.redis import redis_server
from tests.browser import presence

TESTS = Path(__file__).parent
TEMPLATE = "migrated"
IN_A_BROWSER = TESTS / "acceptance" / "test_pages.py"

# A shared machine of two cores may stall any example for a moment: time is pytest-timeout's business.
hypothesis.settings.register_profile("shared", deadline=None)
hypothesis.settings.load_profile("shared")


def pytest_configure(config: pytest.Config) -> None:
    """A polite kill ends like Ctrl-C, so that fixtures stop their servers. For the impolite there is app.local.guardian."""
    signal.signal(signal.SIGTERM, _interrupt)
    if config.option.basetemp is None:
        # Every session that starts closes pytest's usual folder to all but its owner, and so would take the data away from the
        # PostgreSQL of another session, which runs as a user of its own when we are root.
        config.option.basetemp = tempfile.mkdtemp(prefix="fincoach-tests-")
        config.add_cleanup(partial(shutil.rmtree, config.option.basetemp, ignore_errors=True))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadScopeScheduling:
    return Rings(config, log)


class Rings(LoadScopeScheduling):  # type: ignore[misc]  # the library has no types
    """Side by side (`make test`): one process has all the stacks, one after the other; the files of integration tests go to
    whoever is free, and so do single units.

    By paths, since what xdist's own groups hang on a test's id is lost on its way with pytest 9.2.
    """

    def _split_scope(self, nodeid: str) -> str:
        path = nodeid.partition("::")[0]
        ring = path.split("/")[1]
        return {"unit": nodeid, "acceptance": ring}.get(ring, path)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if presence.missing() is not None:
        config.hook.pytest_deselected(items=[item for item in items if item.path == IN_A_BROWSER])
        items[:] = [item for item in items if item.path != IN_A_BROWSER]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """What is not run is said, here because with `-n` the process that talks collects nothing itself."""
    reason = presence.missing()
    if reason and any(IN_A_BROWSER.is_relative_to(Path(arg.partition("::")[0]).absolute()) for arg in config.args):
        terminalreporter.write_line(f"NOT RUN: {IN_A_BROWSER.relative_to(TESTS.parent)}: {reason}", yellow=True)


def _interrupt(number: int, frame: object) -> NoReturn:
    raise KeyboardInterrupt


@pytest.fixture(autouse=True)
def _sockets(request: pytest.FixtureRequest) -> Iterator[None]:
    if request.path.relative_to(TESTS).parts[0] != "unit":
        yield
        return
    pytest_socket.disable_socket(allow_unix_socket=False)
    yield
    pytest_socket.enable_socket()


@pytest.fixture(scope="session", autouse=True)
def _clean_environment() -> Iterator[None]:
    """The developer's own settings are none of the tests' business."""
    with pytest.MonkeyPatch.context() as patch:
        for name in Settings.model_fields:
            patch.delenv(name.upper(), raising=False)
        patch.setitem(Settings.model_config, "env_file", None)
        # Whatever sandbox a test starts holds its answers against Google's discovery document.
        patch.setenv("SANDBOX_CHECK", "1")
        yield


@pytest.fixture
def app_settings(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Settings]]:
    """`app_settings(EMAILS_PER_BATCH="10")` sets the environment and gives the settings; the end of the test undoes it."""

    def set_environment(**values: str) -> Settings:
        for name, value in values.items():
            monkeypatch.setenv(name, value)
        _forget()
        return get_settings()

    _forget()
    yield set_environment
    _forget()


def _forget() -> None:
    dispose_engine()
    get_settings.cache_clear()


@pytest.fixture(scope="session")
def postgres_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of this session, with nothing in it."""
    folder = tmp_path_factory.mktemp("postgres")
    with postgres_server(folder / "data", folder / "postgres.log", durable=False) as server:
        yield server.url


@pytest.fixture(scope="session")
def migrated_template(postgres_url: str) -> str:
    """The server's URL, once it holds a database with every migration applied, to be cloned."""
    create_database(postgres_url, TEMPLATE)
    migrations.upgrade(with_database(postgres_url, TEMPLATE))
    return postgres_url


_numbers = count(1)


@pytest.fixture
def database_url(migrated_template: str, app_settings: Callable[..., Settings]) -> Iterator[str]:
    """A migrated database for this test alone; DATABASE_URL says so to the app."""
    name = f"test_{os.getpid()}_{next(_numbers)}"
    create_database(migrated_template, name, TEMPLATE)
    url = with_database(migrated_template, name)
    app_settings(DATABASE_URL=url)
    yield url
    dispose_engine()
    drop_database(migrated_template, name)


@pytest.fixture(scope="session")
def redis_server_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A Redis of this session."""
    folder = tmp_path_factory.mktemp("redis")
    with redis_server(folder / "data", folder / "redis.log", durable=False) as server:
        yield server.url


@pytest.fixture
def redis_url(redis_server_url: str, app_settings: Callable[..., Settings]) -> str:
    """The session's Redis, emptied; CELERY_BROKER_URL and CELERY_RESULT_BACKEND say so to the app."""
    with redis.Redis.from_url(redis_server_url) as client:
        client.flushall()
    app_settings(CELERY_BROKER_URL=redis_server_url, CELERY_RESULT_BACKEND=redis_server_url)
    return redis_server_url
