"""Everything that can go wrong, and what the client sees of it. The table in the README is made from this.

Where a kind takes hold:

    batch  a whole batch is refused for its size
    call   one call (a part of a batch, a single call, a whole batch or token request) is answered by the fault
    part   one part of a batch's answer is lost, repeated or spoiled; `parts`: all of them
    wire   the HTTP answer is altered on its way out
    search a search finds more than was asked for
    push   a notification

What they do is in `effects`. A new kind is one entry in KINDS.
"""

from collections.abc import Iterator
from dataclasses import replace

from sandbox import effects
from sandbox.errors import not_found, unauthenticated
from sandbox.fault import Kind

KINDS: dict[str, Kind] = {
    "status": Kind(
        "call",
        "the call fails with a status: `status` 503 unless said, `reason` Google's word for it",
        "that status, Google's error body, Retry-After if `retry_after` is given",
        options=("status", "reason", "retry_after"),
        call=effects.status,
    ),
    "throttle": Kind(
        "call",
        "the user is over a rate limit: `status` 429 or 403; `retry_after` seconds told by header, message or both (`where`)",
        "429 or 403, reason `rateLimitExceeded` or `userRateLimitExceeded`",
        options=("status", "reason", "retry_after", "where"),
        call=effects.throttle,
    ),
    "concurrency": Kind(
        "call",
        "too much of the user's runs at once",
        "429 `rateLimitExceeded`, “Too many concurrent requests for user.”",
        call=effects.crowded,
    ),
    "daily_limit": Kind(
        "call",
        "the project has spent its day",
        "403 `dailyLimitExceeded`",
        call=effects.stopped,
    ),
    "forbidden": Kind(
        "call",
        "the account may not be read: `reason` domainPolicy, accessNotConfigured, insufficientPermissions …",
        "403 with that reason",
        options=("reason",),
        call=effects.forbidden,
    ),
    "unauthorized": Kind(
        "call",
        "the access token is refused, also in the midst of a batch",
        "401 `authError`",
        call=lambda _: unauthenticated(present=True).answer(),
    ),
    "gone": Kind(
        "call",
        "the message has gone",
        "404 `notFound`",
        "messages.get",
        call=lambda _: not_found().answer(),
    ),
    "history_expired": Kind(
        "call",
        "the cursor is too old; `count` 2 for a second time after the resync",
        "404 `notFound` on history.list",
        "history.list",
        call=lambda _: not_found().answer(),
    ),
    "double_history": Kind(
        "wire",
        "every record of a page of history comes twice",
        "the same message added twice",
        "history.list",
        wire=effects.told_twice,
    ),
    "early_hits": Kind(
        "search",
        "a search finds mails of up to `seconds` before its epoch `after:` as well, as users of Gmail have reported",
        "ids whose `internalDate` is before the moment asked for",
        "messages.list",
        options=("seconds",),
    ),
    "invalid_grant": Kind(
        "call",
        "the refresh token is refused; `after` for some time into a job",
        "400 `invalid_grant` of the token endpoint",
        "token",
        call=effects.invalid_grant,
    ),
    "batch_limit": Kind(
        "batch",
        "batches of more than `limit` parts, 50 unless said, are refused: some accounts are limited so",
        "400 `badRequest`, “Inner request count exceeds the limit. Received: 100, Limit: 50”",
        "batch",
        options=("limit",),
    ),
    "drop_part": Kind("part", "a part of the batch's answer is missing", "no such Content-ID", "batch", part=lambda *_: []),
    "double_part": Kind("part", "a part comes twice", "two parts of one Content-ID", "batch", part=lambda _, pieces: pieces * 2),
    "truncate_part": Kind("part", "a part's body ends halfway", "a part whose body is not JSON", "batch", part=effects.torn_part),
    "wrong_id": Kind(
        "part",
        "a part holds a message that was not asked for",
        "200, with another `id` in the body",
        "batch",
        part=effects.wrong_id,
    ),
    "wrong_content_id": Kind(
        "part",
        "a part is labelled with a Content-ID nobody sent",
        "a part that answers no request",
        "batch",
        part=effects.wrong_label,
    ),
    "reorder_parts": Kind("parts", "the parts come in any order", "all parts, shuffled", "batch"),
    "delay": Kind(
        "wire",
        "the answer is late by `seconds`",
        "the answer, then",
        options=("seconds",),
        wire=lambda fault, out: replace(out, delay=out.delay + fault.seconds),
    ),
    "hang": Kind("wire", "no answer ever comes", "a read time-out", wire=lambda _, out: replace(out, hang=True)),
    "reset": Kind("wire", "the connection is reset", "ECONNRESET, no answer", wire=lambda _, out: replace(out, reset=True)),
    "cut": Kind("wire", "the connection ends halfway through the body", "fewer bytes than Content-Length says", wire=effects.cut),
    "truncate": Kind(
        "wire", "the body ends halfway, and says so", "half of the body, a Content-Length that fits", wire=effects.half
    ),
    "drip": Kind(
        "wire",
        "one byte of the body every `seconds`",
        "an answer that never seems to end",
        options=("seconds",),
        wire=lambda fault, out: replace(out, drip=fault.seconds),
    ),
    "html": Kind("wire", "a page for people", "`status` 200 unless said, text/html", options=("status",), wire=effects.page),
    "gzip_bomb": Kind(
        "wire",
        "the body inflates to so many `megabytes`, 64 unless said",
        "200, Content-Encoding gzip though nobody asked, a thousand times its length in blanks",
        options=("megabytes",),
        wire=effects.bomb,
    ),
    "late_push": Kind(
        "push",
        "a notification is late by `seconds`",
        "the push, then",
        "push",
        options=("seconds",),
        push=lambda fault, plan: replace(plan, delay=plan.delay + fault.seconds),
    ),
    "double_push": Kind(
        "push",
        "a notification is sent twice",
        "two pushes of one messageId",
        "push",
        push=lambda _, plan: replace(plan, times=plan.times * 2),
    ),
    "drop_push": Kind("push", "a notification is lost", "nothing", "push", push=lambda _, plan: replace(plan, times=0)),
}


def table() -> Iterator[str]:
    """The catalogue as rows of Markdown."""
    yield "| kind | strikes | what happens | what the client sees |"
    yield "|---|---|---|---|"
    for name, kind in KINDS.items():
        scope = kind.method if kind.method != "*" else {"call": "any call", "wire": "any answer"}[kind.where]
        yield f"| `{name}` | {scope} | {kind.about} | {kind.seen} |"
