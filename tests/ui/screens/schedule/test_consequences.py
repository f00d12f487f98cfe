from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.services.calls import move_call, resize_call
from castapp.ui.screens.schedule.consequences import (
    call_notes,
    consequences,
    past_words,
    work_words,
)
from castapp.ui.widgets.label import Label
from tests.builders import THURSDAY, call, company_book
from tests.ui.screens.schedule.hands import Hands

SPRING, AUTUMN = date(2027, 3, 28), date(2026, 10, 25)
BOOK = company_book(call("late", 22 * 60, 60), call("solo", 660, 60, people=["vega"]))
Open = Callable[[Book, date], Hands]


@pytest.fixture
def open_board(qapp: object) -> Iterator[Open]:
    opened: list[Hands] = []

    def open_one(book: Book, today: date) -> Hands:
        opened.append(Hands(book, today))
        return opened[-1]

    yield open_one
    for hands in opened:
        hands.close()


def test_a_day_that_is_over_is_warned_of_in_a_sentence() -> None:
    tomorrow = THURSDAY + timedelta(days=1)
    assert past_words([THURSDAY], tomorrow) == (
        "Thu 15 Oct is over: this changes what is on record.",
    )
    assert past_words([THURSDAY], THURSDAY) == ()
    edit = move_call(BOOK, "solo", THURSDAY, 720, "studio-1")
    assert "is over" in consequences(BOOK.apply(edit), edit, tomorrow)


def test_a_call_over_midnight_says_when_it_ends() -> None:
    edit = resize_call(BOOK, "late", 22 * 60, 150)
    said = consequences(BOOK.apply(edit), edit, THURSDAY)
    assert said == "rehearsal ends after midnight, at 0.30 on Fri 16 Oct."


def test_a_call_over_a_clock_change_says_how_long_it_lasts() -> None:
    book = company_book(call("night", 60, 120, day=AUTUMN))
    assert call_notes(book, book.all(Call)) == (
        "The clock changes during rehearsal on Sun 25 Oct; it really lasts 3 h.",
    )


@pytest.mark.parametrize(
    ("day", "minutes", "said"),
    [
        (SPRING, 60, ()),
        (
            SPRING,
            90,
            (
                (
                    "The clock is put forward during rehearsal on Sun 28 Mar: there is no 1.30, "
                    "it ends at 2.30."
                ),
            ),
        ),
        (AUTUMN, 30, ()),
        (
            AUTUMN,
            90,
            (("The clock is put back on Sun 25 Oct: rehearsal ends at the first 1.30 of two."),),
        ),
    ],
)
def test_an_end_in_the_hour_the_clock_changes_is_told(
    day: date, minutes: int, said: tuple[str, ...]
) -> None:
    book = company_book(call("night", 0, minutes, day=day))
    assert call_notes(book, book.all(Call)) == said


@pytest.mark.parametrize(
    ("day", "typed", "said"),
    [
        (
            SPRING,
            "2 h 30",
            ("The clock changes during rehearsal on Sun 28 Mar; it really lasts 1 h 30."),
        ),
        (
            SPRING,
            "1 h 30",
            (
                "The clock is put forward during rehearsal on Sun 28 Mar: there is no "
                "1.30, it ends at 2.30."
            ),
        ),
        (
            AUTUMN,
            "2 h 30",
            ("The clock changes during rehearsal on Sun 25 Oct; it really lasts 3 h 30."),
        ),
    ],
)
def test_a_length_over_the_clock_change_is_told_and_kept(
    open_board: Open, day: date, typed: str, said: str
) -> None:
    hands = open_board(company_book(call("night", 0, 30, day=day)), day)
    hands.board.select(["night"], "night")
    hands.settle()
    hands.type_in(hands.screen.panel.call.length, typed)
    assert hands.call("night").end in (90, 150)
    assert said in {label.text() for label in hands.screen.panel.findChildren(Label)}


def test_a_typed_call_over_the_clock_change_says_so_before_it_is_made(open_board: Open) -> None:
    hands = open_board(company_book(), AUTUMN)
    hands.screen.writer.begin("class 0.30-3.00")
    assert hands.screen.writer.field.trouble.text() == (
        "The clock changes during class on Sun 25 Oct; it really lasts 3 h 30."
    )


def test_a_typed_start_the_clock_skips_is_named(open_board: Open) -> None:
    hands = open_board(company_book(), SPRING)
    hands.screen.writer.begin("class 01.30-03.00")
    assert hands.screen.writer.field.trouble.text() == (
        "The clock is put forward on Sun 28 Mar: there is no 1.30."
    )


def test_what_stays_where_it_was_is_not_told_again() -> None:
    book = BOOK.apply(resize_call(BOOK, "late", 22 * 60, 150))
    edit = move_call(book, "solo", THURSDAY, 720, "studio-1")
    assert consequences(book.apply(edit), edit, THURSDAY) == ""


def test_dropping_on_a_past_day_warns_and_is_done(open_board: Open) -> None:
    hands = open_board(BOOK, THURSDAY + timedelta(days=3))
    hands.window.go_to(THURSDAY)
    hands.settle()
    hands.press(hands.middle("solo"))
    hands.move(hands.point("studio-2", 800))
    tip = hands.board.hand.tip
    assert tip is not None
    assert any("is over" in line for line in tip.lines)
    hands.release(hands.point("studio-2", 800))
    assert hands.call("solo").studio_id == "studio-2"
    assert "is over" in hands.window.frame.banner.sentence


def test_no_start_in_the_hour_the_clock_skips(open_board: Open) -> None:
    book = company_book(call("night", 0, 30, day=SPRING))
    hands = open_board(book, SPRING)
    hands.board.select(["night"], "night")
    hands.settle()
    pane = hands.screen.panel.call
    hands.type_in(pane.time, "1.30")
    assert pane.refusal("Time") == "The clock is put forward on Sun 28 Mar: there is no 1.30."
    assert hands.call("night").start == 0


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("10.00-10.00", "“10.00-10.00” has no length."),
        ("2.00-22.00", "A call cannot last 20 hours; 16 is the most."),
    ],
)
def test_no_call_of_nothing_and_none_of_twenty_hours(
    open_board: Open, typed: str, said: str
) -> None:
    hands = open_board(BOOK, THURSDAY)
    hands.board.select(["solo"], "solo")
    hands.settle()
    pane = hands.screen.panel.call
    hands.type_in(pane.time, typed)
    assert pane.refusal("Time") == said
    assert hands.call("solo").minutes == 60


def test_the_inspector_says_that_a_call_ends_tomorrow(open_board: Open) -> None:
    hands = open_board(BOOK, THURSDAY)
    hands.board.select(["late"], "late")
    hands.settle()
    hands.type_in(hands.screen.panel.call.length, "3 h")
    assert hands.call("late").minutes == 180
    said = {label.text() for label in hands.screen.panel.findChildren(Label)}
    assert "rehearsal ends after midnight, at 1.00 on Fri 16 Oct." in said


def test_what_a_day_holds_is_counted() -> None:
    book = company_book(call("one", 660, 60), call("off", 660, 60, state="cancelled"))
    assert work_words(book, THURSDAY) == "1 show and 1 call"
    assert work_words(book, THURSDAY + timedelta(days=30)) == ""
