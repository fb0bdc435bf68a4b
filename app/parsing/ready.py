"""Everything the reader makes at its first use, made at once: for a process whose children are to share it."""

from itertools import chain

from app.parsing.enrichment import enrich
from app.parsing.formats import Format, Issuer
from app.parsing.reader import parse
from app.parsing.registry import ISSUERS
from app.parsing.samples import as_mail
from app.parsing.sentences import compile_sentence


def make_ready() -> None:
    """Compile every sentence, and read a mail of every format: the words of enrichment and the guards are made by that."""
    for issuer in ISSUERS:
        for sentence in sentences_of(issuer):
            compile_sentence(sentence)
        for sample in (form.sample for form in issuer.formats if form.sample):
            for transaction in parse(as_mail(issuer, sample)).transactions:
                enrich(transaction, issuer=issuer.key)


def sentences_of(issuer: Issuer) -> list[str]:
    """All that an issuer's mails are compared with."""
    main = [form.sentence for form in issuer.formats if isinstance(form, Format)]
    beside = chain.from_iterable(form.also for form in issuer.formats)
    return [*main, *beside, *(notice.sentence for notice in issuer.notices)]
