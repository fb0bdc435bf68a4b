"""The sandbox's own endpoints under /sandbox: for tests, demos and the control page, from this machine only."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

from sandbox.control_mailboxes import MailboxControl
from sandbox.control_settings import SettingsControl
from sandbox.control_values import Refused, arguments, same_origin
from sandbox.errors import GoogleError
from sandbox.pages import asset, page, redirect
from sandbox.service import Service
from sandbox.wire import Answer, Request, as_json

_MAILBOX = re.compile(r"/sandbox/mailboxes/(?P<address>[^/]+)/(?P<what>ledger|messages|expire-history|revoke)(?:/(?P<id>[^/]+))?")
_LOOPBACK = ("127.0.0.1", "::1", "localhost")
_STATIC = "/sandbox/static/"
Json = dict[str, Any]


class Control:
    def __init__(self, service: Service) -> None:
        self._service = service
        self._mailboxes = MailboxControl(service)
        settings = SettingsControl(service)
        self._fixed: dict[tuple[str, str], Callable[[Json], Json]] = {
            ("GET", "health"): self._health,
            ("GET", "contract"): self._contract,
            ("GET", "usage"): self._usage,
            ("GET", "mailboxes"): self._mailboxes.listed,
            ("POST", "mailboxes"): self._mailboxes.create,
            ("GET", "faults"): settings.faults,
            ("POST", "faults"): settings.inject,
            ("DELETE", "faults"): settings.heal,
            ("GET", "faults/kinds"): settings.kinds,
            ("GET", "clock"): settings.clock,
            ("POST", "clock"): settings.set_clock,
            ("GET", "latency"): settings.latency,
            ("POST", "latency"): settings.set_latency,
            ("GET", "tariff"): settings.tariff,
            ("POST", "tariff"): settings.set_tariff,
            ("GET", "oauth"): settings.oauth,
            ("POST", "oauth"): settings.set_oauth,
            ("POST", "oauth/rotate-keys"): settings.rotate_keys,
            ("POST", "oauth/clients"): settings.register,
            ("GET", "push"): settings.push,
            ("POST", "push"): settings.subscribe,
        }

    def answer(self, request: Request, client: str) -> Answer:
        if client not in _LOOPBACK or not same_origin(request):
            return as_json({"error": "from this machine only"}, 403)
        shown = _page(request.path) if request.method == "GET" else None
        return shown or self._value(request)

    def _value(self, request: Request) -> Answer:
        try:
            return as_json(self._route(request))
        except Refused as refused:
            return as_json({"error": str(refused)}, refused.status)
        except GoogleError as refusal:
            return as_json({"error": refusal.message}, refusal.code)
        except (ValueError, TypeError) as error:
            return as_json({"error": str(error)}, 400)

    def _route(self, request: Request) -> Json:
        fixed = self._fixed.get((request.method, request.path.removeprefix("/sandbox/")))
        if fixed is not None:
            return fixed(arguments(request))
        found = _MAILBOX.fullmatch(request.path)
        if found is None:
            raise Refused(404, f"no {request.method} {request.path}")
        mailbox = self._service.world.mailbox(unquote(found["address"]))
        if mailbox is None:
            raise Refused(404, "no such mailbox")
        handler = self._mailboxes.handler(request.method, found["what"])
        if handler is None:
            raise Refused(404, f"no {request.method} {request.path}")
        return handler(mailbox, request, found["id"] or "")

    def _health(self, _: Json) -> Json:
        return {"status": "ok", "mailboxes": sum(1 for _ in self._service.world.addresses())}

    def _contract(self, _: Json) -> Json:
        contract = self._service.contract
        return contract.report() if contract else {"checked": 0, "broken": []}

    def _usage(self, asked: Json) -> Json:
        usage = self._service.quota.usage(self._service.clock())
        address = str(asked.get("user", ""))
        if address:
            usage["fetched_again"] = self._mailboxes.fetched_again(address)
        return usage


def _page(path: str) -> Answer | None:
    if path in ("/sandbox", "/sandbox/"):
        return page("control.html") if path.endswith("/") else redirect("/sandbox/")
    return asset(path.removeprefix(_STATIC)) if path.startswith(_STATIC) else None
