"""The port over the real wire."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

import orjson

from app import metrics
from app.config import Settings, get_settings
from app.errors import GmailError, HistoryExpired, MailboxGone, TransientFault
from app.gmail.credentials import TokenSource
from app.gmail.discovery import Call, describe
from app.gmail.faults import Kind, classify
from app.gmail.fetching import Fetch
from app.gmail.pace import BatchSize
from app.gmail.port import Arrived, Fetched, Gmail, HistoryPage, IdPage, Profile
from app.gmail.session import Session
from app.gmail.transport import PooledTransport, Transport

# A date query hides these two. A new message in the history may carry them all the same; it is news when they are taken away.
_HIDDEN_LABELS = frozenset({"SPAM", "TRASH"})

_Value = TypeVar("_Value")


class GmailClient:
    """One mailbox, for one thread at a time. What it learns about Gmail's patience lasts as long as the object."""

    def __init__(
        self,
        token_source: TokenSource,
        settings: Settings,
        transport: Transport | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        wire = transport or PooledTransport(settings.gmail_gzip)
        self._session = Session(token_source, wire, settings.gmail_timeout_seconds)
        self._description = describe(settings.gmail_api_root)
        self._clock = clock
        self._tariff = settings.tariff
        self.pace = BatchSize.starting_at(settings.gmail_http_batch_size)

    def profile(self) -> Profile:
        metrics.spent("users.getProfile", self._tariff.get_profile)
        return self._read(self._description.profile(), _profile, missing=MailboxGone)

    def list_ids(self, *, after: datetime, page_token: str | None) -> IdPage:
        if after.tzinfo is None:
            raise ValueError("a moment without a time zone says nothing to Gmail")
        query = f"after:{int(after.timestamp())}"
        metrics.spent("messages.list", self._tariff.messages_list)
        return self._read(self._description.list_messages(query, page_token), _id_page, missing=MailboxGone)

    def list_added(self, *, start_history_id: int, page_token: str | None) -> HistoryPage:
        metrics.spent("history.list", self._tariff.history_list)
        return self._read(self._description.list_history(start_history_id, page_token), _history_page, missing=HistoryExpired)

    def fetch(
        self, ids: Sequence[str], *, deadline_seconds: float, parts: int | None = None, arrived: Arrived | None = None
    ) -> Fetched:
        pace = self.pace.at_most(parts) if parts else self.pace
        fetch = Fetch(self._session, self._description, pace, self._clock() + deadline_seconds, self._clock, arrived)
        try:
            fetched = fetch.run(ids)
        finally:
            self.pace = fetch.pace
        metrics.spent("messages.get", (fetched.calls or 0) * self._tariff.messages_get)
        if fetched.throttled:
            metrics.throttled("gmail")
        return fetched

    def close(self) -> None:
        """Nothing to let go of: the connections belong to the process."""

    def _read(self, call: Call, shape: Callable[[Mapping[str, Any]], _Value], *, missing: type[GmailError]) -> _Value:
        """`missing` is what a 404 means here."""
        answer = self._session.call(call)
        if answer.status != 200:
            verdict = classify(answer.status, answer.headers, answer.body)
            if verdict.kind in {Kind.THROTTLED, Kind.CROWDED}:
                metrics.throttled("gmail")
            raise missing(verdict.detail) if verdict.kind is Kind.GONE else verdict.as_error()
        if answer.torn:
            raise TransientFault(answer.torn)
        try:
            return shape(orjson.loads(answer.body))
        except (AttributeError, LookupError, TypeError, ValueError):
            raise TransientFault("unexpected_answer") from None


def open_mailbox(token_source: TokenSource) -> Gmail:
    """The mailbox behind a source of tokens, by the process's settings."""
    return GmailClient(token_source, get_settings())


def _profile(said: Mapping[str, Any]) -> Profile:
    return Profile(str(said["emailAddress"]), int(said["historyId"]))


def _id_page(said: Mapping[str, Any]) -> IdPage:
    # `messages` is absent when nothing matches; so is the token on the last page.
    return IdPage(tuple(str(item["id"]) for item in said.get("messages") or ()), said.get("nextPageToken") or None)


def _history_page(said: Mapping[str, Any]) -> HistoryPage:
    seen = (message for record in said.get("history") or () for message in _come_in(record))
    ids = (str(message["id"]) for message in seen if _HIDDEN_LABELS.isdisjoint(message.get("labelIds") or ()))
    return HistoryPage(tuple(dict.fromkeys(ids)), said.get("nextPageToken") or None, int(said["historyId"]))


def _come_in(record: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Messages that arrived, and those that were taken out of Spam or Trash."""
    for added in record.get("messagesAdded") or ():
        yield added["message"]
    for removed in record.get("labelsRemoved") or ():
        if not _HIDDEN_LABELS.isdisjoint(removed["labelIds"]):
            yield removed["message"]
