"""The sandbox's pages: templates and assets beside this file, filled with escaped values, under a policy without inline code."""

import html
from functools import cache
from importlib.resources import files
from string import Template

from sandbox.wire import Answer

_TYPES = {"css": b"text/css; charset=utf-8", "js": b"text/javascript; charset=utf-8", "svg": b"image/svg+xml"}
_POLICY = (
    b"default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    b"base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = (
    (b"content-security-policy", _POLICY),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cache-control", b"no-store"),
)


class Markup(str):
    """HTML that is put in as it is."""

    __slots__ = ()


@cache
def _text(name: str) -> str:
    return files(__name__).joinpath(name).read_text("utf-8")


def fill(template: str, /, **values: str) -> Markup:
    """A template with its `$slots` filled. Raises KeyError for a slot without a value."""
    shown = {slot: value if isinstance(value, Markup) else html.escape(value) for slot, value in values.items()}
    return Markup(Template(_text(template)).substitute(shown))


def page(template: str, status: int = 200, /, **values: str) -> Answer:
    return Answer(status, fill(template, **values).encode(), b"text/html; charset=utf-8", _HEADERS)


def asset(name: str) -> Answer | None:
    """A style, a script or a picture; None when there is none of that name."""
    kind = name.rpartition(".")[2]
    if kind not in _TYPES or not name.replace(".", "").replace("-", "").isalnum():
        return None
    try:
        body = _text(name).encode()
    except FileNotFoundError:
        return None
    return Answer(200, body, _TYPES[kind], ((b"x-content-type-options", b"nosniff"), (b"cache-control", b"no-cache")))


def redirect(where: str) -> Answer:
    return Answer(302, b"", b"text/html; charset=utf-8", ((b"location", where.encode("latin-1", "replace")), *_HEADERS))
