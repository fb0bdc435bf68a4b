"""The API and the sandbox, as the demo uses them: over HTTP, like anybody else."""

from collections.abc import Iterator
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlencode

import urllib3
from urllib3.exceptions import HTTPError

from app.errors import AppError

PAGE = 500
TIMEOUT_SECONDS = 20.0


class CallFailed(AppError):
    code = "call_failed"
    title = "A call of the demo failed"


class Client:
    """Raises CallFailed with one line that names the call and what was answered."""

    def __init__(self, api_url: str, sandbox_url: str, key: str | None = None) -> None:
        """`key` is for an API that does not admit callers from its own machine without one."""
        self._http = urllib3.PoolManager(timeout=TIMEOUT_SECONDS, retries=False)
        self._authorization = {"Authorization": f"Bearer {key}"} if key else {}
        self._api = f"{api_url}/api/v1"
        self._health = f"{api_url}/health/ready"
        self._sandbox = f"{sandbox_url}/sandbox"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._http.clear()

    def ready(self) -> bool:
        """Does the API call itself ready, and does the sandbox answer at all?"""
        try:
            return self._http.request("GET", self._health).status < 300 and bool(self._http.request("GET", self._sandbox).status)
        except HTTPError:
            return False

    def ensure_user(self, email: str, display_name: str) -> str:
        """The id of the user with this address, made when missing."""
        try:
            return str(self._call("POST", "/users", json={"email": email, "display_name": display_name})["id"])
        except CallFailed:
            found = self._call("GET", "/users", params={"email": email})["users"]
            if not found:
                raise
            return str(found[0]["id"])

    def start(self, user_id: str, months: int) -> dict[str, Any]:
        started: dict[str, Any] = self._call("POST", f"/email-sync/start/{user_id}", params={"months": months})
        return started

    def status(self, user_id: str) -> dict[str, Any]:
        status: dict[str, Any] = self._call("GET", f"/email-sync/status/{user_id}")
        return status

    def transactions(self, user_id: str) -> Iterator[dict[str, Any]]:
        """Every stored transaction, page by page."""
        cursor = None
        while True:
            parameters = {"user_id": user_id, "limit": PAGE} | ({"cursor": cursor} if cursor else {})
            page = self._call("GET", "/transactions", params=parameters)
            yield from page["transactions"]
            cursor = page.get("next_cursor")
            if not cursor:
                return

    def ledger(self, email: str) -> list[dict[str, Any]]:
        """What the mailbox's mails tell of, from the sandbox that wrote them."""
        entries: list[dict[str, Any]] = self._send("GET", f"{self._sandbox}/mailboxes/{email}/ledger")["transactions"]
        return entries

    def _call(self, method: str, path: str, **options: Any) -> Any:
        return self._send(method, self._api + path, headers=self._authorization, **options)

    def _send(self, method: str, url: str, *, params: dict[str, Any] | None = None, **options: Any) -> Any:
        named = f"{url}?{urlencode(params)}" if params else url
        try:
            answer = self._http.request(method, named, **options)
        except HTTPError as error:
            raise CallFailed(f"{method} {url}: {type(error).__name__} {error}".strip()) from error
        if answer.status >= 300:
            raise CallFailed(f"{method} {named} answered {answer.status}: {_problem(answer)}")
        return answer.json()


def _problem(answer: urllib3.BaseHTTPResponse) -> str:
    """The sentence of a problem+json answer, or the first line of any other."""
    try:
        problem = answer.json()
        return str(problem.get("detail") or problem.get("title") or problem.get("code"))
    except (ValueError, AttributeError):
        return answer.data.decode("utf-8", "replace").strip().partition("\n")[0][:200]
