"""How a word of money that moved is written down.

(trigger, pattern or None, direction, kind or None): the trigger is looked for first, since that is fast; the pattern must hold around
it, and None means that the trigger says it all. A star before it lets it begin inside a word (kartenzahlung). A tilde before the trigger marks a word that goes with either
direction ("payment of … has been credited"). Matched in lower case. Of two that start together the longer wins: "sent you" over "sent".
"""

from app.domain.transaction import Direction, Kind

OUT, IN = Direction.DEBIT, Direction.CREDIT
Verb = tuple[str, str | None, Direction, Kind | None]
