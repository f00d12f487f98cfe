"""Several calls at once: each put where it is best once those before it have a place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from castapp.domain.book import Book
from castapp.domain.calling import called_people
from castapp.domain.calls import Call
from castapp.domain.checks import Invalid
from castapp.domain.edit import Edit
from castapp.services.calls import move_calls
from castapp.services.places.place import Place
from castapp.services.places.search import find_places, moved_to


@dataclass(frozen=True, slots=True)
class Placing:
    """Where each call goes, and which found no place, each with a sentence why."""

    places: tuple[tuple[str, Place], ...]
    left: tuple[tuple[str, str], ...]
    edit: Edit


def place_all(
    book: Book,
    call_ids: Iterable[str],
    days: Sequence[date],
    *,
    studios: Sequence[str] | None = None,
) -> Placing:
    """A place for each call: the ones with most people choose first. Raises Invalid if one is
    gone. The edit moves them all in one step.
    """
    calls = [_call(book, one) for one in dict.fromkeys(call_ids)]
    calls.sort(key=lambda one: (-len(called_people(book, one)), -one.minutes, one.id))
    now, places, left = book, [], []
    for call in calls:
        search = find_places(now, call, days, studios=studios, most=1)
        if not search.best or search.best[0].hard:
            why = search.nowhere or tuple(cost.words for cost in search.best[0].hard)
            left.append((call.id, why[0]))
            continue
        place = search.best[0]
        places.append((call.id, place))
        now = now.apply(move_calls(now, [moved_to(call, place.spot)]))
    by_id = {call.id: call for call in calls}
    moves = [moved_to(by_id[call_id], place.spot) for call_id, place in places]
    edit = move_calls(book, moves)
    label = edit.label if len(moves) == 1 else f"Place {len(moves)} calls"
    return Placing(tuple(places), tuple(left), Edit(label, edit.changes))


def _call(book: Book, call_id: str) -> Call:
    call = book.find(Call, call_id)
    if call is None:
        raise Invalid("That call is no longer there; somebody has taken it out.")
    return call
