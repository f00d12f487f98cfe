"""What the dancer of a spot does that day and evening, and which nights follow. No Qt here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from castapp.domain.agenda import stints
from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.programme import title
from castapp.domain.repertory import Role, Section
from castapp.domain.roster import inside_name
from castapp.domain.slot import clock, span
from castapp.domain.wording import act_words, call_title
from castapp.services.castgrid.following import following
from castapp.services.evening import Turn, evening
from castapp.ui.screens.casting.columns import Column
from castapp.ui.screens.casting.rows import spot_label


@dataclass(frozen=True, slots=True)
class NightLine:
    """One thing of the day: when, what, and what to mind below it; `here` for the spot itself.

    `tone` is a tone of the palette for the words below.
    """

    when: str
    what: str
    below: str = ""
    tone: str = "t2"
    here: bool = False


def night_lines(
    book: Book, performance_id: str | None, people: Sequence[str], role_id: str
) -> tuple[NightLine, ...]:
    """The day of whoever dances: calls, other shows and the evening role by role, in time order."""
    show = book.find(Performance, performance_id)
    if show is None or not people:
        return ()
    day = [
        (one.start, NightLine(span(one.start, one.end), call_title(book, one.call).text))
        for one in stints(book, people[0], show.day)
        if one.call is not None
    ]
    shows = [
        (one.performance.curtain,
         NightLine(clock(one.performance.curtain), title(book, one.performance), "another show",
                   "warning"))
        for one in stints(book, people[0], show.day)
        if one.performance is not None and one.performance.id != show.id and not one.standby
    ]  # fmt: skip
    turns = [(turn.start, _turn(book, turn, role_id)) for turn in evening(book, show, people[0])]
    return tuple(line for _, line in sorted((*day, *shows, *turns), key=lambda one: one[0]))


def follow_lines(
    book: Book, role_id: str, spot: int, column: Column
) -> tuple[tuple[str, str], ...]:
    """The nights of the cast: those that dance this spot as the cast has it, and who else."""
    if column.cast_id is None:
        return ()
    found = following(book, column.cast_id, role_id, spot)
    nights = {show.id: (show, "as the cast") for show in found.follow}
    for kept in found.keep:
        nights[kept.show.id] = (kept.show, inside_name(book, kept.person_id) or "open")
    ordered = sorted(nights.values(), key=lambda one: (one[0].day, one[0].curtain))
    return tuple(
        (f"{show.day:%a} {show.day.day} {show.day:%b} {clock(show.curtain)}", who)
        for show, who in ordered
        if show.id != column.performance_id
    )


def _turn(book: Book, turn: Turn, role_id: str) -> NightLine:
    role = book.get(Role, turn.role_id)
    danced = [one for key in turn.sections if (one := book.find(Section, key))]
    where = act_words(one.act for one in danced) or ", ".join(one.name for one in danced)
    change = ""
    if turn.gap is not None:
        needed = f", {turn.needed} needed" if turn.needed else ""
        change = f"{max(turn.gap, 0)} min to change{needed}"
        if turn.gap < 0:
            change = "on at the same time"
    below = " · ".join(part for part in (where, change) if part)
    tone = "breach" if turn.short or (turn.gap is not None and turn.gap < 0) else "t2"
    return NightLine(
        clock(turn.start), spot_label(role, turn.spot), below, tone, turn.role_id == role_id
    )
