from __future__ import annotations

from datetime import date, timedelta

import pytest

from castapp.domain.availability import Absence, Participation
from castapp.domain.book import Book
from castapp.domain.calls import Rating
from castapp.domain.record import Record
from castapp.domain.usual import LOAD, Usual, heat, usual
from tests.builders import MONDAY, call, company_book, dancer

SUNDAY = MONDAY + timedelta(days=6)
LANE = dancer("Zoe Lane")
WEEKS = (24, 26, 25, 27, 23, 28, 26, 25, 29, 24, 26, 27)


def history(*hours: float, last: date = SUNDAY) -> list[Record]:
    """A call every week, so that the weeks that end on `last` have these hours."""
    records: list[Record] = []
    for back, amount in enumerate(reversed(hours)):
        sunday = last - timedelta(days=7 * back)
        for n in range(5):
            if amount:
                day = sunday - timedelta(days=6 - n)
                minutes = round(amount * 12)
                records += call(f"c{day}", 600, minutes, people=["lane"], day=day)
    return records


def told(*hours: float, more: tuple[Record, ...] = (), day: date = SUNDAY) -> Usual:
    return usual(company_book(LANE, history(*hours), more), "lane", day)


def test_the_week_and_its_change() -> None:
    week = told(*WEEKS, 30)
    assert (week.amount, week.change) == (1800, 180)
    assert week.percent == pytest.approx(100 / 9)
    assert week.percentile == 100
    assert week.weeks == 11


def test_a_week_like_the_others_is_usual() -> None:
    assert told(*WEEKS, 27).state == "usual"


def test_a_much_bigger_week_is_far_above_and_a_smaller_far_below() -> None:
    assert told(*WEEKS, 34).state == "far above"
    assert told(*WEEKS, 17).state == "far below"


def test_the_usual_seven_days() -> None:
    """Median 26 h, 1.5 × 1.4826 h either side."""
    week = told(*WEEKS, 26)
    assert week.low == pytest.approx(60 * (26 - 1.5 * 1.4826))
    assert week.high == pytest.approx(60 * (26 + 1.5 * 1.4826))


def test_under_eight_changes_to_compare_the_history_is_building() -> None:
    week = told(*WEEKS[:8], 30)
    assert (week.state, week.z, week.percentile) == ("building history", None, None)
    assert week.note == "building history (7 of 8 weeks)"
    assert week.change == (30 - 25) * 60
    assert told(*WEEKS[:9], 30).z is not None


def test_under_seven_days_only_hours() -> None:
    week = told(10, day=MONDAY + timedelta(days=2))
    assert (week.amount, week.change) == (360, None)
    assert week.note == "building history (3 of 7 days)"


def test_equal_weeks_have_no_spread() -> None:
    week = told(*[25.0] * 10)
    assert (week.state, week.z, week.note) == ("no spread", None, "no spread")


def test_weeks_out_of_full_participation_are_no_history() -> None:
    low = MONDAY - timedelta(days=14)
    modified = Participation("p", "lane", low, "modified")
    full = Participation("q", "lane", low + timedelta(days=7), "full")
    with_all = told(*WEEKS, 27)
    without = told(*WEEKS, 27, more=(modified, full))
    assert (with_all.weeks, without.weeks) == (11, 9)


def test_weeks_away_are_no_history_but_a_free_day_is() -> None:
    day = MONDAY - timedelta(days=20)
    assert told(*WEEKS, 27, more=(Absence("a", "lane", day, day),)).weeks == 9
    assert told(*WEEKS, 27, more=(Absence("a", "lane", day, day, "free day"),)).weeks == 11


def test_after_a_fortnight_of_little_somebody_is_returning_for_four_weeks() -> None:
    weeks = (*WEEKS, 0, 0)
    back = told(*weeks, 13)
    assert (back.state, back.z, back.percentile) == ("returning", None, None)
    assert back.of_usual == pytest.approx(50)
    assert told(*weeks, 13, 18, 22, 26).state == "returning"
    assert told(*weeks, 13, 18, 22, 26, 26, 26).state != "returning"


@pytest.mark.parametrize(
    ("days", "after", "state"),
    [(7, 20, "returning"), (7, 28, "returning"), (7, 35, ""), (2, 10, "returning"), (2, 20, "")],
)
def test_after_leave_somebody_is_returning(days: int, after: int, state: str) -> None:
    """A week away counts for 28 days, a day or two while they lie in the weeks compared."""
    last = SUNDAY - timedelta(days=after)
    away = Absence("a", "lane", last - timedelta(days=days - 1), last, "guest engagement")
    found = told(*WEEKS, *WEEKS, 27, more=(away,))
    assert (found.state == "returning") is bool(state)
    off = Participation("p", "lane", last - timedelta(days=days - 1), "off")
    full = Participation("q", "lane", last + timedelta(days=1), "full")
    assert told(*WEEKS, *WEEKS, 27, more=(off, full)).state == found.state


def test_who_is_modified_is_not_on_leave() -> None:
    modified = Participation("p", "lane", SUNDAY - timedelta(days=9), "modified")
    assert told(*WEEKS, *WEEKS, 27, more=(modified,)).state == "usual"


def test_a_week_after_nothing_has_no_per_cent() -> None:
    assert told(*WEEKS, 0, 20).percent is None
    assert told(*WEEKS, 0).percent == -100


def test_days_nobody_has_planned_yet_get_no_band() -> None:
    assert told(*WEEKS, 27, day=SUNDAY + timedelta(days=30)).state == "not planned"


def test_the_heat_map_has_a_cell_a_day_for_everybody() -> None:
    book = company_book(LANE, history(*WEEKS, 27))
    first = MONDAY - timedelta(days=7)
    cells = heat(book, ("lane", "vega"), first, SUNDAY)
    assert [len(cells[who]) for who in ("lane", "vega")] == [14, 14]
    assert [cell.amount for cell in cells["lane"][:7]] == [324] * 5 + [0, 0]
    assert cells["lane"][-1].usual == usual(book, "lane", SUNDAY)
    assert sum(cell.shows for cell in cells["vega"]) == 1


def rated(*efforts: float) -> Book:
    records = history(*WEEKS, 27)
    ratings = [
        Rating(f"r{n}", "lane", effort, call_id=f"c{MONDAY + timedelta(days=n)}")
        for n, effort in enumerate(efforts)
    ]
    return company_book(LANE, records, ratings)


def test_load_needs_half_of_it_rated() -> None:
    little = usual(rated(5, 5), "lane", SUNDAY, LOAD, today=SUNDAY)
    enough = usual(rated(5, 5, 5), "lane", SUNDAY, LOAD, today=SUNDAY)
    assert (little.state, little.z) == ("half unknown", None)
    assert enough.coverage is not None
    assert enough.coverage >= 0.5
    assert enough.z is not None


def test_planned_days_need_no_ratings() -> None:
    ahead = usual(rated(), "lane", SUNDAY, LOAD, today=MONDAY - timedelta(days=10))
    assert ahead.coverage is None
    assert ahead.state not in ("half unknown", "building history")
