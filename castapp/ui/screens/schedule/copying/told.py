"""What would come of it, in the inspector: what clashes and when, and the notes."""

from __future__ import annotations

from castapp.ui import fonts
from castapp.ui.announce import say
from castapp.ui.screens.schedule.call_facts import Trouble
from castapp.ui.screens.schedule.copying.preview import MOST, CopyWords
from castapp.ui.screens.schedule.trouble import Sentence
from castapp.ui.widgets.field import Section
from castapp.ui.widgets.label import Label


class Told(Section):
    """Shows what new calls would clash with before they are written, `most` sentences of it."""

    def __init__(self, most: int = MOST) -> None:
        super().__init__("Before it is written")
        self._most = most

    def show_waiting(self, words: str) -> None:
        """Say what is being worked out."""
        self.clear()
        self.set_heading("Before it is written")
        self.add(Label(f"{words} …", fonts.TABLE, "t2"))
        self.show()

    def show_refusal(self, sentence: str) -> None:
        """Say why nothing can come of it."""
        self.clear()
        self.set_heading("")
        self.add(Label(sentence, fonts.TABLE, "hard", wrap=True))
        self.show()
        say(self, sentence)

    def show_words(self, words: CopyWords) -> None:
        """Show how many come, a sentence for each clash, and the notes."""
        self.clear()
        self.set_heading(words.heading)
        for when, trouble in words.troubles[: self._most]:
            self.add(Sentence(Trouble(trouble.severity, f"{when}: {trouble.text}", "")))
        more = words.more + max(0, len(words.troubles) - self._most)
        if more:
            self.add(Label(f"and {more} more", fonts.TABLE, "t2"))
        for note in words.notes:
            self.add(Label(note, fonts.TABLE, "t2", wrap=True))
        if words.count and not words.troubles:
            self.add(Label("Nothing would clash.", fonts.TABLE, "t2"))
        self.show()
        say(self, words.spoken)
