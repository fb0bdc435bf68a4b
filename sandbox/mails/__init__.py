"""The hand-written mails: wordings the issuers use, values by seed. A new one goes into the module of its country and kind."""

from itertools import chain

from sandbox.mails import (
    america,
    india_banks,
    india_cards,
    india_more_banks,
    india_notices,
    india_wallets,
    private,
    world,
    world_notices,
)  # fmt: skip
from sandbox.templates import Template

_MODULES = (india_banks, india_more_banks, india_cards, india_wallets, india_notices, america, world, world_notices, private)
ALL: tuple[Template, ...] = tuple(chain.from_iterable(module.TEMPLATES for module in _MODULES))
