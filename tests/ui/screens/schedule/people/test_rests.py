from __future__ import annotations

from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.finding import Ref
from castapp.ui.screens.schedule.people.rests import Rest, rests
from castapp.ui.screens.schedule.people.rows import Block, PersonRow


def block(start: int, end: int, kind: type[Call] | type[Performance] = Call) -> Block:
    return Block(Ref(kind, f"at-{start}"), start, end, "", "")


def test_breaks_lie_between_what_a_dancer_is_called_to() -> None:
    blocks = (block(600, 675), block(705, 780), block(840, 900), block(850, 930), block(940, 960))
    assert rests(PersonRow("a", "A", blocks=blocks)) == (Rest(675, 705), Rest(780, 840))


def test_the_way_to_another_site_is_no_break() -> None:
    row = PersonRow("a", "A", blocks=(block(600, 660), block(720, 780)), ways=((690, 720),))
    assert rests(row) == (Rest(660, 690),)


def test_the_break_before_a_show_ends_with_the_half() -> None:
    row = PersonRow("a", "A", blocks=(block(840, 900), block(1170, 1335, Performance)))
    assert rests(row) == (Rest(900, 1135),)
    assert rests(row)[0].words == ("3 h 55 break", "3 h 55")


def test_nothing_before_the_first_and_after_the_last() -> None:
    assert rests(PersonRow("a", "A", blocks=(block(600, 660),))) == ()
