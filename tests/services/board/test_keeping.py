from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.checks import Invalid
from castapp.domain.template import Template, TemplateCall
from castapp.services.board import (
    keep_template,
    kept_templates,
    remove_template,
    rename_template,
    replace_template,
    template_named,
    template_words,
)
from tests.builders import FRIDAY, MONDAY, TUESDAY, call, company_book, role_line

WEEK = [MONDAY + timedelta(days=n) for n in range(7)]
BOOK = company_book(
    call("class", 615, 75, day=MONDAY, kind="class", lead_id="hall", title="Class"),
    call(
        "duet", 705, 60, role_line("line", "couple", "cast-1", spots=(1,), covers=True),
        day=MONDAY, production_id="lake", sections=("lake-i-2",), studio_id="studio-2",
    ),
    call("off", 840, 60, day=MONDAY, state="cancelled"),
    call("late", 900, 60, day=FRIDAY, people=("vega",)),
)  # fmt: skip


def kept(book: Book, name: str) -> Template:
    found = template_named(book, name)
    assert found is not None
    return found


def test_a_day_is_kept_without_what_was_cancelled() -> None:
    edit = keep_template(BOOK, "  Class  and duet ", [MONDAY])
    assert edit.label == "Keep Mon 12 Oct as the template “Class and duet”"
    template = kept(BOOK.apply(edit), "class and DUET")
    assert [(one.weekday, one.start) for one in template.calls] == [(0, 615), (0, 705)]
    duet = template.calls[1]
    assert (duet.production_id, duet.sections, duet.studio_id) == (
        "lake",
        ("lake-i-2",),
        "studio-2",
    )
    line = duet.called[0]
    assert (line.role_id, line.cast_ids, line.spots, line.covers) == (
        "couple", ("cast-1",), (1,), True,
    )  # fmt: skip


def test_a_week_keeps_its_weekdays_and_only_the_calls_chosen() -> None:
    book = BOOK.apply(keep_template(BOOK, "Whole", WEEK))
    assert [one.weekday for one in kept(book, "Whole").calls] == [0, 0, 4]
    book = book.apply(keep_template(book, "Some", WEEK, ["late", "class"]))
    assert [one.start for one in kept(book, "Some").calls] == [615, 900]
    assert [one.name for one in kept_templates(book, "week")] == ["Some", "Whole"]
    assert kept_templates(book, "day") == ()


def test_what_was_recorded_of_a_call_is_not_kept() -> None:
    held = replace(BOOK.get(Call, "class"), actual_minutes=80, series="daily")
    book = BOOK.apply(keep_template(company_book([held]), "Held", [MONDAY]))
    assert kept(book, "Held").calls[0] == TemplateCall(
        0, 615, 75, "class", "studio-1", title="Class", lead_id="hall"
    )


def test_a_template_is_replaced_renamed_and_removed() -> None:
    book = BOOK.apply(keep_template(BOOK, "Mine", [MONDAY]))
    template = kept(book, "Mine")
    edit = replace_template(book, template.id, WEEK, ["late"])
    assert edit.label == "Replace the template “Mine” by 1 call of the week of Mon 12 Oct"
    book = book.apply(edit)
    assert (kept(book, "Mine").span, len(kept(book, "Mine").calls)) == ("week", 1)
    book = book.apply(rename_template(book, template.id, "MINE"))
    book = book.apply(rename_template(book, template.id, " Yours "))
    assert [one.name for one in kept_templates(book)] == ["Yours"]
    edit = remove_template(book, template.id)
    assert edit.label == "Remove the template “Yours”"
    assert book.apply(edit).count(Template) == 0
    assert book.apply(edit).apply(edit.inverse()) == book


def test_what_cannot_be_kept_is_said_in_a_sentence() -> None:
    book = BOOK.apply(keep_template(BOOK, "Mine", [MONDAY]))
    other = book.apply(keep_template(book, "Other", [MONDAY]))
    with pytest.raises(Invalid, match=r"There is a template “Mine” already; choose another name\."):
        keep_template(book, "mine", [FRIDAY])
    with pytest.raises(Invalid, match="“Mine” already"):
        rename_template(other, kept(other, "Other").id, "Mine ")
    with pytest.raises(Invalid, match=r"needs a name; type one\."):
        keep_template(book, "  ", [MONDAY])
    with pytest.raises(
        Invalid, match=r"There are no calls of Tue 13 Oct; there is nothing to keep"
    ):
        keep_template(book, "Empty", [TUESDAY])
    with pytest.raises(Invalid, match="The chosen calls are cancelled"):
        keep_template(book, "Off", [MONDAY], ["off"])
    with pytest.raises(Invalid, match="on another day"):
        keep_template(book, "Far", [MONDAY], ["late"])
    with pytest.raises(Invalid, match="one day or one week"):
        keep_template(book, "Long", [MONDAY, MONDAY + timedelta(days=7)])
    with pytest.raises(Invalid, match="call is no longer there"):
        keep_template(book, "Gone", [MONDAY], ["nothing"])
    with pytest.raises(Invalid, match="That template is no longer there"):
        remove_template(book, "x")
    with pytest.raises(Invalid, match="That template is no longer there"):
        rename_template(book, "x", "A")
    with pytest.raises(Invalid, match="That template is no longer there"):
        replace_template(book, "x", [MONDAY])


def words(span: str, *calls: TemplateCall) -> str:
    return template_words(Template("t", "T", span, calls))


def test_a_template_in_a_line() -> None:
    dance = TemplateCall(0, 615, 75, "class")
    blocks = [TemplateCall(0, start, 60, "coaching") for start in (720, 720, 840)]
    assert words("day", dance, *blocks) == "Class 10.15, 2 blocks 12.00–15.00"
    assert words("day", blocks[0]) == "Block 12.00–13.00"
    assert words("day", replace(dance, kind="fitting")) == "10.15–11.30"
    week = [replace(dance, weekday=n) for n in range(6)]
    assert words("week", *week) == "Mon–Sat, class 10.15"
    assert words("week", week[0], week[2], replace(dance, start=630)) == (
        "Mon, Wed, class 10.15 and 10.30"
    )
    assert words("week", *week, replace(dance, weekday=6)) == "Every day, class 10.15"
