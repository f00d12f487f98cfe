"""The conditions somebody may set on who could: what each asks of a candidate. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from castapp.services.cover.candidates import Candidate
from castapp.services.cover.knowing import COVER, KNOWS, PERFORMED
from castapp.services.reason import CARE

Condition = Callable[[Candidate], bool]


def is_debut(one: Candidate) -> bool:
    """Whether somebody has not danced it before."""
    return not any("danced" in reason.text for reason in one.reasons if reason.kind == "knows")


CONDITIONS: Mapping[str, tuple[str, Condition]] = {
    "knows": ("Knows it", lambda one: one.level in (COVER, PERFORMED, KNOWS)),
    "debut": ("Not a debut", lambda one: not is_debut(one)),
    "chain": ("Leaves nothing", lambda one: one.moves_nobody),
    "here": ("In the building", lambda one: one.where.building),
    "calls": ("Leaves no call", lambda one: not one.leaves),
    "rest": ("Rested", lambda one: not _cares(one, "rest")),
    "limits": ("No restriction", lambda one: not _cares(one, "restriction")),
    "week": ("Not above their usual week", lambda one: one.week_word != "above usual"),
}


def meets(one: Candidate, wanted: Collection[str]) -> bool:
    """Whether somebody meets every condition set."""
    return all(CONDITIONS[key][1](one) for key in wanted)


def conditions_words(wanted: Collection[str]) -> str:
    """What the button says: All conditions; In the building; 2 conditions."""
    if not wanted:
        return "All conditions"
    if len(wanted) == 1:
        return CONDITIONS[next(iter(wanted))][0]
    return f"{len(wanted)} conditions"


def _cares(one: Candidate, kind: str) -> bool:
    return any(reason.kind == kind and reason.severity == CARE for reason in one.reasons)
