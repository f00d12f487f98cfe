from __future__ import annotations

from datetime import date, timedelta

from castapp.domain.availability import Absence
from castapp.domain.calls import Called
from castapp.domain.company import Studio
from castapp.domain.draft import Draft
from castapp.export.callboard import said
from castapp.export.dancerweek import dancer_week
from castapp.export.laying import dancer_weeks
from castapp.export.request import Request
from castapp.export.weeksheet import week_sheet
from tests.builders import FRIDAY, SATURDAY, SUNDAY, THURSDAY, call, company_book, show
from tests.export.day import full_day, reissued_day
from tests.export.neutral import as_text, golden

NEXT = date(2026, 10, 20)


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


def test_unplaced_calls_are_not_on_the_stage() -> None:
    loose = call("where", 840, 60, people=("fox",), studio_id=None, production_id="lake")
    week = week_sheet(full_day(loose), THURSDAY)
    place = [name for name, _ in week.columns].index("Not yet placed")
    thursday = week.days[3]
    assert [said(line.words) for line in thursday.cells[place]] == ["14.00 LK, Fox"]
    assert not any("14.00" in said(line.words) for line in thursday.cells[-1])


def test_the_preview_says_how_many_more_there_are() -> None:
    more = [call(f"c-{hour}", hour * 60, 30, day=NEXT, people=("fox",), production_id="lake")
            for hour in (10, 11, 12, 13, 14)]  # fmt: skip
    [told] = [words for day, words in week_sheet(full_day(*more), THURSDAY).preview if "20" in day]
    assert told == "10.00 LK; 11.00 LK; and 3 more"


def test_who_is_away_is_away_and_not_told_where_others_are() -> None:
    absence = Absence("gone", person_id="vega", first=THURSDAY, last=FRIDAY)
    lines = words("vega", [absence])
    assert lines.count("AWAY") == 2
    assert not any("Not called" in one for one in lines)


def test_a_long_venue_is_never_cut_and_the_coming_shows_always_told(qapp: object) -> None:
    book = full_day(*[show(NEXT + timedelta(days=one)) for one in range(4)])
    draft = Draft(book)
    draft.set(book.get(Studio, "stage"), short="Teatro Nacional de Cataluña, Barcelona")
    for hour in range(7, 20):
        for day in (THURSDAY, FRIDAY, SATURDAY):
            for one in call(f"{day}-{hour}", hour * 60, 30, day=day, people=("vega",)):
                draft.put(one)
    book = book.apply(draft.edit("tour"))
    sheets = [page for pages in dancer_weeks(book, Request("dancer", THURSDAY, person_id="vega"))
              for page in pages.sheets]  # fmt: skip
    told = "\n".join(page.words for page in sheets)
    assert "Teatro Nacional" in told
    assert "Barcelona" in told
    assert "…" not in told
    assert "Coming:" in told


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
