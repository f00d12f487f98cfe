"""The middle of Cover tonight: who could take the chosen place, or a page of words."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from castapp.services.cover.openings import Gap
from castapp.ui.screens.cover.answer import Answer, key_of, settled
from castapp.ui.screens.cover.middle import Middle
from castapp.ui.screens.cover.night_rows import changes_words, night_rows, recast_rows
from castapp.ui.screens.cover.people_rows import list_heading, person_rows
from castapp.ui.screens.cover.taken import Taken
from castapp.ui.screens.cover.ways import Ways
from castapp.ui.widgets.empty import EmptyState, stacked

ASK = "Who is off?"
TEACH = (
    "Type a name at the left. What opens tonight, this week and in the run stands there then; "
    "who could go on, with reasons, stands here, and complete ways out of it at the right."
)
COVERED, NOTHING = "All of it is covered", "Nothing opens"
LOOKING_TITLE = "Looking"
LOOKING_WORDS = "What opens stands at the left. Who could go on is being looked up."


class Centre(QWidget):
    """Shows the people of one place, the night as it was recast, or what there is to say."""

    def __init__(self) -> None:
        super().__init__()
        self.middle = Middle()
        self.empty = EmptyState("repeat-2", ASK, TEACH)
        self._stack = stacked(self, self.middle, self.empty)
        self._stack.setCurrentIndex(1)

    def say(self, title: str, sentence: str) -> None:
        """Show a page of words instead of people."""
        self.empty.say(title, sentence)
        self._stack.setCurrentIndex(1)

    def expect_a_while(self) -> None:
        """Should a page of words be shown, let it say that the answer is being looked up."""
        self.empty.say(LOOKING_TITLE, LOOKING_WORDS)

    def show_answer(
        self, answer: Answer, gap: Gap | None, ways: Ways, taken: Taken | None, *, recast: bool
    ) -> None:
        """Show who could take a gap; without one, what has become of it."""
        if answer.looking and gap is not None and key_of(gap) not in answer.people:
            self.say(LOOKING_TITLE, LOOKING_WORDS)
        elif gap is not None:
            self._show_people(answer, gap, ways)
        elif taken is None or not self._show_recast(answer, taken):
            self.say(COVERED if recast else NOTHING, settled(answer))

    def _show_people(self, answer: Answer, gap: Gap, ways: Ways) -> None:
        wanted, way = self.middle.wanted, ways.way
        rows = person_rows(answer, gap, wanted)
        if way is not None:
            rows = (*rows, *night_rows(answer, gap, way, ways.letter))
        self.middle.show_people(*list_heading(answer, gap, wanted), rows)
        self._stack.setCurrentIndex(0)

    def _show_recast(self, answer: Answer, taken: Taken) -> bool:
        """The shows as they are recast now. False if no part changed hands."""
        rows = recast_rows(answer.book, taken.solution, answer.request.first)
        if rows:
            self.middle.show_people("Recast", changes_words(taken.solution), rows)
            self._stack.setCurrentIndex(0)
        return bool(rows)
