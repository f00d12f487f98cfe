"""Who must be told what of somebody's being off, by when, and who knows already.

All of it from the records alone, so that the screen, the paper and the file opened again agree.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.handover import changed_calls, changed_covers, changed_pits
from castapp.domain.office import Told
from castapp.domain.people import Person
from castapp.domain.programme import HALF, running_minutes, section_starts, title
from castapp.domain.roster import by_rank, inside_name, is_dancer
from castapp.domain.tellings import NOT_IN_IT, casting_words, told
from castapp.export.recastings import (
    Recasting,
    inside_part_name,
    is_billed,
    recastings,
    since_words,
)
from castapp.export.told_desks import desk_told
from castapp.export.told_items import Item, of_call, of_cover, of_pit, of_recasting, slip_ref

DESKS = ("stage manager", "conductor", "wardrobe", "company manager")
WARDROBE, FRONT = "wardrobe, wigs", "front of house"
BEFORE_DOORS = 60
MOST_CALLS = 3


@dataclass(frozen=True, slots=True)
class ToTell:
    """Somebody to be told: everything that changed for them, and by when (day, clock minute).

    `matters` are the ids of the shows and calls it is about, each with the words that are kept
    once they are told. A desk nobody of the company sits at has no `person_id`.
    """

    person_id: str
    items: tuple[Item, ...]
    day: date
    by: int
    desk: str = ""
    matters: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> str:
        """Who it is: the person or, where nobody of the company sits there, the desk."""
        return self.person_id or self.desk

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything that changed for them, each in a sentence."""
        return tuple(dict.fromkeys(one.text for one in self.items))

    @property
    def at_once(self) -> bool:
        """Whether the first of it is a change during a show, which leaves no time."""
        first = min(self.items, key=lambda one: (one.day, one.by))
        return first.by > first.clock


def to_tell(
    book: Book,
    first: date,
    last: date | None = None,
    roots: Collection[str] | None = None,
    since: int = 0,
) -> tuple[ToTell, ...]:
    """Everybody to be told of these days (of those off, if named), dancers by rank, staff, desks.

    What is over by the clock minute `since` of the first day is told no more.
    """
    until = last or max((one.day for one in book.all(Performance)), default=first)
    moves = [
        one
        for one in recastings(book, first, until)
        if (roots is None or one.off_id in roots) and not _over(book, one.show, first, since)
    ]
    items: list[Item] = []
    for move in moves:
        items += of_recasting(book, move)
    begins = _begins(book, moves)
    for cover in changed_covers(book, first, last, roots):
        if not _over(book, cover.show, first, since):
            by = begins.get((cover.show.id, cover.root_id), 0)
            items += [replace(one, by=max(one.by, by)) for one in of_cover(book, cover)]
    for changed in changed_calls(book, roots):
        day = changed.call.day
        begun = (day, changed.call.end) <= (first, since)
        if not begun and (last is None or day <= last):
            items += of_call(book, changed)
    for pit in changed_pits(book, roots):
        if not _over(book, pit.show, first, since) and first <= pit.show.day <= until:
            items += of_pit(book, pit)
    mine: dict[str, list[Item]] = {}
    for one in dict.fromkeys(items):
        mine.setdefault(one.person_id, []).append(one)
    return (*_people(book, mine, _desk_of(book, moves)), *_desks(book, moves, mine))


def told_back(
    before: Book, now: Book, first: date, root_id: str, since: int = 0
) -> tuple[ToTell, ...]:
    """Those who were told of it, told that whoever was off is back; what they dance stands in
    `now`. Who never heard of it hears nothing.
    """
    found = []
    for one in to_tell(before, first, None, {root_id}, since):
        heard = set(_known(before, one))
        items = [
            replace(item, new=item.back, rest="") for item in one.items if item.ref_id in heard
        ]
        if items:
            found.append(_one(now, one.person_id, items, one.desk))
    return tuple(found)


def _known(book: Book, one: ToTell) -> Iterator[str]:
    """The shows and calls of which somebody was told anything."""
    for ref_id, what in one.matters:
        if _note(book, one, ref_id, what) is not None:
            yield ref_id


def _note(book: Book, one: ToTell, ref_id: str, what: str) -> Told | None:
    if not one.person_id:
        return desk_told(book, one.desk, ref_id, what)
    return told(book, one.person_id, ref_id, what)


def told_at(book: Book, one: ToTell) -> Told | None:
    """The last note that somebody was told, if they know all of it as it stands; else None."""
    notes = [_note(book, one, ref_id, what) for ref_id, what in one.matters]
    known = [note for note in notes if note is not None]
    return max(known, key=lambda note: note.at) if known and len(known) == len(notes) else None


def _begins(book: Book, moves: Sequence[Recasting]) -> dict[tuple[str, str | None], int]:
    """Where in a show the first change for somebody falls, if all of them do: the clock minute."""
    whole = {(one.show.id, one.off_id) for one in moves if not one.mid_show}
    found: dict[tuple[str, str | None], int] = {}
    for one in moves:
        key = (one.show.id, one.off_id)
        if one.from_section_id and key not in whole:
            starts = section_starts(book, one.show)
            at = starts.get(one.from_section_id, 0)
            found[key] = min(at, found.get(key, at))
    return found


def _over(book: Book, show: Performance, day: date, minute: int) -> bool:
    end = show.curtain + running_minutes(book, show)
    return (show.day, end) <= (day, minute)


def _people(book: Book, mine: dict[str, list[Item]], desks: dict[str, str]) -> Iterator[ToTell]:
    """The dancers by rank, then staff; whoever sits at a desk is told with the desk's lines."""
    if not mine:
        return
    first = min(one.day for held in mine.values() for one in held)
    people = [who for one in mine if (who := book.find(Person, one)) is not None]
    ordered = by_rank(book, people, first)
    for who in sorted(ordered, key=lambda one: not is_dancer(one)):
        if who.id not in desks:
            desk = "" if is_dancer(who) else next(iter(who.duties), "")
            yield _one(book, who.id, mine[who.id], desk)


def _one(book: Book, person_id: str, items: list[Item], desk: str = "") -> ToTell:
    items.sort(key=lambda one: (one.day, one.by))
    matters: dict[str, list[str]] = {}
    for one in items:
        matters.setdefault(one.ref_id, []).append(one.text)
    words = {
        ref_id: _danced(book, ref_id, person_id) or "; ".join(dict.fromkeys(texts))
        for ref_id, texts in matters.items()
    }
    day, by = min((one.day, one.by) for one in items)
    return ToTell(person_id, tuple(_gathered(items)), day, by, desk, tuple(words.items()))


def _danced(book: Book, ref_id: str, person_id: str) -> str:
    """What somebody dances in a show, as the Casting screen tells it; "" for anything else."""
    show = book.find(Performance, ref_id)
    return (casting_words(book, show, person_id) or NOT_IN_IT) if show else ""


def _gathered(items: list[Item]) -> list[Item]:
    """Calls of which the same is to be told, as one line where they are many."""
    same: dict[tuple[str, str], list[Item]] = {}
    for one in items:
        if not one.own and one.by == one.clock:
            same.setdefault((one.new, one.rest), []).append(one)
    found: list[Item] = []
    for one in items:
        held = same.get((one.new, one.rest), []) if not one.own and one.by == one.clock else []
        if len(held) <= MOST_CALLS:
            found.append(one)
        elif one is held[0]:
            many = len(held)
            found.append(replace(one, about=f"{many} calls", many=many, last=held[-1].day))
    return found


def _desk_of(book: Book, moves: list[Recasting]) -> dict[str, str]:
    """Who sits at a desk that hears of every change, and at which."""
    if not moves:
        return {}
    conductors = {one.show.conductor_id for one in moves}
    return {
        who.id: desk
        for desk in reversed(DESKS)
        for who in book.all(Person)
        if desk in who.duties and (desk != "conductor" or who.id in conductors)
    }


def _desks(book: Book, moves: list[Recasting], mine: dict[str, list[Item]]) -> Iterator[ToTell]:
    """Those who work with every change; where nobody of the company does, the desk alone."""
    sitting = _desk_of(book, moves)
    order = {desk: number for number, desk in enumerate(DESKS)}
    people = sorted(
        (book.get(Person, one) for one in sitting),
        key=lambda who: (order[sitting[who.id]], who.sort_key),
    )
    for who in people:
        desk = sitting[who.id]
        shown = WARDROBE if desk == "wardrobe" else desk
        lines = [_line(book, one, who.id) for one in moves]
        yield _one(book, who.id, [*lines, *mine.get(who.id, [])], shown)
    if moves and "wardrobe" not in sitting.values():
        yield _one(book, "", [_line(book, one, "") for one in moves], WARDROBE)
    billed = [one for one in moves if is_billed(book, one)]
    if billed:
        doors = [_line(book, one, "", before=BEFORE_DOORS) for one in billed]
        yield _one(book, "", doors, FRONT)


def _line(book: Book, one: Recasting, person_id: str, before: int = HALF) -> Item:
    """A change as a desk hears of it."""
    new, old = inside_name(book, one.in_id) or "open", inside_name(book, one.out_id)
    part = inside_part_name(book, one)
    since = f" {since_words(book, one)}" if one.mid_show else ""
    by = one.show.curtain - before
    if one.from_section_id:
        by = section_starts(book, one.show).get(one.from_section_id, by)
    return Item(
        person_id, one.show.day, one.show.curtain, title(book, one.show), f"{part}{since} {new}",
        f" for {old}" if old else "", by, slip_ref(one.show), back=f"{part} {old} again",
    )  # fmt: skip
