"""What the list of people says: rows under ranks and duties, found and filtered. No Qt here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from castapp.domain.book import Book
from castapp.domain.people import DUTIES, Engagement, Person
from castapp.domain.roster import company, engagement, is_dancer, rank
from castapp.domain.standing import standing
from castapp.domain.who import group_words
from castapp.ui.reading import plain

EVERYONE, DANCERS, STAFF, GUESTS, PAST = "everyone", "dancers", "staff", "guests", "past"
FILTERS = (
    (EVERYONE, "Everyone"),
    (DANCERS, "Dancers"),
    (STAFF, "Staff"),
    (GUESTS, "Guests"),
    (PAST, "Past"),
)
SOON_DAYS = 90
STAFF_GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Artistic staff", ("director", "ballet master", "répétiteur", "teacher", "coach")),
    ("Music", ("conductor", "pianist")),
    ("Stage and wardrobe", ("stage manager", "wardrobe")),
    ("Office", ("company manager", "coordinator")),
    ("Physio", ("physio",)),
)
NO_DUTY = "Others"


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A heading over people: a rank or a kind of staff, and how many."""

    words: str
    count: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person. `status` is the mark's word, "" where none is drawn; tones are the palette's."""

    id: str
    name: str
    status: str
    title: str
    contract: str
    contract_tone: str
    coach: str
    height: str
    phone: str


Row = GroupRow | PersonRow


def rows(book: Book, today: date, kept: str = EVERYONE, find: str = "") -> list[Row]:
    """The people that answer to a filter and to words of their name, under their headings."""
    groups: dict[tuple[int, str], list[Person]] = {}
    for person in book.all(Person):
        if _kept(book, person, today, kept) and _answers(book, person, today, find):
            groups.setdefault(_group(book, person, today), []).append(person)
    found: list[Row] = []
    for (_, words), people in sorted(groups.items(), key=lambda each: each[0]):
        found.append(GroupRow(words, str(len(people))))
        ordered = sorted(people, key=lambda who: (*_place(who), who.sort_key, who.id))
        found.extend(_row(book, who, today) for who in ordered)
    return found


def counted(found: Sequence[Row]) -> str:
    """How many people are listed: 73 people."""
    count = sum(isinstance(row, PersonRow) for row in found)
    return f"{count} {'person' if count == 1 else 'people'}"


def contract_words(book: Book, person_id: str, today: date) -> tuple[str, str]:
    """The contract that counts today, in words, and the tone to say them in."""
    now = engagement(book, person_id, today)
    contracts = sorted(book.where(Engagement, "person_id", person_id), key=lambda one: one.first)
    if now is None:
        coming = next((one for one in contracts if one.first > today), None)
        if coming is not None:
            return f"from {said(coming.first)}", "t2"
        if not contracts:
            return "no contract yet", "warning"
        return f"until {said(max(one.last or today for one in contracts))}", "t3"
    whose = "guest, " if now.guest else ""
    if now.last is None:
        return f"{whose}since {said(now.first)}", "t2"
    left = (now.last - today).days
    follows = any(one.first > now.last for one in contracts)
    if left <= SOON_DAYS and not follows:
        return f"{whose}ends {now.last.day} {now.last:%b}, {_left(left)}", "breach"
    return f"{whose}{now.first.year} – {said(now.last)}", "t2"


def title_words(book: Book, person: Person, today: date) -> str:
    """The rank or title held, else the first thing they do."""
    held = rank(book, person.id, today)
    return held or (person.duties[0] if person.duties else "")


def said(day: date) -> str:
    """A day in words: 1 Aug 2026."""
    return f"{day.day} {day:%b} {day.year}"


def _left(days: int) -> str:
    if days == 0:
        return "today"
    if days < 14:
        return f"in {days} day{'' if days == 1 else 's'}"
    return f"in {days // 7} weeks"


def _kept(book: Book, person: Person, today: date, kept: str) -> bool:
    contracts = book.where(Engagement, "person_id", person.id)
    gone = bool(contracts) and all(one.last and one.last < today for one in contracts)
    if kept == PAST or gone:
        return gone and kept == PAST
    now = engagement(book, person.id, today)
    if kept == GUESTS:
        return any(one.guest for one in ([now] if now else contracts))
    if kept in (DANCERS, STAFF):
        return is_dancer(person) == (kept == DANCERS)
    return True


def _answers(book: Book, person: Person, today: date, find: str) -> bool:
    if not find.strip():
        return True
    texts = (person.given, person.family, person.stage_name, title_words(book, person, today),
             *person.duties)  # fmt: skip
    parts = plain(" ".join(texts)).replace("-", " ").split()
    return all(any(part.startswith(word) for part in parts) for word in plain(find).split())


def _group(book: Book, person: Person, today: date) -> tuple[int, str]:
    ladder = company(book).ranks
    if is_dancer(person):
        held = rank(book, person.id, today)
        if held in ladder:
            return ladder.index(held), group_words(held)
        return len(ladder), group_words(held) if held else "Dancers without a rank"
    for place, (words, duties) in enumerate(STAFF_GROUPS):
        if any(duty in duties for duty in person.duties[:1]):
            return len(ladder) + 1 + place, words
    return len(ladder) + 1 + len(STAFF_GROUPS), NO_DUTY


def _place(person: Person) -> tuple[int]:
    if is_dancer(person) or not person.duties:
        return (0,)
    order = [duty for _, duties in STAFF_GROUPS for duty in duties]
    first = person.duties[0]
    return (order.index(first) if first in order else DUTIES.index(first),)


def _row(book: Book, person: Person, today: date) -> PersonRow:
    words, tone = contract_words(book, person.id, today)
    coach = book.find(Person, person.coach_id)
    return PersonRow(
        id=person.id,
        name=person.name,
        status=_mark(book, person, today),
        title=title_words(book, person, today),
        contract=words,
        contract_tone=tone,
        coach=coach.name if coach else "",
        height=f"{person.height_cm} cm" if person.height_cm else "",
        phone=person.phone,
    )


def _mark(book: Book, person: Person, today: date) -> str:
    word = standing(book, person.id, today).word
    if word == "not engaged" or (word == "full" and not is_dancer(person)):
        return ""
    return word
