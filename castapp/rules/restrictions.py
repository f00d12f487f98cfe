"""Restrictions: what a role demands against what a dancer may do, and the counted ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from castapp.domain.agenda import Stint
from castapp.domain.availability import Restriction
from castapp.domain.calls import REHEARSAL_KINDS, Call
from castapp.domain.casting import Casting
from castapp.domain.finding import Finding
from castapp.domain.people import Person
from castapp.domain.repertory import Role
from castapp.domain.slot import length
from castapp.domain.standing import standing
from castapp.rules.availability import standing_at
from castapp.rules.limits import Limits
from castapp.rules.stretches import longest_run
from castapp.rules.view import View, Work, merged_minutes
from castapp.rules.words import called, refs

_PAUSE = 10


def restriction(view: View, limits: Limits) -> Iterator[Finding]:
    """A dancer is called or cast against a restriction, in kind or in number.

    Class is left to the dancer; who is called as a cover only watches; a cover standing by for a
    show is warned of.
    """
    for work in view.dancers():
        now = standing(view.book, work.person_id, view.day)
        if now.restrictions or now.since_clock is not None:
            for stint in work.danced + tuple(one for one in work.stints if one.standby):
                yield from _demanded(
                    view, limits, stint, standing_at(view, now, stint).restrictions
                )
        if now.restrictions:
            yield from _counted(view, limits, work, now.restrictions)
    if view.begins_week():
        yield from _shows_a_week(view, limits)


def _demanded(
    view: View, limits: Limits, stint: Stint, restrictions: tuple[Restriction, ...]
) -> Iterator[Finding]:
    person = view.book.find(Person, stint.person_id)
    gender = person.gender if person else ""
    demands = {demand for role in _roles(view, stint) for demand in role.asked_of(gender)}
    against = [
        one
        for one in restrictions
        if any(one.forbids(demand) for demand in demands)
        or (one.code == "marking_only" and stint.performance is not None)
    ]
    if against:
        found = Finding(
            "restriction",
            limits.severity,
            f"{', '.join(one.words for one in against)}, {called(view.book, stint)}",
            view.day,
            (stint.person_id,),
            stint.start,
            stint.end,
            limits.clause,
            refs(stint),
            len(against),
        )
        yield replace(found, severity="warning") if stint.standby else found


def _roles(view: View, stint: Stint) -> list[Role]:
    """The roles a stint is danced in: those it names, else the dancer's own in the ballet."""
    if stint.performance is not None:
        return [view.book.get(Role, one) for one in stint.roles]
    call = stint.call
    if call is None or stint.cover or call.kind not in REHEARSAL_KINDS:
        return []
    role_ids = stint.roles or tuple(
        one.role_id
        for one in view.book.where(Casting, "person_id", stint.person_id)
        if one.cover == 0
    )
    found = (view.book.find(Role, one) for one in dict.fromkeys(role_ids))
    return [role for role in found if role is not None and _danced_at(role, call)]


def _danced_at(role: Role, call: Call) -> bool:
    if role.production_id != call.production_id:
        return False
    return not call.sections or any(place.section_id in call.sections for place in role.sections)


def _counted(
    view: View, limits: Limits, work: Work, restrictions: tuple[Restriction, ...]
) -> Iterator[Finding]:
    for one in restrictions:
        over, text = _excess(view, work, one)
        if over > 0:
            yield Finding(
                "restriction",
                limits.severity,
                text,
                view.day,
                (work.person_id,),
                clause=limits.clause,
                refs=refs(*work.danced),
                over=over,
                about=one.code,
            )


def _excess(view: View, work: Work, one: Restriction) -> tuple[float, str]:
    """By how much a day passes a counted restriction, and in words."""
    if one.code == "hours_a_day":
        minutes = merged_minutes(work.danced)
        return minutes - one.amount * 60, f"{length(minutes)} called, {one.words}"
    if one.code == "consecutive_minutes":
        run = longest_run(work.danced, _PAUSE)
        minutes = run[1] - run[0]
        return minutes - one.amount, f"{length(minutes)} without a break, {one.words}"
    if one.code == "pointe_minutes":
        on_pointe = [
            stint
            for stint in work.danced
            if any("pointe" in role.demands for role in _roles(view, stint))
        ]
        minutes = merged_minutes(on_pointe)
        return minutes - one.amount, f"{length(minutes)} in pointe roles, {one.words}"
    if one.code == "no_double_show":
        return len(work.shows) - 1, f"{len(work.shows)} shows, {one.words}"
    return 0, ""


def _shows_a_week(view: View, limits: Limits) -> Iterator[Finding]:
    week = view.week()
    people = {person_id for day in week if day.shows for person_id, _ in day.wanted()}
    for person_id in people:
        most = min(
            (
                one.amount
                for day in week
                for one in standing(view.book, person_id, day.day).restrictions
                if one.code == "shows_a_week"
            ),
            default=None,
        )
        if most is None:
            continue
        shows = [show for day in week if (work := day.work(person_id)) for show in work.shows]
        if len(shows) > most:
            yield Finding(
                "restriction",
                limits.severity,
                f"{len(shows)} shows this week, at most {most:g} shows a week",
                view.day,
                (person_id,),
                clause=limits.clause,
                refs=refs(*shows),
                over=len(shows) - most,
                about="shows_a_week",
            )
