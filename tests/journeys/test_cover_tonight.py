"""Four in the afternoon, a principal is off: cover her, tell everybody, send the slip, undo."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from castapp import app
from castapp.domain.casting import Override
from castapp.domain.finding import Ref
from castapp.domain.people import Person
from castapp.domain.standing import standing
from castapp.services.sample.data import person_id
from castapp.ui.screens.cover.cards import Card
from castapp.ui.screens.cover.screen import CoverScreen
from tests.builders import THURSDAY, WEDNESDAY
from tests.journeys.conftest import SitDown
from tests.journeys.sitting import Sitting


@pytest.fixture
def me(sit_down: SitDown, tmp_path: Path) -> Sitting:
    path = tmp_path / "Sample company.castapp"
    app.new_sample(str(path), WEDNESDAY).close()
    made = sit_down("Jana Mills", WEDNESDAY)
    made.open(path)
    return made


def cover(me: Sitting, *surnames: str) -> CoverScreen:
    """The screen, asked about somebody off from four in the afternoon."""
    screen = me.go("cover", CoverScreen)
    for surname in surnames:
        me.window.jump(Ref(Person, person_id(surname)), "cover")
    me.fill(screen.left.clock, "16.00")
    me.settle()
    me.settle()
    return screen


def test_off_at_four_take_the_first_send_the_slip_and_undo(me: Sitting, tmp_path: Path) -> None:
    screen = cover(me, "Popov")
    before = {one.id for one in me.book.all(Override)}
    assert "Swan Lake tonight has no Odette/Odile" in me.seen(me.window.frame)
    assert screen.bar.accessibleName().endswith("the half 18.55, curtain 19.30, in 3 h 30")
    shown: list[Card] = [view.card for view in screen.right.cards]
    assert [card.letter for card in shown] == ["A", "B", "C"]
    assert shown[0].changes == "1 change"
    me.press("Recast as A", screen)
    me.settle()
    new = [one for one in me.book.all(Override) if one.id not in before]
    assert [one.why for one in new] == ["Iveta Popov off", "Iveta Popov off, for Marguerite Vane"]
    assert [one.cover for one in new] == [0, 1]
    assert standing(me.book, person_id("Popov"), WEDNESDAY).word == "off"
    assert "Swan Lake tonight is recast" in screen.bar.accessibleName()
    me.press("Marguerite Vane is told", screen)
    me.settle()
    assert "1 of" in screen.right.panel._count.text()
    me.dialogs.path = tmp_path / "slip.pdf"
    me.press("Change slip…", screen)
    words = subprocess.run(
        ["pdftotext", "-layout", str(me.dialogs.path), "-"], check=True, capture_output=True
    ).stdout.decode()
    assert words.count("replaces Iveta Popov") >= 4
    assert "Marguerite Vane" in words
    assert "Iveta Popov is indisposed." in words
    me.window.do("edit.undo")
    me.window.do("edit.undo")
    me.settle()
    me.settle()
    assert {one.id for one in me.book.all(Override)} == before
    assert standing(me.book, person_id("Popov"), WEDNESDAY).word == "full"
    assert "has no Odette/Odile" in screen.bar.accessibleName()


def test_hurt_after_act_two_only_the_rest_of_the_night_is_recast(me: Sitting) -> None:
    screen = cover(me, "Popov")
    me.press("From Act …", screen)
    me.settle()
    after = [key for key, words in _choices(screen) if words.startswith("After Act II ")][-1]
    me.choose("Off during the show", after, screen)
    me.settle()
    gap = next(row for row in screen.left.model.lines if row.gap)
    assert "from Act III" in gap.detail
    me.press("Recast as A", screen)
    me.settle()
    new = next(one for one in me.book.all(Override) if one.why == "Iveta Popov off")
    assert not new.cover
    assert new.from_section_id is not None


def test_the_one_off_for_days_is_covered_in_the_run_and_comes_back(me: Sitting) -> None:
    screen = cover(me, "Bektemirova")
    assert not any(row.gap for row in screen.left.model.lines)
    screen.left.reach.chosen.emit("unknown")
    me.settle()
    me.settle()
    assert sum(row.gap for row in screen.left.model.lines) == 4
    me.press("Recast as A", screen)
    me.settle()
    me.settle()
    assert not any(row.gap for row in screen.left.model.lines)
    screen.after.tell(screen.asked.people[0], on=True)
    me.settle()
    me.press("Emilio Bektemirova is back on", screen)
    me.settle()
    me.settle()
    assert me.labels[0] == "Bektemirova back on, 4 performances"
    assert "Bektemirova is back on" in me.seen(screen)
    assert not screen.asked.people
    assert any("again" in text for text in _told(screen))


def test_who_was_told_is_still_ticked_after_the_program_was_closed(
    me: Sitting, sit_down: SitDown, tmp_path: Path
) -> None:
    screen = cover(me, "Popov")
    me.press("Recast as A", screen)
    me.settle()
    me.press("Marguerite Vane is told", screen)
    me.settle()
    me.leave()
    again = sit_down("Leo Reyes", WEDNESDAY)
    again.open(tmp_path / "Sample company.castapp")
    later = cover(again, "Popov")
    assert later.right.panel.ticks[person_id("Vane")].isChecked()
    assert not later.right.panel.ticks[person_id("Kuznetsov")].isChecked()
    assert "Jana Mills" in again.seen(later.right.panel)


def test_a_guest_engagement_over_the_run_is_covered_and_kept_as_one(me: Sitting) -> None:
    screen = cover(me, "Popov")
    me.press("Run", screen)
    me.settle()
    me.choose("Kept in Health as", "guest engagement", screen)
    me.settle()
    assert sum(row.gap for row in screen.left.model.lines) > 1
    me.press("Recast as A", screen)
    me.settle()
    now = standing(me.book, person_id("Popov"), THURSDAY)
    assert now.absence is not None
    assert now.absence.kind == "guest engagement"


def _told(screen: CoverScreen) -> list[str]:
    taken = screen.after.taken
    everybody = taken.told(screen.context.book) if taken is not None else ()
    return [text for one in everybody for text in one.texts]


def _choices(screen: CoverScreen) -> list[tuple[str, str]]:
    field = screen.left.hurt
    return [(field.itemData(n), field.itemText(n)) for n in range(field.count())]
