"""Phrases found by the words they need are the phrases a plain search finds."""

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.parsing import guards
from app.parsing.clean import Page, lower, read_page
from app.parsing.generic import agents, context, doubts, events, labels, names, supposed
from app.parsing.lexicon import Lexicon, Triggers, hits, leads, project
from app.parsing.needles import Needles
from app.parsing.phrases import demands, needle, needles, one_of, split
from app.parsing.rfc822 import mail_from_bytes
from benchmarks.accuracy import as_bytes, samples_of

CORPUS = Path(__file__).parents[3] / "tests" / "corpus"
PHRASES = r"\b(?:will|shall) be (?:paid|charged)\b|pay (?:now|by)\b|colou?r|\bend(?:s|ed)? in\b|will be (?:paid|sent)"
PHRASES += r"|\ba{2,3}b|[xy]z|1\.5"
PHRASES += r"|支払|is \w{3,}ing\b|(?:a|b)c|won't"


@pytest.mark.parametrize(
    ("phrase", "literal"),
    [
        (r"\bwill be (?:paid|sent)\b", "will be "),
        (r"colou?r", "colo"),
        (r"\bpaid (?:\w+ ){0,3}?received", "received"),
        (r"[^\n]{0,40} due\b", " due"),
        (r"1\.5", "1.5"),
        (r"(?:a|b)", ""),
    ],
)
def test_the_longest_word_a_phrase_needs(phrase: str, literal: str) -> None:
    assert needle(phrase) == literal


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        (r"\b\d{4,8} is (?:the|your) (?:[\w ]{0,30})\botp\b", ((" is the ", " is your "), ("otp",))),
        (r"\bcredit (?:hua|hue|ho gay[aei])\b", (("hua", "hue", "ho gay"),)),
        (r"\bin (?:case|the event)|never share", (("in case", "in the event", "never share"),)),
        (r"colou?r|hue\w?s", (("color", "colour", "hue"),)),
        (r"(?:has been )?paid(?! by)", (("paid",),)),
        (r"(?:has been )*(?:paid|sent){1,2} (?:[a-z]+|—)", ()),
        (r"payé|credit", ()),
    ],
)
def test_the_words_a_pattern_demands(pattern: str, wanted: tuple[tuple[str, ...], ...]) -> None:
    assert demands(pattern, "credit ") == wanted


SHAPES = tuple(
    re.compile(pattern)
    for pattern in (
        r"\bwe(?:'ve| have) (?:started|begun) (?:your|a) (?:[$€][\d.,]{1,12} )?(?:deposit|refund)",
        r"(?:placed|made) a (?:temporary )?(?:pre-?authori[sz]ation|hold)|temporary authori[sz]ation",
        r"\btransaction (?:of|was (?:made|done)|has been)(?:[^\n]{0,9}?) (?P<n>paid|sent)+ to\b",
        r"\bfunds?\b(?=x|\s)\sa{2,3}bc*def\.? (?:is |are )?waiting(?: for you|[.!\n]|$)",
    )
)


@given(st.data())
def test_no_match_of_a_pattern_lacks_a_demand(data: st.DataObject) -> None:
    pattern = data.draw(st.sampled_from(SHAPES))
    text = data.draw(st.from_regex(pattern))
    assert demands(pattern.pattern, "-")
    assert all(any(word in text for word in words) for words in demands(pattern.pattern, "-")), text


def test_alternatives_are_split_on_the_highest_level_only() -> None:
    assert split(r"a|b(?:c|d)|[|]|\|e") == ["a", "b(?:c|d)", "[|]", r"\|e"]


@given(
    st.lists(
        st.sampled_from(
            [
                "will",
                "shall",
                "be",
                "paid",
                "charged",
                "pay",
                "now",
                "by",
                "colour",
                "color",
                "ends",
                "in",
                "sent",
                "aab",
                "aaab",
                "xz",
                "1.5",
                "支払",
                "is",
                "going",
                "ac",
                "won't",
                "\n",
            ]
        )
    )
)
def test_a_lexicon_finds_what_the_pattern_finds(words: list[str]) -> None:
    text = " ".join(words)
    assert (Lexicon(PHRASES).search(text) is None) == (re.search(PHRASES, text) is None)


@cache
def pages() -> list[Page]:
    samples = (sample for path in sorted(CORPUS.rglob("*.jsonl")) for sample in samples_of(path))
    return [read_page(mail_from_bytes(as_bytes(sample))) for sample in samples]


@cache
def lines() -> list[str]:
    return [line for page in pages() for line in lower(f"{page.subject}\n{page.text}").split("\n")]


def test_no_line_of_the_corpus_is_judged_differently() -> None:
    lexicons = (context.STOCK, context.FUTURE, context.PROMOTION, doubts.BILL, doubts.PAID, doubts.DEMAND, doubts.SUMMARY)
    every = lines()
    for lexicon in lexicons:
        groups = (lexicon.plain, lexicon.exotic)
        patterns = [pattern for group in groups for pattern in (*group.always, *(pattern for _, pattern in group.entries))]
        for line in every[::17]:
            assert (lexicon.search(line) is None) == (not any(pattern.search(line) for pattern in patterns)), line


def test_no_trigger_of_the_corpus_is_overlooked() -> None:
    every = lines()
    for triggers in (guards.EVERYWHERE, guards.SUBJECT, events.EVERYWHERE):
        for line in every[::11]:
            present = {id(item) for _, item in triggers.present(line)}
            for trigger, item in triggers.entries:
                pattern = next((part for part in item if isinstance(part, re.Pattern)), None)
                if trigger in line and id(item) not in present:
                    assert pattern is not None, (trigger, line)
                    assert pattern.search(line) is None, (trigger, line)


def test_a_star_lets_a_trigger_begin_inside_a_word() -> None:
    triggers = Triggers([("*zahlung", 1), ("zahlung", 2), ("otp", 3), ("支払", 4)], lambda _: None)
    assert [item for _, item in triggers.present("kartenzahlung, otps and 支払")] == [1, 3, 4]


def test_a_trigger_with_letters_beyond_ascii_begins_anywhere() -> None:
    triggers = Triggers([("paid", 1), ("payé", 2)], lambda _: None)
    assert [item for _, item in triggers.present("unpaid, prépaid, impayé")] == [1, 2]
    assert [item for _, item in triggers.present("unpaid")] == []


def test_a_trigger_that_stands_in_every_mail_is_looked_for_behind_its_rarer_words() -> None:
    rules = {"we": r"\bwe (?:stopped|blocked) it\b", "a ": r"\bt'a (?:envoyé|viré)\b", "your": r"\byour \w+ has shrunk\b"}
    triggers = Triggers([(trigger, re.compile(rule)) for trigger, rule in rules.items()], lambda pattern: pattern)
    assert len(triggers.led) == len(rules)
    assert [trigger for trigger, _ in triggers.present("today we stopped it; amma t'a viré 5 €")] == ["we", "a "]
    assert [trigger for trigger, _ in triggers.present("we looked at your card, and it shrank")] == []
    assert [trigger for trigger, _ in triggers.present("nayour limit has shrunk")] == []
    assert [trigger for trigger, _ in triggers.present("nayour, your limit has shrunk")] == ["your"]


@given(st.lists(st.text("ab é", min_size=1, max_size=3), min_size=1, max_size=9), st.text("ab é", max_size=30))
def test_all_words_are_found_in_one_pass(words: list[str], text: str) -> None:
    needles = Needles(words)
    assert needles.present(text) == [at for at, word in enumerate(words) if word in text]
    places = {(which, start) for which, start, _ in needles.places(text)}
    assert places == {
        (which, start) for which, word in enumerate(words) for start in range(len(text)) if text.startswith(word, start)
    }
    assert all(text[start:end] == words[which] for which, start, end in needles.places(text))


@given(st.text("abé_ ", max_size=30))
def test_a_word_alone_has_no_letter_beside_it(text: str) -> None:
    words = ["ab", "é"]
    found = Needles(words).alone(text)
    assert [found.count(at) for at in range(2)] == [len(re.findall(rf"\b{word}\b", text)) for word in words]


@pytest.mark.parametrize("text", ["you paid and you received", "your debit card payment method", "if you paid", "a walk in town"])
def test_whether_there_is_an_event_needs_no_list_of_them(text: str) -> None:
    assert events.any_event(text) == bool(list(events.find_events(text)))


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        (r".*(?:balance|\bfees?\b).*", ("balance", "fee")),
        (r"(?:total )?amount(?: paid)?", ("amount",)),
        (r"(?:ref|reference) (?:no|number)", ("ref", "reference")),
        (r"(?:İban|konto)(?:nummer)?", ("iban", "konto")),
        (r"(?:paid)? ?(?:\d|to)", ()),
    ],
)
def test_the_words_of_which_a_phrase_needs_one(phrase: str, words: tuple[str, ...]) -> None:
    assert needles(phrase) == words


def test_no_label_of_the_corpus_is_tried_by_too_few_rules() -> None:
    cells = {
        cell.lower().replace("’", "'") for line in lines()[::9] for cell in (line, *line.split(":"), line[:24].rpartition(" ")[0])
    }
    for cell in {cell.strip() for cell in cells if len(cell) <= labels.LONGEST}:
        assert labels._field(cell) == next((field for field, rule in labels.COMPILED if rule.fullmatch(cell)), None), cell


PATTERNS = (
    *names.TOLD_AROUND.values(),
    *((told.patterns, told.likely) for told in (agents.TOOK, agents.GAVE, agents.OUT_ENDINGS, agents.IN_ENDINGS)),
    (supposed.SUPPOSING, supposed.LIKELY),
    ((supposed.EXPECTED,), supposed.EXPECTING),
    ((supposed.LACK,), supposed.SHORT_OF),
)


def test_no_line_of_the_corpus_is_tried_by_too_few_patterns() -> None:
    every = [line for page in pages() for line in page.text.split("\n")]
    for patterns, likely in PATTERNS:
        for line in every[::3]:
            held = {which for which, pattern in enumerate(patterns) if pattern.search(line)}
            assert held <= set(likely.of(lower(line))), line


PLAIN_LABELS = [phrase for _, rule in labels.RULES for phrase in split(rule) if not set(phrase) & set("()[]{}*?+.|\\")]


def test_every_label_without_choices_is_one() -> None:
    assert len(PLAIN_LABELS) > 1000
    assert [label for label in PLAIN_LABELS if labels._field(label.lower()) is None and "İ" not in label] == []


def test_no_line_of_the_corpus_has_an_event_that_is_overlooked() -> None:
    for line in lines()[::31]:
        assert events.any_event(line) == bool(list(events.find_events(line))), line


def test_no_word_is_empty() -> None:
    with pytest.raises(ValueError, match="empty"):
        Needles(["a", ""])


def test_signs_of_english_mails_are_no_foreign_letters() -> None:
    assert project("₹5 • paid — “now”…") == ("?5 ? paid ? ?now??", False)
    assert project("compra aprovada às 9")[1]


def test_a_phrase_tried_at_its_trigger_finds_what_a_search_finds() -> None:
    phrases = [(trigger, pattern) for one in (guards.EVERYWHERE, guards.SUBJECT) for trigger, (_, pattern) in one.entries]
    entries = phrases + [(trigger, verb[0]) for trigger, verb in events.EVERYWHERE.entries if leads(trigger, verb[0])]
    texts = [lower(read_page(mail_from_bytes(as_bytes(sample))).text) for sample in samples_of(CORPUS / "twins.dev.jsonl")]
    text = "\n".join([*texts, *(f"{trigger}{trigger} {trigger}: 123456" for trigger, _ in entries)])
    for trigger, pattern in entries:
        plain = pattern or re.compile(re.escape(trigger))
        assert list(hits(trigger, pattern, text)) == [hit.span() for hit in plain.finditer(text)], trigger


@given(st.lists(st.text("ab.é", max_size=4)), st.text("abAé.", max_size=6))
def test_one_of_many_words_is_the_longest_that_stands_there(words: list[str], text: str) -> None:
    plain = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    found = re.match(one_of(words), text, re.I)
    assert (found and found[0]) == ((begun := re.match(plain, text, re.I)) and begun[0])
