from __future__ import annotations

from castapp.services.trail import Trail
from castapp.store.entry import Line


def line(
    sequence: int, takes_back: int | None = None, author: str = "Ada", label: str = ""
) -> Line:
    return Line(sequence, label or f"Step {sequence}", author, "desk", takes_back)


def standing(*lines: Line) -> tuple[int | None, int | None]:
    trail = Trail.of(lines, "Ada")
    return trail.next_undo, trail.next_redo


def test_the_last_own_step_is_undone_next() -> None:
    assert standing() == (None, None)
    assert standing(line(2), line(3)) == (3, None)
    assert standing(line(2), line(3, author="Bo")) == (2, None)


def test_undoing_and_redoing_walk_back_and_forth() -> None:
    undone_twice = [line(2), line(3), line(4, 3), line(5, 2)]
    assert standing(*undone_twice) == (None, 5)
    assert standing(*undone_twice, line(6, 5)) == (6, 4)
    assert standing(*undone_twice, line(6, 5), line(7, 4)) == (7, None)
    assert standing(*undone_twice, line(6, 5), line(7, 6)) == (None, 7)


def test_a_new_step_ends_what_could_be_redone() -> None:
    assert standing(line(2), line(3), line(4, 3), line(5)) == (5, None)


def test_a_step_taken_back_from_the_history_is_a_step_of_its_own() -> None:
    assert standing(line(2), line(3), line(4), line(5, 2)) == (5, None)
    assert standing(line(2), line(3), line(4), line(5, 2), line(6, 5), line(7, 4)) == (3, 7)


def test_what_was_taken_back_can_be_undone_once_the_taking_back_is() -> None:
    taken_back = [line(2), line(3), line(4), line(5, 3)]
    undone_twice = [*taken_back, line(6, 5), line(7, 4)]
    assert standing(*undone_twice) == (3, 7)
    assert standing(*undone_twice, line(8, 3)) == (2, 8)
    assert standing(*undone_twice, line(8, 3), line(9, 8), line(10, 7), line(11, 6)) == (11, None)


def test_a_step_somebody_else_took_back_is_not_undone_again() -> None:
    assert standing(line(2), line(3), line(4, 3, author="Bo")) == (2, None)
    assert standing(line(2), line(3), line(4, 3), line(5, 4, author="Bo")) == (2, None)


def test_labels_are_those_of_the_first_commit() -> None:
    trail = Trail.of([line(2, label="Moved"), line(3, 2, label="Undo: Moved")], "Ada")
    assert trail.label(trail.next_redo) == "Moved"
    assert trail.label(trail.next_undo) == ""
    trail.note(line(4, 3, label="Redo: Moved"), own=True)
    assert trail.label(trail.next_undo) == "Moved"


def test_steps_older_than_what_is_remembered_are_left_alone() -> None:
    assert standing(line(8, 4), line(9)) == (9, None)


def test_the_founding_entry_is_left_out() -> None:
    assert standing(line(1), line(2), line(3, 2)) == (None, 3)
