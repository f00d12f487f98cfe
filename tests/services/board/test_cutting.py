from __future__ import annotations

from datetime import date

import pytest

from castapp.domain.book import Book
from castapp.domain.calls import Attendance, Call, Called
from castapp.domain.checks import Invalid
from castapp.domain.edit import Edit
from castapp.services.board import join_calls, split_call, swap_calls
from castapp.services.board.settling import times_of
from castapp.services.sample import sample_book
from tests.builders import FRIDAY, THURSDAY, call, company_book, role_line


def second_of(edit: Edit) -> str:
    return next(change.id for change in edit.of(Call) if change.before is None)


def who(book: Book, call_id: str) -> dict[str, tuple[int, int]]:
    return times_of(book, book.get(Call, call_id))


def test_everybody_stays_in_the_part_they_were_wanted_in() -> None:
    book = company_book(
        call("one", 600, 120, role_line("r", "spirits", "cast-1"), people=("vega",)),
        [
            Called("late", "one", "person", person_id="orr", joins=690),
            Called("early", "one", "person", person_id="paz", leaves=630),
            Called("fox-late", "one", "person", person_id="fox", joins=680),
        ],
    )
    edit = split_call(book, "one", 660)
    after = book.apply(edit)
    assert who(after, "one") == {
        "gia-kim": (600, 660), "vega": (600, 660), "paz": (600, 630),
    }  # fmt: skip
    assert who(after, second_of(edit)) == {
        "gia-kim": (660, 720), "vega": (660, 720), "orr": (690, 720), "fox": (680, 720),
    }  # fmt: skip
    assert edit.label == "Split rehearsal, Thu 15 Oct 10.00 at 11.00"
    assert after.apply(edit.inverse()) == book


def test_a_call_over_midnight_is_split_on_either_side() -> None:
    book = company_book(call("one", 23 * 60, 150, people=("vega",)))
    before = book.apply(edit := split_call(book, "one", 23 * 60 + 30))
    assert before.get(Call, second_of(edit)).day == THURSDAY
    edit = split_call(book, "one", 15)
    second = book.apply(edit).get(Call, second_of(edit))
    assert (second.day, second.start, second.minutes) == (FRIDAY, 15, 75)
    midnight = split_call(book, "one", 0)
    assert book.apply(midnight).get(Call, second_of(midnight)).start == 0


def test_a_time_outside_or_a_held_call_is_refused() -> None:
    book = company_book(
        call("one", 600, 60, people=("vega",)),
        call("held", 700, 60),
        [Attendance("a", "held", "vega")],
    )
    for at in (600, 660, 900):
        with pytest.raises(Invalid, match=r"not within the call, 10\.00–11\.00"):
            split_call(book, "one", at)
    with pytest.raises(Invalid, match="has been held"):
        split_call(book, "held", 720)
    with pytest.raises(Invalid, match="no longer there"):
        split_call(book, "gone", 720)


def test_two_calls_become_one_and_each_comes_when_they_came() -> None:
    book = company_book(
        call("one", 600, 60, role_line("r", "spirits", "cast-1"), people=("vega",),
             production_id="lake", sections=("lake-ii",), lead_id="hall"),
        call("two", 660, 60, role_line("s", "spirits", "cast-1"), people=("orr",),
             production_id="lake", sections=("lake-i-1",), lead_id="ito"),
    )  # fmt: skip
    edit = join_calls(book, "two", "one")
    after = book.apply(edit)
    joined = after.get(Call, "one")
    assert (joined.start, joined.minutes, joined.sections) == (600, 120, ("lake-i-1", "lake-ii"))
    assert who(after, "one") == {
        "fox": (600, 720), "gia-kim": (600, 720), "vega": (600, 660), "orr": (660, 720),
    }  # fmt: skip
    assert after.find(Call, "two") is None
    assert not after.where(Called, "call_id", "two")
    assert joined.note == "Ito takes it from 11.00"


def test_who_is_left_out_of_one_call_alone_still_comes_to_the_other() -> None:
    book = company_book(
        call("one", 600, 60, role_line("r", "spirits", "cast-1")),
        [Called("x", "one", "person", person_id="fox", exclude=True)],
        call("two", 660, 60, role_line("s", "spirits", "cast-1")),
    )
    after = book.apply(join_calls(book, "one", "two"))
    assert who(after, "one") == {"gia-kim": (600, 720), "fox": (660, 720)}


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"day": FRIDAY}, "different days"),
        ({"production_id": "other"}, "different ballets"),
        ({"kind": "class"}, "cannot be one call"),
        ({"start": 1420, "minutes": 400}, "cannot last"),
    ],
)
def test_calls_that_cannot_be_one(other: dict[str, object], said: str) -> None:
    fields: dict[str, object] = {"start": 660, "minutes": 60, "production_id": "lake", **other}
    start, minutes = fields.pop("start"), fields.pop("minutes")
    book = company_book(
        call("one", 600, 60, production_id="lake"),
        call("two", start, minutes, **fields),  # type: ignore[arg-type]
    )
    with pytest.raises(Invalid, match=said):
        join_calls(book, "one", "two")
    with pytest.raises(Invalid, match="one call; choose two"):
        join_calls(book, "one", "one")


def test_the_sample_splits_and_joins_back_to_the_same_people() -> None:
    book = sample_book(date(2026, 10, 14))
    calls = [one for one in book.all(Call) if one.day > date(2026, 10, 16) and one.minutes >= 30]
    for one in sorted(calls, key=lambda call: call.id)[:60]:
        at = one.start + one.minutes // 2
        edit = split_call(book, one.id, at)
        after = book.apply(edit)
        wanted = times_of(book, one)
        assert who(after, one.id) == {
            person: (start, min(end, at)) for person, (start, end) in wanted.items() if start < at
        }
        joined = after.apply(join_calls(after, one.id, second_of(edit)))
        assert who(joined, one.id) == wanted


def test_touching_calls_swap_within_their_block_and_others_swap_places() -> None:
    book = company_book(
        call("a", 600, 60), call("b", 660, 30), call("c", 900, 45, studio_id="studio-2", day=FRIDAY)
    )
    after = book.apply(edit := swap_calls(book, "a", "b"))
    assert (after.get(Call, "b").start, after.get(Call, "a").start) == (600, 630)
    assert edit.label == "Swap rehearsal and rehearsal, Thu 15 Oct"
    far = book.apply(swap_calls(book, "c", "a"))
    a, c = far.get(Call, "a"), far.get(Call, "c")
    assert (a.day, a.start, a.studio_id) == (FRIDAY, 900, "studio-2")
    assert (c.day, c.start, c.studio_id) == (THURSDAY, 600, "studio-1")
    with pytest.raises(Invalid, match="choose two"):
        swap_calls(book, "a", "a")
