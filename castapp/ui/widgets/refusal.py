"""What is wrong with what was typed, in a sentence."""

from __future__ import annotations

from castapp.ui import fonts
from castapp.ui.fonts import Type
from castapp.ui.widgets.label import Label


class Refusal(Label):
    """A sentence under a field, a row or a form; nothing while all is well."""

    def __init__(self, kind: Type = fonts.LABEL) -> None:
        super().__init__("", kind, "hard", wrap=True)
        self.hide()

    def say(self, sentence: str) -> None:
        """Say what is wrong; an empty sentence takes it away."""
        self.setText(sentence)
        self.setVisible(bool(sentence))
