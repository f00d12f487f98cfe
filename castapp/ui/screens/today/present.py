"""The morning page as data: blocks of lines, each with the place it leads to. No Qt here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from castapp.domain.book import Book
from castapp.domain.career import debuts
from castapp.domain.casting import Performance
from castapp.domain.finding import Finding, Ref
from castapp.domain.people import Person
from castapp.domain.repertory import Role
from castapp.domain.roster import company, dancers, inside_name
from castapp.domain.slot import clock, days_between, length
from castapp.domain.standing import standing
from castapp.domain.usual import usual
from castapp.services.findings import counts
from castapp.services.known import DEBUT_KINDS
from castapp.services.publish import Due, due
from castapp.ui.screens.today.calls import call_lines, shows, title_of, tomorrow_lines
from castapp.ui.screens.today.lines import Block, Line, ShowLine, day_words, near_day
from castapp.ui.screens.today.posted import posted_block

DAYS = 7
OFF_SHOWN, FINDINGS_SHOWN, WEEKS_SHOWN, DEBUTS_SHOWN = 8, 8, 5, 6
ORDER = ("off", "rehab only", "modified", "away")


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page: its heading, the sentence below, and three columns."""

    heading: str
    sentence: str
    today: Block
    shows: tuple[ShowLine, ...]
    tomorrow: Block
    middle: tuple[Block, ...]
    right: tuple[Block, ...]


def page(book: Book, today: date, found: Sequence[Finding], lately: Sequence[Line]) -> Page:
    """The page of a morning; `found` are the findings of the next seven days."""
    waiting = due(book, today)
    return Page(
        heading=day_words(today),
        sentence=_sentence(book, today, waiting, found),
        today=call_lines(book, today),
        shows=shows(book, today),
        tomorrow=tomorrow_lines(book, today + timedelta(days=1), found),
        middle=(_off(book, today), posted_block(book, today, waiting), _debuts(book, today)),
        right=(
            _found(book, today, found),
            _weeks(book, today),
            Block("Lately changed", "", tuple(lately)),
        ),
    )


def coming(today: date) -> tuple[date, date]:
    """The days whose findings the page lists."""
    return today, today + timedelta(days=DAYS - 1)


def _sentence(book: Book, today: date, waiting: Sequence[Due], found: Sequence[Finding]) -> str:
    tonight = [show for show in book.where(Performance, "day", today) if show.state != "cancelled"]
    tonight.sort(key=lambda show: show.curtain)
    said = [f"{title_of(book, show)} at {clock(show.curtain)}." for show in tonight]
    if not said:
        said.append("No show today.")
    urgent = [one for one in waiting if one.by_day <= today]
    for one in urgent[:1]:
        whose = _whose(one.day, today)
        clashes = sum(1 for item in found if item.severity == "hard" and item.day == one.day)
        stands = {0: "", 1: "; one clash stands in its way"}.get(
            clashes, f"; {clashes} clashes stand in its way"
        )
        late = "was due" if one.by_day < today else "is due"
        said.append(f"{whose} schedule {late} on the board at {clock(one.by_clock)}{stands}.")
    return " ".join(said)


def _whose(day: date, today: date) -> str:
    if day == today:
        return "Today’s"
    return "Tomorrow’s" if day == today + timedelta(days=1) else f"{day:%A}’s"


def _off(book: Book, today: date) -> Block:
    everyone = dancers(book, today)
    lines = []
    for person in everyone:
        found = standing(book, person.id, today)
        if found.word not in ORDER:
            continue
        words = ", ".join(one.words for one in found.restrictions)
        if found.absence is not None:
            until = found.absence.last
            words = found.absence.kind
            side, tone = (
                (f"back {near_day(until + timedelta(days=1), today)}" if until else ""),
                "t2",
            )
        else:
            side, tone = _review(found.review, today)
        lines.append(
            Line(
                Ref(Person, person.id),
                person.name,
                words or found.word,
                side,
                status=found.word,
                side_tone=tone,
                screen="health",
            )
        )
    lines.sort(key=lambda line: ORDER.index(line.status))
    kept, rest = lines[:OFF_SHOWN], len(lines) - OFF_SHOWN
    if rest > 0:
        kept.append(Line(today, f"{rest} more", tone="accent_t", screen="health"))
    return Block("Off and modified", f"{len(lines)} of {len(everyone)}", tuple(kept), aligned=True)


def _review(review: date | None, today: date) -> tuple[str, str]:
    if review is None:
        return "", "t2"
    if review == today:
        return "review today", "breach"
    if review < today:
        late = "yesterday" if review == today - timedelta(days=1) else near_day(review, today)
        return f"review {late}", "breach"
    return f"review {near_day(review, today)}", "t2"


def _debuts(book: Book, today: date) -> Block:
    first, last = coming(today)
    coming_shows = [
        show
        for day in days_between(first, last)
        for show in book.where(Performance, "day", day)
        if show.state != "cancelled"
    ]
    found = [
        debut
        for debut in debuts(book, coming_shows)
        if book.get(Role, debut.role_id).kind in DEBUT_KINDS
    ]
    lines = []
    for debut in found[:DEBUTS_SHOWN]:
        person, role = book.get(Person, debut.person_id), book.get(Role, debut.role_id)
        named = f"{role.name} {role.spot_name(debut.spot)}".strip()
        night = f"{near_day(debut.performance.day, today)}, {clock(debut.performance.curtain)}"
        lines.append(
            Line(
                Ref(Performance, debut.performance.id),
                person.name,
                named,
                night,
                mark="*",
                screen="casting",
            )
        )
    rest = len(found) - len(lines)
    if rest > 0:
        lines.append(Line(today, f"{rest} more", tone="accent_t", screen="casting"))
    return Block(
        "Debuts in seven days",
        "",
        tuple(lines),
        empty="Nobody dances a role for the first time.",
        aligned=True,
    )


def _found(book: Book, today: date, found: Sequence[Finding]) -> Block:
    lines = []
    for one in found[:FINDINGS_SHOWN]:
        who = inside_name(book, one.people[0]) if one.people else ""
        more = f" +{len(one.people) - 1}" if len(one.people) > 1 else ""
        when = near_day(one.day, today) + (f" {clock(one.start)}" if one.start is not None else "")
        target: Ref | date = one.refs[0] if one.refs else one.day
        main, about = (who + more, one.what) if who else (one.what, "")
        lines.append(Line(target, main, about, when, finding=one.severity))
    rest = len(found) - len(lines)
    if rest > 0:
        lines.append(
            Line(found[FINDINGS_SHOWN].day, f"{rest} more", tone="accent_t", screen="schedule")
        )
    said = counts(found).words
    return Block("Findings, next seven days", said, tuple(lines), empty="Nothing found.")


def _weeks(book: Book, today: date) -> Block:
    if not company(book).bands_for_staff:
        about = "Settings decides whether weeks are compared with the dancers’ own usual."
        return Block("Unusual weeks ahead", "", (), empty=about)
    last = today + timedelta(days=DAYS - 1)
    lines = []
    for person in dancers(book, today):
        found = usual(book, person.id, last, today=today)
        icon = BAND_ICONS.get(found.state)
        if icon and found.low is not None and found.high is not None:
            middle = (found.low + found.high) / 2
            about = f"{_hours(found.amount)}, usually {_hours(middle)}"
            distance = abs(found.z or 0.0)
            line = Line(Ref(Person, person.id), person.name, about, found.state, icon=icon,
                        screen="workload")  # fmt: skip
            lines.append((distance, line))
    lines.sort(key=lambda pair: -pair[0])
    shown = tuple(line for _, line in lines[:WEEKS_SHOWN])
    return Block("Unusual weeks ahead", "against their own usual", shown, "No unusual week.", True)


BAND_ICONS = {
    "far above": "chevrons-up",
    "above": "chevron-up",
    "below": "chevron-down",
    "far below": "chevrons-down",
}


def _hours(minutes: float) -> str:
    return length(int(30 * round(minutes / 30)))


def lately_lines(entries: Iterable[tuple[str, str, str]]) -> list[Line]:
    """The last entries of the journal: author, label, when."""
    return [
        Line(None, what, author, when, icon="history", screen="history")
        for author, what, when in entries
    ]
