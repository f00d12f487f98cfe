"""Taken out of what one dances at the same time; what was danced already is asked about."""

from __future__ import annotations

from castapp.domain.casting import Danced, Performance
from castapp.domain.programme import parts
from castapp.services.castgrid.doubling import dance_alone, fill_what_can, overlaps
from castapp.services.castgrid.given import corrected, given_words
from castapp.services.casting import override, record_danced
from castapp.services.stagecraft import Wish
from tests.builders import FRIDAY, company_book, show

SHOW = "show-2026-10-15-1170"
BOOK = company_book(show(FRIDAY))


def test_she_is_taken_out_of_what_she_dances_then_as_one_edit() -> None:
    wish = Wish("queen", 1, "fox", performance_id=SHOW)
    assert overlaps(BOOK, wish) == (("spirits", 1),)
    edit = dance_alone(BOOK, wish)
    assert edit.label == "Fox dances Queen, Thu 15 Oct, and leaves Spirits 1"
    after = BOOK.apply(edit)
    held = {
        (one.role_id, one.spot): one.person_id
        for one in parts(after, after.get(Performance, SHOW))
        if not one.cover
    }
    assert (held["queen", 1], held["spirits", 1]) == ("fox", None)
    assert after.apply(edit.inverse()) == BOOK


def test_what_can_be_is_filled_and_what_not_is_said() -> None:
    wishes = [
        Wish("queen", 1, "fox", performance_id=SHOW),
        Wish("queen", 1, "paz", performance_id=f"show-{FRIDAY}-1170"),
    ]
    edit, left = fill_what_can(BOOK, wishes, "Two nights")
    assert left == ("Thu 15 Oct: Fox dances Spirits 1 then",)
    assert len(edit.changes) == 1


def test_a_night_that_was_danced_is_asked_about_and_its_record_corrected() -> None:
    assert given_words(BOOK, SHOW) == ""
    given = BOOK.apply(record_danced(BOOK, SHOW))
    assert given_words(given, SHOW) == "Thu 15 Oct has been danced; this corrects the record."
    edit = corrected(given, override(given, SHOW, "queen", 1, "moss"))
    after = given.apply(edit)
    danced = {one.role_id: one.person_id for one in after.where(Danced, "performance_id", SHOW)}
    assert danced["queen"] == "moss"
    assert edit.label == "Moss dances Queen, Thu 15 Oct"
