"""What somebody may ask of those who could."""

from __future__ import annotations

import pytest

from castapp.services.cover.candidates import Candidate
from castapp.services.cover.whereabouts import Whereabouts
from castapp.services.reason import CARE, GAP, Reason
from castapp.ui.screens.cover.conditions import CONDITIONS, conditions_words, meets

HERE = Whereabouts("In the building until 17.00", building=True)
DANCED = Reason("knows", "Knows it, danced twice, last 2025")


def somebody(
    *reasons: Reason,
    leaves: tuple[Reason, ...] = (),
    where: Whereabouts = HERE,
    week: str = "usual",
    level: str = "performed",
) -> Candidate:
    return Candidate("fox", level, "Soloist", (DANCED, *reasons), leaves, where, 600, week)


@pytest.mark.parametrize(
    ("key", "other"),
    [
        ("knows", somebody(level="learning")),
        ("chain", somebody(leaves=(Reason("leaves", "Myrtha", GAP),))),
        ("calls", somebody(leaves=(Reason("call", "Class", CARE),))),
        ("here", somebody(where=Whereabouts("Free since 11.30", building=False))),
        ("rest", somebody(Reason("rest", "Show Thu 15, the night after", CARE))),
        ("limits", somebody(Reason("restriction", "No jumps", CARE))),
        ("week", somebody(week="above usual")),
    ],
)
def test_a_condition_leaves_out_who_does_not_meet_it(key: str, other: Candidate) -> None:
    assert meets(somebody(), [key])
    assert not meets(other, [key])
    assert meets(other, [])


def test_a_debut_is_who_has_not_danced_it() -> None:
    new = Candidate("fox", "knows", "", (Reason("knows", "In it now: cover"),), (), HERE, 0)
    assert not meets(new, ["debut"])
    assert meets(somebody(), tuple(CONDITIONS))


def test_the_button_says_what_is_set() -> None:
    assert conditions_words(()) == "All conditions"
    assert conditions_words(("here",)) == "In the building"
    assert conditions_words(("here", "rest")) == "2 conditions"
