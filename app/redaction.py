"""What must not stand in a log is taken out of it, wherever it came from: a library's message, a traceback, a careless field."""

import re
from collections.abc import Mapping
from typing import Any

HIDDEN = "[hidden]"
_DEEPEST = 6
# Fields whose value is never for a log, whatever it looks like.
_NAMES = re.compile(
    r"authorization|cookie|token$|token_|secret|password|passwd|subject|snippet|(?:^|_)e?mail(?:_address)?$|(?:^|_)body$|^address$"
    r"|code_verifier|display_name|counterparty",
    re.I,
)
_VALUES = re.compile(
    r"(?i:\b(?:bearer|basic)\s+)[A-Za-z0-9._~+/=-]+"  # Authorization
    r"|\bya29\.[\w.-]+"  # Google's access tokens
    r"|\b1//[\w-]{10,}"  # its refresh tokens
    r"|\b4/[01][\w-]{10,}"  # its codes
    r"|\bfcs_[\w-]+"  # our keys
    r"|\bwhsec_[\w+/=-]+"  # what webhooks are signed with
    r"|\bgAAAA[\w=-]{20,}"  # Fernet
    r"|\beyJ[\w-]+\.[\w-]+\.[\w-]*"  # JWT
    r"|(?i:\b(?:refresh_token|access_token|id_token|client_secret|code|code_verifier|csrf_token|nonce|state|password)[\"']?\s*[=:]\s*[\"']?)"
    r"[^\s\"'&,;)}\]]+"
    r"|(?i:\b(?:subject|authorization|cookie)[\"']?\s*[=:]\s*)[^\r\n]+"
    r"|(?<![\w.+%-])(?!celery@)[\w.+%-]+@[\w-]+(?:\.[\w-]+)+"  # addresses; a worker's name is none
    r"|(?<=://)[^\s/@]+@"  # user and password in a URL
)


def redact(_: Any, __: str, event: Any) -> Any:
    """A structlog processor: the last before an event becomes text."""
    return {name: _clean(value, name, 0) for name, value in event.items()}


def hide(text: str) -> str:
    """The text without what looks like a secret or an address."""
    return _VALUES.sub(HIDDEN, text)


def _clean(value: Any, name: str, depth: int) -> Any:
    if value is None or isinstance(value, bool | int | float):
        return value
    if _NAMES.search(name) or depth > _DEEPEST:
        return HIDDEN
    if isinstance(value, Mapping):
        return {hide(str(key)): _clean(one, str(key), depth + 1) for key, one in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_clean(one, "", depth + 1) for one in value]
    return hide(value if isinstance(value, str) else str(value))
