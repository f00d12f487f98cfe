"""The call's own times, and whom a time of joining or leaving is said of."""

from __future__ import annotations

from collections.abc import Sequence

from castapp.domain.slot import clock
from castapp.services.calltext.clocks import HALF_DAY, later_than, start_meant
from castapp.services.calltext.parts import Asked, Casts, Named, RoleSet, Wanted
from castapp.services.calltext.terms import AT, LASTS, SPAN, Term
from castapp.services.calltext.vocabulary import JOINS, LEAVES


def call_times(
    want: Wanted, found: Sequence[Term], start: int, minutes: int
) -> tuple[int, int, int]:
    """Start and end of the call, and the place of the term that gave it its start, -1 for none.

    They count before anybody's joining and leaving is understood. `start` and `minutes` are the
    call's if the text does not say.
    """
    by = -1
    for place, term in enumerate(found):
        said_of = place > 0 and found[place - 1].says(JOINS, LEAVES)
        if want.start is None and term.kind == SPAN:
            _span(want, term)
            by = place
        elif want.start is None and term.kind == AT and not said_of:
            want.start = start_meant(term.values[0], term.written[0])
            by = place
        elif term.kind == LASTS:
            want.minutes = term.values[0]
    begins = start if want.start is None else want.start
    lasts = minutes if want.minutes is None else want.minutes
    return begins, want.end or begins + lasts, by


def set_bound(want: Wanted, term: Term, bounds: tuple[int, int], joining: bool) -> tuple[int, int]:
    """A time said of nobody is the call's: from 14.00, until 15.15. Gives start and end anew."""
    start, end = bounds
    if joining:
        begins = start_meant(term.values[0], term.written[0])
        want.start = begins
        return begins, begins + end - start
    until = later_than(start, term.values[0], term.written[0])
    want.end = until
    return start, until or end


def timed(clause: Sequence[Asked], verb: Term) -> list[Asked]:
    """Whom a time is said of: the set or casts before it, or the names in a row before it."""
    if not clause:
        return []
    last = clause[-1]
    if isinstance(last, Casts) and last.taken:
        return [one for one in clause if isinstance(one, RoleSet) and one.casts is last]
    if not isinstance(last, Named):
        return [last]
    if verb.says(JOINS) and not _of_several(verb):
        return [last]
    row: list[Asked] = []
    for one in reversed(clause):
        if not isinstance(one, Named) or one.exclude != last.exclude:
            break
        row.append(one)
    return row


def _of_several(verb: Term) -> bool:
    """Whether it says "join", not "joins"."""
    return verb.end - verb.start == len("join")


def _span(want: Wanted, term: Term) -> None:
    """An end like 23.00 is on the clock of 24 hours, and its start then is too: 3.00–23.00."""
    first, last = term.values
    whole_day = last > HALF_DAY and "m" not in term.written[1]
    start = first if whole_day else start_meant(first, term.written[0])
    want.start = start
    want.end = None if first == last else later_than(start, last, term.written[1])
    if want.end is None and first < last:
        want.end = last
    elif want.end is None:
        said = f"{clock(first)}–{clock(last)}"
        lasts = "has no length" if first == last else "ends before it begins"
        want.wrong = f"{said} {lasts}; type the start first, like 14.00–15.15."
