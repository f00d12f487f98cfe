"""Typed text as a row of terms: each what a few words mean, and where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from castapp.domain.book import Book
from castapp.domain.repertory import Role
from castapp.services.calltext.matching import GENERAL, acts_in, match_at, run_at
from castapp.services.calltext.tokens import (
    CLOCK,
    COMMA,
    LENGTH,
    NUMBER,
    QUOTE,
    Token,
    keys,
)
from castapp.services.calltext.vocabulary import (
    ACT,
    CAST,
    CAST_WORD,
    COACH,
    FILLER,
    KIND,
    PERSON,
    PRODUCTION,
    ROLE,
    SECTION,
    STUDIO,
    WORD,
    Meaning,
    Vocabulary,
)

SPAN, SPOTS, UNREAD = "span", "spots", "unread"
AT, LASTS, TITLE = CLOCK, LENGTH, QUOTE


@dataclass(frozen=True, slots=True)
class Term:
    """What some words of the text mean.

    `meanings` are a record, an act or a word of our own; `values` spots, or minutes with `written`
    as they stand. `breaks` and `mark` part it from the term before; `sure` is False for a guess.
    """

    kind: str
    start: int
    end: int
    meanings: tuple[Meaning, ...] = ()
    values: tuple[int, ...] = ()
    written: tuple[str, ...] = ()
    breaks: int = 0
    mark: str = ""
    sure: bool = True

    @property
    def id(self) -> str:
        """What it names."""
        return self.meanings[0].id if self.meanings else ""

    def says(self, *codes: str) -> bool:
        """Whether it is one of these words of our own."""
        return self.kind == WORD and self.id in codes

    def of(self, kind: str) -> str:
        """The id of what it means of a kind; "" if it means nothing of it."""
        return next((one.id for one in self.meanings if one.kind == kind), "")


def terms(book: Book, words: Vocabulary, found: Sequence[Token], text: str) -> list[Term]:
    """The tokens as terms, from first to last; nothing of them is left out."""
    reader = _Reader(book, words, found, text)
    while reader.at < len(found):
        reader.step()
    return reader.terms


class _Reader:
    """Walks along the tokens; `at` is where it stands."""

    def __init__(self, book: Book, words: Vocabulary, found: Sequence[Token], text: str) -> None:
        self.book = book
        self.words = words
        self.found = found
        self.text = text
        self.acts = acts_in(words, found)
        self.at = 0
        self.terms: list[Term] = []
        self.ballet_named = False

    def step(self) -> None:
        """Read one term."""
        token = self.found[self.at]
        if token.kind == QUOTE:
            self._put(TITLE, 1, written=(token.key,))
        elif token.kind == LENGTH:
            self._put(LASTS, 1, values=(token.value,))
        elif self._casts_ahead() or self._spots() or self._span():
            return
        elif token.kind == CLOCK:
            self._put(AT, 1, values=(token.value,), written=(token.key,))
        else:
            self._words()

    def _put(
        self,
        kind: str,
        size: int,
        meanings: Sequence[Meaning] = (),
        values: tuple[int, ...] = (),
        written: tuple[str, ...] = (),
        *,
        sure: bool = True,
    ) -> None:
        first, last = self.found[self.at], self.found[self.at + size - 1]
        term = Term(kind, first.start, last.end, tuple(meanings), values, written,
                    first.breaks, first.mark, sure)  # fmt: skip
        self.terms.append(term)
        self.at += size

    def _ahead(self, step: int) -> Token | None:
        place = self.at + step
        return self.found[place] if place < len(self.found) else None

    def _spots(self) -> bool:
        """Spots after a role of several: 1–16; 7, 9; Spanish."""
        last = self.terms[-1] if self.terms else None
        role = self.book.find(Role, last.of(ROLE)) if last and last.kind == ROLE else None
        if role is None or role.spots == 1 or self.found[self.at].breaks:
            return False
        size, spots = self._spot_numbers(role) or self._spot_names(role)
        if size:
            self._put(SPOTS, size, values=tuple(spots))
        return bool(size)

    def _spot_numbers(self, role: Role) -> tuple[int, list[int]] | None:
        spots: list[int] = []
        size = 0
        while (token := self._ahead(size)) is not None and token.kind == NUMBER:
            if size and token.breaks > COMMA:
                break
            after = self._ahead(size + 1)
            ends_here = after is None or after.kind != CLOCK or after.mark != "-"
            if not 1 <= token.value <= role.spots or not ends_here:
                break
            if token.mark == "-" and spots:
                spots.extend(range(spots[-1] + 1, token.value + 1))
            else:
                spots.append(token.value)
            size += 1
        return (size, spots) if spots else None

    def _spot_names(self, role: Role) -> tuple[int, list[int]]:
        named = {keys(name): spot for spot, name in enumerate(role.spot_names, start=1)}
        spots: list[int] = []
        size = 0
        while (token := self._ahead(size)) is not None and (token.key,) in named:
            if size and token.breaks != COMMA:
                break
            spots.append(named[(token.key,)])
            size += 1
        return size, spots

    def _span(self) -> bool:
        """Two times with a dash: 14.00–15.15, 14-15.15."""
        first, second = self.found[self.at], self._ahead(1)
        if second is None or (second.mark != "-" and second.key not in ("to", "bis")):
            return False
        size = 2
        if second.key in ("to", "bis"):
            second, size = self._ahead(2), 3
        if second is None or {first.kind, second.kind} - {CLOCK, NUMBER}:
            return False
        hours = [one.value if one.kind == CLOCK else one.value * 60 for one in (first, second)]
        if any(one.kind == NUMBER and one.value > 24 for one in (first, second)):
            return False
        self._put(SPAN, size, values=(hours[0], hours[1] % 1440), written=(first.key, second.key))
        return True

    def _casts_ahead(self) -> bool:
        """Numbers that are casts because the word stands before or after them: 1+2 cast."""
        token = self.found[self.at]
        if token.kind != NUMBER:
            return False
        size = 1
        while (more := self._ahead(size)) and more.kind == NUMBER and more.mark in ("+", "/", "-"):
            size += 1
        after = self._ahead(size)
        said = bool(after and after.key in ("cast", "casts") and not after.breaks)
        before = self.terms[-1] if self.terms else None
        if not said and not (before and before.says(CAST_WORD)):
            return False
        meanings = [
            one
            for number in self.found[self.at : self.at + size]
            for one in self.words.exactly((number.key, "cast"))
            if one.kind == CAST
        ]
        if len(meanings) != size:
            return False
        self._put(CAST, size + said, meanings)
        return True

    def _words(self) -> None:
        size, meanings = match_at(self.words, self.found, self.at, self.acts)
        if size:
            exact = bool(self.words.exactly(run_at(self.found, self.at, size)))
            chosen = self._chosen(meanings)
            if chosen:
                self._put(chosen[0].kind, size, chosen, sure=exact)
                return
        self._unread()

    def _chosen(self, meanings: list[Meaning]) -> list[Meaning]:
        """What is meant among what can be; the ballet is named once, then it is a role."""
        if self.ballet_named:
            others = [one for one in meanings if one.kind != PRODUCTION]
            meanings = others or meanings
        kinds = {one.kind for one in meanings}
        if PRODUCTION in kinds:
            self.ballet_named = True
            wanted = self.words.production_id
            named = [one for one in meanings if one.kind == PRODUCTION]
            return [one for one in named if one.id == wanted] or named[:1]
        if ROLE in kinds or SECTION in kinds:
            return self._of_ballet(meanings)
        if WORD in kinds and KIND in kinds:
            coached = self._person_next() and any(one.id == COACH for one in meanings)
            return [one for one in meanings if one.kind == (WORD if coached else KIND)]
        people = [one for one in meanings if one.kind == PERSON]
        if people and meanings[0].kind == PERSON:
            return people if len(people) == 1 else []
        if meanings[0].kind == STUDIO or meanings[0].kind == ACT:
            return meanings[:1]
        return meanings[:1]

    def _of_ballet(self, meanings: list[Meaning]) -> list[Meaning]:
        """A role, and the section of the same name if there is one (in a named act first)."""
        found = [one for one in meanings if one.kind == ROLE][:1]
        places = [one for one in meanings if one.kind == SECTION]
        there = [one for one in places if self.words.acts.get(one.id) in self.acts]
        return [*found, *(there or places)[:1]]

    def _person_next(self) -> bool:
        size, meanings = match_at(self.words, self.found, self.at + 1)
        return bool(size) and any(one.kind == PERSON for one in meanings)

    def _unread(self) -> None:
        """Words that mean nothing, unless they only round off the role before them."""
        token = self.found[self.at]
        last = self.terms[-1] if self.terms else None
        rounding = last is not None and last.kind in (ROLE, SECTION) and token.key in GENERAL
        if rounding and not token.breaks:
            self._put(WORD, 1, (Meaning(WORD, FILLER, FILLER),))
        else:
            size = 1
            while (more := self._ahead(size)) and not more.breaks and more.key in GENERAL:
                size += token.key in GENERAL
                if token.key not in GENERAL:
                    break
            self._put(UNREAD, size)
