"""The ways out side by side: a few numbers of each, and what each number is made of. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.repertory import Role
from castapp.domain.roster import inside_name
from castapp.services.cover.price import partner_of_role
from castapp.services.cover.solution import Move, Solution, debuts
from castapp.services.reason import short_day
from castapp.ui.screens.cover.answer import Answer, WayOut
from castapp.ui.screens.cover.places import gap_words


@dataclass(frozen=True, slots=True)
class Compared:
    """One line: its name, the number of each way out, and what each number is made of."""

    name: str
    values: tuple[str, ...]
    beneath: tuple[tuple[str, ...], ...]


def compared(answer: Answer) -> tuple[Compared, ...]:
    """Changes, debuts, people moved, tight rests, pairs kept and new, calls and findings."""
    book, ways = answer.book, answer.ways
    solutions = [one.solution for one in ways]
    return (
        _line("Changes", [[_move(book, one) for one in each.moves if one.in_id]
                          for each in solutions]),
        _line("Debuts", [_debuts(book, each) for each in solutions]),
        _line("People moved", [_people(book, each) for each in solutions]),
        _line("Short of rest", [_reasons(book, each, "rest") for each in solutions]),
        _line("New pairs", [_pairs(book, each, kept=False) for each in solutions]),
        _line("Pairs kept", [_pairs(book, each, kept=True) for each in solutions]),
        _line("Calls touched", [_calls(one) for one in ways]),
        _line("Findings", [[one.what for one in each.findings] for each in solutions]),
        Compared("Sum of the figures", tuple(f"{one.price:g}" for one in solutions),
                 tuple(tuple(f"{part.name}: {part.value:g}" for part in one.figures)
                       for one in solutions)),
    )  # fmt: skip


def _line(name: str, found: list[list[str]]) -> Compared:
    return Compared(name, tuple(str(len(one)) for one in found), tuple(map(tuple, found)))


def _move(book: Book, move: Move) -> str:
    show = book.get(Performance, move.performance_id)
    part = gap_words(book, move.role_id, move.spot)
    return f"{short_day(show.day)}: {inside_name(book, move.in_id)} dances {part}"


def _debuts(book: Book, solution: Solution) -> list[str]:
    """Whoever would dance a role for the first time, once each."""
    return [
        f"{inside_name(book, move.in_id)} in {book.get(Role, move.role_id).name}"
        for move in debuts(book, solution)
    ]


def _people(book: Book, solution: Solution) -> list[str]:
    """Whoever leaves a part of their own for another."""
    moved = {move.out_id for move in solution.moves if not move.gap and move.out_id}
    return sorted(inside_name(book, one) for one in moved)


def _reasons(book: Book, solution: Solution, kind: str) -> list[str]:
    return list(
        dict.fromkeys(
            f"{inside_name(book, move.in_id)}: {reason.text}"
            for move in solution.moves
            for reason in move.reasons
            if move.in_id and reason.kind == kind and reason.severity
        )
    )


def _pairs(book: Book, solution: Solution, *, kept: bool) -> list[str]:
    """Pairs that dance together as they did elsewhere, or for the first time."""
    found = []
    for move in solution.moves:
        if move.in_id and partner_of_role(book, move.role_id, move.spot):
            partners = [one for one in move.figures if one.name == "partner"]
            said = [f"{inside_name(book, move.in_id)}: {one.text[:1].lower()}{one.text[1:]}"
                    for one in partners]  # fmt: skip
            new = any(one.text.endswith(" never") for one in partners)
            found += said if new is not kept else []
    return list(dict.fromkeys(found))


def _calls(way: WayOut) -> list[str]:
    put_in = [one.text for one in way.after.put_ins]
    moved = sum(bool(one.to_id) for one in way.after.calls)
    left = len(way.after.calls) - moved
    return [*put_in, *["Handed on"] * moved, *["Taken out of"] * left]
