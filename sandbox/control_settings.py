"""Control of what holds for all mailboxes: faults, clock, latency, tariff, sign-in, notifications."""

from sandbox.catalogue import KINDS
from sandbox.control_values import Json, Refused, flag, known, number
from sandbox.oauth_values import Client, is_redirect_uri
from sandbox.push import TOPIC
from sandbox.service import Service
from sandbox.tariffs import TARIFFS


class SettingsControl:
    def __init__(self, service: Service) -> None:
        self._service = service

    def faults(self, _: Json) -> Json:
        return {"faults": self._service.faults.listed()}

    def inject(self, asked: Json) -> Json:
        self._service.faults.add(asked)
        return self.faults({})

    def heal(self, _: Json) -> Json:
        self._service.faults.clear()
        return {"faults": []}

    def kinds(self, _: Json) -> Json:
        return {
            "kinds": [
                {"kind": name, "strikes": kind.where, "method": kind.method, "about": kind.about, "options": list(kind.options)}
                for name, kind in KINDS.items()
            ]
        }

    def clock(self, _: Json) -> Json:
        return {"now": self._service.clock(), "rate": self._service.clock.rate}

    def set_clock(self, asked: Json) -> Json:
        clock = self._service.clock
        known(asked, "advance", "rate")
        clock.run(number(asked, "rate", clock.rate))
        clock.advance(number(asked, "advance", 0))
        return self.clock({})

    def latency(self, _: Json) -> Json:
        latency = self._service.latency
        return {"seconds": latency.seconds, "jitter": latency.jitter}

    def set_latency(self, asked: Json) -> Json:
        latency = self._service.latency
        known(asked, "seconds", "jitter")
        latency.set(number(asked, "seconds", latency.seconds), number(asked, "jitter", latency.jitter))
        return self.latency({})

    def tariff(self, _: Json) -> Json:
        return {"tariff": self._service.quota.tariff.shown(), "known": list(TARIFFS)}

    def set_tariff(self, asked: Json) -> Json:
        chosen = TARIFFS.get(str(known(asked, "name").get("name")))
        if chosen is None:
            raise Refused(400, f"name is one of {', '.join(TARIFFS)}")
        self._service.quota.tariff = chosen
        return self.tariff({})

    def oauth(self, _: Json) -> Json:
        policy, clients = self._service.grants.policy, self._service.oauth.clients.values()
        return {
            "rotate_refresh_tokens": policy.rotate_refresh_tokens,
            "testing": policy.testing,
            "access_token_seconds": policy.access_token_seconds,
            "clients": [{"client_id": one.client_id, "name": one.name, "redirect_uris": one.redirect_uris} for one in clients],
            "keys": [key.id for key in self._service.signer.keys],
        }

    def set_oauth(self, asked: Json) -> Json:
        policy = self._service.grants.policy
        known(asked, "rotate_refresh_tokens", "testing", "access_token_seconds")
        seconds = int(number(asked, "access_token_seconds", policy.access_token_seconds))
        if not 1 <= seconds <= 86_400:
            raise Refused(400, "access_token_seconds is between 1 and 86400")
        policy.rotate_refresh_tokens = flag(asked, "rotate_refresh_tokens", policy.rotate_refresh_tokens)
        policy.testing = flag(asked, "testing", policy.testing)
        policy.access_token_seconds = seconds
        return self.oauth({})

    def rotate_keys(self, _: Json) -> Json:
        self._service.signer.rotate()
        return self.oauth({})

    def register(self, asked: Json) -> Json:
        """A client whose secret and redirect URIs are held to."""
        known(asked, "client_id", "client_secret", "name", "redirect_uris")
        client_id, uris = str(asked.get("client_id", "")), asked.get("redirect_uris", [])
        if not client_id or not isinstance(uris, list):
            raise Refused(400, "give client_id, and redirect_uris as a list")
        wrong = [one for one in uris if not isinstance(one, str) or not is_redirect_uri(one)]
        if wrong:
            raise Refused(400, f"{wrong[0]} is no redirect URI that Google takes: it is https, or http on localhost")
        secret = asked.get("client_secret")
        self._service.oauth.clients[client_id] = Client(
            client_id, str(asked.get("name") or client_id), None if secret is None else str(secret), tuple(uris)
        )
        return self.oauth({})

    def push(self, _: Json) -> Json:
        pubsub = self._service.pubsub
        return {
            "topics": sorted(pubsub.topics),
            "subscriptions": [
                one.shown() | {"waiting": len(one.waiting), "pushed": one.pushed, "refused": one.refused}
                for one in pubsub.subscriptions.values()
            ],
            "watches": self._service.watches.shown(),
        }

    def subscribe(self, asked: Json) -> Json:
        """Topic and subscription in one go, or a standing one moved. Without an `endpoint` it is to be pulled."""
        known(asked, "topic", "subscription", "endpoint", "audience", "account")
        topic = str(asked.get("topic") or "projects/sandbox/topics/gmail")
        name = str(asked.get("subscription") or topic.replace("/topics/", "/subscriptions/"))
        token = {"audience": asked.get("audience"), "serviceAccountEmail": asked.get("account")}
        if not TOPIC.fullmatch(topic):
            raise Refused(400, "topic is projects/<project>/topics/<name>")
        push = {"pushEndpoint": asked.get("endpoint"), "oidcToken": token}
        self._service.pubsub_rest.move(name, {"topic": topic, "pushConfig": push})
        return self.push({})
