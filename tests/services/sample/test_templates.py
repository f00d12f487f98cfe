from __future__ import annotations

from datetime import date, timedelta

import pytest

from castapp.domain.template import Template
from castapp.services.board import lay_out_template, template_words
from tests.services.sample.days import ODD_DAYS, WEDNESDAY, book_of


@pytest.mark.parametrize("today", [WEDNESDAY, *ODD_DAYS])
def test_a_day_and_a_week_are_kept(today: date) -> None:
    book = book_of(today)
    assert {one.name: one.span for one in book.all(Template)} == {
        "Rehearsal day": "day", "Class all week": "week",
    }  # fmt: skip


def test_the_day_lays_out_its_class_and_four_open_blocks() -> None:
    book = book_of(WEDNESDAY)
    (template,) = (one for one in book.all(Template) if one.span == "day")
    assert template_words(template) == "Class 10.15, 4 blocks 11.45–18.00"
    preview = lay_out_template(book, template.id, WEDNESDAY + timedelta(days=60))
    assert len(preview.calls) == len(template.calls)
    assert preview.notes == ()
    blocks = [one for one in preview.calls if one.kind == "rehearsal"]
    assert {one.state for one in blocks} == {"tentative"}
    assert len(blocks) == 12


def test_the_week_stands_already_where_it_was_kept() -> None:
    book = book_of(WEDNESDAY)
    (template,) = (one for one in book.all(Template) if one.span == "week")
    assert not lay_out_template(book, template.id, WEDNESDAY + timedelta(days=7)).edit
