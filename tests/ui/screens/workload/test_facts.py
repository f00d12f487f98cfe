"""One dancer's month in words: facts, a role tried, and never a word of risk."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from castapp.domain.book import Book
from castapp.domain.people import Person
from castapp.domain.programme import parts
from castapp.domain.usual import LOAD
from castapp.services.sample import sample_book
from castapp.services.whatif import WhatIf, coming_shows, offers, what_if
from castapp.ui.screens.workload import sentences
from castapp.ui.screens.workload.facts import curve, person_facts, tried_lines
from castapp.ui.screens.workload.present import Question

TODAY = date(2026, 10, 14)
STAFF = Question(TODAY, TODAY, banded=False)
BANDED = Question(TODAY, TODAY, banded=True)


@pytest.fixture(scope="module")
def book() -> Book:
    return sample_book(TODAY)


@pytest.fixture(scope="module")
def tried(book: Book) -> tuple[str, WhatIf]:
    """A cover of a coming show who does not dance that night, and the week with the role."""
    for night in coming_shows(book, TODAY, TODAY + timedelta(days=13)):
        placed = parts(book, night)
        dances = {part.person_id for part in placed if not part.cover}
        for part in placed:
            who = part.person_id
            if part.cover and who and who not in dances:
                offer = offers(book, who, night.id)[0]
                return who, what_if(book, who, night.id, offer.role_id, offer.spot, today=TODAY)
    raise AssertionError("the sample has no cover who is free")


def test_staff_without_bands_see_hours_only(book: Book, tried: tuple[str, WhatIf]) -> None:
    who, change = tried
    shown = person_facts(book, who, STAFF)
    said = " ".join(f"{line.label} {line.value}" for line in shown.lines)
    assert "percentile" not in said
    assert "history" not in shown.about
    assert curve(book, who, STAFF).low is None
    lines = tried_lines(book, who, change, STAFF)
    assert not any("percentile" in line.value for line in lines)
    assert {line.tone for line in lines} == {"t1"}
    assert "unusual" not in sentences.tried_sentence(book, who, change, banded=False)


def test_the_facts_of_a_dancer(book: Book, tried: tuple[str, WhatIf]) -> None:
    who, _ = tried
    shown = person_facts(book, who, BANDED)
    labels = [line.label for line in shown.lines]
    assert labels[0] == "7 days to Tue 20 Oct"
    for part in ("own weeks", "Performances to", "Longest break", "Days since", "By activity"):
        assert any(part in label for label in labels)
    assert "weeks of history" in shown.about
    load = person_facts(book, who, replace(BANDED, measure=LOAD))
    assert any(line.value.endswith("AU") for line in load.lines)


def test_the_curve_has_a_day_each_and_the_role_on_top(
    book: Book, tried: tuple[str, WhatIf]
) -> None:
    who, change = tried
    shown = curve(book, who, BANDED, change)
    assert [one.day for one in shown.points] == BANDED.days
    assert [one.planned for one in shown.points] == [day >= TODAY for day in BANDED.days]
    assert shown.low is not None
    assert shown.high is not None
    assert shown.low < shown.high
    assert shown.tried[0].day == change.day
    usual = {one.day: one.week for one in shown.points}
    assert shown.tried[0].week > usual[change.day]
    assert shown.tried_words.startswith("with ")


def test_a_role_tried_is_said_before_and_after(book: Book, tried: tuple[str, WhatIf]) -> None:
    who, change = tried
    lines = {line.label: line for line in tried_lines(book, who, change, BANDED)}
    assert lines["Performances in 7 days"].value == str(change.before.shows + 1)
    assert lines["Performances in 7 days"].before == str(change.before.shows)
    said = sentences.tried_sentence(book, who, change, banded=True)
    assert "7 days to" in said
    assert "% higher" in said


def test_no_recent_load_is_not_compared(book: Book, tried: tuple[str, WhatIf]) -> None:
    who, change = tried
    nothing = replace(change.before, usual=replace(change.before.usual, amount=0.0))
    said = sentences.tried_sentence(book, who, replace(change, before=nothing), banded=True)
    assert "there is no recent load to compare" in said
    assert "%" not in said
    same = sentences.tried_sentence(book, who, replace(change, after=change.before), banded=True)
    assert "stay as they are" in same


def test_hours_and_their_change_are_two_measures_each_by_its_name(
    book: Book, tried: tuple[str, WhatIf]
) -> None:
    who, change = tried
    labels = [line.label for line in person_facts(book, who, BANDED).lines]
    assert any(label.startswith("Hours among") for label in labels)
    assert "Change from the 7 days before" in labels
    far = replace(change.after.usual, state="far below", z=-2.5, change=-300.0, percentile=0.0)
    less = replace(change.before.usual, state="far below", z=-3.0, change=-400.0, percentile=0.0)
    milder = replace(
        change, after=replace(change.after, usual=far), before=replace(change.before, usual=less)
    )
    told = {line.label: line for line in tried_lines(book, who, milder, BANDED)}
    assert {line.tone for line in told.values()} == {"t1"}
    worse = replace(milder, after=milder.before, before=milder.after)
    told = {line.label: line for line in tried_lines(book, who, worse, BANDED)}
    assert [label for label, line in told.items() if line.tone == "breach"] == [
        "Change from the 7 days before"
    ]
    assert told["Change from the 7 days before"].value == "−6 h 40"
    said = sentences.tried_sentence(book, who, milder, banded=True)
    assert "From the 7 days before, that is a very unusual drop for" in said


@pytest.mark.parametrize(("number", "word"), [(1, "1st"), (2, "2nd"), (11, "11th"), (94, "94th")])
def test_percentiles_are_ordinals(number: int, word: str) -> None:
    assert sentences.ordinal(number) == word


@pytest.mark.parametrize(
    ("gender", "whose", "whom"), [("F", "her", "her"), ("M", "his", "him"), ("", "their", "them")]
)
def test_pronouns_follow_the_person(gender: str, whose: str, whom: str) -> None:
    who = Person("p", "Alex", "Roe", gender=gender)
    assert (sentences.pronoun(who), sentences.pronoun(who, "whom")) == (whose, whom)


def test_the_footer_says_what_load_is_not(book: Book, tried: tuple[str, WhatIf]) -> None:
    who, change = tried
    assert sentences.FOOTER.startswith(
        "Load describes work done or planned. It does not predict injury for an individual."
    )
    assert "HR 1.27 per SD, 95 % CI 1.06–1.53" in sentences.FOOTER
    for banded in (True, False):
        assert "risk" not in sentences.tried_sentence(book, who, change, banded=banded)
