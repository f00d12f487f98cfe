"""Who takes the call and who plays, rather than being called."""

from __future__ import annotations

from collections.abc import Sequence

from castapp.domain.book import Book
from castapp.domain.people import Person
from castapp.services.calltext.parts import Wanted
from castapp.services.calltext.terms import Term
from castapp.services.calltext.tokens import CLAUSE
from castapp.services.calltext.vocabulary import COACH, PERSON, PNO

COACHES = frozenset(("coach", "répétiteur", "ballet master", "teacher", "director", "physio"))
_CALLED = frozenset(("dancer", "pianist", "conductor"))
_NOBODY_TAKES = ("fitting", "press", "meeting")


def dances(book: Book, person_id: str) -> bool:
    """Whether somebody is a dancer, whatever else they do."""
    return "dancer" in book.get(Person, person_id).duties


def takes_call(book: Book, want: Wanted, found: Sequence[Term], at: int) -> bool:
    """Whether the person at a place leads or plays; `want` then has them."""
    term = found[at]
    before = found[at - 1] if at else None
    after = found[at + 1] if at + 1 < len(found) else None
    duties = set(book.get(Person, term.id).duties)
    coaches, plays = bool(COACHES & duties) or not _CALLED & duties, "pianist" in duties
    before_slash = after is not None and after.kind == PERSON and after.mark == "/"
    if (before and before.says(PNO)) or (term.mark == "/" and plays):
        want.pianist_id = term.id
    elif (before and before.says(COACH)) or (before_slash and coaches):
        want.lead_id = term.id
    elif "dancer" in duties and not (coaches and _alone(want, found, at)):
        return False
    elif plays and want.pianist_id is None:
        want.pianist_id = term.id
    elif coaches and want.lead_id is None and want.kind not in _NOBODY_TAKES:
        want.lead_id = term.id
    else:
        return False
    return True


def _alone(want: Wanted, found: Sequence[Term], at: int) -> bool:
    """Whether a name has a line of its own below those that say who is called."""
    term = found[at]
    after = found[at + 1] if at + 1 < len(found) else None
    return (
        at > 0
        and term.breaks >= CLAUSE
        and (after is None or after.breaks >= CLAUSE or after.mark == "/")
        and want.lead_id is None
        and want.kind not in _NOBODY_TAKES
        and bool(want.sets or want.people or want.everyone)
    )
