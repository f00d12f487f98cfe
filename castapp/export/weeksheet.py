"""The week sheet: days down, studios across, the stage and the evening at the right."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.company import Studio
from castapp.domain.programme import parts, title
from castapp.domain.repertory import Production, Role
from castapp.domain.roster import company, inside_name
from castapp.domain.slot import week_start
from castapp.domain.who import call_who
from castapp.domain.who_short import sets_called
from castapp.domain.wording import call_short, kind_word, short_place, work_code
from castapp.export.callboard import (
    BAR,
    BOLD,
    DASHED_BOX,
    TINT_BOX,
    Footer,
    Masthead,
    Run,
    Words,
    bound_words,
)
from castapp.export.callsheet_changes import CAST_CHANGED, Changes, changes_of
from castapp.export.callsheet_loose import UNPLACED
from castapp.export.manner import Manner
from castapp.export.posted import PRIVATE_KINDS, Issue, week_issue_of, week_lines

LEFT_OUT = (*PRIVATE_KINDS, "fitting", "meeting", "press", "free day")
IN_CLASS = ("class", "warm-up")
MOST_LEADS = 2
SHORT_GROUPS = {"women": "W", "men": "M", "full company": "All", "company": "All"}
MOST_STUDIOS = 4
EVENING = "evening"


@dataclass(frozen=True, slots=True)
class WeekLine:
    """A call or show in its cell, with its marks; a show is large and tinted."""

    words: Words
    changed: bool = False
    tentative: bool = False
    show: bool = False


@dataclass(frozen=True, slots=True)
class WeekDay:
    """A day's cells: class, one for each studio, stage and evening.

    A `word` takes their place where nothing is called: FREE DAY if that is promised, NO CALLS.
    """

    name: str
    about: str
    cells: tuple[tuple[WeekLine, ...], ...]
    word: str = ""


@dataclass(frozen=True, slots=True)
class WeekSheet:
    """Everything on the week sheet; the preview is a day's name and its words."""

    masthead: Masthead
    columns: tuple[tuple[str, str], ...]
    days: tuple[WeekDay, ...]
    preview_title: str
    preview: tuple[tuple[str, str], ...]
    footer: Footer


def week_sheet(book: Book, day: date, paper: str = "") -> WeekSheet:
    """The week a day lies in, as it stands now, and what is known of the week after."""
    house = company(book)
    manner = Manner(paper or house.paper)
    first = week_start(day, house.first_weekday)
    days = [first + timedelta(days=offset) for offset in range(7)]
    issue = week_issue_of(book, first)
    changes = changes_of(book, week_lines(book, first), issue.base, manner)
    studios = _studios(book, days)
    loose = any(one.studio_id is None for day in days for one in _in_rooms(book, day))
    apart = loose and len(studios) <= MOST_STUDIOS
    rows = tuple(_day(book, one, studios, changes, manner, apart=apart) for one in days)
    number = str(issue.number) if issue.posted else ""
    ahead = [day + timedelta(days=7) for day in days]
    return WeekSheet(
        Masthead(
            house.name,
            "WEEKLY SCHEDULE",
            "",
            manner.days(days[0], days[-1]),
            right=_right(book, issue, changes, rows, manner),
            issue=number,
        ),
        (
            ("Class", ""),
            *((one.name, one.about) for one in studios),
            *(((UNPLACED, ""),) if apart else ()),
            ("Stage, evening, not placed" if loose and not apart else "Stage and evening", ""),
        ),
        rows,
        f"Week of {manner.day(ahead[0])} – preview, not binding",
        tuple(_preview(book, one, ahead, manner) for one in ahead),
        Footer(
            _short_forms(book, days) + "The daily call sheet, not this page, says who is called.",
            f"{manner.days(days[0], days[-1])} · {f'issue {number}' if number else 'draft'}",
        ),
    )


def _studios(book: Book, days: list[date]) -> list[Studio]:
    rooms = [one for one in book.all(Studio) if one.kind == "studio"]
    rooms.sort(key=lambda one: (one.order, one.name))
    if len(rooms) <= MOST_STUDIOS:
        return rooms
    used = {call.studio_id for day in days for call in _in_rooms(book, day)}
    return [one for one in rooms if one.id in used]


def _in_rooms(book: Book, day: date) -> list[Call]:
    """The day's calls that stand under a room, by time."""
    calls = book.where(Call, "day", day)
    found = [
        call
        for call in calls
        if call.state != "cancelled" and call.kind not in (*LEFT_OUT, *IN_CLASS)
    ]
    return sorted(found, key=lambda one: (one.start, short_place(book, one.studio_id), one.id))


def _right(
    book: Book,
    issue: Issue,
    changes: Changes,
    rows: tuple[WeekDay, ...],
    manner: Manner,
) -> tuple[Words, ...]:
    zone = company(book).zone
    first: Words = (Run("DRAFT", BOLD), Run(" · not posted"))
    if issue.posted:
        by = f", {issue.posted.by}" if issue.posted.by else ""
        when = f" · issued {manner.stamp(issue.posted.at, zone)}{by}"
        first = (Run(issue.posted.state.upper(), BOLD), Run(when))
    replaced: Words = (Run(f"replaces issue {issue.base.issue}"),) if issue.base else ()
    if issue.base and changes.count:
        replaced = (*replaced, Run(" · "), Run("", sign=BAR), Run(" bar + bold = changed", BOLD))
    lines = [line for row in rows for cell in row.cells for line in cell]
    key: list[Run] = []
    if any(line.show for line in lines):
        key += [Run("tint", sign=TINT_BOX), Run(" = show ")]
    if any(line.tentative for line in lines):
        key += [Run("dashed", sign=DASHED_BOX), Run(" = tentative")]
    return tuple(words for words in (first, replaced, tuple(key)) if words)


def _day(
    book: Book, day: date, studios: list[Studio], changes: Changes, manner: Manner, *, apart: bool
) -> WeekDay:
    calls = sorted(
        (call for call in book.where(Call, "day", day) if call.state != "cancelled"),
        key=lambda one: (one.start, short_place(book, one.studio_id), one.id),
    )
    working = [call for call in calls if call.kind not in LEFT_OUT]
    shows = _shows(book, day)
    if not working and not shows:
        promised = any(call.kind == "free day" for call in calls)
        return WeekDay(manner.short_day(day), "", (), "FREE DAY" if promised else "NO CALLS")
    cells: dict[str, list[WeekLine]] = {}
    rooms = {one.id for one in studios}
    classes = [_class_line(book, call, changes, manner) for call in working
               if call.kind in IN_CLASS]  # fmt: skip
    for call in _in_rooms(book, day):
        where = UNPLACED if call.studio_id is None else call.studio_id
        where = where if where in rooms or (where == UNPLACED and apart) else EVENING
        line = _line(book, call, changes, manner, told=where != EVENING)
        cells.setdefault(where, []).append(line)
    evening = cells.get(EVENING, []) + [
        line for show in shows for line in _show_lines(book, show, changes, manner)
    ]
    about = {0: "rehearsal day", 1: "show day", 2: "two-show day"}.get(len(shows), "shows")
    columns = [one.id for one in studios] + ([UNPLACED] if apart else [])
    ordered = [tuple(cells.get(one, ())) for one in columns]
    return WeekDay(manner.short_day(day), about, (tuple(classes), *ordered, tuple(evening)))


def _shows(book: Book, day: date) -> list[Performance]:
    found = [show for show in book.where(Performance, "day", day) if show.state != "cancelled"]
    return sorted(found, key=lambda show: (show.curtain, show.id))


def _class_line(book: Book, call: Call, changes: Changes, manner: Manner) -> WeekLine:
    who = call.title or " ".join(call_who(book, call, manner.clock, brief=True))
    who = re.sub(r"^class\W*", "", who, flags=re.IGNORECASE)
    label = SHORT_GROUPS.get(who.casefold(), who) if call.kind == "class" else kind_word(call.kind)
    lead = inside_name(book, call.lead_id) if call.kind == "class" else ""
    place = short_place(book, call.studio_id)
    text = " ".join(filter(None, (manner.clock(call.start), label, place, lead)))
    changed = call.id in changes.calls
    words = (Run(text, BOLD if changed else 400),)
    return WeekLine(bound_words(book, words), changed, call.state == "tentative")


def _line(book: Book, call: Call, changes: Changes, manner: Manner, *, told: bool) -> WeekLine:
    """A call in its cell; its room is said unless the column has `told` it."""
    place = "" if told or _on_stage(book, call) else short_place(book, call.studio_id)
    said = f"{place} {call_short(book, call)}".strip()
    text = ", ".join(filter(None, (said, sets_called(book, call))))
    text += " – not placed" if call.studio_id is None and not told else ""
    changed = call.id in changes.calls
    words = (
        Run(manner.clock(call.start), BOLD),
        Run(f" {text}", BOLD if changed else 400, soft=call.kind == "crew"),
    )
    return WeekLine(bound_words(book, words), changed, call.state == "tentative")


def _on_stage(book: Book, call: Call) -> bool:
    """Whether it is on the only stage there is, as its column says."""
    stages = [one.id for one in book.all(Studio) if one.kind == "stage"]
    return stages == [call.studio_id]


def _show_lines(book: Book, show: Performance, changes: Changes, manner: Manner) -> list[WeekLine]:
    word = changes.calls.get(show.id)
    moved = word is not None and word != CAST_CHANGED
    weight = 800 if moved else BOLD
    head = (
        Run(f"{title(book, show).upper()} {manner.clock(show.curtain)}", 800),
        Run(f" half {manner.clock(show.curtain - manner.half)}", weight if moved else 400,
            small=True),
    )  # fmt: skip
    leads = [
        inside_name(book, part.person_id)
        for part in parts(book, show)
        if part.cover == 0
        and part.person_id
        and (role := book.find(Role, part.role_id))
        and role.kind == "single"
    ][:MOST_LEADS]
    conductor = inside_name(book, show.conductor_id)
    said = " · ".join(filter(None, (", ".join(leads), conductor)))
    lines = [WeekLine(head, moved, show=True)]
    if said:
        run = Run(said, BOLD if word is not None else 400)
        lines.append(WeekLine(bound_words(book, (run,)), word is not None, show=False))
    return lines


def _preview(book: Book, day: date, among: list[date], manner: Manner) -> tuple[str, str]:
    calls = [call for call in _in_rooms(book, day) if call.kind != "crew"]
    words = [f"{title(book, show).upper()} {manner.clock(show.curtain)}"
             for show in _shows(book, day)]  # fmt: skip
    words += [f"{manner.clock(call.start)} {call_short(book, call)}" for call in calls[:MOST_LEADS]]
    if len(calls) > MOST_LEADS:
        words.append(f"and {len(calls) - MOST_LEADS} more")
    return manner.day_among(day, among), "; ".join(words) or "–"


def _short_forms(book: Book, days: list[date]) -> str:
    works = {
        work_code(work): work.short or work.title
        for day in days
        for call in book.where(Call, "day", day)
        if (work := book.find(Production, call.production_id))
    }
    said = ", ".join(f"{code} {name}" for code, name in works.items() if code != name)
    return f"W women, M men{'; ' + said if said else ''}. "
