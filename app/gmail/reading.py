"""The answer to one HTTP batch -> a mail or a verdict for every id asked for. Pure: bytes in, values out."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import orjson

from app.gmail import codec
from app.gmail.faults import Kind, Verdict, classify
from app.gmail.payload import read_mail
from app.gmail.port import FetchedMail
from app.gmail.transport import Answer

MAX_PART_BYTES = 16 * 1024 * 1024
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# What a tree that is not as Gmail documents it can raise while it is read.
_MALFORMED = (AttributeError, LookupError, OverflowError, TypeError, ValueError)
_MESSAGE_ID = re.compile(r"[0-9A-Za-z_-]{1,64}")


def is_message_id(text: str) -> bool:
    """Whether an id may stand in a request line as it is."""
    return _MESSAGE_ID.fullmatch(text) is not None


def read_answer(answer: Answer, asked: Iterable[str]) -> dict[str, FetchedMail | Verdict]:
    """A mail or a verdict for every id asked for, whatever the answer holds."""
    ids = tuple(asked)
    if answer.status != 200:
        return dict.fromkeys(ids, _of_whole(answer))
    results: dict[str, FetchedMail | Verdict] = dict.fromkeys(ids, _missing(answer))
    for message_id, part in codec.split(answer.body, answer.headers.get("content-type", "")):
        # A doubled answer never takes back a mail that is already here.
        if isinstance(results.get(message_id), Verdict):
            results[message_id] = read_part(message_id, part)
    return results


def read_part(message_id: str, part: codec.Part) -> FetchedMail | Verdict:
    if part.status != 200:
        return classify(part.status, part.headers(), part.body)
    if len(part.body) > MAX_PART_BYTES:
        return Verdict(Kind.UNREADABLE, "too_large")
    try:
        message = _parse_json(part.body)
    except ValueError:
        return Verdict(Kind.TRANSIENT, "torn_part")
    except RecursionError:
        return Verdict(Kind.UNREADABLE, "too_deep")
    if not isinstance(message, dict) or message.get("id") != message_id:
        return Verdict(Kind.TRANSIENT, "wrong_id")
    return _read_message(message_id, message)


def _read_message(message_id: str, message: Mapping[str, Any]) -> FetchedMail | Verdict:
    try:
        received_at = _EPOCH + timedelta(milliseconds=int(message["internalDate"]))
        return FetchedMail(message_id, received_at, read_mail(message["payload"], received_at))
    except _MALFORMED:
        return Verdict(Kind.UNREADABLE, "malformed")


def _parse_json(body: bytes) -> Any:
    """The fast parser refuses lone surrogates, stray bytes, deep trees and anything after the end, such as the first bytes of
    a delimiter where the answer was cut. The slow one lets a complete object through; one cut short stays invalid."""
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError:
        return json.loads(body[: body.rfind(b"}") + 1].decode("utf-8", "replace"))


def _of_whole(answer: Answer) -> Verdict:
    """A refusal of the whole batch. A 404 here is a wrong address, and says nothing about any mail."""
    verdict = classify(answer.status, answer.headers, answer.body)
    return _of_silence("batch_http_404") if verdict.kind is Kind.GONE else replace(verdict, of_whole=True)


def _missing(answer: Answer) -> Verdict:
    if answer.torn:
        return _of_silence(answer.torn)
    multipart = answer.headers.get("content-type", "").lower().startswith("multipart/")
    return _of_silence("missing_part" if multipart else "not_multipart")


def _of_silence(detail: str) -> Verdict:
    """On all that no answer came for."""
    return Verdict(Kind.TRANSIENT, detail, of_whole=True)
