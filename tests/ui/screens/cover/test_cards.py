"""The ways out of it in words, and their figures."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from castapp.domain.availability import Absence
from castapp.ui.screens.cover.card_view import CardView, Ticks, take_words
from castapp.ui.screens.cover.cards import cards, column_heading
from tests.builders import (
    FRIDAY,
    SATURDAY,
    SUNDAY,
    THURSDAY,
    call,
    casting,
    dancer,
    role_line,
    show,
    staff,
)
from tests.ui.screens.cover.night import NIGHT, answer, chain


def test_a_chain_is_told_step_by_step() -> None:
    found = answer(chain())
    card = cards(found)[0]
    assert (card.letter, card.changes, card.kind) == ("A", "2 changes", "fewest changes")
    assert [line.spoken for line in card.lines[:2]] == [
        "Fox dances Queen for Vega, tonight",
        "Kim H. dances Spirits 1 for Fox, tonight",
    ]
    assert card.takeable
    assert "2 changes" in card.spoken


def test_each_figure_is_the_sum_of_what_lies_beneath() -> None:
    found = answer(chain())
    for card, solution in zip(cards(found), found.solutions, strict=True):
        assert float(card.total) == pytest.approx(solution.price, abs=0.01)
        for figure in card.figures:
            beneath = sum(float(line.rpartition(", ")[2]) for line in figure.beneath)
            assert beneath == pytest.approx(float(figure.value), abs=0.02)
            assert figure.beneath


def test_nights_of_the_same_change_are_one_line() -> None:
    found = answer(show(SATURDAY), request=replace(NIGHT, last=None))
    lines = [line.spoken for line in cards(found)[0].lines]
    assert lines[0] == "Moss dances Queen for Vega, Thu 15 and Sat 17 Oct"


def test_many_nights_are_counted() -> None:
    shows = [record for day in (FRIDAY, SATURDAY, SUNDAY) for record in show(day)]
    found = answer(shows, dancer("Nora Ash"), request=replace(NIGHT, last=None))
    said = " ".join(line.spoken for card in cards(found) for line in card.lines)
    assert "4 shows from Thu 15 Oct" in said


def test_without_a_complete_one_the_best_says_what_stays_open_and_why() -> None:
    found = answer([Absence("a", "moss", THURSDAY)])
    (card,) = cards(found)
    assert column_heading(found) == ("No complete solution", "1 stays open")
    assert (card.aside, card.aside_tone) == ("1 open", "hard")
    assert card.lines[0].bold == "Queen, tonight, stays open."
    assert "Moss" in card.lines[0].text
    assert not card.takeable


def test_nothing_to_find_is_no_card() -> None:
    found = answer(request=replace(NIGHT, people=("ito",)))
    assert cards(found) == ()
    assert column_heading(found) == ("Nothing opens", "")


def test_a_pianist_off_moves_nobody_on_stage_and_calls_without_anybody_are_said() -> None:
    calls = [
        record
        for name in ("c", "d", "e")
        for record in call(name, 17 * 60, 30, pianist_id="wood", production_id="lake")
    ]
    found = answer(staff("Ida Wood", "pianist"), calls, request=replace(NIGHT, people=("wood",)))
    (card,) = cards(found)
    assert (card.changes, card.recasts, card.takeable) == ("0 changes", False, True)
    assert [line.spoken for line in card.lines] == [
        "Thu 15, 17.00 Lake: played for by Ito",
        "2 calls have nobody free to take or play for them",
    ]
    assert column_heading(found)[0] == "Nobody on stage moves"


def test_what_moves_along_stands_on_the_card() -> None:
    found = answer(
        call("c", 17 * 60, 30, role_line("l", "queen", "cast-1")),
        dancer("Nora Ash"),
        [casting("cast-1", "queen", 1, "ash", 2)],
    )
    spoken = [line.spoken for line in cards(found)[0].lines]
    assert "Ash is the cover of Queen, tonight" in spoken
    assert "Thu 15, 17.00 Rehearsal: moved to Moss" in spoken


def test_the_covers_a_way_out_uses_up_are_said() -> None:
    found = answer(chain(), [casting("cast-1", "couple", 1, "fox", 1)])
    spoken = [line.spoken for line in cards(found)[0].lines]
    assert "Duet 1, Spirits 2 have no cover tonight" in spoken
    fewer = [line.spoken for line in cards(answer(chain()))[0].lines]
    assert "Spirits 2 has no cover tonight" in fewer
    plain = answer(dancer("Nora Ash"), [casting("cast-1", "queen", 1, "ash", 2)])
    assert not any("no cover" in line.spoken for line in cards(plain)[0].lines)


def test_a_partial_one_says_on_its_button_what_stays_open() -> None:
    found = answer([Absence("a", "moss", THURSDAY)], request=replace(NIGHT, people=("vega", "paz")))
    card = cards(found)[0]
    assert card.stays_open
    assert take_words(card).startswith("Recast as A, ")
    assert take_words(replace(card, stays_open="", breaks=True)) == "Recast as A all the same"


def test_a_broken_rule_asks_for_the_reason_at_the_button(qapp: QApplication) -> None:
    card = replace(cards(answer())[0], breaks=True)
    view = CardView(card, Ticks(), selected=True, may_take=True)
    assert view.reason is not None
    assert view.take_button is not None
    assert not view.take_button.isEnabled()
    view.reason.setText("agreed with her")
    assert view.take_button.isEnabled()
    view.deleteLater()
