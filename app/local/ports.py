"""Loopback ports: is one free, and which is."""

import socket

from app.errors import ConfigurationError

LOOPBACK = "127.0.0.1"


def free_port() -> int:
    """A port nobody listens on now. Another process may take it before its use: whoever needs it must be ready to try again."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        port: int = probe.getsockname()[1]
        return port


def require_free(port: int, what: str, option: str) -> None:
    """Raises ConfigurationError naming the port, who wants it and the option that moves it."""
    if _in_use(port):
        raise ConfigurationError(f"port {port}, wanted by the {what}, is in use; choose another with {option} PORT")


def _in_use(port: int) -> bool:
    """Both ways of asking: macOS lets a second socket bind 127.0.0.1 beside one bound to every address."""
    with socket.socket() as probe:
        probe.settimeout(1)
        if probe.connect_ex((LOOPBACK, port)) == 0:
            return True
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return True
    return False
