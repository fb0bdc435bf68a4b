"""May a token of these scopes make this call? What each method takes is in the discovery document."""

from sandbox.discovery import Arguments, Route
from sandbox.errors import GoogleError
from sandbox.grants import Access


def check(access: Access, route: Route, arguments: Arguments) -> None:
    """Raises GoogleError (403)."""
    if access.scopes.isdisjoint(route.scopes):
        raise _insufficient(route)
    if access.metadata_only:
        _check_metadata(route, arguments)


def _insufficient(route: Route) -> GoogleError:
    info = {
        "@type": "type.googleapis.com/google.rpc.ErrorInfo",
        "reason": "ACCESS_TOKEN_SCOPE_INSUFFICIENT",
        "domain": "googleapis.com",
        "metadata": {"service": "gmail.googleapis.com", "method": f"gmail.users.{route.name}"},
    }
    wanted = " ".join(sorted(route.scopes))
    return GoogleError(
        403,
        "Request had insufficient authentication scopes.",
        "insufficientPermissions",
        details=(info,),
        challenge=f'Bearer realm="https://accounts.google.com/", error="insufficient_scope", scope="{wanted}"',
    )


def _check_metadata(route: Route, arguments: Arguments) -> None:
    """Headers and labels, but not what the mail says: neither to read nor to search."""
    if arguments.one("q"):
        raise GoogleError(403, "Metadata scope does not support 'q' parameter", "forbidden")
    form = arguments.one("format", "full").upper()
    if route.name in ("messages.get", "threads.get") and form in ("FULL", "RAW"):
        raise GoogleError(403, f"Metadata scope doesn't allow format {form}", "forbidden")
