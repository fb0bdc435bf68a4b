"""Looks at the database four times a second, from outside."""

import threading
import time
from dataclasses import dataclass, field
from typing import Any

import psycopg2

from tests.chaos.house import House

EVERY_SECONDS = 0.25
Claim = tuple[str, str]

_LOOK = """
SELECT id::text, progress_percentage AS progress, processed_emails AS processed, status FROM email_sync_jobs
"""
_CLAIMS = "SELECT id::text AS id, lease_token::text AS token, status FROM email_sync_batches WHERE status <> 'ready'"
_OPEN = """
SELECT coalesce(max(extract(epoch FROM clock_timestamp() - xact_start)), 0) AS seconds FROM pg_stat_activity
WHERE application_name = 'fincoach' AND datname = current_database()
"""


@dataclass
class Watcher:
    """`broken` are sentences about what must never be seen. `recoveries` are seconds from a kill until work went on."""

    house: House
    broken: list[str] = field(default_factory=list)
    recoveries: list[float] = field(default_factory=list)
    longest_transaction: float = 0.0
    _seen: dict[str, dict[str, Any]] = field(default_factory=dict)
    _dead: dict[Claim, float] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _stop: threading.Event = field(default_factory=threading.Event)

    def start(self) -> None:
        threading.Thread(target=self._watch, daemon=True).start()

    def stop(self) -> None:
        self._stop.set()

    def killed(self) -> None:
        """Call just before a kill: whatever is at work now must go on: be done, or be claimed by another."""
        running = "SELECT id::text AS id, lease_token::text AS token FROM email_sync_batches WHERE status = 'running'"
        with self._lock:
            for row in self.house.rows(running):
                self._dead.setdefault((row["id"], row["token"]), time.monotonic())

    @property
    def waiting(self) -> int:
        return len(self._dead)

    def _watch(self) -> None:
        while not self._stop.wait(EVERY_SECONDS):
            try:
                self._look()
            except psycopg2.Error:
                continue  # it is away: that is somebody's scenario

    def _look(self) -> None:
        self.longest_transaction = max(self.longest_transaction, float(self.house.rows(_OPEN)[0]["seconds"]))
        for job in self.house.rows(_LOOK):
            before = self._seen.get(job["id"])
            if before and (job["progress"] < before["progress"] or job["processed"] < before["processed"]):
                self.broken.append(f"I3: progress fell, job {job['id']}: {before} then {job}")
            if job["progress"] > 100 or (before and before["status"] == "completed" and job != before):
                self.broken.append(f"I3: job {job['id']} changed after its end: {before} then {job}")
            self._seen[job["id"]] = job
        with self._lock:
            self._note_recoveries()

    def _note_recoveries(self) -> None:
        if not self._dead:
            return
        now = time.monotonic()
        claims = {row["id"]: row for row in self.house.rows(_CLAIMS)}
        for (batch_id, token), since in list(self._dead.items()):
            row = claims.get(batch_id)
            if row and (row["status"] == "done" or (row["status"] == "running" and row["token"] != token)):
                self.recoveries.append(now - since)
                del self._dead[(batch_id, token)]
