"""What a worker makes before it has children."""

from app.parsing.ready import make_ready, sentences_of
from app.parsing.registry import ISSUERS
from app.parsing.sentences import compile_sentence


def test_no_sentence_is_left_to_be_compiled_at_work() -> None:
    make_ready()
    before = compile_sentence.cache_info().misses
    for issuer in ISSUERS:
        for sentence in sentences_of(issuer):
            compile_sentence(sentence)
    assert compile_sentence.cache_info().misses == before
