from __future__ import annotations

from castapp.domain.calls import Call, Called
from castapp.services.calltext import reading
from castapp.ui.screens.schedule.drag_state import Held
from castapp.ui.screens.schedule.present import day_view
from castapp.ui.screens.schedule.typed_call.place import around, is_bare, typed_edit
from castapp.ui.screens.schedule.typed_call.words import said
from tests.builders import THURSDAY, call, company_book

BOOK = company_book(
    call("bare", 600, 60),
    call("full", 720, 60, people=["vega"], production_id="lake"),
    call("later", 13 * 60 + 30, 60),
)
VIEW = day_view(BOOK, THURSDAY)


def place(chosen: str = "", span: Held | None = None) -> tuple[str | None, int, int]:
    found = around(BOOK, VIEW, THURSDAY, chosen, span)
    assert found is not None
    return found.call.studio_id, found.call.start, found.call.end


def test_a_typed_call_goes_where_something_is_chosen() -> None:
    assert place(span=Held("", THURSDAY, "studio-2", 600, 645)) == ("studio-2", 600, 645)
    assert place("bare") == ("studio-1", 600, 660)
    assert place("full") == ("studio-1", 780, 810)
    assert place() == ("studio-2", 600, 660)


def test_only_the_length_of_room_that_was_found_is_loose() -> None:
    span = Held("", THURSDAY, "studio-2", 600, 645)
    found = [around(BOOK, VIEW, THURSDAY, *one)
             for one in (("full", None), ("", None), ("bare", None), ("full", span))]  # fmt: skip
    assert [one.loose for one in found if one] == [True, True, False, False]


def test_a_call_that_says_something_is_not_bare() -> None:
    assert is_bare(BOOK, BOOK.get(Call, "bare"))
    assert not is_bare(BOOK, BOOK.get(Call, "full"))


def test_a_bare_call_is_filled_in_and_a_new_one_made() -> None:
    read = reading(BOOK, "lake queen 1st cast", THURSDAY, BOOK.get(Call, "bare"))
    edit = typed_edit(BOOK, read)
    assert edit is not None
    after = BOOK.apply(edit)
    assert after.get(Call, "bare").production_id == "lake"
    assert [one.role_id for one in after.where(Called, "call_id", "bare")] == ["queen"]
    new = typed_edit(BOOK, reading(BOOK, "lake duet 16.00-17.00", THURSDAY))
    assert new is not None
    assert BOOK.apply(new).count(Call) == BOOK.count(Call) + 1


def test_what_was_not_understood_is_said_and_kept() -> None:
    read = reading(BOOK, "lake qqq 16.00-17.00", THURSDAY)
    told = said(BOOK, read)
    assert "“qqq” was not understood" in told.trouble
    assert told.outcome.startswith("Lake")
    edit = typed_edit(BOOK, read, keep_unread=True)
    assert edit is not None
    made = next(change.after for change in edit.of(Call))
    assert isinstance(made, Call)
    assert made.note == "qqq"


def test_a_text_that_cannot_be_a_call_is_none() -> None:
    read = reading(BOOK, "lake 15.00-15.00", THURSDAY)
    assert typed_edit(BOOK, read) is None
    assert said(BOOK, read).trouble
