"""Who sends from which domain: every module of `issuers` names its issuers, found here at import."""

import importlib
import pkgutil
from pathlib import Path
from types import MappingProxyType, ModuleType

from app.parsing import issuers as _package
from app.parsing.formats import Issuer
from app.parsing.sentences import FormatError


def _discover() -> tuple[Issuer, ...]:
    found: list[Issuer] = []
    for module in sorted(pkgutil.iter_modules(_package.__path__), key=lambda info: info.name):
        found.extend(issuers_in(importlib.import_module(f"{_package.__name__}.{module.name}")))
    return tuple(found)


def issuers_in(module: ModuleType) -> tuple[Issuer, ...]:
    """What a module declares. An empty file declares nothing: a shell makes it so before `new-format MAIL.eml > FILE` runs."""
    declared: tuple[Issuer, ...] | None = getattr(module, "ISSUERS", None)
    if declared is None and Path(str(module.__file__)).stat().st_size:
        raise FormatError(f"{module.__name__} declares no ISSUERS")
    return declared or ()


def _by_domain(every: tuple[Issuer, ...]) -> dict[str, Issuer]:
    owners: dict[str, Issuer] = {}
    for issuer in every:
        for domain in issuer.domains:
            if owners.setdefault(domain, issuer) is not issuer:
                raise FormatError(f"{domain} belongs to both {owners[domain].key} and {issuer.key}")
    return owners


ISSUERS = _discover()
BY_DOMAIN = MappingProxyType(_by_domain(ISSUERS))


def issuer_of(domain: str) -> Issuer | None:
    """The issuer that owns the domain or a parent of it."""
    labels = domain.lower().rstrip(".").split(".")
    for start in range(min(len(labels) - 1, 8)):
        if issuer := BY_DOMAIN.get(".".join(labels[start:])):
            return issuer
    return None
