from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from castapp import paths
from castapp.ui import icons
from castapp.ui.actions import ACTIONS

UI = Path(icons.__file__).parent


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_an_icon_is_tinted_and_sharp_at_every_scale(qapp: QApplication, ratio: float) -> None:
    drawn = icons.pixmap("square", QColor("#8A1C3F"), 16, ratio)
    assert drawn.size().width() == round(16 * ratio)
    assert drawn.devicePixelRatio() == ratio
    image = drawn.toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    inked = max(pixels, key=QColor.alpha)
    assert inked.alpha() > 150
    assert abs(inked.red() - 0x8A) < 4
    assert abs(inked.green() - 0x1C) < 4
    assert abs(inked.blue() - 0x3F) < 4
    assert pixels[0].alpha() == 0


def test_an_icon_is_drawn_once(qapp: QApplication) -> None:
    ink = QColor("#123456")
    assert icons.pixmap("sun", ink).cacheKey() == icons.pixmap("sun", ink).cacheKey()
    other = icons.pixmap("sun", QColor("#123457"))
    assert other.cacheKey() != icons.pixmap("sun", ink).cacheKey()


def test_qt_widgets_get_an_icon_for_each_scale(qapp: QApplication) -> None:
    made = icons.icon("sun", QColor("#000000"))
    assert {size.width() for size in made.availableSizes()} == {16, 20, 24, 32}


def test_an_unknown_icon_is_an_error(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icons.pixmap("no-such-icon", QColor("#000000"))


def test_every_icon_the_kit_names_is_bundled() -> None:
    bundled = {path.stem for path in paths.resource("icons").glob("*.svg")}
    named = {action.icon for action in ACTIONS if action.icon}
    own = [*UI.glob("*.py"), *(UI / "widgets").glob("*.py"), *UI.glob("screens/welcome/*.py")]
    for path in own:
        code = path.read_text(encoding="utf-8")
        named |= set(
            re.findall(r'(?:paint_icon\(painter, |icon_button\(|Found\()"([a-z0-9-]+)"', code)
        )
    assert len(named) > 20
    assert named <= bundled
