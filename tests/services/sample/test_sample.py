"""The sample company is what it promises to be, the same every time, around any day."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import pairwise

import pytest

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import BillItem, Cast, Performance
from castapp.domain.codec import from_plain, to_plain
from castapp.domain.company import Company, Journey, Site, Studio
from castapp.domain.edit import Edit
from castapp.domain.people import Engagement, Person
from castapp.domain.programme import title
from castapp.domain.record import Record
from castapp.domain.records import KINDS
from castapp.domain.roster import company, dancers, inside_name, rank
from castapp.services.sample import sample_book, sample_edit
from castapp.services.sample.casts import production_id
from tests.services.sample.days import ODD_DAYS, WEDNESDAY, WEEK, book_of, week_of


def test_sixty_four_dancers_in_six_ranks_and_nine_staff() -> None:
    book = book_of(WEDNESDAY)
    ranks = Counter(rank(book, who.id, WEDNESDAY) for who in dancers(book, WEDNESDAY))
    assert ranks.total() == 64
    assert tuple(company(book).ranks) == (
        "Principal", "First soloist", "Soloist", "Coryphée", "Corps", "Apprentice",
    )  # fmt: skip
    assert set(ranks) == set(company(book).ranks)
    assert book.count(Person) - ranks.total() == 9
    assert book.count(Engagement) == book.count(Person)


def test_five_studios_on_two_sites_and_a_stage() -> None:
    book = book_of(WEDNESDAY)
    kinds = Counter(studio.kind for studio in book.all(Studio))
    assert kinds == {"studio": 5, "stage": 1}
    assert len({one.site_id for one in book.all(Studio) if one.kind == "studio"}) == 2
    assert book.count(Site) == 2
    assert [one.minutes for one in book.all(Journey)] == [15]


@pytest.mark.parametrize("today", [*WEEK, *ODD_DAYS])
def test_the_performances_of_ten_weeks(today: date) -> None:
    book = book_of(today)
    runs = Counter(title(book, show) for show in book.all(Performance))
    assert runs["Swan Lake"] == 12
    assert runs["Giselle"] == 8
    assert len(runs) == 3
    by_day = Counter(show.day for show in book.all(Performance))
    assert [day.weekday() for day, shows in by_day.items() if shows > 1] == [5]
    for show in book.all(Performance):
        assert (show.state == "given") is (show.day < today)
        assert week_of(today, -6)[0] <= show.day <= week_of(today, 3)[-1]


def test_three_casts_of_swan_lake_each_with_covers() -> None:
    book = book_of(WEDNESDAY)
    lake = production_id("swan_lake")
    casts = book.where(Cast, "production_id", lake)
    assert sorted(cast.name for cast in casts) == ["1st", "2nd", "3rd"]
    taken = Counter(item.cast_id for item in book.where(BillItem, "production_id", lake))
    assert set(taken) == {cast.id for cast in casts}
    assert set(taken.values()) == {4}


@pytest.mark.parametrize("today", [*WEEK, *ODD_DAYS])
def test_about_eight_hundred_calls(today: date) -> None:
    book = book_of(today)
    first = week_of(today, -6)[0]
    in_ten_weeks = sum(call.day >= first for call in book.all(Call))
    assert 720 <= in_ten_weeks <= 820
    assert 780 <= book.count(Call) <= 900
    assert {call.day.weekday() for call in book.all(Call)} == {0, 1, 2, 3, 4, 5}


def test_every_kind_of_work_is_in_it() -> None:
    kinds = {call.kind for call in book_of(WEDNESDAY).all(Call)}
    assert kinds >= {
        "class", "rehearsal", "coaching", "stage call", "stage and orchestra", "dress", "warm-up",
        "fitting", "physio", "conditioning", "press", "crew",
    }  # fmt: skip


def test_names_are_of_many_places_and_namesakes_are_told_apart() -> None:
    book = book_of(WEDNESDAY)
    surnames = {who.surname for who in book.all(Person)}
    assert {"van der Meer", "Ortega-Ruiz", "Novák", "Ekström"} <= surnames
    hales = [inside_name(book, who.id) for who in book.all(Person) if who.family == "Hale"]
    assert sorted(hales) == ["Hale I.", "Hale J."]
    meer = next(who for who in book.all(Person) if who.family == "van der Meer")
    assert meer.sort_key[0] == "meer"
    assert all(who.email.isascii() for who in book.all(Person))
    assert all(who.email.endswith("@example.org") for who in book.all(Person))


@pytest.mark.parametrize("today", [WEDNESDAY, *ODD_DAYS])
def test_every_record_is_valid_and_points_at_one_that_is_there(today: date) -> None:
    book = book_of(today)
    known = {record.id for kind in KINDS for record in book.all(kind)}
    for kind in KINDS:
        for record in book.all(kind):
            assert from_plain(to_plain(record)) == record
            missing = [one for one in _pointers(record) if one not in known]
            assert not missing, (record, missing)


def test_the_same_day_gives_the_same_company() -> None:
    assert sample_book(WEDNESDAY) == book_of(WEDNESDAY)


def test_two_days_give_the_same_people_around_other_days() -> None:
    one, other = book_of(WEEK[0]), book_of(ODD_DAYS[0])
    assert {who.id for who in one.all(Person)} == {who.id for who in other.all(Person)}
    assert one.get(Company, "company") == other.get(Company, "company")
    assert not {call.id for call in one.all(Call)} & {call.id for call in other.all(Call)}


def test_the_edit_makes_the_book_and_names_each_record_once() -> None:
    edit: Edit = sample_edit(WEDNESDAY)
    assert Book.of(()).apply(edit) == book_of(WEDNESDAY)
    ids = [(change.kind, change.id) for change in edit.changes]
    assert len(ids) == len(set(ids))


def test_the_edit_can_be_written_in_its_order() -> None:
    written: set[str] = set()
    for change in sample_edit(WEDNESDAY).changes:
        late = [one for one in _pointers(change.record) if one not in written]
        assert not late, (change.record, late)
        written.add(change.id)


def test_a_week_later_is_a_week_later() -> None:
    for today, after in pairwise([WEEK[2], date(2026, 10, 21)]):
        shows = sorted(show.day for show in book_of(today).all(Performance))
        later = sorted(show.day for show in book_of(after).all(Performance))
        assert {(b - a).days for a, b in zip(shows, later, strict=True)} == {7}


def _pointers(record: Record) -> list[str]:
    found: list[str] = []
    for name in type(record).__dataclass_fields__:
        value = getattr(record, name)
        if name.endswith("_id") and value:
            found.append(value)
        if name == "cast_ids" or (name == "sections" and isinstance(record, Call)):
            found.extend(value)
    return found
