"""A call read from typed text: what was understood piece by piece, and what was not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches

from castapp.domain.book import Book
from castapp.domain.calls import Call, Called
from castapp.domain.checks import Invalid, clean
from castapp.domain.programme import sections as danced_sections
from castapp.domain.programme import zone
from castapp.domain.record import new_id
from castapp.domain.slot import clock, length, skipped, span
from castapp.services.board.known_calls import clock_notes
from castapp.services.calltext.ballet import ballet_of
from castapp.services.calltext.clocks import EARLIEST_HOUR
from castapp.services.calltext.completing import Completion, completions
from castapp.services.calltext.grammar import wanted
from castapp.services.calltext.lengths import usual_length
from castapp.services.calltext.lines import called_lines
from castapp.services.calltext.matching import candidates
from castapp.services.calltext.parts import Wanted
from castapp.services.calltext.pieces import Piece, pieces_of
from castapp.services.calltext.terms import UNREAD, Term, terms
from castapp.services.calltext.titles import role_title
from castapp.services.calltext.tokens import keys, tokens
from castapp.services.calltext.vocabulary import (
    ACT,
    CAST,
    PERSON,
    PRODUCTION,
    ROLE,
    SECTION,
    WORD,
    Vocabulary,
    vocabulary,
)

LONGEST = 400
DEFAULT_START = 10 * 60
DEFAULT_MINUTES = 60
_NEAREST = 3
_MOST_OFFERED = 6
_TITLED = ("meeting", "press", "crew")


@dataclass(frozen=True, slots=True)
class Unread:
    """A stretch that was not understood, and what may have been meant."""

    start: int
    end: int
    word: str
    nearest: tuple[str, ...] = ()
    why: str = ""

    @property
    def sentence(self) -> str:
        """What to tell the person."""
        if self.why:
            return f"{self.why}: “{self.word}” was left out."
        if not self.nearest:
            return f"“{self.word}” was not understood."
        return f"“{self.word}” was not understood; nearest: {', '.join(self.nearest)}."


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says of a call.

    `call` is None only if it cannot be made at all; `problem` is then the sentence why. `called`
    are its lines, bound to it. `note` warns of what can be and is unusual.
    """

    text: str
    call: Call | None = None
    called: tuple[Called, ...] = ()
    pieces: tuple[Piece, ...] = ()
    unread: tuple[Unread, ...] = ()
    completions: tuple[Completion, ...] = ()
    problem: str = ""
    note: str = ""

    @property
    def understood(self) -> bool:
        """Whether there is a call and every word of it was understood."""
        return self.call is not None and not self.unread


def reading(
    book: Book, text: str, day: date, around: Call | None = None, *, loose: bool = False
) -> Reading:
    """Read a text as a call of that day. Never raises.

    What the text does not say is taken from `around` (the span drawn, or the call retyped):
    start, length, studio, ballet, people who take it; by itself an hour from ten, unplaced. A
    `loose` length, or one of a place the text does not keep to, gives way to the usual one.
    """
    if len(text) > LONGEST:
        return Reading(text, problem=f"That is more than one call; {LONGEST} characters are read.")
    try:
        clean(text)
    except Invalid as wrong:
        return Reading(text, problem=str(wrong))
    base = around or Call(new_id(), day, DEFAULT_START, DEFAULT_MINUTES)
    found = tokens(text)
    words = vocabulary(book, ballet_of(book, found, base.production_id))
    read = terms(book, words, found, text)
    want, misplaced = wanted(book, words, read, replace(base, day=day))
    chosen = _sections(book, words, want)
    unread = _unread(words, read, want, misplaced, text)
    offered = completions(book, words, found, want, chosen, text)
    pieces = tuple(pieces_of(book, want, read, misplaced, text, day))
    offered += tuple(one.other for one in pieces[-1:] if one.other and one.end == len(text))
    told = Reading(text, None, (), pieces, unread, offered, want.wrong)
    if want.wrong:
        return told
    loose = loose or (around is not None and _elsewhere(book, base, want))
    return _with_call(book, told, want, replace(base, day=day), chosen, loose=loose)


def _elsewhere(book: Book, around: Call, want: Wanted) -> bool:
    """Whether a text leaves the empty place it was typed in, whose length then says nothing."""
    if book.find(Call, around.id) is not None:
        return False
    moved = want.start is not None and want.start != around.start
    return moved or want.studio_id not in (None, around.studio_id)


def _with_call(
    book: Book, told: Reading, want: Wanted, base: Call, chosen: Sequence[str], *, loose: bool
) -> Reading:
    title = want.title if want.title is not None else role_title(book, want)
    lines = called_lines(book, want, chosen)
    try:
        call = _call(want, base, tuple(chosen), title)
        if want.minutes is None and want.end is None and loose:
            call = replace(call, minutes=usual_length(book, call))
        bound = tuple(_fitted(line, call) for line in lines)
    except Invalid as wrong:
        return replace(told, problem=str(wrong))
    if skipped(call.day, call.start, zone(book, call.studio_id)):
        said = f"{call.day:%a} {call.day.day} {call.day:%b}"
        return replace(
            told, problem=f"The clock is put forward on {said}: there is no {clock(call.start)}."
        )
    notes = (_note(call), *clock_notes(book, (call,)))
    return replace(told, call=call, called=bound, note=" ".join(one for one in notes if one))


def _fitted(line: Called, call: Call) -> Called:
    """A line of the call, its times left out where they are the call's own."""
    joins = line.joins if line.joins is None or line.joins > call.start else None
    leaves = line.leaves if line.leaves is None or line.leaves < call.end else None
    if joins is not None and joins >= call.end:
        raise Invalid(f"Somebody joins after the end of the call, {span(call.start, call.end)}.")
    return replace(line, call_id=call.id, joins=joins, leaves=leaves)


def _call(want: Wanted, base: Call, chosen: tuple[str, ...], title: str) -> Call:
    start = base.start if want.start is None else want.start
    minutes = base.minutes
    if want.minutes is not None:
        minutes = want.minutes
    elif want.end is not None:
        minutes = want.end - start
    return replace(
        base,
        start=start,
        minutes=minutes,
        kind=want.kind or base.kind,
        studio_id=want.studio_id or base.studio_id,
        production_id=want.production_id,
        sections=chosen,
        title=title,
        tba=want.tba,
        lead_id=want.lead_id or base.lead_id,
        pianist_id=want.pianist_id or base.pianist_id,
        state=want.state or base.state,
    )


def _note(call: Call) -> str:
    if 60 <= call.start < EARLIEST_HOUR * 60:
        return f"It begins in the night: {span(call.start, call.end)}, {length(call.minutes)}."
    if call.end > 24 * 60:
        said = span(call.start, call.end)
        return f"It lasts over midnight: {said} the next morning, {length(call.minutes)}."
    return ""


def _sections(book: Book, words: Vocabulary, want: Wanted) -> list[str]:
    """The sections meant, in order: those named, and the acts none of whose sections is."""
    named = set(want.sections)
    part = {words.acts.get(one) for one in named}
    return [
        one.id
        for one in danced_sections(book, want.production_id or "")
        if not one.interval
        and (want.whole or one.id in named or (one.act in want.acts and one.act not in part))
    ]


def _unread(
    words: Vocabulary,
    read: Sequence[Term],
    want: Wanted,
    misplaced: Mapping[int, str],
    text: str,
) -> tuple[Unread, ...]:
    left = [
        (one.start, one.end, misplaced.get(place, ""))
        for place, one in enumerate(read)
        if one.kind == UNREAD or place in misplaced
    ]
    if not read and text.strip():
        left = [(0, len(text), "")]
    if want.kind in _TITLED and want.production_id is None and left and want.title is None:
        want.title = " ".join(text[start:end] for start, end, _ in left)
        return ()
    return tuple(
        Unread(start, end, text[start:end],
               _nearest(words, text[start:end]) if place < _MOST_OFFERED and not why else (), why)
        for place, (start, end, why) in enumerate(left)
    )  # fmt: skip


def _nearest(words: Vocabulary, word: str) -> tuple[str, ...]:
    """What a word is most like: names it begins, names spelled alike, or the ballet's acts."""
    typed = keys(word)
    if not typed:
        return ()
    if words.production_id and set(typed[0]) <= set("ivx"):
        return tuple(dict.fromkeys(_names(words, ACT)))[:_NEAREST]
    begun = [one for one in candidates(words, typed) if one.kind in _OFFERED]
    found = [one.words for one in sorted(begun, key=lambda one: _OFFERED.index(one.kind))]
    if not found:
        spelled = {
            " ".join(phrase): one.words
            for phrase, meanings in words.phrases.items()
            for one in meanings
            if one.kind != WORD
        }
        found = [spelled[one] for one in get_close_matches(" ".join(typed), spelled, 5, 0.7)]
    return tuple(dict.fromkeys(found))[:_NEAREST]


_OFFERED = (PRODUCTION, ROLE, SECTION, PERSON, CAST)


def _names(words: Vocabulary, kind: str) -> list[str]:
    return [one.words for found in words.phrases.values() for one in found if one.kind == kind]
