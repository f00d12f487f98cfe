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
    from castapp.services.cover.solution import Solution
    from castapp.services.desk import Desk

MOST_TOLD = 3


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
        data = cover_rows(book, request, locks, found)
        if args.take is not None:
            data |= _take(desk, found, args.take)
    complete = not found or found[0].complete
    if not complete and not found[0].changes:
        print(f"castapp: {_nobody(found[0])}", file=sys.stderr)
    return Answer(data, _told(data), FINE if complete else FOUND)


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


def _take(desk: Desk, found: tuple[Solution, ...], number: int) -> dict[str, Any]:
    from castapp.services.cover.judging import FORBIDDING
    from castapp.services.cover.take import take
    from castapp.services.findings import new_findings

    if not found:
        raise Invalid("Nothing opens, so there is nothing to take.")
    if not 1 <= number <= len(found):
        many = f"1 to {len(found)}" if len(found) > 1 else "1"
        raise Invalid(f"There is no solution {number}; take {many}.")
    solution = found[number - 1]
    if not solution.changes:
        raise Invalid(_nobody(solution))
    edit = take(desk.book, solution)
    accepting = [one for one in new_findings(desk.book, edit) if one.rule not in FORBIDDING]
    desk.commit(edit, accepting=accepting, reason=edit.label)
    return {"taken": edit.label}


def _nobody(solution: Solution) -> str:
    reasons = [reason.text for move in solution.open for reason in move.reasons]
    return reasons[0] if reasons else "Nobody is left who can."


def _told(data: dict[str, Any]) -> str:
    if not data["gaps"]:
        return "Nothing opens."
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
