"""An entry in words: names instead of ids, clocks instead of minutes, sealed things sealed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from castapp.domain.availability import Injury
from castapp.domain.company import COMPANY_ID, Company, RuleSetting
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.office import AcceptedBreach, Posting
from castapp.domain.record import Record
from castapp.services.absences import add_absence
from castapp.services.board import keep_template
from castapp.services.calls import change_call, remove_calls
from castapp.services.casting import cast_dancer
from castapp.services.history import (
    Entry,
    Told,
    is_founding,
    label_words,
    posts,
    tell,
    touches_person,
)
from castapp.services.sample import sample_edit
from castapp.store.entry import pack
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


def test_a_template_is_told_by_its_name() -> None:
    (told,) = tell(BOOK, keep_template(BOOK, "Class and lunch", [THURSDAY]))
    assert (told.what, told.verb) == ("template Class and lunch", "new")
    assert told.fields == (Told("name", "", "Class and lunch"), Told("span", "", "day"))


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


def _put(*records: Record) -> Edit:
    draft = Draft(BOOK)
    for record in records:
        draft.put(record)
    return draft.edit("Put")


def _told(*records: Record) -> list[Told]:
    return [field for one in tell(BOOK, _put(*records)) for field in one.fields]


def test_rules_are_named_and_so_are_their_numbers_and_grades() -> None:
    setting = RuleSetting("s", "meal", "within_hours", 5.0)
    severity = RuleSetting("t", "studio_twice", word="warning")
    assert _told(setting, severity) == [
        Told("rule", "", "Meal"),
        Told("limit", "", "within the first"),
        Told("value", "", "5"),
        Told("rule", "", "Studio used twice"),
        Told("how it speaks", "", "Warning"),
    ]


def test_weekdays_have_names() -> None:
    company = replace(BOOK.get(Company, COMPANY_ID), first_weekday=6, rulepack="de")
    told = {one.field: (one.before, one.after) for one in _told(company)}
    assert told["week begins on"] == ("Monday", "Sunday")
    assert "house" not in told["rule pack"]


def test_stamps_are_told_on_the_house_s_clock() -> None:
    posting = Posting("p", "callsheet", THURSDAY, 2, at="2026-10-14T12:53:20+00:00", by="Ada")
    told = {one.field: one.after for one in _told(posting)}
    assert told["at"] == "Wed 14 Oct 2026, 13.53"
    assert told["paper"] == "call sheet"
    assert posts(_put(posting))
    assert not posts(_put(posting).inverse())


def test_a_reason_given_with_a_posting_is_told_apart_from_what_is_accepted() -> None:
    breach = AcceptedBreach("a", "meal", "meal|2026-10-15|vega|day", "agreed", "Ada", THURSDAY)
    named = [one.what for one in tell(BOOK, _put(breach, replace(breach, id="b", key="p|meal|x")))]
    assert named == ["accepted breach", "reason given with the posting"]


def test_no_field_of_the_sample_is_told_in_code() -> None:
    said = [
        word
        for one in tell(BOOK, sample_edit(THURSDAY), most=100_000)
        for field in one.fields
        if field.field not in ("email", "phone")
        for word in (field.field, field.after)
    ]
    assert not [word for word in said if "_" in word or "+00:00" in word]


def test_what_is_called_new_is_new_once() -> None:
    at = datetime(2026, 10, 14, 9, tzinfo=UTC)
    first = Entry(1, "e", "New New studio", "Ada", "desk", at, None, pack(()))
    assert label_words(first) == "New studio"
    assert label_words(replace(first, label="New Annexe")) == "New Annexe"
    rule = replace(first, label="Change the rule studio twice")
    assert label_words(rule) == "Change the rule “Studio used twice”"
    assert is_founding(first)
    assert not is_founding(replace(first, sequence=2))
