"""The style sheet for Qt's own widgets: fields, menus, scroll bars, headers, tool tips."""

from __future__ import annotations

from castapp.ui.tokens import Tokens

_SHEET = """
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox {{
    background: {surface}; color: {t1}; border: 1px solid {line2}; border-radius: 4px;
    padding: 0 7px; placeholder-text-color: {t3};
    selection-background-color: {focus}; selection-color: {surface};
}}
QLineEdit, QAbstractSpinBox {{ min-height: 26px; max-height: 26px; }}
QPlainTextEdit, QTextEdit {{ padding: 4px 3px; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus {{
    border: 2px solid {focus}; padding: 0 6px;
}}
QLineEdit:focus, QAbstractSpinBox:focus {{ min-height: 24px; max-height: 24px; }}
QPlainTextEdit:focus, QTextEdit:focus {{ padding: 3px 2px; }}
QLineEdit:disabled, QPlainTextEdit:disabled {{ background: {panel}; color: {t3}; }}
QLineEdit[refused="true"] {{ border-color: {hard}; }}
QMenuBar {{ background: {panel}; color: {t1}; border-bottom: 1px solid {line}; }}
QMenuBar::item {{ padding: 6px 10px; background: transparent; }}
QMenuBar::item:selected, QMenuBar::item:pressed {{ background: {sel}; }}
QMenu {{ background: {raised}; color: {t1}; border: 1px solid {line2}; padding: 4px 0; }}
QMenu::item {{ padding: 6px 28px 6px 12px; }}
QMenu::item:selected {{ background: {sel}; }}
QMenu::item:disabled {{ color: {t3}; }}
QMenu::icon {{ padding-left: 12px; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 0; }}
QToolTip {{ background: {raised}; color: {t1}; border: 1px solid {line2}; padding: 4px 6px; }}
QAbstractItemView {{
    background: {surface}; color: {t1}; border: 0; outline: 0;
    selection-background-color: {sel}; selection-color: {t1}; gridline-color: {hair};
}}
QComboBox QAbstractItemView {{ background: {raised}; border: 1px solid {line2}; padding: 4px 0; }}
QHeaderView, QTableCornerButton::section {{ background: {panel}; border: 0; }}
QHeaderView::section {{
    background: {panel}; color: {t1}; border: 0; border-bottom: 1px solid {line2};
    padding: 0 8px; font-size: 12px; font-weight: 600;
}}
QHeaderView::section:first, QHeaderView::section:only-one {{ padding-left: 16px; }}
QHeaderView::section:last, QHeaderView::section:only-one {{ padding-right: 16px; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {line2}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:hover {{ background: {t3}; }}
QScrollBar::handle:vertical {{ min-height: 28px; }}
QScrollBar::handle:horizontal {{ min-width: 28px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; border: 0; }}
QSplitter::handle {{ background: {line2}; }}
"""


def style_sheet(tokens: Tokens) -> str:
    """The application's style sheet in these tokens."""
    colours = {
        name: getattr(tokens, name).name()
        for name in ("surface", "panel", "raised", "hair", "line", "line2", "sel", "focus")
    }
    colours |= {name: getattr(tokens, name).name() for name in ("t1", "t3")}
    return _SHEET.format(hard=tokens.findings["hard"].ink.name(), **colours)
