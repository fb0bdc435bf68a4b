"""One mailbox through this product, through the way a tutorial shows, and through lieer's fetch: `… against_peers.py [MAILS]`.

- the tutorial's way: google-api-python-client's batches, BeautifulSoup, one pattern, a commit for every row;
- lieer 1.6 (GPL, so never part of this product): its own `Remote.get_messages`, raw mails written to files, nothing read.

The two need packages that are not ours: `--install` puts them into .local/peers, which git ignores. All three run in this process
against the same sandbox and PostgreSQL; compared is CPU, here and in PostgreSQL, not the time spent waiting.
"""

import argparse
import base64
import importlib
import re
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

from google.oauth2.credentials import Credentials
from googleapiclient.discovery import build_from_document
from rich.console import Console
from rich.table import Table
from sqlalchemy import text
from sqlalchemy.orm import Session

ROOT = Path(__file__).parents[1]
PEERS = ROOT / ".local" / "peers"
sys.path.insert(0, str(ROOT))
sys.path.append(str(PEERS))

from app.db import get_engine, transaction  # noqa: E402  the repository is put on the path first
from app.log import configure_logging  # noqa: E402
from app.models import EmailSyncJob, TransactionRow  # noqa: E402
from app.parsing.ready import make_ready  # noqa: E402
from app.services import dispatch, sync  # noqa: E402
from benchmarks.house import House, add_people, bells_unrung, house, read_json, yardstick  # noqa: E402

PACKAGES = ("beautifulsoup4==4.15.0", "soupsieve==4.1.3", "lieer==1.6", "tqdm==4.70.1")
TOKEN = "sandbox-user1@sandbox.test"
BATCH = 50
_MONEY = re.compile(r"(?:Rs\.?|INR|₹|\$|£|€)\s*([\d,]+(?:\.\d{1,2})?)")
_MOVED = re.compile(r"\b(?:debited|credited|paid|spent|withdrawn|received|charged)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Result:
    name: str
    mails: int
    transactions: int | None
    seconds: float
    cpu_here: float
    cpu_postgres: float

    @property
    def mails_per_cpu_second(self) -> float:
        return self.mails / (self.cpu_here + self.cpu_postgres)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("mails", type=int, nargs="?", default=1000)
    parser.add_argument("--install", action="store_true", help="fetch the two peers into .local/peers first")
    options = parser.parse_args()
    if options.install:
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--upgrade", "--target", str(PEERS), *PACKAGES]
        subprocess.run(command, check=True)
        importlib.invalidate_caches()
    try:
        from bs4 import BeautifulSoup  # noqa: PLC0415  only there when asked for
    except ModuleNotFoundError:
        sys.stderr.write("the peers are not installed; run with --install once\n")
        return 2
    configure_logging("WARNING")
    make_ready()  # as a worker does before it forks; the others' libraries are loaded by now as well
    with house(users=1, mails=options.mails, concurrency=100) as place:
        results = [
            measure("the tutorial's way", place, lambda: tutorial(place, BeautifulSoup)),
            measure("lieer's fetch, nothing read", place, lambda: lieer(place)),
            measure("FinCoach Sync", place, lambda: ours(options.mails)),
        ]
        stick = yardstick()
    Console(width=120).print(comparison(results), f"the yardstick: {stick:.1f} ms")
    return 0


def measure(name: str, place: House, work: Callable[[], tuple[int, int | None]]) -> Result:
    before, began = place.cpu_seconds(), time.monotonic()
    mails, transactions = work()
    seconds, after = time.monotonic() - began, place.cpu_seconds()
    return Result(
        name,
        mails,
        transactions,
        seconds,
        after["worker"] - before["worker"],
        after["postgres"] - before["postgres"],
    )


# ── ours ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────


def ours(mails: int) -> tuple[int, int]:
    (person,) = add_people(1)
    with bells_unrung() as granted:
        sync.start(person, 6)
        sync.list_mailbox(person, 6)
        while True:
            dispatch.dispatch()
            if not granted:
                break
            while granted:
                sync.process_batch(granted.pop())
    with transaction() as session:
        statement = text("SELECT processed_emails, parsed_transactions FROM email_sync_jobs WHERE user_id = :user")
        processed, parsed = session.execute(statement, {"user": person}).one()
    if processed != mails:
        raise SystemExit(f"{processed} of {mails} mails were processed")
    return processed, parsed


# ── the tutorial's way ───────────────────────────────────────────────────────────────────────────────────────────────────


def tutorial(place: House, soup: Any) -> tuple[int, int]:
    service = google_service(place)
    ids = list(listed(service))
    with Session(get_engine()) as session:
        job = EmailSyncJob(id=uuid.uuid4(), user_id=new_user(session), status="processing", total_emails=len(ids))
        session.add(job)
        session.commit()

        def store(_: str, message: Mapping[str, Any], error: Exception | None) -> None:
            if error is not None:
                raise error
            amount = amount_in(soup(html_of(message["payload"]), "html.parser").get_text(" "))
            if amount is not None:
                session.add(row_of(job.user_id, message, amount))
                session.commit()
            job.processed_emails += 1
            job.imported_emails += amount is not None
            job.skipped_emails += amount is None
            job.parsed_transactions += amount is not None
            session.commit()

        for start in range(0, len(ids), BATCH):
            batch = service.new_batch_http_request(callback=store)
            for message_id in ids[start : start + BATCH]:
                batch.add(service.users().messages().get(userId="me", id=message_id, format="full"))
            batch.execute()
        return job.processed_emails, job.parsed_transactions


def google_service(place: House) -> Any:
    document = read_json(f"{place.sandbox_url}discovery/v1/apis/gmail/v1/rest")
    credentials = Credentials(token=TOKEN)  # type: ignore[no-untyped-call]  # google-auth says nothing of its types
    return build_from_document({**document, "rootUrl": place.sandbox_url}, credentials=credentials)


def listed(service: Any) -> Iterator[str]:
    token = None
    while True:
        page = service.users().messages().list(userId="me", q="newer_than:190d", maxResults=500, pageToken=token).execute()
        yield from (item["id"] for item in page.get("messages", ()))
        token = page.get("nextPageToken")
        if not token:
            return


def new_user(session: Session) -> uuid.UUID:
    key = uuid.uuid4()
    session.execute(text("INSERT INTO users (id, email) VALUES (:id, 'tutorial@example.com')"), {"id": key})
    return key


def html_of(payload: Mapping[str, Any]) -> str:
    found = {part["mimeType"]: part for part in parts(payload) if part.get("body", {}).get("data")}
    part = found.get("text/html") or found.get("text/plain")
    return base64.urlsafe_b64decode(part["body"]["data"]).decode("utf-8", "replace") if part else ""


def parts(payload: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield payload
    for part in payload.get("parts", ()):
        yield from parts(part)


def amount_in(words: str) -> Decimal | None:
    found = _MONEY.search(words)
    if found is None or _MOVED.search(words) is None:
        return None
    try:
        return Decimal(found[1].replace(",", "")) or None
    except InvalidOperation:
        return None


def row_of(user_id: uuid.UUID, message: Mapping[str, Any], amount: Decimal) -> TransactionRow:
    return TransactionRow(
        user_id=user_id,
        message_id=message["id"],
        amount=amount,
        currency="INR",
        direction="debit",
        kind="other",
        received_at=datetime.fromtimestamp(int(message["internalDate"]) / 1000, UTC),
        reader_version=1,
        confidence=Decimal("0.5"),
        category="other",
        category_rule="none",
    )


# ── lieer ────────────────────────────────────────────────────────────────────────────────────────────────────────────────


def lieer(place: House) -> tuple[int, None]:
    """Its class without its local store, which needs the notmuch library: a mail goes to a file, as its `store` does."""
    sys.modules.setdefault("notmuch2", ModuleType("notmuch2"))
    from lieer.remote import Remote  # noqa: PLC0415  only there when asked for

    service = google_service(place)
    remote = Remote.__new__(Remote)
    remote.__dict__.update(service=service, authorized=True, account="me", gmailieer=SimpleNamespace())
    folder = place.folder / "maildir"
    folder.mkdir()
    written = 0

    def store(messages: list[dict[str, Any]]) -> None:
        nonlocal written
        for message in messages:
            (folder / f"{message['id']}:2,S").write_bytes(base64.urlsafe_b64decode(message["raw"].encode("ascii")))
            written += 1

    remote.get_messages(list(listed(service)), store, "raw")
    return written, None


def comparison(results: list[Result]) -> Table:
    first = results[0].mails_per_cpu_second
    table = Table(title=f"{results[0].mails} mails of one mailbox", title_justify="left", box=None)
    for heading in ("", "transactions", "seconds", "ms CPU a mail: here", "PostgreSQL", "mails a CPU second", "times the first"):
        table.add_column(heading, justify="right" if heading else "left")
    for one in results:
        here, server = (f"{1000 * cpu / one.mails:.3f}" for cpu in (one.cpu_here, one.cpu_postgres))
        rate = one.mails_per_cpu_second
        found = "–" if one.transactions is None else str(one.transactions)
        table.add_row(one.name, found, f"{one.seconds:.1f}", here, server, f"{rate:.0f}", f"{rate / first:.1f}")
    return table


if __name__ == "__main__":
    sys.exit(main())
