"""A call given from one person to another: instead of them, or in addition. Book in, edit out."""

from __future__ import annotations

from castapp.domain.book import Book
from castapp.domain.calling import called_people, line_people
from castapp.domain.calls import Call, Called
from castapp.domain.checks import Invalid
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.record import new_id
from castapp.domain.roster import inside_name
from castapp.services.board.known_calls import call_of
from castapp.services.calls import call_name


def hand_over(book: Book, call_id: str, from_id: str, to_id: str, *, also: bool = False) -> Edit:
    """Call somebody to a call instead of another, from when to when that one is; or `also`.

    A line of one's own goes to the other; somebody who comes by their role, group or cast is taken
    out of it by name, and the other named. Who takes or plays for the call is replaced as that.
    Raises Invalid if the other is called already, or there is nobody to replace.
    """
    call = call_of(book, call_id)
    name, other = inside_name(book, from_id), inside_name(book, to_id)
    there = {one.person_id: one for one in called_people(book, call)}
    if to_id in there:
        raise Invalid(f"{other} is called to {call_name(book, call)} already.")
    duty = _duty(call, from_id)
    if from_id not in there and not duty:
        raise Invalid(f"{name} is not called to {call_name(book, call)} any more.")
    draft = Draft(book)
    lines = book.where(Called, "call_id", call_id)
    if duty and from_id not in there:
        if also:
            verb = "takes" if duty == "lead_id" else "plays for"
            raise Invalid(f"{name} {verb} it; only one person can. Let go without Ctrl to replace.")
        draft.set(call, **{duty: to_id})
        return draft.edit(f"{other} instead of {name}, {call_name(book, call)}")
    own = next((one for one in lines if _is_own(one, from_id)), None)
    if not also:
        _take_out(book, draft, call, lines, from_id)
    _let_back(draft, lines, to_id)
    if not _stands_already(book, call, lines, to_id):
        who = there[from_id]
        joins = who.start if who.start != call.start else None
        leaves = who.end if who.end != call.end else None
        role = own.role_id if own is not None else None
        cover = own is not None and own.as_cover
        draft.put(Called(new_id(), call_id, "person", role, person_id=to_id,
                         joins=joins, leaves=leaves, as_cover=cover))  # fmt: skip
    said = f"{other} and {name}" if also else f"{other} instead of {name}"
    return draft.edit(f"{said}, {call_name(book, call)}")


def _duty(call: Call, person_id: str) -> str:
    """The field somebody stands in who takes or plays for a call, "" for neither."""
    return next((one for one in ("lead_id", "pianist_id") if getattr(call, one) == person_id), "")


def _is_own(line: Called, person_id: str) -> bool:
    return line.whom == "person" and line.person_id == person_id and not line.exclude


def _take_out(
    book: Book, draft: Draft, call: Call, lines: tuple[Called, ...], person_id: str
) -> None:
    for line in lines:
        if _is_own(line, person_id):
            draft.drop(line)
    others = (one for one in lines if not one.exclude and not _is_own(one, person_id))
    if any(who.person_id == person_id for one in others for who in line_people(book, call, one)):
        draft.put(Called(new_id(), call.id, "person", person_id=person_id, exclude=True))


def _let_back(draft: Draft, lines: tuple[Called, ...], person_id: str) -> None:
    """Whoever was taken out by name comes again."""
    for line in lines:
        if line.whom == "person" and line.person_id == person_id and line.exclude:
            draft.drop(line)


def _stands_already(book: Book, call: Call, lines: tuple[Called, ...], person_id: str) -> bool:
    """Whether somebody comes by their role or group once no line takes them out by name."""
    if any(one.exclude and one.person_id != person_id and
           any(who.person_id == person_id for who in line_people(book, call, one))
           for one in lines):  # fmt: skip
        return False
    return any(
        who.person_id == person_id
        for one in lines
        if not one.exclude
        for who in line_people(book, call, one)
    )
