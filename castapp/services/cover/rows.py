"""Gaps, candidates and solutions as plain values, for programs and for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.people import Person
from castapp.domain.repertory import Production, Role, Section
from castapp.services.cover.candidates import Candidate, Candidates
from castapp.services.cover.openings import Gap, gaps
from castapp.services.cover.request import Locks, Request, section_words
from castapp.services.cover.solution import Move, Solution
from castapp.services.show import moment

Row = dict[str, Any]


def cover_rows(book: Book, request: Request, locks: Locks, found: Sequence[Solution]) -> Row:
    """Every gap with who could fill it, and the solutions with their changes."""
    opened = gaps(book, request)
    asked = Candidates(book, request, opened, locks) if opened else None
    return {
        "gaps": [_gap(book, gap, asked.of(gap) if asked else ()) for gap in opened],
        "solutions": [
            {
                "kind": solution.kind,
                "complete": solution.complete,
                "changes": [_change(book, move) for move in solution.moves],
            }
            for solution in found
        ],
    }


def _gap(book: Book, gap: Gap, candidates: Sequence[Candidate]) -> Row:
    return {
        "performance": _when(book, gap.performance_id),
        "role": book.get(Role, gap.role_id).name,
        "spot": gap.spot,
        "from_section": _section(book, gap.from_section_id),
        "candidates": [
            {
                "dancer": book.get(Person, one.person_id).name,
                "reasons": [reason.text for reason in one.reasons],
                "leaves": [reason.text for reason in one.leaves],
            }
            for one in candidates
            if one.can
        ],
    }


def _change(book: Book, move: Move) -> Row:
    return {
        "performance": _when(book, move.performance_id),
        "production": book.get(Production, move.production_id).title,
        "role": book.get(Role, move.role_id).name,
        "spot": move.spot,
        "out": _name(book, move.out_id),
        "in": _name(book, move.in_id),
        "from_section": _section(book, move.from_section_id),
        "reasons": [reason.text for reason in move.reasons],
    }


def _when(book: Book, performance_id: str) -> str:
    show = book.get(Performance, performance_id)
    return moment(show.day, show.curtain)


def _section(book: Book, section_id: str | None) -> str | None:
    return section_words(book.find(Section, section_id)) or None


def _name(book: Book, person_id: str | None) -> str | None:
    who = book.find(Person, person_id)
    return who.name if who else None
