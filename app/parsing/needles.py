"""Many fixed words looked for in one pass over a text, however many they are: an Aho-Corasick automaton."""

from collections.abc import Sequence

from ahocorasick_rs import AhoCorasick

Place = tuple[int, int, int]


class Needles:
    """`words` in lower case; each is told by its index among them."""

    __slots__ = ("automaton",)

    def __init__(self, words: Sequence[str]) -> None:
        # It takes an empty word for one that stands everywhere.
        if not all(words):
            raise ValueError("an empty word stands everywhere")
        self.automaton = AhoCorasick(words)

    def places(self, text: str) -> list[Place]:
        """Index, start and end of each word at each of its places, those within others included."""
        return self.automaton.find_matches_as_indexes(text, overlapping=True)

    def present(self, text: str) -> list[int]:
        """The words that stand somewhere in the text, in their order."""
        places = self.automaton.find_matches_as_indexes(text, overlapping=True)
        return sorted({which for which, _, _ in places}) if places else []

    def alone(self, text: str) -> list[int]:
        """The words that stand as words of their own, one for each of their places."""
        return [
            which
            for which, start, end in self.places(text)
            if not _in_word(text[start - 1 : start]) and not _in_word(text[end : end + 1])
        ]


def _in_word(beside: str) -> bool:
    """Whether what stands beside a word is a part of it; nothing stands beside the first and the last."""
    return beside.isalnum() or beside == "_"
