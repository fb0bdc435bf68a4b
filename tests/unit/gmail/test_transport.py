import gzip
import io
import os
import time
from collections.abc import Mapping

import pytest
import urllib3

from app.gmail.transport import MAX_ANSWER_BYTES, _collect, _unzip

TEXT = os.urandom(300_000).hex().encode()


def response(body: bytes, headers: Mapping[str, str] | None = None) -> urllib3.HTTPResponse:
    return urllib3.HTTPResponse(io.BytesIO(body), headers or {}, 200, preload_content=False, decode_content=False)


def collect(body: bytes, *, gzipped: bool) -> tuple[bytes, str | None]:
    return _collect(response(body), gzipped=gzipped, ends_at=time.monotonic() + 10)


def test_a_body_is_collected_and_inflated() -> None:
    assert collect(TEXT, gzipped=False) == (TEXT, None)
    assert collect(gzip.compress(TEXT), gzipped=True) == (TEXT, None)
    assert collect(b"", gzipped=False) == (b"", None)


def test_what_arrived_before_a_cut_is_kept() -> None:
    body, torn = collect(gzip.compress(TEXT)[:200_000], gzipped=True)
    assert torn == "torn_answer"
    assert TEXT.startswith(body)
    assert len(body) > 100_000


@pytest.mark.parametrize("body", [b"<html>", gzip.compress(TEXT)[:100] + b"\0" * 1000])
def test_what_is_not_gzip_is_no_answer(body: bytes) -> None:
    assert collect(body, gzipped=True)[1] == "bad_gzip"


def test_nothing_at_all_is_no_gzip_either() -> None:
    assert collect(b"", gzipped=True) == (b"", "torn_answer")


def test_a_bomb_is_cut_at_the_cap() -> None:
    body, torn = collect(gzip.compress(bytes(MAX_ANSWER_BYTES * 3), compresslevel=1), gzipped=True)
    assert (len(body), torn) == (MAX_ANSWER_BYTES, "answer_too_large")


def test_inflating_goes_in_small_steps() -> None:
    bomb = gzip.compress(bytes(50_000_000))
    assert max(map(len, _unzip(iter([bomb])))) <= 1024 * 1024


def test_a_body_that_takes_too_long_is_cut() -> None:
    assert _collect(response(TEXT), gzipped=False, ends_at=time.monotonic() - 1)[1] == "timeout"
