"""Which message a draft is now, while its message is replaced again and again."""


class DraftIds:
    """A draft is named by its first message. Only drafts that were replaced take room here."""

    __slots__ = ("_first", "_now")

    def __init__(self) -> None:
        self._first: dict[int, int] = {}
        self._now: dict[int, int] = {}

    def of(self, message_id: int) -> str:
        """Google's are an r and a number as well."""
        return f"r{self._first.get(message_id, message_id)}"

    def message(self, draft_id: str) -> int | None:
        """The id of its message, whether that is still there or not; None for what is no draft's id."""
        number = draft_id.removeprefix("r")
        if number == draft_id or not (number.isascii() and number.isdigit() and len(number) < 20):
            return None
        return self._now.get(int(number), int(number))

    def replace(self, old: int, new: int) -> None:
        first = self._first.pop(old, old)
        self._first[new], self._now[first] = first, new
