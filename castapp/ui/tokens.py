"""The look as data: every colour of the light and the dark palette, by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtGui import QColor


@dataclass(frozen=True, eq=False, slots=True)
class Pair:
    """A production's colours: `spine` tells it apart, `tint` fills, `line` frames the `text`."""

    spine: QColor
    tint: QColor
    text: QColor
    line: QColor


@dataclass(frozen=True, eq=False, slots=True)
class Signal:
    """A kind of finding: its icon, its ink, the wash behind it, the zone while dragging."""

    icon: str
    ink: QColor
    wash: QColor
    zone: QColor


@dataclass(frozen=True, eq=False, slots=True)
class Band:
    """A band of load: the cell's fill and the number on it."""

    fill: QColor
    ink: QColor


@dataclass(frozen=True, eq=False, slots=True)
class Tokens:
    """One palette. Colours are shared: read them, never change one."""

    name: str
    dark: bool
    bg: QColor
    surface: QColor
    panel: QColor
    sunken: QColor
    raised: QColor
    hair: QColor
    line: QColor
    line2: QColor
    t1: QColor
    t2: QColor
    t3: QColor
    accent: QColor
    on_accent: QColor
    accent_t: QColor
    accent_w: QColor
    sel: QColor
    focus: QColor
    pairs: Mapping[str, Pair]
    findings: Mapping[str, Signal]
    participation: Mapping[str, QColor]
    load: Mapping[str, Band]

    def pair(self, colour: str) -> Pair:
        """The colours of a production; an unknown name gets slate."""
        return self.pairs.get(colour, self.pairs["slate"])

    def tone(self, name: str) -> QColor:
        """A colour for words: t1, t2, t3, accent_t, on_accent, a severity. Else KeyError."""
        if name in self.findings:
            return self.findings[name].ink
        return {
            "t1": self.t1,
            "t2": self.t2,
            "t3": self.t3,
            "accent_t": self.accent_t,
            "on_accent": self.on_accent,
        }[name]

    def show_block(self, colour: str) -> Band:
        """Fill and words of a performance's block in the production's colour."""
        pair = self.pair(colour)
        if self.dark:
            return Band(pair.line, pair.text)
        return Band(pair.text, QColor("#FFFFFF"))


SEVERITIES = ("hard", "breach", "warning", "note")


def _pair(colours: str) -> Pair:
    return Pair(*(QColor(each) for each in colours.split()))


def _signal(icon: str, colours: str) -> Signal:
    return Signal(icon, *(QColor(each) for each in colours.split()))


def _band(colours: str) -> Band:
    return Band(*(QColor(each) for each in colours.split()))


def _marks(full: str, modified: str, rehab: str, off: str, away: str) -> Mapping[str, QColor]:
    return {
        "full": QColor(full),
        "modified": QColor(modified),
        "rehab only": QColor(rehab),
        "off": QColor(off),
        "away": QColor(away),
    }


LIGHT = Tokens(
    name="light",
    dark=False,
    bg=QColor("#F3F2EF"),
    surface=QColor("#FFFFFF"),
    panel=QColor("#FAF9F7"),
    sunken=QColor("#ECEAE6"),
    raised=QColor("#FFFFFF"),
    hair=QColor("#EFEDE9"),
    line=QColor("#E3E0DB"),
    line2=QColor("#CFCBC4"),
    t1=QColor("#1E1C1A"),
    t2=QColor("#56524C"),
    t3=QColor("#68635C"),
    accent=QColor("#8A1C3F"),
    on_accent=QColor("#FFFFFF"),
    accent_t=QColor("#8A1C3F"),
    accent_w=QColor("#F7E9ED"),
    sel=QColor("#E1E8F0"),
    focus=QColor("#2C5F93"),
    pairs={
        "lake": _pair("#3C499D #EAEFFF #29325C #C6D0F1"),
        "sky": _pair("#209AE6 #E3F1FD #063958 #B7D5EE"),
        "fir": _pair("#04413C #DBF6F1 #023F39 #AFDCD5"),
        "moss": _pair("#507B06 #E9F3E0 #283D0E #C7D8B7"),
        "olive": _pair("#555800 #EFF1DC #373901 #D1D5B1"),
        "amber": _pair("#C78545 #FDECDC #502B00 #E8CBB2"),
        "clay": _pair("#691700 #FDEAE5 #552518 #EEC7BC"),
        "rose": _pair("#AA4B6A #FFE9EE #542332 #EDC5CE"),
        "orchid": _pair("#9D62AA #F8E9FB #46274D #DFC7E5"),
        "slate": _pair("#8C969F #EBF0F4 #2F363D #CBD2D8"),
    },
    findings={
        "hard": _signal("octagon-x", "#B3201B #FCE9E7 #FBEFEE"),
        "breach": _signal("triangle-alert", "#9A4300 #FDEEDF #FBF3E7"),
        "warning": _signal("circle-alert", "#735600 #FAF2D6 #FAF2D6"),
        "note": _signal("info", "#3B5670 #E9EFF5 #EEF2F7"),
    },
    participation=_marks("#23704A", "#8A5200", "#3B5670", "#A32020", "#6E6962"),
    load={
        "far_below": _band("#6C93BF #101A26"),
        "below": _band("#C4D6E9 #1F3448"),
        "usual": _band("#E9E7E3 #3A3733"),
        "above": _band("#F6CFA0 #4A2A00"),
        "far_above": _band("#D9822B #1F0F00"),
    },
)

DARK = Tokens(
    name="dark",
    dark=True,
    bg=QColor("#191817"),
    surface=QColor("#232120"),
    panel=QColor("#1E1C1B"),
    sunken=QColor("#141312"),
    raised=QColor("#2D2B29"),
    hair=QColor("#2A2826"),
    line=QColor("#353230"),
    line2=QColor("#4A4643"),
    t1=QColor("#EDEAE6"),
    t2=QColor("#B9B4AD"),
    t3=QColor("#A8A29A"),
    accent=QColor("#B23A60"),
    on_accent=QColor("#FFFFFF"),
    accent_t=QColor("#EE9DB4"),
    accent_w=QColor("#3A2229"),
    sel=QColor("#2F3842"),
    focus=QColor("#84B4E6"),
    pairs={
        "lake": _pair("#B3CDFE #252F41 #D0DFF9 #3C4A63"),
        "sky": _pair("#48B4E3 #1B333E #C4E4F4 #2C4F60"),
        "fir": _pair("#048073 #183530 #C2E7E0 #29524B"),
        "moss": _pair("#62771D #2C321D #D9E3C6 #474F31"),
        "olive": _pair("#AEC246 #2D321C #DBE2C5 #495030"),
        "amber": _pair("#E5CEA5 #382D19 #EBDCC1 #57482C"),
        "clay": _pair("#C3885F #3D2A1D #F4D8C5 #5E4431"),
        "rose": _pair("#E0A5A5 #3F2828 #F8D4D4 #604040"),
        "orchid": _pair("#975AB1 #362A3C #E8D7F1 #54435D"),
        "slate": _pair("#8C929D #2D2F33 #DBDEE3 #484B51"),
    },
    findings={
        "hard": _signal("octagon-x", "#FF9A91 #42211F #2E2120"),
        "breach": _signal("triangle-alert", "#F7B077 #3E2A19 #2C241B"),
        "warning": _signal("circle-alert", "#E3C667 #38301A #38301A"),
        "note": _signal("info", "#A9C3DE #242D37 #20272E"),
    },
    participation=_marks("#7CC79E", "#EDB15F", "#A9C3DE", "#FF9A91", "#99938B"),
    load={
        "far_below": _band("#4C78A8 #FFFFFF"),
        "below": _band("#30475F #D8E6F5"),
        "usual": _band("#34312F #DAD6D0"),
        "above": _band("#6A4A24 #F9DDB9"),
        "far_above": _band("#C9772A #140A00"),
    },
)


def with_stronger_lines(tokens: Tokens) -> Tokens:
    """The same palette with the borders of fields and columns as strong as small text."""
    return replace(tokens, name=f"{tokens.name}-strong", line2=tokens.t3)
