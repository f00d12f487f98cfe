from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from castapp.domain.repertory import COLOURS
from castapp.ui.tokens import DARK, LIGHT, SEVERITIES, Tokens, with_stronger_lines

BOTH = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)


def luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@BOTH
def test_all_words_can_be_read(tokens: Tokens) -> None:
    grounds = (tokens.bg, tokens.surface, tokens.panel, tokens.sunken, tokens.raised, tokens.sel)
    for ground in grounds:
        for ink in (tokens.t1, tokens.t2, tokens.t3):
            assert contrast(ink, ground) >= 4.5
    assert contrast(tokens.on_accent, tokens.accent) >= 4.5
    for ground in (tokens.surface, tokens.panel, tokens.accent_w):
        assert contrast(tokens.accent_t, ground) >= 4.5


@BOTH
def test_findings_can_be_read_on_their_wash_and_on_the_surface(tokens: Tokens) -> None:
    assert tuple(tokens.findings) == SEVERITIES
    for signal in tokens.findings.values():
        assert contrast(signal.ink, signal.wash) >= 4.5
        assert contrast(signal.ink, signal.zone) >= 4.5
        assert contrast(signal.ink, tokens.surface) >= 4.5
    assert len({signal.icon for signal in tokens.findings.values()}) == 4


@BOTH
def test_productions_can_be_read_on_tint_and_on_the_show_block(tokens: Tokens) -> None:
    assert set(COLOURS) == set(tokens.pairs)
    for name in COLOURS:
        pair = tokens.pair(name)
        block = tokens.show_block(name)
        assert contrast(pair.text, pair.tint) >= 4.5
        assert contrast(tokens.t2, pair.tint) >= 4.5
        assert contrast(block.ink, block.fill) >= 4.5
        assert contrast(pair.spine, tokens.surface) >= 3.0


@BOTH
def test_load_bands_can_be_read(tokens: Tokens) -> None:
    for band in tokens.load.values():
        assert contrast(band.ink, band.fill) >= 4.5


@BOTH
def test_marks_of_participation_stand_out(tokens: Tokens) -> None:
    for colour in tokens.participation.values():
        assert contrast(colour, tokens.surface) >= 3.0


@BOTH
def test_stronger_lines_reach_what_small_text_reaches(tokens: Tokens) -> None:
    strong = with_stronger_lines(tokens)
    assert contrast(strong.line2, tokens.surface) >= 4.5
    assert contrast(tokens.line2, tokens.surface) < 3.0


def test_an_unknown_production_colour_is_slate_and_an_unknown_tone_an_error() -> None:
    assert LIGHT.pair("puce") is LIGHT.pairs["slate"]
    assert LIGHT.tone("hard") == LIGHT.findings["hard"].ink
    with pytest.raises(KeyError):
        LIGHT.tone("puce")
