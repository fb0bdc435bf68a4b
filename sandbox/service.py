"""Google's front: who calls, what they call, whether they may; then the method. HTTP itself is `server`'s."""

import time
from collections.abc import Callable

from sandbox import batch, calls, errors
from sandbox.calls import Call
from sandbox.contract import Contract
from sandbox.discovery import Arguments, Route, Router
from sandbox.errors import GoogleError
from sandbox.faults import FaultBook
from sandbox.gmail_api import METHODS
from sandbox.mailbox import Mailbox
from sandbox.oauth import Tokens
from sandbox.quota import Quota
from sandbox.wire import Answer, Request
from sandbox.world import World

# Pages of Google's that are no API, by the word that faults use for them.
_PAGES = {
    **dict.fromkeys(("/token", "/oauth2/v4/token", "/o/oauth2/token"), "token"),
    **dict.fromkeys(("/revoke", "/o/oauth2/revoke"), "revoke"),
}


class Service:
    """`clock` gives epoch seconds. With a `contract`, every answer of the API is held against the discovery document."""

    def __init__(
        self, world: World, quota: Quota, clock: Callable[[], float] = time.time, contract: Contract | None = None
    ) -> None:
        self.contract = contract
        self.world = world
        self.quota = quota
        self.clock = clock
        self.tokens = Tokens(world)
        self.faults = FaultBook()
        self._router = Router()

    def user_of(self, request: Request) -> str | None:
        """Whose token came with a request, or None."""
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        return self.tokens.owner(token.strip(), self.clock()) if scheme.lower() == "bearer" else None

    def method_of(self, request: Request) -> str:
        found = self._router.find(request.method, request.path)
        return found[0].name if found else "none"

    def page_name(self, path: str) -> str | None:
        """What a path outside of the API is called, or None."""
        return _PAGES.get(path)

    def page(self, name: str, request: Request) -> Answer:
        """The answer of a page that `page_name` knows."""
        if name == "token":
            return self.tokens.issue(request.body, self.clock())
        return self.tokens.revoke_token(request.body, request.query, self.clock())

    def call(self, request: Request, running: list[str], now: float) -> Answer:
        """One call. A user let in by the quota is added to `running`, to be released when the HTTP call ends."""
        found = self._router.find(request.method, request.path)
        if found is None:
            return errors.no_page(request.path)
        try:
            answer = self._call(request, *found, running, now)
        except GoogleError as refusal:
            answer = refusal.answer(request.query)
        return answer if self.contract is None else self.contract.checked_answer(found[0], request.query, answer)

    def _call(self, request: Request, route: Route, path: dict[str, str], running: list[str], now: float) -> Answer:
        user = self.user_of(request)
        if user is None:
            raise errors.unauthenticated("authorization" in request.headers)
        mailbox = self._mailbox(user, path.get("userId", "me"))
        injected = self.faults.call(route.name, user, path.get("id"))
        if injected is not None:
            return injected
        self.quota.admit(user, route.name, now)
        running.append(user)
        return calls.perform(METHODS, Call(mailbox, route, Arguments(route, path, request.query), request, now))

    def _mailbox(self, user: str, asked: str) -> Mailbox:
        if asked not in ("me", user):
            raise GoogleError(403, f"Delegation denied for {user}", "forbidden")
        mailbox = self.world.mailbox(user)
        if mailbox is None:
            raise errors.not_found()
        return mailbox

    def batch(self, request: Request, running: list[str]) -> Answer:
        """All parts run at once: they share one moment, and their places among the running calls until the HTTP call ends."""
        now = self.clock()
        try:
            parts = batch.read(request.headers.get("content-type", ""), request.body)
        except GoogleError as refusal:
            return refusal.answer()
        outer = batch.inherited(request.headers)
        user = self.user_of(request)
        answers: list[tuple[str, Answer]] = []
        for part in parts:
            answer = self.call(batch.with_headers(part, outer), running, now)
            answers += [(part.content_id, answer)] * self.faults.times(user)
        return batch.write(answers)
