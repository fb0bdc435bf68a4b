"""Refusals in Google's shapes. A handler raises GoogleError, whoever answers the call renders it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sandbox.wire import Answer, as_json

_STATUS = {
    400: "INVALID_ARGUMENT", 401: "UNAUTHENTICATED", 403: "PERMISSION_DENIED", 404: "NOT_FOUND", 409: "ABORTED",
    429: "RESOURCE_EXHAUSTED", 500: "INTERNAL", 501: "UNIMPLEMENTED", 503: "UNAVAILABLE",
}  # fmt: skip
# Where a 403 of Google names a domain of its own; all others, and every 429, are `global`.
_DOMAIN = dict.fromkeys(("rateLimitExceeded", "userRateLimitExceeded", "quotaExceeded", "dailyLimitExceeded"), "usageLimits")
_OWN_STATUS = {"failedPrecondition": "FAILED_PRECONDITION", "alreadyExists": "ALREADY_EXISTS"}
_SECOND_FORM = re.compile(r"(?:^|&)(?:\$|%24)\.xgafv=2(?:&|$)")
_REFUSED = 'Bearer realm="https://accounts.google.com/", error="invalid_token"'


@dataclass
class GoogleError(Exception):
    """`reason` is Google's word, on which clients decide; `location` names the header or parameter at fault."""

    code: int
    message: str
    reason: str
    retry_after: int | None = None
    location: tuple[str, str] | None = None
    details: tuple[Mapping[str, object], ...] = ()
    challenge: str = ""

    def answer(self, query: str = "") -> Answer:
        """`query` is that of the call: `$.xgafv=2` asks for an error without its list, `prettyPrint=false` for one line."""
        domain = _DOMAIN.get(self.reason, "global") if self.code == 403 else "global"
        detail = {"message": self.message, "domain": domain, "reason": self.reason}
        if self.location:
            detail["locationType"], detail["location"] = self.location
        status = _STATUS.get(self.code, "UNKNOWN")
        error: dict[str, object] = {"code": self.code, "message": self.message, "errors": [detail], "status": status}
        if _SECOND_FORM.search(query):
            del error["errors"]
        if self.reason in _OWN_STATUS:
            error["status"] = _OWN_STATUS[self.reason]
        if self.details:
            error["details"] = self.details
        answer = as_json({"error": error}, self.code, compact="prettyPrint=false" in query)
        return Answer(answer.status, answer.body, answer.content_type, self._headers())

    def _headers(self) -> tuple[tuple[bytes, bytes], ...]:
        headers: tuple[tuple[bytes, bytes], ...] = ()
        if self.retry_after is not None:
            headers += ((b"retry-after", str(self.retry_after).encode()),)
        challenge = self.challenge or (_REFUSED if self.code == 401 else "")
        if challenge:
            headers += ((b"www-authenticate", challenge.encode("latin-1")),)
        return headers


def invalid(message: str, name: str | None = None) -> GoogleError:
    return GoogleError(400, message, "invalidArgument", location=("parameter", name) if name else None)


def not_found() -> GoogleError:
    return GoogleError(404, "Requested entity was not found.", "notFound")


def unauthenticated(present: bool) -> GoogleError:
    """`present`: a credential came along, yet nobody knows it."""
    what = (
        "Request had invalid authentication credentials." if present else "Request is missing required authentication credential."
    )
    message = f"{what} Expected OAuth 2 access token, login cookie or other valid authentication credential."
    return GoogleError(401, message, "authError" if present else "required", location=("header", "Authorization"))


def no_page(path: str) -> Answer:
    """What Google answers where there is nothing: a page, not JSON."""
    shown = path.replace("&", "&amp;").replace("<", "&lt;")
    page = (
        "<!DOCTYPE html>\n<html lang=en>\n  <meta charset=utf-8>\n  <title>Error 404 (Not Found)!!1</title>\n"
        f"  <p><b>404.</b> <ins>That’s an error.</ins>\n  <p>The requested URL <code>{shown}</code> was not found on this server."
        "  <ins>That’s all we know.</ins>\n"
    )
    return Answer(404, page.encode(), b"text/html; charset=UTF-8")
