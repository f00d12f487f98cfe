"""The foot of the inspector: as what and in which formats to post, where to, and the button."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from castapp.ui import fonts, theme
from castapp.ui.screens.callboard.steps import FIRM, TENTATIVE, Offer
from castapp.ui.screens.callboard.tools import FORM_WORDS
from castapp.ui.widgets.button import LARGE_HEIGHT, Button, Kind
from castapp.ui.widgets.chip import ChipFlow, ChipText
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.segment import Segment
from castapp.ui.widgets.tips import plain_tip

_NUMBERS = ("", "one", "two", "three", "four")


class Foot(QWidget):
    """`post_wanted` on the button, `folder_wanted` on the link.

    `state_chosen` carries tentative or firm.
    """

    post_wanted = Signal()
    state_chosen = Signal(str)
    folder_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._forms: tuple[str, ...] = ()
        self._left_out: set[str] = set()
        self._offer = Offer(1, FIRM)
        self.states = Segment([(TENTATIVE, "Tentative"), (FIRM, "Firm")], name="Post as")
        self.states.chosen.connect(self.state_chosen)
        self.chips = ChipFlow("Formats to be written")
        self.chips.activated.connect(self._toggle)
        self._folder = Label("", fonts.TABLE, "t2")
        self._change = Button("Change…", kind=Kind.LINK, name="Choose the folder")
        self._change.clicked.connect(self.folder_wanted)
        self.post = Button("Post", "send", Kind.FILLED, height=LARGE_HEIGHT)
        self.post.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.post.clicked.connect(self.post_wanted)
        self.sentence = Label("", fonts.LABEL, "t2", wrap=True)
        self._lay_out()

    @property
    def forms(self) -> tuple[str, ...]:
        """The formats that will be written."""
        return tuple(form for form in self._forms if form not in self._left_out)

    def show_offer(self, offer: Offer, forms: Sequence[str], folder: Path | None) -> None:
        """Offer this issue in these formats."""
        self._offer = offer
        self._forms = tuple(forms)
        self._whole.setVisible(True)
        self.states.setVisible(bool(offer.states))
        self.states.choose(offer.state)
        self.post.set_text(f"Post issue {offer.number}")
        self.post.setEnabled(not offer.refusal)
        into = f"Into {folder.name or folder}" if folder else "Asks once for the folder"
        self._folder.setText(into)
        self._folder.setToolTip(plain_tip(str(folder or "")))
        self._show_forms()

    def show_words(self, words: str) -> None:
        """Say only this: there is nothing to be posted."""
        self._whole.setVisible(False)
        self.sentence.setText(words)

    def _toggle(self, form: str) -> None:
        self._left_out ^= {form}
        self._show_forms()

    def _show_forms(self) -> None:
        left_out = self._left_out
        self.chips.show_chips(
            [
                ChipText(
                    form,
                    FORM_WORDS.get(form, form) + (" left out" if form in left_out else ""),
                    "" if form in left_out else "check",
                    dashed=form in left_out,
                )
                for form in self._forms
            ]
        )
        self.sentence.setText(self._offer.refusal or _sentence(len(self.forms)))

    def _lay_out(self) -> None:
        self._whole = QWidget()
        column = QVBoxLayout(self._whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.states, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.chips)
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addWidget(self._folder, 1)
        where.addWidget(self._change)
        column.addLayout(where)
        column.addWidget(self.post)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 12, 16, 12)
        outer.setSpacing(8)
        outer.addWidget(self._whole)
        outer.addWidget(self.sentence)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.current().panel)


def _sentence(count: int) -> str:
    if not count:
        return "Writes no file; numbers the issue and keeps what was posted."
    files = {1: "the file", 2: "both files"}.get(count, f"all {_NUMBERS[count]} files")
    return f"Writes {files} in one go, numbers the issue and keeps what was posted."
