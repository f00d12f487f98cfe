"""An entry in words: names instead of ids, clocks instead of minutes, sealed things sealed."""

from __future__ import annotations

from castapp.domain.availability import Injury
from castapp.domain.draft import Draft
from castapp.services.absences import add_absence
from castapp.services.calls import change_call, remove_calls
from castapp.services.casting import cast_dancer
from castapp.services.history import Told, tell, touches_person
from tests.builders import FRIDAY, THURSDAY, call, company_book, role_line

BOOK = company_book(
    call("c1", 660, 60, role_line("l", "queen", "cast-1"), production_id="lake", lead_id="hall")
)


def test_fields_are_told_with_names_and_clocks() -> None:
    edit = change_call(
        BOOK, "c1", start=690, minutes=75, studio_id="studio-2", lead_id=None, day=FRIDAY
    )
    (told,) = tell(BOOK, edit)
    assert (told.what, told.verb) == ("call Lake, Fri 16 Oct", "changed")
    assert told.fields == (
        Told("day", "Thu 15 Oct 2026", "Fri 16 Oct 2026"),
        Told("start", "11.00", "11.30"),
        Told("length", "1 h", "1 h 15"),
        Told("studio", "Studio 1", "Studio 2"),
        Told("lead", "Rosa Hall", ""),
    )


def test_what_is_removed_is_told_too() -> None:
    told = tell(BOOK, remove_calls(BOOK, ["c1"]))
    assert [one.verb for one in told] == ["removed", "removed"]
    assert Told("casts", "1st", "") in told[0].fields


def test_people_behind_records_are_named() -> None:
    (told,) = tell(BOOK, cast_dancer(BOOK, "cast-1", "queen", 1, "paz"))
    assert told.fields == (Told("person", "Ada Vega", "Eva Paz"),)
    (away,) = tell(BOOK, add_absence(BOOK, "vega", THURSDAY, kind="guest engagement"))
    assert away.what == "absence Ada Vega"


def test_a_sealed_record_tells_nothing() -> None:
    draft = Draft(BOOK)
    draft.put(Injury("i", "vega", "c2VhbGVk"))
    (told,) = tell(BOOK, draft.edit("Changed a sealed record"))
    assert (told.what, told.fields) == ("sealed record", ())


def test_entries_are_found_by_person() -> None:
    edit = cast_dancer(BOOK, "cast-1", "queen", 1, "paz")
    assert touches_person(edit, "vega")
    assert touches_person(edit, "paz")
    assert not touches_person(edit, "fox")
