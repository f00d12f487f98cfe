"""The bundled letters load in five weights, and what is printed with them can be read back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF, QRawFont, QTextLayout
from PySide6.QtWidgets import QApplication

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
FILES = sorted(FONTS.glob("*.ttf"))
FAMILIES = ("Inter", "Inter Figures")
WEIGHTS = (400, 500, 600, 700, 800)
TEXT = (
    "10.30–11.45 (1–24) 19:30 2 x 4 -> [new] warm-up “Czárdás” D’Jampe Ångström ŐŰ İı Ș Đỗ "
    "Жизель Щёлкунчик Ґ Έλλη ½ × … · € № ✓ ▲ ▽ → ↑ ≤ ≥ −"
)


@pytest.fixture
def fonts(qapp: QApplication) -> Iterator[None]:
    ids = [QFontDatabase.addApplicationFont(str(path)) for path in FILES]
    assert -1 not in ids
    yield
    for each in ids:
        QFontDatabase.removeApplicationFont(each)


def font(family: str, weight: int, tabular: bool = False) -> QFont:
    made = QFont(family)
    made.setWeight(QFont.Weight(weight))
    made.setPixelSize(100)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def drawn_glyphs(made: QFont, text: str) -> list[int]:
    layout = QTextLayout(text, made)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = sorted(layout.glyphRuns(), key=lambda run: run.positions()[0].x())
    return [glyph for run in runs for glyph in run.glyphIndexes()]


def mapped_glyphs(made: QFont, text: str) -> list[int]:
    return list(QRawFont.fromFont(made).glyphIndexesForString(text))


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("weight", WEIGHTS)
def test_each_weight_is_a_cut_of_its_own(fonts: None, family: str, weight: int) -> None:
    info = QFontInfo(font(family, weight))
    assert (info.family(), info.weight()) == (family, weight)
    widths = {QFontMetricsF(font(family, each)).horizontalAdvance("Odette") for each in WEIGHTS}
    assert len(widths) == len(WEIGHTS)


@pytest.mark.parametrize("weight", WEIGHTS)
def test_figures_are_tabular_by_feature_and_by_family(fonts: None, weight: int) -> None:
    plain = QFontMetricsF(font("Inter", weight))
    assert plain.horizontalAdvance("1") < plain.horizontalAdvance("8")
    for made in (font("Inter", weight, tabular=True), font("Inter Figures", weight)):
        metrics = QFontMetricsF(made)
        assert len({metrics.horizontalAdvance(figure) for figure in "0123456789"}) == 1


def test_the_figures_family_leaves_the_hyphen_narrow(fonts: None) -> None:
    plain, figures = (QFontMetricsF(font(family, 400)) for family in FAMILIES)
    assert figures.horizontalAdvance("warm-up") == plain.horizontalAdvance("warm-up")


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("weight", WEIGHTS)
def test_printed_text_can_be_read_back(fonts: None, family: str, weight: int) -> None:
    # Qt's PDF finds a letter again only if the glyph drawn is the one the character map names.
    made = font(family, weight)
    assert 0 not in mapped_glyphs(made, TEXT)
    assert drawn_glyphs(made, TEXT) == mapped_glyphs(made, TEXT)


def test_figures_by_feature_could_not_be_read_back(fonts: None) -> None:
    made = font("Inter", 400, tabular=True)
    assert drawn_glyphs(made, "19") != mapped_glyphs(made, "19")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_bold_cuts_say_so_lest_a_pdf_thickens_them(qapp: QApplication, path: Path) -> None:
    raw = QRawFont(str(path), 16)
    bold = bool(raw.fontTable("head").data()[45] & 1)
    assert bold == (raw.weight() >= 700)


def test_the_licence_lies_beside_the_letters() -> None:
    assert "SIL OPEN FONT LICENSE" in (FONTS / "LICENSE").read_text(encoding="utf-8")
