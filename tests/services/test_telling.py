"""Who has been told what they dance, and whether that still stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from castapp.domain.book import Book
from castapp.domain.casting import Override, Performance
from castapp.domain.office import Told
from castapp.services.casting import override
from castapp.services.telling import (
    NOT_IN_IT,
    News,
    casting_news,
    casting_words,
    last_told,
    tell,
    tell_all,
    told,
    untell,
)
from tests.builders import THURSDAY, company_book

SHOW = "show-2026-10-15-1170"
AT = datetime(2026, 10, 14, 15, 30, tzinfo=UTC)


def words(book: Book, person_id: str) -> str:
    return casting_words(book, book.get(Performance, SHOW), person_id)


def test_the_words_of_a_night() -> None:
    book = company_book()
    assert words(book, "vega") == "Queen"
    assert words(book, "paz") == "Duet 1"
    assert words(book, "moss") == "cover Queen"
    assert words(book, "gia-kim") == "Spirits 2"
    assert words(book, "hall") == ""


def test_a_change_mid_show_is_said_with_its_section() -> None:
    turn = Override("o", SHOW, "queen", 1, "moss", from_section_id="lake-ii")
    book = company_book([turn])
    assert words(book, "moss") == "Queen from Act II, Spirits, cover Queen"
    assert words(book, "vega") == "Queen until Act II, Spirits"


def test_told_and_taken_back() -> None:
    book = company_book()
    knows = book.apply(tell(book, "vega", SHOW, "Queen", AT, "Mills"))
    found = told(knows, "vega", SHOW, "Queen")
    assert found is not None
    assert (found.at, found.by) == ("2026-10-14T15:30:00+00:00", "Mills")
    assert not tell(knows, "vega", SHOW, "Queen", AT)
    assert knows.apply(untell(knows, "vega", SHOW)) == book
    assert not untell(book, "vega", SHOW)


def test_other_words_are_told_anew_and_the_older_ones_go() -> None:
    book = company_book()
    book = book.apply(tell(book, "moss", SHOW, words(book, "moss"), AT))
    book = book.apply(override(book, SHOW, "queen", 1, "moss"))
    assert told(book, "moss", SHOW, words(book, "moss")) is None
    last = last_told(book, "moss", SHOW)
    assert last is not None
    assert last.what == "cover Queen"
    again = book.apply(tell(book, "moss", SHOW, words(book, "moss"), AT))
    assert again.count(Told) == 1
    assert told(again, "moss", SHOW, "cover Queen") is None


def test_everybody_to_be_told_by_rank_and_whoever_is_in_it_no_more() -> None:
    book = company_book()
    show = book.get(Performance, SHOW)
    people = [one.person_id for one in casting_news(book, show)]
    assert people[:4] == ["lund", "moss", "okoro", "vega"]
    knows = book.apply(tell(book, "vega", SHOW, "Queen", AT))
    out = knows.apply(override(knows, SHOW, "queen", 1, "moss"))
    assert News("vega", SHOW, NOT_IN_IT) in casting_news(out, show)
    assert all(
        one.person_id != "vega" for one in casting_news(out.apply(untell(out, "vega", SHOW)), show)
    )


def test_all_of_them_are_one_edit() -> None:
    book = company_book()
    news = casting_news(book, book.get(Performance, SHOW))
    edit = tell_all(book, news, AT)
    assert edit.label == f"Told {len(news)} people"
    knows = book.apply(edit)
    assert all(told(knows, one.person_id, one.ref_id, one.what) for one in news)
    assert tell_all(book, news[:2], AT).label == "Told Lund and Moss"


def test_nobody_is_told_of_a_show_that_is_off() -> None:
    book = company_book()
    off = replace(book.get(Performance, SHOW), state="cancelled")
    assert casting_news(company_book([off]), off) == ()
    assert off.day == THURSDAY
