from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from castapp.domain.repertory import COLOURS
from castapp.ui.screens.schedule.cards import CALL, QUIET, SHOW
from castapp.ui.screens.schedule.ground import SOFT, Shape, inks
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
def test_words_are_legible_on_what_is_offered_and_told(tokens: Tokens) -> None:
    for ink, ground in (
        (tokens.t1, tokens.sel),
        (tokens.surface, tokens.focus),
        (tokens.surface, tokens.accent_t),
        (tokens.t2, tokens.panel),
        (tokens.accent_t, tokens.surface),
    ):
        assert contrast(ink, ground) >= LEAST
