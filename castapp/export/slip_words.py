"""The words of a change slip: who cannot dance, who dances, what is read and what is written up."""

from __future__ import annotations

from collections.abc import Sequence

from castapp.domain.book import Book
from castapp.domain.people import Person
from castapp.domain.repertory import Role
from castapp.export.callboard import BOLD, Run, Words, plain
from castapp.export.recastings import Recasting, part_name, since_words, state_of

SAME = "The rest of the cast remains the same."
EVENING = 17 * 60

BLANKS: Words = (
    Run("“Ladies and gentlemen, owing to the indisposition of "),
    Run("[name]", BOLD),
    Run(", the role of "),
    Run("[role]", BOLD),
    Run(" will be danced in "),
    Run("[the second act]", BOLD),
    Run(" by "),
    Run("[name]", BOLD),
    Run(". Thank you.”"),
)


def rest_words(others: int) -> str:
    """What is said of everybody else, with so many more changes that no slip names."""
    if not others:
        return SAME
    if others == 1:
        return "There is 1 further change of cast."
    return f"There are {others} further changes of cast."


def indisposed(changes: Sequence[Recasting]) -> tuple[str, ...]:
    """Those replaced who are off themselves; who moves to another part is only a change of cast."""
    off = (one.off_id for one in changes if one.off_id == one.out_id)
    return tuple(dict.fromkeys(one for one in off if one))


def off_words(book: Book, changes: Sequence[Recasting]) -> Words:
    """Who cannot dance, a sentence; empty if none of those replaced is off."""
    states: dict[str, list[str]] = {}
    for person_id in indisposed(changes):
        state = state_of(book, person_id, changes[0].show.day)
        states.setdefault(state, []).append(_name(book, person_id))
    runs: list[Run] = []
    for number, (state, names) in enumerate(states.items()):
        runs += plain(" and " if number else "")
        runs += _listed([(Run(name, BOLD),) for name in names])
        runs += plain(f" {'is' if len(names) == 1 else 'are'} {state}")
    return (*runs, Run(".")) if runs else ()


def change_words(changes: Sequence[Recasting]) -> str:
    """That the cast has changed, without a reason."""
    return "a change of cast" if len(changes) == 1 else "changes of cast"


def announcement(book: Book, changes: Sequence[Recasting], rest: str) -> Words:
    """What is read before curtain up."""
    hour = "evening" if changes[0].show.curtain >= EVENING else "afternoon"
    runs: list[Run] = [Run(f"“Ladies and gentlemen, good {hour}. At this {hour}’s performance ")]
    is_are = "is" if len(changes) == 1 else "are"
    off = off_words(book, changes) or plain(f"there {is_are} {change_words(changes)}.")
    runs += [*off, Run(" "), *_danced(book, changes, capital=True)]
    return (*runs, Run(f". {rest} Thank you.”"))


def during(book: Book, changes: Sequence[Recasting]) -> Words:
    """What is read where the change falls during the show; empty of no change."""
    if not changes:
        return ()
    names = [_name(book, one) for one in indisposed(changes)]
    runs: list[Run] = [Run("“Ladies and gentlemen, ")]
    if names:
        runs += [Run("owing to the indisposition of ")]
        runs += [*_listed([(Run(name, BOLD),) for name in names]), Run(", ")]
    else:
        runs += [Run(f"owing to {change_words(changes)}, ")]
    return (*runs, *_danced(book, changes, capital=False), Run(". Thank you.”"))


def notice(book: Book, changes: Sequence[Recasting], what: str, rest: str) -> Words:
    """What is written up: who replaces whom as what."""
    clauses: list[Words] = []
    for one in changes:
        out = book.find(Person, one.out_id)
        since = since_words(book, one)
        verb = f"replaces {out.name} as" if out else "dances"
        tail = f", {since}" if since else ""
        clauses.append(plain(f"{_name(book, one.in_id)} {verb} {part_name(book, one)}{tail}"))
    return (Run(f"Cast change: {what}.", BOLD), Run(" "), *_listed(clauses), Run(f". {rest}"))


def _danced(book: Book, changes: Sequence[Recasting], *, capital: bool) -> Words:
    single = book.get(Role, changes[0].role_id).kind in ("single", "character")
    opening = ("The role of " if capital else "the role of ") if single else ""
    clauses: list[Words] = []
    for number, one in enumerate(changes):
        since = since_words(book, one)
        part = f"{opening if not number else ''}"
        verb = " will be danced" if not number else ""
        clauses.append(
            (
                *plain(part),
                Run(part_name(book, one), BOLD),
                Run(f"{verb}{f', {since},' if since else ''} by "),
                Run(_name(book, one.in_id), BOLD),
            )
        )
    return _listed(clauses)


def _name(book: Book, person_id: str | None) -> str:
    who = book.find(Person, person_id)
    return who.name if who else ""


def _listed(parts: Sequence[Words]) -> Words:
    """Words as a list: a, b, and c; two are joined by and."""
    runs: list[Run] = []
    for number, words in enumerate(parts):
        if number:
            last = number == len(parts) - 1
            comma = "," if len(parts) > 2 else ""
            runs.append(Run(f"{comma} and " if last else ", "))
        runs += words
    return tuple(runs)
