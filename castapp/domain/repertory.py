"""The repertory: productions, their sections in order, and the roles danced in them."""

from __future__ import annotations

from dataclasses import dataclass

from castapp.domain.checks import Invalid, check_choice, check_range, check_text
from castapp.domain.record import Record

ROLE_KINDS = ("single", "couple", "group", "corps", "character", "children")
DEMANDS = (
    "jumps",
    "big_jumps",
    "pointe",
    "partnering",
    "lifting",
    "lifted",
    "turns",
    "kneeling",
    "weight_on_hands",
)
COLOURS = (
    "lake",
    "fir",
    "amber",
    "orchid",
    "clay",
    "sky",
    "moss",
    "rose",
    "olive",
    "slate",
)


@dataclass(frozen=True, slots=True)
class Production(Record):
    """One company's staging of a work. `code` is for the narrowest places (SL)."""

    work: str
    title: str
    short: str = ""
    code: str = ""
    version: str = ""
    choreography: str = ""
    colour: str = "lake"
    new_work: bool = False

    def __post_init__(self) -> None:
        check_text(self.work, "The work", required=True)
        check_text(self.title, "The title", required=True)
        for text, what in (
            (self.short, "The short title"),
            (self.code, "The code"),
            (self.version, "The version"),
            (self.choreography, "The choreography"),
        ):
            check_text(text, what)
        check_choice(self.colour, COLOURS, "The colour")


@dataclass(frozen=True, slots=True)
class Section(Record):
    """A stretch of a production, in order; an interval is one."""

    production_id: str
    order: int
    act: str
    name: str
    minutes: int
    interval: bool = False

    def __post_init__(self) -> None:
        check_text(self.act, "The act")
        check_text(self.name, "The section's name", required=True)
        check_range(self.minutes, 0, 300, f"The length of {self.name} in minutes")


@dataclass(frozen=True, slots=True)
class RoleSection:
    """A section a role dances in, and the name it bears there if that differs."""

    section_id: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class StagePlace:
    """Where a spot stands, as the house sees it: percent across from the left, percent up stage."""

    across: float
    depth: float

    def __post_init__(self) -> None:
        check_range(self.across, 0, 100, "The place across the stage in percent")
        check_range(self.depth, 0, 100, "The place up stage in percent")


@dataclass(frozen=True, slots=True)
class Role(Record):
    """A role of a production, with one or several numbered spots.

    `genders` holds one letter a spot (F, M, X for either) or one for all; a default, not a lock.
    `order` is billing order; `effort` the expected effort 0–10; `change_minutes` what a dancer
    needs before it when coming out of another role; roles sharing a `together` key are danced by
    one dancer. `places` says where each spot stands; empty leaves it to the drawing.
    """

    production_id: str
    order: int
    name: str
    kind: str = "single"
    spots: int = 1
    genders: str = "X"
    spot_names: tuple[str, ...] = ()
    sections: tuple[RoleSection, ...] = ()
    demands: tuple[str, ...] = ()
    effort: float = 6.0
    change_minutes: int = 0
    together: str = ""
    places: tuple[StagePlace, ...] = ()

    def __post_init__(self) -> None:
        check_text(self.name, "The role's name", required=True)
        check_choice(self.kind, ROLE_KINDS, f"The kind of {self.name}")
        check_range(self.spots, 1, 99, f"The spots of {self.name}")
        check_range(self.effort, 0, 10, f"The effort of {self.name}")
        check_range(self.change_minutes, 0, 120, f"The change before {self.name} in minutes")
        if len(self.genders) not in (1, self.spots) or set(self.genders) - set("FMX"):
            raise Invalid(f"{self.name} needs one of F, M, X for all spots or one for each spot.")
        if len(self.places) not in (0, self.spots):
            raise Invalid(f"{self.name} needs a place on stage for each of its spots, or for none.")
        for demand in self.demands:
            check_choice(demand, DEMANDS, f"What {self.name} demands")

    def gender(self, spot: int) -> str:
        """The usual gender of a spot (counted from 1): F, M or X."""
        return self.genders[spot - 1] if len(self.genders) > 1 else self.genders

    def asks(self, spot: int) -> tuple[str, ...]:
        """What a spot demands: in a pair or mixed group, men lift and women go on pointe."""
        if len(set(self.genders)) < 2:
            return self.demands
        not_asked = {"F": ("lifting",), "M": ("lifted", "pointe")}.get(self.gender(spot), ())
        return tuple(demand for demand in self.demands if demand not in not_asked)

    def asked_of(self, gender: str) -> tuple[str, ...]:
        """What it demands of somebody of a gender: in the spots usual for them, else in any."""
        every = range(1, self.spots + 1)
        usual = [spot for spot in every if self.gender(spot) in (gender, "X")] or every
        return tuple(dict.fromkeys(demand for spot in usual for demand in self.asks(spot)))

    def spot_name(self, spot: int) -> str:
        """How a spot is spoken of: its own name, its number, or nothing for a single role."""
        if spot <= len(self.spot_names):
            return self.spot_names[spot - 1]
        return str(spot) if self.spots > 1 else ""

    def name_in(self, section_id: str) -> str:
        """The name the role bears in one section (Odile in act III)."""
        for place in self.sections:
            if place.section_id == section_id and place.name:
                return place.name
        return self.name
