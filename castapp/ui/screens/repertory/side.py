"""The right column of the repertory: the production, section or role selected, and its verbs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from castapp.domain.book import Book
from castapp.domain.edit import Edit
from castapp.domain.finding import Ref
from castapp.domain.programme import roles
from castapp.domain.record import new_id
from castapp.domain.repertory import Production, Role, Section
from castapp.services import repertory
from castapp.services.stagecraft import insert_section, move_role, move_section
from castapp.ui.screens.repertory.present import section_choices, summary
from castapp.ui.screens.repertory.role_changes import new_role, take_together
from castapp.ui.screens.repertory.role_panel import RolePanel
from castapp.ui.screens.repertory.section_panel import SectionPanel
from castapp.ui.screens.repertory.work_panel import WorkPanel
from castapp.ui.widgets.focus import focus_named, focused_name
from castapp.ui.widgets.inspector import Inspector
from castapp.ui.writing import write_or_say

if TYPE_CHECKING:
    from castapp.ui.screen import ScreenContext


class Side(QObject):
    """`made` carries the id of what was just added, to be selected."""

    made = Signal(str)

    def __init__(self, context: ScreenContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.inspector = Inspector("Repertory")
        self._work_id = ""
        self._key = ""
        self._shown: object = None
        self._work = WorkPanel(self)
        self._section = SectionPanel(self)
        self._role = RolePanel(self)
        self._connect()

    def show_record(self, book: Book, work_id: str, key: str) -> None:
        """Show a section or role of a production; any other key shows the production."""
        self._work_id, self._key = work_id, key
        work, section, role = self._records(book)
        content = (work, section, role, *(_around(book, work) if work else ()))
        if content == self._shown:
            return
        held = focused_name(self.inspector)
        self._shown = content
        if work is None:
            self.inspector.clear()
            self.inspector.show_head("", "")
        elif role is not None:
            self._fill_role(book, work, role)
        elif section is not None:
            named = _dancing(book, section)
            self._section.fill(self.inspector, section, work.colour, named)
        else:
            self._work.fill(self.inspector, work, summary(book, work.id))
        focus_named(self.inspector, held)

    def focus_field(self, name: str) -> None:
        """Give the keyboard to a field of the inspector, opening the column if it is folded."""
        self._context.open_inspector()
        focus_named(self.inspector, name)

    def move(self, step: int) -> bool:
        """Move the section or role shown; False if it is neither."""
        _, section, role = self._records(self._context.book)
        if section is not None:
            self._write(move_section, section.id, step)
        elif role is not None:
            self._write(move_role, role.id, step)
        return bool(section or role)

    def remove(self) -> bool:
        """Remove the section, role or production shown; False if there is none."""
        work, section, role = self._records(self._context.book)
        if role is not None:
            self._write(repertory.remove_role, role.id)
        elif section is not None:
            self._write(repertory.remove_section, section.id)
        elif work is not None:
            self._write(repertory.remove_production, work.id)
        return bool(work)

    def add_role(self) -> None:
        """Put a new role below the one shown, or at the end."""
        _, _, role = self._records(self._context.book)
        self._add(new_role(self._context.book, self._work_id, role), Role)

    def add_section(self) -> None:
        """Put a new section after the one shown, or at the end."""
        book = self._context.book
        _, section, _ = self._records(book)
        placed = book.where(Section, "production_id", self._work_id)
        after = section or max(placed, key=lambda one: one.order, default=None)
        fresh = Section(
            new_id(),
            self._work_id,
            after.order + 1 if after else 1,
            after.act if after else "Act I",
            "New section",
            5,
        )
        self._add(insert_section(book, fresh), Section)

    def _records(self, book: Book) -> tuple[Production | None, Section | None, Role | None]:
        return (
            book.find(Production, self._work_id),
            book.find(Section, self._key),
            book.find(Role, self._key),
        )

    def _connect(self) -> None:
        self._work.changed.connect(self._change_work)
        self._work.removed.connect(self.remove)
        self._work.casting_wanted.connect(
            lambda: self._context.jump(Ref(Production, self._work_id), "casting")
        )
        self._section.changed.connect(self._change_section)
        self._section.moved.connect(self.move)
        self._section.added.connect(self.add_section)
        self._section.removed.connect(self.remove)
        self._role.changed.connect(self._change_role)
        self._role.moved.connect(self.move)
        self._role.added.connect(self.add_role)
        self._role.removed.connect(self.remove)
        self._role.together.connect(lambda other: self._write(take_together, self._key, other))

    def _fill_role(self, book: Book, work: Production, role: Role) -> None:
        listed = roles(book, work.id)
        others = [(one.id, one.name) for one in listed if one.id != role.id]
        partner = next(
            (one.id for one in listed if role.together and one.id != role.id
             and one.together == role.together),
            "",
        )  # fmt: skip
        places = section_choices(book, work.id)
        self._role.fill(self.inspector, role, work.colour, places, others, partner)

    def _change_work(self, fields: dict[str, Any]) -> None:
        self._write(lambda book: repertory.change_production(book, self._work_id, **fields))

    def _change_section(self, fields: dict[str, Any]) -> None:
        self._write(
            lambda book: repertory.put_section(
                book, replace(book.get(Section, self._key), **fields)
            )
        )

    def _change_role(self, fields: dict[str, Any]) -> None:
        self._write(
            lambda book: repertory.put_role(book, replace(book.get(Role, self._key), **fields))
        )

    def _add(self, edit: Edit, kind: type[Role] | type[Section]) -> None:
        fresh = next(one.id for one in edit.of(kind) if one.before is None)
        self._context.commit(edit, written=lambda: self.made.emit(fresh))

    def _write(self, make: Callable[..., Edit], *arguments: object) -> None:
        write_or_say(self._context, make, *arguments)


def _around(book: Book, work: Production) -> tuple[object, ...]:
    """What else the panels name: the sections and the roles of the production."""
    return (
        tuple(section_choices(book, work.id)),
        tuple((one.name, one.sections, one.together) for one in roles(book, work.id)),
        summary(book, work.id),
    )


def _dancing(book: Book, section: Section) -> tuple[str, ...]:
    return tuple(
        role.name_in(section.id)
        for role in roles(book, section.production_id)
        if any(place.section_id == section.id for place in role.sections)
    )
