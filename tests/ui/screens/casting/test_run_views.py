"""The inspector while nothing is selected: run, people, told, pairs; and how ready in a spot."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from castapp.domain.casting import Correction, Partnership
from castapp.domain.office import Told
from castapp.ui.screens.casting.pairs_pane import APART, NONE, TOGETHER
from castapp.ui.screens.casting.panel_rows import LineRow
from castapp.ui.screens.casting.people_pane import CountRow
from castapp.ui.screens.casting.run_views import PAIRS, PEOPLE, TOLD
from castapp.ui.screens.casting.screen import CastingScreen
from castapp.ui.widgets.choice import Tick
from castapp.ui.widgets.pick import Option, PickField
from castapp.ui.widgets.stating import StateRow
from tests.builders import FRIDAY, SATURDAY, company_book, show
from tests.ui.screens.casting.hands import casting_screen, texts

NIGHT = "bill-show-2026-10-15-1170"
RUN = company_book(show(FRIDAY, cast_id="cast-2"), show(SATURDAY))


def view(screen: CastingScreen, key: str) -> None:
    switch = screen.side.views.switch
    switch.choose(key)
    switch.chosen.emit(key)


W = TypeVar("W", bound=QWidget)


def shown(screen: CastingScreen, kind: type[W]) -> list[W]:
    QApplication.processEvents()
    return [one for one in screen.side.inspector.findChildren(kind) if one.isVisible()]


def button(screen: CastingScreen, words: str) -> QPushButton:
    return next(one for one in shown(screen, QPushButton) if one.text() == words)


def tick(screen: CastingScreen, name: str) -> Tick:
    return next(one for one in shown(screen, Tick) if one.text() == name)


def test_each_dancer_is_counted_and_led_to(qtbot: QtBot) -> None:
    screen, _, _ = casting_screen(qtbot, RUN)
    view(screen, PEOPLE)
    said = [one.accessibleName() for one in shown(screen, CountRow)]
    assert "Vega: 2 shows, 2 leads, 1 covers, 1 debut" in said


def test_telling_is_ticked_and_undone(qtbot: QtBot) -> None:
    screen, desk, window = casting_screen(qtbot, RUN)
    view(screen, TOLD)
    assert "Thu 15" in texts(screen.side.inspector)
    tick(screen, "Vega").click()
    (note,) = desk.book.all(Told)
    assert (note.person_id, note.what, note.by) == ("vega", "Queen", "Jana Mills")
    assert tick(screen, "Vega").isChecked()
    tick(screen, "Vega").click()
    assert desk.book.count(Told) == 0
    window.do("edit.undo")
    assert desk.book.count(Told) == 1
    assert tick(screen, "Vega").isChecked()


def test_all_of_a_night_at_once_and_it_stays_in_view(qtbot: QtBot) -> None:
    screen, desk, _ = casting_screen(qtbot, RUN)
    view(screen, TOLD)
    button(screen, "All of them are told").click()
    assert len(desk.done) == 1
    people = desk.book.count(Told)
    assert f"Thu 15, shown, {people} of {people} told" in texts(screen.side.inspector)
    assert tick(screen, "Vega").isChecked()
    row = next(one for one in shown(screen, LineRow) if one.text() == "Sat 17")
    row.click()
    assert "Sat 17, shown, 0 of" in texts(screen.side.inspector)


def test_a_tick_the_file_refuses_is_taken_back(qtbot: QtBot) -> None:
    screen, desk, _ = casting_screen(qtbot, RUN)
    view(screen, TOLD)
    desk.refusing = "The file cannot be written."
    tick(screen, "Vega").click()
    assert desk.book.count(Told) == 0
    assert not tick(screen, "Vega").isChecked()


def test_a_pair_is_wished_together_and_not(qtbot: QtBot) -> None:
    screen, desk, _ = casting_screen(qtbot, RUN)
    view(screen, PAIRS)
    pane = screen.side.views.pairs
    assert "Vega – Okoro, 2 shows" in texts(screen.side.inspector)
    pane.wished.emit("vega", "okoro", TOGETHER)
    assert "Vega – Okoro, kept, 2 shows" in texts(screen.side.inspector)
    pane.wished.emit("vega", "okoro", NONE)
    assert desk.book.count(Partnership) == 0


def test_a_wish_for_two_who_do_not_dance_together_yet(qtbot: QtBot) -> None:
    screen, desk, window = casting_screen(qtbot, RUN)
    view(screen, PAIRS)
    button(screen, "Not together").click()
    assert "Name both dancers first." in texts(window)
    one, other = shown(screen, PickField)
    one.show_option(Option("moss", "Cleo Moss"))
    other.show_option(Option("okoro", "Bo Okoro"))
    button(screen, "Not together").click()
    (said,) = desk.book.all(Partnership)
    assert (said.one_id, said.other_id, said.wish) == ("moss", "okoro", APART)
    assert "Moss – Okoro, not together" in texts(screen.side.inspector)


def test_the_menu_of_a_pair_ticks_what_is_wished(qtbot: QtBot) -> None:
    book = company_book([Partnership("w", "vega", "okoro")])
    screen, _, _ = casting_screen(qtbot, book)
    view(screen, PAIRS)
    row = next(one for one in shown(screen, LineRow) if one.text() == "Vega – Okoro")
    row.click()
    (menu,) = row.findChildren(QMenu)
    ticked = [one.text() for one in menu.actions() if one.isChecked()]
    menu.close()
    assert ticked == ["Kept together"]


def test_readiness_is_corrected_in_the_spot_and_undone(qtbot: QtBot) -> None:
    screen, desk, window = casting_screen(qtbot, RUN)
    screen.grid.select("queen", NIGHT)
    row = next(one for one in shown(screen, StateRow) if one.text() == "Moss")
    assert row.accessibleName() == "Moss, learning, nothing recorded yet"
    row.said.emit("stage call")
    assert [one.state for one in desk.book.all(Correction)] == ["stage call"]
    row = next(one for one in shown(screen, StateRow) if one.text() == "Moss")
    assert "by hand; the record says learning" in row.accessibleName()
    window.do("edit.undo")
    assert desk.book == RUN


def test_the_switch_gives_way_to_a_spot_and_comes_back(qtbot: QtBot) -> None:
    screen, _, _ = casting_screen(qtbot, RUN)
    switch = screen.side.views.switch
    assert switch.isVisible()
    screen.grid.select("queen", NIGHT)
    assert not switch.isVisible()
    said = texts(screen.side.inspector)
    assert "Its cast dances also" in said
    assert "That day" in said
    screen.side.show_overview()
    assert switch.isVisible()


def test_without_nights_every_view_says_what_it_is_for(qtbot: QtBot) -> None:
    screen, _, _ = casting_screen(qtbot, company_book())
    bare = screen.side.views
    for key, words in ((TOLD, "ticked off here"), (PAIRS, "listed here"), (PEOPLE, "counted here")):
        bare.switch.choose(key)
        inspector = screen.side.inspector
        book = screen.context.book
        content = bare.content(book, "lake", (), screen.context.today)
        bare.fill(inspector, book, "Lake", content, lambda _: None)
        assert words in texts(inspector)
