"""The ladder of ranks: added to, renamed with everything that bears the name, moved, taken from."""

from __future__ import annotations

from castapp.domain.book import Book
from castapp.domain.calls import GROUPS, Called
from castapp.domain.checks import Invalid, clean
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.people import Engagement
from castapp.domain.roster import company


def add_rank(book: Book, name: str) -> Edit:
    """A rank more, at the foot of the ladder. Raises Invalid for a name that cannot be."""
    house = company(book)
    named = _new_name(book, name)
    draft = Draft(book)
    draft.set(house, ranks=(*house.ranks, named))
    return draft.edit(f"New rank {named}")


def rename_rank(book: Book, old: str, name: str) -> Edit:
    """Another name for a rank; contracts that bear it and calls of it by name go along."""
    house = company(book)
    if clean(name) == old:
        return Edit(f"Rename the rank {old}")
    named = _new_name(book, name, besides=old)
    draft = Draft(book)
    draft.set(house, ranks=tuple(named if rank == old else rank for rank in house.ranks))
    for contract in book.where(Engagement, "rank", old):
        draft.set(contract, rank=named)
    for line in book.where(Called, "group", old):
        draft.set(line, group=named)
    return draft.edit(f"Rename the rank {old} to {named}")


def move_rank(book: Book, name: str, step: int) -> Edit:
    """A rank higher (-1) or lower (1) on the ladder; at its end nothing changes."""
    house = company(book)
    ranks = list(house.ranks)
    place = ranks.index(name)
    ranks.insert(max(0, place + step), ranks.pop(place))
    draft = Draft(book)
    draft.set(house, ranks=tuple(ranks))
    return draft.edit(f"Move the rank {name}")


def remove_rank(book: Book, name: str) -> Edit:
    """A rank less. Raises Invalid while contracts or calls bear it."""
    held = len(book.where(Engagement, "rank", name))
    if held:
        words = "contract is" if held == 1 else "contracts are"
        raise Invalid(f"{held} {words} for the rank {name}; give another rank there first.")
    if book.where(Called, "group", name):
        raise Invalid(f"Calls name the rank {name}; name another group there first.")
    house = company(book)
    draft = Draft(book)
    draft.set(house, ranks=tuple(rank for rank in house.ranks if rank != name))
    return draft.edit(f"Remove the rank {name}")


def holders(book: Book, name: str) -> int:
    """How many people hold or held a rank."""
    return len({one.person_id for one in book.where(Engagement, "rank", name)})


def _new_name(book: Book, name: str, besides: str = "") -> str:
    named = clean(name)
    if not named:
        raise Invalid("A rank needs a name.")
    taken = [rank.casefold() for rank in company(book).ranks if rank != besides]
    if named.casefold() in taken:
        raise Invalid(f"There is a rank {named} already.")
    if named.casefold() in GROUPS:
        raise Invalid(f"“{named}” means a group of its own in calls; choose another name.")
    return named
