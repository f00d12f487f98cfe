"""Finding what a row of words means: as written, as a beginning, or from inside a name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from castapp.services.calltext.tokens import COMMA, NUMBER, WORD, Token
from castapp.services.calltext.vocabulary import (
    ACT,
    LONGEST_PHRASE,
    ORDER,
    PERSON,
    PRODUCTION,
    ROLE,
    SECTION,
    Meaning,
    Phrase,
    Vocabulary,
)

LEAST_BEGINNING = 3
_GUESSED = (PRODUCTION, ROLE, SECTION, PERSON)
GENERAL = frozenset(
    "variation variations solo solos entrance coda scene dance dances pas de deux trois couple "
    "princess leads women men and of".split()
)

Match = tuple[int, list[Meaning]]


def run_at(found: Sequence[Token], at: int, most: int = LONGEST_PHRASE) -> Phrase:
    """The words from a place on that may be one name: none is parted by a comma or a new line."""
    words: list[str] = []
    for token in found[at : at + most]:
        if token.kind not in (WORD, NUMBER) or (words and token.breaks >= COMMA):
            break
        words.append(token.key)
    return tuple(words)


def match_at(
    words: Vocabulary, found: Sequence[Token], at: int, acts: Collection[str] = ()
) -> Match:
    """How many words from a place on mean something, and what; none if they mean nothing."""
    run = run_at(found, at)
    for size in range(len(run), 0, -1):
        meanings = words.exactly(run[:size])
        if meanings and not _counts(words, found, at, run[:size]):
            return size, sorted(meanings, key=lambda one: ORDER.index(one.kind))
    for size in range(len(run), 0, -1):
        guessed = _settled(words, _beginnings(words, run[:size]), acts)
        if guessed:
            return size, guessed
    for size in range(len(run), 0, -1):
        guessed = _settled(words, _inside(words, run[:size]), acts)
        if guessed:
            return size, guessed
    return 0, []


def _counts(words: Vocabulary, found: Sequence[Token], at: int, phrase: Phrase) -> bool:
    """Whether the number ending a phrase begins a span or counts casts: duet 1-2, duet 1 cast."""
    after = found[at + len(phrase)] if at + len(phrase) < len(found) else None
    if phrase not in words.numbered or after is None or after.breaks:
        return False
    return after.mark in ("-", "+", "/") or after.key in ("cast", "casts", "to", "bis")


def candidates(words: Vocabulary, typed: Phrase) -> list[Meaning]:
    """Everything whose name has a word that begins like each typed word, in the same order."""
    found: dict[Meaning, None] = {}
    for phrase in words.holding(_text(typed)):
        found.update(dict.fromkeys(words.phrases[phrase]))
    return list(found)


def _text(typed: Phrase) -> str:
    return "".join(f" {word}" for word in typed)


def _beginnings(words: Vocabulary, typed: Phrase) -> list[Meaning]:
    if len(typed[-1]) < LEAST_BEGINNING and (len(typed) == 1 or typed[-1].isdigit()):
        return []
    if typed[0] in GENERAL and len(typed) == 1:
        return []
    return [
        meaning
        for phrase in words.holding(_text(typed))
        if phrase[0].startswith(typed[0]) and phrase[: len(typed) - 1] == typed[:-1]
        for meaning in words.phrases[phrase]
        if meaning.kind in _GUESSED
    ]


def _inside(words: Vocabulary, typed: Phrase) -> list[Meaning]:
    if GENERAL.issuperset(typed) and len(typed) < LEAST_BEGINNING:
        return []
    if all(len(word) <= LEAST_BEGINNING for word in typed):
        return []
    return [
        meaning
        for phrase in words.holding(_text(typed))
        if f"{_text(typed)} " in f"{_text(phrase)} " and phrase[: len(typed)] != typed
        for meaning in words.phrases[phrase]
        if meaning.kind in (PRODUCTION, ROLE, SECTION)
    ]


def _settled(words: Vocabulary, guessed: Iterable[Meaning], acts: Collection[str]) -> list[Meaning]:
    """The one thing guessed, or the one of the first kind; nothing while it may be several."""
    found = list(dict.fromkeys(guessed))
    for kind in ORDER:
        same = [one for one in found if one.kind == kind]
        there = [one for one in same if words.acts.get(one.id) in acts]
        same = there or same
        if len(same) == 1:
            return same
        if same:
            return []
    return []


def acts_in(words: Vocabulary, found: Sequence[Token]) -> set[str]:
    """The acts a text names anywhere."""
    named: set[str] = set()
    for at in range(len(found)):
        run = run_at(found, at, 2)
        for size in range(len(run), 0, -1):
            named.update(one.id for one in words.exactly(run[:size]) if one.kind == ACT)
    return named
