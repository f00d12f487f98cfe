"""The told list: everybody for whom a recasting changes something, with all of it, and by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.domain.people import Person
from castapp.domain.roster import company, is_dancer, rank
from castapp.export.callboard import Footer, Masthead, Run, Words, bold, bound_words, plain
from castapp.export.manner import Manner
from castapp.export.told_items import Item
from castapp.export.told_people import ToTell, to_tell, told_at

STAFF = "Staff and others"
AT_ONCE = "at once"
KEPT = "Keep this sheet: it is the record of who was told."
WORDS_BETWEEN = "; "


@dataclass(frozen=True, slots=True)
class ToldLine:
    """Somebody to be told: surname, first name or duty, everything that changed, by when.

    `soon` is set for the first night of the list; `told` says when they were, and by whom.
    """

    name: str
    beside: str
    what: Words
    by: str
    soon: bool
    told: str = ""


@dataclass(frozen=True, slots=True)
class ToldSheet:
    """The list in groups: the ranks, then staff and desks; and what to do if one is not reached."""

    masthead: Masthead
    groups: tuple[tuple[str, tuple[ToldLine, ...]], ...]
    footer: Footer
    unreached: str = ""


def told_sheet(
    book: Book, first: date, last: date, paper: str, at: datetime | None = None
) -> ToldSheet:
    """Who must be told of these days. Raises Invalid if nobody is."""
    manner = Manner(paper)
    people = to_tell(book, first, last)
    if not people:
        days = manner.day(first) if first == last else f"{manner.day(first)} – {manner.day(last)}"
        raise Invalid(f"Nobody is replaced on {days}; there is nobody to tell.")
    soonest = min(one.day for one in people)
    latest = max(one.day for one in people)
    groups: dict[str, list[ToldLine]] = {}
    for one in people:
        who = book.find(Person, one.person_id)
        dances = who is not None and is_dancer(who) and not one.desk
        group = (rank(book, one.person_id, soonest) if dances else "") or STAFF
        groups.setdefault(group, []).append(_line(book, one, manner, soonest))
    staff = groups.pop(STAFF, [])
    if staff:
        groups[STAFF] = staff
    dancers = len(people) - len(staff)
    told = sum(1 for one in people if told_at(book, one) is not None)
    right = (
        plain(_issued(book, at, manner)),
        plain(f"{_many(dancers, 'dancer')}, {len(staff)} staff and desks, {told} told"),
        plain("Rule: personally, by the time given"),
    )
    head = Masthead(
        company(book).name,
        "WHO MUST BE TOLD",
        "",
        manner.long_day(soonest) if latest == soonest else manner.days(soonest, latest),
        right=tuple(words for words in right if words),
        boxed=False,
    )
    return ToldSheet(
        head,
        tuple((name, tuple(held)) for name, held in groups.items()),
        Footer(KEPT, f"Told list, {manner.day(soonest)}"),
        _unreached(book),
    )


def _line(book: Book, one: ToTell, manner: Manner, soonest: date) -> ToldLine:
    who = book.find(Person, one.person_id)
    name = who.surname if who else one.desk.capitalize()
    beside = (one.desk or who.given) if who else ""
    words: list[Run] = []
    for item in one.items:
        each = _item(item, manner)
        if each != tuple(words[-len(each) :]):
            words += [*(plain(WORDS_BETWEEN) if words else ()), *each]
    when = AT_ONCE if one.at_once else manner.clock(one.by)
    by = f"{manner.short_day(one.day)} {when}"
    note = told_at(book, one)
    told = _told(book, note.at, note.by, manner) if note else ""
    return ToldLine(name, beside, bound_words(book, words), by, one.day == soonest, told)


def _item(item: Item, manner: Manner) -> Words:
    day = manner.short_day(item.day)
    if item.last is not None:
        when = f"{item.about}, {day} to {manner.short_day(item.last)}: "
    else:
        when = f"{day} {manner.clock(item.clock)} {item.about}: "
    return (*plain(when), *bold(item.new), *plain(item.rest))


def _told(book: Book, at: str, by: str, manner: Manner) -> str:
    moment = _here(book, datetime.fromisoformat(at)) if at else None
    when = manner.clock(moment.hour * 60 + moment.minute) if moment else ""
    return ", ".join(filter(None, (when, by)))


def _issued(book: Book, at: datetime | None, manner: Manner) -> str:
    if at is None:
        return ""
    here = _here(book, at)
    return f"issued {manner.day(here.date())}, {manner.exact(here.hour * 60 + here.minute)}"


def _here(book: Book, moment: datetime) -> datetime:
    """A moment on the company's clock."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(ZoneInfo(company(book).zone))


def _unreached(book: Book) -> str:
    """Whom to ring if somebody is not reached by then."""
    manager = next((who for who in book.all(Person) if "company manager" in who.duties), None)
    name = f"the company manager, {manager.name}" if manager else "the company manager"
    return f"Not reached by then: ring {name}, and write the attempt here:"


def _many(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
