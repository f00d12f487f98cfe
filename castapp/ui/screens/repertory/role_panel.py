"""The inspector of a role: kind, spots, where it is danced, what it asks, who takes it too."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from castapp.domain.repertory import DEMANDS, ROLE_KINDS, Role
from castapp.ui import fonts
from castapp.ui.reading import Unread
from castapp.ui.screens.repertory.order_section import OrderSection
from castapp.ui.screens.repertory.role_changes import (
    add_place,
    drop_place,
    name_place,
    with_demand,
    with_spots,
)
from castapp.ui.widgets.chip import ChipFlow, ChipText
from castapp.ui.widgets.choice import ChoiceField, Tick
from castapp.ui.widgets.field import Field, Section
from castapp.ui.widgets.inspector import Inspector
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.typed import NumberField, TypedField, WordsField

ALONE = "alone"


class RolePanel(QObject):
    """`changed` carries the fields a person set; `moved` -1 or 1 in the billing; `together` the
    id of the role the same dancer takes, or "".
    """

    changed = Signal(dict)
    moved = Signal(int)
    added = Signal()
    removed = Signal()
    together = Signal(str)

    def fill(
        self,
        inspector: Inspector,
        role: Role,
        colour: str,
        sections: list[tuple[str, str]],
        others: list[tuple[str, str]],
        partner: str,
    ) -> None:
        """Show a role. `others` are the roles it may be taken with, `partner` the one it is."""
        inspector.clear()
        inspector.show_head("Role", role.name, colour=colour)
        self._who(inspector, role)
        self._places(inspector, role, sections)
        self._asks(inspector, role)
        self._together(inspector, others, partner)
        self._order(inspector)

    def _who(self, inspector: Inspector, role: Role) -> None:
        section = inspector.section()
        section.add(Field("Name", self._words("Name", "name", role.name, required=True)))
        kind = ChoiceField([(one, one.capitalize()) for one in ROLE_KINDS], name="Kind")
        kind.choose(role.kind)
        kind.chosen.connect(lambda key: self.changed.emit({"kind": key}))
        spots = NumberField("Spots", 1, 99)
        spots.show_value(role.spots)
        spots.committed.connect(lambda count: self.changed.emit(with_spots(role, count)))
        section.add_row(Field("Kind", kind), Field("Spots", spots), stretches=(2, 1))
        genders = TypedField(_read_genders, str, name="Usually, a letter a spot or one for all")
        genders.show_value(role.genders)
        genders.committed.connect(lambda letters: self.changed.emit({"genders": letters}))
        section.add(Field("Usually: F, M or X (either); one for all or one a spot", genders))
        if role.spots > 1:
            names = WordsField("Names of the spots")
            names.show_value(", ".join(role.spot_names))
            names.committed.connect(lambda words: self.changed.emit({"spot_names": _list(words)}))
            section.add(Field("Names of the spots, with commas", names))

    def _places(self, inspector: Inspector, role: Role, sections: list[tuple[str, str]]) -> None:
        names = dict(sections)
        body = inspector.section("Danced in", str(len(role.sections) or ""))
        flow = ChipFlow("Sections it is danced in")
        flow.show_chips(
            [
                ChipText(place.section_id, _place_words(names, place.section_id, place.name),
                         removable=True)
                for place in role.sections
            ]
        )  # fmt: skip
        flow.removed.connect(lambda key: self.changed.emit(drop_place(role, key)))
        if role.sections:
            body.add(flow)
        free = [one for one in sections if one[0] not in {p.section_id for p in role.sections}]
        add = ChoiceField(free, name="Add a section")
        add.setCurrentIndex(-1)
        order = [key for key, _ in sections]
        add.chosen.connect(lambda key: self.changed.emit(add_place(role, key, order)))
        body.add(Field("Add a section", add))
        if role.sections:
            self._other_name(body, role, names)

    def _other_name(self, body: Section, role: Role, names: dict[str, str]) -> None:
        chosen = ChoiceField(
            [(place.section_id, names.get(place.section_id, "?")) for place in role.sections],
            name="In this section",
        )
        first = next((p.section_id for p in role.sections if p.name), role.sections[0].section_id)
        chosen.choose(first)
        name = WordsField("it is called")
        borne = {place.section_id: place.name for place in role.sections}
        name.show_value(borne.get(first, ""))
        chosen.chosen.connect(lambda key: name.show_value(borne.get(key, "")))
        name.committed.connect(
            lambda words: self.changed.emit(name_place(role, chosen.key, words or ""))
        )
        body.add(Field("Another name, in", chosen), name)

    def _asks(self, inspector: Inspector, role: Role) -> None:
        body = inspector.section("Asks of the dancer")
        ticks = [self._demand(role, one) for one in DEMANDS]
        for left, right in zip(ticks[::2], [*ticks[1::2], None], strict=False):
            body.add_row(*(one for one in (left, right) if one is not None))
        effort = TypedField(_read_effort, lambda value: f"{value:g}", name="Effort, 0 to 10")
        effort.show_value(role.effort)
        effort.committed.connect(lambda value: self.changed.emit({"effort": value}))
        change = NumberField("Change before it, in minutes", 0, 120)
        change.show_value(role.change_minutes)
        change.committed.connect(lambda value: self.changed.emit({"change_minutes": value}))
        body.add_row(Field("Effort, 0–10", effort), Field("Change before, min", change))

    def _demand(self, role: Role, demand: str) -> Tick:
        tick = Tick(demand.replace("_", " "))
        tick.setChecked(demand in role.demands)
        tick.clicked.connect(lambda on: self.changed.emit(with_demand(role, demand, wanted=on)))
        return tick

    def _together(self, inspector: Inspector, others: list[tuple[str, str]], partner: str) -> None:
        body = inspector.section("Taken by one dancer together with")
        field = ChoiceField([(ALONE, "No other role"), *others], name="Together with")
        field.choose(partner or ALONE)
        field.chosen.connect(lambda key: self.together.emit("" if key == ALONE else key))
        body.add(field)

    def _order(self, inspector: Inspector) -> None:
        section = OrderSection("Billing", "Up", "Down", "New role after it")
        section.add(Label("Its castings go with it.", fonts.LABEL, "t2"))
        section.moved.connect(self.moved)
        section.added.connect(self.added)
        section.removed.connect(self.removed)
        inspector.add(section)

    def _words(self, label: str, field: str, value: str, *, required: bool) -> WordsField:
        made = WordsField(label, required=required)
        made.show_value(value)
        made.committed.connect(lambda words: self.changed.emit({field: words or ""}))
        return made


def _place_words(names: dict[str, str], section_id: str, name: str) -> str:
    words = names.get(section_id, "a section that is gone")
    return f"{words} (as {name})" if name else words


def _read_genders(typed: str) -> str:
    letters = typed.upper().replace(" ", "").replace(",", "")
    if not letters or set(letters) - set("FMX"):
        raise Unread(f"“{typed}” will not do; type F, M or X.")
    return letters


def _read_effort(typed: str) -> float:
    try:
        value = float(typed.replace(",", "."))
    except ValueError:
        raise Unread(f"“{typed}” is not a number from 0 to 10.") from None
    if not 0 <= value <= 10:
        raise Unread(f"{typed} is not a number from 0 to 10.")
    return value


def _list(words: str | None) -> tuple[str, ...]:
    return tuple(one.strip() for one in (words or "").split(",") if one.strip())
