"""What ids are listed from. An import lists by date, a look at a mailbox by its history, and by date when that is gone."""

from dataclasses import dataclass
from datetime import datetime

from app.config import get_settings
from app.gmail.port import Gmail, HistoryPage, IdPage


@dataclass(frozen=True, slots=True)
class Source:
    """The history from `from_history_id` on; without one, mail received after `since`, newest first."""

    since: datetime
    from_history_id: int | None = None

    @property
    def units(self) -> int:
        """Of one page."""
        tariff = get_settings().tariff
        return tariff.messages_list if self.from_history_id is None else tariff.history_list

    def page(self, gmail: Gmail, token: str | None) -> IdPage | HistoryPage:
        if self.from_history_id is None:
            return gmail.list_ids(after=self.since, page_token=token)
        return gmail.list_added(start_history_id=self.from_history_id, page_token=token)
