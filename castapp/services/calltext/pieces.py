"""What was read of a text, piece by piece, in words; who may be meant two ways, with the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from castapp.domain.book import Book
from castapp.domain.slot import length
from castapp.services.calltext.completing import Completion
from castapp.services.calltext.parts import Wanted
from castapp.services.calltext.taking import may_do_both
from castapp.services.calltext.terms import AT, LASTS, SPAN, SPOTS, TITLE, UNREAD, Term
from castapp.services.calltext.vocabulary import ALSO, COACH, FILLER, NO, PERSON


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text and what it was read as; `sure` is False for a shortened word.

    `other` is what to type instead for somebody who may as well be called as take the call.
    """

    start: int
    end: int
    kind: str
    words: str
    sure: bool = True
    other: Completion | None = None


def pieces_of(
    book: Book,
    want: Wanted,
    read: Sequence[Term],
    misplaced: Mapping[int, str],
    text: str,
    day: date,
) -> Iterator[Piece]:
    """What was read, from first to last; `misplaced` are the places of terms that mean nothing."""
    for place, one in enumerate(read):
        if one.kind == UNREAD or place in misplaced or one.says(FILLER):
            continue
        if one.says(NO) and place + 1 in want.left_out:
            continue
        words, other = _piece_words(one, text), None
        if one.kind == PERSON and may_do_both(book, one.id, day):
            before = read[place - 1] if place and read[place - 1].says(ALSO, COACH) else one
            words, other = _either(want, one, words, before.start)
        start = one.start
        if place in want.left_out:
            words = f"no {words}"
            start = read[place - 1].start if place and read[place - 1].says(NO) else start
        yield Piece(start, one.end, one.kind, words, one.sure, other)


def _either(want: Wanted, term: Term, name: str, start: int) -> tuple[str, Completion | None]:
    """Which of the two somebody was read as, and how to type the other."""
    if want.lead_id == term.id:
        return f"{name} takes it", Completion(
            f"also {name}", "called, as a dancer", start, term.end
        )
    if any(one.person_id == term.id and not one.exclude for one in want.people):
        return f"{name} is called", Completion(f"coach {name}", "takes the call", start, term.end)
    return name, None


def _piece_words(one: Term, text: str) -> str:
    if one.kind == SPOTS:
        return f"spots {', '.join(map(str, one.values))}"
    if one.kind == LASTS:
        return length(one.values[0])
    if one.kind in (AT, SPAN):
        return text[one.start : one.end]
    if one.kind == TITLE:
        return one.written[0]
    return " & ".join(dict.fromkeys(meaning.words for meaning in one.meanings))
