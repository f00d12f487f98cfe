from __future__ import annotations

from dataclasses import replace

from castapp.domain.casting import Danced, Performance
from castapp.domain.repertory import Role
from castapp.services.castgrid.following import (
    following,
    following_in_any,
    following_words,
    painted,
    painted_words,
)
from castapp.services.casting import override
from tests.builders import FRIDAY, SATURDAY, THURSDAY, company_book, show

SHOW = "show-2026-10-15-1170"
MATINEE = 14 * 60
RUN = company_book(show(FRIDAY), show(SATURDAY, MATINEE), show(SATURDAY, cast_id="cast-2"))
DIFFERS = RUN.apply(override(RUN, SHOW, "queen", 1, "paz", why="guest"))


def test_a_show_with_its_own_dancer_keeps_them_and_says_why() -> None:
    found = following(DIFFERS, "cast-1", "queen", 1)
    assert [one.day for one in found.follow] == [FRIDAY, SATURDAY]
    assert [(one.person_id, one.why) for one in found.keep] == [("paz", "guest")]
    assert following_words(DIFFERS, found) == (
        "2 performances follow: Fri 16, Sat 17 mat.",
        "1 keeps its own: Thu 15 (Paz, guest).",
    )


def test_what_is_changed_for_a_cover_keeps_no_dancer() -> None:
    book = RUN.apply(override(RUN, SHOW, "queen", 1, "paz", cover=1))
    assert not following(book, "cast-1", "queen", 1).keep
    assert [one.person_id for one in following(book, "cast-1", "queen", 1, 1).keep] == ["paz"]


def test_what_was_danced_stays_and_a_cancelled_show_is_none() -> None:
    off = replace(RUN.get(Performance, "show-2026-10-16-1170"), state="cancelled")
    book = company_book(show(FRIDAY), [off, Danced("d", SHOW, "queen", 1, "moss")])
    found = following(book, "cast-1", "queen", 1)
    assert not found.follow
    assert following_words(book, found) == (
        "No performance follows.",
        "1 keeps its own: Thu 15 (Moss, written down as danced).",
    )


def test_a_role_follows_where_any_of_its_spots_does() -> None:
    book = RUN.apply(override(RUN, SHOW, "spirits", 2, None))
    found = following_in_any(book, "cast-1", book.get(Role, "spirits"))
    assert [one.day for one in found.follow] == [THURSDAY, FRIDAY, SATURDAY]
    assert following_words(book, found)[1] == "1 keeps spots of their own: Thu 15 (2 open)."


def test_painting_tells_what_changes_hands_and_what_stays() -> None:
    nights = painted(DIFFERS, [f"bill-{SHOW}", "bill-show-2026-10-17-1170"], "cast-2")
    assert [(one.changes, one.keep) for one in nights] == [(3, ("Queen Paz",))]
    assert painted_words(DIFFERS, "cast-2", nights) == (
        "Thu 15 by the 2nd cast: 3 spots change hands. 1 keeps its own: Queen Paz."
    )
    assert painted_words(DIFFERS, "cast-1", ()) == "Danced by the 1st cast already."
    none = painted(DIFFERS, [f"bill-{SHOW}"], None)
    assert painted_words(DIFFERS, None, none).startswith("Thu 15 by no cast: 5 spots")
