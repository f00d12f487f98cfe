"""The Callboard screen: the papers at the left, the preview, and posting in the inspector."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from castapp.domain.availability import Absence, Participation
from castapp.domain.book import Book
from castapp.domain.calls import Attendance, Call, Called
from castapp.domain.casting import BillItem, Cast, Casting, Override, Performance
from castapp.domain.checks import Invalid
from castapp.domain.company import Company, Journey, RuleSetting, Site, Studio
from castapp.domain.edit import Edit
from castapp.domain.finding import Ref
from castapp.domain.office import AcceptedBreach, Posting
from castapp.domain.people import CareerLine, Engagement, Person
from castapp.domain.repertory import Production, Role, Section
from castapp.domain.roster import company
from castapp.paths import documents
from castapp.services import papers
from castapp.services.issues import Request, issues, stands
from castapp.ui import theme
from castapp.ui.screen import Heading, Screen, ScreenContext
from castapp.ui.screens.callboard.papers_list import PapersList
from castapp.ui.screens.callboard.present import (
    Obstacle,
    changed,
    heading,
    in_the_way,
    inspector_title,
    paper_rows,
)
from castapp.ui.screens.callboard.preview import Preview
from castapp.ui.screens.callboard.side import HAND_OUT, Side
from castapp.ui.screens.callboard.steps import FIRM, MORE, Offer, offer, steps
from castapp.ui.screens.callboard.tools import Tools
from castapp.ui.screens.callboard.wanted import (
    CALL_SHEET,
    DANCER,
    HANDED_OUT,
    SHOWN_PAPERS,
    Wanted,
    dancer_options,
    filled,
    productions,
    request_for,
    stepped,
)
from castapp.ui.widgets.pick import Option

READ_ONLY = "This company is open for reading only; nothing can be posted here."
SHOWN_KINDS = (
    Company, RuleSetting, Site, Journey, Studio, Person, Engagement, CareerLine, Production,
    Section, Role, Cast, Casting, Performance, BillItem, Override, Call, Called, Attendance,
    Absence, Participation, Posting, AcceptedBreach,
)  # fmt: skip


class CallboardScreen(Screen):
    """One paper at a time. Where its files go is kept until the window closes."""

    inspector_width = 336
    shows_findings = False

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._wanted = Wanted(CALL_SHEET, context.today)
        self._state = ""
        self._whole = False
        self._obstacles: tuple[Obstacle, ...] = ()
        self.folder: Path | None = documents() if documents().is_dir() else None
        weekday = company(context.book).first_weekday if context.book.count(Company) else 0
        self.list = PapersList()
        self.tools = Tools(context.today, weekday)
        self.preview = Preview(context.jobs)
        self.side = Side()
        self.inspector = self.side
        self._lay_out()
        self._connect()

    def heading(self) -> Heading:
        return Heading(heading(self.context.book, self._wanted), steps=True)

    def present(self, book: Book, edit: Edit | None) -> None:
        if edit is None or edit.touches(*SHOWN_KINDS):
            self._show(book)

    def show_day(self, day: date) -> None:
        self._choose(replace(self._wanted, day=day))

    def stepped(self, day: date, direction: int) -> date:
        return stepped(self.context.book, replace(self._wanted, day=day), direction)

    def reveal(self, ref: Ref) -> bool:
        posting = self.context.book.find(Posting, ref.id) if ref.kind is Posting else None
        if posting is None:
            return False
        production_id = posting.production_id or self._wanted.production_id
        self._choose(replace(self._wanted, paper=posting.paper, production_id=production_id))
        self.context.go_to(posting.day)
        return True

    def act(self, action: str) -> bool:
        if action == "file.print":
            self._print()
            return True
        if action == "callboard.post":
            self._post()
            return True
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.current().line2)

    @property
    def request(self) -> Request:
        """The paper shown, as it is asked for."""
        return request_for(self.context.book, self._wanted)

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools)
        column.addWidget(self.preview, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        row.addWidget(self.list)
        row.addWidget(right, 1)

    def _connect(self) -> None:
        self.list.chosen.connect(lambda name: self._choose(replace(self._wanted, paper=name)))
        self.tools.day_chosen.connect(self.context.go_to)
        self.tools.production_chosen.connect(
            lambda key: self._choose(replace(self._wanted, production_id=key))
        )
        self.tools.dancer_chosen.connect(
            lambda key: self._choose(replace(self._wanted, person_id=key))
        )
        self.tools.size_chosen.connect(lambda key: self._choose(replace(self._wanted, size=key)))
        self.tools.zoom_wanted.connect(self.preview.view.zoom_to)
        self.tools.zoom_stepped.connect(self.preview.view.zoom_by)
        self.tools.print_wanted.connect(self._print)
        self.tools.save_wanted.connect(self._save)
        self.preview.view.zoomed.connect(self.tools.show_scale)
        self.preview.laid.connect(lambda: self.tools.enable(bool(self.preview.pages)))
        self.side.issue_wanted.connect(self._open_issue)
        self.side.shown.connect(lambda one: self.context.jump(one.target, "schedule"))
        self.side.foot.state_chosen.connect(self._choose_state)
        self.side.foot.folder_wanted.connect(self._choose_folder)
        self.side.foot.post_wanted.connect(self._post)

    def _choose(self, wanted: Wanted) -> None:
        if wanted == self._wanted:
            return
        self._wanted = wanted
        self._state = ""
        self._whole = False
        self.side.forget_reason()
        self._show(self.context.book)
        self.heading_changed.emit()

    def _choose_state(self, state: str) -> None:
        self._state = state
        self._show_side(self.context.book)

    def _show(self, book: Book) -> None:
        production_id, person_id = filled(book, self._wanted)
        self._wanted = replace(self._wanted, production_id=production_id, person_id=person_id)
        wanted = self._wanted
        catalogue = [
            (paper.name, paper.title) for paper in papers.catalogue() if paper.name in SHOWN_PAPERS
        ]
        self.list.show_rows(paper_rows(book, wanted, catalogue), wanted.paper)
        self.tools.day.show_value(wanted.day)
        self.tools.show_paper(wanted.paper, wanted.size or company(book).paper, self._forms())
        works = [(one.id, one.short or one.title) for one in productions(book)]
        people = [Option(one.id, one.name) for one in dancer_options(book, wanted.day)]
        self.tools.show_choices(works, production_id, people, person_id)
        self.preview.show_request(book, self.request)
        self._show_side(book)

    def _show_side(self, book: Book) -> None:
        wanted, request = self._wanted, self.request
        side, title = self.side, self._title()
        side.show_head(title, inspector_title(book, wanted))
        if wanted.paper in HANDED_OUT:
            side.show_steps(())
            if wanted.paper == DANCER:
                side.show_own(changed(book, request))
            side.foot.show_words(HAND_OUT)
            return
        now = datetime.now(UTC)
        offered = self._offer(now)
        posted = issues(book, request)
        self._obstacles = in_the_way(book, request)
        side.show_steps(steps(book, request, now, offered, whole=self._whole))
        since = posted[-1].issue if posted else 0
        side.show_changes(since, changed(book, request), stands=stands(book, request))
        side.show_obstacles(self._obstacles, offered)
        side.foot.show_offer(offered, self._forms(), self.folder)

    def _open_issue(self, wanted: str) -> None:
        """Show an issue as it was posted, or how many earlier ones there are in full."""
        if wanted == MORE:
            self._whole = True
            self._show_side(self.context.book)
            return
        from castapp.ui.preview import Preview as Reading
        from castapp.ui.screens.callboard.reading import reading

        posting = self.context.book.find(Posting, wanted)
        if posting is not None:
            head, parts = reading(self.context.book, posting, self._title())
            self.context.dialogs.preview(self, Reading(head, parts))

    def _offer(self, now: datetime) -> Offer:
        offered = offer(self.context.book, self.request, now, self._state)
        return replace(offered, refusal=READ_ONLY) if self.context.desk.read_only else offered

    def _title(self) -> str:
        names = {paper.name: paper.title for paper in papers.catalogue()}
        return names[self._wanted.paper]

    def _forms(self) -> tuple[str, ...]:
        paper = self._wanted.paper
        return next(one.formats for one in papers.catalogue() if one.name == paper)

    def _print(self) -> None:
        from castapp.ui.printing import print_pages

        if self.preview.pages:
            title = f"{self._title()}, {inspector_title(self.context.book, self._wanted)}"
            print_pages(self, self.preview.pages, title, self.context.say)

    def _save(self, form: str) -> None:
        from castapp.ui.screens.callboard.saving import save_paper

        title = f"Save {self._title().lower()}"
        save_paper(self, self.context, self._numbered(), form, title, self.folder)

    def _choose_folder(self) -> None:
        self.context.dialogs.choose_folder(self, "Folder for the files posted", self._keep_folder)

    def _keep_folder(self, folder: Path) -> None:
        self.folder = folder
        self._show_side(self.context.book)

    def _post(self) -> None:
        """Post the next issue; asks for the folder first if there is none yet."""
        if self._wanted.paper in HANDED_OUT:
            self.context.say(HAND_OUT)
            return
        offered = self._offer(datetime.now(UTC))
        if offered.refusal:
            self.context.say(offered.refusal)
            return
        if self._obstacles and offered.state == FIRM and not self.side.reason:
            self.context.open_inspector()
            self.side.ask_reason()
            return
        if self.folder is None:
            self._choose_folder()
        if self.folder is not None:
            self._write(offered.state, offered.number, self.folder)

    def _write(self, state: str, number: int, folder: Path) -> None:
        from castapp.services.posting import new_issue, post

        reason = self.side.reason
        accepting = [one.source for one in self._obstacles] if state == FIRM else []
        forms = self.side.foot.forms
        context = self.context
        try:
            issue = new_issue(
                context.book, self._numbered(), state, context.desk.author, datetime.now(UTC),
                forms, accepting, reason,
            )  # fmt: skip
            done = post(issue, folder, lambda edit, then: context.commit(edit, written=then))
        except Invalid as wrong:
            context.say(str(wrong))
            return
        if done:
            self._state = ""
            self.side.forget_reason()
            files = f" {len(issue.files)} files are in {folder}." if issue.files else ""
            context.say(f"{self._title()}, issue {number} is posted.{files}")

    def _numbered(self) -> Request:
        """The request with the number the journal will have, by which calendars tell versions."""
        newest = self.context.desk.history(1)
        return replace(self.request, sequence=newest[0].sequence + 1 if newest else 1)
