"""Who may not or cannot dance their spot on a night: off, away, against a restriction. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from castapp.domain.book import Book
from castapp.domain.finding import SEVERITIES, Finding
from castapp.domain.office import AcceptedBreach
from castapp.domain.repertory import Role
from castapp.domain.standing import standing
from castapp.services.castgrid.against import BUSY_COVER, against
from castapp.ui.screens.casting.columns import Column

Found = Mapping[str, Sequence[Finding]]
"""The findings of a night by person."""

NOTHING: Found = {}
_WORDS = {"absent": "away", "not_under_contract": "no contract", "two_roles": "two roles"}
_MILDEST = SEVERITIES.index("breach")


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why somebody should not dance a spot: in a word or two, and how bad that is. `reason` is
    why they do all the same, if somebody has decided so.
    """

    severity: str
    word: str
    reason: str = ""

    @property
    def settled(self) -> bool:
        """Whether nothing is left to be decided; what is hard never is."""
        return bool(self.reason) and self.severity != "hard"

    @property
    def told(self) -> str:
        """The word, and the reason it was kept for."""
        return f"{self.word}, kept: {self.reason}" if self.reason else self.word


def night_findings(book: Book, column: Column) -> Found:
    """What stands against the people of a performance, kept or not; nothing for a cast."""
    if column.day is None or column.performance_id is None:
        return NOTHING
    return against(book, column.performance_id)


def trouble(
    book: Book, role: Role, spot: int, person_id: str, found: Found, *, cover: bool = False
) -> Trouble | None:
    """The worst that stands against somebody in a spot; None if nothing does.

    A cover is only warned of, so that whatever is found counts.
    """
    known = [
        Trouble(one.severity, word, _reason(book, one))
        for one in sorted(found.get(person_id, ()), key=lambda one: one.order)
        if (cover or one.rule == "two_roles" or SEVERITIES.index(one.severity) <= _MILDEST)
        and (word := _word(book, role, spot, person_id, one))
    ]
    open_ones = [one for one in known if not one.reason]
    return next(iter(open_ones or known), None)


def _reason(book: Book, one: Finding) -> str:
    kept = book.where(AcceptedBreach, "key", one.key)
    return kept[0].reason if kept else ""


def _word(book: Book, role: Role, spot: int, person_id: str, one: Finding) -> str:
    """What a finding says of a spot in few words; empty if it is about another."""
    if one.rule == "restriction":
        return "" if one.about else _forbidden(book, role, spot, person_id, one)
    if one.rule == BUSY_COVER:
        return "on stage" if one.about == f"{role.id}|{spot}" else ""
    if one.rule == "two_roles":
        word = "short change" if one.severity == "warning" else _WORDS[one.rule]
        return word if any(ref.id == role.id for ref in one.refs) else ""
    if one.rule == "not_available":
        return one.what.partition(",")[0]
    return _WORDS[one.rule]


def _forbidden(book: Book, role: Role, spot: int, person_id: str, one: Finding) -> str:
    asked = role.asks(spot)
    against = [
        limit.words
        for limit in standing(book, person_id, one.day).restrictions
        if limit.code == "marking_only" or any(limit.forbids(demand) for demand in asked)
    ]
    return against[0] if against else ""
