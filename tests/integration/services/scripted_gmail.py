"""A mailbox behind the Gmail port whose every answer a test decides."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from app.domain.mail import Mail
from app.errors import AppError, GmailError, HistoryExpired
from app.gmail.port import Arrived, Fetched, FetchedMail, FetchFault, HistoryPage, IdPage, Profile

PAYMENT = (
    "Dear Customer, Rs.{amount}.00 has been debited from account 4821 to VPA shop@okaxis SHOP {amount} on 10-04-26. "
    "Your UPI transaction reference number is 61000{amount:07d}."
)


def payment(amount: int) -> Mail:
    return Mail(
        headers={
            "from": ("HDFC Bank InstaAlerts <alerts@hdfcbank.net>",),
            "subject": ("You have done a UPI txn. Check details!",),
        },
        text=PAYMENT.format(amount=amount),
        html=None,
        received_at=datetime.now(UTC),
    )


def letter() -> Mail:
    return Mail(
        headers={"from": ("Mira <mira@example.org>",), "subject": ("Sunday",)},
        text="Shall we walk by the lake on Sunday? Bring the dog.",
        html=None,
        received_at=datetime.now(UTC),
    )


@dataclass
class ScriptedGmail:
    """`mails` is newest first. `faults` answers an id with a fault as often as it says; `raises` fails whole calls in turn."""

    mails: dict[str, Mail] = field(default_factory=dict)
    received: dict[str, datetime] = field(default_factory=dict)
    faults: dict[str, list[FetchFault]] = field(default_factory=dict)
    raises: dict[str, list[GmailError]] = field(default_factory=dict)
    stopped: AppError | None = None
    history_id: int = 1000
    added: dict[str, int] = field(default_factory=dict)
    oldest_history: int = 0
    page_size: int = 25
    history_page_size: int = 25
    lists_everything: bool = False
    spoilers: set[str] = field(default_factory=set)
    fetched: list[str] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)

    def fill(self, payments: int, letters: int = 0) -> None:
        for n in range(payments):
            self.mails[f"pay{n:05d}"] = payment(n + 1)
        for n in range(letters):
            self.mails[f"let{n:05d}"] = letter()

    def deliver(self, message_id: str, mail: Mail) -> None:
        self.history_id += 10
        self.added[message_id] = self.history_id
        self.mails = {message_id: mail, **self.mails}

    def _call(self, name: str) -> None:
        self.calls.append(name)
        if self.raises.get(name):
            raise self.raises[name].pop(0)

    def profile(self) -> Profile:
        self._call("profile")
        return Profile("asha@example.com", self.history_id)

    def list_ids(self, *, after: datetime, page_token: str | None) -> IdPage:
        self._call("list_ids")
        ids = [one for one in self.mails if self.lists_everything or self._received(one) >= after]
        start = int(page_token or 0)
        end = start + self.page_size
        return IdPage(tuple(ids[start:end]), str(end) if end < len(ids) else None)

    def list_added(self, *, start_history_id: int, page_token: str | None) -> HistoryPage:
        self._call("list_added")
        if start_history_id < self.oldest_history:
            raise HistoryExpired("too old")
        ids = tuple(one for one, at in self.added.items() if at > start_history_id)
        start = int(page_token or 0)
        end = start + self.history_page_size
        return HistoryPage(ids[start:end], str(end) if end < len(ids) else None, self.history_id)

    def fetch(
        self, ids: Sequence[str], *, deadline_seconds: float, parts: int | None = None, arrived: Arrived | None = None
    ) -> Fetched:
        self.calls.append("fetch")
        self._spoil(ids, parts or len(ids))
        self.fetched += ids
        faults = {one: self.faults[one].pop(0) for one in ids if self.faults.get(one)}
        if self.stopped is not None:
            faults = {one: FetchFault("stopped", True, "stopped") for one in ids}
        gone = {one: FetchFault("gone", False, "http_404") for one in ids if one not in self.mails and one not in faults}
        mails = {
            one: FetchedMail(one, self._received(one), self.mails[one]) for one in ids if one in self.mails and one not in faults
        }
        if arrived is not None:
            for one in mails.values():
                arrived(one)
        throttled = any(fault.code == "throttled" for fault in faults.values())
        return Fetched(mails, faults | gone, None, throttled, self.stopped)

    def _spoil(self, ids: Sequence[str], parts: int) -> None:
        """A mail of `spoilers` takes all those with it that are asked for in the same HTTP batch."""
        for start in range(0, len(ids), parts):
            together = ids[start : start + parts]
            if self.spoilers.intersection(together):
                for one in together:
                    self.faults[one] = [FetchFault("transient", True, "timeout", shared=len(together) > 1)]

    def close(self) -> None:
        self.calls.append("close")

    def _received(self, message_id: str) -> datetime:
        return self.received.get(message_id, datetime.now(UTC) - timedelta(hours=1))
