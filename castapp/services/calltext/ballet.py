"""Which ballet a text speaks of: the one it names, else the one whose parts it names."""

from __future__ import annotations

from collections.abc import Sequence

from castapp.domain.book import Book
from castapp.domain.repertory import Production
from castapp.services.calltext.matching import GENERAL, match_at, run_at
from castapp.services.calltext.tokens import Token
from castapp.services.calltext.vocabulary import (
    GROUP,
    KIND,
    PERSON,
    ROLE,
    SECTION,
    WORD,
    Meaning,
    Vocabulary,
    ballets,
    parts_of,
    vocabulary,
)

_COMMON = (GROUP, KIND, PERSON, WORD)


def ballet_of(book: Book, found: Sequence[Token], known: str | None) -> str | None:
    """The ballet named in full; else the one most of whose sections and roles are named; else
    the one whose name is begun; else the one known before.
    """
    names = ballets(book)
    for at in range(len(found)):
        meaning = _named(names, found, at)
        if meaning is not None:
            return meaning.id
    begun = _begun(names, found)
    voted = _voted(book, found, known)
    return voted or begun or known


def _named(names: Vocabulary, found: Sequence[Token], at: int) -> Meaning | None:
    run = run_at(found, at)
    for size in range(len(run), 0, -1):
        meanings = names.exactly(run[:size])
        if len(meanings) == 1:
            return meanings[0]
    return None


def _begun(names: Vocabulary, found: Sequence[Token]) -> str | None:
    size, meanings = match_at(names, found, 0)
    return meanings[0].id if size and meanings else None


def _voted(book: Book, found: Sequence[Token], known: str | None) -> str | None:
    general = vocabulary(book, None)
    votes = {
        work.id: _parts_named(parts_of(book, work.id), general, found)
        for work in book.all(Production)
    }
    most = max(votes.values(), default=0)
    first = [one for one, count in votes.items() if count == most]
    if not most:
        return None
    if known in first:
        return known
    return first[0] if len(first) == 1 else None


def _parts_named(words: Vocabulary, general: Vocabulary, found: Sequence[Token]) -> int:
    """How many words of a text are names of this ballet's sections and roles, and of no group."""
    count, at = 0, 0
    while at < len(found):
        run = run_at(found, at)
        size = next(
            (
                size
                for size in range(len(run), 0, -1)
                if not GENERAL.issuperset(run[:size])
                and not any(one.kind in _COMMON for one in general.exactly(run[:size]))
                and any(one.kind in (SECTION, ROLE) for one in words.exactly(run[:size]))
            ),
            0,
        )
        count += size
        at += size or 1
    return count
