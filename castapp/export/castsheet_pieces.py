"""The pieces a cast sheet is made of, each with its height: acts, roles, lists of names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from castapp.export.callboard import BOLD, NO_BREAK, Run, Words, plain
from castapp.export.castsheet import CastSheet
from castapp.export.castsheet_company import Group
from castapp.export.castsheet_roles import CastAct, CastLine
from castapp.export.sheet import Type
from castapp.export.sizes import PT_PER_MM
from castapp.export.typeset import BAR_WIDTH, LEAST_SIZE, Measure, Pen

GUTTER = 3 * PT_PER_MM
LEAD, LEAD_NAME, LEAD_LEADING = Type(12.4, grey=0.1), Type(12.4, 600), 18.0
ROLE, NAME, LEADING = Type(10.2, grey=0.1), Type(10.2, 600), 15.2
INSTEAD, INSTEAD_LEADING = Type(8, grey=0.2), 10.4
ACT, ACT_LEADING = Type(8, 700, tracking=0.1), 15.0
TROUPE, NAMES, NAMES_LEADING = Type(9, 600), Type(9), 11.8
WORK, WORK_LEADING = Type(13, 800), 20.0
ABOUT, ABOUT_LEADING = Type(8.5), 11.4
HEAD, HEAD_LEADING = Type(7.5, 700, tracking=0.1), 22.0
TITLE, LIST, LIST_LEADING = Type(9, 700), Type(9), 12.2
GAP = 5.0


@dataclass(frozen=True, slots=True)
class Piece:
    """Something to draw from a height down; a heading stays with what follows it."""

    height: float
    draw: Callable[[Pen, float], None]
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """The room across a page, where roles end, and how far the type is scaled down.

    In a `tight` one a group's name stands in the line with its people.
    """

    left: float
    right: float
    split: float
    scale: float
    measure: Measure
    tight: bool = False

    @property
    def width(self) -> float:
        return self.right - self.left

    def type(self, kind: Type) -> Type:
        """A type at this scale, never too small to be read."""
        return replace(kind, size=max(LEAST_SIZE, kind.size * self.scale))


def cast_pieces(setting: Setting, sheet: CastSheet) -> list[Piece]:
    """The works with their acts, then how long it takes."""
    found: list[Piece] = []
    for work in sheet.works:
        if work.title:
            title = plain(work.title.upper())
            found.append(_centred(setting, title, WORK, WORK_LEADING, head=True))
            found += [_centred(setting, plain(one), ABOUT, ABOUT_LEADING, head=True)
                      for one in work.about]  # fmt: skip
        for act in work.acts:
            found += _act(setting, act)
    found.append(_space(setting, GAP * 2))
    found += [_centred(setting, plain(one), ABOUT, ABOUT_LEADING) for one in sheet.timings]
    return found


def group_pieces(setting: Setting, groups: Sequence[Group]) -> list[Piece]:
    """The lists overleaf under their heads; duties in one paragraph."""
    found: list[Piece] = []
    head = ""
    duties: list[Run] = []
    for group in groups:
        if group.head != head:
            found += _flushed(setting, duties)
            found.append(_head(setting, group.head))
            head = group.head
        if group.inline:
            duties += [Run("  · ")] if duties else []
            duties += [Run(f"{group.title} ", BOLD), Run(_listed(group.names))]
            continue
        found += _flushed(setting, duties)
        found.append(_left(setting, plain(group.title), TITLE, heading=True))
        found.append(_left(setting, plain(_listed(group.names)), LIST))
        found.append(_space(setting, GAP * 0.8))
    return [*found, *_flushed(setting, duties)]


def _flushed(setting: Setting, duties: list[Run]) -> list[Piece]:
    """The paragraph of duties gathered so far, which begins anew."""
    if not duties:
        return []
    made = [_left(setting, tuple(duties), LIST), _space(setting, GAP)]
    duties.clear()
    return made


def _act(setting: Setting, act: CastAct) -> list[Piece]:
    title = plain(act.title.upper())
    found = [_centred(setting, title, ACT, ACT_LEADING, head=True)] if act.title else []
    found += [
        _troupe(setting, line) if line.paragraph else _row(setting, line) for line in act.lines
    ]
    return found


def _row(setting: Setting, line: CastLine) -> Piece:
    role, name = (LEAD, LEAD_NAME) if line.lead else (ROLE, NAME)
    leading = (LEAD_LEADING if line.lead else LEADING) * setting.scale
    role, name = setting.type(role), setting.type(name)
    name = replace(name, weight=800) if line.changed else name
    start = setting.split + GUTTER
    names, instead = plain(_listed(line.names)), plain(line.instead)
    small, under = setting.type(INSTEAD), INSTEAD_LEADING * setting.scale
    left = setting.left + BAR_WIDTH + 3
    pen = Pen(setting.measure)
    high = max(
        pen.height(plain(line.role), role, setting.split - left, leading),
        pen.height(names, name, setting.right - start, leading)
        + pen.height(instead, small, setting.right - start, under),
    )

    def draw(pen: Pen, y: float) -> None:
        if line.changed:
            pen.bar(setting.left, y + 1, high - 2)
        pen.words(left, y, plain(line.role), role, setting.split - left, leading, right=True)
        used = pen.words(start, y, names, name, setting.right - start, leading)
        pen.words(start, y + used, instead, small, setting.right - start, under)

    return Piece(high, draw)


def _troupe(setting: Setting, line: CastLine) -> Piece:
    """A group as a paragraph about the middle, with its name over it."""
    title, names = setting.type(TROUPE), setting.type(NAMES)
    small = setting.type(INSTEAD)
    leading, under = NAMES_LEADING * setting.scale, INSTEAD_LEADING * setting.scale
    left, width = setting.left + BAR_WIDTH + 3, setting.width - 2 * (BAR_WIDTH + 3)
    named = plain(_listed(line.names))
    heavy = replace(title, weight=800) if line.changed else title
    parts = [(plain(line.role), heavy, leading), (named, names, leading)]
    if setting.tight:
        parts = [((Run(f"{line.role}: ", heavy.weight), *named), names, leading)]
    parts.append((plain(line.instead), small, under))
    pen = Pen(setting.measure)
    high = sum(pen.height(words, kind, width, step) for words, kind, step in parts)

    def draw(pen: Pen, y: float) -> None:
        top = y + 1.5
        if line.changed:
            pen.bar(setting.left, top, high)
        for words, kind, step in parts:
            top += pen.words(left, top, words, kind, width, step, centred=True)

    return Piece(high + 3, draw)


def _centred(
    setting: Setting, words: Words, kind: Type, leading: float, *, head: bool = False
) -> Piece:
    kind, leading = setting.type(kind), leading * setting.scale
    high = Pen(setting.measure).height(words, kind, setting.width, leading)

    def draw(pen: Pen, y: float) -> None:
        pen.words(setting.left, y, words, kind, setting.width, leading, centred=True)

    return Piece(high, draw, head)


def _left(setting: Setting, words: Words, kind: Type, *, heading: bool = False) -> Piece:
    kind, leading = setting.type(kind), LIST_LEADING * setting.scale
    high = Pen(setting.measure).height(words, kind, setting.width, leading)

    def draw(pen: Pen, y: float) -> None:
        pen.words(setting.left, y, words, kind, setting.width, leading)

    return Piece(high, draw, heading)


def _head(setting: Setting, text: str) -> Piece:
    high = HEAD_LEADING * setting.scale

    def draw(pen: Pen, y: float) -> None:
        pen.text(setting.left, y + high - 8, text.upper(), setting.type(HEAD))
        pen.rule(setting.left, y + high - 4, setting.right, y + high - 4, 0.6)

    return Piece(high, draw, heading=True)


def _space(setting: Setting, height: float) -> Piece:
    def nothing(pen: Pen, y: float) -> None:
        del pen, y

    return Piece(height * setting.scale, nothing)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(name.replace(" ", NO_BREAK) for name in names)
