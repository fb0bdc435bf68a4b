"""What a clean clone runs on, here and in docker-compose.yml, and how it is told from values of one's own."""

from collections.abc import Callable, Mapping

from app.setting_forms import comma_separated, password

DATABASE = "postgresql://fincoach:fincoach@localhost:5434/fincoach"
REDIS = "redis://localhost:6379/0"
_PASSWORD = "fincoach"  # noqa: S105
_TOKEN = "fincoach"  # noqa: S105
_KEY = "ZmluY29hY2gtZGV2ZWxvcG1lbnQta2V5LW5vdC1zZWM="
# Where the sandbox serves what Google serves, by the setting that holds Google's address.
_SANDBOX_PATHS = {
    "gmail_api_root": "",
    "google_auth_url": "o/oauth2/v2/auth",
    "google_token_url": "token",
    "google_revoke_url": "revoke",
    "google_certs_url": "oauth2/v1/certs",
}
# Values that stand in examples, in the demo or in somebody's notes: no secrets.
_KNOWN_SECRETS = frozenset({"", "sandbox", "secret", "changeme", "change-me", "test", "example"})


def sandbox_addresses(root: str) -> dict[str, str]:
    """The settings that a sandbox at this root stands in for."""
    return {name: f"{root.rstrip('/')}/{path}" for name, path in _SANDBOX_PATHS.items()}


def _is_our_redis(url: str) -> bool:
    return url == REDIS or password(url) == _PASSWORD


def _is_our_key(keys: str) -> bool:
    return not keys or _KEY in comma_separated(keys)


_TELLS: dict[str, Callable[[str], bool]] = {
    "database_url": lambda url: password(url) == _PASSWORD,
    "celery_broker_url": _is_our_redis,
    "celery_result_backend": _is_our_redis,
    "metrics_token": lambda token: token == _TOKEN,
    "token_encryption_keys": _is_our_key,
    "google_sandbox_root": bool,
    "google_client_id": lambda client: client in {"", "sandbox"},
    "google_client_secret": lambda secret: secret.lower() in _KNOWN_SECRETS,
}


def development_values(value: Mapping[str, str]) -> list[str]:
    """The settings that are missing, or have a value that everybody can read in our repository, in upper case."""
    root = value["google_sandbox_root"]
    from_root = sandbox_addresses(root) if root else {}
    found = [name for name, is_ours in _TELLS.items() if is_ours(value[name])]
    found += [name for name in _SANDBOX_PATHS if not value[name].startswith("https://") and value[name] != from_root.get(name)]
    return [name.upper() for name in found]
