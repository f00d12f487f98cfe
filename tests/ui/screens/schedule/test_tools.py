from __future__ import annotations

from pytestqt.qtbot import QtBot

from castapp.ui.screens.schedule.tools import Legend, StateWords


def test_how_far_it_is_posted_is_said_whole_or_shorter_never_cut(qtbot: QtBot) -> None:
    state = StateWords()
    qtbot.addWidget(state)
    state.show_words("Issue 1 posted Tue 13, tentative", "Issue 1, tentative")
    state.resize(state.sizeHint())
    assert state.shown == "Issue 1 posted Tue 13, tentative"
    state.resize(130, 24)
    assert state.shown == "Issue 1, tentative"
    state.resize(60, 24)
    assert state.shown == "Issue 1"
    state.resize(10, 24)
    assert state.shown == ""
    assert state.accessibleName() == "Issue 1 posted Tue 13, tentative"


def test_the_legend_says_how_many_more_there_are(qtbot: QtBot) -> None:
    legend = Legend()
    qtbot.addWidget(legend)
    legend.show_works([("Lake", "lake"), ("Giselle", "pine"), ("Tidewater", "plum")])
    legend.resize(legend.sizeHint())
    assert [chip.text for chip in legend.shown()] == ["Lake", "Giselle", "Tidewater"]
    legend.resize(130, 24)
    assert [chip.text for chip in legend.shown()] == ["Lake", "+2"]
