"""The hand-written mails: wordings the issuers use, values by seed. A new one goes into the module of its country and kind."""

from itertools import chain

from sandbox.mails import india_banks, india_cards, india_notices, india_wallets, private, world, world_notices
from sandbox.templates import Template

ALL: tuple[Template, ...] = tuple(
    chain.from_iterable(
        module.TEMPLATES for module in (india_banks, india_cards, india_wallets, india_notices, world, world_notices, private)
    )
)
