"""A corpus file: what is read of it, and the line and sentence of what is not."""

import json
from pathlib import Path
from typing import Any

import pytest

from sandbox.corpus import read_corpus
from sandbox.generator import CorpusSource

MAIL: dict[str, Any] = {"id": "one", "headers": {"From": "a@x"}, "text": "t", "html": None, "expected": None}
TRUTH = {"amount": "9.00", "currency": "EUR", "direction": "out"}


def corpus(tmp_path: Path, *lines: object) -> list[CorpusSource]:
    path = tmp_path / "corpus.jsonl"
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), encoding="utf-8")
    return read_corpus(path)


def without(name: str) -> dict[str, Any]:
    return {key: value for key, value in MAIL.items() if key != name}


def test_what_a_mail_leaves_out_is_not_said(tmp_path: Path) -> None:
    bare, told = corpus(tmp_path, "\ufeff" + json.dumps(without("html")), "", MAIL | {"id": "two", "expected": TRUTH})
    assert (bare.sample["html"], bare.sample["expected"]) == (None, None)
    assert told.sample["expected"] == TRUTH | {
        "kind": "other", "counterparty": None, "account_last4": None, "occurred_at": None, "reference": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ({"id": "1"}, "line 3: headers, expected missing"),
        ("{", "line 3: not JSON"),
        ("[]", "line 3: not a JSON object"),
        *((without(name), f"line 3: {name} missing") for name in ("id", "headers", "expected")),
        (without("text"), "line 3: text and html are texts"),
        (MAIL | {"html": 7}, "line 3: text and html are texts"),
        (MAIL | {"id": 7}, "line 3: id is a text"),
        (MAIL | {"id": "a\nb"}, "line 3: id is a text"),
        (MAIL | {"headers": []}, "line 3: headers is an object of texts"),
        (MAIL | {"headers": {"From": 1}}, "line 3: headers is an object of texts"),
        (MAIL | {"expected": {}}, "line 3: expected is null, or an object with the texts amount, currency, direction"),
        (MAIL | {"expected": TRUTH | {"amount": 9}}, "line 3: expected is null"),
        (MAIL | {"expected": "9.00"}, "line 3: expected is null"),
    ],
)
def test_a_refusal_names_the_line(tmp_path: Path, line: object, sentence: str) -> None:
    with pytest.raises(ValueError, match=f"^{sentence}"):
        corpus(tmp_path, MAIL, "", line)


@pytest.mark.parametrize("content", ["", "\n \n"])
def test_an_empty_file_is_none(tmp_path: Path, content: str) -> None:
    with pytest.raises(ValueError, match="no mail in it"):
        corpus(tmp_path, content)
