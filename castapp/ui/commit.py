"""Committing from the screen: a clash is asked in the inspector, a refusal stands in the banner."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from castapp.domain.edit import Edit
from castapp.domain.finding import Finding
from castapp.services.desk import Clash, Desk, Refused
from castapp.ui.announce import say
from castapp.ui.deed_words import deed_words, whither
from castapp.ui.desk_signals import DeskSignals
from castapp.ui.finding_rows import finding_rows
from castapp.ui.widgets.banner import Banner
from castapp.ui.widgets.clash import ClashPanel
from castapp.ui.widgets.inspector import Fold
from castapp.ui.widgets.typed import TypedField


@dataclass(frozen=True, slots=True)
class _Asked:
    edit: Edit
    judged: bool
    written: Callable[[], None] | None
    put_back: Callable[[], None] | None


class Committer(QObject):
    """The `commit` of a `ScreenContext`. One question stands at a time: the last one asked."""

    def __init__(
        self, desk: Desk, signals: DeskSignals, fold: Fold, banner: Banner, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._around = parent
        self._desk = desk
        self._signals = signals
        self._fold = fold
        self._banner = banner
        self._question: _Asked | None = None
        self._panel: ClashPanel | None = None
        self._came_from: QWidget | None = None
        self._unsaved: Callable[[], object] | None = None
        signals.saved.connect(self._on_saved)

    def __call__(
        self,
        edit: Edit,
        *,
        judged: bool = True,
        written: Callable[[], None] | None = None,
        put_back: Callable[[], None] | None = None,
    ) -> bool:
        """Write the edit. False if it stands as a question or could not be written."""
        put_aside = self._drop_question()
        done = self._write(_Asked(edit, judged, written, put_back), (), "")
        self._tell_put_back(put_aside)
        return done

    def accept(self, *findings: Finding) -> None:
        """Ask for the reason to live with these findings, and keep it."""
        self._tell_put_back(self._drop_question())
        from castapp.services.findings import gathered

        rows = finding_rows(self._desk.book, gathered(findings))
        panel = ClashPanel("Live with this?", rows, keep="Accept", back="Leave it")
        panel.kept.connect(lambda reason: self._keep_accepted(findings, reason))
        panel.put_back.connect(self._end)
        self._show(panel)
        panel.reason.setFocus()

    def undo(self) -> None:
        """Take the last edit back; while one stands as a question, that one."""
        put_aside = self._drop_question()
        if put_aside is None:
            label = self._desk.undo_label
            self._attempt(lambda: self._tell(self._desk.undo(), "Undone", label))
        self._tell_put_back(put_aside)

    def redo(self) -> None:
        """Do again what was taken back."""
        put_aside = self._drop_question()
        label = self._desk.redo_label
        self._attempt(lambda: self._tell(self._desk.redo(), "Done again", label))
        self._tell_put_back(put_aside)

    def retry(self) -> None:
        """Try the save that failed once more."""
        if self._unsaved is not None:
            self._unsaved()

    @property
    def asking(self) -> bool:
        """Whether an edit waits for a reason."""
        return self._question is not None

    def _write(self, asked: _Asked, accepting: Sequence[Finding], reason: str) -> bool:
        done: list[bool] = []

        def write() -> None:
            try:
                self._desk.commit(
                    asked.edit, accepting=accepting, reason=reason, judged=asked.judged
                )
            except Clash as clash:
                self._ask(asked, clash.findings)
            else:
                done.append(True)
                say(self._around, deed_words(self._desk.book, asked.edit))
                if asked.written is not None:
                    asked.written()

        self._attempt(write)
        return bool(done)

    def _attempt(self, verb: Callable[[], object]) -> None:
        try:
            verb()
        except Refused as refused:
            sentence = str(refused)
            if self._desk.read_only:
                self._banner.say(sentence, "warning")
                return
            for field in self._around.findChildren(TypedField):
                field.hold()
            self._unsaved = lambda: self._attempt(verb)
            self._signals.failed.emit(sentence)
            self._banner.say(sentence, "hard", button="Retry", then=self.retry)

    def _ask(self, asked: _Asked, findings: Sequence[Finding]) -> None:
        self._question = asked
        from castapp.services.findings import gathered
        from castapp.services.keeping import without_them

        book, hard = self._desk.book, any(one.severity == "hard" for one in findings)
        rows = finding_rows(book, gathered(findings))
        there = whither(self._desk.book, asked.edit)
        label = f"{asked.edit.label}, {there}" if there else asked.edit.label
        leaner = without_them(book, asked.edit, findings)
        panel = ClashPanel(
            f"Not kept yet: {label}",
            rows,
            keep="Keep it tentative" if hard else "Keep anyway",
            without="" if leaner is None else "Without them",
        )
        panel.kept.connect(lambda reason: self._keep(asked, findings, reason))
        if leaner is not None:
            panel.without.connect(lambda: self._write_instead(replace(asked, edit=leaner)))
        panel.put_back.connect(self._drop_question)
        self._show(panel)
        panel.announce()
        panel.take_keyboard()

    def _show(self, panel: ClashPanel) -> None:
        self._panel, self._came_from = panel, QApplication.focusWidget()
        self._fold.show_alarm(panel)

    def _end(self) -> None:
        """Take the question away; the keyboard goes back to where it came from, if it was there."""
        panel, before = self._panel, self._came_from
        self._panel = self._came_from = None
        inside = panel is not None and isValid(panel) and panel.has_keyboard
        self._fold.end_alarm()
        if inside and before is not None and isValid(before) and before.isVisible():
            before.setFocus()

    def _tell(self, edit: Edit | None, done: str, label: str) -> None:
        said = f"{done}: {label}." if edit is not None else f"Nothing to be {done.lower()}."
        say(self._around, said)

    def _keep(self, asked: _Asked, findings: Sequence[Finding], reason: str) -> None:
        self._question = None
        self._end()
        self._write(asked, findings, reason)

    def _write_instead(self, asked: _Asked) -> None:
        """Write an edit in place of the one that stands as a question."""
        self._question = None
        self._end()
        self._write(asked, (), "")

    def _keep_accepted(self, findings: Sequence[Finding], reason: str) -> None:
        from castapp.services.findings import accept

        self._end()
        edits = [accept(self._desk.book, one, reason, self._desk.author) for one in findings]
        changes = tuple(change for edit in edits for change in edit.changes)
        self(Edit(edits[0].label, changes), judged=False)

    def _drop_question(self) -> _Asked | None:
        """Put back what stands as a question; returns it."""
        asked, self._question = self._question, None
        if asked is None:
            return None
        self._end()
        if asked.put_back is not None:
            asked.put_back()
        return asked

    def _tell_put_back(self, asked: _Asked | None) -> None:
        if asked is not None and not self._banner.refusing:
            self._banner.say(f"“{asked.edit.label}” was put back.")

    def _on_saved(self) -> None:
        if self._unsaved is not None:
            self._unsaved = None
            self._banner.hide()
        self._banner.clear()
