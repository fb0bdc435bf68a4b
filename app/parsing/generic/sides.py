"""Which side a block of a table is of: "Datos de origen" above a name and an account, "Recipient details" above others."""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.parsing.generic.pairs import Pair

_OF = r"(?:(?:datos|dados|dati|detalles?|données|informations?|angaben) (?:d[eo]l?(?: l[ao])?|d[aiu]|della?|du|de l'|d'|zum|zur) ?)?"
OURS = re.compile(
    rf"{_OF}(?:(?:cuenta|conta|conto|compte) (?:de )?)?(?:orige[nm]|ordenante|remitente|ordinante|pagador|émetteur|quem pagou"
    rf"|donneur d'ordre|absender|auftraggeber)"
    r"|(?:sender|payer|source|debit account|from|remitter)(?:'s)? (?:details?|information|account)",
    re.I,
)
THEIRS = re.compile(
    rf"{_OF}(?:(?:cuenta|conta|conto|compte) (?:de )?)?(?:destino|destinatario|beneficiario|recebedor|favorecido|quem recebeu"
    rf"|bénéficiaire|destinataire|empfängers?|beneficiário)"
    r"|(?:recipient|beneficiary|payee|receiver|destination)(?:'s)? (?:details?|information|account)",
    re.I,
)
BLOCKS = ((OURS, "payer", "from"), (THEIRS, "payee", "to"))
LONGEST = 36
# What names whoever the block is of.
HOLDER = re.compile(
    r"\W*(?:nombre(?: y apellidos?)?|nome|name|nom|titular|titolare|intestatario|holder|account (?:holder|name)|razón social)\W*",
    re.I,
)


def told_apart(lines: Sequence[tuple[str, ...]], pairs: list[Pair]) -> list[Pair]:
    """The pairs with what their block says of them: whose name, whose account."""
    heads = [(row, *found) for row, cells in enumerate(lines[:200]) if len(cells) == 1 and (found := _side(cells[0]))]
    if not heads:
        return pairs
    return [_placed(pair, heads) for pair in pairs]


def _side(cell: str) -> tuple[str, str] | None:
    text = cell.strip(" :")
    if len(text) > LONGEST:
        return None
    return next(((field, word) for pattern, field, word in BLOCKS if pattern.fullmatch(text)), None)


def _placed(pair: Pair, heads: Sequence[tuple[int, str, str]]) -> Pair:
    above = [head for head in heads if head[0] < pair.row]
    if not above:
        return pair
    _, field, word = above[-1]
    if pair.field in {"payee", "payer"} and HOLDER.fullmatch(pair.label):
        return replace(pair, field=field)
    return replace(pair, label=f"{word} {pair.label}") if pair.field == "ownaccount" else pair
