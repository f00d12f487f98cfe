"""The rules' final word on a solution: what it would newly break, and whom that keeps from it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.finding import Finding
from castapp.rules import judge
from castapp.services.cover.able import Able
from castapp.services.cover.recast import recast
from castapp.services.cover.solution import Solution

FORBIDDING = frozenset(
    "person_twice travel absent not_available not_under_contract restriction two_roles spot_twice"
    " overnight_rest lead_twice".split()
)
"""Rules that keep somebody from a night; those that count hours are told and accepted."""


def told(book: Book, solution: Solution) -> list[Finding]:
    """What the rules would newly say of a solution, worst first; notes left out."""
    found = judge.new_findings(book, recast(book, solution))
    return [one for one in found if one.severity != "note" and one.rule != "uncast"]


def bars_found(
    able: Able, solution: Solution, findings: Sequence[Finding]
) -> dict[tuple[str, str], str]:
    """Whom the findings keep from which shows, with the words; only what is not known yet."""
    bars: dict[tuple[str, str], str] = {}
    for finding in findings:
        if finding.rule not in FORBIDDING or finding.severity not in ("hard", "breach"):
            continue
        days = {finding.day}
        if finding.rule == "overnight_rest":
            days.add(finding.day - timedelta(days=1))
        if finding.about == "shows_a_week":
            days = {finding.day + timedelta(days=n) for n in range(7)}
        for move in solution.moves:
            day = able.book.get(Performance, move.performance_id).day
            if move.in_id in finding.people and day in days:
                bars[(move.in_id or "", move.performance_id)] = finding.what
    return {key: text for key, text in bars.items() if key not in able.barred}
