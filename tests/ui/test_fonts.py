from __future__ import annotations

from PySide6.QtGui import QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QApplication

from castapp.ui import fonts


def test_the_bundled_typeface_is_used(qapp: QApplication) -> None:
    assert QFontInfo(fonts.font()).family() == "Inter"
    assert qapp.font().family() == "Inter"
    assert qapp.font().pixelSize() == 13


def test_weights_are_real(qapp: QApplication) -> None:
    widths = [
        QFontMetricsF(fonts.font(fonts.PAGE, weight)).horizontalAdvance("Bektemirova")
        for weight in (400, 500, 600)
    ]
    assert widths == sorted(set(widths))


def test_figures_are_of_one_width(qapp: QApplication) -> None:
    metrics = QFontMetricsF(fonts.font(fonts.TABLE, figures=True))
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1
    loose = QFontMetricsF(fonts.font(fonts.TABLE))
    assert loose.horizontalAdvance("1") < loose.horizontalAdvance("0")


def test_a_font_may_be_changed_without_changing_the_next(qapp: QApplication) -> None:
    fonts.font(fonts.BODY).setUnderline(True)
    assert not fonts.font(fonts.BODY).underline()
