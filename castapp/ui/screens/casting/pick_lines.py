"""What the picking list says: the candidates as lines, matched and grouped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from castapp.domain.book import Book
from castapp.domain.people import Person
from castapp.domain.slot import length
from castapp.services.eligible import Candidate
from castapp.services.reason import CANNOT, CARE, GAP, Reason
from castapp.ui.reading import plain

_LEFT_OUT = ("knows", "status", "restriction")
NEAR = 3
"""So many names are offered for one that nobody has."""


@dataclass(frozen=True, slots=True)
class PickLine:
    """A heading (no person) or a dancer. `mark` is from where to where the name is underlined;
    `tone` a palette tone of the third line; `whole` every reason but the second line's.
    """

    text: str
    person_id: str = ""
    number: str = ""
    status: str = ""
    aside: str = ""
    mark: tuple[int, int] = (0, 0)
    second: str = ""
    third: str = ""
    tone: str = "t2"
    week: str = ""
    week_word: str = ""
    whole: str = ""

    @property
    def spoken(self) -> str:
        """The whole line for a screen reader."""
        parts = (self.text, self.aside, self.status, self.second, self.whole, self.week)
        return ", ".join(part for part in (*parts, self.week_word) if part)


def pick_lines(book: Book, candidates: Sequence[Candidate], typed: str) -> tuple[PickLine, ...]:
    """Those who match what was typed, who can, who could learn it, who cannot and why."""
    wanted = plain(typed.strip())
    matched = [one for one in candidates if wanted and _match(book, one, wanted) != (0, 0)]
    rest = [one for one in candidates if one not in matched]
    groups: list[tuple[str, list[Candidate]]] = []
    if matched:
        groups.append((f"Matches “{typed.strip()}”", matched))
    elif wanted:
        near = _near(book, candidates, wanted)
        rest = [one for one in rest if one not in near]
        groups.append((f"Nobody is called “{typed.strip()}”", []))
        groups.append(("Perhaps", near))
    could = [one for one in rest if one.can and one.suits]
    known = [one for one in could if one.knows]
    groups.append(("Others who can, best first" if wanted else "Best first", known))
    groups.append(("Could learn it", [one for one in could if not one.knows]))
    if not wanted:
        groups.append(("Usually danced by others", [o for o in rest if o.can and not o.suits]))
    groups.append(("Cannot", [one for one in rest if not one.can and one.suits]))
    lines: list[PickLine] = []
    number = 0
    for title, members in groups:
        if members or title.startswith("Nobody"):
            lines.append(PickLine(title))
        for one in members:
            number += one.can and not one.gap
            shown = str(number) if one.can and not one.gap else ""
            lines.append(_line(book, one, shown, _match(book, one, wanted)))
    return tuple(lines)


def chosen_at_first(lines: Sequence[PickLine], typed: str) -> int | None:
    """The place of the line Enter takes: the first dancer, of a typed name the first that has
    it; None if nobody does.
    """
    named = bool(typed.strip())
    return next(
        (n for n, one in enumerate(lines) if one.person_id and (one.mark[1] or not named)), None
    )


def can_words(candidates: Sequence[Candidate]) -> str:
    """How many can, knowing it: 5 of 37 can."""
    suited = [one for one in candidates if one.suits]
    if not any(one.knows for one in suited):
        return "nobody knows it yet"
    return f"{sum(one.can and one.knows for one in suited)} of {len(suited)} can"


def _line(book: Book, one: Candidate, number: str, mark: tuple[int, int]) -> PickLine:
    person = book.get(Person, one.person_id)
    by_kind = {reason.kind: reason for reason in one.reasons}
    stopping = [reason for reason in one.reasons if reason.severity == CANNOT]
    third, tone = _third(one, stopping)
    week = f"week {length(one.week)}" if one.week is not None else ""
    return PickLine(
        person.name,
        one.person_id,
        number,
        one.status,
        ", ".join(part for part in (one.rank.lower(), one.holds) if part),
        mark,
        by_kind["knows"].text if "knows" in by_kind else "",
        third,
        tone,
        week,
        one.week_word,
        _whole(one),
    )


def _whole(one: Candidate) -> str:
    """Every reason but how it is known, what stops first, then what to mind, then the rest."""
    order = {severity: place for place, severity in enumerate((CANNOT, GAP, CARE, ""))}
    told = [reason for reason in one.reasons if reason.kind != "knows"]
    told.sort(key=lambda reason: order[reason.severity])
    texts = " · ".join(reason.text for reason in told)
    return texts[:1].upper() + texts[1:]


def _third(one: Candidate, stopping: list[Reason]) -> tuple[str, str]:
    """The rest in one line: what stops or costs first and alone, else what is good to know."""
    if stopping:
        return "; ".join(reason.text for reason in stopping), "hard"
    for severity in ("breach", "warning"):
        found = [reason.text for reason in one.reasons if reason.severity == severity]
        if found:
            text = " · ".join(found)
            return text[:1].upper() + text[1:], severity
    plain_ones = [one.text for one in one.reasons if one.kind not in _LEFT_OUT]
    text = " · ".join(plain_ones)
    return text[:1].upper() + text[1:], "t2"


def _near(book: Book, candidates: Sequence[Candidate], wanted: str) -> list[Candidate]:
    """Those whose name or surname is spelled most like what was typed."""
    by_written: dict[str, Candidate] = {}
    for one in candidates:
        person = book.get(Person, one.person_id)
        by_written |= {plain(person.surname): one, plain(person.name): one}
    close = get_close_matches(wanted, by_written, NEAR)
    return list({by_written[one].person_id: by_written[one] for one in close}.values())


def _match(book: Book, one: Candidate, wanted: str) -> tuple[int, int]:
    name = book.get(Person, one.person_id).name
    if not wanted:
        return 0, 0
    folded = plain(name)
    if len(folded) != len(name):
        folded = name.casefold() if len(name.casefold()) == len(name) else folded
    for place in range(len(folded)):
        begins = place == 0 or not folded[place - 1].isalnum()
        if begins and folded.startswith(wanted, place):
            return place, place + len(wanted)
    return 0, 0
