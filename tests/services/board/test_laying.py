from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from castapp.domain.book import Book
from castapp.domain.calls import Call, Called
from castapp.domain.checks import Invalid
from castapp.domain.company import COMPANY_ID, Company
from castapp.domain.draft import Draft
from castapp.domain.people import Person
from castapp.domain.record import Record
from castapp.domain.template import Template, TemplateCall, TemplateLine
from castapp.services.board import keep_template, lay_out_template
from castapp.services.board.kept_calls import as_kept
from tests.builders import FRIDAY, MONDAY, SUNDAY, THURSDAY, TUESDAY, WEDNESDAY, call, company_book

NEXT = timedelta(days=7)
CLASS = TemplateCall(
    0, 615, 75, "class", "studio-1", called=(TemplateLine("group", group="company"),)
)


def book_with(*calls: TemplateCall, span: str = "day", more: list[Record] | None = None) -> Book:
    return company_book([Template("t", "Plain day", span, calls)], more or [])


def gone(book: Book, kind: type[Record], record_id: str) -> Book:
    draft = Draft(book)
    draft.drop(book.get(kind, record_id))
    return book.apply(draft.edit("Gone"))


def test_a_day_is_laid_out_with_its_lines() -> None:
    book = book_with(CLASS)
    preview = lay_out_template(book, "t", TUESDAY)
    assert preview.edit.label == "Lay out “Plain day” on Tue 13 Oct"
    after = book.apply(preview.edit)
    (made,) = after.where(Call, "day", TUESDAY)
    assert (made.start, made.minutes, made.kind, made.studio_id) == (615, 75, "class", "studio-1")
    assert [one.group for one in after.where(Called, "call_id", made.id)] == ["company"]
    assert preview.notes == ()
    (tentative,) = lay_out_template(book, "t", TUESDAY, state="tentative").calls
    assert tentative.state == "tentative"


@pytest.mark.parametrize(("first_weekday", "sunday"), [(0, SUNDAY), (6, SUNDAY - NEXT)])
def test_a_week_is_laid_out_weekday_by_weekday_in_the_companys_week(
    first_weekday: int, sunday: date
) -> None:
    calls = (CLASS, TemplateCall(2, 720, 60), TemplateCall(6, 720, 60))
    book = book_with(*calls, span="week")
    draft = Draft(book)
    draft.set(book.get(Company, COMPANY_ID), first_weekday=first_weekday)
    book = book.apply(draft.edit("Week"))
    preview = lay_out_template(book, "t", THURSDAY)
    assert [one.day for one in preview.calls] == [MONDAY, WEDNESDAY, sunday]
    assert preview.edit.label.startswith("Lay out “Plain day” on the week of ")


def test_what_would_clash_is_told_and_can_be_left_out() -> None:
    book = book_with(
        TemplateCall(0, 630, 60, called=(TemplateLine("person", person_id="vega"),)),
        TemplateCall(0, 840, 60),
        more=call("there", 600, 60, day=FRIDAY, people=("vega",)),
    )
    preview = lay_out_template(book, "t", FRIDAY)
    assert len(preview.clashing) == 1
    rest = book.apply(preview.without(preview.clashing))
    assert sorted(one.start for one in rest.where(Call, "day", FRIDAY)) == [600, 840]
    assert lay_out_template(book, "t", FRIDAY, clashes=False).clashing == ()


def test_what_stands_already_is_not_put_there_twice() -> None:
    block = TemplateCall(0, 720, 60, studio_id="studio-1")
    lake = TemplateCall(0, 720, 60, studio_id="studio-2", production_id="lake")
    book = book_with(
        block, lake, more=[
            *call("a", 720, 60, day=FRIDAY, production_id="lake"),
            *call("b", 720, 60, day=FRIDAY, studio_id="studio-2", title="Talk"),
            *call("c", 720, 60, day=TUESDAY, state="cancelled"),
        ],
    )  # fmt: skip
    preview = lay_out_template(book, "t", FRIDAY)
    assert [one.production_id for one in preview.calls] == ["lake"]
    assert preview.notes == ("1 call stands there already and is not put there twice.",)
    assert len(lay_out_template(book, "t", TUESDAY).calls) == 2


def test_what_is_gone_is_left_out_with_a_sentence_each() -> None:
    kept = TemplateCall(
        0, 720, 60, "rehearsal", "no-studio", "lake", ("lake-ii", "no-section"), "Act II",
        lead_id="nobody", pianist_id="nobody",
        called=(
            TemplateLine("role", role_id="queen", cast_ids=("cast-1", "no-cast")),
            TemplateLine("role", role_id="prince", cast_ids=("no-cast",)),
            TemplateLine("role", role_id="no-role"),
            TemplateLine("person", person_id="nobody"),
        ),
    )  # fmt: skip
    book = book_with(kept, TemplateCall(0, 900, 60, production_id="no-ballet", title="Swans"))
    preview = lay_out_template(book, "t", FRIDAY)
    (made,) = preview.calls
    assert (made.studio_id, made.sections, made.lead_id, made.pianist_id) == (
        None, ("lake-ii",), None, None,
    )  # fmt: skip
    lines = book.apply(preview.edit).where(Called, "call_id", made.id)
    assert [(one.role_id, one.cast_ids) for one in lines] == [("queen", ("cast-1",))]
    assert preview.notes == (
        "Lake Act II 12.00 had a studio that is no longer there; it waits for a place.",
        "Lake Act II 12.00 had a section that is no longer there; it comes without.",
        "Lake Act II 12.00 is led by nobody yet: who took it is no longer there.",
        "Lake Act II 12.00 has no pianist yet: who played is no longer there.",
        "Lake Act II 12.00 calls a role or cast no longer there; that is left out (2 times).",
        "Lake Act II 12.00 calls somebody no longer there; that is left out.",
        "Swans 15.00 stays out: its ballet is no longer there.",
    )
    assert not lay_out_template(book.apply(preview.edit), "t", FRIDAY).edit


def test_somebody_who_left_the_book_is_not_called_again() -> None:
    book = company_book(call("a", 720, 60, day=MONDAY, people=("vega", "moss")))
    book = book.apply(keep_template(book, "Two", [MONDAY]))
    (template,) = book.all(Template)
    book = gone(book, Person, "moss")
    after = book.apply(lay_out_template(book, template.id, TUESDAY).edit)
    (made,) = after.where(Call, "day", TUESDAY)
    assert [one.person_id for one in after.where(Called, "call_id", made.id)] == ["vega"]


def test_an_hour_that_the_clock_skips_stays_out() -> None:
    book = book_with(TemplateCall(0, 90, 30, title="Early"))
    preview = lay_out_template(book, "t", date(2027, 3, 28))
    assert not preview.edit
    assert preview.notes == (
        "Early 1.30 stays out: The clock is put forward on Sun 28 Mar: there is no 1.30.",
    )


def test_a_template_that_is_gone_is_refused() -> None:
    with pytest.raises(Invalid, match="no longer there"):
        lay_out_template(company_book(), "t", FRIDAY)


STUDIOS = st.sampled_from(["studio-1", "studio-2", "studio-a", None])
LINES = st.lists(
    st.one_of(
        st.builds(TemplateLine, st.just("person"), person_id=st.sampled_from(["vega", "paz"])),
        st.builds(
            TemplateLine, st.just("role"), role_id=st.sampled_from(["queen", "couple"]),
            cast_ids=st.sampled_from([(), ("cast-1",), ("cast-1", "cast-2")]), covers=st.booleans(),
        ),
        st.builds(TemplateLine, st.just("group"), group=st.sampled_from(["company", "men"]),
                  joins=st.none() | st.integers(600, 700)),
    ),
    max_size=3,
)  # fmt: skip
CALLS = st.lists(
    st.builds(
        TemplateCall, st.just(0), st.integers(0, 1439), st.integers(1, 300),
        st.sampled_from(["class", "rehearsal", "coaching", "fitting"]), STUDIOS,
        st.sampled_from([None, "lake"]), title=st.sampled_from(["", "Waltz"]),
        state=st.sampled_from(["firm", "tentative"]), called=LINES.map(tuple),
    ),
    min_size=1, max_size=6,
)  # fmt: skip


def standing(book: Book, day: date) -> list[str]:
    return sorted(repr(as_kept(book, one, 0)) for one in book.where(Call, "day", day))


@settings(max_examples=60, deadline=None)
@given(calls=CALLS)
def test_a_day_kept_and_laid_out_on_an_empty_day_gives_the_same_calls(
    calls: list[TemplateCall],
) -> None:
    book = company_book([Template("t", "Plain day", "day", tuple(calls))])
    book = book.apply(lay_out_template(book, "t", MONDAY, clashes=False).edit)
    assert len(book.where(Call, "day", MONDAY)) == len(calls)
    book = book.apply(keep_template(book, "Kept", [MONDAY]))
    template = next(one for one in book.all(Template) if one.name == "Kept")
    after = book.apply(lay_out_template(book, template.id, TUESDAY, clashes=False).edit)
    assert standing(after, TUESDAY) == standing(book, MONDAY)
    assert not lay_out_template(after, template.id, TUESDAY, clashes=False).edit
