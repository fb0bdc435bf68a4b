"""How many messages.get a second the sandbox answers through /batch: one process on one core, four clients at once.

`python benchmarks/bench_sandbox.py [SECONDS]`. Each row is a size of batch; the last column is against the target.
The clients send prepared bytes and count answers, so that what is measured is the sandbox. On a busy machine look at the column
of CPU: mails a second of the sandbox's own CPU time.
"""

import http.client
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path

import psutil  # type: ignore[import-untyped]  # ships no types
from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).parents[1]
CLIENTS = 4
MAILS = 1500
TARGET = 8_000
ROUNDS = 5
BOUNDARY = b"batch_bench"


@contextmanager
def sandbox() -> Iterator[tuple[int, psutil.Process]]:
    """Its port and its process, alone on the first core."""
    command = [sys.executable, "-m", "sandbox", "--port", "0", "--users", str(CLIENTS), "--mails", str(MAILS)]
    command += ["--tariff", "none", "--concurrency", "100000"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            found = re.search(r":(\d+):", process.stdout.readline() if process.stdout else "")
            if found is None:
                raise RuntimeError("the sandbox did not start")
            pin(process.pid, 0)
            yield int(found[1]), psutil.Process(process.pid)
        finally:
            process.terminate()


def pin(pid: int, core: int) -> None:
    if hasattr(os, "sched_setaffinity"):
        cores = sorted(os.sched_getaffinity(pid))
        os.sched_setaffinity(pid, {cores[core % len(cores)]} if core == 0 else set(cores[1:] or cores))


def ids_of(port: int, address: str) -> list[str]:
    """The mailbox's mails with a page of HTML: 11 to 12 kB of it on average."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    found: list[str] = []
    token = ""
    while True:
        path = f"/gmail/v1/users/me/messages?maxResults=500&q=larger:1250&pageToken={token}"
        connection.request("GET", path, headers={"Authorization": f"Bearer sandbox-{address}"})
        text = connection.getresponse().read().decode()
        found += re.findall(r'"id": ?"([0-9a-f]+)"', text)
        more = re.search(r'"nextPageToken": ?"(\d+)"', text)
        if more is None:
            return found
        token = more[1]


def body_of(ids: Sequence[str]) -> bytes:
    part = b"--%b\r\nContent-Type: application/http\r\nContent-ID: <%d>\r\n\r\n"
    part += b"GET /gmail/v1/users/me/messages/%b?format=full HTTP/1.1\r\n\r\n"
    return b"".join(part % (BOUNDARY, place, one.encode()) for place, one in enumerate(ids)) + b"--" + BOUNDARY + b"--\r\n"


def client(port: int, address: str, ids: Sequence[str], size: int, agent: str, seconds: float) -> tuple[float, int, int]:
    """Mails a second, mails fetched and bytes read until the time is up."""
    pin(0, 1)
    connection = http.client.HTTPConnection("127.0.0.1", port)
    bodies = [body_of(ids[start : start + size]) for start in range(0, len(ids) - size + 1, size)]
    headers = {"Authorization": f"Bearer sandbox-{address}", "Content-Type": f"multipart/mixed; boundary={BOUNDARY.decode()}"}
    headers |= {"Accept-Encoding": "gzip", "User-Agent": agent}
    mails = read = 0
    begin = time.monotonic()
    while time.monotonic() < begin + seconds:
        connection.request("POST", "/batch", bodies[(mails // size) % len(bodies)], headers)
        answer = connection.getresponse().read()
        if "gzip" not in agent and answer.count(b"HTTP/1.1 200 OK") != size:
            raise RuntimeError("a part was refused")
        mails, read = mails + size, read + len(answer)
    return mails / (time.monotonic() - begin), mails, read


def measure(size: int, agent: str, seconds: float) -> tuple[float, float, float]:
    """Mails a second, mails a second of the sandbox's CPU, kB a mail on the wire: each the best of some rounds, after a first."""
    rounds = []
    with sandbox() as (port, process), get_context("spawn").Pool(CLIENTS) as pool:
        addresses = [f"user{number}@sandbox.test" for number in range(1, CLIENTS + 1)]
        work = [(port, address, ids_of(port, address), size, agent, seconds / ROUNDS) for address in addresses]
        for _ in range(ROUNDS + 1):
            before = process.cpu_times()
            counted = pool.starmap(client, work)
            after = process.cpu_times()
            speeds, mails, read = (sum(column) for column in zip(*counted, strict=True))
            rounds.append((speeds, mails / (after.user + after.system - before.user - before.system), read / mails / 1000))
    speed, per_cpu, wire = (max(column) for column in zip(*rounds[1:], strict=True))
    return speed, per_cpu, wire


def main() -> None:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 5.0
    table = Table(title=f"messages.get through /batch, {CLIENTS} clients")
    for heading in ("parts a batch", "gzip", "kB a mail", "gets a second", "a second of CPU", f"of {TARGET:,}"):
        table.add_column(heading, justify="right")
    for size, agent in ((25, "bench"), (50, "bench"), (100, "bench"), (25, "bench (gzip)")):
        speed, per_cpu, size_of_mail = measure(size, agent, seconds)
        cells = f"{size_of_mail:.1f}", f"{speed:,.0f}", f"{per_cpu:,.0f}", f"{per_cpu / TARGET:.2f}"
        table.add_row(str(size), "yes" if "gzip" in agent else "no", *cells)
    Console().print(table)


if __name__ == "__main__":
    main()
