"""What the side list offers: sections and their casts, roles, groups, people. No Qt."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from castapp.domain.book import Book
from castapp.domain.calls import GROUPS
from castapp.domain.people import Person
from castapp.domain.programme import casts, roles, sections
from castapp.domain.repertory import Production, Section
from castapp.domain.roster import company, dancers
from castapp.domain.slot import length
from castapp.domain.standing import standing
from castapp.domain.who import group_words
from castapp.ui.reading import plain
from castapp.ui.screens.schedule.called_choices import COACHES, PIANISTS, people_with
from castapp.ui.screens.schedule.side.sets import set_choices, set_count

SECTIONS, FEW, MOST_ELSEWHERE = "Sections", 3, 6


@dataclass(frozen=True, slots=True)
class Part:
    """One that can be put on the board, or (without a key) the heading above the next ones.

    `under` are the words of what it is a kind of; `open` whether its own kinds are shown, None if
    it has none. One that only `leads` elsewhere has the ballet it is in.
    """

    key: str
    text: str
    detail: str = ""
    under: str = ""
    open: bool | None = None
    leads: str = ""

    @property
    def spoken(self) -> str:
        """How it is read out."""
        state = "" if self.open is None else "open" if self.open else "closed"
        return ", ".join(part for part in (self.under, self.text, self.detail, state) if part)


def parts(
    book: Book, day: date, work_id: str, typed: str = "", opened: Collection[str] = ()
) -> tuple[Part, ...]:
    """A ballet's sections, casts and roles, then groups and people; those whose words begin with
    what was typed. Headings without anything under them are left out.

    Under the sections whose keys are `opened`, or where few were found, stand their casts.
    """
    wanted = plain(typed).split()
    groups = (
        (SECTIONS, _sections(book, work_id, wanted, opened)),
        ("Casts", _casts(book, work_id)),
        ("Roles", _roles(book, work_id)),
        ("Groups", _groups(book)),
        ("Dancers", _dancers(book, day)),
        ("Coaches and pianists", _staff(book)),
    )
    found: list[Part] = []
    for heading, some in groups:
        narrowed = heading == SECTIONS
        fitting = [one for one in some if narrowed or _fits(one, wanted)]
        if fitting:
            found += [Part("", heading), *fitting]
    return tuple(found) or tuple(_nowhere(book, work_id, typed.strip(), wanted))


def _nowhere(book: Book, work_id: str, typed: str, wanted: Sequence[str]) -> Iterator[Part]:
    """That nothing fits, and in which other ballets something does."""
    yield Part("", f"Nothing here for “{typed}”")
    left = MOST_ELSEWHERE
    for work in book.all(Production):
        if work.id == work_id:
            continue
        own = [one.name for one in roles(book, work.id)]
        own += [one.name for one in sections(book, work.id)]
        names = dict.fromkeys(one for one in own if _fits(Part("", one), wanted))
        for name in list(names)[:left]:
            left -= 1
            text = f"{name} is in {work.short or work.title}"
            yield Part(f"work:{work.id}:{name}", text, leads=work.id)


def _sections(
    book: Book, work_id: str, wanted: Sequence[str], opened: Collection[str]
) -> list[Part]:
    found = [
        (one, fitting)
        for one in sections(book, work_id)
        if not one.interval and (fitting := _sets(book, one, wanted))
    ]
    few = bool(wanted) and len(found) <= FEW
    rows: list[Part] = []
    for one, sets in found:
        key = f"section:{one.id}"
        shown = few or key in opened
        rows.append(Part(key, _section_words(one), length(one.minutes), open=shown))
        if shown:
            rows += [
                replace(each, detail=set_count(book, one, each.key.rpartition(":")[2]))
                for each in sets
            ]
    return rows


def _sets(book: Book, section: Section, wanted: Sequence[str]) -> list[Part]:
    """A section in each cast, in all, and with the covers: those whose words fit."""
    under = _section_words(section)
    sets = (
        Part(f"set:{section.id}:{which}", text, under=under)
        for which, text in set_choices(book, section)
    )
    return [one for one in sets if _fits(one, wanted)]


def _section_words(section: Section) -> str:
    return f"{section.act.removeprefix('Act ')} {section.name}".strip()


def _casts(book: Book, work_id: str) -> list[Part]:
    if not work_id:
        return []
    named = [Part(f"cast:{one.id}", one.name, "cast") for one in casts(book, work_id)]
    return [Part(f"full:{work_id}", "Full call", "all casts"), *named]


def _roles(book: Book, work_id: str) -> list[Part]:
    return [Part(f"role:{one.id}:", one.name, "all casts") for one in roles(book, work_id)]


def _groups(book: Book) -> Iterator[Part]:
    for group in (*GROUPS, *company(book).ranks):
        yield Part(f"group:{group}", group_words(group), "group")


def _dancers(book: Book, day: date) -> Iterator[Part]:
    for person in dancers(book, day):
        word = standing(book, person.id, day).word
        yield Part(f"person:{person.id}", person.name, "" if word == "full" else word)


def _staff(book: Book) -> Iterator[Part]:
    for person in people_with(book, (*COACHES, *PIANISTS)):
        yield Part(f"staff:{person.id}", person.name, "pianist" if plays(person) else "coach")


def plays(person: Person) -> bool:
    """Whether somebody plays rather than leads."""
    return not set(COACHES) & set(person.duties)


def _fits(part: Part, wanted: Sequence[str]) -> bool:
    words = plain(f"{part.under} {part.text}").split()
    return all(any(word.startswith(want) for word in words) for want in wanted)
