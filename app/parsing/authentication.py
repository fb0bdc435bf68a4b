"""What the receiving server found of who sent a mail, in its header `Authentication-Results` (RFC 8601)."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

LONGEST = 4000
MOST_HEADERS = 20
# Gmail's own name in the header: it takes out what strangers wrote in its name.
GMAIL = "mx.google.com"
# Comments and quoted text hold what the sender chose: `(domain of dmarc=pass@evil.example …)`.
QUOTED = re.compile(r'"(?:[^"\\]|\\.)*+"')
COMMENT = re.compile(r"\([^()]*+\)")
MOST_NESTED = 4
FINDING = re.compile(r"\s*+(dmarc|dkim|spf)\s*+=\s*+(\w{1,12})", re.I)
NAME = re.compile(r"(?:header\.(?:i|d|from)|smtp\.(?:mailfrom|mfrom))\s*+=\s*+(?:[^\s;@]{0,120}@)?([\w.\-]{3,120})", re.I)
BROKEN = frozenset({"fail", "permerror", "temperror"})


class Finding(NamedTuple):
    """`told` is the part of the header it stands in: who is named there is seldom asked."""

    method: str
    result: str
    told: str

    @property
    def names(self) -> list[str]:
        return NAME.findall(self.told)


def failed(headers: Sequence[str], aligned: Callable[[str], bool]) -> bool:
    """DMARC failed, only strangers vouch, or nobody does and a check failed; `aligned` tells whether a domain is the sender's.

    No header says nothing: not every path adds one.
    """
    return any(_fails(list(_findings(value)), aligned) for value in _weighed(headers))


def _weighed(headers: Sequence[str]) -> Sequence[str]:
    """The topmost, which the last server wrote, and Gmail's: what stands below them may come from anybody."""
    own = [value for value in headers[:MOST_HEADERS] if value.lstrip()[: len(GMAIL)].lower() == GMAIL]
    return tuple(dict.fromkeys([*headers[:1], *own[:1]]))


def _findings(value: str) -> Iterator[Finding]:
    plain = value[:LONGEST]
    plain = QUOTED.sub("", plain) if '"' in plain else plain
    for _ in range(MOST_NESTED):
        if "(" not in plain:
            break
        plain = COMMENT.sub("", plain)
    for part in plain.split(";"):
        if found := FINDING.match(part):
            yield Finding(found[1].lower(), found[2].lower(), part)


def _fails(findings: Sequence[Finding], aligned: Callable[[str], bool]) -> bool:
    dmarc = [one for one in findings if one.method == "dmarc"]
    for one in dmarc:
        if one.result in BROKEN:
            return True
    for one in dmarc:
        if one.result == "pass" and all(map(aligned, one.names)):
            return False
    vouching = [name for one in findings if one.result == "pass" for name in one.names]
    if any(map(aligned, vouching)):
        return False
    return bool(vouching) or any(one.result in {"fail", "softfail"} for one in findings)
