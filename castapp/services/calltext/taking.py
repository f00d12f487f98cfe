"""Who takes the call and who plays, rather than being called; who does both is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Casting
from castapp.domain.people import Person
from castapp.domain.repertory import Role
from castapp.services.calltext.parts import Wanted
from castapp.services.calltext.terms import Term
from castapp.services.calltext.tokens import CLAUSE
from castapp.services.calltext.vocabulary import COACH, JOINS, LEAVES, PERSON, PNO

COACHES = frozenset(("coach", "répétiteur", "ballet master", "teacher", "director", "physio"))
_CALLED = frozenset(("dancer", "pianist", "conductor"))
_NOBODY_TAKES = ("fitting", "press", "meeting")


def dances(book: Book, person_id: str) -> bool:
    """Whether somebody is a dancer, whatever else they do."""
    return "dancer" in book.get(Person, person_id).duties


def leads_that_day(book: Book, person_id: str, day: date) -> bool:
    """Whether somebody takes a call on that day."""
    return any(call.lead_id == person_id for call in book.where(Call, "day", day))


def may_do_both(book: Book, person_id: str, day: date) -> bool:
    """Whether a name may be one who is called as well as one who takes the call."""
    duties = set(book.get(Person, person_id).duties)
    return "dancer" in duties and bool(COACHES & duties or leads_that_day(book, person_id, day))


def takes_call(book: Book, want: Wanted, found: Sequence[Term], at: int, day: date) -> bool:
    """Whether the person at a place leads or plays; `want` then has them.

    A dancer who coaches, or takes calls on that day, takes this one once it has its dancers.
    """
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
    elif "dancer" in duties and not (
        may_do_both(book, term.id, day)
        and (_alone(want, found, at) or _comes_last(book, want, found, at))
    ):
        return False
    elif plays and want.pianist_id is None:
        want.pianist_id = term.id
    elif (coaches or "dancer" in duties) and _to_be_taken(want):
        want.lead_id = term.id
    else:
        return False
    return True


def _alone(want: Wanted, found: Sequence[Term], at: int) -> bool:
    """Whether a name has a line of its own below those that say who is called."""
    after = found[at + 1] if at + 1 < len(found) else None
    own = found[at].breaks >= CLAUSE and (
        after is None or after.breaks >= CLAUSE or after.mark == "/"
    )
    return at > 0 and own and _to_be_taken(want) and bool(want.sets or want.people or want.everyone)


def _comes_last(book: Book, want: Wanted, found: Sequence[Term], at: int) -> bool:
    """Whether a name ends a line that says who is called, and dances none of it."""
    after = found[at + 1] if at + 1 < len(found) else None
    ends = after is None or not (after.kind == PERSON or after.says(JOINS, LEAVES))
    ends = ends or (after is not None and after.mark == "/")
    called = want.sets or want.people or want.everyone or want.sections or want.acts
    twice = any(one.person_id == found[at].id for one in want.people)
    taken = bool(ends and called and not twice and _to_be_taken(want))
    return taken and not _is_cast(book, want, found[at].id)


def _to_be_taken(want: Wanted) -> bool:
    return want.lead_id is None and want.kind not in _NOBODY_TAKES


def _is_cast(book: Book, want: Wanted, person_id: str) -> bool:
    """Whether somebody dances what is called: a role that is named, else any of the ballet."""
    named = {one.role_id for one in want.sets}
    cast_in = {one.role_id for one in book.where(Casting, "person_id", person_id)}
    if named:
        return bool(named & cast_in)
    return any(book.get(Role, one).production_id == want.production_id for one in cast_in)
