from __future__ import annotations

from dataclasses import replace

import pytest

from castapp.domain.calls import Call, Called
from castapp.domain.casting import Performance
from castapp.domain.finding import Finding, Ref
from castapp.domain.record import Record
from castapp.services.calls import change_called
from castapp.ui.screens.schedule.cards import (
    QUIET,
    SHOW,
    Card,
    by_record,
    call_card,
    capacity,
    card_lines,
    half_of,
    show_card,
)
from tests.builders import THURSDAY, call, company_book, role_line

ACT = call(
    "act",
    11 * 60 + 45,
    75,
    role_line("line", "queen", "cast-1"),
    production_id="lake",
    sections=("lake-ii",),
    lead_id="hall",
    pianist_id="ito",
)
TENTATIVE = [replace(one, state="tentative") if isinstance(one, Call) else one for one in ACT]
CLASS = call("class", 600, 75, Called("g", "", "group", group="women"), kind="class")


def act(*records: Record) -> Card:
    book = company_book(records or ACT)
    return call_card(book, book.get(Call, "act"))


@pytest.mark.parametrize(
    ("height", "lines"), [(10, 1), (22, 1), (34, 2), (46, 3), (58, 4), (71, 4), (72, 5)]
)
def test_higher_cards_hold_more_lines(height: int, lines: int) -> None:
    assert capacity(height) == lines


def test_a_card_says_who_then_the_team_then_the_time() -> None:
    card = act()
    assert card.title == "Lake Act II"
    assert card_lines(card, 58) == ("1st cast Vega", "Hall · pno Ito", "11.45–13.00")
    assert card_lines(card, 34) == ("1st cast Vega",)
    assert card_lines(card, 22) == ()


def test_a_tentative_card_says_so_beside_its_time() -> None:
    assert card_lines(act(*TENTATIVE), 58)[-1] == "11.45–13.00 · tentative"


def test_what_it_was_stands_with_the_team() -> None:
    book = company_book(ACT)
    card = call_card(book, book.get(Call, "act"), change="was 15.00")
    assert card.changed
    assert card_lines(card, 46) == ("1st cast Vega", "Hall · pno Ito · was 15.00")


def test_a_card_is_read_out_whole() -> None:
    book = company_book(ACT)
    trouble = Finding("span", "breach", "Vega is too long in the house.", THURSDAY)
    spoken = call_card(book, book.get(Call, "act"), [trouble]).spoken
    assert spoken == (
        "Lake Act II. Thursday 15 October. 11.45 to 13.00. Studio 1. 1st cast Vega. "
        "Hall · pno Ito. firm. Vega is too long in the house."
    )


def test_a_class_is_quiet_and_names_its_group() -> None:
    book = company_book(CLASS)
    card = call_card(book, book.get(Call, "class"))
    assert card.title == "Class, women"
    assert card.text.look == QUIET
    assert card.text.colour == ""


def test_a_show_names_its_run_its_leads_and_its_half() -> None:
    book = company_book()
    card = show_card(book, next(iter(book.all(Performance))))
    assert card.text.look == SHOW
    assert card.text.who == ("Performance 1 of 1", "Vega, Okoro")
    assert half_of(card) == 19 * 60 + 30 - 35
    assert not card.is_call


def test_the_words_follow_the_casting() -> None:
    book = company_book(ACT)
    before = call_card(book, book.get(Call, "act"))
    after = book.apply(change_called(book, "line", cast_ids=("cast-2",)))
    assert call_card(after, after.get(Call, "act")).text != before.text


def test_findings_go_to_the_calls_they_point_at_worst_first() -> None:
    note = Finding("meal", "note", "A note.", THURSDAY, refs=(Ref(Call, "a"),))
    clash = Finding("person_twice", "hard", "A clash.", THURSDAY, refs=(Ref(Call, "a"),))
    assert by_record([note, clash]) == {"a": (clash, note)}
