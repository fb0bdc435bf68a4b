"""A corpus: labelled mails, one JSON object a line, with what each says of money."""

from pathlib import Path
from typing import Any

import orjson

from sandbox.generator import CorpusSource
from sandbox.ledger import expected


def read_corpus(path: Path) -> list[CorpusSource]:
    """Raises OSError, and ValueError that names the line."""
    found = []
    for number, line in enumerate(path.read_bytes().removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if line.strip():
            try:
                found.append(CorpusSource(_sample(line)))
            except ValueError as error:
                raise ValueError(f"line {number}: {error}") from error
    if not found:
        raise ValueError("there is no mail in it")
    return found


def _sample(line: bytes) -> dict[str, Any]:
    try:
        given = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error.msg}") from error
    if not isinstance(given, dict):
        raise ValueError("not a JSON object")  # noqa: TRY004 - a file is at fault, not a caller
    missing = [name for name in ("id", "headers", "expected") if name not in given]
    if missing:
        raise ValueError(f"{', '.join(missing)} missing: a mail has id, headers, text or html, and expected, null for a notice")
    sample = {"text": None, "html": None, **given}
    _check_mail(sample)
    return sample | {"expected": expected(given["expected"])}


def _check_mail(sample: dict[str, Any]) -> None:
    if not isinstance(sample["id"], str) or not sample["id"].isprintable() or not sample["id"].strip():
        raise ValueError("id is a text")
    headers = sample["headers"]
    if not isinstance(headers, dict) or not all(isinstance(value, str) for value in headers.values()):
        raise ValueError("headers is an object of texts")
    bodies = [sample["text"], sample["html"]]
    if not any(bodies) or not all(body is None or isinstance(body, str) for body in bodies):
        raise ValueError("text and html are texts or null, and one of them has something to say")
