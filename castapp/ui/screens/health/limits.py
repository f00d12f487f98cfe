"""How the fixed vocabulary of restrictions looks: icons, short words, usual numbers. No Qt here."""

from __future__ import annotations

from castapp.domain.availability import COUNTED, RESTRICTIONS, Restriction
from castapp.ui.screens.health.board import Limit

ICONS = {
    "barre_only": "align-horizontal-distribute-center",
    "no_jumps": "arrow-up-from-line",
    "small_jumps_only": "arrow-up-from-line",
    "no_pointe": "footprints",
    "pointe_minutes": "footprints",
    "no_partnering": "users-round",
    "no_lifting": "dumbbell",
    "not_lifted": "move-up",
    "no_turns": "rotate-cw",
    "no_turns_left": "rotate-cw",
    "no_turns_right": "rotate-cw",
    "no_kneeling": "arrow-down-to-line",
    "no_weight_on_hands": "arrow-down-to-line",
    "marking_only": "pencil-line",
    "hours_a_day": "timer",
    "consecutive_minutes": "timer",
    "shows_a_week": "calendar-range",
    "no_double_show": "copy-x",
}
USUAL = {
    "pointe_minutes": 20.0,
    "hours_a_day": 4.0,
    "consecutive_minutes": 60.0,
    "shows_a_week": 2.0,
}
"""The number a counted restriction begins with when it is added."""

_SHORT = {
    "pointe_minutes": "pointe {0:g} min",
    "hours_a_day": "{0:g} h a day",
    "consecutive_minutes": "{0:g} min in a row",
    "shows_a_week": "{0:g} shows a week",
}
_AROUND = {
    "pointe_minutes": ("Pointe at most", "min"),
    "hours_a_day": ("At most", "h a day"),
    "consecutive_minutes": ("At most", "min in a row"),
    "shows_a_week": ("At most", "shows a week"),
}


def limit(restriction: Restriction) -> Limit:
    """A restriction as a chip: few words, its icon."""
    said = _SHORT.get(restriction.code, restriction.words).format(restriction.amount)
    words = "1 show a week" if said == "1 shows a week" else said
    return Limit(restriction.code, words[:1].upper() + words[1:], ICONS[restriction.code])


def words_of(restriction: Restriction) -> str:
    """The restriction as staff read it; one show is not shows."""
    if restriction.code == "shows_a_week" and restriction.amount == 1:
        return "at most 1 show a week"
    return restriction.words


def around(code: str) -> tuple[str, str]:
    """The words before and after the number of a counted restriction; all before for others."""
    if code in COUNTED:
        return _AROUND[code]
    words = Restriction(code).words
    return words[:1].upper() + words[1:], ""


def offered(have: tuple[Restriction, ...]) -> tuple[tuple[str, str], ...]:
    """What can still be added from the fixed list: code and words."""
    held = {one.code for one in have}
    return tuple(
        (code, " … ".join(part for part in around(code) if part))
        for code in RESTRICTIONS
        if code not in held
    )


def added(have: tuple[Restriction, ...], code: str) -> tuple[Restriction, ...]:
    """The restrictions with one more, a counted one with its usual number."""
    if any(one.code == code for one in have):
        return have
    return (*have, Restriction(code, USUAL.get(code, 0.0)))


def without(have: tuple[Restriction, ...], code: str) -> tuple[Restriction, ...]:
    """The restrictions without one."""
    return tuple(one for one in have if one.code != code)


def counted(have: tuple[Restriction, ...], code: str, amount: float) -> tuple[Restriction, ...]:
    """The restrictions with another number for one of them."""
    return tuple(Restriction(code, amount) if one.code == code else one for one in have)
