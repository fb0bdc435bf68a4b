"""Whether a known name stands under a suffix that its owner would have: hsbc.co.in is a bank's, hdfcbank.co anybody's.

A name under `.com`, or where a country's companies register, belongs to whoever made it known, or to another bank of that name. Under a suffix
that is sold to everybody (`.co`, `.net`, `.in.net`) it is the owner's only when he is known to send from there or is at home there.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from functools import lru_cache

from app.parsing.brands import BRANDS
from app.parsing.famous import FAMOUS
from app.parsing.places import TOP_LEVEL
from app.parsing.registry import ISSUERS

# Registries that sell names one level below: the owner's name is the label before.
SECOND_LEVEL = frozenset("b co com net org gov edu ac ne or go gob gub bank fin in mil nom".split())
# Below these a country's own companies register; what else stands there is sold by somebody.
OF_COMPANIES = frozenset("b co com bank fin ne or go gov gob gub org ac".split())
WITHOUT_COM = frozenset("de se nl ch be dk cz ca us fi no it at ie jp kr in uk nz id th il ke za".split())
# Countries whose suffix is bought for its letters.
SOLD_TO_ALL = frozenset("co com.co io me tv cc ws ai to fm gg la vc so sh ac im eu".split())
# Sold below somebody's own name, as if it were a country's suffix.
SOLD_BELOW = frozenset(
    "ae.org br.com cn.com co.com de.com eu.com gb.net hu.net in.net jp.net jpn.com mex.com ru.com sa.com se.net uk.com uk.net us.com us.org za.com ph.net pl.cc".split()
)
# Restricted to banks, or to nobody: examples.
KEPT = frozenset("com bank example".split())
# What their owners send from all the same.
ALSO_THEIRS = frozenset("zerodha.net bookmyshow.email toss.im".split())
# What a bank of many lands adds to its name: cibccaribbean.com.
REGIONS = frozenset(
    "caribbean africa asia europe latam americas india china japan korea singapore malaysia indonesia thailand vietnam philippines australia newzealand canada mexico brasil brazil chile peru colombia argentina uruguay panama costarica dominicana jamaica trinidad barbados bahamas uk usa us ireland france deutschland germany italia italy espana spain portugal polska poland romania hungary bulgaria greece turkiye egypt morocco kenya uganda tanzania rwanda ghana nigeria zambia malawi botswana namibia zimbabwe mauritius uae bahrain oman qatar kuwait lebanon pakistan bangladesh lanka nepal maldives fiji png cambodia laos myanmar".split()
)
# Groups whose members each have a town's name behind the group's: sparkasse-bremen.de.
GROUPS = {
    "sparkasse": "de",
    "volksbank": "de",
    "raiffeisenbank": "de",
    "vr-bank": "de",
    "vrbank": "de",
    "kreissparkasse": "de",
    "raiffeisen": "at",
}


@dataclass(slots=True)
class Home:
    countries: set[str] = field(default_factory=set)
    suffixes: set[str] = field(default_factory=set)


@lru_cache(maxsize=4096)
def organisation(domain: str) -> str:
    """The part of a domain its owner registered: `hdfcbank.bank.in` of `alerts.hdfcbank.bank.in`, `chase.us.com` of `mail.chase.us.com`."""
    labels = domain.lower().strip(".").split(".")
    below = len(labels) > 2 and labels[-2] in SECOND_LEVEL and (len(labels[-1]) == 2 or labels[-2] == "bank")
    return ".".join(labels[-3 if below or (len(labels) > 2 and ".".join(labels[-2:]) in SOLD_BELOW) else -2 :])


def _homes() -> dict[str, Home]:
    homes: dict[str, Home] = {}
    for issuer in ISSUERS:
        for domain in issuer.domains:
            label, _, suffix = organisation(domain).partition(".")
            home = homes.setdefault(label, Home())
            home.suffixes.add(suffix)
            home.countries |= {issuer.country} | (
                {TOP_LEVEL[last]} if (last := suffix.rpartition(".")[2]) in TOP_LEVEL else set()
            )
    for labels in (*FAMOUS.items(), *BRANDS.items()):
        for label in (labels[0].replace(" ", ""), *labels[1]):
            homes.setdefault(label, Home())
    return homes


HOMES = _homes()


def strange_suffix(owner: str, shown: str, plain: Collection[str]) -> bool:
    """Whether a known label stands where its owner has no business; short ones and `plain` words only when `shown`, the name, says it, too."""
    label, _, suffix = owner.partition(".")
    home = HOMES.get(label)
    if home is None or owner in ALSO_THEIRS or suffix in home.suffixes or suffix in KEPT or not _claimed(label, shown, plain):
        return False
    above, _, last = suffix.rpartition(".")
    country = TOP_LEVEL.get(last)
    if country is None or suffix in SOLD_TO_ALL:
        return country not in home.countries
    return bool(above) and (above not in OF_COMPANIES or (above == "com" and last in WITHOUT_COM))


def _claimed(label: str, shown: str, plain: Collection[str]) -> bool:
    if len(label) > 5 and label not in plain:
        return True
    words = shown.split()
    said = label in words or any(word in BRANDS and label in BRANDS[word] for word in words)
    return said or any(label in labels for brand, labels in FAMOUS.items() if brand in shown)


def regional(owner: str, brand: str) -> bool:
    """Whether that is the brand's own name for one of its regions or, in a group of savings banks, of its towns."""
    label, _, suffix = owner.partition(".")
    rest = label.removeprefix(brand)
    if label == rest:
        return False
    return (
        rest.strip("-") in REGIONS and suffix == "com"
        if not rest.startswith("-")
        else GROUPS.get(brand) == suffix and rest.count("-") == 1
    )
