from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from castapp.domain.checks import Invalid
from castapp.domain.template import Template, TemplateCall
from castapp.ui.screens.schedule.copying.preview import CopyWords
from castapp.ui.screens.schedule.templates.present import keeping, laid_words, template_rows
from tests.builders import FRIDAY, MONDAY, THURSDAY, call, company_book

CLASS = TemplateCall(0, 615, 75, "class", "studio-1")
BOOK = company_book(
    [
        Template("d", "Plain day", "day", (CLASS, TemplateCall(0, 720, 60))),
        Template("w", "Plain week", "week", (CLASS,)),
    ],
    call("a", 720, 60),
    call("b", 840, 60),
    call("there", 640, 60, day=FRIDAY),
)
WEEK = [MONDAY + timedelta(days=n) for n in range(7)]


def test_templates_of_one_span_are_listed_and_spoken() -> None:
    (row,) = template_rows(BOOK, "day")
    assert (row.text, row.count, row.words) == ("Plain day", 2, "Class 10.15, block 12.00–13.00")
    assert row.spoken == "Plain day, 2 calls, Class 10.15, block 12.00–13.00"
    assert [one.id for one in template_rows(BOOK, "week")] == ["w"]


def test_what_laying_out_would_do_is_told() -> None:
    words = laid_words(BOOK, "d", FRIDAY)
    assert words.heading == "2 calls, 1 would clash or break a rule"
    assert words.troubles[0][0].startswith("Fri 10.15 ")
    assert laid_words(BOOK, "d", FRIDAY, tentative=True).preview.calls[0].state == "tentative"


def test_what_would_be_kept_is_told() -> None:
    found = keeping(BOOK, [THURSDAY], (), "")
    assert (found.told, found.possible) == ("2 calls · 2 blocks 12.00–15.00", False)
    found = keeping(BOOK, [THURSDAY], ["a"], "New")
    assert (found.told, found.possible, found.replaces) == ("1 call · Block 12.00–13.00", True, "")
    found = keeping(BOOK, [THURSDAY], (), " plain  DAY")
    assert (found.replaces, found.name) == ("d", "Plain day")
    assert found.told == "“Plain day” has 2 calls; 2 calls take their place."
    found = keeping(BOOK, WEEK, (), "Plain day")
    assert found.told == "“Plain day”, of a day, has 2 calls; 3 calls take their place."
    with pytest.raises(Invalid, match="no calls"):
        keeping(BOOK, [MONDAY], (), "New")


def states(words: CopyWords) -> list[str]:
    return [call.state for call in words.preview.calls]


def test_one_kept_tentative_comes_firm_unless_that_is_wanted() -> None:
    maybe = replace(CLASS, state="tentative")
    book = company_book(
        [
            Template("all", "All", "day", (maybe, replace(maybe, start=720))),
            Template("some", "Some", "day", (CLASS, replace(maybe, start=720))),
        ]
    )
    assert [row.tentative for row in template_rows(book, "day")] == [True, False]
    assert states(laid_words(book, "all", FRIDAY)) == ["firm", "firm"]
    assert states(laid_words(book, "all", FRIDAY, tentative=True)) == ["tentative", "tentative"]
    some = laid_words(book, "some", FRIDAY)
    assert states(some) == ["firm", "tentative"]
    assert "1 call was kept as tentative and comes so" in some.notes[-1]
