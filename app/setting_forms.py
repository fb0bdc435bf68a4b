"""The forms that the values of settings have. A wrong one is a ValueError that does not quote the value: it may be secret."""

from base64 import urlsafe_b64decode
from urllib.parse import urlsplit

from pydantic import SecretStr, ValidationError

CALLBACK_PATH = "/api/v1/auth/google/callback"


def postgres_url(url: str) -> str:
    """The URL with its driver named. Raises ValueError, without quoting a URL that may hold a password."""
    scheme, separator, rest = url.partition("://")
    if not separator or scheme not in {"postgresql", "postgres", "postgresql+psycopg2"}:
        raise ValueError("must look like postgresql://USER:PASSWORD@HOST:PORT/NAME")
    return f"postgresql+psycopg2://{rest}"


def redis_url(url: str) -> str:
    """The URL itself. Raises ValueError for what is not Redis, or has a port that is no number."""
    try:
        parts = urlsplit(url)
        good = parts.scheme in {"redis", "rediss"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        good = False
    if not good:
        raise ValueError("must look like redis://:PASSWORD@HOST:PORT/0")
    return url


def origins(listed: str) -> str:
    for one in comma_separated(listed):
        parts = urlsplit(one)
        if parts.scheme not in {"http", "https"} or not parts.netloc or one != f"{parts.scheme}://{parts.netloc}":
            raise ValueError("must look like https://app.example.com,https://other.example.com")
    return listed


def host_and_port(address: str) -> str:
    host, _, port = address.rpartition(":")
    if address and not (host and port.isdecimal() and int(port) < 65_536):
        raise ValueError("must look like 127.0.0.1:9101")
    return address


def callback_url(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path != CALLBACK_PATH or parts.query:
        raise ValueError(f"must look like https://HOST{CALLBACK_PATH}")
    return url


def fernet_keys(keys: SecretStr) -> SecretStr:
    if not all(_is_fernet_key(key) for key in comma_separated(keys.get_secret_value())):
        raise ValueError("must hold Fernet keys (32 bytes in URL-safe base64), separated by commas")
    return keys


def _is_fernet_key(key: str) -> bool:
    try:
        return len(urlsafe_b64decode(key)) == 32
    except ValueError:
        return False


def comma_separated(listed: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in listed.split(",") if part.strip())


def password(url: str) -> str | None:
    try:
        return urlsplit(url).password
    except ValueError:
        return None


def first_fault(error: ValidationError) -> tuple[str, str]:
    """The field, empty when it is about several, and what is wrong with it."""
    first = error.errors(include_url=False, include_input=False)[0]
    return ".".join(str(part) for part in first["loc"]), first["msg"].removeprefix("Value error, ")
