from __future__ import annotations

from castapp.domain.calls import Called
from castapp.export.callboard import said
from castapp.export.dancerweek import dancer_week
from castapp.export.weeksheet import week_sheet
from tests.builders import FRIDAY, SATURDAY, SUNDAY, THURSDAY, call, company_book, show
from tests.export.day import full_day, reissued_day
from tests.export.neutral import as_text, golden


def words(person_id: str, *more: list[object]) -> list[str]:
    week = dancer_week(full_day(*more), person_id, THURSDAY)  # type: ignore[arg-type]
    return [said(line.words) for day in week.days for line in day.lines]


def test_the_whole_week_sheet() -> None:
    assert as_text(week_sheet(reissued_day(), THURSDAY)) == golden("week.txt")


def test_the_whole_own_week() -> None:
    assert as_text(dancer_week(reissued_day(), "moss", THURSDAY)) == golden("dancer-week.txt")


def test_private_bookings_are_on_the_own_week_alone() -> None:
    assert "Your booked time" in words("moss")
    assert "Your booked time" not in words("vega")
    assert "15.45" not in as_text(week_sheet(full_day(), THURSDAY))


def test_it_says_where_one_is_not_called() -> None:
    assert "– Not called: Lake Act II" in words("vega")
    assert not any("Not called" in one for one in words("fox"))


def test_a_call_taken_away_is_told() -> None:
    week = dancer_week(reissued_day(), "paz", THURSDAY)
    lines = [line for day in week.days for line in day.lines if line.changed]
    assert [said(line.words) for line in lines] == ["– Not any more: Lake Act I Duet"]


def test_partners_are_named_while_they_are_few() -> None:
    assert "Lake Act II pas de deux, w. Okoro, Hall" in words("vega")


def test_staff_have_a_week_too() -> None:
    week = dancer_week(full_day(), "reyes", THURSDAY)
    lines = [said(line.words) for day in week.days for line in day.lines]
    assert "LAKE – conducting; half 18.55" in lines


def test_totals_count_shows_covers_and_the_shortest_night() -> None:
    book = company_book(show(FRIDAY, cast_id="cast-2"), call("early", 540, 60, day=FRIDAY,
                        people=("vega",)))  # fmt: skip
    totals = {label: figure for figure, label in dancer_week(book, "vega", FRIDAY).totals}
    assert totals["shows (1 on, 1 cover)"] == "2"
    assert totals["shortest night"] == "11 h 55"


def test_a_promised_free_day_is_told_apart_from_an_empty_one() -> None:
    everyone = Called("all", call_id="", whom="group", group="company")
    book = full_day(call("free", 0, 60, everyone, day=SUNDAY, kind="free day", studio_id=None))
    days = {day.name: day.word for day in week_sheet(book, THURSDAY).days}
    assert days["Sun 18"] == "FREE DAY"
    assert days["Sat 17"] == "NO CALLS"
    own = dancer_week(book, "vega", SATURDAY)
    assert [said(own.days[place].lines[0].words) for place in (5, 6)] == ["NO CALLS", "FREE DAY"]
