"""Gmail's search box. `q` becomes a time range and a test on messages.

    query  : terms side by side; all must hold
    either : term {'OR' term}               binds closer than standing side by side, as in Gmail
    term   : '-' term | '(' query ')' | '{' terms '}' any of them | [operator ':'] value
    value  : word | "words in a row" | '(' values ')' all | '{' values '}' any

An operator it does not know is refused aloud, never an empty list.
"""

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sandbox import search_terms
from sandbox.conditions import Condition, NotKnown, all_of, any_of, negated
from sandbox.errors import GoogleError, invalid
from sandbox.search_terms import Asked

_TOKEN = re.compile(
    r'\s+|(?P<sign>[(){}])|(?P<no>-(?=[^\s-])|!(?=\w+:))|(?P<operator>[A-Za-z_]\w*):(?!//)|\+?(?P<word>"[^"]*"?|[^\s(){}"]+)'
)
_DEEPEST = 40


@dataclass(frozen=True, slots=True)
class Search:
    """`everywhere`: Spam and Trash are not left out."""

    condition: Condition
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str  # sign | no | operator | word | end
    text: str


_END = _Token("end", "")
_OR = _Token("word", "OR")
_AND = _Token("word", "AND")


def parse(q: str, asked: Asked) -> Search:
    """Raises GoogleError (400) for what the sandbox does not know."""
    try:
        parser = _Parser(q, asked)
        return Search(all_of(parser.terms(_END)), parser.everywhere)
    except NotKnown as unknown:
        sys.stderr.write(f"sandbox: a search it does not know: {unknown} in {q[:200]!r}\n")
        raise _refused(unknown) from unknown


def _refused(unknown: NotKnown) -> GoogleError:
    return invalid(f"The sandbox does not know this search: {unknown}", "q")


def _tokens(q: str) -> Iterator[_Token]:
    at = 0
    while at < len(q):
        found = _TOKEN.match(q, at)
        if found is None:
            raise NotKnown(q[at:])
        at = found.end()
        if found.lastgroup:
            yield _Token(found.lastgroup, found[found.lastgroup])
    yield _END


def _sign(text: str) -> _Token:
    return _Token("sign", text)


def _bare(token: _Token) -> str:
    if token.kind != "word":
        raise NotKnown(token.text or "an end after an operator")
    return token.text.strip('"').strip()


class _Parser:
    def __init__(self, q: str, asked: Asked) -> None:
        self._rest = list(_tokens(q))[::-1]
        self._depth = 0
        self._asked = asked
        self.everywhere = False

    def terms(self, closing: _Token) -> list[Condition]:
        return self._until(closing, self._term)

    def _until(self, closing: _Token, read: Callable[[], Condition]) -> list[Condition]:
        """What `read` reads, up to the closing sign, with OR between neighbours resolved."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise NotKnown("brackets that deep")
        found: list[Condition] = []
        while not self._take(closing):
            if self._take(_AND):
                continue
            either = [read()]
            while self._take(_OR):
                either.append(read())
            found.append(either[0] if len(either) == 1 else any_of(either))
        if closing == _sign("}") and not found:
            raise NotKnown("braces with nothing in them")
        self._depth -= 1
        return found

    def _take(self, wanted: _Token) -> bool:
        if self._rest[-1] != wanted:
            return False
        if wanted != _END:
            self._rest.pop()
        return True

    def _takes_no(self) -> bool:
        return self._rest[-1].kind == "no" and self._rest.pop() is not None

    def _next(self) -> _Token:
        if self._rest[-1] == _END:
            raise NotKnown("an end where something must follow")
        return self._rest.pop()

    def _term(self) -> Condition:
        if self._takes_no():
            return self._without(self._term)
        token = self._next()
        if token == _sign("("):
            return all_of(self.terms(_sign(")")))
        if token == _sign("{"):
            return any_of(self.terms(_sign("}")))
        if token.kind == "operator":
            return self._operator(token.text.lower())
        if token.text in ("OR", "AROUND"):
            raise NotKnown(token.text)
        return Condition(search_terms.words(_bare(token)))

    def _without(self, read: Callable[[], Condition]) -> Condition:
        """To ask for what is not in Spam is no wish to see Spam."""
        before = self.everywhere
        condition = negated(read())
        self.everywhere = before
        return condition

    def _operator(self, name: str) -> Condition:
        def value() -> Condition:
            return self._value(name)

        if self._take(_sign("(")):
            return all_of(self._until(_sign(")"), value))
        if self._take(_sign("{")):
            return any_of(self._until(_sign("}"), value))
        return self._value(name)

    def _value(self, name: str) -> Condition:
        if self._takes_no():
            return self._without(lambda: self._value(name))
        token = self._next()
        # In `subject:re:order` and `subject:(re:order)` what looks like an operator is part of the value.
        text = f"{token.text}:{_bare(self._next())}" if token.kind == "operator" else _bare(token)
        self.everywhere = self.everywhere or search_terms.looks_everywhere(name, text)
        return search_terms.condition(name, text, self._asked)
