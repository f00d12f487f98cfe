"""One person's day in lines: calls with who is there, shows with the part, what is not theirs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from castapp.domain.agenda import AS_CONDUCTOR, AS_DANCER, AS_PIANIST, Stint, stints
from castapp.domain.book import Book
from castapp.domain.called_lines import called_lines
from castapp.domain.calling import called_people, line_people
from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.office import PostedLine
from castapp.domain.programme import title
from castapp.domain.repertory import Role
from castapp.domain.roster import inside_name
from castapp.domain.standing import standing
from castapp.domain.wording import BOOKED, call_title, kind_word, short_place
from castapp.export.callboard import BOLD, Run, Words, bound_words
from castapp.export.manner import Manner
from castapp.export.person_changes import changed_refs
from castapp.export.posted import issue_of, posted_lines, wanted

MOST_PARTNERS = 3
TOLD_KINDS = ("fitting", "meeting", "press")
MASS_KINDS = ("class", "warm-up", *TOLD_KINDS)


@dataclass(frozen=True, slots=True)
class DayLine:
    """A line of somebody's day with its marks; a show is tinted."""

    time: str
    place: str
    words: Words
    changed: bool = False
    tentative: bool = False
    tinted: bool = False


def day_lines(book: Book, person_id: str, day: date, manner: Manner) -> tuple[DayLine, ...]:
    """A person's day in time order, with where no call is though a colleague would expect one."""
    issue = issue_of(book, day)
    base = issue.base.lines if issue.base else ()
    now = posted_lines(book, day)
    changes = changed_refs(book, person_id, base, now, manner) if issue.base else {}
    told: list[tuple[int, DayLine]] = []
    for stint in stints(book, person_id, day):
        if stint.call is not None:
            told.append((stint.start, _call_line(book, stint, stint.call, changes, manner)))
        elif stint.performance is not None:
            told.append((stint.start, _show_line(book, stint, stint.performance, changes, manner)))
    if standing(book, person_id, day).absence is None:
        told += _not_called(book, person_id, day, manner)
    for line in base:
        if _holds(base, line.ref_id, person_id) and not _holds(now, line.ref_id, person_id):
            words = (Run(f"– Not any more: {line.what}", BOLD),)
            told.append((line.start, DayLine(manner.clock(line.start), "", words, changed=True)))
    return tuple(line for _, line in sorted(told, key=lambda one: one[0]))


def _holds(lines: tuple[PostedLine, ...], ref_id: str, person_id: str) -> bool:
    return any(
        who.person_id == person_id
        for line in lines
        if line.ref_id == ref_id
        for who in wanted(line)
    )


def _call_line(
    book: Book, stint: Stint, call: Call, changes: dict[str, str], manner: Manner
) -> DayLine:
    if call.kind == "physio":
        words: list[str] = [booked_words(stint)]
    else:
        kind = kind_word(call.kind) if call.kind in TOLD_KINDS and call.title else ""
        words = [kind, call_title(book, call).text, *_with(book, stint, call)]
    said = ", ".join(filter(None, words))
    if stint.duty == AS_PIANIST:
        said += " (playing)"
    was = changes.get(call.id, "")
    tentative = call.state == "tentative"
    runs = [Run(said, BOLD if was else 400, italic=tentative)]
    if tentative:
        runs.append(Run(" – tentative", BOLD, italic=True))
    if was:
        runs.append(Run(f" ({was})", BOLD))
    return DayLine(
        manner.span(stint.start, stint.end),
        short_place(book, call.studio_id),
        bound_words(book, runs),
        changed=bool(was),
        tentative=tentative,
    )


def booked_words(stint: Stint) -> str:
    """A private booking as its people have it: that there is one, and no more."""
    return f"Your {BOOKED.casefold()}" if stint.duty == AS_DANCER else BOOKED


def _with(book: Book, stint: Stint, call: Call) -> Iterator[str]:
    """With whom, while they are few; then who takes it."""
    if call.kind not in MASS_KINDS:
        others = [
            who.person_id for who in called_people(book, call) if who.person_id != stint.person_id
        ]
        if 0 < len(others) <= MOST_PARTNERS:
            yield "w. " + ", ".join(inside_name(book, one) for one in others)
    if call.lead_id and call.lead_id != stint.person_id:
        yield inside_name(book, call.lead_id)
    if stint.cover:
        yield "as cover"


def _show_line(
    book: Book, stint: Stint, show: Performance, changes: dict[str, str], manner: Manner
) -> DayLine:
    was = changes.get(show.id, "")
    half = manner.clock(show.curtain - manner.half)
    names = ", ".join(role.name for one in stint.roles if (role := book.find(Role, one)))
    name = title(book, show)
    if stint.standby:
        time, said = half, f"{name}: cover {names} – sign in and stay"
    else:
        part = "conducting" if stint.duty == AS_CONDUCTOR else names
        time, said = manner.clock(show.curtain), f"{name.upper()} – {part}; half {half}"
    said += f" ({was})" if was else ""
    return DayLine(
        time,
        short_place(book, show.venue_id),
        bound_words(book, (Run(said, BOLD),)),
        changed=bool(was),
        tinted=not stint.standby,
    )


def _not_called(
    book: Book, person_id: str, day: date, manner: Manner
) -> Iterator[tuple[int, DayLine]]:
    """Calls of the person's own set from which the person is left out by name or role."""
    for call in book.where(Call, "day", day):
        if call.state == "cancelled" or any(
            who.person_id == person_id for who in called_people(book, call)
        ):
            continue
        lines = called_lines(book, call)
        left_out = any(
            who.person_id == person_id
            for line in lines
            if line.exclude
            for who in line_people(book, call, line)
        )
        if left_out:
            words = (Run(f"– Not called: {call_title(book, call).text}"),)
            place = short_place(book, call.studio_id)
            time = manner.span(call.start, call.end)
            yield call.start, DayLine(time, place, bound_words(book, words))
