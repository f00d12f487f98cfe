from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from castapp.domain.repertory import COLOURS
from castapp.ui.screens.schedule.cards import CALL, QUIET, SHOW
from castapp.ui.screens.schedule.ground import SOFT, Shape, inks, paint_ground
from castapp.ui.tokens import DARK, LIGHT, Tokens

LEAST = 4.5


def luminance(colour: QColor) -> float:
    """WCAG 2 relative luminance."""
    parts = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
             for value in (colour.redF(), colour.greenF(), colour.blueF())]  # fmt: skip
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def fill(shape: Shape, tokens: Tokens) -> QColor:
    if shape.look == SHOW:
        return tokens.show_block(shape.colour).fill
    if shape.look == QUIET:
        return tokens.panel
    pair = tokens.pair(shape.colour)
    return pair.line if shape.look == SOFT else pair.tint


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("look", [CALL, SOFT, SHOW, QUIET])
@pytest.mark.parametrize("colour", COLOURS)
def test_words_are_legible_on_every_card(tokens: Tokens, look: str, colour: str) -> None:
    shape = Shape(look, colour, "firm")
    for ink in inks(shape, tokens):
        assert contrast(ink, fill(shape, tokens)) >= LEAST


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("state", ["firm", "tentative", "cancelled"])
@pytest.mark.parametrize("look", [CALL, SOFT, SHOW, QUIET])
@pytest.mark.parametrize("colour", ["", *COLOURS])
def test_words_are_legible_on_what_is_really_painted(
    qapp: QApplication, tokens: Tokens, state: str, look: str, colour: str
) -> None:
    """Whatever a card's state: of the hatching only thin lines may come nearer to the ink."""
    shape = Shape(look, colour, state)
    image = QImage(120, 40, QImage.Format.Format_RGB32)
    image.fill(tokens.surface)
    painter = QPainter(image)
    paint_ground(painter, shape, image.rect(), tokens)
    painter.end()
    grounds = Counter(image.pixel(x, y) for x in range(12, 108) for y in range(6, 34))
    (usual, count), *_ = grounds.most_common(1)
    assert count > 0.6 * grounds.total()
    for ink in inks(shape, tokens):
        assert contrast(ink, QColor(usual)) >= LEAST


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_words_are_legible_on_the_lines_of_the_board_and_of_a_person(tokens: Tokens) -> None:
    for ink, ground in (
        (tokens.t2, tokens.surface),
        (tokens.t2, tokens.panel),
        (tokens.t2, tokens.sel),
        (tokens.t1, tokens.surface),
        (tokens.accent_t, tokens.panel),
        (tokens.surface, tokens.t1),
    ):
        assert contrast(ink, ground) >= LEAST


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_words_are_legible_on_what_is_offered_and_told(tokens: Tokens) -> None:
    for ink, ground in (
        (tokens.t1, tokens.sel),
        (tokens.surface, tokens.focus),
        (tokens.surface, tokens.accent_t),
        (tokens.t2, tokens.panel),
        (tokens.accent_t, tokens.surface),
    ):
        assert contrast(ink, ground) >= LEAST
