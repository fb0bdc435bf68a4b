"""A browser before a stack of its own."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from app.local.client import Client
from app.local.environment import settings_from
from app.local.supervisor import Stack
from tests.acceptance.conftest import ready_stack
from tests.browser import presence, window
from tests.browser.presence import HOME
from tests.browser.window import Window

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MAILS = 300


@pytest.fixture(scope="session")
def chromium() -> Iterator["Browser"]:
    if presence.program() is None:
        pytest.fail(str(presence.missing()))
    shutil.rmtree(HOME / "screens", ignore_errors=True)
    with window.chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """With the app's own modules reading its database."""
    with ready_stack(tmp_path_factory.mktemp("stack"), mails=MAILS) as ready, settings_from(ready.env):
        yield ready


@pytest.fixture
def client(stack: Stack) -> Iterator[Client]:
    with Client(stack.api_url, stack.sandbox_url) as client:
        yield client


@pytest.fixture
def open_window(chromium: "Browser", stack: Stack) -> Iterator[Callable[[], Window]]:
    with ExitStack() as windows:
        yield lambda: windows.enter_context(window.window_of(chromium, stack))
