"""Use the app's own modules in this process under a stack's environment, for a while."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from app.config import get_settings
from app.db import dispose_engine


@contextmanager
def settings_from(env: Mapping[str, str]) -> Iterator[None]:
    """Settings and engine are those of `env` inside, and read anew afterwards."""
    before = dict(os.environ)
    _replace(env)
    try:
        yield
    finally:
        _replace(before)


def _replace(env: Mapping[str, str]) -> None:
    dispose_engine()
    os.environ.clear()
    os.environ.update(env)
    get_settings.cache_clear()
