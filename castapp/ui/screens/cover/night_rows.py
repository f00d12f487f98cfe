"""The night as it would be with a way out: what changes, who stands by, what stays. No Qt here."""

from __future__ import annotations

from datetime import date

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.handover import changed_covers
from castapp.domain.programme import parts
from castapp.domain.repertory import Role
from castapp.domain.roster import inside_name
from castapp.domain.slot import clock
from castapp.services.cover.openings import Gap
from castapp.services.cover.refilling import until_words
from castapp.services.cover.solution import Move, Solution
from castapp.ui.screens.cover.answer import Answer, WayOut
from castapp.ui.screens.cover.nights import evening
from castapp.ui.screens.cover.people_rows import CASTED, HEADING, PersonRow
from castapp.ui.screens.cover.places import gap_words

MOST_CAST = 12


def night_rows(answer: Answer, gap: Gap, way: WayOut, letter: str) -> list[PersonRow]:
    """The parts that change, the covers that do, then those that stay; the rest is counted."""
    book = answer.book
    show = book.get(Performance, gap.performance_id)
    moves = {
        (move.role_id, move.spot): move
        for move in way.solution.moves
        if move.performance_id == show.id
    }
    changed, same = [], []
    for part in parts(book, show):
        if part.cover:
            continue
        name = gap_words(book, part.role_id, part.spot)
        move = moves.get((part.role_id, part.spot))
        if move is not None and part.person_id == move.out_id:
            changed.append(_changed(answer, name, move))
        elif part.person_id and book.get(Role, part.role_id).kind in ("single", "couple"):
            holder = inside_name(book, part.person_id)
            same.append(PersonRow(CASTED, holder, part.person_id, about=name, note="as cast"))
    changed += _covers(answer, show, way)
    if not changed:
        return []
    kept = same[: max(0, MOST_CAST - len(changed))]
    dancing = {part.person_id for part in parts(book, show) if not part.cover and part.person_id}
    others = len(dancing) - len(moves) - len(kept)
    heading = f"{evening(book, show, answer.request.first)} with {letter or 'it'}"
    rest = f"and {others} others as cast" if others > 0 else ""
    return [PersonRow(HEADING, heading, about=rest), *changed, *kept]


def recast_rows(book: Book, solution: Solution, today: date) -> list[PersonRow]:
    """Each show as it is recast, after that was taken: what changed, its covers, what stayed."""
    rows: list[PersonRow] = []
    by_show: dict[str, list[Move]] = {}
    for move in solution.moves:
        by_show.setdefault(move.performance_id, []).append(move)
    for show_id, moves in by_show.items():
        show = book.get(Performance, show_id)
        rows.append(PersonRow(HEADING, evening(book, show, today), about=clock(show.curtain)))
        rows += [
            _moved(book, gap_words(book, move.role_id, move.spot), move, show_id) for move in moves
        ]
        rows += [
            PersonRow(
                CASTED,
                inside_name(book, one.in_id) or "nobody",
                one.in_id or "",
                about=f"{gap_words(book, one.role_id, one.spot)}, cover",
                before=inside_name(book, one.out_id),
                badge="changed",
                place=show_id,
            )
            for one in changed_covers(book, show.day, show.day, {move.root_id for move in moves})
            if one.show.id == show_id
        ]
        if len(by_show) == 1:
            rows += _as_cast(book, show, {(move.role_id, move.spot) for move in moves})
    return rows


def changes_words(solution: Solution) -> str:
    """How much was changed: 2 changes; 1 change, 1 stays open."""
    many = solution.changes
    said = f"{many} change{'' if many == 1 else 's'}"
    left = len(solution.open)
    return f"{said}, {left} stay{'s' if left == 1 else ''} open" if left else said


def _as_cast(book: Book, show: Performance, changed: set[tuple[str, int]]) -> list[PersonRow]:
    rows = [
        PersonRow(CASTED, inside_name(book, part.person_id), part.person_id,
                  about=gap_words(book, part.role_id, part.spot), note="as cast")
        for part in parts(book, show)
        if part.person_id and not part.cover and (part.role_id, part.spot) not in changed
        and book.get(Role, part.role_id).kind in ("single", "couple")
    ]  # fmt: skip
    return rows[:MOST_CAST]


def _changed(answer: Answer, name: str, move: Move) -> PersonRow:
    return _moved(answer.book, name, move)


def _moved(book: Book, name: str, move: Move, place: str = "") -> PersonRow:
    new = inside_name(book, move.in_id) or "open"
    out = inside_name(book, move.out_id)
    why = next((reason.text for reason in move.reasons if not reason.severity), "")
    return PersonRow(CASTED, new, move.in_id or "", about=name, before=out, badge="changed",
                     note=why, place=place)  # fmt: skip


def _covers(answer: Answer, show: Performance, way: WayOut) -> list[PersonRow]:
    book = answer.book
    return [
        PersonRow(
            CASTED,
            inside_name(book, one.in_id) or "nobody",
            one.in_id or "",
            about=f"{gap_words(book, one.role_id, one.spot)}, cover"
            + (f" {one.cover}" if one.cover > 1 else ""),
            before=inside_name(book, one.out_id),
            badge="changed",
            note=until_words(book, one),
        )
        for one in way.after.covers
        if one.performance_id == show.id
    ]
