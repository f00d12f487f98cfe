"""A rule: a named function, the limits it knows, and whether it stands without a pack."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from castapp.domain.finding import Finding
from castapp.rules.limits import Limits
from castapp.rules.view import View

Check = Callable[[View, Limits], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A function that judges one day, and the limits it reads.

    `needs` are limits a pack must give; `defaults` those it may. One that stands `always` is
    taken from the house pack where the company's own does not name it; others are silent then.
    A `rolling` rule looks back over as many days as its limit `per_days` says; the others read a
    day. One `of_shows` reads performances and
    their casting alone: no call changes what it finds. One that is `wide` reads the eve too, or on
    the first day of a week that week.
    """

    check: Check
    needs: tuple[str, ...] = ()
    defaults: Mapping[str, float] = field(default_factory=dict)
    always: bool = False
    rolling: bool = False
    of_shows: bool = False
    wide: bool = False

    @property
    def name(self) -> str:
        """What packs and findings call it: the function's own name."""
        return self.check.__name__
