from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.finding import Ref
from castapp.services.calls import move_call
from castapp.services.issues import issues
from castapp.services.publish import post_casting, post_day, post_week
from castapp.ui.screens.callboard.present import (
    Change,
    changed,
    heading,
    in_the_way,
    inspector_title,
    paper_rows,
    state_line,
)
from castapp.ui.screens.callboard.steps import (
    DONE,
    FIRM,
    LATER,
    NEXT,
    TENTATIVE,
    Offer,
    Step,
    offer,
    steps,
)
from castapp.ui.screens.callboard.wanted import (
    CALL_SHEET,
    CAST_SHEET,
    CASTING,
    DANCER,
    WEEK,
    Wanted,
    filled,
    productions,
    request_for,
    stepped,
)
from tests.builders import (
    FRIDAY,
    MONDAY,
    SUNDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    call,
    company_book,
    house,
    show,
)

NOVEMBER = date(2026, 11, 20)
SHEET = Wanted(CALL_SHEET, THURSDAY, "lake", "vega")
MORNING = datetime(2026, 10, 14, 8, tzinfo=UTC)
EVENING = datetime(2026, 10, 14, 16, tzinfo=UTC)


def book() -> Book:
    return company_book(
        call("duet", 14 * 60 + 15, 60, people=["vega", "okoro"], title="Duet"),
        call("class", 600, 75, day=WEDNESDAY, people=["moss"], kind="class"),
        show(FRIDAY),
        show(NOVEMBER),
    )


def up(of: Book, *states: str, day: date = THURSDAY) -> Book:
    """The book after a posting in each of these states, a call moved between two alike."""
    for number, state in enumerate(states):
        if number and states[number - 1] == state:
            of = moved(of, 15 * 60 + number * 15)
        of = of.apply(post_day(of, day, state, "C. Brady", EVENING))
    return of


def moved(of: Book, start: int = 15 * 60 + 15, studio_id: str = "studio-2") -> Book:
    return of.apply(move_call(of, "duet", THURSDAY, start, studio_id))


@pytest.mark.parametrize(
    ("wanted", "first", "last"),
    [
        (Wanted(CALL_SHEET, THURSDAY), THURSDAY, THURSDAY),
        (Wanted(WEEK, THURSDAY), MONDAY, MONDAY),
        (Wanted(DANCER, THURSDAY, person_id="vega"), MONDAY, SUNDAY),
        (Wanted(CASTING, MONDAY, "lake"), THURSDAY, FRIDAY),
        (Wanted(CASTING, SUNDAY, "lake"), NOVEMBER, NOVEMBER),
        (Wanted(CASTING, MONDAY, "nothing"), MONDAY, MONDAY),
        (Wanted(CAST_SHEET, MONDAY), THURSDAY, THURSDAY),
        (Wanted(CAST_SHEET, date(2027, 6, 1)), NOVEMBER, NOVEMBER),
    ],
)
def test_a_day_is_the_day_the_week_or_the_run_it_lies_in(
    wanted: Wanted, first: date, last: date
) -> None:
    request = request_for(book(), wanted)
    assert (request.first, request.until) == (first, last)


@pytest.mark.parametrize(
    ("paper", "forward", "back"),
    [
        (CALL_SHEET, FRIDAY, WEDNESDAY),
        (WEEK, THURSDAY + timedelta(days=7), THURSDAY - timedelta(days=7)),
        (DANCER, THURSDAY + timedelta(days=7), THURSDAY - timedelta(days=7)),
        (CASTING, NOVEMBER, THURSDAY),
        (CAST_SHEET, FRIDAY, THURSDAY),
    ],
)
def test_the_arrows_lead_to_the_next_of_its_kind(paper: str, forward: date, back: date) -> None:
    wanted = replace(SHEET, paper=paper)
    assert stepped(book(), wanted, 1) == forward
    assert stepped(book(), wanted, -1) == back


def test_the_arrows_stay_where_there_is_no_show() -> None:
    assert stepped(book(), Wanted(CASTING, MONDAY, "nothing"), 1) == MONDAY


def test_the_ballet_of_the_day_and_the_first_dancer_are_filled_in() -> None:
    assert filled(book(), Wanted(CALL_SHEET, MONDAY)) == ("lake", "lund")
    assert filled(book(), Wanted(CALL_SHEET, date(2027, 6, 1))) == ("lake", "lund")
    assert filled(book(), replace(SHEET, person_id="moss")) == ("lake", "moss")
    assert filled(Book.of(house()), Wanted(CALL_SHEET, MONDAY)) == ("", "")
    assert [one.id for one in productions(book())] == ["lake"]


def test_every_paper_says_how_far_it_is() -> None:
    names = ((CALL_SHEET, "Call sheet"), (WEEK, "Week sheet"), (CASTING, "Cast"), (DANCER, "Own"),
             (CAST_SHEET, "Cast sheet"))  # fmt: skip
    rows = paper_rows(book(), SHEET, names)
    assert [(row.title, row.state) for row in rows] == [
        ("Call sheet", "Thu 15, draft"),
        ("Week sheet", "week 42, draft"),
        ("Cast", "Lake, draft"),
        ("Own", "Ada Vega"),
        ("Cast sheet", "Thu 15"),
    ]
    assert len({row.icon for row in rows}) == 5


@pytest.mark.parametrize(
    ("of", "said"),
    [
        (up(book(), TENTATIVE), "Thu 15, issue 1 tentative"),
        (up(book(), TENTATIVE, FIRM), "Thu 15, issue 2"),
        (moved(up(book(), TENTATIVE)), "Thu 15, issue 2 draft"),
    ],
)
def test_a_state_line_follows_the_issues(of: Book, said: str) -> None:
    assert state_line(of, SHEET) == said


def test_nothing_to_post_is_said() -> None:
    assert state_line(book(), replace(SHEET, day=TUESDAY)) == "Tue 13, nothing yet"
    assert state_line(book(), Wanted(CASTING, TUESDAY)) == "no shows yet"
    assert state_line(book(), Wanted(DANCER, TUESDAY)) == "no dancers yet"
    assert state_line(Book.of(house()), Wanted(CAST_SHEET, TUESDAY)) == "no shows yet"


def test_headings() -> None:
    assert heading(book(), SHEET) == "Thursday 15 October 2026"
    assert heading(book(), replace(SHEET, paper=WEEK)) == "Mon 12 – Sun 18 October 2026"
    assert heading(book(), replace(SHEET, paper=CASTING)) == "Lake, Thu 15 – Fri 16 October 2026"
    across = replace(SHEET, paper=WEEK, day=date(2026, 12, 30))
    assert heading(book(), across) == "Mon 28 December 2026 – Sun 3 January 2027"
    assert inspector_title(book(), SHEET) == "Thursday 15 October"
    assert inspector_title(book(), replace(SHEET, paper=DANCER)) == "Ada Vega"


def said(of: Book, wanted: Wanted = SHEET, now: datetime = MORNING) -> list[tuple[str, str, str]]:
    request = request_for(of, wanted)
    offered = offer(of, request, now)
    return [(one.word, one.mark, one.aside) for one in steps(of, request, now, offered)]


def test_the_steps_before_anything_is_posted() -> None:
    early = datetime(2026, 10, 12, 8, tzinfo=UTC)
    assert said(book(), now=early) == [
        ("Draft", DONE, "1 call, 1 show"),
        ("Tentative, issue 1", NEXT, "due Wed 14 Oct, 15.00"),
        ("Firm", LATER, "due Wed 14 Oct, 15.00"),
        ("Later issues", LATER, "–"),
    ]
    assert said(book())[1] == ("Firm, issue 1", NEXT, "due 15.00")


def test_the_steps_between_tentative_and_firm() -> None:
    of = moved(up(book(), TENTATIVE))
    assert said(of, now=EVENING) == [
        ("Draft", DONE, "1 call, 1 show"),
        ("Tentative, issue 1", DONE, "Wed 14 Oct, 17.00"),
        ("Firm, issue 2", NEXT, "was due 15.00"),
        ("Later issues", LATER, "–"),
    ]
    request = request_for(of, SHEET)
    found = steps(of, request, EVENING, offer(of, request, EVENING))
    assert found[1].about == "C. Brady"
    assert [one.late for one in found] == [False, False, True, False]
    assert "to be posted next" in found[2].spoken


def test_the_steps_when_all_is_up_and_after_many_issues() -> None:
    assert [mark for _, mark, _ in said(up(book(), FIRM))] == [DONE, DONE, LATER]
    many = up(book(), FIRM, FIRM, FIRM, FIRM, FIRM)
    words = [word for word, _, _ in said(many)]
    assert words == [
        "Draft",
        "2 earlier issues",
        "Firm, issue 3",
        "Firm, issue 4",
        "Firm, issue 5",
        "Later issues",
    ]


def test_an_empty_day_offers_nothing() -> None:
    wanted = replace(SHEET, day=TUESDAY)
    offered = offer(book(), request_for(book(), wanted), MORNING)
    assert offered.refusal == "Nothing is called on this day yet."
    assert said(book(), wanted)[0] == ("Draft", NEXT, "empty")


@pytest.mark.parametrize(
    ("of", "chosen", "expected"),
    [
        (book(), "", Offer(1, FIRM, (TENTATIVE, FIRM))),
        (book(), TENTATIVE, Offer(1, TENTATIVE, (TENTATIVE, FIRM))),
        (up(book(), TENTATIVE), "", Offer(2, FIRM, (TENTATIVE, FIRM))),
        (moved(up(book(), FIRM)), TENTATIVE, Offer(2, FIRM)),
    ],
)
def test_what_the_button_posts(of: Book, chosen: str, expected: Offer) -> None:
    assert offer(of, request_for(of, SHEET), MORNING, chosen) == expected


def test_what_stands_is_not_offered_again() -> None:
    for state in (TENTATIVE, FIRM):
        of = up(book(), state)
        found = offer(of, request_for(of, SHEET), MORNING, state)
        assert found.refusal == "Issue 1 stands: nothing has changed since it was posted."


def test_a_week_is_tentative_first_and_a_casting_has_no_state() -> None:
    of = book()
    week, cast = replace(SHEET, paper=WEEK), replace(SHEET, paper=CASTING)
    assert offer(of, request_for(of, week), MORNING).state == TENTATIVE
    assert offer(of, request_for(of, cast), MORNING) == Offer(1, FIRM)
    of = of.apply(post_week(of, MONDAY, FIRM, "C. Brady", EVENING))
    of = of.apply(post_casting(of, "lake", THURSDAY, FRIDAY, "C. Brady", EVENING))
    assert [one.issue for one in issues(of, request_for(of, week))] == [1]
    assert said(of, cast) == [
        ("Draft", DONE, "2 shows"),
        ("Issue 1", DONE, "Wed 14 Oct, 17.00"),
        ("Later issues", LATER, "–"),
    ]


def test_changes_are_told_per_dancer() -> None:
    of = moved(up(book(), FIRM))
    line = ("Duet now 15.15 Studio 2, was 14.15 Studio 1",)
    assert changed(of, request_for(of, SHEET)) == (
        Change("Bo Okoro", line),
        Change("Ada Vega", line),
    )


def test_many_with_the_same_change_are_told_together() -> None:
    of = company_book(call("duet", 855, 60, people=["vega", "moss", "paz", "fox"], title="Duet"))
    of = moved(of.apply(post_day(of, THURSDAY, FIRM, "C. Brady", EVENING)))
    [told] = changed(of, request_for(of, SHEET))
    assert told.people == 4
    assert set(told.who.split(", ")) == {"Vega", "Moss", "Paz", "Fox"}


def test_clashes_stand_in_the_way_and_lead_to_their_call() -> None:
    of = company_book(
        call("one", 840, 60, people=["vega"]),
        call("two", 840, 60, people=["vega"], studio_id="studio-2"),
    )
    found = in_the_way(of, request_for(of, SHEET))
    assert found[0].severity == "hard"
    assert found[0].sentence.startswith("Ada Vega: ")
    assert isinstance(found[0].target, Ref)
    assert found[0].target.kind is Call
    assert in_the_way(of, request_for(of, replace(SHEET, day=FRIDAY))) == ()
    week = in_the_way(of, request_for(of, replace(SHEET, paper=WEEK)))
    assert week[0].sentence.startswith("Ada Vega, Thu 15 Oct: ")
    assert [one.severity for one in in_the_way(of, request_for(of, replace(SHEET, paper=WEEK)))]
    assert in_the_way(of, request_for(of, replace(SHEET, paper=DANCER))) == ()
    assert in_the_way(of, request_for(of, replace(SHEET, paper=CASTING))) == ()


def test_a_step_reads_out_whole() -> None:
    step = Step("Firm, issue 2", DONE, "Wed 14 Oct, 15.00", "C. Brady")
    assert step.spoken == "Firm, issue 2, done, Wed 14 Oct, 15.00, C. Brady"
