"""What the word being typed may become, the likeliest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from castapp.domain.book import Book
from castapp.domain.casting import Casting
from castapp.domain.people import Person
from castapp.domain.repertory import Role
from castapp.services.calltext.matching import candidates, run_at
from castapp.services.calltext.parts import Wanted
from castapp.services.calltext.taking import COACHES
from castapp.services.calltext.tokens import WORD as WORD_TOKEN
from castapp.services.calltext.tokens import Token, keys
from castapp.services.calltext.vocabulary import (
    ACT,
    CAST,
    COACH,
    GROUP,
    KIND,
    PERSON,
    PNO,
    PRODUCTION,
    ROLE,
    SECTION,
    STUDIO,
    WORD,
    Meaning,
    Phrase,
    Vocabulary,
)

MOST = 8
LONGEST_TAIL = 4
_DETAILS = {PRODUCTION: "ballet", CAST: "", STUDIO: "where", KIND: "kind of call", WORD: ""}
_ORDER_WITHOUT = (PRODUCTION, KIND, GROUP, PERSON, STUDIO, WORD, ROLE, SECTION, ACT, CAST)
_ORDER = (ROLE, SECTION, ACT, CAST, PERSON, STUDIO, GROUP, KIND, WORD, PRODUCTION)


@dataclass(frozen=True, slots=True)
class Completion:
    """`text` replaces what stands from `start` to `end`; `detail` says what it is."""

    text: str
    detail: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Scene:
    """What the ranking looks at."""

    book: Book
    want: Wanted
    sections: frozenset[str]
    duty: str


def completions(
    book: Book,
    words: Vocabulary,
    found: Sequence[Token],
    want: Wanted,
    sections: Sequence[str],
    text: str,
) -> tuple[Completion, ...]:
    """What the last word may become; after a blank, what is likely to be typed next."""
    duty = _duty(words, found[-2].key) if len(found) > 1 else ""
    scene = _Scene(book, want, frozenset(sections), duty)
    if not found or text[found[-1].end :].strip(" ") != text[found[-1].end :]:
        return _next(words, scene, len(text))
    last = found[-1]
    if last.kind != WORD_TOKEN or text[last.end :]:
        return ()
    for at in range(max(0, len(found) - LONGEST_TAIL), len(found)):
        tail = run_at(found, at)
        if len(tail) == len(found) - at:
            meanings = candidates(words, tail)
            if meanings:
                return _ranked(words, scene, meanings, tail, found[at].start, last.end)
    return ()


def _duty(words: Vocabulary, key: str) -> str:
    """Whether the word before asks for a pianist or for somebody who takes the call."""
    meant = {one.id for one in words.exactly((key,)) if one.kind == WORD}
    return next((one for one in (PNO, COACH) if one in meant), "")


def _ranked(
    words: Vocabulary,
    scene: _Scene,
    meanings: Sequence[Meaning],
    tail: Phrase,
    start: int,
    end: int,
) -> tuple[Completion, ...]:
    order = _ORDER if words.production_id else _ORDER_WITHOUT
    told: dict[str, Completion] = {}
    for one in sorted(meanings, key=lambda one: _rank(scene, one, tail, order)):
        if one.words and keys(one.words) != tail:
            told.setdefault(one.words, Completion(one.words, _detail(scene, one), start, end))
    return tuple(told.values())[:MOST]


def _rank(
    scene: _Scene, one: Meaning, tail: Phrase, order: Sequence[str]
) -> tuple[bool, bool, int, bool, str]:
    name = keys(one.words)
    begins = bool(name) and name[0].startswith(tail[0])
    return (not _suits(scene, one), not begins, order.index(one.kind), not _near(scene, one),
            one.words)  # fmt: skip


def _suits(scene: _Scene, one: Meaning) -> bool:
    """After “pno” pianists come first, after “coach” those who take calls."""
    if not scene.duty:
        return True
    if one.kind != PERSON:
        return False
    duties = set(scene.book.get(Person, one.id).duties)
    return "pianist" in duties if scene.duty == PNO else bool(COACHES & duties)


def _near(scene: _Scene, one: Meaning) -> bool:
    """Whether it belongs to what the text already speaks of."""
    if one.kind == ROLE:
        places = scene.book.get(Role, one.id).sections
        return any(place.section_id in scene.sections for place in places)
    if one.kind == PERSON:
        mine = scene.book.where(Casting, "person_id", one.id)
        dances = (scene.book.find(Role, casting.role_id) for casting in mine)
        return any(role and role.production_id == scene.want.production_id for role in dances)
    return one.id in scene.sections


def _detail(scene: _Scene, one: Meaning) -> str:
    if one.kind == PERSON:
        return ", ".join(scene.book.get(Person, one.id).duties)
    return _DETAILS.get(one.kind, one.kind)


def _next(words: Vocabulary, scene: _Scene, end: int) -> tuple[Completion, ...]:
    """What usually follows: the ballet, then its acts and roles, then casts, then the coach."""
    want = scene.want
    if words.production_id is None:
        kinds: tuple[str, ...] = (PRODUCTION,)
    elif not (want.sets or want.sections or want.acts):
        kinds = (ACT, ROLE)
    elif not want.casts:
        kinds = (CAST,)
    else:
        return ()
    told: dict[str, Completion] = {}
    for kind in kinds:
        for meanings in words.phrases.values():
            for one in meanings:
                if one.kind == kind:
                    told.setdefault(one.words, Completion(one.words, _detail(scene, one), end, end))
    return tuple(told.values())[:MOST]
