"""The change slip of a show and its texts for the public: what stands on them, unlaid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.checks import Invalid
from castapp.domain.office import Posting
from castapp.domain.people import Person
from castapp.domain.programme import section_starts, sections, title
from castapp.domain.repertory import Role, Section
from castapp.domain.roster import company
from castapp.export.callboard import BOLD, Footer, Masthead, Run, Words, plain, said
from castapp.export.manner import Manner
from castapp.export.recastings import (
    Recasting,
    is_billed,
    part_name,
    recastings,
    since_words,
    state_of,
)
from castapp.export.slip_errands import Errand, errands

SAME = "The rest of the cast remains the same."
NO_CAUSE = "The reason is one word (indisposed / unavailable). No cause, no body part."
BEFORE_CURTAIN_UP = "TO BE READ BEFORE CURTAIN UP"
DURING_IT = "IF THE CHANGE FALLS DURING THE PERFORMANCE"
EVENING = 17 * 60


@dataclass(frozen=True, slots=True)
class SlipRow:
    """A part with the new name, and whom it replaces."""

    part: str
    name: str
    replaces: str


@dataclass(frozen=True, slots=True)
class Slip:
    """A show's slip and the page of texts that goes with it.

    `foot` is its issue and the time it was made; `say` the names that are read aloud; `during` is
    set to the place in the show where all of the change falls.
    """

    show_id: str
    company: str
    title: str
    when: str
    opening: tuple[str, ...]
    rows: tuple[SlipRow, ...]
    announcement: Words
    mid_show: Words
    notice: Words
    errands: tuple[Errand, ...]
    masthead: Masthead
    footer: Footer
    foot: str = ""
    say: tuple[str, ...] = ()
    during: str = ""

    @property
    def aloud(self) -> Words:
        """What is read: before curtain up or, of a change during the show, where it falls."""
        return self.mid_show if self.during else self.announcement

    @property
    def head(self) -> str:
        """When it is read."""
        return f"TO BE READ BEFORE {self.during.upper()}" if self.during else BEFORE_CURTAIN_UP


def slips(
    book: Book,
    first: date,
    last: date,
    paper: str,
    performance_id: str = "",
    at: datetime | None = None,
) -> list[Slip]:
    """A slip for each show of these days, or for that one, in which billed parts are recast.

    Raises Invalid if none is.
    """
    by_show: dict[str, list[Recasting]] = {}
    for one in recastings(book, first, last):
        if one.in_id and is_billed(book, one) and performance_id in ("", one.show.id):
            by_show.setdefault(one.show.id, []).append(one)
    if not by_show:
        manner = Manner(paper)
        days = manner.day(first) if first == last else f"{manner.day(first)} – {manner.day(last)}"
        raise Invalid(f"Nobody is replaced in a billed part on {days}; there is no slip to print.")
    return [_slip(book, changes, Manner(paper), at) for changes in by_show.values()]


def slip_text(found: Sequence[Slip]) -> str:
    """The texts alone, to be pasted into a web page or read aloud."""
    blocks = []
    for slip in found:
        lines = [
            f"{slip.title}, {slip.when}",
            "",
            slip.head,
            said(slip.aloud),
        ]
        if not slip.during:
            lines += ["", DURING_IT, said(slip.mid_show)]
        lines += ["", "FOYER BOARD, WEBSITE AND BOX OFFICE", said(slip.notice)]
        lines += ["", slip.foot] if slip.foot else []
        blocks.append("\n".join(lines))
    return "\n\n\n".join(blocks) + "\n"


def _slip(book: Book, changes: list[Recasting], manner: Manner, at: datetime | None) -> Slip:
    show = changes[0].show
    name = title(book, show)
    when = f"{manner.long_day(show.day)}, {manner.exact(show.curtain)}"
    house = company(book).name
    during = _place(book, changes)
    foot = issued_words(book, show, manner, at)
    return Slip(
        show.id,
        house,
        name,
        when,
        _opening(book, changes),
        tuple(_row(book, one) for one in changes),
        _announcement(book, changes),
        _during(book, [one for one in changes if one.mid_show]) or _BLANKS,
        _notice(book, changes, f"{name}, {when}"),
        errands(book, changes, manner, during),
        Masthead(house, "CAST CHANGE", "texts", f"{name}, {when}",
                 right=(plain(foot),) if foot else (), boxed=False),
        Footer(NO_CAUSE, f"{name}, {manner.day(show.day)}"),
        foot,
        _spoken_names(book, changes),
        during,
    )  # fmt: skip


_BLANKS: Words = (
    Run("“Ladies and gentlemen, owing to the indisposition of "),
    Run("[name]", BOLD),
    Run(", the role of "),
    Run("[role]", BOLD),
    Run(" will be danced in "),
    Run("[the second act]", BOLD),
    Run(" by "),
    Run("[name]", BOLD),
    Run(". Thank you.”"),
)


def issued_words(book: Book, show: Performance, manner: Manner, at: datetime | None) -> str:
    """The casting sheet's issue this comes after, and when it was made on the company's clock."""
    issues = [
        one.issue
        for one in book.all(Posting)
        if one.paper == "casting" and any(line.ref_id == show.id for line in one.lines)
    ]
    issue = f"after casting issue {max(issues)}" if issues else ""
    made = ""
    if at is not None:
        here = at.astimezone(ZoneInfo(company(book).zone))
        made = f"issued {manner.day(here.date())}, {manner.exact(here.hour * 60 + here.minute)}"
    return " · ".join(filter(None, (issue, made)))


def _place(book: Book, changes: list[Recasting]) -> str:
    """Where in the show the first change falls, if all of them do: Act III; else empty."""
    if not all(one.mid_show for one in changes):
        return ""
    starts = section_starts(book, changes[0].show)
    ids = [one.from_section_id for one in changes if one.from_section_id]
    section = book.get(Section, min(ids, key=lambda one: starts.get(one, 0)))
    first = next((one for one in sections(book, section.production_id)
                  if one.act == section.act and not one.interval), section)  # fmt: skip
    return section.act if first.id == section.id and section.act else _section_name(section)


def _section_name(section: Section) -> str:
    return f"{section.act} {section.name}".strip()


def _spoken_names(book: Book, changes: list[Recasting]) -> tuple[str, ...]:
    """Everybody whose name is read aloud, once, in the order it is."""
    people = [one.off_id for one in changes] + [one.in_id for one in changes]
    return tuple(_name(book, one) for one in dict.fromkeys(people) if one)


def _row(book: Book, one: Recasting) -> SlipRow:
    part = ", ".join(filter(None, (part_name(book, one), since_words(book, one))))
    out = book.find(Person, one.out_id)
    return SlipRow(part, _name(book, one.in_id), f"replaces {out.name}" if out else "")


def _opening(book: Book, changes: list[Recasting]) -> tuple[str, ...]:
    sentence = said(_off(book, changes))
    roles = "The role below" if len(changes) == 1 else "The roles below"
    return tuple(filter(None, (sentence, f"{roles} will be danced as follows:")))


def _off(book: Book, changes: list[Recasting]) -> Words:
    """Who cannot dance, a sentence a word; empty if the record does not tell."""
    states: dict[str, list[str]] = {}
    for person_id in dict.fromkeys(one.off_id for one in changes if one.off_id):
        state = state_of(book, person_id, changes[0].show.day)
        states.setdefault(state, []).append(_name(book, person_id))
    runs: list[Run] = []
    for number, (state, names) in enumerate(states.items()):
        runs += plain(" and " if number else "")
        runs += _listed([(Run(name, BOLD),) for name in names])
        runs += plain(f" {'is' if len(names) == 1 else 'are'} {state}")
    return (*runs, Run(".")) if runs else ()


def _announcement(book: Book, changes: list[Recasting]) -> Words:
    evening = changes[0].show.curtain >= EVENING
    hour = "evening" if evening else "afternoon"
    off = _off(book, changes)
    runs: list[Run] = [Run(f"“Ladies and gentlemen, good {hour}. At this {hour}’s performance ")]
    runs += [*off, Run(" ")] if off else []
    runs += _danced(book, changes, capital=bool(off))
    return (*runs, Run(f". {SAME} Thank you.”"))


def _danced(book: Book, changes: list[Recasting], *, capital: bool) -> Words:
    single = book.get(Role, changes[0].role_id).kind in ("single", "character")
    opening = ("The role of " if capital else "the role of ") if single else ""
    clauses: list[Words] = []
    for number, one in enumerate(changes):
        since = since_words(book, one)
        part = f"{opening if not number else ''}"
        verb = " will be danced" if not number else ""
        clauses.append(
            (
                *plain(part),
                Run(part_name(book, one), BOLD),
                Run(f"{verb}{f', {since},' if since else ''} by "),
                Run(_name(book, one.in_id), BOLD),
            )
        )
    return _listed(clauses)


def _during(book: Book, changes: list[Recasting]) -> Words:
    if not changes:
        return ()
    names = [_name(book, one) for one in dict.fromkeys(c.off_id for c in changes) if one]
    runs: list[Run] = [Run("“Ladies and gentlemen, ")]
    if names:
        runs += [Run("owing to the indisposition of ")]
        runs += [*_listed([(Run(name, BOLD),) for name in names]), Run(", ")]
    return (*runs, *_danced(book, changes, capital=False), Run(". Thank you.”"))


def _notice(book: Book, changes: list[Recasting], what: str) -> Words:
    clauses: list[Words] = []
    for one in changes:
        out = book.find(Person, one.out_id)
        since = since_words(book, one)
        verb = f"replaces {out.name} as" if out else "dances"
        tail = f", {since}" if since else ""
        clauses.append(plain(f"{_name(book, one.in_id)} {verb} {part_name(book, one)}{tail}"))
    return (Run(f"Cast change: {what}.", BOLD), Run(" "), *_listed(clauses), Run(f". {SAME}"))


def _name(book: Book, person_id: str | None) -> str:
    who = book.find(Person, person_id)
    return who.name if who else ""


def _listed(parts: Sequence[Words]) -> Words:
    """Words as a list: a, b, and c; two are joined by and."""
    runs: list[Run] = []
    for number, words in enumerate(parts):
        if number:
            last = number == len(parts) - 1
            comma = "," if len(parts) > 2 else ""
            runs.append(Run(f"{comma} and " if last else ", "))
        runs += words
    return tuple(runs)
