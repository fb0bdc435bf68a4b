"""Google's front: who calls, what they call, whether they may; then the method. HTTP itself is `server`'s."""

import sys
from dataclasses import replace
from functools import partial

from sandbox import batch, calls, errors, scopes
from sandbox.calls import Call, Method, on_time
from sandbox.clock import Clock
from sandbox.contract import Contract
from sandbox.discovery import Arguments, Route, Router
from sandbox.errors import GoogleError
from sandbox.fault import Piece, Scene
from sandbox.faults import FaultBook
from sandbox.front import NAMES, Front
from sandbox.gmail_api import METHODS
from sandbox.grants import Access, Grants
from sandbox.latency import Latency
from sandbox.mailbox import Mailbox
from sandbox.oauth import OAuth
from sandbox.oauth_values import form_of
from sandbox.pubsub import PubSub
from sandbox.pubsub_rest import PubSubRest
from sandbox.push import Watches
from sandbox.quota import Quota
from sandbox.signing import Signer
from sandbox.wire import Answer, Request
from sandbox.world import World

# What else faults can name: calls that are no method and no page.
_OTHERS = ("batch", "discovery", "none", "push")


class Service:
    """Everything that runs. With a `contract`, every answer of the API is held against the discovery document."""

    def __init__(
        self, world: World, quota: Quota, clock: Clock, latency: Latency | None = None, contract: Contract | None = None
    ) -> None:
        self.contract = contract
        self.world = world
        self.quota = quota
        self.clock = clock
        self.latency = latency or Latency()
        self._router = Router()
        self.faults = FaultBook(clock, frozenset((*NAMES, *_OTHERS, *(route.name for route in self._router.routes()))))
        self.signer = Signer()
        self.oauth = OAuth(world, Grants(world, clock), self.signer)
        self.pubsub = PubSub(self.signer)
        self.watches = Watches(self.pubsub, self.faults, clock)
        self.pubsub_rest = PubSubRest(self.pubsub)
        self._front = Front(self.oauth, self.pubsub_rest)
        self.methods: dict[str, Method] = {**METHODS, "watch": self.watches.watch, "stop": self.watches.stop}
        world.listeners.append(self.watches.changed)

    @property
    def grants(self) -> Grants:
        return self.oauth.grants

    def user_of(self, request: Request) -> str | None:
        """Whose token came with a request, or None. To the token endpoint it is the refresh token's."""
        if self.page_name(request.path) == "token":
            return self.oauth.user_of(request)
        access = self._access(request, self.clock())
        return access.email if access else None

    def _access(self, request: Request, now: float) -> Access | None:
        """What the token opens that came in a header, or the query."""
        authorization = request.headers.get("authorization")
        if authorization is not None:
            scheme, _, token = authorization.partition(" ")
            return self.grants.access(token.strip(), now) if scheme.lower() == "bearer" else None
        given = form_of(request) if "_token=" in request.query else {}
        token = given.get("access_token") or given.get("oauth_token") or ""
        return self.grants.access(token, now) if token else None

    def scene_of(self, request: Request, user: str | None) -> Scene:
        """Which method a call of the API is, and of which message."""
        found = self._router.find(request.method, request.path)
        return Scene((found[0].name,), user, _message_id(found[1])) if found else Scene(("none",), user)

    def page_name(self, path: str) -> str | None:
        """What a path outside of the API is called, or None."""
        return self._front.name(path)

    def page(self, name: str, request: Request) -> Answer:
        """The answer of a page that `page_name` knows."""
        return self._front.answer(name, request, self.clock())

    def call(self, request: Request, running: list[str], now: float, part: int | None = None) -> Answer:
        """One call. A user let in by the quota is added to `running`, to be released when the HTTP call ends.

        `part` is its place in the batch around it.
        """
        found = self._router.find(request.method, request.path)
        if found is None:
            return errors.no_page(request.path)
        route, path = found
        try:
            answer = self._call(request, route, path, running, now, part)
        except GoogleError as refusal:
            answer = refusal.answer(request.query)
        except OSError as error:
            # A mail of somebody's own, whose file has gone meanwhile: the other parts of a batch are none the worse for it.
            sys.stderr.write(f"sandbox: a mail cannot be read any more: {error}\n")
            answer = GoogleError(500, "Backend Error", "backendError").answer(request.query)
        self.quota.answers[route.name, answer.status] += 1
        return answer if self.contract is None else self.contract.checked_answer(route, request.query, answer)

    def _call(
        self,
        request: Request,
        route: Route,
        path: dict[str, str],
        running: list[str],
        now: float,
        part: int | None,
    ) -> Answer:
        access = self._access(request, now)
        if access is None:
            raise errors.unauthenticated("authorization" in request.headers)
        user = access.email
        mailbox = self._mailbox(user, path.get("userId", "me"))
        early = on_time
        if self.faults:
            scene = Scene((route.name,), user, _message_id(path), part)
            early = partial(self.faults.early, scene)
            injected = self.faults.call(scene)
            if injected is not None:
                return injected
        arguments = Arguments(route, path, request.query)
        scopes.check(access, route, arguments)
        self.quota.admit(user, route.name, now)
        running.append(user)
        return calls.perform(self.methods, Call(mailbox, route, arguments, request, now, early, self.world.mailbox))

    def _mailbox(self, user: str, asked: str) -> Mailbox:
        if asked != "me" and asked.lower() != user.lower():
            raise GoogleError(403, f"Delegation denied for {user}", "forbidden")
        mailbox = self.world.mailbox(user)
        if mailbox is None:
            raise errors.not_found()
        return mailbox

    def batch(self, request: Request, running: list[str]) -> Answer:
        """All parts run at once: they share one moment, and their places among the running calls until the HTTP call ends."""
        now = self.clock()
        try:
            parts = batch.read(request)
        except GoogleError as refusal:
            return refusal.answer()
        limit = self.faults.too_many(len(parts), self.user_of(request)) if self.faults else None
        if limit is not None:
            return batch.too_many(len(parts), limit).answer()
        answers = [(part.content_id, self.call(part.request, running, now, place)) for place, part in enumerate(parts)]
        if self.faults:
            pieces = [
                Piece(*answer, self._scene_of(part.request, place))
                for place, (part, answer) in enumerate(zip(parts, answers, strict=True))
            ]
            answers = [(one.content_id, one.answer) for one in self.faults.parts(pieces, self.user_of(request))]
        return batch.write(answers)

    def _scene_of(self, part: Request, place: int) -> Scene:
        """A part may come with a token of its own."""
        scene = self.scene_of(part, self.user_of(part))
        return replace(scene, methods=(*scene.methods, "batch"), part=place)


def _message_id(path: dict[str, str]) -> str | None:
    """Of the parameters of a path: an attachment's own id stands beside its message's."""
    return path.get("messageId") or path.get("id")
