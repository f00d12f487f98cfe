"""The rank a role is for: that of those who dance it, or of its kind."""

from __future__ import annotations

from statistics import median

from castapp.domain.leads import is_lead
from castapp.domain.people import Person
from castapp.domain.roster import company, rank_order
from castapp.services.reason import Question


def rank_meant(q: Question) -> float:
    """The middle rank of those who hold or held the role; if nobody did yet, that of its kind.

    0 is the highest.
    """
    people = set(q.casts) | set(q.records)
    orders = [rank_order(q.book, who, q.day) for who in people if q.book.find(Person, who)]
    if orders:
        return float(median(orders))
    return _of_kind(q)


def _of_kind(q: Question) -> float:
    """The rank a role nobody had yet is for: leads for the first, a corps for the corps."""
    ranks = company(q.book).ranks
    last = max(0, len(ranks) - 1)
    corps = [place for place, name in enumerate(ranks) if "corps" in name.casefold()]
    if q.role.kind in ("corps", "children"):
        return float(corps[-1] if corps else last)
    if q.role.kind == "single":
        return 0.0 if is_lead(q.book, q.role.id) else min(2.0, last / 2)
    return last / 2 if q.role.kind == "group" else min(1.0, last)
