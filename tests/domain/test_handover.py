"""What was changed because somebody is off, read back from the records."""

from __future__ import annotations

from castapp.domain.casting import Override
from castapp.domain.handover import Reason, changed_covers, reason_of, reason_words, replaced_words
from tests.builders import THURSDAY, company_book


def test_a_reason_is_taken_apart_as_it_was_put_together() -> None:
    book = company_book()
    assert reason_of(book, reason_words(book, "vega")) == Reason("vega")
    further = replaced_words(book, "vega", "fox")
    assert further == "Ada Vega off, for Isa Fox"
    reason = reason_of(book, further)
    assert reason is not None
    assert (reason.root_id, reason.replaced) == ("vega", "Isa Fox")
    assert replaced_words(book, "vega", "vega") == "Ada Vega off"


def test_other_words_are_no_reason() -> None:
    book = company_book()
    for text in ("Guest night", "Nobody here off", "Ada Vega offers it", ""):
        assert reason_of(book, text) is None


def test_a_covers_place_tells_who_had_it() -> None:
    one = Override("o", "show-2026-10-15-1170", "queen", 1, "paz", 1, why="Ada Vega off")
    (found,) = changed_covers(company_book([one]), THURSDAY, THURSDAY)
    assert (found.in_id, found.out_id, found.cover) == ("paz", "vega", 1)
    assert changed_covers(company_book([one]), THURSDAY, THURSDAY, {"moss"}) == ()
