from __future__ import annotations

from datetime import date, timedelta

import pytest

from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.domain.programme import parts
from castapp.domain.record import Record
from castapp.domain.records import KINDS
from castapp.domain.usual import usual
from castapp.services.sample import sample_book
from castapp.services.whatif import coming_shows, offers, what_if
from tests.builders import (
    FRIDAY,
    MONDAY,
    SATURDAY,
    SUNDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    call,
    company_book,
    role_line,
    show,
)

NIGHT = f"show-{THURSDAY.isoformat()}-1170"


def week(*more: list[Record]) -> Book:
    """Hana Kim, who is in the second cast, rehearses on Tuesday and has class on Friday."""
    return company_book(
        call("tue", 600, 90, day=TUESDAY, people=["hana-kim"]),
        call("fri", 615, 75, day=FRIDAY, kind="class", people=["hana-kim"]),
        *more,
    )


def test_a_role_adds_its_night_to_the_seven_days() -> None:
    tried = what_if(week(), "hana-kim", NIGHT, "spirits", 2, today=WEDNESDAY)
    assert (tried.before.usual.amount, tried.after.usual.amount) == (90.0, 185.0)
    assert (tried.before.shows, tried.after.shows) == (0, 1)
    assert tried.day == THURSDAY
    assert [cell.day for cell in tried.line][-1] == THURSDAY + timedelta(days=6)


def test_rest_runs_from_the_end_of_the_show_to_the_morning() -> None:
    tried = what_if(week(), "hana-kim", NIGHT, "spirits", 2, today=WEDNESDAY)
    assert tried.before.rest is not None
    end = 19 * 60 + 30 + 95
    assert tried.after.rest == 24 * 60 - end + 615


def test_the_book_itself_stays_as_it_was() -> None:
    book = week()
    before = [part.person_id for part in parts(book, coming_shows(book, MONDAY, SUNDAY)[0])]
    tried = what_if(book, "gia-kim", NIGHT, "queen", 1, today=WEDNESDAY)
    after = [part.person_id for part in parts(book, coming_shows(book, MONDAY, SUNDAY)[0])]
    assert before == after
    assert book.apply(tried.edit) != book


def test_the_known_days_are_not_reckoned_wrong() -> None:
    """The shortcut over known days gives what a fresh book gives."""
    today = date(2026, 10, 14)
    book = sample_book(today)
    night = coming_shows(book, today, today + timedelta(days=13))[2]
    who = next(part.person_id for part in parts(book, night) if part.cover and part.person_id)
    offer = offers(book, who, night.id)[0]
    tried = what_if(book, who, night.id, offer.role_id, offer.spot, today=today)
    again = what_if(sample_book(today), who, night.id, offer.role_id, offer.spot, today=today)
    assert (tried.before, tried.after) == (again.before, again.after)
    fresh = Book.of([record for kind in KINDS for record in book.apply(tried.edit).all(kind)])
    assert usual(fresh, who, night.day) == tried.after.usual


def test_rehearsals_of_the_role_are_told_apart() -> None:
    more = call("r", 700, 60, role_line("l", "spirits"), day=WEDNESDAY, production_id="lake")
    late = call("s", 700, 60, role_line("k", "spirits"), day=SATURDAY, production_id="lake")
    tried = what_if(week(more, late), "orr", NIGHT, "spirits", 1, today=WEDNESDAY)
    assert (tried.calls, tried.call_minutes) == (1, 60)
    danced = what_if(week(more, late), "fox", NIGHT, "queen", 1, today=WEDNESDAY)
    assert danced.calls == 0


def test_what_casting_would_break_is_found() -> None:
    double = show(THURSDAY, 14 * 60)
    tried = what_if(week(double), "paz", NIGHT, "spirits", 1, today=WEDNESDAY)
    assert tried.after.shows == 2
    with pytest.raises(Invalid, match="no spot 9"):
        what_if(week(), "paz", NIGHT, "spirits", 9, today=WEDNESDAY)


def test_roles_covered_come_first_and_those_danced_are_not_offered() -> None:
    found = offers(week(), "moss", NIGHT)
    assert found[0].role_id == "queen"
    assert found[0].covers
    assert "queen" not in {one.role_id for one in offers(week(), "vega", NIGHT)}
    spirits = next(one for one in found if one.role_id == "spirits")
    assert spirits.name == "Spirits 1"
    assert [one.role_id for one in found][-1] == "prince"


def test_only_shows_still_to_come_can_be_tried() -> None:
    book = week(show(FRIDAY), show(SUNDAY))
    assert [one.day for one in coming_shows(book, FRIDAY, SUNDAY)] == [FRIDAY, SUNDAY]
    assert coming_shows(book, MONDAY, TUESDAY) == ()
