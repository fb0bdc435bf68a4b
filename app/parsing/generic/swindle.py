"""What only a swindler's receipt asks for: to be called by whoever wants the money back, or to be sent some of it."""

import re

PHONE = re.compile(r"(?<![\w.])\+?\(?\d[\d\s().\-]{7,17}\d(?![\w,.]?\d)")
BEFORE, BEHIND = 90, 40  # characters around a number
REACH = re.compile(
    r"\b(?:call|phone|dial|ring|reach|contact|help-?desk|help ?line|hot ?line|line|desk|toll[- ]?free|speak|llame|llama"
    r"|appelez|anrufen|rufen|chiama(?:te)?|ligue|bel|zadzwoń|arayın|hubungi)\b"
)
UNDO = re.compile(
    r"\b(?:cancel(?! (?:or (?:change|modify) )?(?:your |the |this |a )?(?:booking|reservation|trip|ride|appointment|flight"
    r"|stay|ticket|subscription|membership|delivery))|stop|dispute|refund(?! policy)|did ?n[o']t|did not|not (?:you|yours"
    r"|authori[sz]ed)|isn't yours|unauthori[sz]ed|fraud|revers\w+|wrong|anul\w+|cancelar|reembols\w+|annuler|rembours\w+"
    r"|storn\w+|annull\w+|rimbors\w+|estorn\w+|annuleren|anuluj\w*|iptal|batalkan)\b"
)
SEND_BACK = re.compile(
    r"\b(?:return|send (?:it |us )?back|give back|repay|refund us)\b[^\n.]{0,70}\b(?:gift cards?|difference|excess"
    r"|overpa\w+)\b|\b(?:sent|paid|refunded|credited|transferred) (?:you )?too much\b|\bclearance (?:fee|charge)\b"
    r"|\bby paying (?:the|a)\b"
)
MOST_NUMBERS = 4


def wants_a_call(lowered: str) -> bool:
    """ "To cancel, call +1 (808) …": nobody's account is debited by a shop that has to be phoned to undo it."""
    for found, _ in zip(PHONE.finditer(lowered), range(MOST_NUMBERS), strict=False):
        around = lowered[max(0, found.start() - BEFORE) : found.end() + BEHIND]
        digits = sum(char.isdigit() for char in found.group())
        if digits >= 9 and REACH.search(around) and UNDO.search(around):
            return True
    return False


def wants_money_back(lowered: str) -> bool:
    return SEND_BACK.search(lowered) is not None
