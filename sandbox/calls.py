"""One call of the API, from its arguments to its answer: what all methods have in common."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sandbox import fields
from sandbox.bodies import json_object
from sandbox.discovery import Arguments, Route
from sandbox.errors import GoogleError, invalid
from sandbox.mailbox import Mailbox
from sandbox.wire import Answer, Request, as_json

Json = dict[str, Any]
_NOTHING = Answer(204, b"")
_SCRIPT = b"text/javascript; charset=UTF-8"


def on_time() -> float:
    return 0.0


def nobody(_: str) -> None:
    return None


@dataclass(slots=True)
class Call:
    """`now` is in epoch seconds. `route` says what the document knows of the method.

    `early` says how many seconds before its epoch `after:` a search begins: none, unless a fault stands.
    `others` finds a mailbox of this sandbox by its address.
    `uploaded` is a mail that came in a session before this call, and its resource.
    """

    mailbox: Mailbox
    route: Route
    arguments: Arguments
    request: Request
    now: float
    early: Callable[[], float] = on_time
    others: Callable[[str], Mailbox | None] = nobody
    uploaded: tuple[bytes, Json] | None = None

    def json(self) -> Json:
        """The body, held to the method's schema; none at all is an empty object."""
        return json_object(self.request.body, self.route.request)


Method = Callable[[Call], Json | Answer | None]


def perform(methods: Mapping[str, Method], call: Call) -> Answer:
    """Raises GoogleError."""
    method = methods.get(call.route.name)
    if method is None:
        raise GoogleError(501, f"The sandbox does not serve {call.route.name}.", "notImplemented")
    if call.arguments.one("alt", "json") != "json":
        raise GoogleError(501, "The sandbox answers in JSON only.", "notImplemented")
    selected = fields.selection(call.route.response, call.arguments.one("fields"))
    call.mailbox.history.pass_time(call.now)
    value = method(call)
    if value is None:
        return _NOTHING
    if isinstance(value, Answer):
        return value
    return render(fields.pick(value, selected) if selected else value, call.arguments)


def render(value: Any, arguments: Arguments) -> Answer:
    answer = as_json(value, compact=arguments.one("prettyPrint") == "false")
    callback = arguments.one("callback")
    if not callback:
        return answer
    if not callback.replace(".", "_").isidentifier():
        raise invalid("Invalid value for callback parameter.", "callback")
    return Answer(200, b"// API callback\n%b(%b);" % (callback.encode(), answer.body.rstrip()), _SCRIPT)
