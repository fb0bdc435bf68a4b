"""What the API is, read from the discovery document that google-api-python-client carries: routes, parameters, schemas."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain
from typing import Any
from urllib.parse import parse_qsl, unquote

import orjson

from sandbox.errors import invalid

Document = dict[str, Any]


@cache
def document() -> Document:
    raw = files("googleapiclient").joinpath("discovery_cache", "documents", "gmail.v1.json").read_bytes()
    loaded: Document = orjson.loads(raw)
    return loaded


def localised(root: str) -> Document:
    """The document as this host would publish it. `root` ends with a slash."""
    moved = {key: value for key, value in document().items() if key != "mtlsRootUrl"}
    return {**moved, "rootUrl": root, "baseUrl": root, "servicePath": "", "batchPath": "batch"}


@dataclass(frozen=True, slots=True, eq=False)
class Route:
    """`name` is the method's id without its `gmail.users.`; `slots` are the places of its path parameters;
    `verbs` are what must follow one, as in `{keyPairId}:enable`.

    `request`, `response` name the schemas of its body and its answer, empty for none; any one of `scopes`, full URLs, opens it.
    `upload` is how a mail comes: empty (in JSON), `simple` or `resumable`.
    """

    name: str
    segments: tuple[str, ...]
    slots: tuple[tuple[int, str], ...]
    verbs: tuple[tuple[int, str], ...]
    parameters: Mapping[str, Mapping[str, Any]]
    request: str
    response: str
    scopes: frozenset[str]
    upload: str = ""

    def match(self, segments: list[str]) -> dict[str, str] | None:
        """The path's parameters, or None when it is another path."""
        for own, given in zip(self.segments, segments, strict=True):
            if own and own != given:
                return None
        if any(not segments[place].endswith(verb) for place, verb in self.verbs):
            return None
        return {name: unquote(segments[place]) for place, name in self.slots}


def _methods(resource: Document) -> Iterator[Document]:
    yield from resource.get("methods", {}).values()
    for inner in resource.get("resources", {}).values():
        yield from _methods(inner)


def _routes(method: Document) -> Iterator[Route]:
    """One for its own path, one for each way to upload to it."""
    yield _route(method, method["path"])
    for kind, protocol in method.get("mediaUpload", {}).get("protocols", {}).items():
        yield _route(method, protocol["path"].strip("/"), kind)


_SESSION = {"upload_id": {"type": "string", "location": "query"}}


def _route(method: Document, path: str, upload: str = "") -> Route:
    segments = path.split("/")
    slots = tuple((place, one[1 : one.index("}")]) for place, one in enumerate(segments) if one.startswith("{"))
    verbs = tuple((place, one[one.index("}") + 1 :]) for place, one in enumerate(segments) if "}:" in one)
    fixed = tuple("" if one.startswith("{") else one for one in segments)
    own = {name: spec for name, spec in method.get("parameters", {}).items() if spec["location"] == "query"}
    return Route(
        method["id"].removeprefix("gmail.users."),
        fixed,
        slots,
        verbs,
        own | document()["parameters"] | (_SESSION if upload else {}),
        method.get("request", {}).get("$ref", ""),
        method.get("response", {}).get("$ref", ""),
        frozenset(method.get("scopes", ())),
        upload,
    )


class Router:
    def __init__(self) -> None:
        self._routes: dict[tuple[str, int, str], list[Route]] = {}
        for method in _methods(document()):
            for route in _routes(method):
                # The pieces of a resumable upload are put where its session was opened.
                for verb in {method["httpMethod"], "PUT"} if route.upload else {method["httpMethod"]}:
                    self._routes.setdefault((verb, len(route.segments), _kind(route.segments)), []).append(route)

    def routes(self) -> Iterator[Route]:
        return chain.from_iterable(self._routes.values())

    def find(self, method: str, path: str) -> tuple[Route, dict[str, str]] | None:
        segments = path.strip("/").split("/")
        for kind in (_kind(segments), ""):
            for route in self._routes.get((method, len(segments), kind), ()):
                found = route.match(segments)
                if found is not None:
                    return route, found
        return None


def _kind(segments: Sequence[str]) -> str:
    """`messages`, `threads`… of gmail/v1/users/{userId}/messages/…: most routes differ here."""
    return segments[4] if len(segments) > 4 else ""


class Arguments:
    """A call's parameters, held to what the document says of them. A name it does not know is refused, as Google does."""

    __slots__ = ("_given", "path")

    def __init__(self, route: Route, path: dict[str, str], query: str) -> None:
        self.path = path
        self._given = _given(route, query)

    def all(self, name: str) -> Sequence[str]:
        return self._given.get(name, ())

    def one(self, name: str, default: str = "") -> str:
        return self._given.get(name, (default,))[-1]

    def number(self, name: str, default: int) -> int:
        return int(self.one(name) or default)

    def flag(self, name: str) -> bool:
        return self.one(name) == "true"


@lru_cache(maxsize=1024)
def _given(route: Route, query: str) -> Mapping[str, Sequence[str]]:
    """A client sends the same query with every id: it is read once. Refusals are not kept."""
    given: dict[str, list[str]] = {}
    for name, value in parse_qsl(query, keep_blank_values=True):
        spec = route.parameters.get(name)
        if spec is None:
            raise invalid(f'Invalid JSON payload received. Unknown name "{name}": Cannot bind query parameter.', name)
        _check(name, value, spec)
        given.setdefault(name, []).append(value)
    return given


def _check(name: str, value: str, spec: Mapping[str, Any]) -> None:
    if "enum" in spec and value not in spec["enum"]:
        raise invalid(f"Invalid value at '{name}' (TYPE_ENUM), \"{value}\"", name)
    whole = spec["type"] == "integer" or spec.get("format") == "uint64"
    if whole and not (value.isascii() and value.isdigit() and len(value) <= 20):
        raise invalid(f"Invalid value at '{name}' (TYPE_UINT64), \"{value}\"", name)
    if spec["type"] == "boolean" and value not in ("true", "false"):
        raise invalid(f"Invalid value at '{name}' (TYPE_BOOL), \"{value}\"", name)
