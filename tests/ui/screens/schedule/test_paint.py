from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from castapp.domain.calls import Call
from castapp.domain.finding import Finding, Ref
from castapp.ui.screens.schedule.board_paint import Scene, paint_board
from castapp.ui.screens.schedule.card_layer import CardLayer
from castapp.ui.screens.schedule.drag_state import Held
from castapp.ui.screens.schedule.geometry import Box, Stand
from castapp.ui.screens.schedule.ghost_paint import Ghost
from castapp.ui.screens.schedule.layout import Layout
from castapp.ui.screens.schedule.plans import day_plan, week_plan
from castapp.ui.screens.schedule.present import BoardView, day_view, week_view
from castapp.ui.screens.schedule.traces import Trace
from castapp.ui.screens.schedule.zones import CLASH, COST, FREE, Tip, Zone
from castapp.ui.theme import apply_theme
from castapp.ui.tokens import DARK, LIGHT, Tokens
from tests.builders import THURSDAY, call, company_book

ROOM = (800, 700)
CLASHING = Finding("person_twice", "hard", "Twice.", THURSDAY, refs=(Ref(Call, "act"),))
BOOK = company_book(
    call("act", 600, 60, production_id="lake", title="Act I"),
    call("maybe", 720, 60, state="tentative", production_id="lake", title="Act II"),
    call("after", 14 * 60, 60, production_id="lake", title="Act II"),
)
VIEW = day_view(BOOK, THURSDAY, [CLASHING])
DAY = day_plan(THURSDAY, VIEW.studios, VIEW.spans, 48, ROOM)
EMPTY = BoardView((THURSDAY,), VIEW.columns, (), ())
PLACES = Layout(VIEW.cards, DAY)


def painted(scene: Scene, layer: CardLayer | None = None) -> QImage:
    image = QImage(scene.geometry.width, scene.geometry.height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_board(painter, scene, image.rect(), CardLayer() if layer is None else layer)
    painter.end()
    return image


def box_of(record_id: str) -> Box:
    card = next(card for card in VIEW.cards if card.id == record_id)
    box = DAY.box(card.stand)
    assert box is not None
    return box


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def tokens(request: pytest.FixtureRequest, qapp: QApplication) -> Tokens:
    chosen: Tokens = request.param
    apply_theme(qapp, "dark" if chosen.dark else "light")
    return chosen


@pytest.mark.parametrize(("level", "severity"), [(FREE, "note"), (COST, "breach"), (CLASH, "hard")])
def test_a_zone_is_tinted_by_its_price(tokens: Tokens, level: str, severity: str) -> None:
    zone = Zone(THURSDAY, "studio-2", 15 * 60, 17 * 60, level, "word")
    image = painted(Scene(EMPTY, Layout((), DAY), zones=(zone,)))
    column = DAY.column(1)
    tint = image.pixelColor(column.x + 12, DAY.pixels(16 * 60 + 10))
    assert tint == tokens.findings[severity].zone
    assert image.pixelColor(column.x + 12, DAY.pixels(18 * 60 + 10)) == tokens.surface


def test_a_card_has_its_spine_and_a_clash_its_frame(tokens: Tokens) -> None:
    image = painted(Scene(VIEW, PLACES))
    calm, clash = box_of("after"), box_of("act")
    middle = calm.y + calm.h // 2
    assert image.pixelColor(calm.x + 2, middle) == tokens.pair("lake").spine
    assert image.pixelColor(calm.right - 20, calm.bottom - 5) == tokens.pair("lake").tint
    assert image.pixelColor(clash.right - 1, clash.y + 20) == tokens.findings["hard"].ink


def test_a_tentative_card_is_hatched(tokens: Tokens) -> None:
    image, box = painted(Scene(VIEW, PLACES)), box_of("maybe")
    row = {image.pixelColor(x, box.bottom - 6).name() for x in range(box.x + 60, box.right - 4)}
    assert tokens.pair("lake").tint.name() in row
    assert len(row) > 1


def test_what_was_taken_out_leaves_a_dashed_trace(tokens: Tokens) -> None:
    trace = Trace(Stand(THURSDAY, "studio-1", 16 * 60, 17 * 60), "Lake Act I", "Studio 1")
    bare = painted(Scene(EMPTY, Layout((), DAY)))
    traced = painted(Scene(replace(EMPTY, traces=(trace,)), Layout((), DAY)))
    box = DAY.box(trace.stand)
    assert box is not None
    edge = {traced.pixelColor(x, box.y).name() for x in range(box.x + 8, box.right - 8)}
    plain = {bare.pixelColor(x, box.y).name() for x in range(box.x + 8, box.right - 8)}
    assert len(edge) > len(plain)
    assert trace.was == "was 16.00–17.00"


def test_what_is_selected_wears_a_ring(tokens: Tokens) -> None:
    box = box_of("after")
    spot = (box.x - 1, box.y + box.h // 2)
    assert painted(Scene(VIEW, PLACES)).pixelColor(*spot) != tokens.focus
    chosen = painted(Scene(VIEW, PLACES, frozenset({"after"}), current="after", keyboard=True))
    assert chosen.pixelColor(*spot) == tokens.focus
    elsewhere = painted(Scene(VIEW, PLACES, frozenset({"after"}), current="after"))
    assert elsewhere.pixelColor(*spot) == tokens.t3


def test_the_current_card_shows_though_it_is_not_selected(tokens: Tokens) -> None:
    without = painted(Scene(VIEW, PLACES, current="after"))
    marked = painted(Scene(VIEW, PLACES, current="after", keyboard=True))
    several = frozenset(card.id for card in VIEW.cards)
    among = painted(Scene(VIEW, PLACES, several, current="after", keyboard=True))
    all_alike = painted(Scene(VIEW, PLACES, several, keyboard=True))
    assert without != marked
    assert among != all_alike


def test_a_board_without_a_current_card_shows_the_keyboard_at_its_edge(tokens: Tokens) -> None:
    bare, corner = painted(Scene(VIEW, PLACES)), (0, 300)
    by_mouse = painted(Scene(VIEW, PLACES, keyboard=True))
    by_keyboard = painted(Scene(VIEW, PLACES, keyboard=True, by_keyboard=True))
    assert bare.pixelColor(*corner) != by_mouse.pixelColor(*corner)
    assert by_mouse.pixelColor(*corner) == tokens.line2
    assert by_keyboard.pixelColor(1, 300) == tokens.focus


def test_a_lifted_card_leaves_a_trace_and_a_ghost_with_its_sentence(tokens: Tokens) -> None:
    card = next(card for card in VIEW.cards if card.id == "after")
    held = Held("after", THURSDAY, "studio-2", 16 * 60, 17 * 60)
    tip = Tip("hard", "Clash", ("Vega is in two places.",), "House")
    scene = Scene(
        VIEW,
        PLACES,
        ghosts=(Ghost(held, card),),
        lifted=frozenset({"after"}),
        leaves_trace=True,
        tip=tip,
    )
    image, old, new = painted(scene), box_of("after"), DAY.column(1)
    assert image.pixelColor(old.x + 2, old.y + old.h // 2) == tokens.surface
    ghost = image.pixelColor(new.x + 7, DAY.pixels(16 * 60 + 30))
    assert ghost == tokens.pair("lake").spine
    spine = [image.pixelColor(new.x + 7, y) for y in range(DAY.pixels(17 * 60), image.height())]
    assert tokens.findings["hard"].ink in spine


def test_a_free_day_of_the_week_says_so(tokens: Tokens) -> None:
    book = company_book(
        call("free", 600, 60, day=THURSDAY.replace(day=18), kind="free day", studio_id=None)
    )
    view = week_view(book, THURSDAY, THURSDAY)
    plan = week_plan(view.days, view.studios, view.spans, (600, 1350), view.free, ROOM)
    image = painted(Scene(view, Layout(view.cards, plan)))
    sunday = plan.day_box(6)
    assert image.pixelColor(sunday.x + 500, sunday.y + 10) == tokens.panel


def test_only_what_changes_is_painted_anew(qapp: QApplication) -> None:
    layer = CardLayer()
    painted(Scene(VIEW, PLACES), layer)
    count = layer.painted
    painted(Scene(VIEW, PLACES, frozenset({"after"})), layer)
    assert layer.painted == count
    other = tuple(
        replace(card, state="tentative") if card.id == "act" else card for card in VIEW.cards
    )
    painted(Scene(replace(VIEW, cards=other), Layout(other, DAY)), layer)
    assert count < layer.painted < 2 * count


def test_a_card_taken_off_and_put_back_is_painted_as_before(tokens: Tokens) -> None:
    layer = CardLayer()
    before = painted(Scene(VIEW, PLACES), layer)
    without = painted(Scene(VIEW, PLACES, lifted=frozenset({"after"})), layer)
    assert without != before
    assert painted(Scene(VIEW, PLACES), layer) == before


def test_tiles_do_not_pile_up(qapp: QApplication) -> None:
    layer = CardLayer(most_bytes=900_000)
    for height in range(48, 96, 4):
        plan = day_plan(THURSDAY, VIEW.studios, (), height, ROOM)
        painted(Scene(VIEW, Layout(VIEW.cards, plan)), layer)
    assert layer.bytes <= 900_000
