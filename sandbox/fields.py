"""Partial answers: `fields=messages(id,payload/headers),nextPageToken` as a tree held to the schema, and what it leaves."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from sandbox.discovery import document
from sandbox.errors import GoogleError

Tree = Mapping[str, "Tree"]  # an empty tree below a name: all of it
_STAR = "*"


def pick(value: Any, tree: Tree) -> Any:
    if isinstance(value, list):
        return [pick(one, tree) for one in value]
    if not tree or not isinstance(value, dict):
        return value
    return {name: pick(value[name], inner) for name, inner in tree.items() if name in value}


@lru_cache(maxsize=512)
def selection(schema: str, text: str) -> Tree:
    """An empty tree for no selection. Raises GoogleError for a name the answer cannot have."""
    if not text:
        return {}
    reader = _Reader(text)
    tree = reader.names()
    if not reader.at_end():
        raise _refused(text)
    return _resolved(tree, document()["schemas"].get(schema, {}), "")


class _Reader:
    """names: name [',' names];  name: word ['/' name | '(' names ')']"""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def at_end(self) -> bool:
        return self._at == len(self._text)

    def names(self, depth: int = 0) -> dict[str, Any]:
        if depth > 32:
            raise _refused(self._text)
        tree: dict[str, Any] = {}
        while True:
            _merge(tree, self._name(depth))
            if not self._take(","):
                return tree

    def _name(self, depth: int) -> dict[str, Any]:
        word = self._word()
        if self._take("/"):
            if depth > 32:
                raise _refused(self._text)
            return {word: self._name(depth + 1)}
        if not self._take("("):
            return {word: {}}
        inner = self.names(depth + 1)
        if not self._take(")"):
            raise _refused(self._text)
        return {word: inner}

    def _word(self) -> str:
        start = self._at
        while self._at < len(self._text) and self._text[self._at] not in ",/()":
            self._at += 1
        word = self._text[start : self._at].strip()
        if not word:
            raise _refused(self._text)
        return word

    def _take(self, sign: str) -> bool:
        if self._text[self._at : self._at + 1] != sign:
            return False
        self._at += 1
        return True


def _merge(tree: dict[str, Any], more: dict[str, Any]) -> None:
    """`a/b,a/c` is `a(b,c)`; `a,a/b` is all of `a`."""
    for name, inner in more.items():
        if name not in tree:
            tree[name] = inner
        elif not tree[name] or not inner:
            tree[name] = {}
        else:
            _merge(tree[name], inner)


def _resolved(tree: Tree, schema: Mapping[str, Any], path: str) -> Tree:
    """The tree with every name found in the schema, and each star written out."""
    properties = _properties(schema)
    resolved: dict[str, Any] = {}
    for name, inner in tree.items():
        here = f"{path}.{name}" if path else name
        if name == _STAR and not inner and properties:
            return {}
        names = _having(properties, inner) if name == _STAR else [name] if name in properties else []
        if not names:
            raise _refused(here)
        for one in names:
            _merge(resolved, {one: _resolved(inner, properties[one], here) if inner else {}})
    return resolved


def _having(properties: Mapping[str, Any], inner: Tree) -> list[str]:
    """The properties which have what is asked of a star."""
    wanted = inner.keys() - {_STAR}
    return [name for name, below in properties.items() if _properties(below) and wanted <= _properties(below).keys()]


def _properties(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    while "$ref" in schema or "items" in schema:
        schema = document()["schemas"][schema["$ref"]] if "$ref" in schema else schema["items"]
    found: Mapping[str, Any] = schema.get("properties", {})
    return found


def _refused(path: str) -> GoogleError:
    sentence = f"Error expanding 'fields' parameter. Cannot find matching fields for path '{path}'."
    detail = {
        "@type": "type.googleapis.com/google.rpc.BadRequest",
        "fieldViolations": [{"field": path, "description": sentence}],
    }
    return GoogleError(400, "Request contains an invalid argument.", "badRequest", details=(detail,))
