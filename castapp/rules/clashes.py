"""Two places at once: people, studios, répétiteurs, pianists, and the way between sites."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from castapp.domain.agenda import AS_LEAD, AS_PIANIST, Stint
from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.company import Journey, Site, Studio
from castapp.domain.finding import Finding, Ref
from castapp.domain.programme import HALF, running_minutes, title
from castapp.rules.limits import Limits
from castapp.rules.view import View
from castapp.rules.words import call_text, placed, refs, thing

_OWN_RULE = (AS_LEAD, AS_PIANIST)


class _Use(NamedTuple):
    """What holds a room, from when to when."""

    room: str
    start: int
    end: int
    what: Call | Performance


def person_twice(view: View, limits: Limits) -> Iterator[Finding]:
    """Somebody is wanted in two places at once, in whatever duty.

    A cover standing by for a show is only warned of.
    """
    for person_id, stints in view.wanted():
        for first, second in _overlaps(_with_night(view, person_id, stints)):
            if first.duty == second.duty and first.duty in _OWN_RULE:
                continue
            found = _clash("person_twice", view, limits, first, second)
            standing_by = first.standby or second.standby
            yield replace(found, severity="warning") if standing_by else found


def lead_twice(view: View, limits: Limits) -> Iterator[Finding]:
    """A répétiteur or teacher takes two calls at once."""
    yield from _duty_twice("lead_twice", AS_LEAD, view, limits)


def pianist_twice(view: View, limits: Limits) -> Iterator[Finding]:
    """A pianist plays for two calls at once."""
    yield from _duty_twice("pianist_twice", AS_PIANIST, view, limits)


def studio_twice(view: View, limits: Limits) -> Iterator[Finding]:
    """Two calls, or a call and a show, share a studio. A show holds its stage from the half."""
    rooms: dict[str, list[_Use]] = {}
    for use in _uses(view):
        rooms.setdefault(use.room, []).append(use)
    for uses in rooms.values():
        uses.sort(key=lambda use: (use.start, use.end, use.what.id))
        for index, first in enumerate(uses):
            for second in uses[index + 1 :]:
                if second.start >= first.end:
                    break
                yield _shared(view, limits, first, second)


def travel(view: View, limits: Limits) -> Iterator[Finding]:
    """Too little time between two calls on different sites. Minutes come from the journeys;
    the limit `minutes` is the least between any two sites.
    """
    if view.book.count(Site) < 2:
        return
    least = int(limits["minutes"])
    known: dict[tuple[str | None, str | None], int] = view.book.cache("ways", Studio, Journey)
    for person_id, stints in view.wanted():
        for first, second in pairwise(stints):
            way = (first.studio_id, second.studio_id)
            if way not in known:
                known[way] = _journey(view.book, *way)
            needed = max(known[way], least) if known[way] >= 0 else 0
            given = second.start - first.end
            if 0 <= given < needed:
                names = f"{_name(view.book, first)} to {_name(view.book, second)}"
                yield Finding(
                    "travel",
                    limits.severity,
                    f"{given} of {needed} min to get from {names}",
                    view.day,
                    (person_id,),
                    first.end,
                    second.start,
                    limits.clause,
                    refs(first, second),
                    needed - given,
                )


def _duty_twice(rule: str, duty: str, view: View, limits: Limits) -> Iterator[Finding]:
    for person_id, stints in view.wanted():
        on_duty = [stint for stint in _with_night(view, person_id, stints) if stint.duty == duty]
        for first, second in _overlaps(on_duty):
            yield _clash(rule, view, limits, first, second)


def _clash(rule: str, view: View, limits: Limits, first: Stint, second: Stint) -> Finding:
    start, end = second.start, min(first.end, second.end)
    pair = sorted((first, second), key=lambda stint: (stint.start, stint.ref_id))
    texts = (f"{thing(view.book, stint)}{placed(view.book, stint.studio_id)}" for stint in pair)
    return Finding(
        rule,
        limits.severity,
        " and ".join(texts),
        view.day,
        (first.person_id,),
        start,
        end,
        limits.clause,
        refs(first, second),
        end - start,
    )


def _overlaps(stints: Sequence[Stint]) -> Iterator[tuple[Stint, Stint]]:
    """Pairs of stints, in time order, that share a moment; last night's only with today's."""
    for index, first in enumerate(stints):
        for second in stints[index + 1 :]:
            if second.start >= first.end:
                break
            if second.start >= 0 and second.ref_id != first.ref_id:
                yield first, second


def _with_night(view: View, person_id: str, stints: tuple[Stint, ...]) -> tuple[Stint, ...]:
    """The day's stints, before them those of the evening before that run past midnight."""
    late = view.eve.late().get(person_id)
    return (*late, *stints) if late else stints


def _uses(view: View) -> Iterator[_Use]:
    for call in view.calls:
        if call.studio_id:
            yield _Use(call.studio_id, call.start, call.end, call)
    for show in view.shows:
        if show.venue_id:
            end = show.curtain + running_minutes(view.book, show)
            yield _Use(show.venue_id, show.curtain - HALF, end, show)


def _shared(view: View, limits: Limits, first: _Use, second: _Use) -> Finding:
    until = min(first.end, second.end)
    names = " and ".join(
        call_text(view.book, use.what)
        if isinstance(use.what, Call)
        else f"the show {title(view.book, use.what)}"
        for use in (first, second)
    )
    refs = (Ref(type(use.what), use.what.id) for use in (first, second))
    return Finding(
        "studio_twice",
        limits.severity,
        f"{names}, both{placed(view.book, first.room)}",
        view.day,
        start=second.start,
        end=until,
        clause=limits.clause,
        refs=tuple(sorted(refs, key=lambda one: one.id)),
        over=until - second.start,
    )


def _journey(book: Book, from_id: str | None, to_id: str | None) -> int:
    """The minutes listed between two studios' sites, 0 if none are; -1 if there is no way to go."""
    from_studio, to_studio = book.find(Studio, from_id), book.find(Studio, to_id)
    if from_studio is None or to_studio is None or from_studio.site_id == to_studio.site_id:
        return -1
    sites = {from_studio.site_id, to_studio.site_id}
    return max(
        (
            journey.minutes
            for journey in book.all(Journey)
            if {journey.from_site_id, journey.to_site_id} == sites
        ),
        default=0,
    )


def _name(book: Book, stint: Stint) -> str:
    return book.get(Studio, stint.studio_id or "").name
