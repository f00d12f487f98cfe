"""The commands about who dances: cover and cast."""

from __future__ import annotations

import sys
from argparse import Namespace
from typing import TYPE_CHECKING, Any

from castapp.cli.answer import FINE, FOUND, Answer
from castapp.cli.house import House
from castapp.cli.looking import at_desk
from castapp.domain.checks import Invalid
from castapp.domain.edit import Edit
from castapp.domain.programme import parts

if TYPE_CHECKING:
    from castapp.domain.book import Book
    from castapp.domain.casting import Performance
    from castapp.domain.repertory import Role
    from castapp.services.cover.aftermath import Aftermath
    from castapp.services.cover.request import Locks, Request
    from castapp.services.cover.solution import Solution
    from castapp.services.desk import Desk

MOST_TOLD = 3
CALLS_ONLY = "calls and covers only"


def cover(args: Namespace, house: House) -> Answer:
    """What somebody's being off opens, who could, and up to three ways out; --take commits one."""
    from castapp.services.cover.asked import locks_asked, request_asked
    from castapp.services.cover.rows import cover_rows
    from castapp.services.cover.solve import solutions

    with at_desk(house, args.file) as desk:
        book = desk.book
        request = request_asked(
            book,
            args.dancer,
            args.since,
            args.until,
            args.performance,
            args.after_section,
        )
        locks = locks_asked(book, args.without, args.keep)
        found = solutions(book, request, locks)
        follows = _follows(book, request, locks, found)
        data = cover_rows(book, request, locks, found)
        _add(book, data, follows)
        if args.take is not None:
            off = "" if args.stays_on else args.absence or "off"
            data |= _take(desk, request, locks, found, args.take, off)
    complete = not found or found[0].complete
    if not complete and not found[0].changes:
        print(f"castapp: {_nobody(found[0])}", file=sys.stderr)
    return Answer(data, _told(data), FINE if complete else FOUND)


def _follows(
    book: Book, request: Request, locks: Locks, found: tuple[Solution, ...]
) -> list[tuple[Solution, Aftermath]]:
    """Each solution with what follows from it; where no part opens, what follows alone."""
    from castapp.services.cover.aftermath import aftermath
    from castapp.services.cover.openings import missed
    from castapp.services.cover.solution import NO_RECASTING

    choices = found or ((NO_RECASTING,) if missed(book, request) else ())
    return [(one, aftermath(book, request, one, locks)) for one in choices]


def _add(book: Book, data: dict[str, Any], follows: list[tuple[Solution, Aftermath]]) -> None:
    """Put into the answer what becomes of calls and covers, in words, before it is taken."""
    from castapp.services.cover.following import following

    if follows and not data["solutions"]:
        data["solutions"].append({"kind": CALLS_ONLY, "complete": True, "changes": []})
    for row, (_, after) in zip(data["solutions"], follows, strict=True):
        row["follows"] = following(book, after)


def cast(args: Namespace, house: House) -> Answer:
    """Put a dancer in a spot of one performance, or among its covers."""
    from castapp.services.castgrid.given import corrected, given_words
    from castapp.services.casting import override
    from castapp.services.cover.asked import performance_asked, role_asked
    from castapp.services.coverplace import on_stage_words
    from castapp.services.intake import person_named

    with at_desk(house, args.file) as desk:
        book = desk.book
        show = performance_asked(book, args.performance)
        role = role_asked(book, show, args.role)
        person = person_named(book, args.dancer)
        spot = _spot(role, args.spot)
        if (asked := given_words(book, show.id)) and not args.given:
            raise Invalid(f"{asked} Add --given to do so; nothing was changed.")
        place = (role.id, spot, args.cover, person.id)
        if place in {
            (one.role_id, one.spot, one.cover, one.person_id) for one in parts(book, show)
        }:
            raise Invalid(f"{person.name} has that place already; nothing was changed.")
        edit = override(book, show.id, role.id, spot, person.id, cover=args.cover)
        if args.cover == 0:
            edit = edit.then(_uncovered(book.apply(edit), show, role, spot, person.id), edit.label)
        edit = corrected(book, edit)
        accepted = _commit(desk, edit, args.accept)
        after = desk.book
        said = on_stage_words(after, role.id, spot, person.id, night=show.id) if args.cover else ""
    data = {"done": edit.label, "accepted": accepted, "but": said}
    told = [f"{edit.label}."]
    told += [f"Accepted ({args.accept}): {what}." for what in accepted]
    told += [said] if said else []
    return Answer({name: one for name, one in data.items() if one}, "\n".join(told))


def _spot(role: Role, asked: int | None) -> int:
    """The spot meant; of a role of several it must be said."""
    if asked is None and role.spots > 1:
        raise Invalid(f"{role.name} has {role.spots} spots; say which one: --spot N.")
    return asked or 1


def _uncovered(book: Book, show: Performance, role: Role, spot: int, person_id: str) -> Edit:
    """Somebody who dances a spot no longer covers it; the others move up."""
    from castapp.services.stagecraft import Wish, order_covers

    covers = [
        part.person_id
        for part in parts(book, show)
        if (part.role_id, part.spot) == (role.id, spot) and part.cover and part.person_id
    ]
    left = [one for one in covers if one != person_id]
    if left == covers:
        return Edit("")
    return order_covers(book, Wish(role.id, spot, None, performance_id=show.id), left)


def _commit(desk: Desk, edit: Edit, reason: str | None) -> list[str]:
    """Write it; what stands against it is kept with the reason, where one is given.

    Returns what was accepted so, in words.
    """
    from castapp.cli.findings import finding_row, named_what
    from castapp.services.desk import Clash

    try:
        desk.commit(edit)
    except Clash as clash:
        if reason is None:
            raise Invalid(
                f"Nothing was written: {str(clash).rstrip('.')}. "
                "Add --accept REASON to keep it all the same."
            ) from None
        desk.commit(edit, accepting=clash.findings, reason=reason)
        return [named_what(finding_row(desk.book, one)) for one in clash.findings]
    return []


def _take(
    desk: Desk,
    request: Request,
    locks: Locks,
    found: tuple[Solution, ...],
    number: int,
    off: str,
) -> dict[str, Any]:
    from castapp.services.cover.aftermath import aftermath
    from castapp.services.cover.take import forbidden, take, weighed
    from castapp.services.desk import STOPPING
    from castapp.services.findings import accept

    solution = _chosen(desk.book, request, found, number)
    after = aftermath(desk.book, request, solution, locks)
    broken = forbidden(desk.book, solution, after)
    if broken:
        raise Invalid(f"{broken[0].what}; nothing was changed.")
    edit = take(desk.book, request, solution, after, off=off)
    if not edit:
        raise Invalid("Nothing opens, so there is nothing to take.")
    for one in weighed(desk.book, solution, after):
        if one.severity in STOPPING:
            edit = edit.then(accept(desk.book, one, edit.label, desk.author), edit.label)
    desk.commit(edit, judged=False)
    return {"taken": edit.label}


def _chosen(book: Book, request: Request, found: tuple[Solution, ...], number: int) -> Solution:
    """The solution meant; where no part opens but something else misses them, that alone is 1."""
    from castapp.services.cover.openings import missed
    from castapp.services.cover.solution import NO_RECASTING

    choices = found or ((NO_RECASTING,) if missed(book, request) else ())
    if not choices:
        raise Invalid("Nothing opens, so there is nothing to take.")
    if not 1 <= number <= len(choices):
        many = f"1 to {len(choices)}" if len(choices) > 1 else "1"
        raise Invalid(f"There is no solution {number}; take {many}.")
    solution = choices[number - 1]
    if solution.moves and not solution.changes:
        raise Invalid(_nobody(solution))
    return solution


def _nobody(solution: Solution) -> str:
    reasons = [reason.text for move in solution.open for reason in move.reasons]
    return reasons[0] if reasons else "Nobody is left who can."


def _told(data: dict[str, Any]) -> str:
    """The answer for a terminal."""
    if not data["solutions"]:
        return "Nothing opens."
    lines = [_gap(gap) for gap in data["gaps"]] or ["No part opens; --take 1 does this:"]
    for number, solution in enumerate(data["solutions"], 1):
        state = "" if solution["complete"] else f", {_open(solution)}"
        lines.append(f"{number}. {solution['kind']}{state}")
        lines += [f"   {_change(change)}" for change in solution["changes"]]
        lines += [f"   {text}" for text in solution["follows"]]
    if "taken" in data:
        lines.append(f"{data['taken']}.")
    return "\n".join(lines)


def _open(solution: dict[str, Any]) -> str:
    """What stays open of a solution: Swans 9 stays open; 2 parts stay open."""
    left = [change for change in solution["changes"] if change["in"] is None]
    if len(left) == 1:
        return f"{left[0]['role']} {left[0]['spot']} stays open"
    return f"{len(left)} parts stay open"


def _gap(gap: dict[str, Any]) -> str:
    names = [one["dancer"] for one in gap["candidates"][:MOST_TOLD]]
    since = f" from {gap['from_section']}" if gap["from_section"] else ""
    who = ", ".join(names) or "nobody who knows it"
    return f"{gap['performance']}  {gap['role']} {gap['spot']}{since}: {who}"


def _change(change: dict[str, Any]) -> str:
    since = f" from {change['from_section']}" if change["from_section"] else ""
    who = f"{change['in']} for {change['out']}" if change["in"] else f"stays open ({change['out']})"
    why = "; ".join(change["reasons"][:MOST_TOLD])
    return f"{change['performance']}  {change['role']} {change['spot']}{since}: {who}  {why}"
