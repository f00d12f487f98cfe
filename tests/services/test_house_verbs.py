"""The verbs on people, absences, performances and the house itself."""

from __future__ import annotations

from datetime import date

import pytest

from castapp.domain.availability import Absence, Participation, Restriction
from castapp.domain.calls import Call
from castapp.domain.casting import BillItem, Correction, Partnership, Performance
from castapp.domain.checks import Invalid
from castapp.domain.company import Company, RuleSetting, Studio
from castapp.domain.edit import Change, Edit
from castapp.domain.office import Told
from castapp.domain.people import CareerLine, Engagement, Person
from castapp.domain.roster import rank
from castapp.services.absences import add_absence, remove_absence, set_participation
from castapp.services.company import (
    change_company,
    found_company,
    remove_site,
    remove_studio,
    set_limit,
    set_severity,
)
from castapp.services.people import (
    add_career_line,
    add_person,
    change_person,
    engage,
    remove_person,
)
from castapp.services.performances import (
    change_performance,
    create_performance,
    remove_performance,
)
from tests.builders import FRIDAY, THURSDAY, call, company_book

BOOK = company_book(call("c1", 600, 30, people=["vega"]))
SHOW = f"show-{THURSDAY.isoformat()}-1170"


def test_a_new_company_has_somewhere_to_begin() -> None:
    from castapp.domain.book import Book

    book = Book.of(()).apply(found_company("New Ballet", "Europe/Madrid", paper="Letter"))
    assert next(iter(book.all(Company))).paper == "Letter"
    assert {studio.kind for studio in book.all(Studio)} == {"studio", "stage"}


def test_names_are_tidied_on_the_way_in() -> None:
    person = Person("new", "Nina", "<b>Sol</b>")
    after = BOOK.apply(add_person(BOOK, person, Engagement("e", "", THURSDAY, rank="Corps")))
    assert after.get(Person, "new").family == "<b>Sol</b>"
    assert rank(after, "new", THURSDAY) == "Corps"
    renamed = after.apply(change_person(after, "new", family="Sol\u202e  Ito"))
    assert renamed.get(Person, "new").name == "Nina Sol Ito"


def test_a_promotion_ends_the_contract_before() -> None:
    after = BOOK.apply(engage(BOOK, "paz", FRIDAY, rank="Principal"))
    assert rank(after, "paz", THURSDAY) == "Soloist"
    assert rank(after, "paz", FRIDAY) == "Principal"
    assert after.get(Engagement, "e-paz").last == THURSDAY


def test_whoever_is_cast_stays() -> None:
    with pytest.raises(Invalid, match="end the engagement instead"):
        remove_person(BOOK, "vega")
    with_new = BOOK.apply(add_person(BOOK, Person("new", "Nina", "Sol")))
    lines = with_new.apply(
        add_career_line(with_new, CareerLine("k", "new", "Giselle", "Giselle", "Paris", "2018"))
    )
    noted = lines.apply(
        Edit(
            "Note",
            (
                Change(None, Partnership("w", "new", "vega")),
                Change(None, Partnership("x", "moss", "new", "apart")),
                Change(None, Correction("c", "new", "queen", "knows")),
                Change(None, Told("t", "new", SHOW, "not in it")),
            ),
        )
    )
    assert noted.apply(remove_person(noted, "new")) == BOOK


def test_nobody_coaches_themselves() -> None:
    with pytest.raises(Invalid, match="their own coach"):
        change_person(BOOK, "vega", coach_id="vega")


def test_an_absence_comes_and_goes() -> None:
    after = BOOK.apply(add_absence(BOOK, "vega", THURSDAY, FRIDAY, kind="guest engagement"))
    (absence,) = after.all(Absence)
    assert after.apply(remove_absence(after, absence.id)) == BOOK
    with pytest.raises(Invalid, match="before it begins"):
        add_absence(BOOK, "vega", FRIDAY, THURSDAY)


def test_participation_of_one_day_is_one_record() -> None:
    off = BOOK.apply(set_participation(BOOK, "vega", THURSDAY, "off", review=FRIDAY))
    edit = set_participation(off, "vega", THURSDAY, "modified", [Restriction("no_jumps")])
    (record,) = off.apply(edit).all(Participation)
    assert (record.status, record.restrictions) == ("modified", (Restriction("no_jumps"),))
    assert edit.label == "Set Ada Vega to modified"


def test_a_performance_is_put_on_changed_and_taken_out() -> None:
    after = BOOK.apply(create_performance(BOOK, FRIDAY, 840, "stage", ["lake"], "reyes"))
    (show,) = after.where(Performance, "day", FRIDAY)
    moved = after.apply(change_performance(after, show.id, curtain=870))
    assert moved.get(Performance, show.id).curtain == 870
    told = moved.apply(Edit("Tell", (Change(None, Told("t", "vega", show.id, "Queen")),)))
    gone = told.apply(remove_performance(told, show.id))
    assert gone == BOOK
    assert not gone.where(BillItem, "performance_id", show.id)


def test_a_performance_given_stays() -> None:
    given = BOOK.apply(change_performance(BOOK, SHOW, state="given"))
    with pytest.raises(Invalid, match="has been given"):
        remove_performance(given, SHOW)
    with pytest.raises(Invalid, match="needs a production"):
        create_performance(BOOK, FRIDAY, 840, None, [])


def test_a_studio_removed_under_its_calls_unplaces_them() -> None:
    after = BOOK.apply(remove_studio(BOOK, "studio-1"))
    assert after.get(Call, "c1").studio_id is None
    with pytest.raises(Invalid, match="has performances"):
        remove_studio(BOOK, "stage")
    with pytest.raises(Invalid, match="still has studios"):
        remove_site(BOOK, "site-annexe")


def test_the_companys_own_limits() -> None:
    after = BOOK.apply(set_limit(BOOK, "span", "hours", 8.5, "agreed locally"))
    again = after.apply(set_limit(after, "span", "hours", 8.0))
    assert [one.value for one in again.all(RuleSetting)] == [8.0]
    assert again.apply(set_limit(again, "span", "hours", None)) == BOOK
    silent = BOOK.apply(set_severity(BOOK, "span", "off"))
    assert silent.apply(set_severity(silent, "span", "")) == BOOK


def test_the_company_keeps_to_real_time_zones() -> None:
    with pytest.raises(Invalid, match="not a time zone"):
        change_company(BOOK, zone="Moon/Base")
    assert BOOK.apply(change_company(BOOK, zone="Asia/Tokyo")).count(Company) == 1
    assert date(2026, 10, 15) == THURSDAY
