"""A launch's worth of mailboxes: 1,000 of 1,500 mails each stand at once, and are filled when somebody looks."""

import time

import psutil  # type: ignore[import-untyped]  # it ships no types
import urllib3

from tests.integration.gmail.conftest import serve

USERS = 1000
SEEN = 250
GIGABYTE = 1_000_000_000


def test_a_thousand_mailboxes_start_in_seconds_and_stay_small() -> None:
    begin = time.monotonic()
    serving = serve(["--users", str(USERS), "--mails", "1500", "--tariff", "none"])
    sandbox = next(serving)
    assert time.monotonic() - begin < 10
    process = psutil.Process(sandbox.pid)
    empty = process.memory_info().rss
    with urllib3.PoolManager() as http:
        for number in range(1, SEEN + 1):
            token = {"Authorization": f"Bearer sandbox-user{number}@sandbox.test"}
            page = http.request("GET", f"{sandbox.root}gmail/v1/users/me/messages?maxResults=1", headers=token).json()
            assert len(page["messages"]) == 1
    each = (process.memory_info().rss - empty) / SEEN
    assert empty + USERS * each < GIGABYTE
    assert next(serving, None) is None
