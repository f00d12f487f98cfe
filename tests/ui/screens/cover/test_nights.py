"""Shows in words: one a day, two a day, several days."""

from __future__ import annotations

from castapp.domain.casting import Performance
from castapp.ui.screens.cover.cards import cards
from castapp.ui.screens.cover.nights import evening, night_words, nights_words
from tests.builders import FRIDAY, THURSDAY, WEDNESDAY, company_book, show
from tests.ui.screens.cover.night import NIGHT, SHOW, answer

MATINEE = "show-2026-10-15-840"


def test_one_show_a_day() -> None:
    book = company_book(show(FRIDAY, 14 * 60))
    assert evening(book, book.get(Performance, SHOW), THURSDAY) == "Lake tonight"
    assert evening(book, book.get(Performance, SHOW), WEDNESDAY) == "Lake Thu 15 Oct"
    matinee = book.get(Performance, "show-2026-10-16-840")
    assert evening(book, matinee, FRIDAY) == "Lake today"


def test_two_shows_a_day_are_told_by_their_time() -> None:
    book = company_book(show(THURSDAY, 14 * 60))
    early, late = book.get(Performance, MATINEE), book.get(Performance, SHOW)
    assert night_words(book, early, THURSDAY) == "at 14.00"
    assert evening(book, late, THURSDAY) == "Lake at 19.30"
    assert night_words(book, late, WEDNESDAY) == "Thu 15 Oct, 19.30"
    assert nights_words(book, [MATINEE, SHOW], THURSDAY) == "at 14.00 and at 19.30"


def test_no_line_of_a_card_says_tonight_on_such_a_day() -> None:
    found = answer(show(THURSDAY, 14 * 60), request=NIGHT)
    said = [line.spoken for card in cards(found) for line in card.lines]
    assert said
    assert not [line for line in said if "tonight" in line]
