"""What a text asks for, while it is being read: role sets, people, groups, and their times."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class Casts:
    """Casts named together. `taken` once a set or a full call has them; times may be theirs."""

    ids: list[str] = field(default_factory=list)
    taken: bool = False
    joins: int | None = None
    leaves: int | None = None
    covers: bool = False
    names: list[str] = field(default_factory=list)
    exclude: bool = False


@dataclass(slots=True, eq=False)
class RoleSet:
    """A role × casts as the text has it; `names` follow it only to say who that is. A `topic`
    stands in a first line that only says what the call is of.
    """

    role_id: str
    casts: Casts | None = None
    spots: tuple[int, ...] = ()
    covers: bool = False
    joins: int | None = None
    leaves: int | None = None
    exclude: bool = False
    topic: bool = False
    names: list[str] = field(default_factory=list)

    @property
    def cast_ids(self) -> tuple[str, ...]:
        """Its casts, none for all."""
        return tuple(self.casts.ids) if self.casts else ()

    @property
    def bare(self) -> bool:
        """Whether nothing but the role itself has been said."""
        said = self.casts or self.spots or self.names or (self.covers and not self.topic)
        return not said and self.joins is None and self.leaves is None


@dataclass(slots=True, eq=False)
class Named:
    """A person named, and as what: `casts` if the name followed them."""

    person_id: str
    casts: Casts | None = None
    exclude: bool = False
    as_cover: bool = False
    joins: int | None = None
    leaves: int | None = None
    role_id: str | None = None
    spot: int = 0


@dataclass(slots=True, eq=False)
class Everyone:
    """The full call (no group) of some casts, or a group. A `topic` as in RoleSet."""

    group: str = ""
    casts: Casts | None = None
    covers: bool = False
    exclude: bool = False
    topic: bool = False
    joins: int | None = None
    leaves: int | None = None


Asked = RoleSet | Named | Everyone | Casts


@dataclass(slots=True)
class Wanted:
    """Everything read so far; `left_out` are the places of the terms that are excluded."""

    production_id: str | None = None
    kind: str = ""
    acts: list[str] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    sets: list[RoleSet] = field(default_factory=list)
    people: list[Named] = field(default_factory=list)
    everyone: list[Everyone] = field(default_factory=list)
    casts: list[Casts] = field(default_factory=list)
    covers: bool = False
    leads: bool = False
    whole: bool = False
    tba: bool = False
    left_out: set[int] = field(default_factory=set)
    state: str = ""
    title: str | None = None
    studio_id: str | None = None
    lead_id: str | None = None
    pianist_id: str | None = None
    start: int | None = None
    end: int | None = None
    minutes: int | None = None
    wrong: str = ""
