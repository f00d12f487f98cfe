"""The change slip of a show and its texts for the public: what stands on them, unlaid."""

from __future__ import annotations

from collections import Counter
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
from castapp.domain.repertory import Section
from castapp.domain.roster import company
from castapp.export.callboard import Footer, Masthead, Words, plain, said
from castapp.export.manner import Manner
from castapp.export.recastings import (
    Recasting,
    is_billed,
    part_name,
    recastings,
    since_words,
)
from castapp.export.slip_errands import Errand, errands
from castapp.export.slip_words import (
    BLANKS,
    SAME,
    announcement,
    change_words,
    during,
    indisposed,
    notice,
    off_words,
    rest_words,
)

NO_CAUSE = "The reason is one word (indisposed / unavailable). No cause, no body part."
BEFORE_CURTAIN_UP = "TO BE READ BEFORE CURTAIN UP"
BETWEEN = " · "
DURING_IT = "IF THE CHANGE FALLS DURING THE PERFORMANCE"


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
    set to the place in the show where all of the change falls; `rest` tells of everybody else.
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
    rest: str = SAME

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
    others: Counter[str] = Counter()
    for one in recastings(book, first, last):
        if not one.in_id or not is_billed(book, one):
            others[one.show.id] += 1
        elif performance_id in ("", one.show.id):
            by_show.setdefault(one.show.id, []).append(one)
    if not by_show:
        manner = Manner(paper)
        days = manner.day(first) if first == last else f"{manner.day(first)} – {manner.day(last)}"
        raise Invalid(f"Nobody is replaced in a billed part on {days}; there is no slip to print.")
    return [
        _slip(book, changes, Manner(paper), at, rest_words(others[show_id]))
        for show_id, changes in by_show.items()
    ]


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


def _slip(
    book: Book, changes: list[Recasting], manner: Manner, at: datetime | None, rest: str
) -> Slip:
    show = changes[0].show
    name = title(book, show)
    when = f"{manner.long_day(show.day)}, {manner.exact(show.curtain)}"
    house = company(book).name
    place = _place(book, changes)
    short = f"{manner.day(show.day)}, {manner.exact(show.curtain)}"
    foot = issued_words(book, show, manner, at)
    return Slip(
        show.id,
        house,
        name,
        when,
        _opening(book, changes),
        tuple(_row(book, one) for one in changes),
        announcement(book, changes, rest),
        during(book, [one for one in changes if one.mid_show]) or BLANKS,
        notice(book, changes, f"{name}, {when}", rest),
        errands(book, changes, manner, place),
        Masthead(house, "CAST CHANGE", "texts", f"{name}, {short}",
                 right=tuple(plain(one) for one in foot.split(BETWEEN) if one), boxed=False),
        Footer(NO_CAUSE, f"{name}, {manner.day(show.day)}"),
        foot,
        _spoken_names(book, changes),
        place,
        rest,
    )  # fmt: skip


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
    return BETWEEN.join(filter(None, (issue, made)))


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
    people = [*indisposed(changes), *(one.in_id for one in changes)]
    return tuple(_name(book, one) for one in dict.fromkeys(people) if one)


def _row(book: Book, one: Recasting) -> SlipRow:
    part = ", ".join(filter(None, (part_name(book, one), since_words(book, one))))
    out = book.find(Person, one.out_id)
    return SlipRow(part, _name(book, one.in_id), f"replaces {out.name}" if out else "")


def _opening(book: Book, changes: list[Recasting]) -> tuple[str, ...]:
    is_are = "is" if len(changes) == 1 else "are"
    sentence = said(off_words(book, changes)) or f"There {is_are} {change_words(changes)}."
    roles = "The role below" if len(changes) == 1 else "The roles below"
    return sentence, f"{roles} will be danced as follows:"


def _name(book: Book, person_id: str | None) -> str:
    who = book.find(Person, person_id)
    return who.name if who else ""
