"""Integration tests run against a real PostgreSQL and a real Redis; see tests/conftest.py for `database_url` and `redis_url`.

Names of other machines are not looked up: that would leave this one.
"""

import ipaddress
import socket
from typing import Any

import pytest


@pytest.fixture(autouse=True)
def _no_names_of_others(monkeypatch: pytest.MonkeyPatch) -> None:
    look_up = socket.getaddrinfo

    def here_only(host: Any, *args: Any, **options: Any) -> Any:
        if host not in (None, "localhost", b"localhost") and not _is_number(host):
            raise socket.gaierror(socket.EAI_NONAME, "names are not looked up in tests")
        return look_up(host, *args, **options)

    monkeypatch.setattr(socket, "getaddrinfo", here_only)


def _is_number(host: Any) -> bool:
    try:
        ipaddress.ip_address(host.decode() if isinstance(host, bytes) else host)
    except ValueError:
        # Older ways to write an address: 127.1, 0x7f.1, 2130706433.
        return set(str(host)) <= set("0123456789abcdefx.")
    return True
