"""The commands about who dances: cover and cast."""

from __future__ import annotations

import sys
from argparse import Namespace
from typing import TYPE_CHECKING, Any

from castapp.cli.answer import FINE, FOUND, Answer
from castapp.cli.house import House
from castapp.cli.looking import at_desk
from castapp.domain.checks import Invalid
from castapp.domain.programme import parts

if TYPE_CHECKING:
    from castapp.domain.book import Book
    from castapp.services.cover.request import Locks, Request
    from castapp.services.cover.solution import Solution
    from castapp.services.desk import Desk

MOST_TOLD = 3


def cover(args: Namespace, house: House) -> Answer:
    """What somebody's being off opens, who could, and up to three ways out; --take commits one."""
    from castapp.services.cover.asked import locks_asked, request_asked
    from castapp.services.cover.openings import missed
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
        beside = len(missed(book, request))
        data = cover_rows(book, request, locks, found)
        if args.take is not None:
            off = "" if args.stays_on else args.absence or "off"
            data |= _take(desk, request, locks, found, args.take, off)
    complete = not found or found[0].complete
    if not complete and not found[0].changes:
        print(f"castapp: {_nobody(found[0])}", file=sys.stderr)
    return Answer(data, _told(data, beside), FINE if complete else FOUND)


def cast(args: Namespace, house: House) -> Answer:
    """Put a dancer in a spot of one performance, or among its covers."""
    from castapp.services.casting import override
    from castapp.services.cover.asked import performance_asked, role_asked
    from castapp.services.intake import person_named

    with at_desk(house, args.file) as desk:
        book = desk.book
        show = performance_asked(book, args.performance)
        role = role_asked(book, show, args.role)
        person = person_named(book, args.dancer)
        place = (role.id, args.spot, args.cover, person.id)
        if place in {
            (one.role_id, one.spot, one.cover, one.person_id) for one in parts(book, show)
        }:
            raise Invalid(f"{person.name} has that place already; nothing was changed.")
        edit = override(book, show.id, role.id, args.spot, person.id, cover=args.cover)
        desk.commit(edit)
    return Answer({"done": edit.label}, f"{edit.label}.")


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


def _told(data: dict[str, Any], beside: int) -> str:
    """The answer for a terminal; `beside` is how many calls and covers miss somebody."""
    if not data["gaps"]:
        taken = data.get("taken", "")
        some = f"No part opens; {beside} calls and covers miss them: --take 1 hands them on."
        return f"{taken}." if taken else some if beside else "Nothing opens."
    lines = [_gap(gap) for gap in data["gaps"]]
    for number, solution in enumerate(data["solutions"], 1):
        state = "" if solution["complete"] else ", not complete"
        lines.append(f"{number}. {solution['kind']}{state}")
        lines += [f"   {_change(change)}" for change in solution["changes"]]
    if "taken" in data:
        lines.append(f"{data['taken']}.")
    return "\n".join(lines)


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
