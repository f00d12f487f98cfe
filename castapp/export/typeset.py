"""Setting words in lines: measured first, broken between words, never inside a bound name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from castapp.export.callboard import BAR, DASHED_BOX, NO_BREAK, TINT_BOX, Run, Words
from castapp.export.sheet import DASHED, Box, Item, Rule, Text, Type
from castapp.export.sizes import PT_PER_MM

Measure = Callable[[str, Type], float]

BAR_WIDTH = 1.9 * PT_PER_MM
SMALL, LEAST_SIZE = 7 / 8, 7.0
SOFT_GREY = 0.2
SIGN_PAD = 2.5
_HYPHEN = re.compile(r"(?<=\w-)(?=\w)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line in one type, at its distance from the line's start."""

    x: float
    width: float
    text: str
    type: Type
    sign: str = ""


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    type: Type
    sign: str
    space: bool
    glued: bool


def typed(run: Run, base: Type) -> Type:
    """The type a run is set in where the surroundings are set in `base`."""
    return replace(
        base,
        size=max(LEAST_SIZE, base.size * SMALL) if run.small else base.size,
        weight=max(run.weight, base.weight) if run.weight != 400 else base.weight,
        grey=SOFT_GREY if run.soft else base.grey,
        italic=run.italic or base.italic,
    )


def broken(words: Words, base: Type, width: float, measure: Measure) -> list[list[Piece]]:
    """The words in lines no wider than `width` points."""
    lines: list[list[_Token]] = [[]]
    used = 0.0
    for unit in _units(_tokens(words, base), width, measure):
        wide = sum(_width(token, measure) for token in unit)
        space = measure(" ", unit[0].type) if unit[0].space and lines[-1] else 0.0
        if lines[-1] and used + space + wide > width + 0.01:
            lines.append([])
            used = space = 0.0
        lines[-1].extend(unit)
        used += space + wide
    return [_pieces(line, measure) for line in lines if line]


def line_width(line: list[Piece]) -> float:
    """How far a line reaches."""
    return line[-1].x + line[-1].width if line else 0.0


def elided(text: str, kind: Type, width: float, measure: Measure) -> str:
    """The text, cut with an ellipsis where it would pass `width` points."""
    if measure(text, kind) <= width:
        return text
    kept = text
    while kept and measure(kept + "…", kind) > width:
        kept = kept[:-1]
    return kept.rstrip(" ,·") + "…"


def fitted_name(name: str, kind: Type, width: float, measure: Measure) -> str:
    """A name for a narrow place: a double-barrelled one shortened, else cut with an ellipsis."""
    first, hyphen, rest = name.partition("-")
    short = f"{first}-{rest[:1]}." if hyphen and rest else name
    fits = measure(name, kind) <= width
    return name if fits else elided(short, kind, width, measure)


def _tokens(words: Words, base: Type) -> Iterator[_Token]:
    blank = True
    for run in words:
        kind = typed(run, base)
        if run.sign:
            yield _Token(run.text, kind, run.sign, space=True, glued=not blank)
            blank = False
            continue
        for part in re.findall(r" +|[^ ]+", run.text):
            if part.startswith(" "):
                blank = True
                continue
            for number, chunk in enumerate(_HYPHEN.split(part)):
                yield _Token(chunk, kind, "", space=blank, glued=not blank and number == 0)
                blank = False


def _units(tokens: Iterable[_Token], width: float, measure: Measure) -> Iterator[list[_Token]]:
    """Tokens that may not be parted, together; one wider than a whole line is chopped."""
    unit: list[_Token] = []
    for token in tokens:
        if unit and not token.glued:
            yield unit
            unit = []
        if not token.sign and _width(token, measure) > width:
            *chunks, last = _chopped(token, width, measure)
            if unit:
                yield unit
            yield from ([chunk] for chunk in chunks)
            unit = [last]
        else:
            unit.append(token)
    if unit:
        yield unit


def _chopped(token: _Token, width: float, measure: Measure) -> list[_Token]:
    """A token too wide for a line in parts: between its words, and where one word is too wide
    for a line by itself, anywhere.
    """
    words = [
        part
        for word in token.text.split(NO_BREAK)
        for part in (
            _packed(word, "", token.type, width, measure)
            if measure(word, token.type) > width
            else [word]
        )
    ]
    first, *rest = _packed(words, NO_BREAK, token.type, width, measure)
    return [replace(token, text=first), *(replace(token, text=one, space=False) for one in rest)]


def _packed(
    parts: Iterable[str], joint: str, kind: Type, width: float, measure: Measure
) -> list[str]:
    """Parts joined while they fit a line."""
    chunks, kept = [], ""
    for part in parts:
        longer = f"{kept}{joint}{part}" if kept else part
        if kept and measure(longer, kind) > width:
            chunks.append(kept)
            longer = part
        kept = longer
    return [*chunks, kept]


def _width(token: _Token, measure: Measure) -> float:
    if token.sign == BAR:
        return BAR_WIDTH
    return measure(token.text, token.type) + (2 * SIGN_PAD if token.sign else 0.0)


def _pieces(line: list[_Token], measure: Measure) -> list[Piece]:
    """A line's tokens joined where type and sign agree, so that text stays text."""
    pieces: list[Piece] = []
    x = 0.0
    for number, token in enumerate(line):
        space = " " if token.space and number else ""
        last = pieces[-1] if pieces else None
        if last and not last.sign and not token.sign and last.type == token.type:
            text = last.text + space + token.text
            width = measure(text, token.type)
            pieces[-1] = replace(last, text=text, width=width)
            x = last.x + width
            continue
        x += measure(" ", token.type) if space else 0.0
        width = _width(token, measure)
        pieces.append(Piece(x, width, token.text, token.type, token.sign))
        x += width
    return pieces


class Pen:
    """Collects the items of one page. All lengths are points from the page's upper left corner."""

    def __init__(self, measure: Measure) -> None:
        self.measure = measure
        self.items: list[Item] = []

    def text(self, x: float, y: float, text: str, kind: Type, *, right: bool = False) -> float:
        """Set one text on its baseline; with `right` it ends at x. Answers its width."""
        width = self.measure(text, kind)
        if text:
            self.items.append(Text(x - width if right else x, y, text, kind))
        return width

    def rule(
        self, x1: float, y1: float, x2: float, y2: float, weight: float, grey: float = 0.0
    ) -> None:
        """Draw a straight line."""
        self.items.append(Rule(x1, y1, x2, y2, weight, grey))

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: float | None = None,
        frame: float = 0.0,
        grey: float = 0.0,
        style: str = "",
    ) -> None:
        """Draw a rectangle."""
        self.items.append(Box(x, y, width, height, fill, frame, grey, style))

    def bar(self, x: float, y: float, height: float, width: float = BAR_WIDTH) -> None:
        """Draw the bar that marks a change."""
        self.box(x, y, width, height, fill=1.0)

    def height(self, words: Words, kind: Type, width: float, leading: float) -> float:
        """How high the words stand when set to a width."""
        return len(broken(words, kind, width, self.measure)) * leading

    def words(
        self,
        x: float,
        y: float,
        words: Words,
        kind: Type,
        width: float,
        leading: float,
        *,
        right: bool = False,
        centred: bool = False,
    ) -> float:
        """Set words in lines from the top y down; with `right` lines end at x + width, and
        `centred` ones stand about the middle.

        Answers the height used.
        """
        lines = broken(words, kind, width, self.measure)
        for number, line in enumerate(lines):
            spare = width - line_width(line)
            start = x + spare * (1.0 if right else 0.5 if centred else 0.0)
            self._line(start, y + number * leading, line, kind, leading)
        return len(lines) * leading

    def _line(self, x: float, top: float, line: list[Piece], kind: Type, leading: float) -> None:
        y = baseline(top, kind.size, leading)
        for piece in line:
            self._sign(x + piece.x, top, piece, leading)
            inset = SIGN_PAD if piece.sign in (TINT_BOX, DASHED_BOX) else 0.0
            self.text(x + piece.x + inset, y, piece.text, piece.type)

    def _sign(self, x: float, top: float, piece: Piece, leading: float) -> None:
        if piece.sign == BAR:
            self.bar(x, top + 0.5, leading - 1.0)
        elif piece.sign == TINT_BOX:
            self.box(x, top, piece.width, leading, fill=0.07, frame=0.6)
        elif piece.sign == DASHED_BOX:
            self.box(x, top, piece.width, leading, frame=0.8, style=DASHED)


def baseline(top: float, size: float, leading: float) -> float:
    """Where the baseline lies in a line that begins at `top`: capitals stand in its middle."""
    return top + leading / 2 + 0.364 * size
