"""The names swindlers claim, and the words they hang on them."""

import unicodedata

from app.parsing.brands import BRANDS, GENERIC_WORDS
from app.parsing.registry import ISSUERS
from app.parsing.suffixes import organisation

# Words that phishers hang on a brand with a hyphen: hdfcbank-notify.info, davivienda-alerts.com, secure-info6.citi.com.
BAIT = frozenset(
    "secure security alert alerts notify notification notifications verify verification support update updates account accounts login service services help center customer care online info mail seguridad segura seguro aviso avisos cliente clientes clienti client espaceclient acceso securite verification securise sicherheit kunde kunden umstellung sicher veilig beveiliging bezpieczny bezpieczenstwo guvenlik destek aktualizacja zabezpieczenia suporte seguranca atendimento netbanking internetbanking ibanking onlinebanking ebanking digibank kyc pan gov desk auth portal refund refunds receipt receipts billing id rewards claim dispute fraud payment payments deposit deposits directdeposit transfer transfers banking orders renewals invoice invoices gouv gob tax".split()
)
CHEAP = frozenset(
    "top xyz info cloud space website host support help services center digital-id pw cc gq tk ml cf ga men date stream vip cn.com pl.cc ph.net us.com ru.com sa.com in.net co.com eu.com za.com br.com gb.net jpn.com se.net click icu online site live buzz club shop vip work rest fit loan win bid cam quest cyou sbs bond lol monster".split()
)
# Names that stand in other companies' domains as plain words.
WORDS_OF_DAILY_LIFE = frozenset(
    "wise cash apple nab anz halifax allegro service live office dana maya ovo momo klarna norton binance interac chase discover ally square current affirm citizens target starling fidelity".split()
)


def _known() -> dict[str, frozenset[str]]:
    labels: dict[str, set[str]] = {brand: set(owned) | {brand} for brand, owned in BRANDS.items()}
    for issuer in ISSUERS:
        for alias in issuer.aliases:
            labels.setdefault(alias, set()).update(organisation(domain).split(".")[0] for domain in issuer.domains)
    return {brand: frozenset(owned) for brand, owned in labels.items()}


KNOWN = _known()
# Labels that are words of their own, too.
PLAIN_LABELS = (
    WORDS_OF_DAILY_LIFE | GENERIC_WORDS | frozenset("federal discovery privacy nationwide jupiter galicia interbank".split())
)


def _owned() -> dict[str, frozenset[str]]:
    """A registered label that is long enough to be a name of its own → all labels of the same owner."""
    owned: dict[str, frozenset[str]] = {}
    for issuer in ISSUERS:
        labels = {organisation(domain).split(".")[0] for domain in issuer.domains}
        known = frozenset(labels.union(*(KNOWN[alias] for alias in issuer.aliases)))
        for label in labels - PLAIN_LABELS:
            if len(label) > 5:
                owned[label] = owned.get(label, frozenset()) | known
    return owned


OWNED = _owned()


def plain(text: str) -> str:
    """Without blanks and accents, as a name stands in a domain."""
    bare = unicodedata.normalize(
        "NFD", text.replace("ı", "i").replace("ł", "l").replace("ø", "o").replace(" ", "").replace(".", "")
    )
    return "".join(char for char in bare if not unicodedata.combining(char))
