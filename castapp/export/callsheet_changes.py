"""What changed on a call sheet since the issue it replaces, in the words that stand on it."""

from __future__ import annotations

from dataclasses import dataclass, field

from castapp.domain.book import Book
from castapp.domain.office import PostedLine, Posting
from castapp.domain.people import Person
from castapp.domain.roster import inside_name
from castapp.export.manner import Manner
from castapp.export.posted import changed_people, wanted

MOST_NAMED = 3
CAST_CHANGED = "cast changed"


@dataclass(frozen=True, slots=True)
class Changes:
    """Call or show id → the word for its change; people whose day changed; lines taken out."""

    calls: dict[str, str] = field(default_factory=dict)
    people: frozenset[str] = frozenset()
    taken_out: tuple[PostedLine, ...] = ()

    @property
    def count(self) -> int:
        return len(self.calls) + len(self.taken_out)


def changes_of(
    book: Book, lines: tuple[PostedLine, ...], base: Posting | None, manner: Manner
) -> Changes:
    """What differs between these lines and an issue; nothing if there was none."""
    if base is None:
        return Changes()
    now = {line.ref_id: line for line in lines}
    before = {line.ref_id: line for line in base.lines}
    calls = {
        ref_id: change_word(book, before.get(ref_id), line, manner)
        for ref_id, line in now.items()
        if before.get(ref_id) != line
    }
    return Changes(
        calls,
        frozenset(changed_people(base.lines, now.values())),
        tuple(line for ref_id, line in before.items() if ref_id not in now),
    )


def change_word(book: Book, was: PostedLine | None, line: PostedLine, manner: Manner) -> str:
    """A change in a word or two: new; moved, was 13.00; was Studio 2; Fox for Cho."""
    if was is None:
        return "new"
    words = []
    if was.start != line.start:
        words.append(f"moved, was {manner.clock(was.start)}")
    elif was.minutes != line.minutes:
        words.append(f"was to {manner.clock(was.start + was.minutes)}")
    if was.place != line.place:
        words.append(f"was {was.place or 'not placed'}")
    if was.what != line.what:
        words.append(f"replaces {was.what}")
    if not words:
        words.append(_people_word(book, was, line, manner))
    return "; ".join(words)


def _people_word(book: Book, was: PostedLine, line: PostedLine, manner: Manner) -> str:
    if any(who.role_id for who in wanted(line)):
        return CAST_CHANGED
    old = {who.person_id for who in wanted(was)}
    new = {who.person_id for who in wanted(line)}
    added, gone = _names(book, new - old), _names(book, old - new)
    if len(added) + len(gone) > MOST_NAMED:
        return "others called"
    if added and gone:
        return f"{', '.join(added)} for {', '.join(gone)}"
    if added:
        return f"with {', '.join(added)}"
    if gone:
        return f"without {', '.join(gone)}"
    return _own_times(book, was, line, manner)


def _own_times(book: Book, was: PostedLine, line: PostedLine, manner: Manner) -> str:
    before = {who.person_id: who for who in wanted(was)}
    moved = [who for who in wanted(line) if before.get(who.person_id) != who]
    if len(moved) != 1:
        return "times changed"
    old = before[moved[0].person_id]
    name = inside_name(book, old.person_id)
    return f"{name} was {manner.span(old.start, old.end)}"


def _names(book: Book, ids: set[str]) -> list[str]:
    people = [person for one in ids if (person := book.find(Person, one))]
    return sorted(inside_name(book, person.id) for person in people)
