"""Taking a solution: one edit with all that follows from it, and who must be told what."""

from __future__ import annotations

from dataclasses import replace

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.finding import Finding
from castapp.domain.people import Person
from castapp.domain.programme import section_starts, sections
from castapp.export.told_people import ToTell, to_tell, told_at, told_back
from castapp.rules import judge
from castapp.services.cover.aftermath import Aftermath, laid
from castapp.services.cover.judging import FORBIDDING
from castapp.services.cover.request import Request, cut
from castapp.services.cover.setting_off import set_off
from castapp.services.cover.solution import Move, Solution

__all__ = ["ToTell", "forbidden", "take", "told", "told_at", "told_back", "told_of", "weighed"]


def take(
    book: Book,
    request: Request,
    solution: Solution,
    after: Aftermath | None = None,
    *,
    off: str = "",
) -> Edit:
    """The solution with all that follows from it as one edit: one step of undo.

    What is recast after the curtain is a change during that show, also where none of the role has
    been danced yet.
    `off` also sets those asked about off: "off", or the kind of a planned absence; "" does not.
    Raises Invalid for a kind there is not.
    """
    draft = Draft(book)
    label = _label(book, request, solution)
    made = laid(book, _since_now(book, request, solution), after or Aftermath(), label)
    draft.take(made)
    if off:
        set_off(book, draft, request, off)
    return draft.edit(made.label)


def weighed(book: Book, solution: Solution, after: Aftermath) -> list[Finding]:
    """What the rules would newly say of the solution and what follows, worst first; notes and
    what stays open left out.
    """
    found = judge.new_findings(book, laid(book, solution, after, ""))
    return [one for one in found if one.severity != "note" and one.rule != "uncast"]


def forbidden(book: Book, solution: Solution, after: Aftermath) -> list[Finding]:
    """What of that nobody may live with; the rest counts hours, and is told."""
    return [
        one
        for one in weighed(book, solution, after)
        if one.rule in FORBIDDING and one.severity in ("hard", "breach")
    ]


def told(
    book: Book, request: Request, solution: Solution, after: Aftermath | None = None
) -> tuple[ToTell, ...]:
    """Who must be told what once it is taken: dancers by rank, then staff and desks."""
    made = laid(book, _since_now(book, request, solution), after or Aftermath(), "")
    return told_of(book.apply(made), request)


def told_of(book: Book, request: Request) -> tuple[ToTell, ...]:
    """Who must be told of what stands in the records because those asked about are off."""
    return to_tell(book, request.first, request.last, request.people, request.clock)


def _since_now(book: Book, request: Request, solution: Solution) -> Solution:
    """The solution with every change in a show that has begun from the next section on."""
    return replace(solution, moves=tuple(_begun(book, request, one) for one in solution.moves))


def _begun(book: Book, request: Request, move: Move) -> Move:
    show = book.get(Performance, move.performance_id)
    since = cut(book, request, show)
    if since is None or move.from_section_id is not None:
        return move
    starts = section_starts(book, show)
    left = (
        one.id
        for one in sections(book, move.production_id)
        if not one.interval and starts.get(one.id, 0) >= since
    )
    return replace(move, from_section_id=next(left, None))


def _label(book: Book, request: Request, solution: Solution) -> str:
    if solution.moves:
        return ""
    names = " and ".join(book.get(Person, one).surname for one in request.people)
    return f"Cover for {names}: calls handed on"
